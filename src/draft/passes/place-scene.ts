import { tokenLike } from '#arabic/tokens.ts';
import type { LocatedMention, RoleContext } from './located-mention.ts';
import { isOfPeople, tellsOfLife } from './place-aside.ts';
import { distanceTo } from './place-distance.ts';
import { isHospital } from './place-hospitals.ts';
import {
  isDisplacedFrom,
  isEmbassy,
  isOfJoined,
  isOfTravel,
  isReportedFrom,
  isSinceFallOf,
} from './place-passing.ts';
import type { SentenceTraits } from './place-sentences.ts';
import { isOfBorder, isOpeningMark, type PlaceToken } from './place-tokens.ts';

const PARTITIVE_REACH = 4;
const WHERE_REACH = 3;
const LYING_REACH = 9;
const LYING = /^ال(?:واقعه|واقع|قريبه|قريب|مجاوره|مجاور|حدوديه|حدودي|بعيده|تابعه)$/;
const SPREAD_REACH = 3;
const SET_OUT_REACH = 8;

const isExpanse = tokenLike(/^(?:غابات|احراش|احراج|جبال|ريف|ضواحي|مشارف|اطراف|سواحل|شواطيء|شواطي|حدود)$/);

/** «نقل إلى حلب», «باتجاه كوستي»: somebody goes there. */
export function isTowards(mention: LocatedMention, context: RoleContext): boolean {
  const { tokens, rules } = context;
  const at = beforeExpanse(mention, context);
  const word = tokens[at]?.text ?? '';
  return rules.towards.has(word) || (word === 'من' && rules.towards.has(tokens[at - 1]?.text ?? ''));
}

const WAY =
  /^[وفب]?(?:طريق(?:ه|ها|هم|هما|هن)|متجه|متجهه|متجها|متجهين|متوجه|متوجها|متوجهه|متوجهين|عائد|عايد|عايدا|عايدين|عايده)$/;
const WAY_REACH = 6;

/** «في طريقهم إلى مزرعة في كذا»: nobody has come there yet. */
export function isOnTheWay({ from }: LocatedMention, tokens: readonly PlaceToken[]): boolean {
  for (let i = from - 1; i > from - WAY_REACH; i--) {
    const token = tokens[i];
    if (token?.kind !== 'word') return false;
    if (token.text !== 'الي') continue;
    if (WAY.test(tokens[i - 1]?.text ?? '')) return true;
    // «متجها من الخرطوم إلى بارا في ولاية كذا»
    for (const k of [2, 3, 4])
      if (tokens[i - k]?.text === 'من' && WAY.test(tokens[i - k - 1]?.text ?? '')) return true;
  }
  return false;
}

/** «امتدت الاحتجاجات إلى سان لوي», «وصل إلى القرية حيث قتل رجل»: what happens reaches a place too. */
export function isReached(mention: LocatedMention, context: RoleContext): boolean {
  const at = beforeExpanse(mention, context);
  const { tokens, rules } = context;
  if (!rules.towards.has(tokens[at]?.text ?? '')) return false;
  const reach = LYING.test(tokens[mention.to]?.text ?? '') ? LYING_REACH : WHERE_REACH;
  let words = 0;
  for (let i = mention.to; i < tokens.length && words < reach; i++) {
    if (tokens[i]?.text === 'حيث') return true;
    if (tokens[i]?.text === '.') break;
    if (tokens[i]?.kind === 'word') words++;
  }
  for (let i = at - 1; i >= at - SPREAD_REACH; i--)
    if (rules.spreadVerbs.has((tokens[i]?.text ?? '').replace(/^[وف]/, ''))) return true;
  return false;
}

/** Index of the word before the name and its administrative noun. */
function beforeNoun({ from }: LocatedMention, { tokens, rules }: RoleContext): number {
  // «من مدينة «عين الحجل»»
  const at = isOpeningMark(tokens[from - 1]) ? from - 2 : from - 1;
  return rules.admin.has(tokens[at]?.text ?? '') ? at - 1 : at;
}

/** The same before what of it is meant: «باتجاه غابات زمفرة». */
function beforeExpanse(mention: LocatedMention, context: RoleContext): number {
  const at = beforeNoun(mention, context);
  return isExpanse(context.tokens[at]) ? at - 1 : at;
}

