/** Work of one chat one after the other, of different chats side by side. */
export class TurnQueue {
  readonly #tails = new Map<string, { last: Promise<unknown>; waiting: number }>();
  readonly #limit: number;

  /** `limit`: turns of one chat that may wait; see `take`. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Runs `turn` when the chat's earlier ones are over; null, and not run at all, where too many wait already. */
  take<T>(chat: string, turn: () => Promise<T>): Promise<T> | null {
    const queue = this.#tails.get(chat) ?? { last: Promise.resolve(), waiting: 0 };
    if (queue.waiting >= this.#limit) return null;
    queue.waiting++;
    this.#tails.set(chat, queue);
    const run = queue.last.then(turn);
    queue.last = run
      .catch(() => undefined) // whoever took the turn hears of it through `run`
      .then(() => {
        queue.waiting--;
        if (queue.waiting === 0) this.#tails.delete(chat);
      });
    return run;
  }

  /** Resolves when every turn taken so far is over. */
  async drain(): Promise<void> {
    await Promise.all([...this.#tails.values()].map((queue) => queue.last));
  }
}
