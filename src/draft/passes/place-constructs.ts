import { isCommonWord } from '#arabic/gazetteer.ts';
import { isOrdinaryForm } from './ordinary-form.ts';
import { type PlaceRules, placeRules } from './place-rules.ts';
import type { PlaceToken } from './place-tokens.ts';

// «مايسكويه» is Russian, «أوبرفيلييه» French.
export const INDEFINITE_ADJECTIVE = /^(?!ال)[\u0621-\u064a]{4,}(?<!سكو|ي)يه$/;
/** «قرى الهندوس والمسلمين»: whose they are. */
export const PEOPLE =
  /^و?ال.+(?:ين|ون)$|^و?ال(?:هندوس|يهود|عرب|اكراد|دروز|سنه|شيعه|تركمان|مسلمين|مسيحيين|روهينغا)$/;
export const PLURAL = /^ال.+ات$/;

export const isDefiniteNoun = (word: string) => word.startsWith('ال') && word.length > 4;

const IS_HOUSE = /^[وف]?[بل]?(?:شارع|مسجد|كمين)$/;
const IS_SQUARE = /^[وف]?[بل]?(?:جامع|ميدان|ساحه|جسر|معسكر|فندق|سجن|سد)$/;

/** «شارع العدوي», «جسر الحسيني»: a noun without article in front owns nothing but a name. */
export function isNamedHouse(noun: string, word: string): boolean {
  if (!isDefiniteNoun(word) || PEOPLE.test(word)) return false;
  if (!IS_HOUSE.test(noun) && !(IS_SQUARE.test(noun) && !isOrdinaryForm(word))) return false;
  const { notAfterAdmin, admin } = placeRules();
  return !notAfterAdmin.has(word) && !admin.has(word) && !admin.has(word.slice(2)) && !PLURAL.test(word);
}

/** «حي بونريه»: no adjective of a masculine noun ends so. */
export const isForeignQuarter = (noun: string, word: string) =>
  /^[وف]?[بل]?(?:حي|مخيم|قضاء|اقليم)$/.test(noun) && INDEFINITE_ADJECTIVE.test(word) && !isOrdinaryForm(word);

const isRegionNoun = (noun: string) => /^[وف]?[بل]?(?:منطقه|ناحيه|وادي|شعب|جبل)$/.test(noun);

/** «منطقة الحماميات بقضاء كذا», «وادي ممنا بالمخواة»: what it lies in follows. */
export function isWhereItLies(
  noun: string,
  tokens: readonly PlaceToken[],
  from: number,
  covered: ReadonlySet<number>,
  rules: PlaceRules,
): boolean {
  const [word, next] = [tokens[from]?.text ?? '', tokens[from + 1]];
  if (!isRegionNoun(noun) || next?.kind !== 'word') return false;
  // «منطقة الفلاحات غربي كذا»
  const beside = rules.directions.has(next.text) && covered.has(from + 2) && isDefiniteNoun(word);
  if (!beside && !/^ب/.test(next.text)) return false;
  if (isCommonWord(word) || PEOPLE.test(word) || rules.admin.has(word) || rules.notAfterAdmin.has(word))
    return false;
  if (!isDefiniteNoun(word) && isOrdinaryForm(word)) return false;
  return beside || covered.has(from + 1) || (rules.adminNounOf(next.form) !== null && covered.has(from + 2));
}
