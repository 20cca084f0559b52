/**
 * Folds make different spellings equal, for matching only: what is shown is never folded.
 *
 * - `foldUnits` (lexicon fold) is used inside an article: it keeps ى/ي and ة/ه apart (على is not علي) and maps
 *   every folded position back to the original. `fold` is the same for the entries of word lists.
 * - `foldForSearch` is used for what readers type and for the names they look for.
 */

/** A text beside its folded form, which is kept in tables: they are read faster than a string. */
export interface Folded {
  original: string;
  /** How many units the folded form has; what the tables hold behind them is of other texts. */
  length: number;
  units: Uint16Array;
  /** `at[i]` = index in the original of folded unit i; `at[length]` = the original's length. */
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
/** The same for those that were met and fold to one unit, as a number; 0 for the others. */
const foldedToOne = new Uint16Array(0x10000);

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

/** Letters that are held in writing as in speech: «فوووق», «الأنقاااض». Of others three may stand in a row: «بببغاء». */
const isHeld = (unit: number) => unit === 0x0627 || unit === 0x0648 || unit === 0x064a || unit === 0x0647;
const HELD = /([اويه])\1{2,}/g;

const TATWEEL = 0x0640;
const isBlank = (unit: number) => Number.isNaN(unit) || unit === 0x20 || unit === 0x0a || unit === 0xa0;

/** «قال ـ أمس ـ»: the first of a run of tatweels between spaces is written for a dash. */
function standsAlone(text: string, at: number): boolean {
  if (!isBlank(text.charCodeAt(at - 1))) return false;
  let to = at + 1;
  while (text.charCodeAt(to) === TATWEEL) to++;
  return isBlank(text.charCodeAt(to));
}

/** Texts of usual length are folded into the same tables, one after the other. */
const USUAL = 1 << 14;
const usual = { units: new Uint16Array(USUAL), at: new Uint32Array(USUAL) };

/** The lexicon fold with its way back, good until another text is folded. Linear in the length of `text`. */
export function foldUnits(text: string): Folded {
  let { units, at } = text.length < USUAL ? usual : longer(usual, text.length);
  let length = 0;
  let last = 0;
  let run = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const one = foldedToOne[unit] as number;
    if (one !== 0) {
      run = one === last ? run + 1 : 1;
      last = one;
      if (run > 2 && isHeld(one)) {
        if (run === 3) length--;
        continue;
      }
      units[length] = one;
      at[length++] = i;
      continue;
    }
    const piece = unit === TATWEEL && standsAlone(text, i) ? '-' : foldUnit(text, i);
    if (piece.length === 1 && unit !== TATWEEL) foldedToOne[unit] = piece.charCodeAt(0);
    // Ligatures are written out: the fold may be longer than the text.
    if (length + piece.length + text.length - i > at.length)
      ({ units, at } = longer({ units, at }, piece.length));
    for (let k = 0; k < piece.length; k++) {
      const code = piece.charCodeAt(k);
      run = code === last ? run + 1 : 1;
      last = code;
      if (run > 2 && isHeld(code)) {
        if (run === 3) length--;
        continue;
      }
      units[length] = code;
      at[length++] = i;
    }
  }
  at[length] = text.length;
  return { original: text, length, units, at };
}

function longer({ units, at }: typeof usual, by: number): typeof usual {
  const grown = { units: new Uint16Array(at.length * 2 + by), at: new Uint32Array(at.length * 2 + by) };
  grown.units.set(units);
  grown.at.set(at);
  return grown;
}

/** The folded form alone, for the entries of word lists. */
export function fold(text: string): string {
  let folded = '';
  let last = '';
  let isDoubled = false;
  for (let i = 0; i < text.length; i++) {
    const piece = foldUnit(text, i);
    if (piece === '') continue;
    isDoubled ||= piece === last || piece.length > 1;
    last = piece;
    folded += piece;
  }
  // Few words have a letter twice, and none else may hold one.
  return isDoubled ? folded.replace(HELD, '$1') : folded;
}

/** A list of words, as they are written in a row, folded. */
export const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(fold));

/** Where what stands before folded unit `end` ends in the original, with the marks written on its last letter. */
export function originalEnd({ original, at }: Folded, end: number): number {
  let to = (at[end - 1] as number) + 1;
  const limit = at[end] as number;
  while (to < limit && isDiacritic(original.charCodeAt(to))) to++;
  return to;
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
