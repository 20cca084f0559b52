/**
 * So many a period, saved up to one period's worth. May go below zero, down to a period's worth: what was taken too
 * early is made up for.
 */
export class TokenBucket {
  readonly capacity: number;
  readonly #perMillisecond: number;
  #tokens: number;
  #at: number;

  constructor(capacity: number, periodMilliseconds: number, now: number) {
    this.capacity = capacity;
    this.#perMillisecond = capacity / periodMilliseconds;
    this.#tokens = capacity;
    this.#at = now;
  }

  /** Milliseconds until `tokens` are there; 0 = now. */
  waitFor(tokens: number, now: number): number {
    this.#fill(now);
    // A hair less than a token, so that rounding never costs another millisecond.
    return Math.max(0, (tokens - 1e-6 - this.#tokens) / this.#perMillisecond);
  }

  take(tokens: number, now: number): void {
    this.#fill(now);
    this.#tokens = Math.max(-this.capacity, this.#tokens - tokens);
  }

  #fill(now: number): void {
    // A clock that was set back gives nothing and takes nothing.
    if (now > this.#at)
      this.#tokens = Math.min(this.capacity, this.#tokens + (now - this.#at) * this.#perMillisecond);
    this.#at = now;
  }
}
