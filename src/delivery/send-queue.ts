import type { Clock } from '#shared/clock.ts';
import type { Delivery, Ledger } from './delivery.ts';
import type { Pace } from './pace.ts';
import type { PlatformName } from './platform.ts';

/** Rows looked at together: several seconds' worth at Telegram's pace, a few milliseconds' to read. */
const PAGE = 200;
/** After this long the page is read anew: something more urgent may have come. */
const STALE_AFTER = 1000;
/** A chat that cannot be written to for longer than this gives up its places in the page. */
const LONG_WAIT = 2000;

export type Deferred = { id: number; dueAt: number; reason: string };

/** What is to be sent next on one platform: a page of the ledger, kept in memory while it is fresh. */
export class SendQueue {
  readonly #ledger: Pick<Ledger, 'ready'>;
  readonly #platform: PlatformName;
  readonly #pace: Pace;
  readonly #clock: Clock;
  #rows: Delivery[] = [];
  #readAt = Number.NEGATIVE_INFINITY;
  #full = false;

  constructor(ledger: Pick<Ledger, 'ready'>, platform: PlatformName, pace: Pace, clock: Clock) {
    this.#ledger = ledger;
    this.#platform = platform;
    this.#pace = pace;
    this.#clock = clock;
  }

  get length(): number {
    return this.#rows.length;
  }

  /** Something new may be owed. */
  forget(): void {
    this.#readAt = Number.NEGATIVE_INFINITY;
  }

  /** `underWay`: rows that were taken and are still open in the ledger. */
  async fill(underWay: readonly number[]): Promise<void> {
    const age = this.#clock.now() - this.#readAt;
    const runsDry = this.#full && this.#rows.length < PAGE / 4;
    if (!runsDry && age >= 0 && age < STALE_AFTER) return;
    this.#readAt = this.#clock.now();
    this.#rows = await this.#ledger.ready(this.#platform, this.#clock.now(), PAGE, underWay);
    this.#full = this.#rows.length === PAGE;
  }

  /** Up to `most` rows that may go now, each of another chat that is not busy, and how long to wait for the next. */
  take(most: number, busy: ReadonlySet<number>): { rows: Delivery[]; wait: number } {
    const rows: Delivery[] = [];
    const seen = new Set<number>();
    let wait = this.#full ? STALE_AFTER / 4 : STALE_AFTER;
    for (const row of this.#rows) {
      if (rows.length >= most) break;
      if (busy.has(row.chat.id) || seen.has(row.chat.id)) continue;
      seen.add(row.chat.id);
      const needed = this.#pace.take(row.chat);
      if (needed === 0) rows.push(row);
      else wait = Math.min(wait, needed);
    }
    if (rows.length > 0) {
      const taken = new Set(rows);
      this.#rows = this.#rows.filter((row) => !taken.has(row));
    }
    return { rows, wait };
  }

  /** Where a page is full of chats that have to wait, they make room: each of their rows comes back in its turn. */
  giveWay(): Deferred[] {
    if (!this.#full) return [];
    const deferred: Deferred[] = [];
    const turns = new Map<number, number>();
    const now = this.#clock.now();
    for (const row of this.#rows) {
      const own = this.#pace.ownWait(row.chat);
      if (row.state !== 'pending' || own < LONG_WAIT) continue;
      const turn = turns.get(row.chat.id) ?? 0;
      turns.set(row.chat.id, turn + 1);
      deferred.push({ id: row.id, dueAt: now + Math.ceil(own) * (turn + 1), reason: 'waits for its turn' });
    }
    const gone = new Set(deferred.map((row) => row.id));
    this.#rows = this.#rows.filter((row) => !gone.has(row.id));
    if (gone.size > 0) this.forget();
    return deferred;
  }
}
