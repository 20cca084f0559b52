import { type APIMessage, MessageReferenceType, MessageType } from 'discord-api-types/v10';
import { FakeInteraction } from './discord-interaction.ts';
import type { Json } from './discord-routes.ts';
import { pressables, shownText } from './discord-shown.ts';
import {
  DiscordWorld,
  type FakeChannel,
  type FakeGuild,
  type FakeMessage,
  type FakeUser,
  ORDINARY,
} from './discord-world.ts';

export interface Place {
  user: FakeUser;
  /** Default: direct messages with the bot. */
  channel?: FakeChannel;
  /** The bot is not a member there: the user has installed it for themselves. */
  asUserApp?: boolean;
  /** Permissions of the member beside the ordinary ones. */
  permissions?: bigint;
}

export interface UploadedFile {
  name: string;
  url: string;
  size: number;
}

const TYPES = { string: 3, number: 4, object: 11 } as Record<string, number>;

/** What people do on Discord. */
export abstract class DiscordActs {
  readonly world = new DiscordWorld();
  readonly interactions = new Map<string, FakeInteraction>();

  abstract readonly state: { commands: Json[] };
  protected abstract dispatch(event: string, data: unknown): void;
  protected abstract changed(): void;
  abstract until<T>(check: () => T, what: () => string): Promise<NonNullable<T>>;

  get applicationId(): string {
    return this.world.bot.id;
  }

  user(name?: string): FakeUser {
    return this.world.user(name);
  }

  /** A slash command; `options` in the order of filling in. */
  slash(
    place: Place & { name: string; options?: Record<string, string | number | UploadedFile> },
  ): FakeInteraction {
    const attachments: Json = {};
    const options = Object.entries(place.options ?? {}).map(([name, value]) => {
      if (typeof value !== 'object') return { name, type: TYPES[typeof value], value };
      const id = this.world.nextId();
      attachments[id] = { id, filename: value.name, size: value.size, url: value.url, proxy_url: value.url };
      return { name, type: 11, value: id };
    });
    return this.#interact(place, 2, { ...this.#command(place.name), options, resolved: { attachments } });
  }

  /** The message menu: «Apps», then `name`. */
  menu(place: Place & { name: string; message: FakeMessage }): FakeInteraction {
    const { message } = place;
    const resolved = { messages: { [message.id]: message } };
    return this.#interact(place, 2, { ...this.#command(place.name, 3), target_id: message.id, resolved });
  }

  async autocomplete(place: Place & { name: string; option: string; value: string }) {
    const { option, value } = place;
    const options = [{ name: option, type: 3, value, focused: true }];
    const asked = this.#interact(place, 4, { ...this.#command(place.name), options });
    return this.until(
      () => asked.choices,
      () => `choices for ${value}`,
    );
  }

