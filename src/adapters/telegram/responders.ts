import type { Api } from 'grammy';
import type { CallbackQuery, Message as TelegramMessage } from 'grammy/types';
import type { Responder } from '#chat/request.ts';
import type { DeliveryError } from '#delivery/delivery-error.ts';
import type { ChatRef, Receipt } from '#delivery/platform.ts';
import { composeNotice } from '#message/compose-lists.ts';
import type { MessageLimits } from '#message/fit.ts';
import type { Message } from '#message/message.ts';
import type { Clock } from '#shared/clock.ts';
import type { Logger } from '#shared/logger.ts';
import { type Answers, cannotBeEdited } from './answers.ts';
import { mapError } from './map-error.ts';
import { TOAST_CHARACTERS } from './profile.ts';
import { chatOf } from './requests.ts';

/** Milliseconds after which a pressed button stops turning, whatever its handler still does. */
const PRESSED_FOR = 5000;

/** Sends into one chat until it refuses: after that not even an apology is tried. */
class ChatDoor {
  readonly #answers: Answers;
  readonly #chat: ChatRef;
  #closed: DeliveryError | null = null;

  constructor(answers: Answers, chat: ChatRef) {
    this.#answers = answers;
    this.#chat = chat;
  }

  async send(message: Message, replyTo: number | null = null): Promise<Receipt> {
    if (this.#closed) throw this.#closed;
    try {
      return await this.#answers.send(this.#chat, message, replyTo);
    } catch (error) {
      const failure = mapError(error);
      if (failure.kind === 'forbidden' || failure.kind === 'gone') this.#closed = failure;
      throw failure;
    }
  }
}

/** Answers to a message: in groups as a reply to it, in a forum in its topic. */
export class MessageResponder implements Responder {
  readonly #answers: Answers;
  readonly #door: ChatDoor;
  #replyTo: number | null;

  constructor(answers: Answers, message: TelegramMessage) {
    this.#answers = answers;
    this.#door = new ChatDoor(answers, chatOf(message));
    const isGroup = message.chat.type === 'group' || message.chat.type === 'supergroup';
    this.#replyTo = isGroup ? message.message_id : null;
  }

  get limits(): MessageLimits {
    return this.#answers.limits;
  }

  async reply(message: Message): Promise<Receipt> {
    const replyTo = this.#replyTo;
    this.#replyTo = null;
    return this.#door.send(message, replyTo);
  }

  async replace(message: Message): Promise<Receipt> {
    return this.reply(message);
  }

  async toast(text: string): Promise<void> {
    await this.reply(composeNotice(text));
  }
}

/** Answers to a pressed button: edits the message it stands under, and stops its turning exactly once. */
export class ButtonResponder implements Responder {
  readonly #answers: Answers;
  readonly #api: Api;
  readonly #logger: Logger;
  readonly #query: CallbackQuery;
  readonly #chat: ChatRef;
  readonly #door: ChatDoor;
  readonly #cancelTimer: () => void;
  #stopped: Promise<void> | null = null;

  constructor(answers: Answers, api: Api, query: CallbackQuery, clock: Clock, logger: Logger) {
    this.#answers = answers;
    this.#api = api;
    this.#logger = logger;
    this.#query = query;
    this.#chat = query.message
      ? chatOf(query.message)
      : { platform: 'telegram', id: String(query.from.id), thread: null };
    this.#door = new ChatDoor(answers, this.#chat);
    this.#cancelTimer = clock.after(PRESSED_FOR, () => void this.finish());
  }

  get limits(): MessageLimits {
    return this.#answers.limits;
  }

  async reply(message: Message): Promise<Receipt> {
    return this.#door.send(message);
  }

  async replace(message: Message): Promise<Receipt> {
    try {
      return await this.#answers.edit(this.#pressed(), message);
    } catch (error) {
      // The message was deleted meanwhile, or is too old: the answer still has to reach whoever pressed.
      if (!cannotBeEdited(error)) throw error;
      return this.reply(message);
    }
  }

  #pressed(): Receipt {
    const { message, inline_message_id } = this.#query;
    const inline = inline_message_id !== undefined;
    return {
      chat: this.#chat,
      messageIds: [inline ? inline_message_id : String(message?.message_id ?? 0)],
      format: inline ? 'inline' : 'entities',
      contentHash: '',
    };
  }

  async toast(text: string): Promise<void> {
    if (this.#stopped === null && text.length <= TOAST_CHARACTERS) return this.#stop(text);
    await this.reply(composeNotice(text));
  }

  /** Stops the turning where nothing has yet. Never throws. */
  async finish(): Promise<void> {
    return this.#stopped ?? this.#stop();
  }

  #stop(text?: string): Promise<void> {
    this.#cancelTimer();
    const answer = this.#api.answerCallbackQuery(this.#query.id, text === undefined ? {} : { text });
    this.#stopped = answer.then(
      () => undefined,
      (error: unknown) =>
        this.#logger.warn({ reason: mapError(error).reason }, 'a pressed button could not be answered'),
    );
    return this.#stopped;
  }
}
