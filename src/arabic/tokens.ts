import GIVEN from './data/given-names.json' with { type: 'json' };
import { endsInYeh, writesEgyptianYeh } from './egyptian-yeh.ts';
import { type Folded, fold, foldUnits, originalEnd } from './fold.ts';
import { type Form, formAt, formOf, type TokenKind, testOfForm } from './forms.ts';

export interface Token {
  /** Folded (see `foldUnits`). */
  text: string;
  kind: TokenKind;
  /** Offsets in the original, UTF-16 units. */
  start: number;
  end: number;
  /** What all tokens of this text share. */
  form: Form;
  /** Written with a hamza on its first letter or behind it: «ألبرت», whose «ال» is no article; «فإن», which is no «فان». */
  hamza: boolean;
  /** Its place among the tokens of the text. */
  index: number;
  /** Of a hashtag that is read as words: «#دير_البلح». */
  hashtag: boolean;
}

/** Classes of UTF-16 units; `UNSEEN` until the unit was met. */
const [UNSEEN, SPACE, LETTER, DIGIT, SIGN, LINE_FEED, RETURN, PAIR] = [0, 1, 2, 3, 4, 5, 6, 7];
const classes = new Uint8Array(0x10000);
/** أ إ آ */
const isHamza = (unit: number) => unit === 0x623 || unit === 0x625 || unit === 0x622;
const GIVEN_NAMES = new Set(GIVEN.names.map(fold));
const MADDA = 0x622;
const MAQSURA = 0x649;
const YEH = 0x64a;
/** Nobody's ى at the end of more letters is asked for. */
const LONGEST_WORD = 40;
const NUN = 0x646;
/** . , ٬ ٫ */
const joinsDigits = (unit: number | undefined) =>
  unit === 0x2e || unit === 0x2c || unit === 0x66c || unit === 0x66b;

/** A run of letters, a run of digits (with the separators that stand between digits), or one sign, in order. */
export function tokenize(text: string): Token[] {
  const folded = foldUnits(text);
  const { units, at, length } = folded;
  const egyptian = writesEgyptianYeh(text);
  const tokens: Token[] = [];
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
      if (egyptian && units[to - 1] === MAQSURA && endsInYeh(wordAt(units, from, to))) units[to - 1] = YEH;
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
    // «آن» is a name or «time», and «أن» neither: where the letter tells, they are two words.
    const isTime = to - from === 2 && units[to - 1] === NUN && text.charCodeAt(at[from] as number) === MADDA;
    const form = isTime ? formOf('آن', kind) : formAt(units, from, to, kind);
    const start = at[from] as number;
    const end = originalEnd(folded, to);
    const hamza = isHamza(text.charCodeAt(start)) || isHamza(text.charCodeAt(start + 1));
    tokens.push({ text: form.text, kind, start, end, form, hamza, index: tokens.length, hashtag: false });
    from = to;
  }
  if (egyptian) nameAli(tokens);
  return tokens;
}

const ALI = formOf('علي', 'word');
const isAla = tokenLike(/^على$/);
const closesName = tokenLike(/^(?:ان|انه|انها|بن)$/);

/** «قال أحمد على إن», «محمد على،»: behind a first name, and before nothing that «على» could govern. */
function nameAli(tokens: Token[]): void {
  for (let i = 1; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (!isAla(token) || !GIVEN_NAMES.has(tokens[i - 1]?.text ?? '')) continue;
    const next = tokens[i + 1];
    if (next?.kind !== 'word' || closesName(next) || GIVEN_NAMES.has(next.text))
      tokens[i] = readAs(token, ALI, false);
  }
}

const wordAt = (units: Uint16Array, from: number, to: number) =>
  String.fromCharCode(...units.subarray(from, Math.min(to, from + LONGEST_WORD)));

function endOfWord(folded: Folded, from: number): number {
  let to = from;
  for (;;) {
    const kind = classAt(folded, to);
    if (kind === LETTER) to++;
    else if (kind === PAIR && isLetterPair(folded, to)) to += widthAt(folded, to);
    else return to;
  }
}

function endOfNumber(folded: Folded, from: number): number {
  const { units, length } = folded;
  let to = from + 1;
  while (to < length) {
    if (classAt(folded, to) === DIGIT) to++;
    else if (joinsDigits(units[to]) && classAt(folded, to + 1) === DIGIT) to += 2;
    else break;
  }
  return to;
}

function classAt({ units, length }: Folded, at: number): number {
  if (at >= length) return SPACE;
  const unit = units[at] as number;
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

/** The character whose first unit stands at `at`, of one unit or two. */
const characterAt = ({ units, length }: Folded, at: number) => {
  const next = at + 1 < length ? (units[at + 1] as number) : 0;
  const one = String.fromCharCode(units[at] as number, next);
  return String.fromCodePoint(one.codePointAt(0) as number);
};
const isLetterPair = (folded: Folded, at: number) => /\p{L}|\p{M}/u.test(characterAt(folded, at));
const widthAt = (folded: Folded, at: number) => characterAt(folded, at).length;

/** A token read in another form. All tokens have one shape: whoever reads them in a loop is slower with two. */
export function readAs({ kind, start, end, hamza, index }: Token, form: Form, hashtag: boolean): Token {
  return { text: form.text, kind, start, end, form, hamza, index, hashtag };
}

/** The words among tokens [from, to). */
export function countWords(tokens: readonly Token[], from: number, to: number): number {
  let words = 0;
  for (let i = from; i < to; i++) if ((tokens[i] as Token).kind === 'word') words++;
  return words;
}

/** Whether a token is written as a pattern has it, asked once of each form; where no token is, nothing is. */
export function tokenLike(pattern: RegExp): (token: Token | undefined) => boolean {
  const isLike = testOfForm(({ text }) => pattern.test(text));
  return (token) => token !== undefined && isLike(token.form);
}

/** As `tokenLike`, for what is asked of few tokens: it needs no place in the table of answers. */
export const seldomLike =
  (pattern: RegExp) =>
  (token: Token | undefined): boolean =>
    token !== undefined && pattern.test(token.text);

export const isComma = tokenLike(/^[،,]$/);
export const isDash = tokenLike(/^[-–—]$/);
export const isOpeningMark = tokenLike(/^["«“]$/);
export const isClosingMark = tokenLike(/^["»”]$/);
