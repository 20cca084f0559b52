import type { TranscriptContent, TranscriptEntry, TranscriptStore } from '#delivery/transcript.ts';

/** Chats kept at most; the one that was touched longest ago goes first. */
const MAX_CHATS = 2000;
/** Messages kept of one chat; older ones count as no longer there. */
const MAX_ENTRIES = 500;

/** Transcripts that live as long as the process. */
export class MemoryTranscriptStore implements TranscriptStore {
  readonly #chats = new Map<string, Map<number, TranscriptEntry>>();
  #lastEvent: number;

  /** `firstEvent`: above every number an earlier process gave out, so that an open page never takes two for one. */
  constructor(firstEvent: number) {
    this.#lastEvent = firstEvent;
  }

  async append(chat: string, { nonce, at, content }: Pick<TranscriptEntry, 'nonce' | 'at' | 'content'>) {
    const known = await this.findByNonce(chat, nonce);
    if (known) return { entry: known, isNew: false };
    const event = ++this.#lastEvent;
    const entry: TranscriptEntry = { id: event, event, at, nonce, content };
    const entries = this.#touch(chat);
    entries.set(entry.id, entry);
    if (entries.size > MAX_ENTRIES) entries.delete(entries.keys().next().value as number);
    return { entry, isNew: true };
  }

  async update(chat: string, id: number, content: TranscriptContent) {
    const entries = this.#chats.get(chat);
    const old = entries?.get(id);
    if (!entries || !old || old.content.by === 'nobody') return null;
    const entry: TranscriptEntry = { ...old, event: ++this.#lastEvent, content };
    entries.set(id, entry);
    return entry;
  }

  async find(chat: string, id: number) {
    return this.#chats.get(chat)?.get(id) ?? null;
  }

  async findByNonce(chat: string, nonce: string) {
    for (const entry of this.#chats.get(chat)?.values() ?? []) if (entry.nonce === nonce) return entry;
    return null;
  }

  async readAfter(chat: string, event: number, limit: number) {
    const changed = [...(this.#chats.get(chat)?.values() ?? [])].filter((entry) => entry.event > event);
    return changed.slice(-limit).sort((a, b) => a.event - b.event);
  }

  #touch(chat: string): Map<number, TranscriptEntry> {
    const entries = this.#chats.get(chat) ?? new Map<number, TranscriptEntry>();
    this.#chats.delete(chat);
    this.#chats.set(chat, entries);
    if (this.#chats.size > MAX_CHATS) this.#chats.delete(this.#chats.keys().next().value as string);
    return entries;
  }
}
