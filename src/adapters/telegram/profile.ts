import { toRightToLeft } from '#arabic/directions.ts';
import type { Profile } from '#delivery/platform.ts';
import type { MessageLimits } from '#message/fit.ts';

/** Pace: core.telegram.org/bots/faq, «My bot is hitting limits, how do I avoid this?» */
export const TELEGRAM_PROFILE: Profile = {
  name: 'telegram',
  perSecond: 30,
  perChatPerSecond: 1,
  perGroupPerMinute: 20,
  // The 48 hours of editMessageText hold for business messages only (Bot API 10.3).
  editableForMilliseconds: null,
};

/** `rich`: blocks laid out from right to left. `entities`: one text with entities, for servers without rich messages. */
export type Format = 'rich' | 'entities';

const BUTTONS = {
  // A row of an inline keyboard holds eight buttons, a keyboard a hundred in all; longer labels are cut by clients.
  buttonsPerRow: 8,
  buttonRows: 12,
  buttonLabel: 64,
  renderedLength: (text: string) => toRightToLeft(text).length,
};

/** What the server takes: Bot API 10.3, «Rich Message Limits»; sendMessage, `text`. */
export const SERVER_LIMITS = {
  rich: { characters: 32_768, blocks: 500 },
  entities: { characters: 4096, entities: 100 },
} as const;

/**
 * What a message may hold so that its rendering is certain to stay within the server's limits: a text is rendered as
 * at most two blocks (a list item and its paragraph; a sentence folded in details) or one entity.
 */
export const LIMITS: Record<Format, MessageLimits> = {
  rich: { ...BUTTONS, characters: SERVER_LIMITS.rich.characters, blocks: SERVER_LIMITS.rich.blocks / 2 },
  entities: {
    ...BUTTONS,
    characters: SERVER_LIMITS.entities.characters,
    blocks: SERVER_LIMITS.entities.entities,
  },
};

/** Characters of the line that answers a pressed button: answerCallbackQuery, `text`. */
export const TOAST_CHARACTERS = 200;

/** A file with an article; larger ones are not fetched (getFile itself goes up to 20 MB). */
export const FILE_BYTES = 1_000_000;

/** Seconds that one getUpdates waits for news; at most 50. */
export const POLL_SECONDS = 30;
