import data from './data/numbers.json' with { type: 'json' };
import { fold } from './fold.ts';

/** What a word says inside a number. */
export type NumberWord =
  | { is: 'unit'; value: number; counts: Gender | null }
  /** «أحد», «اثنا»: only before عشر or a ten. */
  | { is: 'unit-in-compound'; value: number }
  | { is: 'tens'; value: number }
  | { is: 'hundreds'; value: number }
  | { is: 'multiplier'; value: number; dual: 'no' | 'yes' | 'before-noun' }
  | { is: 'fraction'; value: number };

/** Gender of the counted noun as the number shows it: «ثلاث» counts feminine nouns, «ثلاثة» masculine ones. */
export type Gender = 'masculine' | 'feminine';

const words = new Map<string, NumberWord>();
const ordinals = new Set(data.ordinals.map(fold));
const never = new Set(data.neverNumbers.map(fold));

function add(forms: readonly string[] | undefined, word: NumberWord): void {
  for (const form of forms ?? []) {
    const folded = fold(form);
    words.set(folded, word);
    if (folded.endsWith('ة')) words.set(`${folded.slice(0, -1)}ه`, word);
  }
}

for (const { value, forms, feminine, beforeTens } of data.units) {
  const polar = value >= 3 && value <= 10;
  add(forms, { is: 'unit', value, counts: polar ? 'masculine' : null });
  add(feminine, { is: 'unit', value, counts: 'feminine' });
  add(beforeTens, { is: 'unit-in-compound', value });
}
for (const { value, forms } of data.tens) add(forms, { is: 'tens', value });
for (const { value, forms } of data.hundreds) add(forms, { is: 'hundreds', value });
for (const { value, forms, dual, dualBeforeNoun } of data.multipliers) {
  add(forms, { is: 'multiplier', value, dual: 'no' });
  add(dual, { is: 'multiplier', value, dual: 'yes' });
  add(dualBeforeNoun, { is: 'multiplier', value, dual: 'before-noun' });
}
for (const { value, forms } of data.fractions) add(forms, { is: 'fraction', value });

/** The number word that a folded word is, without its clitics; undefined for every other word. */
export function numberWord(word: string): NumberWord | undefined {
  return words.get(word);
}

/** «الخامسة» and its like: before عشرة they make an ordinal. */
export function isOrdinal(word: string): boolean {
  return ordinals.has(word);
}

/** «الاثنين», «السبع»: a number only by its look. */
export function isNeverNumber(word: string): boolean {
  return never.has(word);
}
