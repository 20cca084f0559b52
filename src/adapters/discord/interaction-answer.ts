import {
  type APIInteraction,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
  RESTJSONErrorCodes,
} from 'discord.js';
import type { Responder } from '#chat/request.ts';
import { DeliveryError } from '#delivery/delivery-error.ts';
import type { ChatRef, Receipt } from '#delivery/platform.ts';
import type { Message } from '#message/message.ts';
import type { Clock } from '#shared/clock.ts';
import type { Logger } from '#shared/logger.ts';
import type { DiscordApi } from './api.ts';
import { followUpOnce } from './follow-up.ts';
import type { InteractionTokens } from './interaction-tokens.ts';
import { mapError } from './map-error.ts';
import { DEFER_AFTER_MILLISECONDS, DISCORD_LIMITS } from './profile.ts';
import { type ReceiptFormat, writeReceipt } from './receipt.ts';
import { type MessageBody, renderMessage } from './render.ts';

export interface InteractionAnswerOptions {
  interaction: APIInteraction;
  chat: ChatRef;
  /** How answers can be edited later. */
  format: ReceiptFormat;
  api: DiscordApi;
  tokens: InteractionTokens;
  clock: Clock;
  logger: Logger;
}

/**
 * - `open`: Discord waits for the first answer.
 * - `thinking`: deferred, the reader sees «thinking…»; the next message takes its place.
 * - `held`: deferred by a button, the reader sees the message as it was.
 * - `answered`: what follows are further messages.
 * - `lost`: Discord does not know the interaction any more.
 */
type State = 'open' | 'thinking' | 'held' | 'answered' | 'lost';

/**
 * Answers one interaction within Discord's 3 s: with what the core says where that comes soon enough, else by
 * deferring and putting the answer in its place later. Its steps run one after the other.
 */
