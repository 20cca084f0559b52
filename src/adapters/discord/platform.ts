import {
  type APIInteraction,
  type Client,
  GatewayDispatchEvents,
  type GatewayMessageCreateDispatchData,
} from 'discord.js';
import type { Audience, CommandInfo } from '#chat/commands.ts';
import type { Request, Responder } from '#chat/request.ts';
import { DeliveryError } from '#delivery/delivery-error.ts';
import type { ChatRef, Platform, Receipt, SettleResult } from '#delivery/platform.ts';
import type { Message } from '#message/message.ts';
import type { Clock } from '#shared/clock.ts';
import type { Logger } from '#shared/logger.ts';
import type { Secret } from '#shared/secret.ts';
import { DiscordApi } from './api.ts';
import type { Suggest } from './autocomplete.ts';
import { buildCommands, registerCommands } from './commands.ts';
import { connect, createClient, watchConnection } from './connection.ts';
import { Incoming } from './incoming.ts';
import { InteractionTokens } from './interaction-tokens.ts';
import { mapError } from './map-error.ts';
import { type MembershipChange, watchMembership } from './membership.ts';
import { DISCORD_LIMITS, DISCORD_PROFILE } from './profile.ts';
import { hashBody, writeReceipt } from './receipt.ts';
import { type MessageBody, renderMessage } from './render.ts';
import { Running } from './running.ts';
import { settleSend } from './settle.ts';

/** Discord's own address; tests and proxies have another. */
const DISCORD_ROOT = 'https://discord.com/api';

/** Milliseconds until a registration of commands that failed is tried again. */
const REGISTER_AGAIN_MILLISECONDS = 60_000;

export interface DiscordEvents {
  /** The bot was let in, thrown out, or lost or got the right to write. */
  onMembership?(change: MembershipChange): Promise<void>;
  /** Discord ended the connection for good (a token that was reset): `why` in one line. */
  onLost?(why: string): void;
}

export interface DiscordOptions {
  token: Secret;
  /** Address of the API, without its version; null = Discord's own. */
  apiRoot: string | null;
  chat: { handle(request: Request, responder: Responder): Promise<void> };
  commands: readonly CommandInfo[];
  /** Briefs for what has been typed so far. */
  suggest: Suggest;
  /** Whose commands somebody may give; default: everybody's. Nobody is asked to fill in a form to be refused then. */
  audiencesOf?(userId: string): Promise<readonly Audience[]>;
  clock: Clock;
  logger: Logger;
  events?: DiscordEvents;
}

/** Discord through discord.js: it keeps the gateway connection and the rate limits, the rest is here. */
export class DiscordPlatform implements Platform {
  readonly profile = DISCORD_PROFILE;
  readonly limits = DISCORD_LIMITS;
  readonly #o: DiscordOptions;
  readonly #logger: Logger;
  readonly #client: Client;
  readonly #api: DiscordApi;
  readonly #tokens: InteractionTokens;
  readonly #incoming: Incoming;
  readonly #running = new Running();
  #accepting = false;
  #cancelRegistration = () => {};

