import { toRightToLeft } from '#arabic/directions.ts';

// What Discord's Markdown would take for its own anywhere in a line: emphasis, code, spoilers, links, mentions.
const ANYWHERE = /[\\*_~`|[<>]/g;
// Calls of everybody, addresses (they would become links), names of emoji.
const IN_WORDS = /@(?=everyone|here)|:(?=\/\/)|:(?=[\w+-]*[A-Za-z][\w+-]*:)/g;
// Headings, small print and lists begin a line; marks of direction before them do not protect from that.
const AT_START = /^([\s\u200f\u2068]*)([#+-]|\d+(?=[.)]))/gm;

/** The text with every character of Discord's Markdown shown as it is written. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(ANYWHERE, '\\$&')
    .replace(IN_WORDS, '\\$&')
    .replace(AT_START, (_, space: string, mark: string) =>
      /\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`,
    );
}

/** A text of ours, of an article or of a reader, ready for a text display: right to left, nothing in it is markup. */
export function writeText(text: string): string {
  return escapeMarkdown(toRightToLeft(text));
}