  /** Presses the button, or chooses the option, with this label. */
  click(message: FakeMessage, label: string, user: FakeUser, place: Partial<Place> = {}): FakeInteraction {
    const hit = pressables(message).find((p) => p.label.includes(label) && p.customId !== null);
    if (!hit) throw new Error(`no button ${label}: ${pressables(message).map((p) => p.label)}`);
    return hit.select === null
      ? this.press(message, hit.customId ?? '', user, place)
      : this.#onMessage(message, user, place, {
          custom_id: hit.select,
          component_type: 3,
          values: [hit.customId],
        });
  }

  /** A press with any custom id, forged ones too. */
  press(message: FakeMessage, customId: string, user: FakeUser, place: Partial<Place> = {}): FakeInteraction {
    return this.#onMessage(message, user, place, { custom_id: customId, component_type: 2 });
  }

  /** Fills in and sends the form that an interaction has opened. */
  submit(opened: FakeInteraction, values: Record<string, string>): FakeInteraction {
    const components = (opened.modal?.components ?? []).map((label) => {
      const field = (label as unknown as { component: { custom_id: string; value?: string } }).component;
      const value = values[field.custom_id] ?? field.value ?? '';
      return { type: 18, component: { type: 4, custom_id: field.custom_id, value } };
    });
    const place = { user: opened.user, channel: opened.channel };
    return this.#interact(place, 5, { custom_id: opened.modal?.custom_id, components });
  }

  /** Somebody writes. In a server the bot reads it only where it is mentioned. */
  say(
    place: Place & { text: string; replyTo?: FakeMessage; forward?: FakeMessage; file?: UploadedFile },
  ): FakeMessage {
    const channel = place.channel ?? this.world.dm(place.user);
    const { replyTo, forward, file } = place;
    const mentioned = place.text.includes(`<@${this.world.bot.id}>`);
    const message = this.world.put(channel, place.user, {
      content: place.text,
      type: replyTo ? MessageType.Reply : MessageType.Default,
      mentions: mentioned ? [this.world.userJson(this.world.bot)] : [],
      attachments: file
        ? [{ id: this.world.nextId(), filename: file.name, proxy_url: file.url, ...file }]
        : [],
      ...(replyTo && { referenced_message: replyTo }),
      ...(forward && {
        message_reference: {
          type: MessageReferenceType.Forward,
          message_id: forward.id,
          channel_id: forward.channel_id,
        },
        message_snapshots: [{ message: forward }] as APIMessage['message_snapshots'],
      }),
    });
    const readable = channel.guild === null || mentioned;
    this.dispatch('MESSAGE_CREATE', {
      ...message,
      ...(!readable && { content: '', attachments: [] }),
      ...(channel.guild && { guild_id: channel.guild.id }),
      channel_type: channel.type,
    });
    return message;
  }

  addBot(guild: FakeGuild): void {
    this.dispatch('GUILD_CREATE', this.world.guildJson(guild));
  }

  removeBot(guild: FakeGuild, unavailable = false): void {
    this.dispatch('GUILD_DELETE', { id: guild.id, unavailable });
  }

  deleteChannel(channel: FakeChannel): void {
    this.world.channels.delete(channel.id);
    this.dispatch('CHANNEL_DELETE', this.world.channelJson(channel));
  }

  /** The bot's messages in a channel, or with somebody, that everybody there sees. */
  messages(where: FakeChannel | FakeUser): FakeMessage[] {
    const channel = 'messages' in where ? where : this.world.dm(where);
    return channel.messages.filter((m) => m.author.id === this.world.bot.id && !m.onlyFor);
  }

  async nextMessage(where: FakeChannel | FakeUser, text: RegExp): Promise<FakeMessage> {
    return this.until(
      () => this.messages(where).findLast((m) => text.test(shownText(m))),
      () => `${text}; there are ${JSON.stringify(this.messages(where).map(shownText))}`,
    );
  }

  #command(name: string, type = 1): Json {
    const known = this.state.commands.find((c) => c.name === name && (c.type ?? 1) === type);
    if (!known) throw new Error(`/${name} is not registered`);
    return { id: known.id, name, type };
  }

  #onMessage(message: FakeMessage, user: FakeUser, place: Partial<Place>, data: Json): FakeInteraction {
    const channel = this.world.channels.get(message.channel_id);
    return this.#interact({ user, channel, ...place }, 3, data, message);
  }

  #interact(place: Place, type: number, data: Json, message: FakeMessage | null = null): FakeInteraction {
    const { user, channel = this.world.dm(user), asUserApp = false, permissions = 0n } = place;
    const id = this.world.nextId();
    const made = new FakeInteraction(
      { id, token: `secret-token-${id}`, type, user, channel, message },
      (c, w) => this.until(c, w),
    );
    this.interactions.set(made.token, made);
    const guild = channel.guild;
    this.dispatch('INTERACTION_CREATE', {
      version: 1,
      id,
      token: made.token,
      type,
      application_id: this.applicationId,
      data,
      channel: this.world.channelJson(channel),
      channel_id: channel.id,
      context: guild ? 0 : channel.type === 1 ? 1 : 2,
      authorizing_integration_owners: asUserApp ? { 1: user.id } : { 0: guild?.id ?? '0' },
      locale: 'ar',
      entitlements: [],
      app_permissions: String(ORDINARY),
      ...(message && { message }),
      ...(guild
        ? {
            guild_id: guild.id,
            guild: { id: guild.id, locale: 'ar', features: [] },
            member: { ...this.world.memberJson(user, guild), permissions: String(ORDINARY | permissions) },
          }
        : { user: this.world.userJson(user) }),
    });
    return made;
  }
}
