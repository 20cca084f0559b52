import table from './data/transliteration.json' with { type: 'json' };

/**
 * How a word sounds, in one alphabet for Arabic and Latin letters (data/transliteration.json), so that `Kazakhstan`,
 * `qazaqstan` and «كازاخستان» can be held against each other.
 */
export interface Sound {
  /** Consonants and vowels in order: «بوتين» is `BuTiN`. */
  phones: string;
  /** The consonants alone, doubled ones once, without a final H: `BTN`. Digits stay what they are. */
  skeleton: string;
}

const LATIN = new Map<string, string>(table.latin as [string, string][]);
const LONGEST_LATIN = Math.max(...[...LATIN.keys()].map((letters) => letters.length));
const ARABIC = new Map<string, string>(Object.entries(table.arabic));
const ARABIZI = new Map<string, string>(Object.entries(table.arabizi));

/** The sound of a word that has been folded for search. */
export function soundOf(word: string): Sound {
  const phones = finish(/[a-z]/.test(word) ? latinPhones(word) : arabicPhones(word));
  return { phones, skeleton: phones.replace(/[aeiouw*]/g, '').replace(/(.)\1+/g, '$1') };
}

/** Doubled sounds once; a final H is not heard («القاهره»، `Addis Ababah`). */
function finish(phones: string): string {
  return phones.replace(/(.)\1+/g, '$1').replace(/(.)H$/, (_all, before: string) => before);
}

function latinPhones(word: string): string {
  let phones = '';
  for (let i = 0; i < word.length; ) {
    if (word[i] === 'c' && /[eiy]/.test(word[i + 1] ?? '')) {
      phones += table.softC;
      i++;
      continue;
    }
    let length = Math.min(LONGEST_LATIN, word.length - i);
    while (length > 1 && !LATIN.has(word.slice(i, i + length))) length--;
    const letters = word.slice(i, i + length);
    phones += LATIN.get(letters) ?? (/\d/.test(letters) ? letters : '');
    i += length;
  }
  return phones;
}

function arabicPhones(word: string): string {
  let phones = '';
  for (let i = 0; i < word.length; i++) {
    const letter = word[i] as string;
    if (letter === 'ت' && word[i + 1] === 'ش') continue;
    // An alef in front only carries a vowel, whichever it is: «إيران»، «أوكرانيا».
    if (letter === 'ا' && i === 0) phones += '*';
    else phones += ARABIC.get(letter) ?? (/\d/.test(letter) ? letter : '');
  }
  return phones;
}

/** Latin letters with Arabizi digits among them as Latin letters alone: `kaza5stan` is `kazakhstan`. */
export function readArabizi(word: string): string {
  if (!/[a-z]/.test(word) || !/[2-9]/.test(word)) return word;
  return word
    .replace(/([35679])['\u2019\u02bc]/g, (all, digit: string) => ARABIZI.get(`${digit}'`) ?? all)
    .replace(/[2-9]/g, (digit) => ARABIZI.get(digit) ?? digit);
}

/** A short vowel that Arabic does not write; a long one that is left out or added; one vowel for another. */
const UNWRITTEN = 0.1;
const LEFT_OUT = 0.5;
const OTHER_VOWEL = 0.6;

const VOWELS = 'aeiouw*';
/** Vowels that are written for one another between the two scripts, the more readily the cheaper. */
const ALIKE: Readonly<Record<string, number>> = {
  ae: 0.1,
  ei: 0.1,
  ou: 0.1,
  uw: 0.1,
  ao: 0.3,
  ai: 0.4,
  eu: 0.5,
};

/**
 * How far an Arabic and a Latin word (`latin`, which also writes short vowels) are apart by their phones: 1 for each
 * consonant that differs, less for vowels. Anything above `limit` is returned as `Infinity`.
 */
export function soundDistance(arabic: string, latin: string, limit: number): number {
  const width = latin.length + 1;
  let row = new Float64Array(width);
  for (let j = 1; j < width; j++) row[j] = (row[j - 1] as number) + addedCost(latin, j - 1);
  for (let i = 1; i <= arabic.length; i++) {
    const next = new Float64Array(width);
    const phone = arabic[i - 1] as string;
    const dropped = VOWELS.includes(phone) ? LEFT_OUT : 1;
    next[0] = (row[0] as number) + dropped;
    let least = next[0] as number;
    for (let j = 1; j < width; j++) {
      const cost = Math.min(
        (row[j] as number) + dropped,
        (next[j - 1] as number) + addedCost(latin, j - 1),
        (row[j - 1] as number) + swappedCost(phone, latin[j - 1] as string),
      );
      next[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return Number.POSITIVE_INFINITY;
    row = next;
  }
  const distance = row[width - 1] as number;
  return distance > limit ? Number.POSITIVE_INFINITY : distance;
}

/** A Latin vowel that has no Arabic letter: nothing much within a word or in a silent e, a letter at either end. */
function addedCost(latin: string, at: number): number {
  const phone = latin[at] as string;
  if (!VOWELS.includes(phone)) return 1;
  return at === 0 || (at === latin.length - 1 && phone !== 'e') ? LEFT_OUT : UNWRITTEN;
}

function swappedCost(a: string, b: string): number {
  if (a === b) return 0;
  const vowels = Number(VOWELS.includes(a)) + Number(VOWELS.includes(b));
  if (vowels < 2) return vowels === 0 ? 1 : 1.2;
  if (a === '*' || b === '*') return a === 'w' || b === 'w' ? OTHER_VOWEL : 0;
  return ALIKE[a < b ? a + b : b + a] ?? OTHER_VOWEL;
}
