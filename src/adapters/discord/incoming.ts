import { randomBytes } from 'node:crypto';
import {
  type APIApplicationCommandInteraction,
  type APIInteraction,
  ApplicationCommandType,
  type Client,
  type GatewayMessageCreateDispatchData,
  InteractionResponseType,
  InteractionType,
  PermissionFlagsBits,
} from 'discord.js';
import type { CommandInfo } from '#chat/commands.ts';
import type { Request, Responder } from '#chat/request.ts';
import { composeNotice } from '#message/compose-lists.ts';
import { LABELS } from '#message/labels.ar.ts';
import { writeUserError } from '#message/user-errors.ar.ts';
import type { Clock } from '#shared/clock.ts';
import type { Logger } from '#shared/logger.ts';
import { UserError } from '#shared/user-error.ts';
import type { DiscordApi } from './api.ts';
import { answerAutocomplete, type Suggest } from './autocomplete.ts';
import { fieldsOf } from './commands.ts';
import { fetchText } from './fetch-text.ts';
import { InteractionAnswer } from './interaction-answer.ts';
import type { InteractionTokens } from './interaction-tokens.ts';
import { mapError } from './map-error.ts';
import { modalFor } from './modal.ts';
import {
  type CoreInteraction,
  chatOf,
  isMember,
  type ReadRequest,
  readInteraction,
  userOf,
} from './requests.ts';
import { TextAnswer } from './text-answer.ts';
import { readText } from './text-requests.ts';

export interface IncomingTools {
  client: Client;
  api: DiscordApi;
  apiRoot: string;
  tokens: InteractionTokens;
  commands: readonly CommandInfo[];
  /** Runs the task when those given before under the same key have ended. */
  inOrder(key: string, task: () => Promise<void>): Promise<void>;
  handle(request: Request, responder: Responder): Promise<void>;
  suggest: Suggest;
  /** Whether somebody may give that command. */
  mayGive(info: CommandInfo, userId: string): Promise<boolean>;
  clock: Clock;
  logger: Logger;
}

/** Answers what the gateway hands over. Whatever goes wrong with one event is logged and goes no further. */
export class Incoming {
  readonly #t: IncomingTools;
  readonly #commands: ReadonlyMap<string, CommandInfo>;

  constructor(tools: IncomingTools) {
    this.#t = tools;
    this.#commands = new Map(tools.commands.map((info) => [info.name, info]));
  }

  async takeInteraction(interaction: APIInteraction): Promise<void> {
    try {
      switch (interaction.type) {
        case InteractionType.Ping:
          return;
        case InteractionType.ApplicationCommandAutocomplete:
          return await answerAutocomplete(interaction, this.#t.suggest, this.#t.api);
        case InteractionType.ApplicationCommand:
          return (await this.#openForm(interaction)) ? undefined : await this.#answer(interaction);
        default:
          return await this.#answer(interaction);
      }
    } catch (error) {
      const { kind, reason } = mapError(error, true);
      const fields = { kind, reason, type: InteractionType[interaction.type], interaction: interaction.id };
      if (kind === 'gone') this.#t.logger.warn(fields, 'an interaction could no longer be answered');
      else this.#t.logger.error(fields, 'an interaction could not be answered');
    }
  }

  /** For a long text that the command line has no room for. */
  async #openForm(interaction: APIApplicationCommandInteraction): Promise<boolean> {
    if (interaction.data.type !== ApplicationCommandType.ChatInput) return false;
    const info = this.#commands.get(interaction.data.name);
    const data = info && modalFor(interaction, info);
    if (!data || !(await this.#t.mayGive(info, userOf(interaction)?.id ?? ''))) return false;
    await this.#t.api.callback(interaction, { type: InteractionResponseType.Modal, data });
    return true;
  }

  async #answer(interaction: CoreInteraction): Promise<void> {
    const { api, tokens, clock, logger } = this.#t;
    const answer = new InteractionAnswer({
      interaction,
      chat: chatOf(interaction),
      format: isMember(interaction) ? 'components' : 'interaction',
      api,
      tokens,
      clock,
      logger,
    });
    try {
      const read = readInteraction(interaction, {
        guildName: this.#guildName(interaction.guild_id),
        fieldsOf: (name) => {
          const info = this.#commands.get(name);
          return info ? fieldsOf(info) : [];
        },
      });
      if (read) await this.#hand(read, answer);
    } finally {
      await answer.finish();
    }
  }

  async takeMessage(message: GatewayMessageCreateDispatchData): Promise<void> {
    const { api, client, logger } = this.#t;
    try {
      const read = readText(message, {
        self: client.user?.id ?? '',
        guildName: this.#guildName(message.guild_id),
        channelType: client.channels.cache.get(message.channel_id)?.type ?? null,
        mayManage: () => this.#mayManage(message),
      });
      if (!read) return;
      await this.#hand(read, new TextAnswer(api, read.request.chat, message.id, Boolean(message.guild_id)));
    } catch (error) {
      const { kind, reason } = mapError(error, true);
      logger.error({ kind, reason, message: message.id }, 'a message could not be answered');
    }
  }

  /** What one person says in one place is handled in that order: an article may come in several messages. */
  #hand(read: ReadRequest, responder: Responder): Promise<void> {
    const { chat, user } = read.request;
    return this.#t.inOrder(`${chat.id} ${user?.id ?? ''}`, () => this.#handNow(read, responder));
  }

  /** Fetches what is attached, then it is the core's turn. */
  async #handNow({ request, file }: ReadRequest, responder: Responder): Promise<void> {
    const { apiRoot, handle, logger } = this.#t;
    try {
      if (file) request.attached = await fetchText(file, apiRoot);
      await handle(request, responder);
    } catch (error) {
      await responder.reply(composeNotice(explain(error, logger)));
    }
  }

  #guildName(id: string | undefined): string | null {
    return (id && this.#t.client.guilds.cache.get(id)?.name) || null;
  }

  /** Asked at the moment of the act: roles may have changed since the message. */
  async #mayManage({ guild_id, author }: GatewayMessageCreateDispatchData): Promise<boolean> {
    if (!guild_id) return true;
    const guild = this.#t.client.guilds.cache.get(guild_id);
    if (!guild) return false;
    try {
      const member = await guild.members.fetch({ user: author.id, force: true });
      return member.permissions.has(PermissionFlagsBits.ManageGuild);
    } catch (error) {
      this.#t.logger.warn(
        { reason: mapError(error, true).reason },
        'could not ask for a member’s permissions',
      );
      return false;
    }
  }
}

function explain(error: unknown, logger: Logger): string {
  if (error instanceof UserError) return writeUserError(error);
  const number = randomBytes(2).toString('hex').toUpperCase();
  const { kind, reason } = mapError(error, true);
  logger.error({ kind, reason, number }, 'answering failed');
  return LABELS.failure(number);
}
