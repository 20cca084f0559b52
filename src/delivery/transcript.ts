import type { Message } from '#message/message.ts';

/** What stands in a local chat: a reader's words, a message of ours, or nothing more where it was withdrawn. */
export type TranscriptContent =
  | { by: 'reader'; text: string }
  | { by: 'mujaz'; message: Message }
  | { by: 'nobody' };

export interface TranscriptEntry {
  /** The number of the event that brought it; grows over all chats, also over a restart. */
  id: number;
  /** The number of the newest event that touched it, from the same count. */
  event: number;
  at: number;
  nonce: string;
  content: TranscriptContent;
}

/** What the platforms without a server of their own (the web chat) have shown: only the newest state is kept. */
export interface TranscriptStore {
  /** One with the same nonce in the same chat is not added again but returned. */
  append(
    chat: string,
    entry: Pick<TranscriptEntry, 'nonce' | 'at' | 'content'>,
  ): Promise<{ entry: TranscriptEntry; isNew: boolean }>;
  /** Null where there is no such message or it was withdrawn. */
  update(chat: string, id: number, content: TranscriptContent): Promise<TranscriptEntry | null>;
  find(chat: string, id: number): Promise<TranscriptEntry | null>;
  findByNonce(chat: string, nonce: string): Promise<TranscriptEntry | null>;
  /** What changed after `event` (0 = everything), the newest `limit` messages of it, in the order of events. */
  readAfter(chat: string, event: number, limit: number): Promise<TranscriptEntry[]>;
}