  constructor(options: DiscordOptions) {
    const { token, clock, chat, commands, suggest } = options;
    const apiRoot = options.apiRoot ?? DISCORD_ROOT;
    this.#o = options;
    this.#logger = options.logger.child({ platform: 'discord' });
    this.#client = createClient(apiRoot);
    this.#api = new DiscordApi({ rest: this.#client.rest, apiRoot, token, clock });
    this.#tokens = new InteractionTokens(clock);
    this.#incoming = new Incoming({
      client: this.#client,
      api: this.#api,
      apiRoot,
      tokens: this.#tokens,
      inOrder: (key, task) => this.#running.inOrder(key, task),
      commands,
      suggest,
      clock,
      logger: this.#logger,
      handle: (request, responder) => chat.handle(request, responder),
      mayGive: async ({ who }, userId) => (await options.audiencesOf?.(userId))?.includes(who) ?? true,
    });
  }

  async start(): Promise<void> {
    const { events, token, clock } = this.#o;
    watchConnection(this.#client, this.#logger, (why) => {
      if (this.#accepting) events?.onLost?.(why);
    });
    this.#listen();
    try {
      await connect(this.#client, token, clock);
    } catch (error) {
      this.#api.close();
      throw error;
    }
    this.#accepting = true;
    // Nobody waits for it: the commands of the last start are there.
    void this.#running.start(() => this.#register());
  }

  async stop(): Promise<void> {
    this.#accepting = false;
    this.#cancelRegistration();
    await this.#running.settled();
    await this.#client.destroy();
    this.#api.close();
  }

  async send(
    chat: ChatRef,
    message: Message,
    nonce: string,
    answers: string | null = null,
  ): Promise<Receipt> {
    const body = render(message);
    const made = await this.#api.send(chat.id, body, nonce, answers);
    return writeReceipt(chat, made.id, 'components', body);
  }

  async edit(receipt: Receipt, message: Message): Promise<Receipt> {
    const body = render(message);
    const contentHash = hashBody(body);
    if (contentHash === receipt.contentHash) return receipt;
    const [first, ...others] = receipt.messageIds;
    if (first === undefined) throw new DeliveryError('gone', 'no message');
    await this.#byTokenFirst(
      receipt,
      first,
      (token) => this.#api.editReply(token, first, body),
      () => this.#api.edit(receipt.chat.id, first, body),
    );
    for (const id of others) await this.#delete(receipt, id);
    return { ...receipt, messageIds: [first], contentHash };
  }

  async withdraw(receipt: Receipt): Promise<void> {
    for (const id of receipt.messageIds) await this.#delete(receipt, id);
  }

  async settle(
    chat: ChatRef,
    message: Message,
    nonce: string,
    before: Receipt | null,
  ): Promise<SettleResult> {
    try {
      return await settleSend(this.#api, this.#client.user?.id ?? '', chat, message, nonce, before);
    } catch (error) {
      throw mapError(error, true);
    }
  }

  async #delete(receipt: Receipt, id: string): Promise<void> {
    try {
      await this.#byTokenFirst(
        receipt,
        id,
        (token) => this.#api.deleteReply(token, id),
        () => this.#api.delete(receipt.chat.id, id),
      );
      this.#tokens.forget(id);
    } catch (error) {
      if (!(error instanceof DeliveryError && error.reason === '10008')) throw error;
    }
  }

  /**
   * An answer to an interaction is open through its token while that lives, which asks for no rights in the channel;
   * afterwards through the channel, where the bot is in it.
   */
  async #byTokenFirst(
    { format }: Receipt,
    message: string,
    byToken: (token: { application_id: string; token: string }) => Promise<unknown>,
    byChannel: () => Promise<unknown>,
  ): Promise<void> {
    const token = this.#tokens.of(message);
    if (token) {
      try {
        await byToken(token);
        return;
      } catch (error) {
        const { kind } = mapError(error, true);
        if (format === 'interaction' || kind !== 'gone') throw error;
        this.#tokens.forget(message);
      }
    } else if (format === 'interaction') throw new DeliveryError('rejected', 'interaction token has run out');
    await byChannel();
  }

  #listen(): void {
    const { ws } = this.#client;
    ws.on(GatewayDispatchEvents.InteractionCreate, (interaction: APIInteraction) => {
      if (this.#accepting) void this.#running.start(() => this.#incoming.takeInteraction(interaction));
    });
    ws.on(GatewayDispatchEvents.MessageCreate, (message: GatewayMessageCreateDispatchData) => {
      if (!this.#accepting || message.author.bot) return;
      void this.#running.start(() => this.#incoming.takeMessage(message));
    });
    watchMembership(this.#client, (change) => {
      if (this.#accepting)
        void this.#running.start(() =>
          this.#running.inOrder(change.chat.id, () => this.#tellMembership(change)),
        );
    });
  }

  async #tellMembership(change: MembershipChange): Promise<void> {
    try {
      await this.#o.events?.onMembership?.(change);
    } catch (error) {
      this.#logger.error({ err: error, chat: change.chat }, 'a change of membership was not taken');
    }
  }

  /** The commands of the last start stay where registering fails; it is tried again. */
  async #register(): Promise<void> {
    try {
      const application = this.#client.application?.id ?? '';
      const changed = await registerCommands(this.#api, application, buildCommands(this.#o.commands));
      this.#logger.info({ changed, count: this.#o.commands.length }, 'commands on Discord are up to date');
    } catch (error) {
      const { reason } = mapError(error, true);
      this.#logger.error({ reason }, 'registering the commands on Discord failed; it is tried again');
      this.#cancelRegistration = this.#o.clock.after(REGISTER_AGAIN_MILLISECONDS, () => {
        void this.#running.start(() => this.#register());
      });
    }
  }
}

function render(message: Message): MessageBody {
  try {
    return renderMessage(message);
  } catch (error) {
    throw mapError(error, true);
  }
}
