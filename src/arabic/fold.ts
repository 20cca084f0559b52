/**
 * Folds make different spellings equal, for matching only: what is shown is never folded.
 *
 * - `foldText` (lexicon fold) is used inside an article: it keeps ى/ي and ة/ه apart (على is not علي) and maps
 *   every folded position back to the original.
 * - `foldForSearch` is used for what readers type and for the names they look for.
 */

/** A text beside its folded form. */
export interface Shadow {
  original: string;
  folded: string;
  /** `at[i]` = index in the original of folded unit i; one further entry holds the original's length. */
  at: Uint32Array;
}

const ALEFS = 'أإآٱ';

/** Marks that vanish in the fold: diacritics, tatweel, directional marks, zero-width characters, soft hyphen, variants of emoji. */
export function isInvisible(unit: number): boolean {
  return (
    (unit >= 0x064b && unit <= 0x065f) ||
    unit === 0x0670 ||
    unit === 0x0640 ||
    (unit >= 0x0610 && unit <= 0x061a) ||
    (unit >= 0x06d6 && unit <= 0x06ed && unit !== 0x06dd && unit !== 0x06de && unit !== 0x06e9) ||
    (unit >= 0x200b && unit <= 0x200f) ||
    (unit >= 0x202a && unit <= 0x202e) ||
    (unit >= 0x2060 && unit <= 0x2069) ||
    (unit >= 0xfe00 && unit <= 0xfe0f) ||
    unit === 0xfeff ||
    unit === 0x00ad ||
    unit === 0x061c
  );
}

/** What each unit folds to, once it was met. */
const folded: (string | undefined)[] = new Array(0x10000);
/** The units that are known to fold to themselves. */
const isItself = new Uint8Array(0x10000);

function foldUnit(text: string, index: number): string {
  const unit = text.charCodeAt(index);
  const known = folded[unit];
  if (known !== undefined) return known;
  const fresh = foldOne(text[index] as string, unit);
  folded[unit] = fresh;
  return fresh;
}

function foldOne(character: string, unit: number): string {
  if (unit < 0x80) return character;
  if (isInvisible(unit)) return '';
  if (ALEFS.includes(character)) return 'ا';
  if (unit >= 0x0660 && unit <= 0x0669) return String.fromCharCode(unit - 0x0660 + 0x30);
  if (unit >= 0x06f0 && unit <= 0x06f9) return String.fromCharCode(unit - 0x06f0 + 0x30);
  if (unit === 0x00a0 || unit === 0x202f || (unit >= 0x2000 && unit <= 0x200a)) return ' ';
  if (unit === 0x06a9) return 'ك';
  if (unit === 0x06cc) return 'ي';
  if ((unit >= 0xfb50 && unit <= 0xfdff) || (unit >= 0xfe70 && unit <= 0xfefc))
    return [...character.normalize('NFKC')]
      .map((c) => (ALEFS.includes(c) ? 'ا' : isInvisible(c.charCodeAt(0)) ? '' : c))
      .join('');
  return character;
}

/** The lexicon fold with its way back. Linear in the length of `text`. */
export function foldText(text: string): Shadow {
  let at = new Uint32Array(text.length + 1);
  let folded = '';
  let length = 0;
  /** What stands in `text` from here on is not in `folded` yet. */
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (isItself[unit]) {
      at[length++] = i;
      continue;
    }
    const piece = foldUnit(text, i);
    if (piece.length === 1 && piece.charCodeAt(0) === unit) {
      isItself[unit] = 1;
      at[length++] = i;
      continue;
    }
    folded += text.slice(from, i) + piece;
    from = i + 1;
    if (length + piece.length + text.length - i > at.length) at = longer(at, piece.length);
    at.fill(i, length, length + piece.length);
    length += piece.length;
  }
  at[length] = text.length;
  return { original: text, folded: folded + text.slice(from), at: at.subarray(0, length + 1) };
}

/** Ligatures are written out: the fold may be longer than the text. */
function longer(at: Uint32Array<ArrayBuffer>, by: number): Uint32Array<ArrayBuffer> {
  const grown = new Uint32Array(at.length * 2 + by);
  grown.set(at);
  return grown;
}

/** The folded form alone, for the entries of word lists. */
export function fold(text: string): string {
  let folded = '';
  for (let i = 0; i < text.length; i++) folded += foldUnit(text, i);
  return folded;
}

/** A list of words, as they are written in a row, folded. */
export const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(fold));

/** The span of the original that folded units [start, end) stand for, with the marks written on its last letter. */
export function originalSpan(shadow: Shadow, start: number, end: number): { start: number; end: number } {
  const from = shadow.at[start] ?? shadow.original.length;
  if (end <= start) return { start: from, end: from };
  let to = (shadow.at[end - 1] ?? shadow.original.length - 1) + 1;
  const limit = shadow.at[end] ?? shadow.original.length;
  while (to < limit && isDiacritic(shadow.original.charCodeAt(to))) to++;
  return { start: from, end: to };
}

function isDiacritic(unit: number): boolean {
  return (unit >= 0x064b && unit <= 0x065f) || unit === 0x0670 || unit === 0x0640;
}

const SEARCH_LETTERS: Record<string, string> = {
  ى: 'ي',
  ة: 'ه',
  ؤ: 'و',
  ئ: 'ي',
  ء: '',
  پ: 'ب',
  چ: 'ج',
  ژ: 'ز',
  ڤ: 'ف',
  گ: 'ك',
  ڨ: 'ق',
  ھ: 'ه',
  ہ: 'ه',
  ە: 'ه',
};

/** The fold for queries and the names they are held against: spelling, case and compatibility forms all equal. */
export function foldForSearch(text: string): string {
  let result = '';
  for (const character of fold(text.normalize('NFKC')).toLowerCase())
    result += SEARCH_LETTERS[character] ?? character;
  return result;
}
