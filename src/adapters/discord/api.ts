import {
  type APIInteraction,
  type APIMessage,
  InteractionResponseType,
  REST,
  type RESTGetAPIApplicationCommandsResult,
  type RESTPostAPIApplicationCommandsJSONBody,
  type RESTPostAPIInteractionCallbackJSONBody,
  type RESTPostAPIInteractionCallbackWithResponseResult,
  Routes,
} from 'discord.js';
import { DeliveryError } from '#delivery/delivery-error.ts';
import { type Clock, wait } from '#shared/clock.ts';
import type { Secret } from '#shared/secret.ts';
import { mapError } from './map-error.ts';
import type { MessageBody } from './render.ts';

export interface DiscordApiOptions {
  /** The client's own, for all that can be repeated. */
  rest: REST;
  apiRoot: string;
  token: Secret;
  clock: Clock;
}

/** Milliseconds before a repeatable request whose answer was lost is made again. */
const PAUSES = [100, 500, 2000];

/** A sender has better things to do than to wait longer than this for one channel. */
const LONGEST_WAIT_MILLISECONDS = 1000;

/** Where an interaction's answers go. */
export type Reply = Pick<APIInteraction, 'id' | 'application_id' | 'token'>;

/** Discord's REST, as far as Mujaz speaks it. Every method throws only `DeliveryError`. */
export class DiscordApi {
  readonly #rest: REST;
  readonly #sends: REST;
  readonly #token: Secret;
  readonly #clock: Clock;

  constructor({ rest, apiRoot, token, clock }: DiscordApiOptions) {
    this.#rest = rest;
    this.#token = token;
    this.#clock = clock;
    // A repeated POST would be a second message: whoever sends decides, after looking (see settle.ts).
    this.#sends = new REST({
      api: apiRoot,
      version: '10',
      retries: 0,
      offset: 0,
      rejectOnRateLimit: ({ global, retryAfter }) => !global && retryAfter >= LONGEST_WAIT_MILLISECONDS,
    }).setToken(token.reveal());
  }

  close(): void {
    this.#sends.clearHashSweeper();
    this.#sends.clearHandlerSweeper();
  }

  /** The first answer to an interaction. Returns the message that it made or changed, where there is one. */
  async callback(to: Reply, body: RESTPostAPIInteractionCallbackJSONBody): Promise<APIMessage | null> {
    const query = new URLSearchParams({ with_response: 'true' });
    try {
      const result = await this.#repeat<RESTPostAPIInteractionCallbackWithResponseResult | null>(() =>
        this.#rest.post(Routes.interactionCallback(to.id, to.token), { auth: false, body, query }),
      );
      return result?.resource?.message ?? null;
    } catch (error) {
      // Answered already, and nobody but us answers: the first attempt had arrived, only its confirmation was lost.
      if (!(error instanceof DeliveryError && error.reason === '40060')) throw error;
      return body.type === InteractionResponseType.Modal ? null : this.getReply(to, '@original');
    }
  }

  getReply(to: Reply, message: string): Promise<APIMessage> {
    return this.#repeat(() =>
      this.#rest.get(Routes.webhookMessage(to.application_id, to.token, message), { auth: false }),
    );
  }

  editReply(to: Omit<Reply, 'id'>, message: string, body: MessageBody): Promise<APIMessage> {
    return this.#repeat(() =>
      this.#rest.patch(Routes.webhookMessage(to.application_id, to.token, message), { auth: false, body }),
    );
  }

  deleteReply(to: Omit<Reply, 'id'>, message: string): Promise<unknown> {
    return this.#repeat(() =>
      this.#rest.delete(Routes.webhookMessage(to.application_id, to.token, message), { auth: false }),
    );
  }

  /** A further message of an answer; made once, never repeated here. */
  followUp(to: Reply, body: MessageBody): Promise<APIMessage> {
    return this.#once(() =>
      this.#sends.post(Routes.webhook(to.application_id, to.token), {
        auth: false,
        body,
        query: new URLSearchParams({ wait: 'true' }),
      }),
    );
  }

  /** Sends once. With the same nonce Discord answers with the message that is there already, for some minutes. */
  send(
    channel: string,
    body: MessageBody,
    nonce: string,
    replyTo: string | null = null,
  ): Promise<APIMessage> {
    return this.#once(() =>
      this.#sends.post(Routes.channelMessages(channel), {
        body: { ...body, nonce, enforce_nonce: true, ...referenceTo(replyTo) },
      }),
    );
  }

  /** For answers: repeats a send whose answer was lost; the nonce keeps it one message. */
  sendSurely(channel: string, body: MessageBody, nonce: string, replyTo: string | null): Promise<APIMessage> {
    return this.#repeat(() =>
      this.#rest.post(Routes.channelMessages(channel), {
        body: { ...body, nonce, enforce_nonce: true, ...referenceTo(replyTo) },
      }),
    );
  }

  edit(channel: string, message: string, body: MessageBody): Promise<APIMessage> {
    return this.#repeat(() => this.#rest.patch(Routes.channelMessage(channel, message), { body }));
  }

  delete(channel: string, message: string): Promise<unknown> {
    return this.#repeat(() => this.#rest.delete(Routes.channelMessage(channel, message)));
  }

  /** At most 100 messages: the newest, or those that follow `after`. Newest first. */
  recent(channel: string, after: string | null): Promise<APIMessage[]> {
    const query = new URLSearchParams({ limit: '100', ...(after && { after }) });
    return this.#repeat(() => this.#rest.get(Routes.channelMessages(channel), { query }));
  }

  commands(application: string): Promise<RESTGetAPIApplicationCommandsResult> {
    const query = new URLSearchParams({ with_localizations: 'true' });
    return this.#repeat(() => this.#rest.get(Routes.applicationCommands(application), { query }));
  }

  putCommands(application: string, body: RESTPostAPIApplicationCommandsJSONBody[]): Promise<unknown> {
    return this.#repeat(() => this.#rest.put(Routes.applicationCommands(application), { body }));
  }

  /** discord.js retries 5xx and timeouts by itself; what is left are broken connections. */
  async #repeat<T>(request: () => Promise<unknown>): Promise<T> {
    for (let attempt = 0; ; attempt++) {
      try {
        return (await request()) as T;
      } catch (error) {
        const mapped = this.#mapped(error, true);
        const pause = PAUSES[attempt];
        if (mapped.kind !== 'unreachable' || pause === undefined) throw mapped;
        await wait(this.#clock, pause);
      }
    }
  }

  async #once<T>(request: () => Promise<unknown>): Promise<T> {
    try {
      return (await request()) as T;
    } catch (error) {
      throw this.#mapped(error, false);
    }
  }

  /** The library forgets the token after any 401; the next request shall say by itself whether it is still wrong. */
  #mapped(error: unknown, repeatable: boolean): DeliveryError {
    this.#rest.setToken(this.#token.reveal());
    this.#sends.setToken(this.#token.reveal());
    return mapError(error, repeatable);
  }
}

/** A message that is gone by now is no reason not to send. */
function referenceTo(message: string | null) {
  return message ? { message_reference: { message_id: message, fail_if_not_exists: false } } : {};
}