export class InteractionAnswer implements Responder {
  readonly limits = DISCORD_LIMITS;
  readonly #o: InteractionAnswerOptions;
  /** The message whose button was pressed. */
  readonly #pressed: string | null;
  readonly #sent = new Set<string>();
  readonly #cancelDeferral: () => void;
  #state: State = 'open';
  #toast: string | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: InteractionAnswerOptions) {
    this.#o = options;
    const { interaction, clock } = options;
    this.#pressed = ('message' in interaction && interaction.message?.id) || null;
    this.#cancelDeferral = clock.after(DEFER_AFTER_MILLISECONDS, () => {
      void this.#inTurn(() => this.#defer()).catch(() => {});
    });
  }

  reply(message: Message): Promise<Receipt> {
    return this.#inTurn(() => this.#reply(message));
  }

  replace(message: Message): Promise<Receipt> {
    return this.#inTurn(() => (this.#pressed ? this.#replace(message, this.#pressed) : this.#reply(message)));
  }

  /** Kept until the interaction has its answer, which it must not use up. */
  toast(text: string): Promise<void> {
    return this.#inTurn(async () => {
      this.#toast = text;
      if (this.#state !== 'open' && this.#state !== 'thinking') await this.#showToast();
    });
  }

  /** To be called when the core is done: whatever it did, the interaction has an answer afterwards. */
  finish(): Promise<void> {
    this.#cancelDeferral();
    return this.#inTurn(async () => {
      await this.#showToast();
      if (this.#state === 'open' && this.#pressed) await this.#defer();
      if (this.#state !== 'open' && this.#state !== 'thinking') return;
      this.#o.logger.warn(
        { interaction: this.#o.interaction.id },
        'an interaction was left without an answer',
      );
      if (this.#state === 'open') await this.#defer(MessageFlags.Ephemeral);
      await this.#o.api.deleteReply(this.#o.interaction, '@original');
    });
  }

  async #reply(message: Message): Promise<Receipt> {
    const body = renderMessage(message);
    const { api, interaction } = this.#o;
    switch (this.#state) {
      case 'open': {
        const made = await this.#first({
          type: InteractionResponseType.ChannelMessageWithSource,
          data: body,
        });
        return this.#answered(made?.id ?? (await api.getReply(interaction, '@original')).id, body);
      }
      case 'thinking':
        return this.#answered((await api.editReply(interaction, '@original', body)).id, body);
      default:
        return this.#answered(await this.#followUp(body), body);
    }
  }

  async #replace(message: Message, pressed: string): Promise<Receipt> {
    const body = renderMessage(message);
    const { api, chat } = this.#o;
    if (this.#state === 'open')
      await this.#first({ type: InteractionResponseType.UpdateMessage, data: body });
    else if (this.#state === 'held') {
      if (!(await this.#edited(body))) return this.#answered(await this.#followUp(body), body);
    } else if (this.#state === 'answered') await api.edit(chat.id, pressed, body);
    else throw lost();
    return this.#answered(pressed, body);
  }

  /** False where the message was deleted while the core worked: then the answer is a new one. */
  async #edited(body: MessageBody): Promise<boolean> {
    try {
      await this.#o.api.editReply(this.#o.interaction, '@original', body);
      return true;
    } catch (error) {
      if (mapError(error, true).reason === String(RESTJSONErrorCodes.UnknownMessage)) return false;
      throw error;
    }
  }

  async #answered(message: string, body: MessageBody): Promise<Receipt> {
    this.#state = this.#state === 'held' || message === this.#pressed ? 'held' : 'answered';
    this.#sent.add(message);
    this.#o.tokens.remember(message, this.#o.interaction);
    await this.#showToast();
    return writeReceipt(this.#o.chat, message, this.#o.format, body);
  }

  async #followUp(body: MessageBody): Promise<string> {
    if (this.#state === 'lost') throw lost();
    return followUpOnce(this.#o, body, this.#sent);
  }

  async #showToast(): Promise<void> {
    const text = this.#toast;
    if (text === null || this.#state === 'lost') return;
    this.#toast = null;
    const body = renderMessage({
      blocks: [{ type: 'paragraph', tone: 'body', text }],
      buttons: [],
      subject: null,
    });
    const note = { ...body, flags: body.flags | MessageFlags.Ephemeral };
    if (this.#state === 'open') {
      await this.#first({ type: InteractionResponseType.ChannelMessageWithSource, data: note });
      this.#state = 'answered';
    } else if (this.#state === 'thinking') {
      await this.#o.api.editReply(this.#o.interaction, '@original', body);
      this.#state = 'answered';
    } else await this.#o.api.followUp(this.#o.interaction, note);
  }

  async #defer(flags?: MessageFlags.Ephemeral): Promise<void> {
    if (this.#state !== 'open') return;
    const hold = this.#pressed !== null;
    await this.#first(
      hold
        ? { type: InteractionResponseType.DeferredMessageUpdate }
        : { type: InteractionResponseType.DeferredChannelMessageWithSource, data: { flags } },
    );
    this.#state = hold ? 'held' : 'thinking';
    if (hold) await this.#showToast();
  }

  async #first(body: Parameters<DiscordApi['callback']>[1]) {
    try {
      return await this.#o.api.callback(this.#o.interaction, body);
    } catch (error) {
      const mapped = mapError(error, true);
      if (mapped.kind === 'gone') {
        this.#state = 'lost';
        const { id, type } = this.#o.interaction;
        this.#o.logger.warn(
          { interaction: id, type: InteractionType[type], reason: mapped.reason },
          'an interaction was answered too late: Discord does not know it any more',
        );
      }
      throw mapped;
    }
  }

  #inTurn<T>(step: () => Promise<T>): Promise<T> {
    const result = this.#last.then(step).catch((error: unknown) => {
      throw mapError(error, true);
    });
    this.#last = result.catch(() => {});
    return result;
  }
}

function lost(): DeliveryError {
  return new DeliveryError('gone', '10062');
}
