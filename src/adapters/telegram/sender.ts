import type { Api } from 'grammy';
import type { ChatRef, Receipt } from '#delivery/platform.ts';
import { fitMessage } from '#message/fit.ts';
import type { Message } from '#message/message.ts';
import type { FormatChoice } from './format-choice.ts';
import { isNotModified, isUnknownMethod, mapError } from './map-error.ts';
import type { MessageIds } from './message-ids.ts';
import { LIMITS } from './profile.ts';
import { renderMessage } from './render.ts';
import type { Rendered } from './rendered.ts';
import { ShownContent } from './shown-content.ts';

/** What all senders of one bot know together. */
export class SentMessages {
  readonly format: FormatChoice;
  readonly ids: MessageIds;
  readonly shown = new ShownContent();

  constructor(format: FormatChoice, ids: MessageIds) {
    this.format = format;
    this.ids = ids;
  }
}

/** Puts messages into chats with one way of calling the server. Every method throws only `DeliveryError`. */
export class Sender {
  readonly #api: Api;
  readonly #sent: SentMessages;

  constructor(api: Api, sent: SentMessages) {
    this.#api = api;
    this.#sent = sent;
  }

  async send(chat: ChatRef, message: Message, replyTo: number | null = null): Promise<Receipt> {
    try {
      const rendered = renderMessage(message, this.#sent.format.current);
      try {
        return await this.#sendParts(chat, [rendered], replyTo);
      } catch (error) {
        if (rendered.format !== 'rich' || !isUnknownMethod(error, 'sendRichMessage')) throw error;
        this.#sent.format.fallBack();
        const parts = fitMessage(message, LIMITS.entities).map((part) => renderMessage(part, 'entities'));
        return await this.#sendParts(chat, parts, replyTo);
      }
    } catch (error) {
      throw mapError(error);
    }
  }

  async #sendParts(
    chat: ChatRef,
    parts: readonly Rendered[],
    replyTo: number | null = null,
  ): Promise<Receipt> {
    const messageIds: string[] = [];
    for (const [i, part] of parts.entries())
      messageIds.push(await this.#sendOne(chat, part, i === 0 ? replyTo : null));
    return { chat, messageIds, format: parts[0]?.format ?? 'entities', contentHash: hashOf(parts) };
  }

  async #sendOne(chat: ChatRef, rendered: Rendered, replyTo: number | null = null): Promise<string> {
    const target = {
      chat_id: chat.id,
      ...(chat.thread === null ? {} : { message_thread_id: Number(chat.thread) }),
      // A message that is gone by now is no reason not to send.
      ...(replyTo === null
        ? {}
        : { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } }),
      ...keyboardOf(rendered),
    };
    const id = await this.#sent.ids.follow(chat.id, async () => {
      const { message_id } =
        rendered.format === 'rich'
          ? await this.#api.raw.sendRichMessage({ ...target, rich_message: rendered.rich })
          : await this.#api.raw.sendMessage({ ...target, ...textOf(rendered) });
      return message_id;
    });
    this.#sent.shown.set(chat.id, String(id), rendered.contentHash);
    return String(id);
  }

  /** The message in the place of the delivered one; parts that it needs more or less are sent or taken away. */
  async edit(receipt: Receipt, message: Message): Promise<Receipt> {
    try {
      const format = this.#sent.format.current;
      const parts = this.#partsOf(message, receipt.format === 'inline');
      if (hashOf(parts) === receipt.contentHash) return receipt;
      const messageIds: string[] = [];
      for (const [i, part] of parts.entries()) {
        const id = receipt.messageIds[i];
        if (id !== undefined) await this.#editOne(receipt, id, part);
        messageIds.push(id ?? (await this.#sendOne(receipt.chat, part)));
      }
      for (const id of receipt.messageIds.slice(parts.length)) await this.#withdrawOne(receipt, id);
      const kept = receipt.format === 'inline' ? 'inline' : format;
      return { chat: receipt.chat, messageIds, format: kept, contentHash: hashOf(parts) };
    } catch (error) {
      throw mapError(error);
    }
  }

  /** One part, or as many as it takes where the message was made for a server that takes more. */
  #partsOf(message: Message, inline: boolean): Rendered[] {
    const { current, limits } = this.#sent.format;
    try {
      return [renderMessage(message, current)];
    } catch (error) {
      const parts = error instanceof RangeError && !inline ? fitMessage(message, limits) : [];
      if (parts.length < 2) throw error;
      return parts.map((part) => renderMessage(part, current));
    }
  }

  async #editOne(receipt: Receipt, id: string, rendered: Rendered): Promise<void> {
    const place = receipt.format === 'inline' ? 'inline' : receipt.chat.id;
    if (this.#sent.shown.get(place, id) === rendered.contentHash) return;
    try {
      await this.editContent(receipt, id, rendered);
    } catch (error) {
      if (!isNotModified(error)) throw error;
    }
    this.#sent.shown.set(place, id, rendered.contentHash);
  }

  /** The bare call; throws what the library throws. */
  async editContent(
    where: Pick<Receipt, 'chat' | 'format'>,
    id: string,
    rendered: Rendered,
  ): Promise<unknown> {
    const target =
      where.format === 'inline'
        ? { inline_message_id: id }
        : { chat_id: where.chat.id, message_id: Number(id) };
    const content = rendered.format === 'rich' ? { rich_message: rendered.rich } : textOf(rendered);
    return this.#api.raw.editMessageText({ ...target, ...content, ...keyboardOf(rendered) });
  }

  /** A message that is gone already is withdrawn; an inline one cannot be taken away and is `rejected`. */
  async withdraw(receipt: Receipt): Promise<void> {
    try {
      for (const id of receipt.messageIds) await this.#withdrawOne(receipt, id);
    } catch (error) {
      throw mapError(error);
    }
  }

  async #withdrawOne(receipt: Receipt, id: string): Promise<void> {
    if (receipt.format === 'inline') throw new RangeError('an inline message cannot be withdrawn');
    this.#sent.shown.forget(receipt.chat.id, id);
    try {
      await this.#api.raw.deleteMessage({ chat_id: receipt.chat.id, message_id: Number(id) });
    } catch (error) {
      if (mapError(error).kind !== 'gone') throw error;
    }
  }
}

function keyboardOf({ keyboard }: Rendered) {
  return keyboard.inline_keyboard.length > 0 ? { reply_markup: keyboard } : {};
}

function textOf({ text, entities }: Extract<Rendered, { format: 'entities' }>) {
  return { text, entities, link_preview_options: { is_disabled: true } };
}

function hashOf(parts: readonly Rendered[]): string {
  return parts.map((part) => part.contentHash).join('+');
}
