import {
  type APIGuild,
  type APIGuildMember,
  type APIMessage,
  type APIUser,
  ChannelType,
  type GatewayGuildCreateDispatchData,
  MessageType,
} from 'discord-api-types/v10';

export interface FakeUser {
  id: string;
  name: string;
}

export interface FakeChannel {
  id: string;
  name: string;
  type: ChannelType;
  /** Null in direct messages. */
  guild: FakeGuild | null;
  /** The bot has lost the right to see it. */
  closed?: boolean;
  messages: FakeMessage[];
}

export interface FakeGuild {
  id: string;
  name: string;
  channels: FakeChannel[];
  /** Permissions that members have been given; others have none that matter. */
  members: Map<string, bigint>;
}

/** A message with what only the server knows of it. */
export type FakeMessage = APIMessage & { interactionToken?: string; onlyFor?: string };

/** View Channels, Send Messages, Read Message History, Use Application Commands. */
export const ORDINARY = 0x400n | 0x800n | 0x10000n | 0x80000000n;

/** Guilds, channels, people and messages, as plain values. */
export class DiscordWorld {
  readonly bot: FakeUser;
  readonly users = new Map<string, FakeUser>();
  readonly channels = new Map<string, FakeChannel>();
  readonly guilds = new Map<string, FakeGuild>();
  #ids = 0n;

  constructor() {
    this.bot = this.user('موجز');
  }

  /** Ever larger, as Discord's are. */
  nextId(): string {
    this.#ids += 1n;
    return String(1_400_000_000_000_000_000n + (this.#ids << 22n));
  }

  user(name = 'قارئ'): FakeUser {
    const user = { id: this.nextId(), name };
    this.users.set(user.id, user);
    return user;
  }

  guild(name = 'خادم'): FakeGuild {
    const guild: FakeGuild = { id: this.nextId(), name, channels: [], members: new Map() };
    this.guilds.set(guild.id, guild);
    this.channel(guild);
    return guild;
  }

  channel(guild: FakeGuild, name = 'عام', type: ChannelType = ChannelType.GuildText): FakeChannel {
    const channel = { id: this.nextId(), name, type, guild, messages: [] };
    this.channels.set(channel.id, channel);
    guild.channels.push(channel);
    return channel;
  }

  /** The direct messages between the bot and somebody. */
  dm(user: FakeUser): FakeChannel {
    const id = `9${user.id.slice(1)}`;
    const known = this.channels.get(id);
    if (known) return known;
    const channel = { id, name: user.name, type: ChannelType.DM, guild: null, messages: [] };
    this.channels.set(id, channel);
    return channel;
  }

  userJson({ id, name }: FakeUser): APIUser {
    const bot = id === this.bot.id;
    return {
      id,
      username: `user_${id.slice(-8)}`,
      global_name: name,
      discriminator: '0',
      avatar: null,
      ...(bot && { bot }),
    };
  }

  channelJson({ id, name, type, guild }: FakeChannel) {
    return {
      id,
      type,
      ...(guild ? { guild_id: guild.id, name, position: 0, permission_overwrites: [], nsfw: false } : {}),
    };
  }

  memberJson(user: FakeUser, guild: FakeGuild): APIGuildMember {
    const given = guild.members.get(user.id) ?? 0n;
    return {
      user: this.userJson(user),
      roles: given === 0n ? [] : [this.#roleOf(guild, given)],
      joined_at: '2022-01-10T00:00:00Z',
      deaf: false,
      mute: false,
      flags: 0,
    } as unknown as APIGuildMember;
  }

  #roleOf(guild: FakeGuild, permissions: bigint): string {
    return String(BigInt(guild.id) + permissions);
  }

  guildJson(guild: FakeGuild): GatewayGuildCreateDispatchData {
    const role = (id: string, permissions: bigint) => ({
      id,
      name: id === guild.id ? '@everyone' : 'role',
      permissions: String(permissions),
      position: 0,
    });
    const given = [...new Set(guild.members.values())];
    return {
      id: guild.id,
      name: guild.name,
      owner_id: '1',
      features: [],
      emojis: [],
      stickers: [],
      preferred_locale: 'en-US',
      roles: [role(guild.id, ORDINARY), ...given.map((p) => role(this.#roleOf(guild, p), p | ORDINARY))],
      channels: guild.channels.map((c) => this.channelJson(c)),
      threads: [],
      members: [this.memberJson(this.bot, guild)],
      member_count: guild.members.size + 1,
    } as unknown as GatewayGuildCreateDispatchData & APIGuild;
  }

  /** Puts a message into a channel and returns it. */
  put(channel: FakeChannel, author: FakeUser, more: Partial<FakeMessage>): FakeMessage {
    const message = {
      id: this.nextId(),
      channel_id: channel.id,
      type: MessageType.Default,
      author: this.userJson(author),
      content: '',
      timestamp: '2026-11-25T06:00:00.000Z',
      edited_timestamp: null,
      tts: false,
      mention_everyone: false,
      mentions: [],
      mention_roles: [],
      attachments: [],
      embeds: [],
      components: [],
      pinned: false,
      flags: 0,
      ...more,
    } as FakeMessage;
    channel.messages.push(message);
    return message;
  }

  find(id: string): FakeMessage | undefined {
    for (const channel of this.channels.values()) {
      const message = channel.messages.find((m) => m.id === id);
      if (message) return message;
    }
    return undefined;
  }

  remove(id: string): void {
    for (const channel of this.channels.values())
      channel.messages = channel.messages.filter((m) => m.id !== id);
  }
}
