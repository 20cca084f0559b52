import type { Clock } from '#shared/clock.ts';

/** Time that passes only when the test says so. */
export class ManualClock implements Clock {
  #now: number;
  #next = 0;
  readonly #timers = new Map<number, { at: number; task: () => void }>();

  constructor(now: number) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  after(milliseconds: number, task: () => void): () => void {
    const id = this.#next++;
    this.#timers.set(id, { at: this.#now + Math.max(0, milliseconds), task });
    return () => this.#timers.delete(id);
  }

  /** Sets the clock, also back; timers keep their distance. */
  set(now: number): void {
    const shift = now - this.#now;
    for (const timer of this.#timers.values()) timer.at += shift;
    this.#now = now;
  }

  /** Lets time pass, one timer after the other, each followed by all that it sets off. */
  async advance(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    await settled();
    for (;;) {
      let first: [number, { at: number; task: () => void }] | null = null;
      for (const timer of this.#timers) if (!first || timer[1].at < first[1].at) first = timer;
      if (!first || first[1].at > end) break;
      this.#timers.delete(first[0]);
      this.#now = Math.max(this.#now, first[1].at);
      first[1].task();
      await settled();
    }
    this.#now = end;
    await settled();
  }

  /** Lets time pass until `done`; throws after `most` milliseconds. */
  async advanceUntil(done: () => boolean | Promise<boolean>, most: number, step = 100): Promise<void> {
    const end = this.#now + most;
    while (!(await done())) {
      if (this.#now >= end) throw new Error(`not done after ${most} ms of the manual clock`);
      await this.advance(step);
    }
  }
}

/** Everything that needs no time has happened. */
async function settled(): Promise<void> {
  for (let i = 0; i < 3; i++) await new Promise((resolve) => setImmediate(resolve));
}
