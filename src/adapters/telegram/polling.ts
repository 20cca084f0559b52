import { type RunnerHandle, run } from '@grammyjs/runner';
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

type Fetch = (
  args: { offset: number; limit: number; timeout: number },
  signal: AbortSignal,
) => Promise<Update[]>;

/** Takes updates by long polling and hands them on side by side. Nothing that the server answers ends it. */
export class Polling {
  readonly #api: Api;
  readonly #take: (update: Update) => Promise<void>;
  readonly #clock: Clock;
  readonly #logger: Logger;
  readonly #running = new Set<Promise<void>>();
  #runner: RunnerHandle | null = null;
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
    const adapter = {
      handleUpdate: (update: Update) => this.#handle(update),
      errorHandler: () => undefined,
      api: { getUpdates: this.#fetch as never },
    };
    this.#runner = run<Update, unknown>(adapter, {
      runner: { fetch: { timeout: POLL_SECONDS, allowed_updates: UPDATE_TYPES }, silent: true },
    });
  }

  /** Asks for nothing more, waits for what is being handled, and tells the server what was. */
  async stop(): Promise<void> {
    if (!this.#runner?.isRunning()) return;
    await this.#runner.stop();
    await Promise.all(this.#running);
    if (this.#taken < this.#asked) return;
    try {
      await this.#api.raw.getUpdates({ offset: this.#taken + 1, limit: 1, timeout: 0 });
    } catch (error) {
      this.#logger.warn({ reason: mapError(error).reason }, 'the last updates could not be confirmed');
    }
  }

  #handle(update: Update): Promise<void> {
    this.#taken = Math.max(this.#taken, update.update_id);
    const task = this.#take(update).finally(() => this.#running.delete(task));
    this.#running.add(task);
    return task;
  }

  readonly #fetch: Fetch = async (args, signal) => {
    for (let pause = FIRST_PAUSE; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
      try {
        const updates = await this.#api.raw.getUpdates(args as never, signal as never);
        this.#asked = args.offset;
        return updates;
      } catch (error) {
        if (signal.aborted) throw error;
        const { reason, retryAfterMilliseconds } = mapError(error);
        const milliseconds = retryAfterMilliseconds ?? pause;
        this.#logger.warn({ reason, milliseconds }, 'Telegram gave no updates; asking again');
        await wait(this.#clock, milliseconds, signal);
        if (signal.aborted) throw error;
      }
    }
  };
}
