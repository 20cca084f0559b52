import type { Token } from './tokens.ts';

/** A sentence as ranges: tokens [from, to), and offsets in the original, white space and its final sign included up to `end`. */
export interface Sentence {
  from: number;
  to: number;
  start: number;
  end: number;
  /** Index of its paragraph (a line of the text), counted from 0. */
  paragraph: number;
}

const ENDS = new Set(['.', '!', '?', '؟', '…', '۔']);
const OPENERS = new Set(['«', '“', '‹', '{']);
const CLOSERS = new Set(['»', '”', '›', '}']);

/**
 * Splits at line ends always, and at full stops that are not inside quotation marks or after a single letter
 * («أ. ف. ب.», «د.»).
 */
export function splitSentences(tokens: readonly Token[]): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  let paragraph = 0;
  let depth = 0;
  let straight = false;
  const close = (to: number) => {
    const first = tokens[from];
    const last = tokens[to - 1];
    if (first && last && to > from)
      sentences.push({ from, to, start: first.start, end: last.end, paragraph });
    from = to;
  };
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (token.kind === 'break') {
      close(i);
      from = i + 1;
      paragraph++;
      depth = 0;
      straight = false;
      continue;
    }
    if (token.kind !== 'mark') continue;
    if (OPENERS.has(token.text)) depth++;
    else if (CLOSERS.has(token.text)) depth = Math.max(0, depth - 1);
    else if (token.text === '"') straight = !straight;
    if (!ENDS.has(token.text) || depth > 0 || straight) continue;
    const before = tokens[i - 1];
    if (token.text === '.' && before?.kind === 'word' && before.text.length === 1) continue;
    let to = i + 1;
    while (to < tokens.length && isTrailing(tokens[to] as Token)) to++;
    close(to);
    i = to - 1;
  }
  close(tokens.length);
  return sentences;
}

function isTrailing(token: Token): boolean {
  return token.kind === 'mark' && (ENDS.has(token.text) || CLOSERS.has(token.text));
}
