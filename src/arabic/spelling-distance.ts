/**
 * How far two spellings in one script are apart. A letter added, left out, changed or changed places with the next
 * costs 1; less where people slip most easily: vowels, doubled letters, letters that look or sound alike.
 * Both words are folded for search.
 */
const LIGHT = 0.6;

/** Another first letter makes another word more often than it is a slip: «روتين» is not «بوتين». */
const WRONG_FIRST = 1.2;

const ALIKE_GROUPS = [
  // Same form, other dots.
  ['ب', 'ت', 'ث', 'ن', 'ي'],
  ['ج', 'ح', 'خ'],
  ['د', 'ذ'],
  ['ر', 'ز'],
  ['س', 'ش'],
  ['ص', 'ض'],
  ['ط', 'ظ'],
  ['ع', 'غ'],
  ['ف', 'ق'],
  // Same sound, or one that dialects make the same.
  ['ت', 'ط'],
  ['س', 'ص', 'ث'],
  ['ذ', 'ز', 'ظ', 'ض'],
  ['د', 'ض'],
  ['ه', 'ح'],
  ['ك', 'ق', 'خ'],
  ['غ', 'ج', 'ق'],
  ['ا', 'ع', 'ه'],
  ['c', 'k', 'q'],
  ['s', 'z', 'c'],
  ['g', 'j'],
  ['v', 'w', 'f'],
  ['p', 'b'],
  ['a', 'e', 'i', 'o', 'u', 'y'],
];

/** Letters by number, so that the table of what is alike is a plain array; 0 is any other character. */
const LETTERS = [...new Set([...ALIKE_GROUPS.flat(), ...'اويaeiouyh'])];
const SIZE = LETTERS.length + 1;
const NUMBER = new Map(LETTERS.map((letter, i) => [letter, i + 1]));
const ALIKE = new Uint8Array(SIZE * SIZE);
for (const group of ALIKE_GROUPS)
  for (const a of group) for (const b of group) ALIKE[(NUMBER.get(a) ?? 0) * SIZE + (NUMBER.get(b) ?? 0)] = 1;
/** Letters that are left out or put in for a sound that is there anyway. */
const SOFT = new Set([...'اويaeiouyh']);

/** A word made ready to be measured: its letters, their numbers, and what each costs alone. */
export interface Spelt {
  word: string;
  numbers: Uint8Array;
  lonely: Float64Array;
  /** Which letters it has, a bit each. */
  letters: number;
}

export function spell(word: string): Spelt {
  const letters = word.split('');
  const numbers = Uint8Array.from(letters, (letter) => NUMBER.get(letter) ?? 0);
  return {
    word,
    numbers,
    letters: numbers.reduce((bits, number) => bits | (1 << (number & 31)), 0),
    lonely: Float64Array.from(letters, (letter, at) =>
      at > 0 && (SOFT.has(letter) || letter === word[at - 1]) ? LIGHT : 1,
    ),
  };
}

/** No name is longer; the rows of the table are made once. */
const LONGEST = 64;
let older = new Float64Array(LONGEST + 1);
let old = new Float64Array(LONGEST + 1);
let row = new Float64Array(LONGEST + 1);

/** How far `a`, as typed, is from `b`, as it should be; `Infinity` where it is above `limit` or a word is longer than any name. */
export function spellingDistance(a: Spelt, b: Spelt, limit: number): number {
  const [x, y] = [a.word, b.word];
  if (x === y) return 0;
  if (Math.abs(x.length - y.length) * LIGHT > limit || Math.max(x.length, y.length) > LONGEST)
    return Number.POSITIVE_INFINITY;
  // No slip costs less than LIGHT, and none changes more than two of the letters that a word has.
  if (countBits(a.letters ^ b.letters) > 2 * Math.floor(limit / LIGHT)) return Number.POSITIVE_INFINITY;
  old[0] = 0;
  for (let j = 1; j <= y.length; j++) old[j] = (old[j - 1] as number) + (b.lonely[j - 1] as number);
  for (let i = 1; i <= x.length; i++) {
    const unit = x.charCodeAt(i - 1);
    const dropped = a.lonely[i - 1] as number;
    const alike = (a.numbers[i - 1] as number) * SIZE;
    row[0] = (old[0] as number) + dropped;
    let least = row[0] as number;
    for (let j = 1; j <= y.length; j++) {
      const other = y.charCodeAt(j - 1);
      let cost = old[j - 1] as number;
      if (unit !== other)
        cost += ALIKE[alike + (b.numbers[j - 1] as number)] ? LIGHT : i === 1 && j === 1 ? WRONG_FIRST : 1;
      cost = Math.min(
        cost,
        (old[j] as number) + dropped,
        (row[j - 1] as number) + (b.lonely[j - 1] as number),
      );
      if (i > 1 && j > 1 && unit === y.charCodeAt(j - 2) && x.charCodeAt(i - 2) === other)
        cost = Math.min(cost, (older[j - 2] as number) + 1);
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return Number.POSITIVE_INFINITY;
    [older, old, row] = [old, row, older];
  }
  const distance = old[y.length] as number;
  return distance > limit ? Number.POSITIVE_INFINITY : distance;
}

function countBits(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
