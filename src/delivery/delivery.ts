import type { Action } from '#message/action.ts';
import type { Message } from '#message/message.ts';
import type { ChatRecord } from './chat-record.ts';
import type { ChatRef, PlatformName, Receipt } from './platform.ts';

/** `correction` and `retraction` edit a copy; `notice` is the short reply where a copy cannot be edited. */
export type DeliveryKind = 'digest' | 'push' | 'correction' | 'retraction' | 'notice';

export type DeliveryState = 'pending' | 'sending' | 'sent' | 'failed' | 'unknown';

/** Why something was not sent and is not to be: the chat does not want it, or something newer takes its place. */
export const UNSUBSCRIBED = 'unsubscribed';
export const LAPSED = 'lapsed';
export const NO_LONGER_WANTED = [UNSUBSCRIBED, LAPSED];

/** A brief at the revision that a message shows. */
export interface BriefShown {
  brief: string;
  revision: number;
}

/** One story of a digest; `before`: the revision that this chat had seen, null = new to it. */
export interface DigestItem extends BriefShown {
  before: number | null;
}

/**
 * What a delivered message is made from, so that it can be made again.
 * - `digest`: `since`: where the last one ended; `until` and `items` are null until it is composed.
 * - `brief`: a brief in a view; `before`: the revision whose changes are to be shown, null = none.
 * - `notice`: `answers`: the platform's id of the message that could not be edited.
 */
export type Payload =
  | {
      type: 'digest';
      localDate: string;
      since: number | null;
      until: number | null;
      items: DigestItem[] | null;
    }
  | { type: 'brief'; brief: string; view: Action; before: number | null }
  | { type: 'notice'; brief: string; revision: number; answers: string | null };

/** One message owed to one chat. */
export interface Delivery {
  id: number;
  chat: ChatRecord;
  kind: DeliveryKind;
  /** Unique in its chat: `digest:2026-11-25`, `push:12`, `correction:13:4071`. */
  key: string;
  state: DeliveryState;
  payload: Payload;
  /** What the chat has limited its digests to; empty = all. */
  topics: string[];
  /** The copy that it edits; null for what is sent anew. */
  copyId: number | null;
  /** The push or correction that it belongs to. */
  jobId: number | null;
  /** What that job is about. */
  job: BriefShown | null;
  /** Low numbers first. */
  priority: number;
  /** When it was owed: the slot's instant, the push's time. */
  owedAt: number;
  /** Not to be tried before. */
  dueAt: number;
  /** When the attempt began whose end is not known; null otherwise. */
  beganAt: number | null;
  attempts: number;
  /** The same at every attempt; at most 25 characters. */
  nonce: string;
  /** Owed while the service was down. */
  late: boolean;
  /** Sent again after an answer was lost and nobody could tell whether it had arrived. */
  possiblyDouble: boolean;
  /** Why it failed or waits, in the platform's word. */
  reason: string | null;
  /** What is being sent, kept only while its arrival is not known. */
  message: Message | null;
  sentAt: number | null;
}

/** Low numbers go first; what has to be settled holds up its chat, so it goes before everything. */
export const PRIORITY = {
  settle: 0,
  retraction: 10,
  correction: 20,
  notice: 30,
  push: 40,
  digest: 50,
} as const;

/** A delivered message that shows briefs: what a correction edits. Answers to readers are copies too. */
export interface Copy {
  id: number;
  chat: ChatRecord;
  receipt: Receipt;
  payload: Payload;
  shows: BriefShown[];
  at: number;
}

export interface NewCopy {
  receipt: Receipt;
  payload: Payload;
  shows: BriefShown[];
}

export interface NewDelivery {
  chatId: number;
  kind: DeliveryKind;
  key: string;
  payload: Payload;
  copyId: number | null;
  jobId: number | null;
  owedAt: number;
}

/**
 * How an attempt ended; all of these are written as they are. `notice`: the copy cannot be edited, and its chat is
 * owed this new message instead.
 */
export type Outcome =
  | { id: number; state: 'sent'; copy: NewCopy | null; until: number | null; at: number; reason?: string }
  | { id: number; state: 'failed'; reason: string; at: number }
  | {
      id: number;
      state: 'pending';
      reason: string;
      dueAt: number;
      possiblyDouble?: boolean;
      late?: boolean;
      notice?: Extract<Payload, { type: 'notice' }>;
    }
  | { id: number; state: 'unknown'; reason: string; dueAt: number };

export interface Attempt {
  id: number;
  /** Null for edits: these may be repeated without asking. */
  message: Message | null;
  payload: Payload;
}

/** The truth about what is owed, sent and shown. Every method is durable when it resolves. */
export interface Ledger {
  /** Ready to be sent or settled: `pending` and `unknown` rows of the platform, by priority. */
  ready(platform: PlatformName, now: number, limit: number, except: readonly number[]): Promise<Delivery[]>;
  /** Pending → sending, and only these: returns the ids that were still pending. */
  begin(attempts: readonly Attempt[], now: number): Promise<number[]>;
  finish(outcomes: readonly Outcome[]): Promise<void>;
  /** After a crash: edits in `sending` become pending, sends become unknown; late digests are marked. */
  recover(platform: PlatformName, now: number): Promise<{ unknown: number; edits: number }>;
  owe(deliveries: readonly NewDelivery[], now: number): Promise<number>;
  copy(id: number): Promise<Copy | null>;
  /** A copy that did not come from a delivery: an answer to a reader. */
  recordAnswer(chat: ChatRecord, copy: NewCopy, now: number): Promise<void>;
  /** That message shows no brief any more; nothing happens where it never did. */
  forgetAnswer(chat: ChatRecord, receipt: Receipt): Promise<void>;
  /** Newest message known in that chat before `before`. */
  newestReceipt(chatId: number, before: number): Promise<Receipt | null>;
  /** Copies that show the brief at an older revision, page by page. */
  copiesOf(brief: string, olderThan: number, after: number, limit: number): Promise<Copy[]>;
  /** The newest copies of a platform's chats, newest first. */
  newestReceipts(platform: PlatformName, limit: number): Promise<Receipt[]>;
  lastDelivery(ref: ChatRef): Promise<{ kind: DeliveryKind; at: number } | null>;
  counts(now: number): Promise<LedgerCounts>;
}

export interface LedgerCounts {
  /** Due and not yet sent, those being sent included, by platform. */
  due: Record<string, number>;
  /** Whose arrival is not known, also those that are to be looked for later. */
  unknown: number;
  /** The age of the oldest of these in milliseconds; 0 where there is none. */
  lagMilliseconds: number;
}
