import type { ChatRef, Receipt } from '#delivery/platform.ts';
import type { Action } from '#message/action.ts';
import type { MessageLimits } from '#message/fit.ts';
import type { Message } from '#message/message.ts';

export type ChatKind = 'private' | 'group' | 'channel';

export interface ChatUser {
  /** The platform's id; with the platform's name it is what ADMINS lists. */
  id: string;
  name: string;
}

/** A text that a command may work on: the message replied to (empty where it has none), a forwarded post, a file's content. */
export interface Attached {
  /** Empty for `unreadable`: a file that is no text, whose name is its origin. */
  text: string;
  from: 'reply' | 'forward' | 'file' | 'caption' | 'unreadable';
  /** Name of the channel or file, where known. */
  origin: string | null;
}

/**
 * What somebody did, in words of no platform.
 * - `command`: the name as typed, without its slash («brief», «موجز»), and all that follows it.
 * - `text`: anything else that is addressed to the bot. In groups, adapters pass plain text on only where the bot is
 *   addressed (mention, reply) or the text begins with one of the Arabic words.
 * - `action`: a button; null = data that no button of ours carries.
 */
export type Input =
  | { type: 'command'; name: string; rest: string }
  | { type: 'text'; text: string }
  | { type: 'action'; action: Action | null };

export interface Request {
  chat: ChatRef;
  chatKind: ChatKind;
  /** Title of the group or name of the person, for the operator; may be empty. */
  chatTitle: string;
  /** Null where nobody can be named: a channel's own post. */
  user: ChatUser | null;
  input: Input;
  attached: Attached | null;
  /** Whether the user may change what this chat receives. Asked of the platform at the moment of the act. */
  isChatAdmin(): Promise<boolean>;
  /** BCP 47, as the platform tells it; null where it does not. */
  languageTag: string | null;
}

/** How the answer gets back. `reply` may be called several times; each call ends when the platform has taken it. */
export interface Responder {
  /** What one message may hold here: the core fits its answers to it, renderers never cut. */
  readonly limits: MessageLimits;
  reply(message: Message): Promise<Receipt | null>;
  /** Puts `message` in the place of the one whose button was pressed; where there is none, the same as `reply`. */
  replace(message: Message): Promise<Receipt | null>;
  /** A short passing line: an answered callback, an ephemeral note. At most 200 characters. */
  toast(text: string): Promise<void>;
}
