import type { Profile } from '#delivery/platform.ts';
import type { MessageLimits } from '#message/fit.ts';

/** The page is our own: nothing paces it, and every message on it can be edited for ever. */
export const WEB_PROFILE: Profile = {
  name: 'web',
  perSecond: null,
  perChatPerSecond: null,
  perGroupPerMinute: null,
  editableForMilliseconds: null,
};

/** A page scrolls, so a whole brief stays one message; the bounds only keep one message from freezing a phone. */
export const WEB_LIMITS: MessageLimits = {
  characters: 60_000,
  blocks: 600,
  buttonsPerRow: 8,
  buttonRows: 16,
  buttonLabel: 48,
};

/** The longest text that may be typed, pasted or attached, in bytes of UTF-8: an article of one megabyte. */
export const MAX_TEXT_BYTES = 1_048_576;

/** Room in a request for the longest text as base64, and for what JSON adds: escapes, names, quotation marks. */
export const MAX_BODY_BYTES = Math.ceil((MAX_TEXT_BYTES * 4) / 3) + 131_072;

/** Messages of one reader that may wait for their answers; more are refused until these are answered. */
export const MAX_WAITING = 20;

/** How many messages of a transcript a page shows when it opens. */
export const SHOWN_MESSAGES = 200;