const OFFICE =
  /^[وفبل]*(?:والي|محافظ|حاكم|امن|شرطه|صحه|مستشفيات|اطفاء|نيابه|محكمه|محاكم|درك|بلديه|طوارئ|اسعاف|مدنيه|موقوفي|سكان|اهالي)$/;
const ALL_OF =
  /^[وفبل]*(?:مطارات|مطاري|مواني|موانيء|ميناءي|محطتي|جسري|معبري|سجني|مدارس|جامعات|اسواق|مساجد|كناءس|كنايس|سجون|جسور|محطات|متاجر|مقاهي)$/;

/** «مطارات موسكو أغلقت», «مدارس دكا»: told of what stands there. */
export const isOfBuildings = (before: PlaceToken | undefined): boolean =>
  before?.kind === 'word' && ALL_OF.test(before.text);

/** «مستغانم: انتشال جثة», «بكل من سطيف وباتنة», «مدير أمن الكفرة»: told of it, or by its offices. */
export function isSetThere(
  mention: LocatedMention,
  sentence: SentenceTraits,
  { tokens }: RoleContext,
): boolean {
  const before = tokens[mention.from - 1];
  if (before?.text === 'من') return isPartOf(mention.from - 1, tokens);
  if (before?.kind === 'word' && (OFFICE.test(before.text) || isOfBuildings(before))) return true;
  // A flag or a bullet may stand at the beginning.
  const first = tokens.slice(sentence.from, mention.from).every(({ kind }) => kind === 'mark');
  const after = tokens[mention.to];
  return first && (after?.kind === 'number' || /^[:|–—/-]$/.test(after?.text ?? ''));
}

/** «🇹🇩 تشاد | سقوط مسيرة», «▪️ تشاد: سقوط مسيرة»: an item of a list, of whatever country. */
export function isItem(
  { from, to, type }: LocatedMention,
  sentence: SentenceTraits,
  tokens: readonly PlaceToken[],
): boolean {
  const label = tokens[to]?.text;
  if (label !== '|' && (label !== ':' || type === 'capital' || type === 'seat')) return false;
  return tokens.slice(sentence.from, from).every(({ kind }) => kind === 'mark');
}

const isAtSea = tokenLike(
  /^[وف]?(?:ال)?(?:قارب|قاربا|زورق|زورقا|مركب|سفينه|ناقله|عباره|صيد|مهاجرين|غرق|جنح|جنوح)$/,
);
const SHORE_REACH = 4;

/** «غرق زورق أمام المهدية» */
export function isOffShore({ from }: LocatedMention, tokens: readonly PlaceToken[]): boolean {
  if (tokens[from - 1]?.text !== 'امام') return false;
  return tokens.slice(Math.max(0, from - 1 - SHORE_REACH), from - 1).some(isAtSea);
}

/** Whether the words around a place say that the scene is elsewhere. */
export function isElsewhere(
  mention: LocatedMention,
  sentence: SentenceTraits,
  context: RoleContext,
): boolean {
  const { tokens, rules } = context;
  const at = beforeNoun(mention, context);
  const before = tokens[at]?.text ?? '';
  const distance = distanceTo(at, tokens, rules);
  if (distance !== null) return distance === 'far';
  return (
    isAcrossBorder(mention, tokens, at) ||
    isOfPeople(mention, sentence, at, tokens) ||
    isComingFrom(at, mention, context) ||
    (isDisplacedFrom(at + 1, tokens) && !isFled(mention, context)) ||
    (mention.before.admin && SENT.test(before)) ||
    (before === 'عن' && DEPUTY.test(tokens[at - 1]?.text ?? '')) ||
    /^[وف]?مقر(?:ه|ها|هم|هما)$/.test(before) ||
    isMap(sentence, tokens) ||
    isHospital(mention, tokens, sentence) ||
    isOfTravel(mention, tokens) ||
    isSinceFallOf(mention, tokens) ||
    isOfJoined(mention, tokens) ||
    (sentence.order > 0 && tellsOfLife(tokens[sentence.from])) ||
    isEmbassy(mention, context)
  );
}

