import type { Responder } from '#chat/request.ts';
import { DeliveryError } from '#delivery/delivery-error.ts';
import type { ChatRef, Receipt } from '#delivery/platform.ts';
import type { Message } from '#message/message.ts';
import type { DiscordApi } from './api.ts';
import { mapError } from './map-error.ts';
import { DISCORD_LIMITS } from './profile.ts';
import { writeReceipt } from './receipt.ts';
import { renderMessage } from './render.ts';

/**
 * Answers a written message. The nonce comes from that message, so that an answer repeated after a lost connection,
 * or a message that the gateway hands over twice, is still answered once.
 */
export class TextAnswer implements Responder {
  readonly limits = DISCORD_LIMITS;
  readonly #api: DiscordApi;
  readonly #chat: ChatRef;
  readonly #message: string;
  /** The message to answer under; null in direct messages, where it is clear. */
  #replyTo: string | null;
  #count = 0;

  constructor(api: DiscordApi, chat: ChatRef, message: string, asReply: boolean) {
    this.#api = api;
    this.#chat = chat;
    this.#message = message;
    this.#replyTo = asReply ? message : null;
  }

  async reply(message: Message): Promise<Receipt> {
    try {
      const body = renderMessage(message);
      const nonce = `${this.#message}.${++this.#count}`;
      const send = () => this.#api.sendSurely(this.#chat.id, body, nonce, this.#replyTo);
      const made = await send().catch((error: unknown) => {
        // Without the right to read the history there are no replies, only messages.
        if (!(error instanceof DeliveryError && error.reason === '160002')) throw error;
        this.#replyTo = null;
        return send();
      });
      this.#replyTo = null;
      return writeReceipt(this.#chat, made.id, 'components', body);
    } catch (error) {
      throw mapError(error, true);
    }
  }

  replace(message: Message): Promise<Receipt> {
    return this.reply(message);
  }

  async toast(text: string): Promise<void> {
    await this.reply({ blocks: [{ type: 'paragraph', tone: 'body', text }], buttons: [], subject: null });
  }
}
