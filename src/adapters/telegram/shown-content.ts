const REMEMBERED = 5000;

/** What the newest messages show, by hash: a button that changes nothing makes no request. */
export class ShownContent {
  readonly #hashes = new Map<string, string>();

  get(chatId: string, messageId: string): string | undefined {
    return this.#hashes.get(`${chatId}/${messageId}`);
  }

  set(chatId: string, messageId: string, hash: string): void {
    const key = `${chatId}/${messageId}`;
    this.#hashes.delete(key);
    this.#hashes.set(key, hash);
    if (this.#hashes.size <= REMEMBERED) return;
    for (const oldest of this.#hashes.keys()) {
      this.#hashes.delete(oldest);
      break;
    }
  }

  forget(chatId: string, messageId: string): void {
    this.#hashes.delete(`${chatId}/${messageId}`);
  }
}
