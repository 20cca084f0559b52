import { randomUUID } from 'node:crypto';
import type { Receipt } from '#delivery/platform.ts';
import type { TranscriptEntry, TranscriptStore } from '#delivery/transcript.ts';
import type { Message } from '#message/message.ts';
import type { Clock } from '#shared/clock.ts';
import { goneError, mapStoreError } from './map-error.ts';
import { hashMessage } from './render.ts';

/** Writes into transcripts and wakes the pages that show them. Throws only `DeliveryError`. */
export class Transcript {
  readonly #store: TranscriptStore;
  readonly #clock: Clock;
  readonly #listeners = new Map<string, Set<() => void>>();

  constructor(store: TranscriptStore, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  /** The reader's own words; false where this very message has been taken before. */
  async hear(chat: string, text: string, nonce: string): Promise<boolean> {
    return this.#write(chat, async () => {
      const content = { by: 'reader', text } as const;
      const entry = { nonce: `reader-${nonce}`, at: this.#clock.now(), content };
      return (await this.#store.append(chat, entry)).isNew;
    });
  }

  async say(chat: string, message: Message, nonce: string = randomUUID()): Promise<Receipt> {
    return this.#write(chat, async () => {
      const content = { by: 'mujaz', message } as const;
      const entry = { nonce: `mujaz-${nonce}`, at: this.#clock.now(), content };
      return receiptOf(chat, (await this.#store.append(chat, entry)).entry);
    });
  }

  /** Where the message already shows the same, nothing is written. `gone` where it is not there. */
  async change(chat: string, id: number, message: Message): Promise<Receipt> {
    return this.#write(chat, async () => {
      const old = await this.#store.find(chat, id);
      if (old?.content.by !== 'mujaz') throw goneError();
      if (hashMessage(old.content.message) === hashMessage(message)) return receiptOf(chat, old);
      const entry = await this.#store.update(chat, id, { by: 'mujaz', message });
      if (!entry) throw goneError();
      return receiptOf(chat, entry);
    });
  }

  /** What is gone already need not be taken away. */
  async remove(chat: string, id: number): Promise<void> {
    await this.#write(chat, () => this.#store.update(chat, id, { by: 'nobody' }));
  }

  /** The message that was sent with this nonce, null where none was. */
  async findSent(chat: string, nonce: string): Promise<Receipt | null> {
    try {
      const entry = await this.#store.findByNonce(chat, `mujaz-${nonce}`);
      return entry && receiptOf(chat, entry);
    } catch (error) {
      throw mapStoreError(error);
    }
  }

  readAfter(chat: string, event: number, limit: number): Promise<TranscriptEntry[]> {
    return this.#store.readAfter(chat, event, limit);
  }

  /** Calls `listener` after every change of the chat, until the returned function is called. */
  listen(chat: string, listener: () => void): () => void {
    const listeners = this.#listeners.get(chat) ?? new Set();
    this.#listeners.set(chat, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#listeners.get(chat) === listeners) this.#listeners.delete(chat);
    };
  }

  async #write<T>(chat: string, act: () => Promise<T>): Promise<T> {
    try {
      const result = await act();
      for (const listener of this.#listeners.get(chat) ?? []) listener();
      return result;
    } catch (error) {
      throw mapStoreError(error);
    }
  }
}

function receiptOf(chat: string, { id, content }: TranscriptEntry): Receipt {
  return {
    chat: { platform: 'web', id: chat, thread: null },
    messageIds: [String(id)],
    format: 'page',
    contentHash: content.by === 'mujaz' ? hashMessage(content.message) : '',
  };
}
