import {
  type APIUnavailableGuild,
  type Client,
  Events,
  GatewayDispatchEvents,
  type GuildBasedChannel,
  PermissionFlagsBits,
} from 'discord.js';
import type { ChatRef } from '#delivery/platform.ts';

/** `joined`: the bot may write there, for the first time or again. */
export interface MembershipChange {
  chat: ChatRef;
  title: string;
  state: 'joined' | 'left';
}

const NEEDED = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages;

/** Tells of every change that Discord tells of, channel by channel. An outage of Discord's own is none. */
export function watchMembership(client: Client, tell: (change: MembershipChange) => void): void {
  const say = (channel: { id: string; name?: string | null }, state: MembershipChange['state']) =>
    tell({ chat: { platform: 'discord', id: channel.id, thread: null }, title: channel.name ?? '', state });
  client.on(Events.GuildCreate, ({ channels }) => {
    for (const channel of channels.cache.values()) if (mayWrite(channel)) say(channel, 'joined');
  });
  // The library's own event comes when it has forgotten the guild's channels.
  client.ws.on(GatewayDispatchEvents.GuildDelete, ({ id, unavailable }: APIUnavailableGuild) => {
    const channels = unavailable ? undefined : client.guilds.cache.get(id)?.channels.cache;
    for (const channel of channels?.values() ?? []) say(channel, 'left');
  });
  client.on(Events.ChannelDelete, (channel) => {
    if (!channel.isDMBased()) say(channel, 'left');
  });
  client.on(Events.ThreadDelete, (thread) => say(thread, 'left'));
  client.on(Events.ChannelUpdate, (before, after) => {
    if (before.isDMBased() || after.isDMBased()) return;
    const can = mayWrite(after);
    if (mayWrite(before) !== can) say(after, can ? 'joined' : 'left');
  });
}

function mayWrite(channel: GuildBasedChannel): boolean {
  const { me } = channel.guild.members;
  return me === null || channel.permissionsFor(me).has(NEEDED);
}
