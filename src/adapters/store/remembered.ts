/** Values kept in memory: those that were asked for last. */
const KEPT = 10_000;

/** Records of a store that nobody else writes to, kept in memory by their key. */
export class Remembered<K, V> {
  readonly #kept = new Map<K, V>();
  // What was read before a change must not be kept after it.
  #changes = 0;

  known(key: K): V | undefined {
    return this.#kept.get(key);
  }

  /** What is kept under `key`, else what `load` finds. */
  async get(key: K, load: () => Promise<V>): Promise<V> {
    const known = this.#kept.get(key);
    if (known !== undefined) return known;
    const before = this.#changes;
    const value = await load();
    if (before === this.#changes) this.#keep(key, value);
    return value;
  }

  /** What has just been written under `key`. */
  put(key: K, value: V): void {
    this.#changes++;
    this.#keep(key, value);
  }

  /** Carries out a change that may touch any key; afterwards everything is read again, also where it failed. */
  async changing<T>(change: () => Promise<T>): Promise<T> {
    try {
      return await change();
    } finally {
      this.#changes++;
      this.#kept.clear();
    }
  }

  #keep(key: K, value: V): void {
    this.#kept.set(key, value);
    if (this.#kept.size > KEPT) for (const oldest of this.#kept.keys()) return void this.#kept.delete(oldest);
  }
}
