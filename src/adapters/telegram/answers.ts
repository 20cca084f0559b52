import { DeliveryError } from '#delivery/delivery-error.ts';
import type { ChatRef, Receipt } from '#delivery/platform.ts';
import type { Message } from '#message/message.ts';
import { type Clock, wait } from '#shared/clock.ts';
import type { Logger } from '#shared/logger.ts';
import { mapError } from './map-error.ts';
import { renderMessage } from './render.ts';
import type { Sender, SentMessages } from './sender.ts';
import { MOST_WAITS, settleLostSend } from './settle.ts';

const TRIES = 3;
const PAUSE_MILLISECONDS = 300;

/** Sends answers to people who are waiting: what is lost on the way is settled and sent again at once. */
export class Answers {
  readonly sender: Sender;
  readonly #sent: SentMessages;
  readonly #clock: Clock;
  readonly #logger: Logger;

  constructor(sender: Sender, sent: SentMessages, clock: Clock, logger: Logger) {
    this.sender = sender;
    this.#sent = sent;
    this.#clock = clock;
    this.#logger = logger;
  }

  get limits() {
    return this.#sent.format.limits;
  }

  async send(chat: ChatRef, message: Message, replyTo: number | null = null): Promise<Receipt> {
    for (let attempt = 1; ; attempt++) {
      const after = this.#sent.ids.highest(chat.id);
      try {
        return await this.sender.send(chat, message, replyTo);
      } catch (error) {
        const failure = mapError(error);
        const found = failure.kind === 'unknown' ? await this.#find(chat, message, after) : null;
        if (found?.outcome === 'sent') return found.receipt;
        const repeatable = failure.kind === 'unreachable' || found?.outcome === 'not-sent';
        if (!repeatable || attempt === TRIES) throw failure;
        await wait(this.#clock, PAUSE_MILLISECONDS * attempt);
      }
    }
  }

  async #find(chat: ChatRef, message: Message, after: number | null) {
    const { ids, format } = this.#sent;
    const rendered = renderMessage(message, format.current);
    const trace = { after, lost: ids.lost(chat.id), ruledOut: new Set<number>(), waits: MOST_WAITS };
    const tools = { sender: this.sender, ids, clock: this.#clock, logger: this.#logger };
    try {
      return await settleLostSend({ chat, rendered, trace }, tools);
    } catch (error) {
      this.#logger.warn(
        { chat: chat.id, reason: mapError(error).reason },
        'a lost answer could not be settled',
      );
      return null;
    }
  }

  /** An edit can be repeated without harm. */
  async edit(receipt: Receipt, message: Message): Promise<Receipt> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.sender.edit(receipt, message);
      } catch (error) {
        const failure = mapError(error);
        const repeatable = failure.kind === 'unreachable' || failure.kind === 'unknown';
        if (!repeatable || attempt === TRIES) throw failure;
        await wait(this.#clock, PAUSE_MILLISECONDS * attempt);
      }
    }
  }
}

/** Whether an edit failed because there is nothing that can be edited. */
export function cannotBeEdited(error: unknown): boolean {
  return error instanceof DeliveryError && (error.kind === 'gone' || error.kind === 'rejected');
}
