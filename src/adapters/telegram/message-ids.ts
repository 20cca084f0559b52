import type { Clock } from '#shared/clock.ts';

/** Ids of supergroups and channels are below this; private chats and basic groups share one counter of the bot. */
const OWN_COUNTER_BELOW = -1_000_000_000_000;

/** How many ids a counter remembers, and how many counters are kept. */
const KNOWN_IDS = 2000;
const COUNTERS = 2000;

/** Of how many sends it is remembered when they began. */
const TIMED_SENDS = 600;

/** A server that gave up a call may still put the message into the chat: so long after, milliseconds. */
const AFTERMATH = 1000;

interface Counter {
  highest: number;
  /** Ids that are known to be some other message. */
  known: Set<number>;
  /** Whether the counter has been seen as it is now: by an update or an answer of this run. */
  fresh: boolean;
  /** Sends that have not been answered yet. */
  inTheAir: number;
  /** The newest sends that arrived. */
  timed: { begunAt: number; id: number }[];
}

/** What is known of a send at the moment it was lost. */
export interface LostAt {
  /** Epoch milliseconds. */
  at: number;
  /** Sends that were in the air with it on the same counter. */
  inTheAir: number;
}

/** Which message ids have been seen: what a send whose answer was lost can be, and what it cannot. */
export class MessageIds {
  readonly #counters = new Map<string, Counter>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** An id of long ago says where the counter was, not where it is: `fresh` is false for those. */
  see(chatId: string, messageId: number, fresh = true): void {
    if (!Number.isSafeInteger(messageId) || messageId <= 0) return;
    const counter = this.#counter(chatId);
    counter.highest = Math.max(counter.highest, messageId);
    counter.known.add(messageId);
    counter.fresh ||= fresh;
    if (counter.known.size > KNOWN_IDS) counter.known.delete(first(counter.known));
  }

  /** A send from its beginning to its end; resolves to the id that the message got. */
  async follow(chatId: string, send: () => Promise<number>): Promise<number> {
    const counter = this.#counter(chatId);
    const begunAt = this.#clock.now();
    counter.inTheAir++;
    try {
      const id = await send();
      this.see(chatId, id);
      counter.timed.push({ begunAt, id });
      if (counter.timed.length > TIMED_SENDS) counter.timed.splice(0, TIMED_SENDS / 2);
      return id;
    } finally {
      counter.inTheAir--;
    }
  }

  /** To be called as soon as an answer is known to be lost. */
  lost(chatId: string): LostAt {
    return { at: this.#clock.now(), inTheAir: this.#counters.get(counterOf(chatId))?.inTheAir ?? 0 };
  }

  /** The id that a send begun after the lost one's end has got: the lost one's is below it; null = none has yet. */
  bound(chatId: string, lost: LostAt): number | null {
    const later = this.#counters
      .get(counterOf(chatId))
      ?.timed.filter(({ begunAt }) => begunAt >= lost.at + AFTERMATH);
    return later && later.length > 0 ? Math.min(...later.map(({ id }) => id)) : null;
  }

  #counter(chatId: string): Counter {
    const key = counterOf(chatId);
    const counter = this.#counters.get(key) ?? {
      highest: 0,
      known: new Set(),
      fresh: false,
      inTheAir: 0,
      timed: [],
    };
    this.#counters.delete(key);
    this.#counters.set(key, counter);
    if (this.#counters.size > COUNTERS) this.#counters.delete(first(this.#counters.keys()));
    return counter;
  }

  /** The highest id seen on that chat's counter; null where none was. */
  highest(chatId: string): number | null {
    return this.#counters.get(counterOf(chatId))?.highest || null;
  }

  isFresh(chatId: string): boolean {
    return this.#counters.get(counterOf(chatId))?.fresh ?? false;
  }

  isKnown(chatId: string, messageId: number): boolean {
    return this.#counters.get(counterOf(chatId))?.known.has(messageId) ?? false;
  }
}

/** Whether the chat's ids come from the bot's one counter for private chats and basic groups. */
export function sharesCounter(chatId: string): boolean {
  return Number(chatId) >= OWN_COUNTER_BELOW;
}

function counterOf(chatId: string): string {
  return sharesCounter(chatId) ? 'shared' : chatId;
}

function first<T>(values: Iterable<T>): T {
  for (const value of values) return value;
  throw new RangeError('empty');
}
