import { isOpeningMark, seldomLike, tokenLike } from '#arabic/tokens.ts';
import type { LocatedMention, RoleContext } from './located-mention.ts';
import { isMissile } from './place-complements.ts';
import { isReportedFrom } from './place-passing.ts';
import type { PlaceToken } from './place-tokens.ts';

const PARTITIVE_REACH = 4;
const SET_OUT_REACH = 8;

/** Index of the word before the name and its administrative noun. */
export function beforeNoun({ from }: LocatedMention, { tokens, rules }: RoleContext): number {
  // «من مدينة «عين الحجل»»
  const at = isOpeningMark(tokens[from - 1]) ? from - 2 : from - 1;
  return rules.admin.has(tokens[at]?.text ?? '') ? at - 1 : at;
}

const isOutskirts = tokenLike(/^(?:ريف|ضواحي|اجواء|اراضي|مياه)$/);

/** «وصل من حلب»; `at` is the word before. */
export function isComingFrom(at: number, mention: LocatedMention, context: RoleContext): boolean {
  const { tokens, telegraphic } = context;
  const from = isOutskirts(tokens[at]) ? at - 1 : at;
  if (tokens[from]?.text !== 'من' || telegraphic || isPartOf(from, tokens)) return false;
  return !(
    // «تمتد من مقاطعة كذا إلى كذا»
    context.rules.spreadVerbs.has(tokens[from - 1]?.text ?? '') ||
    isEachOf(mention.from, tokens) ||
    isOfWitness(mention, context) ||
    isSetOut(mention, context) ||
    isFled(mention, context) ||
    isLaunchedFrom(mention, context)
  );
}

const FLIGHT_REACH = 6;
const isThither = tokenLike(/^(?:اليها|اليه|اليهما|الي)$/);
const haveFled = tokenLike(
  /^[وفب]*(?:ال)?(?:فروا|نزحوا|هربوا|هجروا|نزوح|نزوحهم|فرار|فرارهم|تهجير|تهجيرهم|اجلوا)$/,
);
/** What is taken out of a place happens there, in whatever country. */
const isTaken = tokenLike(
  /^[وفب]*(?:ال)?(?:اجلاء|اجلاوهم|اجلايهم|اجلت|اجلي|اجليت|اجلوا|اخلاء|اخليت|سرق|سرقت|سرقوا|سرقه|نهب|نهبت|نهبوا|خطف|خطفت|خطفوا|اختطف|اختطفت|اختطفوا|اختطاف|انتشل|انتشلت|انتشلوا|انتشال|دحر|دحرت|دحروا|اندحار|انسحاب|انسحابها|انسحابه|انسحابهم|انسحب|انسحبت|انسحبوا|[يت]نسحب|طرد|طردت)$/,
);
const isArrest = tokenLike(/^[وفب]*(?:ال)?(?:اعتقلت|تعتقل|اعتقلوا|اعتقال|اعتقالات|اعتقالها)$/);
const hasFled = tokenLike(/^[وف]?(?:نزح|نزحت|فر|فرت|هرب|هربت|اجليت|يفر|ينزح|تنزح|تفر)$/);
const areMany = tokenLike(
  /^(?:ال)?(?:الاف|الالاف|مءات|ميات|عشرات|عاءلات|عايلات|عاءله|عايله|اسر|اسره|سكان|مدنيون|مدنيين|شخص|شخصا|ملايين|مليون|الف|الفا|مواطنين|مواطنون|اهالي)$/,
);

/** «نزحت مئات الأسر من بلدة كذا», «إجلاء السكان من كذا»: what many flee from is the scene. */
export function isFled(mention: LocatedMention, context: RoleContext): boolean {
  const { tokens, main } = context;
  const home = main !== null && mention.country === main;
  const at = beforeNoun(mention, context);
  if (tokens[at]?.text !== 'من') return false;
  if (home && isReportedFrom(at, tokens)) return true;
  let many = false;
  let fled = false;
  for (let i = at - 1; i >= at - FLIGHT_REACH; i--) {
    const token = tokens[i];
    if (token === undefined || token.kind === 'break' || token.kind === 'mark') return false;
    // «نزحوا إليها من كذا», «كانوا قد نزحوا من كذا»: the scene is where they came.
    if (isThither(token)) return false;
    if (isTaken(token)) return tokens[i - 1]?.text !== 'قد';
    if (!home) continue;
    // «اعتقلت القوات شابين من بلدة كذا»
    if ((at !== mention.from - 1 || startsWithNoun(mention, context)) && isArrest(token)) return true;
    if (haveFled(token)) return tokens[i - 1]?.text !== 'قد';
    fled ||= hasFled(token);
    many ||= token.kind === 'number' || areMany(token);
    if (fled && many) return true;
  }
  return false;
}

/** «مخيم الفارعة» */
const startsWithNoun = ({ from }: LocatedMention, { tokens, rules }: RoleContext) =>
  rules.admin.has(tokens[from]?.text ?? '');

