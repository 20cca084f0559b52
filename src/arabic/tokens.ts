import { originalSpan, type Shadow } from './fold.ts';
import { type Form, formAt, type TokenKind } from './forms.ts';

export interface Token {
  /** Folded (see `foldText`). */
  text: string;
  kind: TokenKind;
  /** Offsets in the original, UTF-16 units. */
  start: number;
  end: number;
  /** What all tokens of this text share. */
  form: Form;
  /** Written with a hamza on its first letter or behind it: «ألبرت», whose «ال» is no article; «فإن», which is no «فان». */
  hamza: boolean;
}

/** Classes of UTF-16 units; `UNSEEN` until the unit was met. */
const [UNSEEN, SPACE, LETTER, DIGIT, SIGN, LINE_FEED, RETURN, PAIR] = [0, 1, 2, 3, 4, 5, 6, 7];
const classes = new Uint8Array(0x10000);
/** أ إ آ */
const HAMZAS = new Set([0x623, 0x625, 0x622]);
const PARTS_OF_NUMBERS = /^[.,٬٫]$/;

/** A run of letters, a run of digits (with the separators that stand between digits), or one sign, in order. */
export function tokenize(shadow: Shadow): Token[] {
  const { folded } = shadow;
  const tokens: Token[] = [];
  const { length } = folded;
  for (let from = 0; from < length; ) {
    const first = classAt(folded, from);
    if (first === SPACE) {
      from++;
      continue;
    }
    let to = from + 1;
    let kind: TokenKind = 'mark';
    if (first === LETTER) {
      kind = 'word';
      to = endOfWord(folded, from);
    } else if (first === DIGIT) {
      kind = 'number';
      to = endOfNumber(folded, from);
    } else if (first === LINE_FEED) kind = 'break';
    else if (first === RETURN) {
      // Alone it is white space.
      if (classAt(folded, to) !== LINE_FEED) {
        from = to;
        continue;
      }
      kind = 'break';
      to++;
    } else if (first === PAIR) {
      to = from + widthAt(folded, from);
      if (isLetterPair(folded, from)) {
        kind = 'word';
        to = endOfWord(folded, from);
      }
    }
    const form = formAt(folded, from, to, kind);
    const { start, end } = originalSpan(shadow, from, to);
    const { original } = shadow;
    const hamza = HAMZAS.has(original.charCodeAt(start)) || HAMZAS.has(original.charCodeAt(start + 1));
    tokens.push({ text: form.text, kind, start, end, form, hamza });
    from = to;
  }
  return tokens;
}

function endOfWord(text: string, from: number): number {
  let to = from;
  for (let kind = classAt(text, to); ; kind = classAt(text, to)) {
    if (kind === LETTER) to++;
    else if (kind === PAIR && isLetterPair(text, to)) to += widthAt(text, to);
    else return to;
  }
}

function endOfNumber(text: string, from: number): number {
  let to = from + 1;
  while (to < text.length) {
    if (classAt(text, to) === DIGIT) to++;
    else if (classAt(text, to + 1) === DIGIT && PARTS_OF_NUMBERS.test(text[to] as string)) to += 2;
    else break;
  }
  return to;
}

function classAt(text: string, at: number): number {
  if (at >= text.length) return SPACE;
  const unit = text.charCodeAt(at);
  const known = classes[unit] as number;
  if (known !== UNSEEN) return known;
  const fresh = classOf(unit);
  classes[unit] = fresh;
  return fresh;
}

function classOf(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return PAIR;
  const character = String.fromCharCode(unit);
  if (character === '\n') return LINE_FEED;
  if (character === '\r') return RETURN;
  if (/\s/.test(character)) return SPACE;
  if (/\d/.test(character)) return DIGIT;
  return /\p{L}|\p{M}/u.test(character) ? LETTER : SIGN;
}

const isLetterPair = (text: string, at: number) =>
  /\p{L}|\p{M}/u.test(String.fromCodePoint(text.codePointAt(at) ?? 0));
const widthAt = (text: string, at: number) => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);

/** The words among tokens [from, to). */
export function countWords(tokens: readonly Token[], from: number, to: number): number {
  let words = 0;
  for (let i = from; i < to; i++) if ((tokens[i] as Token).kind === 'word') words++;
  return words;
}
