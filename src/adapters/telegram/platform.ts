import { autoRetry } from '@grammyjs/auto-retry';
import { Api, type Bot } from 'grammy';
import type { Update } from 'grammy/types';
import type { CommandInfo } from '#chat/commands.ts';
import { DeliveryError } from '#delivery/delivery-error.ts';
import type { ChatRef, Platform, Profile, Receipt, SettleResult } from '#delivery/platform.ts';
import type { MessageLimits } from '#message/fit.ts';
import type { Message } from '#message/message.ts';
import { type Clock, wait } from '#shared/clock.ts';
import type { Logger } from '#shared/logger.ts';
import type { Secret } from '#shared/secret.ts';
import { Answers } from './answers.ts';
import { ChatOrder } from './chat-order.ts';
import { registerCommands } from './commands.ts';
import { fetchFileFrom } from './fetch-file.ts';
import { FloodWaits } from './flood-waits.ts';
import { FormatChoice } from './format-choice.ts';
import type { FindInline } from './inline.ts';
import { LostSends } from './lost-sends.ts';
import { mapError } from './map-error.ts';
import { MessageIds } from './message-ids.ts';
import { type AudiencesOf, PersonalCommands } from './personal-commands.ts';
import { Polling, UPDATE_TYPES } from './polling.ts';
import { POLL_SECONDS, TELEGRAM_PROFILE } from './profile.ts';
import { renderMessage } from './render.ts';
import { Sender, SentMessages } from './sender.ts';
import { ServerCalls } from './server-calls.ts';
import { settleLostSend } from './settle.ts';
import { type ChatCore, dispatchUpdates, type TelegramEvents } from './updates.ts';
import { type Received, Webhook } from './webhook.ts';

const CALL_SECONDS = 30;

export interface TelegramOptions {
  token: Secret;
  /** Address of the Bot API server; null = Telegram's own. */
  apiRoot: string | null;
  chat: ChatCore;
  commands: readonly CommandInfo[];
  clock: Clock;
  logger: Logger;
  /** Null: no inline mode. */
  findInline?: FindInline | null;
  events?: TelegramEvents;
  /** Null: nobody's command list differs from that of readers. */
  audiencesOf?: AudiencesOf | null;
  /** The newest deliveries of all chats: lost sends of an earlier run are looked for near them. */
  recentReceipts?: () => Promise<readonly Receipt[]>;
  /** Messages a second over all chats, where the bot may send more or should send less than others. */
  perSecond?: number;
  /** Where Telegram sends updates to; null = long polling. They are given to `receive`. */
  webhook?: { url: string; secret: Secret } | null;
}

export class TelegramPlatform implements Platform {
  readonly profile: Profile;
  readonly #options: TelegramOptions;
  readonly #logger: Logger;
  readonly #calls: ServerCalls;
  /** For people who are waiting: a 429 is waited for, everything else comes back. */
  readonly #api: Api;
  readonly #sender: Sender;
  readonly #sent: SentMessages;
  readonly #lost: LostSends;
  readonly #answers: Answers;
  readonly #order = new ChatOrder();
  readonly #stopping = new AbortController();
  #polling: Polling | null = null;
  #webhook: Webhook | null = null;
  #bot: Bot | null = null;
  #registering: Promise<void> = Promise.resolve();

