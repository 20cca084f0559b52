import type { Receipt } from '#delivery/platform.ts';
import type { ActionName } from '#message/action.ts';
import type { Message } from '#message/message.ts';
import type { ReaderStyle } from '#message/reader-style.ts';
import type { CommandInfo } from './commands.ts';
import type { Request } from './request.ts';

/** What a handler is given: who asks, what for, and how to answer. */
export interface Call {
  request: Request;
  /** How this chat wants numbers, dates and times. */
  style: ReaderStyle;
  /** A new message, split where one is not enough. */
  reply(message: Message): Promise<void>;
  /** In the place of the message whose button was pressed; page `page` of it. */
  replace(message: Message, page?: number): Promise<void>;
  toast(text: string): Promise<void>;
  /** In the place of a pressed button's message, else a new one; its receipt, for what goes on to change. */
  show(message: Message): Promise<Receipt | null>;
}

export type CommandHandler = (call: Call, rest: string) => Promise<void>;
export type ActionHandler = (call: Call, args: readonly string[]) => Promise<void>;

/** One thing that the chat can do: its commands, and the buttons of its messages. */
export interface Feature {
  commands: readonly { info: CommandInfo; run: CommandHandler }[];
  actions: Partial<Record<ActionName, ActionHandler>>;
  /** Takes a plain text that is no command; true where it was for this feature (an editor pasting an article). */
  takeText?(call: Call, text: string): Promise<boolean>;
  /** Goes on with what an earlier run had begun; called once the platforms are there. */
  resume?(): Promise<void>;
}