const TOOK_OFF =
  /^[وف]?(?:ال)?(?:اقلع|اقلعت|تقلع|اقلاع|اقلاعها|اقلاعه|انطلق|انطلقت|انطلاق|انطلاقها|اطلق|اطلقت|اطلاق|غادر|غادرت|مغادره|مقلعه|منطلقه|نقل|نقلت|ابحر|ابحرت|اسيرا|اسري)$/;
const PORT = /^(?:مطار|مطاري|مطارات|ميناء|ميناءي|مواني|مرفا|قاعده|معبر)$/;

/** «أقلعت من مطار صنعاء»: what sets out there happens there. */
function isSetOut({ from, country }: LocatedMention, { tokens, main }: RoleContext): boolean {
  if (main === null || country !== main) return false;
  const noun = PORT.test(tokens[from]?.text ?? '') ? from : from - 1;
  if (!PORT.test(tokens[noun]?.text ?? '') || tokens[noun - 1]?.text !== 'من') return false;
  for (let i = noun - 2; i >= noun - SET_OUT_REACH; i--) {
    const token = tokens[i];
    if (token === undefined || token.kind === 'break') return false;
    if (TOOK_OFF.test(token.text)) return true;
  }
  return false;
}

/** «أطلقت صاروخا من منطقة كذا», «صواريخ أطلقتها من كذا»: it happens there too. */
export function isLaunchedFrom(mention: LocatedMention, context: RoleContext): boolean {
  const { tokens } = context;
  const at = beforeNoun(mention, context);
  if (tokens[at]?.text !== 'من') return false;
  if (launches(tokens[at - 1])) return true;
  let missile = isPad(tokens[mention.from]) || isPad(tokens[mention.from - 1]);
  let launched = false;
  for (let i = at - 1; i >= at - SET_OUT_REACH; i--) {
    const token = tokens[i];
    if (token?.kind !== 'word') return false;
    missile ||= isMissile(token) || isCraft(token);
    launched ||= launches(token);
    if (missile && launched) return true;
  }
  return false;
}

const isCraft = tokenLike(/^[وفبل]?(?:ال)?(?:قمر|قمرا|اقمار|مركبه|مسبار|مسبارا|مكوك|كبسوله)$/);
/** «أثناء إطلاقه اليوم من قاعدة كذا» */
const isPad = seldomLike(/^(?:قاعده|منصه|قاذفه|محطه)$/);
const launches = tokenLike(
  /^[وف]?(?:ال)?(?:[اتي]?طلقت?|اطلقوا|اطلاق(?:ها|ه)?|[اتي]طلق(?:ت|وا)?(?:ها|ه|هما))$/,
);

const isEach = tokenLike(/^[وفبل]?(?:كل|كلا)$/);

/** «في كل من كذا وكذا» */
export const isEachOf = (from: number, tokens: readonly PlaceToken[]): boolean =>
  tokens[from - 1]?.text === 'من' &&
  isEach(tokens[from - 2]) &&
  (/^و?بكل/.test(tokens[from - 2]?.text ?? '') || /^[وف]?في$/.test(tokens[from - 3]?.text ?? ''));

const SMALL = /^(?:قريه|بلده|حي|مديريه|دوار|ضيعه|عزبه|مخيم|قريتي|بلدتي)$/;
const COMING_REACH = 4;
const COMING =
  /^[وف]?(?:ال)?(?:نازح|نازحه|نازحين|نازحون|مهجر|مهجره|مهجرين|لاجي|لاجيين|هارب|هاربين|فارين|عاءد|عايد|عايده|عايدين|قادمين|قادمون|قدم|قدمت|قدموا|وصل|وصلت|وصلوا|قادم|قادما|قادمه|نزح|نزحت|نزحوا|فر|فرت|فروا|هرب|هربت|هربوا|عاد|عادت|عادوا)$/;

/** «يوسف موكاسا من بلدة كذا»: who tells of it lives where it happened. */
function isOfWitness({ from, country }: LocatedMention, { tokens, main }: RoleContext): boolean {
  if (main === null || country !== main || !SMALL.test(tokens[from - 1]?.text ?? '')) return false;
  for (let i = from - 3; i > from - 3 - COMING_REACH; i--) {
    const token = tokens[i];
    if (token?.kind !== 'word') break;
    if (COMING.test(token.text)) return false;
  }
  return true;
}

const isPartitive = tokenLike(
  /^[وفبل]*(?:ال)?(?:مناطق|منطقه|مقاطعات|احياء|حي|انحاء|اجزاء|جزء|عدد|عده|كل|كلا|قرب|قريب|قريبه|مقربه|القرب|شوارع|قري|بلدات|مساحات|واسعه|شاسعه|متفرقه|مختلفه|مواقع|نقاط|اطراف|شرق|غرب|شمال|جنوب)$/,
);

/** «أحياء عدة من المدينة كذا», «بكل من سطيف وباتنة»: a part of it, not who comes from there. */
export function isPartOf(from: number, tokens: readonly PlaceToken[]): boolean {
  for (let i = from - 1; i >= from - PARTITIVE_REACH; i--) {
    const token = tokens[i];
    if (token?.kind !== 'word') return false;
    if (isPartitive(token)) return true;
  }
  return false;
}