  constructor(options: TelegramOptions) {
    const { clock, logger } = options;
    this.#options = options;
    this.profile = { ...TELEGRAM_PROFILE, perSecond: options.perSecond ?? TELEGRAM_PROFILE.perSecond };
    this.#logger = logger.child({ platform: 'telegram' });
    this.#calls = new ServerCalls({ root: options.apiRoot, token: options.token, clock });
    this.#sent = new SentMessages(new FormatChoice(this.#logger), new MessageIds(clock));
    this.#lost = new LostSends(this.#sent.ids);
    const waits = new FloodWaits(clock);
    this.#api = this.#connect(CALL_SECONDS);
    this.#api.config.use(waits.waiting(this.#stopping.signal));
    this.#api.config.use(async (call, method, payload, signal) => {
      const answer = await call(method, payload, signal);
      if (!answer.ok && answer.error_code === 429) options.events?.onTooFast?.();
      return answer;
    });
    this.#api.config.use(
      autoRetry({
        maxRetryAttempts: 3,
        maxDelaySeconds: 60,
        rethrowHttpErrors: true,
        rethrowInternalServerErrors: true,
      }),
    );
    const deliveries = this.#connect(CALL_SECONDS);
    deliveries.config.use(waits.refusing());
    this.#sender = new Sender(deliveries, this.#sent);
    this.#answers = new Answers(new Sender(this.#api, this.#sent), this.#sent, clock, this.#logger);
  }

  /** grammY for its words; the calls are ours. */
  #connect(timeoutSeconds: number): Api {
    const api = new Api(this.#options.token.reveal());
    api.config.use(this.#calls.within(timeoutSeconds));
    return api;
  }

  get limits(): MessageLimits {
    return this.#sent.format.limits;
  }

  async start(): Promise<void> {
    const { chat, clock, commands, events = {}, findInline = null, webhook = null } = this.#options;
    const { audiencesOf } = this.#options;
    const me = await this.#insist(() => this.#api.getMe());
    await this.#sent.format.decide(this.#api);
    this.#lost.remember((await this.#options.recentReceipts?.()) ?? []);
    this.#bot = dispatchUpdates({
      api: this.#api,
      token: this.#options.token.reveal(),
      me,
      chat,
      answers: this.#answers,
      ids: this.#sent.ids,
      format: this.#sent.format,
      findInline,
      personalCommands: audiencesOf
        ? new PersonalCommands(this.#api, commands, audiencesOf, this.#logger)
        : null,
      fetchFile: fetchFileFrom(this.#api, this.#options),
      events,
      clock,
      logger: this.#logger,
    });
    if (webhook) {
      this.#webhook = new Webhook(webhook.secret, (update) => this.#take(update));
      const settings = { secret_token: webhook.secret.reveal(), allowed_updates: UPDATE_TYPES };
      await this.#insist(() => this.#api.setWebhook(webhook.url, settings));
    } else {
      await this.#insist(() => this.#api.deleteWebhook());
      const api = this.#connect(POLL_SECONDS + CALL_SECONDS);
      this.#polling = new Polling(api, (update) => this.#take(update), clock, this.#logger);
      this.#polling.start();
    }
    this.#registering = this.#register(commands);
    this.#logger.info({ bot: me.username, format: this.#sent.format.current }, 'connected to Telegram');
  }

  /** Waits for the server where it cannot be reached; a wrong token, or a call it rejects, ends it with one line. */
  async #insist<T>(call: () => Promise<T>): Promise<T> {
    for (let pause = 500; ; pause = Math.min(pause * 2, 30_000)) {
      try {
        return await call();
      } catch (error) {
        const { kind, reason } = mapError(error);
        if (kind === 'unreachable' && /unauthorized|not found/i.test(reason))
          throw new Error(`TELEGRAM_BOT_TOKEN is refused by the Bot API server (${reason})`);
        if (kind === 'rejected') throw error;
        this.#logger.warn({ reason, milliseconds: pause }, 'Telegram cannot be reached; trying again');
        await wait(this.#options.clock, pause, this.#stopping.signal);
        if (this.#stopping.signal.aborted) throw new Error('stopped before Telegram could be reached');
      }
    }
  }

  async #register(commands: readonly CommandInfo[]): Promise<void> {
    try {
      const changed = await registerCommands(this.#api, commands);
      this.#logger.info({ changed }, 'command lists are up to date');
    } catch (error) {
      this.#logger.warn({ reason: mapError(error).reason }, 'command lists could not be registered');
    }
  }

  /** An update that came to the webhook, and the secret that came with it. */
  async receive(update: unknown, secret: string | null): Promise<Received> {
    return this.#webhook ? this.#webhook.receive(update, secret) : 'stopping';
  }

  #take(update: Update): Promise<void> {
    return this.#order.run(update, async () => {
      try {
        await this.#bot?.handleUpdate(update);
      } catch (error) {
        await this.#bot?.errorHandler(error as never);
      }
    });
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#polling?.stop();
    await this.#webhook?.stop();
    await this.#registering;
  }

  async send(
    chat: ChatRef,
    message: Message,
    nonce: string,
    answers: string | null = null,
  ): Promise<Receipt> {
    const after = this.#sent.ids.highest(chat.id);
    try {
      return await this.#sender.send(chat, message, answers === null ? null : Number(answers));
    } catch (error) {
      if (error instanceof DeliveryError && error.kind === 'unknown')
        this.#lost.add(nonce, after, this.#sent.ids.lost(chat.id));
      throw error;
    }
  }

  edit(receipt: Receipt, message: Message): Promise<Receipt> {
    return this.#sender.edit(receipt, message);
  }

  withdraw(receipt: Receipt): Promise<void> {
    return this.#sender.withdraw(receipt);
  }

  async settle(
    chat: ChatRef,
    message: Message,
    nonce: string,
    before: Receipt | null,
  ): Promise<SettleResult> {
    try {
      const trace = this.#lost.trace(chat, nonce, before);
      const rendered = renderMessage(message, this.#sent.format.current);
      return await settleLostSend(
        { chat, rendered, trace },
        { sender: this.#sender, ids: this.#sent.ids, clock: this.#options.clock, logger: this.#logger },
      );
    } catch (error) {
      throw mapError(error);
    }
  }
}
