import type { MessageLimits } from '#message/fit.ts';
import type { Message } from '#message/message.ts';

export type PlatformName = 'telegram' | 'discord' | 'web' | 'terminal';

/** One place that can receive messages. `thread`: a forum topic (Telegram); threads are channels of their own on Discord. */
export interface ChatRef {
  platform: PlatformName;
  id: string;
  thread: string | null;
}

/** The platform's own ids of a message that was delivered; one brief message may be several of them. */
export interface Receipt {
  chat: ChatRef;
  messageIds: string[];
  /** Which form it was sent in, where that decides how it can be edited: `rich`, `entities`, `components`, `inline`. */
  format: string;
  /** Hash of what was shown; an edit to an equal hash is skipped. */
  contentHash: string;
}

/** What a platform can do and how fast: data, with its source beside each number. */
export interface Profile {
  name: PlatformName;
  /** Messages a second over all chats; null = the platform's library paces itself. */
  perSecond: number | null;
  /** Messages a second in one chat. */
  perChatPerSecond: number | null;
  /** Messages a minute in one group or channel. */
  perGroupPerMinute: number | null;
  /** Edits are refused for messages older than this; null = never. */
  editableForMilliseconds: number | null;
}

export type SettleResult =
  | { outcome: 'sent'; receipt: Receipt }
  | { outcome: 'not-sent' }
  /** What would tell has not happened yet: to be asked again in a moment. */
  | { outcome: 'later' }
  | { outcome: 'undecided' };

/** The send side of a platform. Every method throws only `DeliveryError`. */
export interface Platform {
  readonly profile: Profile;
  /** What a message may hold there; read after `start`, as the platform's server may decide it. */
  readonly limits: MessageLimits;
  /** Connects and begins to take updates; rejects where the platform cannot be used (a wrong token). */
  start(): Promise<void>;
  /** Stops taking updates, lets running handlers finish. */
  stop(): Promise<void>;
  /**
   * `nonce`: the same for a repeated send of the same delivery, at most 25 characters. `answers`: the id of an earlier
   * message there that this one is shown as a reply to, where the platform has replies and the message is still there.
   */
  send(chat: ChatRef, message: Message, nonce: string, answers?: string | null): Promise<Receipt>;
  edit(receipt: Receipt, message: Message): Promise<Receipt>;
  withdraw(receipt: Receipt): Promise<void>;
  /** Finds out whether a send whose answer was lost has arrived. `before`: the newest receipt known for that chat. */
  settle(chat: ChatRef, message: Message, nonce: string, before: Receipt | null): Promise<SettleResult>;
}
