import type { Api } from 'grammy';
import type { MessageLimits } from '#message/fit.ts';
import type { Logger } from '#shared/logger.ts';
import { isUnknownMethod } from './map-error.ts';
import { type Format, LIMITS } from './profile.ts';

/** Which form this server takes: chosen once, for all messages. */
export class FormatChoice {
  #current: Format = 'rich';
  readonly #logger: Logger;

  constructor(logger: Logger) {
    this.#logger = logger;
  }

  get current(): Format {
    return this.#current;
  }

  get limits(): MessageLimits {
    return LIMITS[this.#current];
  }

  /**
   * Asks with a message to a chat that cannot exist: a server that knows rich messages looks for the chat, an older
   * one does not know the method. Where the answer says neither, the first real message decides.
   */
  async decide(api: Api): Promise<void> {
    try {
      const blocks = [{ type: 'paragraph' as const, text: '-' }];
      await api.raw.sendRichMessage({ chat_id: 0, rich_message: { blocks } });
    } catch (error) {
      if (isUnknownMethod(error, 'sendRichMessage')) this.fallBack();
    }
  }

  fallBack(): void {
    if (this.#current === 'entities') return;
    this.#current = 'entities';
    this.#logger.warn({}, 'the Bot API server does not know rich messages: texts with entities from now on');
  }
}
