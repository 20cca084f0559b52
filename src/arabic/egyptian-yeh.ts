import WORDS from './data/alef-maqsura.json' with { type: 'json' };
import { fold } from './fold.ts';
import { rememberWords } from './remember-words.ts';

/** Egypt writes ى for every ي at the end of a word: «فى القاهرة», «سامى», «المدير الفنى». */
const IN = /(?:^|[^\p{L}])[وف]?فى(?![\p{L}])/u;
const ELSEWHERE = /(?:^|[^\p{L}])[وف]?في(?![\p{L}])/u;

/** Whether a text writes so: no text is without «في». */
export const writesEgyptianYeh = (text: string): boolean =>
  text.includes('فى') && IN.test(text) && !ELSEWHERE.test(text);

const ALEF_MAQSURA = new Set(WORDS.words.map(fold));
/** «والمستشفى», «بالأخرى»: what may stand before a word. */
const BEFORE = /^[وف]?(?:[بكل]?ال|لل|[بكل])?(?=.{3})/;

/** Whether a folded word that ends in ى ends in ي where others write it. */
export const endsInYeh = rememberWords((word: string): boolean => {
  if (ALEF_MAQSURA.has(word) || ALEF_MAQSURA.has(word.replace(/^[وف](?=.{3})/, ''))) return false;
  return !ALEF_MAQSURA.has(word.replace(BEFORE, ''));
});
