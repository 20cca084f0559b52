/** Work that is under way: each chat's own in order, all of it to be waited for at the end. */
export class Running {
  readonly #work = new Set<Promise<void>>();
  readonly #lastOf = new Map<string, Promise<void>>();

  /** `task` must not reject. */
  start(task: () => Promise<void>): Promise<void> {
    const work = task();
    this.#work.add(work);
    void work.finally(() => this.#work.delete(work));
    return work;
  }

  /** Begins when everything started before under the same key has ended, however it ended. */
  inOrder(key: string, task: () => Promise<void>): Promise<void> {
    const before = this.#lastOf.get(key);
    const work = before ? before.then(task) : task();
    const ended = work
      .catch(() => {}) // whoever gave the task hears of it
      .then(() => {
        if (this.#lastOf.get(key) === ended) this.#lastOf.delete(key);
      });
    this.#lastOf.set(key, ended);
    return work;
  }

  async settled(): Promise<void> {
    while (this.#work.size > 0) await Promise.allSettled(this.#work);
  }
}
