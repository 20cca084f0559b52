import { DEFAULT_STYLE, type ReaderStyle } from '#message/reader-style.ts';
import type { ChatRef } from './platform.ts';

export type ChatKind = 'private' | 'group' | 'channel';

/** ISO weekday: Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export const EVERY_DAY: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** What a chat has chosen; `zone` is the one that its times are shown in. */
export interface ChatSettings extends ReaderStyle {
  /** No digest on these days; what happened on them is in the next one. */
  quietDays: readonly Weekday[];
  /** On a day without news: say so, or stay silent. */
  emptyDay: 'say' | 'silent';
  /** Whether pushes reach a subscribed chat. */
  breaking: boolean;
}

export const DEFAULT_SETTINGS: Omit<ChatSettings, 'zone'> = {
  ...DEFAULT_STYLE,
  quietDays: [],
  emptyDay: 'say',
  breaking: true,
};

/** A chat as the store knows it. */
export interface ChatRecord {
  /** The store's own number; it stays when a group becomes a supergroup. */
  id: number;
  ref: ChatRef;
  kind: ChatKind;
  title: string;
  settings: ChatSettings;
  /** Why nothing is sent there any more, and since when; null while it can be reached. */
  disabled: { reason: string; at: number } | null;
  /** Epoch milliseconds. */
  createdAt: number;
}

/** `telegram:-100123`, `telegram:-100123:7` for a forum topic: for logs and for reports that name a chat. */
export function chatName(ref: ChatRef): string {
  return [ref.platform, ref.id, ...(ref.thread === null ? [] : [ref.thread])].join(':');
}

export interface ChatStore {
  /** The chat, made with `defaults` where it is new; title and kind are brought up to date. */
  ensure(chat: SeenChat, defaults: ChatSettings, now: number): Promise<ChatRecord>;
  get(ref: ChatRef): Promise<ChatRecord | null>;
  /** Durable when it resolves. Throws where the chat is unknown. */
  saveSettings(ref: ChatRef, change: Partial<ChatSettings>): Promise<ChatRecord>;
  /**
   * Stops everything that is owed there: pending deliveries fail with `reason`, the next slot is taken away.
   * `scope`: the whole chat with all its topics, or this topic alone.
   */
  disable(ref: ChatRef, reason: string, scope: 'chat' | 'topic', now: number): Promise<void>;
  /** The chats (forum topics too) under this platform id that were disabled and are not any more. */
  enable(ref: ChatRef): Promise<ChatRecord[]>;
  /** Carries chat, topics, settings, subscription, deliveries and copies over to the new id. */
  migrate(platform: ChatRef['platform'], from: string, to: string): Promise<void>;
}

/** What an adapter tells of a chat that somebody writes from. */
export interface SeenChat {
  ref: ChatRef;
  kind: ChatKind;
  title: string;
}
