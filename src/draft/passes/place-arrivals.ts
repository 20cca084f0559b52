import { seldomLike, tokenLike } from '#arabic/tokens.ts';
import type { LocatedMention } from './located-mention.ts';
import type { PlaceToken } from './place-tokens.ts';

const REACH = 8;

const isVisitNoun = tokenLike(/^(?:زياره|بزياره|زيارته|زيارتها)$/);
const hasArrived = tokenLike(/^[وف]?(?:وصل|وصلت|وصلوا|وصول|وصوله|وصولها|قدم|قدمت)$/);
const VISIT_REACH = 7;

/** «وصل إلى صوفيا في زيارة تستمر يومين»; `at` is the word of the way, `to` the word behind the name. */
export const isVisited = (at: number, to: number, tokens: readonly PlaceToken[]): boolean =>
  isTo(tokens[at]) &&
  // «بعد زيارة إلى صوفيا»
  ((isVisitNoun(tokens[at - 1]) && isAfter(tokens[at - 2])) ||
    (isOnVisit(to, tokens) && tokens.slice(Math.max(0, at - REACH), at).some(hasArrived)));

/** «… وزير الخارجية فلان في زيارة»: who came may stand between. */
function isOnVisit(to: number, tokens: readonly PlaceToken[]): boolean {
  for (let i = to; i <= to + VISIT_REACH; i++) {
    if (isVisitNoun(tokens[i])) return true;
    if (tokens[i]?.kind !== 'word') return false;
  }
  return false;
}

const isAfter = tokenLike(/^(?:بعد|عقب|ختام|اختتم|انهي)$/);

const arrives = tokenLike(
  /^[وف]?(?:ال)?(?:وصل|وصلت|وصلوا|[يت]صل|يصلون|وصول|وصولهم|وصولها|عاد|عادت|عادوا|[يت]عود|يعودون|عوده|عودتهم|تدفق|تدفقت|تدفقوا|[يت]تدفق|توافد|توافدت|توافدوا|[يت]توافد)$/,
);
/** Refugees and troops who come, and help that is brought: where they come to, something happens. */
const areAwaited = tokenLike(
  /^[وفبل]?(?:ال|لل)?(?:لاجي|لاجءون|لاجيون|لاجيين|لاجءين|نازح|نازحه|نازحون|نازحين|مهجر|مهجرون|مهجرين|عايدون|عايدين|وافدون|وافدين|عايلات|عاءلات|عوايل|عواءل|اسر|اهالي|سكان|مدنيون|مدنيين|اغاثه|اغاثي|اغاثيه|مساعدات|معونات|قافله|قوافل|سفينه|شحنه|شحنات|افواج|فوج|ارتال|رتل|مدرعات|دفعه|طايره|طاءره)$/,
);

const isTo = tokenLike(/^[وف]?الي$/);

const advances = tokenLike(
  /^[وف]?(?:ال)?(?:[يت]?تقدم|تقدمت|تقدموا|يتقدمون|تقدمها|تقدمهم|زحف|زحفت|زحفوا|[يت]زحف)$/,
);
const succeeds = seldomLike(/^[وف]?(?:[يت]?تمكن|تمكنت|تمكنوا|نجح|نجحت|نجحوا|استطاع|استطاعت)$/);
const isOnwards = tokenLike(/^[وف]?(?:باتجاه|نحو|صوب|تجاه)$/);
const ADVANCE_REACH = 5;

/**
 * «وصلت القافلة إلى بلدة كذا», «تتقدم باتجاه حي كذا»: what the way to a place says of it; `at` is the word of the way.
 */
export function isComeTo(at: number, tokens: readonly PlaceToken[]): boolean {
  const way = tokens[at];
  if (isOnwards(way)) return tokens.slice(Math.max(0, at - ADVANCE_REACH), at).some(advances);
  if (!isTo(way)) return false;
  // «تمكنت القوة من الوصول إلى منطقة كذا»
  if (
    /^ال(?:وصول|دخول)$/.test(tokens[at - 1]?.text ?? '') &&
    tokens.slice(Math.max(0, at - ADVANCE_REACH), at).some(succeeds)
  )
    return true;
  let awaited = false;
  for (let i = at - 1; i >= at - REACH; i--) {
    const token = tokens[i];
    if (token === undefined || token.kind === 'break' || token.kind === 'mark') return false;
    awaited ||= areAwaited(token);
    if (arrives(token)) return awaited;
  }
  return false;
}

const covers = tokenLike(/^[وف]?(?:شملت|تشمل|قادته|قادتها|قادتهم)$/);
const isTour = tokenLike(/^[وفب]?(?:ال)?(?:جوله|جولته|جولتها|زياره|زيارته|زيارتها|رحله|رحلته|رحلتها)$/);
const TOUR_REACH = 8;

/** «جولة في المنطقة شملت صوفيا وتيرانا»: each of them was visited. */
export function isOnTour(
  { from, before }: LocatedMention,
  previous: LocatedMention | undefined,
  tokens: readonly PlaceToken[],
): boolean {
  const first = before.chained && previous ? previous.from : from;
  const verb = tokens[first - 1]?.text === 'الي' ? first - 2 : first - 1;
  if (!covers(tokens[verb])) return false;
  return tokens.slice(Math.max(0, verb - TOUR_REACH), verb).some(isTour);
}

const isHeld = tokenLike(
  /^[وف]?(?:ال)?(?:مقام|مقامه|منعقد|منعقده|اقيم|اقيمت|[يت]قام|انعقد|انعقدت|جرت|استضافتها|استضافته)$/,
);
const isLand = tokenLike(/^(?:ب|في|ال)?(?:دوله|مدينه|مملكه|جمهوريه|العاصمه|ملعب|ستاد|استاد)$/);

/** «الملتقى المقام في بلجيكا», «أقيمت بدولة قطر»: whoever else the country is. */
export function isHeldThere({ from, stem }: LocatedMention, tokens: readonly PlaceToken[]): boolean {
  let at = from - 1;
  if (isLand(tokens[at])) at--;
  if (tokens[at]?.text === 'في') at--;
  else if (stem?.proclitic !== 'ب' && !/^ب/.test(tokens[at + 1]?.text ?? '')) return false;
  return isHeld(tokens[at]);
}
