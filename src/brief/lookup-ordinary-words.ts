import ordinary from '#arabic/data/ordinary-words.json' with { type: 'json' };
import { type LookupWord, wordKeys } from './lookup-words.ts';

const ORDINARY = new Set(ordinary);
const SUFFIX = /(?:ه|ها|هم|نا|ين|ون|ات|وا)$/;

/** Whether it is a word of everyday news, written as it should be, and so no misspelt name: «رواية» is not «روسيا». */
export function isOrdinary(word: LookupWord): boolean {
  return wordKeys(word).some((key) => {
    const stem = key.replace(SUFFIX, '');
    return ORDINARY.has(key) || (stem.length > 3 && ORDINARY.has(stem));
  });
}
