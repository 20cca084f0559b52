/** The only door to time: everything that asks what time it is, or waits, is handed a Clock. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Runs `task` once after `milliseconds`; the returned function cancels it. */
  after(milliseconds: number, task: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(milliseconds, task) {
    const timer = setTimeout(task, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** Resolves after `milliseconds` of the given clock, or at once when `signal` is aborted. */
export function wait(clock: Clock, milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const cancel = clock.after(milliseconds, done);
    function done() {
      signal?.removeEventListener('abort', stop);
      resolve();
    }
    function stop() {
      cancel();
      done();
    }
    signal?.addEventListener('abort', stop, { once: true });
  });
}
