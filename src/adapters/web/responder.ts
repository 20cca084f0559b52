import type { Responder } from '#chat/request.ts';
import { DeliveryError } from '#delivery/delivery-error.ts';
import type { Receipt } from '#delivery/platform.ts';
import type { Message } from '#message/message.ts';
import { WEB_LIMITS } from './profile.ts';
import type { Transcript } from './transcript.ts';

/** Answers into one chat's transcript; passing lines go back with the HTTP answer. */
export class WebResponder implements Responder {
  readonly limits = WEB_LIMITS;
  /** The last passing line, for the page that asked; null where there was none. */
  passing: string | null = null;
  readonly #transcript: Transcript;
  readonly #chat: string;
  readonly #pressed: number | null;

  /** `pressed`: the message whose button was pressed, null where something was typed. */
  constructor(transcript: Transcript, chat: string, pressed: number | null) {
    this.#transcript = transcript;
    this.#chat = chat;
    this.#pressed = pressed;
  }

  reply(message: Message): Promise<Receipt> {
    return this.#transcript.say(this.#chat, message);
  }

  async replace(message: Message): Promise<Receipt> {
    if (this.#pressed === null) return this.reply(message);
    try {
      return await this.#transcript.change(this.#chat, this.#pressed, message);
    } catch (error) {
      if (error instanceof DeliveryError && error.kind === 'gone') return this.reply(message);
      throw error;
    }
  }

  async toast(text: string): Promise<void> {
    this.passing = text;
  }
}
