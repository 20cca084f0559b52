import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Brief } from '#brief/brief.ts';
import type { Request, Responder } from '#chat/request.ts';
import { DeliveryError } from '#delivery/delivery-error.ts';
import type { ChatRef, Platform, Receipt, SettleResult } from '#delivery/platform.ts';
import type { TranscriptStore } from '#delivery/transcript.ts';
import { textsOf } from '#message/fit.ts';
import type { Message } from '#message/message.ts';
import type { Clock } from '#shared/clock.ts';
import type { Logger } from '#shared/logger.ts';
import type { Secret } from '#shared/secret.ts';
import { loadAssets } from './assets.ts';
import { goneError, mapListenError } from './map-error.ts';
import { MAX_WAITING, WEB_LIMITS, WEB_PROFILE } from './profile.ts';
import { buildServer } from './server.ts';
import { Sessions } from './session.ts';
import { Transcript } from './transcript.ts';
import { TurnQueue } from './turn-queue.ts';

/** How long a connection may stay open after the last answer. */
const LINGER_MILLISECONDS = 300;

export interface WebPlatformOptions {
  /** Address to listen on (WEB_HOST). */
  host: string;
  /** 0 = any free one (WEB_PORT). */
  port: number;
  /** Whoever opens the page once with `?key=` and this is the owner, with the user id `owner`. */
  ownerKey: Secret;
  store: TranscriptStore;
  clock: Clock;
  logger: Logger;
  /** The core. */
  handle(request: Request, responder: Responder): Promise<void>;
  /** For the article beside a brief's facts. */
  findBrief?(id: string): Brief | undefined;
  /** Further addresses on the same server, such as `/healthz` and `/metrics`. */
  addRoutes?(app: Hono): void;
  /** Addresses for others than browsers (webhooks): each checks by itself who speaks. */
  addOpenRoutes?(app: Hono): void;
}

/** The local web chat: one page, one transcript per browser. */
export class WebPlatform implements Platform {
  readonly profile = WEB_PROFILE;
  readonly limits = WEB_LIMITS;
  readonly #options: WebPlatformOptions;
  readonly #transcript: Transcript;
  readonly #turns = new TurnQueue(MAX_WAITING);
  readonly #stopping = new AbortController();
  #server: Server | null = null;

  constructor(options: WebPlatformOptions) {
    this.#options = options;
    this.#transcript = new Transcript(options.store, options.clock);
  }

  /** Where it listens, `http://127.0.0.1:8080/`. Throws before `start`. */
  get url(): string {
    const { host } = this.#options;
    const name = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
    return `http://${name.includes(':') ? `[${name}]` : name}:${this.#port()}/`;
  }

  /** Rejects with one line that names WEB_PORT or WEB_HOST where it cannot listen. */
  async start(): Promise<void> {
    const { host, port, findBrief, addRoutes, addOpenRoutes, ...rest } = this.#options;
    const listeningPort = () => this.#port();
    const app = buildServer({
      host,
      port: listeningPort,
      assets: await loadAssets(),
      sessions: new Sessions(rest.ownerKey, listeningPort),
      transcript: this.#transcript,
      turns: this.#turns,
      clock: rest.clock,
      logger: rest.logger,
      stopping: this.#stopping.signal,
      handle: (request, responder) => rest.handle(request, responder),
      findBrief: findBrief ?? (() => undefined),
      addRoutes: addRoutes ?? (() => {}),
      addOpenRoutes: addOpenRoutes ?? (() => {}),
    });
    const server = createAdaptorServer({ hostname: host, fetch: app.fetch }) as Server;
    await new Promise<void>((resolve, reject) => {
      server.once('error', (error) => reject(mapListenError(error, host, port)));
      this.#server = server;
      server.listen(port, host, resolve);
    });
  }

  /** Ends open streams, answers what was asked, then closes. */
  async stop(): Promise<void> {
    const server = this.#server;
    this.#stopping.abort();
    await this.#turns.drain();
    if (!server) return;
    // Every answer is on its way; a browser that then keeps its connection must not keep the program.
    const cancel = this.#options.clock.after(LINGER_MILLISECONDS, () => server.closeAllConnections());
    await new Promise<void>((resolve) => server.close(() => resolve()));
    cancel();
    this.#server = null;
  }

  async send(chat: ChatRef, message: Message, nonce: string): Promise<Receipt> {
    assertFits(message);
    return this.#transcript.say(ownChat(chat), message, nonce);
  }

  async edit(receipt: Receipt, message: Message): Promise<Receipt> {
    assertFits(message);
    return this.#transcript.change(ownChat(receipt.chat), idOf(receipt), message);
  }

  async withdraw(receipt: Receipt): Promise<void> {
    await this.#transcript.remove(ownChat(receipt.chat), idOf(receipt));
  }

  async settle(chat: ChatRef, _message: Message, nonce: string): Promise<SettleResult> {
    const receipt = await this.#transcript.findSent(ownChat(chat), nonce);
    return receipt ? { outcome: 'sent', receipt } : { outcome: 'not-sent' };
  }

  #port(): number {
    const address = this.#server?.address();
    if (!address || typeof address === 'string') throw new Error('the web chat does not listen');
    return address.port;
  }
}

/** The core fits what it sends; what does not fit is refused here and never cut. */
function assertFits(message: Message): void {
  const texts = message.blocks.flatMap(textsOf);
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  if (characters > WEB_LIMITS.characters || texts.length > WEB_LIMITS.blocks)
    throw new DeliveryError(
      'rejected',
      `message is too long: ${characters} characters, ${texts.length} pieces`,
    );
}

function ownChat(chat: ChatRef): string {
  if (chat.platform !== 'web') throw new DeliveryError('rejected', `not a web chat: ${chat.platform}`);
  return chat.id;
}

function idOf(receipt: Receipt): number {
  const id = Number(receipt.messageIds[0]);
  if (!Number.isSafeInteger(id)) throw goneError();
  return id;
}
