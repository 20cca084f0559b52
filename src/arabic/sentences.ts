import type { QuotationSpan } from './quotations.ts';
import { type Token, tokenLike } from './tokens.ts';

/** A sentence as ranges: tokens [from, to), and offsets in the original, from its first token to the end of its last. */
export interface Sentence {
  from: number;
  to: number;
  start: number;
  end: number;
  /** Index of its paragraph (a line of the text), counted from 0. */
  paragraph: number;
}

const ends = tokenLike(/^[.!?؟…۔]$/);
const CLOSERS = new Set(['»', '”', '›', '}', '"', ')']);
/** The longest word before a full stop that is an abbreviation, in letters («أ. ف. ب.», «د.»). */
const ABBREVIATION = 1;
/** The longest name of a letter: «جيه», «إكس». */
const LETTER_NAME = 3;
/**
 * The most tokens of a sentence: more than the longest of newspapers has. A text that knows no full
 * stop would be one sentence, evidence of every fact in it, and slow to read.
 */
const LONGEST = 300;
const pauses = tokenLike(/^[،,؛;:]$/);

/**
 * Splits at line ends always, and at full stops that are not inside a closed quotation or after a single letter.
 * A quotation that goes on over a line end is cut there: its sentence ends with the line. One that does not end is cut
 * at a pause.
 */
export function splitSentences(
  tokens: readonly Token[],
  quotations: readonly QuotationSpan[] = [],
): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  let paragraph = 0;
  let next = 0;
  const close = (to: number) => {
    const first = tokens[from];
    const last = tokens[to - 1];
    if (first && last && to > from)
      sentences.push({ from, to, start: first.start, end: last.end, paragraph });
    from = to;
  };
  let pause = -1;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (token.kind === 'break') {
      close(i);
      from = i + 1;
      paragraph++;
      continue;
    }
    if (token.kind === 'mark' && pauses(token)) pause = i + 1;
    if (i - from >= LONGEST) close(pause > from ? pause : i);
    if (token.kind !== 'mark' || !ends(token)) continue;
    while (next < quotations.length && (quotations[next] as QuotationSpan).to <= i) next++;
    const quotation = quotations[next];
    if (quotation?.closed && quotation.from <= i) continue;
    const before = tokens[i - 1];
    if (token.text === '.' && before?.kind === 'word' && before.text.length <= ABBREVIATION) continue;
    if (token.text === '.' && (isSpelled(tokens, i) || isInitialNext(tokens, i))) continue;
    let to = i + 1;
    while (to < tokens.length && isTrailing(tokens, to)) to++;
    close(to);
    i = to - 1;
  }
  close(tokens.length);
  return sentences;
}

/** «محمد. ع، أحد السكان»: the letter of a family's name follows, and then a sign. */
function isInitialNext(tokens: readonly Token[], at: number): boolean {
  const letter = tokens[at + 1];
  const sign = tokens[at + 2];
  return (
    letter?.kind === 'word' &&
    letter.text.length <= ABBREVIATION &&
    sign?.kind === 'mark' &&
    letter.text !== 'و'
  );
}

/** «بي.كي.كي», «إل.في.آم.آش»: names of letters that only full stops part, a third of which follows or went before. */
export function isSpelled(tokens: readonly Token[], at: number): boolean {
  const isLetterName = (i: number) => {
    const token = tokens[i];
    return token?.kind === 'word' && token.text.length <= LETTER_NAME;
  };
  const touches = (i: number) => tokens[i - 1]?.end === tokens[i]?.start;
  if (!isLetterName(at - 1) || !isLetterName(at + 1) || !touches(at) || !touches(at + 1)) return false;
  const isDot = (i: number) => tokens[i]?.text === '.' && touches(i);
  if (isDot(at + 2) && isLetterName(at + 3) && touches(at + 3)) return true;
  return isDot(at - 2) && isLetterName(at - 3) && touches(at - 1);
}

/** Further full stops and closing marks that belong to the sentence just ended. */
function isTrailing(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  if (token.kind !== 'mark') return false;
  if (ends(token)) return true;
  return CLOSERS.has(token.text) && tokens[at - 1]?.end === token.start;
}
