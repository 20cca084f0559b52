import { tokenLike } from '#arabic/tokens.ts';
import type { LocatedMention } from './located-mention.ts';
import type { SentenceTraits } from './place-sentences.ts';
import type { PlaceToken } from './place-tokens.ts';

const isHospitalNoun = tokenLike(/^[وف]?[بل]?(?:ال)?(?:مستشفي|مستشفيات|مشفي|مجمع|معهد)$/);
const isHospitalOf = tokenLike(/^[وف]?[بل]?(?:مستشفي|مستشفيات|مشفي|مجمع|معهد)$/);
const TREATED =
  /^(?:ال)?(?:نقل|نقلت|نقلوا|نقلنا|نقلهم|نقلهما|نقله|نقلها|ينقل|تنقل|حول|حولت|تحويل|تحويله|تحويلهم|تحويلهما|تحويلها|ايداعه|ايداعها|ايداعهما|ايداعهم|مستودع|مصلحه|اسعف|اسعاف|يتلقي|تتلقي|يتلقون|تلقي|يرقد|ترقد|يرقدون|زياره|زيارته|زار|عولج|علاج|عالجت|ادخل|ادخلوا|احيل|وصل|وصلت|استقبل|استقبلت|تسلم|مدير|مصدر|مصدرا|طبيب|طبيبا|ممرض|سريره|سريرها|خضع|خضعوا|خضعت|جراحه|جراحات)$/;

const happened = tokenLike(
  /^(?:ال)?(?:حدث|حدثت|جري|جرت|وقع|وقعت|اندلع|شب|حريق|انفجار|حادث|حادثه|هجوم|خطا|واقعه)$/,
);
const HOUSE_REACH = 5;

/** Where the wounded were brought; not where a story about a hospital happens. `before` is the word before the noun. */
export function isHospital(
  { from, to }: LocatedMention,
  before: number,
  tokens: readonly PlaceToken[],
  sentence: SentenceTraits,
): boolean {
  if (sentence.order === 0) return false;
  // «ما حدث في مستشفى كذا»
  if (tokens[before]?.text === 'في' && happened(tokens[before - 1])) return false;
  // «المشفى الوطني في كذا», «مستشفى متخصص بالحروق في كذا»
  const inTown =
    tokens[from - 1]?.text === 'في' &&
    tokens.slice(Math.max(sentence.from, from - HOUSE_REACH), from).some(isHospitalNoun);
  const named =
    inTown || isHospitalOf(tokens[from]) || isHospitalOf(tokens[from - 1]) || isHospitalOf(tokens[before]);
  return named && tokens.slice(sentence.from, to).some(({ text }) => TREATED.test(text.replace(/^[وف]/, '')));
}
