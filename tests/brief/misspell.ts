/** Misspellings and transliterations as people make them, the same for the same seed. */

export interface Random {
  /** In [0, below). */
  integer(below: number): number;
  pick<T>(items: readonly T[]): T;
}

/** mulberry32: small, seeded, good enough to draw examples. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const integer = (below: number) => Math.floor(next() * below);
  return { integer, pick: (items) => items[integer(items.length)] as (typeof items)[number] };
}

const ARABIC_LETTERS = [...'ابتثجحخدذرزسشصضطظعغفقكلمنهوي'];
const LATIN_LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];

const isLatin = (word: string) => /[a-z]/i.test(word);

/** One letter added, left out, doubled, changed, or changed places with the next. */
export function slip(word: string, random: Random): string {
  const letters = isLatin(word) ? LATIN_LETTERS : ARABIC_LETTERS;
  const at = random.integer(word.length);
  switch (random.integer(5)) {
    case 0:
      return word.slice(0, at) + word.slice(at + 1);
    case 1:
      return word.slice(0, at) + random.pick(letters) + word.slice(at);
    case 2:
      return word.slice(0, at) + random.pick(letters) + word.slice(at + 1);
    case 3:
      return word.slice(0, at + 1) + (word[at] ?? '') + word.slice(at + 1);
    default:
      return word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2);
  }
}

/** Spellings that are no slips: hamza, ى, ة, «ال», clitics, diacritics, tatweel, marks of direction. */
export function respell(word: string, random: Random): string {
  if (isLatin(word)) return random.pick([word.toUpperCase(), word.toLowerCase(), ` ${word}?`]);
  switch (random.integer(8)) {
    case 0:
      return word.replace(/[أإآ]/g, 'ا');
    case 1:
      return word.replace(/ي$/, 'ى').replace(/ة/g, 'ه').replace(/ا$/, 'ه');
    case 2:
      return word.startsWith('ال') ? word.slice(2) : `ال${word}`;
    case 3:
      return `${random.pick(['ب', 'و', 'ل', 'وب'])}${word}`;
    case 4:
      return [...word].join('\u064e');
    case 5:
      return [...word].join('\u0640');
    case 6:
      return `\u202e${word}\u202c`;
    default:
      return word.replace(/ك/g, 'ق').replace(/ط/g, 'ت');
  }
}