/** «أرسلت محافظة كذا سيارات إسعاف»: who helps is elsewhere. */
const SENT = /^[وف]?(?:ارسلت|اوفدت|ترسل|توفد|سترسل|ستوفد)$/;

const isOutskirts = tokenLike(/^(?:ريف|ضواحي)$/);

/** «وصل من حلب»; `at` is the word before. */
function isComingFrom(at: number, mention: LocatedMention, context: RoleContext): boolean {
  const { tokens, telegraphic } = context;
  const from = isOutskirts(tokens[at]) ? at - 1 : at;
  if (tokens[from]?.text !== 'من' || telegraphic || isPartOf(from, tokens)) return false;
  return !isOfWitness(mention, context) && !isSetOut(mention, context) && !isFled(mention, context);
}

const FLIGHT_REACH = 6;
const isThither = tokenLike(/^(?:اليها|اليه|اليهما|الي)$/);
const haveFled = tokenLike(
  /^[وفب]*(?:ال)?(?:فروا|نزحوا|هربوا|هجروا|نزوح|نزوحهم|فرار|فرارهم|تهجير|تهجيرهم|اجلوا)$/,
);
/** What is taken out of a place happens there, in whatever country. */
const isTaken = tokenLike(
  /^[وفب]*(?:ال)?(?:اجلاء|اجلاوهم|اجلايهم|اجلت|اجلي|اجليت|اجلوا|اخلاء|اخليت|سرق|سرقت|سرقوا|سرقه|نهب|نهبت|نهبوا|خطف|خطفت|خطفوا|اختطف|اختطفت|اختطفوا|اختطاف|انتشل|انتشلت|انتشلوا|انتشال|دحر|دحرت|دحروا|اندحار)$/,
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
    if (at !== mention.from - 1 && isArrest(token)) return true;
    if (haveFled(token)) return tokens[i - 1]?.text !== 'قد';
    fled ||= hasFled(token);
    many ||= token.kind === 'number' || areMany(token);
    if (fled && many) return true;
  }
  return false;
}

const NEAR_IT = new Set(['علي', 'قرب', 'عند', 'صوب', 'باتجاه', 'من', 'حتي', 'الي']);

/** «على الحدود مع سوريا», «على حدود سوريا», «المتاخمة لإيران»; `at` is the word before. */
export function isAcrossBorder(
  { stem }: Pick<LocatedMention, 'stem'>,
  tokens: readonly PlaceToken[],
  at: number,
): boolean {
  const before = tokens[at]?.text ?? '';
  if (before === 'مع') return isOfBorder(tokens[at - 1]);
  if (before === 'حدود') return NEAR_IT.has(tokens[at - 1]?.text ?? '');
  return stem?.proclitic === 'ل' && isOfBorder(tokens[at]);
}

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
  /^[وفبل]*(?:ال)?(?:مناطق|منطقه|احياء|حي|انحاء|اجزاء|جزء|عدد|عده|كل|كلا|قرب|مقربه|القرب|شوارع|قري|بلدات|مساحات|واسعه|شاسعه|متفرقه|مختلفه|مواقع|نقاط|اطراف|شرق|غرب|شمال|جنوب)$/,
);

/** «أحياء عدة من المدينة كذا», «بكل من سطيف وباتنة»: a part of it, not who comes from there. */
function isPartOf(from: number, tokens: readonly PlaceToken[]): boolean {
  for (let i = from - 1; i >= from - PARTITIVE_REACH; i--) {
    const token = tokens[i];
    if (token?.kind !== 'word') return false;
    if (isPartitive(token)) return true;
  }
  return false;
}

const lies = tokenLike(/^[وف]?[تي](?:قع|بعد)$/);

/** «وتقع البلدة على الطريق بين …», «وتبعد المدينة 40 كيلومترا عن …»: where things are, not what happened. */
const isMap = ({ from }: SentenceTraits, tokens: readonly PlaceToken[]) => lies(tokens[from]);

const DEPUTY = /^[وف]?(?:ال)?(?:نايب|نايبه|نواب|مرشح|مرشحه)$/;

/** «ستعقد القمة في الدوحة الأسبوع المقبل»: it has not happened there yet. */
export const isAhead = ({ future, order }: SentenceTraits) => future && order > 0;
