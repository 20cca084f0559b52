import { seldomLike, tokenLike } from '#arabic/tokens.ts';
import type { LocatedMention, RoleContext } from './located-mention.ts';
import {
  isBroughtTo,
  isFarOff,
  isHouseOf,
  isLainOn,
  isOfAffairs,
  isOfFormerTime,
  isOfScholar,
  isRebuilt,
  isSoon,
  isTopic,
} from './place-apart.ts';
import { isComeTo, isVisited } from './place-arrivals.ts';
import { isOfPeople, tellsOfLife } from './place-aside.ts';
import { beforeNoun, isComingFrom, isFled, isPartOf } from './place-coming.ts';
import { distanceTo } from './place-distance.ts';
import { isHospital } from './place-hospitals.ts';
import { isDisplacedFrom, isEmbassy, isOfJoined, isOfTravel, isSinceFallOf } from './place-passing.ts';
import type { SentenceTraits } from './place-sentences.ts';
import { isOfBorder, type PlaceToken } from './place-tokens.ts';

const WHERE_REACH = 3;
const LYING_REACH = 9;
const LYING = /^ال(?:واقعه|واقع|قريبه|قريب|مجاوره|مجاور|حدوديه|حدودي|بعيده|تابعه)$/;
const SPREAD_REACH = 3;
const SPREAD_FROM_REACH = 7;

const isExpanse = tokenLike(
  /^(?:غابات|احراش|احراج|جبال|ريف|ريفي|ضواحي|مشارف|اطراف|سواحل|شواطيء|شواطي|حدود)$/,
);

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
  if (isVisited(at, mention.to, tokens)) return true;
  if (mention.country === context.main && isComeTo(at, tokens)) return true;
  const reach = LYING.test(tokens[mention.to]?.text ?? '') ? LYING_REACH : WHERE_REACH;
  let words = 0;
  for (let i = mention.to; i < tokens.length && words < reach; i++) {
    if (tokens[i]?.text === 'حيث') return true;
    if (tokens[i]?.text === '.') break;
    if (tokens[i]?.kind === 'word') words++;
  }
  if (isPlague(tokens[at - 1]) && comes(tokens[at - 2])) return true;
  for (let i = at - 1; i >= at - SPREAD_FROM_REACH; i--) {
    // «تمتد من مقاطعة كذا إلى مقاطعة كذا»
    if (i < at - SPREAD_REACH && tokens[i + 1]?.text !== 'من') continue;
    if (rules.spreadVerbs.has((tokens[i]?.text ?? '').replace(/^[وف]/, ''))) return true;
  }
  return false;
}

/** «وصلت السيول إلى كذا» */
const isPlague = seldomLike(
  /^ال(?:سيول|فيضانات|فيضان|مياه|نيران|حرايق|حريق|عاصفه|اعصار|اشتباكات|مواجهات|معارك|قتال|احتجاجات|تظاهرات|مظاهرات|اضطرابات|وباء|امطار|جراد)$/,
);
const comes = seldomLike(/^[وف]?(?:وصل|وصلت|[يت]صل|وصول|بلغ|بلغت|زحف|زحفت|تسلل|تسللت)$/);

/** The same before what of it is meant: «باتجاه غابات زمفرة». */
function beforeExpanse(mention: LocatedMention, context: RoleContext): number {
  const at = beforeNoun(mention, context);
  return isExpanse(context.tokens[at]) ? at - 1 : at;
}

const OFFICE =
  /^[وفبل]*(?:والي|محافظ|حاكم|امن|شرطه|صحه|مستشفيات|اطفاء|نيابه|محكمه|محاكم|درك|بلديه|طوارئ|اسعاف|مدنيه|موقوفي|سكان|اهالي|جنايات|جنح|استءناف|استيناف|نقض)$/;
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
  const { tokens, rules, main } = context;
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
    isMap(mention, sentence, tokens) ||
    isHospital(mention, at, tokens, sentence) ||
    isOfTravel(mention, tokens) ||
    isSinceFallOf(mention, tokens) ||
    isSoon(mention, sentence, tokens) ||
    isLainOn(at, tokens) ||
    isOfAffairs(at, tokens, mention.before.chained) ||
    isOfFormerTime(at, tokens) ||
    isOfScholar(mention, sentence, tokens) ||
    (sentence.order > 0 && isBroughtTo(mention, tokens, mention.country !== main)) ||
    (mention.country !== main &&
      (isOfJoined(mention, tokens) ||
        isTopic(mention, tokens) ||
        isFarOff(mention, tokens) ||
        isRebuilt(at, tokens) ||
        isHouseOf(mention, tokens))) ||
    (sentence.order > 0 && tellsOfLife(tokens[sentence.from])) ||
    isEmbassy(mention, context)
  );
}

/** «أرسلت محافظة كذا سيارات إسعاف»: who helps is elsewhere. */
const SENT = /^[وف]?(?:ارسلت|اوفدت|ترسل|توفد|سترسل|ستوفد)$/;

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

const lies = tokenLike(/^[وف]?[تي](?:قع|بعد)$/);
const isLyingAt = seldomLike(/^(?:علي|الي|في|عند|بين|قرب|شمال|جنوب|شرق|غرب|نحو|حوالي)$/);
const isPlaceOf = seldomLike(
  /^ال(?:مدينه|بلده|قريه|ولايه|منطقه|محافظه|جزيره|مقاطعه|ميناء|معسكر|مخيم|قاعده|سجن|مصنع|حقل|منجم)$/,
);
const MAP_REACH = 16;

/** «وتقع البلدة على الطريق بين …», «وتبعد المدينة 40 كيلومترا عن …»: where things are, not what happened. */
function isMap(mention: LocatedMention, { from }: SentenceTraits, tokens: readonly PlaceToken[]): boolean {
  if (lies(tokens[from])) return true;
  // «…، وتقع المدينة على بعد 90 كيلومترا من كذا»
  for (let i = mention.from - 1; i > Math.max(from, mention.from - MAP_REACH); i--) {
    if (tokens[i]?.kind !== 'word' && tokens[i]?.kind !== 'number') return false;
    if (lies(tokens[i]) && /^و/.test(tokens[i]?.text ?? ''))
      return isPlaceOf(tokens[i + 1]) && isLyingAt(tokens[i + 2]);
  }
  return false;
}

const DEPUTY = /^[وف]?(?:ال)?(?:نايب|نايبه|نواب|مرشح|مرشحه)$/;

/** «ستعقد القمة في الدوحة الأسبوع المقبل»: it has not happened there yet. */
export const isAhead = ({ future, order }: SentenceTraits) => future && order > 0;
