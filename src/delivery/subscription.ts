import type { ChatRecord, Weekday } from './chat-record.ts';
import type { ChatRef } from './platform.ts';

/** A chat's wish for digests and pushes; a chat has at most one. */
export interface Subscription {
  id: number;
  chatId: number;
  /** Local time of the digest, `HH:MM`; null = pushes only. */
  time: string | null;
  /** IANA zone that `time` is meant in. */
  zone: string;
  weekdays: readonly Weekday[];
  /** Topics it is limited to; empty = all. */
  topics: readonly string[];
  /** The chat's quiet days, kept here too so that the scan for what is due reads one table. */
  quietDays: readonly Weekday[];
  createdAt: number;
  /** Instant of the next slot; null = none (no day is left, pushes only, or the chat is disabled). */
  nextDue: number | null;
  /** Local date (`YYYY-MM-DD`) of the newest slot that a digest was planned for; never planned twice. */
  lastDate: string | null;
  /** The newest digest that was delivered; null before the first. */
  lastDigest: LastDigest | null;
}

export interface LastDigest {
  /** When it was delivered. */
  at: number;
  /** It held everything up to this moment: the next one begins here. */
  until: number;
}

export type SubscriptionWish = Pick<Subscription, 'time' | 'zone' | 'weekdays' | 'topics'>;

/** What the planner has decided about one subscription that was due. */
export interface PlannedSlot {
  subscription: Subscription;
  /** The newest slot that has come; null where its local date has been planned before. */
  slot: { at: number; localDate: string; late: boolean } | null;
  nextDue: number | null;
}

export interface SubscriptionStore {
  get(ref: ChatRef): Promise<Subscription | null>;
  /** Creates or changes it; durable when it resolves. */
  save(chat: ChatRecord, wish: SubscriptionWish, nextDue: number | null, now: number): Promise<Subscription>;
  setNextDue(id: number, nextDue: number | null): Promise<void>;
  /** Takes it away and cancels what is still pending for it. False where there was none. */
  remove(ref: ChatRef, now: number): Promise<boolean>;
  /** Subscriptions whose slot has come, oldest first. */
  due(now: number, limit: number): Promise<Subscription[]>;
  /**
   * Writes the digests that are owed and the next slots, in one transaction. Digests of earlier days that are still
   * pending for the same chat lapse. Returns how many were newly owed and how many lapsed.
   */
  plan(slots: readonly PlannedSlot[], now: number): Promise<{ owed: number; lapsed: number }>;
  /** Oldest slot that has come and is not planned yet; null where there is none. */
  oldestDue(now: number): Promise<number | null>;
  /** Subscriptions that have a next slot, by their number, page by page. */
  page(after: number, limit: number): Promise<Subscription[]>;
  /** All that can be reached by a push, page by page: `after` is the last chat id of the page before. */
  subscribers(after: number, limit: number): Promise<Subscriber[]>;
}

export interface Subscriber {
  chat: ChatRecord;
  topics: readonly string[];
}
