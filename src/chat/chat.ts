import { randomBytes } from 'node:crypto';
import type { ChatRef, Receipt } from '#delivery/platform.ts';
import type { Action } from '#message/action.ts';
import { composeNotice, printable } from '#message/compose-lists.ts';
import { fitMessage, type MessageLimits } from '#message/fit.ts';
import { LABELS } from '#message/labels.ar.ts';
import type { Message, Subject } from '#message/message.ts';
import type { ReaderStyle } from '#message/reader-style.ts';
import { rememberFit } from '#message/remember-fit.ts';
import { writeUserError } from '#message/user-errors.ar.ts';
import type { Logger } from '#shared/logger.ts';
import { UserError } from '#shared/user-error.ts';
import type { CommandInfo } from './commands.ts';
import type { ActionHandler, Call, CommandHandler, Feature } from './feature.ts';
import { CommandIndex } from './parse-input.ts';
import type { ChatKind, Request, Responder } from './request.ts';

/** Remembers which message shows which brief, so that a correction finds every copy. */
export interface CopyLog {
  /** `subject` null: the message shows no brief any more. */
  record(receipt: Receipt, subject: Subject | null): Promise<void>;
}

export interface ChatOptions {
  features: readonly Feature[];
  styleOf(chat: ChatRef): Promise<ReaderStyle>;
  copies: CopyLog;
  /** Resolves when an answer may go out without breaking the platform's limit. */
  turn(chat: { ref: ChatRef; kind: ChatKind }): Promise<void>;
  logger: Logger;
}

/**
 * What people type, answered. Never rejects: a fault of the user is explained, any other is logged with a number
 * that the user is told.
 */
export class Chat {
  readonly #options: ChatOptions;
  readonly #commands = new Map<string, CommandHandler>();
  readonly #actions = new Map<string, ActionHandler>();
  readonly #index: CommandIndex;
  readonly #fit = rememberFit();
  /** Every command that is answered, in the order of the features. */
  readonly commands: readonly CommandInfo[];

  constructor(options: ChatOptions) {
    this.#options = options;
    this.commands = options.features.flatMap((f) => f.commands.map((c) => c.info));
    this.#index = new CommandIndex(this.commands);
    for (const feature of options.features) {
      for (const { info, run } of feature.commands) this.#commands.set(info.name, run);
      for (const [name, run] of Object.entries(feature.actions)) this.#actions.set(name, run);
    }
  }

  /** Goes on with what an earlier run had begun; called once the platforms are there. */
  async resume(): Promise<void> {
    for (const feature of this.#options.features) await feature.resume?.();
  }

  /** Whether a plain text in a group speaks to the bot without naming it. */
  understands(text: string): boolean {
    return this.#index.inText(text) !== null;
  }

  async handle(request: Request, responder: Responder): Promise<void> {
    try {
      const call = await this.#call(request, responder);
      await this.#answer(request, call);
    } catch (error) {
      await this.#explain(error, request, responder);
    }
  }

  async #answer(request: Request, call: Call): Promise<void> {
    const { input } = request;
    if (input.type === 'action') return this.#press(call, input.action);
    const parsed =
      input.type === 'command'
        ? { command: this.#index.byName(input.name), rest: input.rest }
        : this.#index.inText(input.text);
    if (parsed?.command) return this.#commands.get(parsed.command.name)?.(call, parsed.rest);
    const slashed = input.type === 'text' && input.text.trim().startsWith('/');
    if (input.type === 'command' || slashed) return this.#unknownCommand(call);
    for (const feature of this.#options.features) if (await feature.takeText?.(call, input.text)) return;
  }

  async #press(call: Call, action: Action | null): Promise<void> {
    const run = action && this.#actions.get(action.name);
    if (!run) return call.toast(LABELS.deadButton);
    return run(call, action.args);
  }

  /** In groups an unknown command may be meant for another bot. */
  async #unknownCommand(call: Call): Promise<void> {
    const { input, chatKind } = call.request;
    if (chatKind !== 'private' || input.type === 'action') return;
    const name = input.type === 'command' ? input.name : (/^\/?\s?(\S*)/.exec(input.text.trim())?.[1] ?? '');
    await call.reply(
      composeNotice(LABELS.unknownCommand(printable(`/${name}`)), [
        [{ label: LABELS.button.help, action: { name: 'help', args: [] } }],
      ]),
    );
  }

  /** The reader has the answer: that it could not be written down is the operator's affair. */
  async #record(receipt: Receipt, subject: Subject | null): Promise<void> {
    try {
      await this.#options.copies.record(receipt, subject);
    } catch (error) {
      this.#options.logger.error(
        { err: error, chat: receipt.chat },
        'an answer could not be recorded; corrections will not reach it',
      );
    }
  }

  #parts(message: Message, limits: MessageLimits, page: number): Message[] {
    return message.subject ? [this.#fit(message, limits, page)] : fitMessage(message, limits);
  }

  async #call(request: Request, responder: Responder): Promise<Call> {
    const send = async (message: Message, put: (part: Message) => Promise<Receipt | null>) => {
      await this.#options.turn({ ref: request.chat, kind: request.chatKind });
      const receipt = await put(message);
      if (receipt) await this.#record(receipt, message.subject);
      return receipt;
    };
    const parts = (message: Message, page: number) => this.#parts(message, responder.limits, page);
    const reply = async (message: Message) => {
      let receipt: Receipt | null = null;
      for (const part of parts(message, 1)) receipt = await send(part, (p) => responder.reply(p));
      return receipt;
    };
    const replace = async (message: Message, page = 1) => {
      const [first, ...more] = parts(message, page);
      let receipt = first ? await send(first, (p) => responder.replace(p)) : null;
      for (const part of more) receipt = await send(part, (p) => responder.reply(p));
      return receipt;
    };
    const isPress = request.input.type === 'action';
    const style = await this.#options.styleOf(request.chat);
    return {
      request,
      style,
      reply: async (message) => void (await reply(message)),
      replace: async (message, page) => void (await replace(message, page)),
      show: (message) => (isPress ? replace(message) : reply(message)),
      toast: (text) => responder.toast(text),
    };
  }

  async #explain(error: unknown, request: Request, responder: Responder): Promise<void> {
    const text = error instanceof UserError ? writeUserError(error) : this.#logFailure(error, request);
    try {
      if (request.input.type === 'action') await responder.toast(text.slice(0, 200));
      else for (const part of fitMessage(composeNotice(text), responder.limits)) await responder.reply(part);
    } catch (unreachable) {
      this.#options.logger.error(
        { err: unreachable, chat: request.chat },
        'could not tell the user about a failure',
      );
    }
  }

  #logFailure(error: unknown, request: Request): string {
    const number = randomBytes(2).toString('hex').toUpperCase();
    const { chat, input } = request;
    const what = input.type === 'action' ? input.action : input.type;
    this.#options.logger.error({ err: error, number, chat, what }, 'answering failed');
    return LABELS.failure(number);
  }
}
