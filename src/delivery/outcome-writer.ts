import { type Clock, wait } from '#shared/clock.ts';
import type { Logger } from '#shared/logger.ts';
import { enableChat } from './change-subscription.ts';
import type { ChatRef } from './platform.ts';
import type { Consequence } from './retry.ts';
import type { Store } from './store.ts';

interface Pending {
  ref: ChatRef;
  consequence: Consequence;
  written: () => void;
}

const PAUSE_AFTER_TROUBLE = 1000;
/** A commit costs the same for one end as for many. Milliseconds; a crash within them is settled like any other. */
const GATHER = 5;

/**
 * Writes how attempts ended, as many as came in while the last ones were being written. Where the store is away the
 * ends wait here: they are facts, and are written as soon as it is back.
 */
export class OutcomeWriter {
  readonly #store: Pick<Store, 'ledger' | 'chats' | 'subscriptions'>;
  readonly #clock: Clock;
  readonly #logger: Logger;
  readonly #stopping: () => AbortSignal;
  #waiting: Pending[] = [];
  #writing: Promise<void> | null = null;

  /** `stopping`: once it is aborted nothing gathers any more. */
  constructor(
    store: Pick<Store, 'ledger' | 'chats' | 'subscriptions'>,
    clock: Clock,
    logger: Logger,
    stopping: () => AbortSignal,
  ) {
    this.#store = store;
    this.#clock = clock;
    this.#logger = logger;
    this.#stopping = stopping;
  }

  /** How many ends are not durable yet. */
  get backlog(): number {
    return this.#waiting.length;
  }

  /** Resolves when it is durable. */
  write(ref: ChatRef, consequence: Consequence): Promise<void> {
    return new Promise((written) => {
      this.#waiting.push({ ref, consequence, written });
      this.#writing ??= this.#writeAll().finally(() => {
        this.#writing = null;
      });
    });
  }

  async #writeAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      await wait(this.#clock, GATHER, this.#stopping());
      const batch = this.#waiting;
      this.#waiting = [];
      for (;;) {
        try {
          await this.#writeBatch(batch);
          break;
        } catch (error) {
          this.#logger.error(
            { err: error, ends: batch.length },
            'the store does not take what was sent; trying again',
          );
          await wait(this.#clock, PAUSE_AFTER_TROUBLE);
        }
      }
      for (const { written } of batch) written();
    }
  }

  /** May run twice over the same batch: everything in it can be repeated. */
  async #writeBatch(batch: readonly Pending[]): Promise<void> {
    const { ledger, chats } = this.#store;
    for (const { ref, consequence } of batch)
      if (consequence.migrateTo !== undefined)
        await chats.migrate(ref.platform, ref.id, consequence.migrateTo);
    await ledger.finish(batch.map(({ consequence }) => consequence.outcome));
    for (const { ref, consequence } of batch)
      if (consequence.disable)
        await chats.disable(ref, consequence.disable.reason, consequence.disable.scope, this.#clock.now());
      else if (consequence.enable) await enableChat(this.#store, ref, this.#clock.now());
  }
}
