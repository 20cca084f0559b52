import type { Api } from 'grammy';
import type { Update } from 'grammy/types';
import { type Clock, wait } from '#shared/clock.ts';
import type { Logger } from '#shared/logger.ts';
import { mapError } from './map-error.ts';
import { POLL_SECONDS } from './profile.ts';

/** What the bot is told of; everything else is not even sent. */
export const UPDATE_TYPES = [
  'message',
  'channel_post',
  'callback_query',
  'inline_query',
  'chosen_inline_result',
  'my_chat_member',
] as const satisfies readonly Exclude<keyof Update, 'update_id'>[];

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 30_000;

/** Updates in hand at once; above that no more are asked for until one is done with. */
const MOST_IN_HAND = 500;

/**
 * Takes updates by long polling and hands them on side by side, each the moment it comes. Nothing that the server
 * answers ends it.
 */
export class Polling {
  readonly #api: Api;
  readonly #take: (update: Update) => Promise<void>;
  readonly #clock: Clock;
  readonly #logger: Logger;
  readonly #inHand = new Set<Promise<void>>();
  readonly #stopping = new AbortController();
  #loop: Promise<void> | null = null;
  #asked = 0;
  #taken = 0;

  /** `take` never rejects. */
  constructor(api: Api, take: (update: Update) => Promise<void>, clock: Clock, logger: Logger) {
    this.#api = api;
    this.#take = take;
    this.#clock = clock;
    this.#logger = logger;
  }

  start(): void {
    this.#loop ??= this.#run();
  }

  /** Asks for nothing more, waits for what is being handled, and tells the server what was. */
  async stop(): Promise<void> {
    if (!this.#loop) return;
    this.#stopping.abort();
    await this.#loop;
    await Promise.all(this.#inHand);
    if (this.#taken < this.#asked) return;
    try {
      await this.#api.raw.getUpdates({ offset: this.#taken + 1, limit: 1, timeout: 0 });
    } catch (error) {
      this.#logger.warn({ reason: mapError(error).reason }, 'the last updates could not be confirmed');
    }
  }

  async #run(): Promise<void> {
    let pause = FIRST_PAUSE;
    while (!this.#stopping.signal.aborted) {
      try {
        await this.#ask();
        pause = FIRST_PAUSE;
      } catch (error) {
        if (this.#stopping.signal.aborted) return;
        const { reason, retryAfterMilliseconds } = mapError(error);
        const milliseconds = retryAfterMilliseconds ?? pause;
        this.#logger.warn({ reason, milliseconds }, 'Telegram gave no updates; asking again');
        await wait(this.#clock, milliseconds, this.#stopping.signal);
        pause = Math.min(pause * 2, LONGEST_PAUSE);
      }
    }
  }

  async #ask(): Promise<void> {
    const offset = this.#taken + 1;
    const updates = await this.#api.raw.getUpdates(
      { offset, limit: 100, timeout: POLL_SECONDS, allowed_updates: UPDATE_TYPES },
      this.#stopping.signal as never,
    );
    this.#asked = offset;
    for (const update of updates) this.#handle(update);
    // What has just come is answered before more is asked for: somebody waits for it.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#inHand.size >= MOST_IN_HAND) await Promise.race(this.#inHand);
  }

  #handle(update: Update): void {
    this.#taken = Math.max(this.#taken, update.update_id);
    const task = this.#take(update).finally(() => this.#inHand.delete(task));
    this.#inHand.add(task);
  }
}
