import { seldomLike, tokenLike } from '#arabic/tokens.ts';
import type { LocatedMention } from './located-mention.ts';
import { isCutOff, isFiredAt } from './place-complements.ts';
import { isUniversity } from './place-organisations.ts';
import type { PlaceRules } from './place-rules.ts';
import type { PlaceToken } from './place-tokens.ts';

const isStrike = tokenLike(/^[وف]?(?:هاجمت|تهاجم|قصفت|تقصف|استهدفت|تستهدف|ضربت|تضرب|احتلت|غزت|اجتاحت)$/);

/** «قصفت إسرائيل دمشق» */
export const isHit = (from: number, previous: LocatedMention | undefined, tokens: readonly PlaceToken[]) =>
  previous?.to === from && isStrike(tokens[previous.from - 1]);

const strikes = tokenLike(
  /^[وف]?[يت]?(?:قصف|هاجم|استهدف|ستهدف|ضرب|هز|اجتاح|جتاح|غمر|اقتحم|قتحم|دك|حاصر|استعاد|ستعيد|حرر|طوق|دمر)(?:ت|وا)?$/,
);
const isOfSubject = tokenLike(
  /^(?:ال[\u0621-\u064a]{3,}|قوي|شديد|[\u0621-\u064a]{3,}(?:ه|ات|ين|ون|ان|يه|ف|ر|ل|ي))$/,
);
const SUBJECT_REACH = 3;

/** «قصفت المدفعية الإسرائيلية خان يونس», «ضربت عاصفة قوية قبرص»: who strikes stands between. */
function isObjectOfStrike({ from, stem }: LocatedMention, tokens: readonly PlaceToken[]): boolean {
  if (stem !== null) return false;
  for (let i = from - 1; i >= from - 1 - SUBJECT_REACH; i--) {
    const token = tokens[i];
    if (token?.kind !== 'word') return false;
    if (strikes(token)) return i < from - 1;
    if (!isOfSubject(token)) return false;
  }
  return false;
}

const isPart = seldomLike(/^ال(?:ساحل|سواحل|طرف|اطراف|شواطيء|شواطي|اجزاء|جزء|مناطق)$/);
const isSide = seldomLike(/^ال[\u0621-\u064a]{3,}$/);

/** «ضرب الإعصار الساحل الشمالي الشرقي للفلبين» */
function isPartStruck({ from, stem }: LocatedMention, tokens: readonly PlaceToken[]): boolean {
  if (stem?.proclitic !== 'ل') return false;
  let part = from - 1;
  while (part > from - 1 - SUBJECT_REACH && !isPart(tokens[part]) && isSide(tokens[part])) part--;
  if (!isPart(tokens[part])) return false;
  for (let i = part - 1; i >= part - 1 - SUBJECT_REACH; i--) {
    if (tokens[i]?.kind !== 'word') return false;
    if (strikes(tokens[i])) return true;
  }
  return false;
}

const isMeans = tokenLike(/^(?:ب[\u0621-\u064a]{3,}|[\u0621-\u064a]{3,}(?:ه|ي|ات|ين))$/);
const MEANS_REACH = 4;

/** «قصف بالقنابل على كذا», «هجوم بطائرة مسيرة على كذا»: what stands before its means. */
function deedBeforeMeans(before: number, tokens: readonly PlaceToken[]): PlaceToken | undefined {
  let at = before - 1;
  while (at > before - MEANS_REACH && isMeans(tokens[at]) && !tokens[at]?.text.startsWith('ب')) at--;
  return tokens[at]?.text.startsWith('ب') ? tokens[at - 1] : undefined;
}

/** «قصف روسي عنيف على كذا»: what stands before its adjectives. */
function deedBeforeAdjectives(
  before: number,
  tokens: readonly PlaceToken[],
  isDeed: (token: PlaceToken | undefined) => boolean,
): PlaceToken | undefined {
  let at = before - 1;
  while (at > before - 1 - SUBJECT_REACH && !isDeed(tokens[at]) && isOfSubject(tokens[at])) at--;
  return tokens[at];
}

/** «سجلت ذي قار أعلى عدد من الإصابات» */
const counts = tokenLike(/^[وف]?ت?سجلت?$/);

const isWeather = tokenLike(/^[وفبل]?(?:ال)?(?:امطار|مطر|ثلوج|برد|سيول|زخات|هطولات)$/);

/** «هطلت أمطار رعدية غزيرة على كذا» */
const isRainedOn = (before: number, tokens: readonly PlaceToken[]): boolean =>
  [1, 2, 3].some((k) => isWeather(tokens[before - k]));

/** «غارة على دمشق», «قصف حلب»: what happened, and then the place it happened to. */
export function isStruck(mention: LocatedMention, tokens: readonly PlaceToken[], rules: PlaceRules): boolean {
  const at = isUniversity(tokens[mention.from - 1]) ? mention.from - 2 : mention.from - 1;
  const before = tokens[at];
  const isDeed = (token: PlaceToken | undefined) => token !== undefined && rules.isEventWord(token.form);
  if (isCutOff(at + 1, tokens)) return true;
  if (before?.text === 'علي')
    return (
      isDeed(deedBeforeAdjectives(at, tokens, isDeed)) ||
      isDeed(deedBeforeMeans(at, tokens)) ||
      isFiredAt(at + 1, tokens) ||
      isRainedOn(at, tokens)
    );
  if (
    isObjectOfStrike(mention, tokens) ||
    isPartStruck(mention, tokens) ||
    (mention.type !== 'country' && counts(before))
  )
    return true;
  // «قصف حلب», «شهدت أكادير», «هز انفجار بيروت»
  return mention.stem === null && isDeed(before);
}
