import { originalSpan, type Shadow } from './fold.ts';

export interface Token {
  /** Folded (see `foldText`). */
  text: string;
  /** `mark`: one punctuation sign or symbol; `break`: an end of line. */
  kind: 'word' | 'number' | 'mark' | 'break';
  /** Offsets in the original, UTF-16 units. */
  start: number;
  end: number;
}

// A run of letters, a run of digits (with the separators that stand between digits), or one sign.
const TOKEN = /[\p{L}\p{M}]+|\d+(?:[.,٬٫]\d+)*|\r?\n|[^\s\p{L}\p{M}\d]/gu;

/** Words, numbers and signs of the text in order; white space other than line ends is left out. */
export function tokenize(shadow: Shadow): Token[] {
  const tokens: Token[] = [];
  for (const match of shadow.folded.matchAll(TOKEN)) {
    const text = match[0];
    const first = text.charCodeAt(0);
    const { start, end } = originalSpan(shadow, match.index, match.index + text.length);
    const kind =
      first === 10 || first === 13
        ? 'break'
        : first >= 48 && first <= 57
          ? 'number'
          : /\p{L}|\p{M}/u.test(text)
            ? 'word'
            : 'mark';
    tokens.push({ text, kind, start, end });
  }
  return tokens;
}
