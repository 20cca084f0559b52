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

  /** Begins when everything started before under the same key has ended. */
  startInOrder(key: string, task: () => Promise<void>): Promise<void> {
    const before = this.#lastOf.get(key);
    const work = this.start(() => (before ? before.then(task) : task()));
    this.#lastOf.set(key, work);
    void work.finally(() => {
      if (this.#lastOf.get(key) === work) this.#lastOf.delete(key);
    });
    return work;
  }

  async settled(): Promise<void> {
    while (this.#work.size > 0) await Promise.allSettled(this.#work);
  }
}
