import type { Profile } from '#delivery/platform.ts';
import type { MessageLimits } from '#message/fit.ts';
import { writeText } from './escape.ts';

/** Characters over all text displays of one message (Discord, Component Reference: "Components V2"). */
export const MAX_CHARACTERS = 4000;

/** Components of one message, nested ones too (the same page). */
export const MAX_COMPONENTS = 40;

/**
 * UTF-8 bytes of all text displays, with 12 for each display: above it Discord answers 500 (discord-api-docs,
 * issue 8554). Arabic letters take two bytes, isolates and quotation dashes three.
 */
export const MAX_BYTES = 10_170;
export const BYTES_PER_DISPLAY = 12;

/** Discord, Component Reference: "Button", "String Select", "Action Row". */
export const MAX_BUTTONS_PER_ROW = 5;
export const MAX_BUTTON_LABEL = 80;
export const MAX_SELECT_OPTIONS = 25;
export const MAX_OPTION_LABEL = 100;
export const MAX_URL = 512;

/** Discord, Application Commands: autocomplete choices, and the length of their names and values. */
export const MAX_CHOICES = 25;
export const MAX_CHOICE = 100;

/** Discord, Receiving and Responding: an interaction is lost after 3 s, its token after 15 minutes. */
export const DEFER_AFTER_MILLISECONDS = 2000;
export const TOKEN_MILLISECONDS = 14.5 * 60_000;

/** Bytes of a text file that an editor hands over; an article is a few thousand. */
export const MAX_FILE_BYTES = 1024 * 1024;

/** Milliseconds until a connection that never becomes ready counts as failed. */
export const CONNECT_MILLISECONDS = 30_000;

/** Discord gives each route its own limits in its answers; discord.js keeps to them, and to 50 requests a second. */
export const DISCORD_PROFILE: Profile = {
  name: 'discord',
  perSecond: null,
  perChatPerSecond: null,
  perGroupPerMinute: null,
  editableForMilliseconds: null,
};

export const DISCORD_LIMITS: MessageLimits = {
  characters: MAX_CHARACTERS - 40,
  // Pieces of text share their displays, so that only the characters count.
  blocks: 1000,
  buttonsPerRow: MAX_BUTTONS_PER_ROW,
  // Long choices become selects, so that ten rows fit beside the text.
  buttonRows: 10,
  buttonLabel: MAX_BUTTON_LABEL,
  renderedLength(text) {
    const written = writeText(text);
    const lines = written.split('\n').length - 1;
    const bytes = Buffer.byteLength(written);
    return Math.max(written.length, Math.ceil((bytes * MAX_CHARACTERS) / (MAX_BYTES - 600))) + lines * 6;
  },
};
