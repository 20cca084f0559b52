import { countryOfNisba } from '#arabic/countries.ts';
import { tokenLike } from '#arabic/tokens.ts';
import type { AdminNoun, PlaceRules } from './place-rules.ts';
import type { PlaceToken } from './place-tokens.ts';

/** The kind of noun that token `at` is, with or without a clitic: «بلدة», «وببلدة», «بحي». Null where it is none. */
export function adminNounAt(tokens: readonly PlaceToken[], at: number, rules: PlaceRules): AdminNoun | null {
  const token = tokens[at];
  return token?.kind === 'word' ? rules.adminNounOf(token.form) : null;
}

const isLocal = tokenLike(/^محلي[ةه]$/);
const areLocal = tokenLike(
  /^[وفبل]*(?:اعلام|اعلامي[ةه]|صحف|صحيف[ةه]|مصادر|وسائل|وساءل|سلطات|قنا[ةه]|قنوات|اذاع[ةه]|جهات|مواقع|لجان|فرق|هيئات|شرك[ةه]|شركات|صناع[ةه]|عمل[ةه]|منظم[ةه]|منظمات|انتخابات|ادار[ةه]|حكوم[ةه]|تقارير)$/,
);

/** «وسائل إعلام محلية محتجين»: an adjective, and no «محلية بربر». */
export const isLocalOf = (tokens: readonly PlaceToken[], at: number): boolean =>
  isLocal(tokens[at]) && areLocal(tokens[at - 1]);

const OFFICE =
  /^[وفبل]*(?:ال)?(?:حاكم|والي|محافظ|رييس|رييسه|عمده|مدير|مديره|قايد|نايب|امير|شيخ|مسوول|قاضي|ناطق|متحدث|وكيل|شرطه|امن|مقام|قايمقام|قاءمقام)$/;

/** «حاكم ولاية كذا», «مدير شرطة محافظة كذا»: behind the name of the place follows that of the man. */
export function isOfOffice(tokens: readonly PlaceToken[], nounAt: number): boolean {
  if (tokens[nounAt - 1]?.text !== 'في') return OFFICE.test(tokens[nounAt - 1]?.text ?? '');
  // «المسؤول الإداري في إقليم كذا فلان»
  const adjective = tokens[nounAt - 2]?.text ?? '';
  return OFFICE.test(adjective) || (/^ال.+ي$/.test(adjective) && OFFICE.test(tokens[nounAt - 3]?.text ?? ''));
}

const isHouse = tokenLike(/^[وفبل]?(?:مركز|مرصد|منتدي|موسسه|جمعيه|رابطه|شبكه|مجلس|معرض)$/);
const WHAT_FOR =
  /^(?:لل?(?:ابحاث|بحوث|دراسات|تدريب|تعليم|اعلام|حقوق|تنميه|سياسات|استشارات|صحافه|حريات|مواطنه|ديمقراطيه|ديموقراطيه)|الاستراتيجي)$/;

/** «مركز الخليج للأبحاث»: a body, from the word before a name and the word behind it. */
export const isCentre = (head: PlaceToken | undefined, after: PlaceToken | undefined): boolean =>
  isHouse(head) && WHAT_FOR.test(after?.text ?? '');

const THE_CITY = /^[وفبل]*(?:ال|لل)(?:عاصمه|مدينه|بلده|قريه|محافظه|ولايه|منطقه|اقليم|جزيره|مخيم)$/;

/** «العاصمة الأوغندية كمبالا», «المدينة الساحلية صور» */
export function isDescribed(tokens: readonly PlaceToken[], at: number, rules: PlaceRules): boolean {
  const adjective = tokens[at - 1]?.text ?? '';
  const before = tokens[at - 2]?.text ?? '';
  // «العاصمة الكورية الجنوبية سيول»
  if (/^ال(?:جنوبي|شمالي)ه$/.test(adjective) && /^ال.+يه$/.test(before))
    return THE_CITY.test(tokens[at - 3]?.text ?? '');
  return (
    adjective.startsWith('ال') &&
    (countryOfNisba(adjective) !== undefined || rules.notAfterAdmin.has(adjective)) &&
    THE_CITY.test(before)
  );
}
