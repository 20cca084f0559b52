import type { Message } from '#message/message.ts';

/** What stands in a transcript: a reader's words, a message of ours, or nothing more where it was withdrawn. */
export type TranscriptContent =
  | { by: 'reader'; text: string }
  | { by: 'mujaz'; message: Message }
  | { by: 'nobody' };

export interface TranscriptEntry {
  /** The message's id: the number of the event that brought it. Grows over all chats, also over a restart. */
  id: number;
  /** The number of the newest event that touched it, from the same count. */
  event: number;
  /** Epoch milliseconds of the event that brought it. */
  at: number;
  nonce: string;
  content: TranscriptContent;
}

export interface NewEntry {
  nonce: string;
  at: number;
  content: TranscriptContent;
}

/**
 * What each web chat has said and been told. Only the newest state of a message is kept, under the number of its
 * newest event: a page that asks for everything after the last event it has seen gets each change exactly once.
 */
export interface TranscriptStore {
  /** Adds a message at the end; one with the same nonce in the same chat is not added again but returned. */
  append(chat: string, entry: NewEntry): Promise<{ entry: TranscriptEntry; isNew: boolean }>;
  /** Puts `content` in place of what stands there; null where there is no such message or it was withdrawn. */
  update(chat: string, id: number, content: TranscriptContent): Promise<TranscriptEntry | null>;
  find(chat: string, id: number): Promise<TranscriptEntry | null>;
  findByNonce(chat: string, nonce: string): Promise<TranscriptEntry | null>;
  /** What changed after `event` (0 = everything), the newest `limit` messages of it, in the order of events. */
  readAfter(chat: string, event: number, limit: number): Promise<TranscriptEntry[]>;
}
