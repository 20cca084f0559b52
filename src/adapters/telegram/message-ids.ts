/** Ids of supergroups and channels are below this; private chats and basic groups share one counter of the bot. */
const OWN_COUNTER_BELOW = -1_000_000_000_000;

/** How many ids a counter remembers, and how many counters are kept. */
const KNOWN_IDS = 2000;
const COUNTERS = 2000;

interface Counter {
  highest: number;
  /** Ids that are known to be some other message. */
  known: Set<number>;
  /** Whether the counter has been seen as it is now: by an update or an answer of this run. */
  fresh: boolean;
}

/** Which message ids have been seen: what a send whose answer was lost can be, and what it cannot. */
export class MessageIds {
  readonly #counters = new Map<string, Counter>();

  /** An id of long ago says where the counter was, not where it is: `fresh` is false for those. */
  see(chatId: string, messageId: number, fresh = true): void {
    if (!Number.isSafeInteger(messageId) || messageId <= 0) return;
    const key = counterOf(chatId);
    const counter = this.#counters.get(key) ?? { highest: 0, known: new Set(), fresh: false };
    counter.highest = Math.max(counter.highest, messageId);
    counter.known.add(messageId);
    counter.fresh ||= fresh;
    if (counter.known.size > KNOWN_IDS) counter.known.delete(first(counter.known));
    this.#counters.delete(key);
    this.#counters.set(key, counter);
    if (this.#counters.size > COUNTERS) this.#counters.delete(first(this.#counters.keys()));
  }

  /** The highest id seen on that chat's counter; null where none was. */
  highest(chatId: string): number | null {
    return this.#counters.get(counterOf(chatId))?.highest ?? null;
  }

  isFresh(chatId: string): boolean {
    return this.#counters.get(counterOf(chatId))?.fresh ?? false;
  }

  isKnown(chatId: string, messageId: number): boolean {
    return this.#counters.get(counterOf(chatId))?.known.has(messageId) ?? false;
  }
}

function counterOf(chatId: string): string {
  return Number(chatId) < OWN_COUNTER_BELOW ? chatId : 'shared';
}

function first<T>(values: Iterable<T>): T {
  for (const value of values) return value;
  throw new RangeError('empty');
}
