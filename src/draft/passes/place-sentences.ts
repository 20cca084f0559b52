import { ofForm } from '#arabic/forms.ts';
import { isComma, tokenLike } from '#arabic/tokens.ts';
import { earlierMonths } from './earlier-month.ts';
import type { RoleContext } from './located-mention.ts';
import { isSince } from './place-passing.ts';
import { AGO, type PlaceRules, placeRules } from './place-rules.ts';
import { isDash, type PlaceToken } from './place-tokens.ts';

/** What a sentence is, for the places in it: place tokens [from, to). */
export interface SentenceTraits {
  /** Counted over the article; 0 for the headline. */
  order: number;
  /** Of another time: `weeks` or months ago, which a story may still be about, or `years` ago. */
  historical: 'weeks' | 'years' | null;
  /** «وكان الرجل قد فر …»: what went before. */
  earlier: boolean;
  /** Something happens in it. */
  event: boolean;
  /** It tells what is still to come. */
  future: boolean;
  /** Where it begins to; its end where it does not. */
  futureFrom: number;
  /** Where it turns to another time: «منذ فيضانات 2021 التي …»; its end where it does not. */
  olderFrom: number;
  from: number;
  to: number;
}

/** Sentences this near to the beginning tell the story itself. */
export const LEAD = 3;
/** The headline and the sentences that tell what has happened. */
const OPENING = 3;
/** What a word may tell of its sentence; more than one of them are added up. */
const EVENT = 1;
const FUTURE = 2;
const PAST = 4;
const RISK = 8;
const LONG = 16;

export function traitsOf({ reading, tokens, rules }: RoleContext): SentenceTraits[] {
  const traits: SentenceTraits[] = [];
  const isOfEarlierMonth = earlierMonths(reading);
  let at = 0;
  for (const [order, sentence] of reading.sentences.entries()) {
    while (at < tokens.length && (tokens[at]?.index ?? 0) < sentence.from) at++;
    const from = at;
    let said = 0;
    let futureFrom = -1;
    for (; at < tokens.length && (tokens[at] as PlaceToken).index < sentence.to; at++) {
      const word = speaksOf((tokens[at] as PlaceToken).form);
      said |= word;
      if (futureFrom < 0 && (word & FUTURE) !== 0) futureFrom = at;
    }
    traits.push({
      order,
      from,
      to: at,
      earlier: isEarlier(tokens, from, at),
      event: (said & EVENT) !== 0,
      future: (said & FUTURE) !== 0 || (said & (RISK | EVENT)) === RISK,
      futureFrom: futureFrom < 0 ? at : futureFrom,
      historical:
        (isOfFormer(tokens, from, at) ? 'years' : null) ??
        (said & PAST ? howLongAgo(tokens, from, at, rules, order < OPENING) : null) ??
        (isOfEarlierMonth(sentence) || isOfBefore(tokens, from, at, rules) ? 'weeks' : null),
      olderFrom: said & (PAST | LONG) ? turnOf(tokens, from, at) : at,
    });
  }
  return traits;
}

// «الأسبوع المقبل», «ستعقد», «من المقرر»
const TO_COME =
  /^(?:[وف]?[يت]?توقعت?|ال(?:مقبل|قادم|مزمع|مقرر|متوقع|مرتقب|منتظر)(?:ه|ين)?|[وف]?س[تي](?:عقد|قام|ستضيف|جري|فتتح|لتقي|نطلق|كون).*|[وف]?[تي]عتزم)$/;
// «الخطر مرتفع في ناميبيا»: it may come to that.
const MAY_COME = /^[وفبل]?(?:ال)?(?:خطر|مخاطر|احتمال|احتمالات|يخشي|تخشي|خشيه|ربما|استعداد|استعدادا|تحسبا)$/;
const LAST = new Set(['الماضي', 'الفارط', 'المنصرم', 'الفايت']);
export const MONTH =
  /^(?:يناير|فبراير|مارس|ابريل|مايو|يونيو|يونيه|يوليو|يوليوز|اغسطس|غشت|سبتمبر|شتنبر|اكتوبر|نوفمبر|نونبر|ديسمبر|دجنبر|شباط|اذار|نيسان|ايار|حزيران|تموز|اب|ايلول|جانفي|فيفري|افريل|ماي|جوان|جويليه|اوت|الاول|الثاني)$/;
const YEAR = /^(?:19|20)\d\d$/;
/** «سبق أن» this many words into a sentence tells of what went before, not the sentence. */
const AFTERTHOUGHT = 4;
const BEFORE = 'سبق';
/** «منذ» this many words into a sentence tells since when something goes on. */
const STILL = 4;
const RELATIVE = /^(?:الذي|التي|اللذين|اللتين|حين|عندما|وقتما)$/;

const AFTER_REACH = 5;
const isNearly = tokenLike(/^(?:تقريبا|فقط|تماما|كامله|كاملا)$/);

/** «بعد ثلاث سنوات على حادث شهدته كذا»: where what was then begins; 0 where it does not. */
function yearsAfter(tokens: readonly PlaceToken[], after: number, to: number): number {
  for (let i = after + 1; i < Math.min(to, after + AFTER_REACH); i++) {
    if (!YEARS.test(tokens[i]?.text ?? '')) continue;
    const link = isNearly(tokens[i + 1]) ? i + 2 : i + 1;
    return /^(?:علي|من)$/.test(tokens[link]?.text ?? '') ? link : 0;
  }
  return 0;
}

/** Where a sentence turns to an earlier time: «منذ زلزال 1999 الذي ضرب كذا», «سبق أن أدين»; its end where it does not. */
function turnOf(tokens: readonly PlaceToken[], from: number, to: number): number {
  for (let i = from; i + 1 < to; i++) {
    const year = tokens[i] as PlaceToken;
    // «أوقف الدرك صيادا سبق أن أدين»
    if (i >= from + AFTERTHOUGHT && year.text === BEFORE && tokens[i + 1]?.text === 'ان') return i;
    if (year.text === 'بعد' && i > from) {
      const older = yearsAfter(tokens, i, to);
      if (older > 0) return older;
    }
    if (year.kind !== 'number' || !YEAR.test(year.text) || !runsSince(tokens, i, from)) continue;
    // «منذ عام 2012، حين قتل …»
    if (RELATIVE.test(tokens[i + (isComma(tokens[i + 1]) ? 2 : 1)]?.text ?? '')) return i;
  }
  return to;
}

/** What a word may tell of its sentence, all in one question, as every token is asked. */
const speaksOf = ofForm((form) => {
  const { kind, text } = form;
  if (kind === 'number') return YEAR.test(text) ? PAST : 0;
  if (kind !== 'word') return 0;
  const rules = placeRules();
  return (
    (rules.isEventWord(form) || rules.sceneWords.has(text.replace(/^[وف](?=...)/, '')) ? EVENT : 0) |
    (TO_COME.test(text) ? FUTURE : 0) |
    (MAY_COME.test(text) ? RISK : 0) |
    (LAST.has(text) || rules.mayBeHistorical(form) ? PAST : 0) |
    (YEARS.test(text) ? LONG : 0)
  );
});

const EARLIER_REACH = 7;

function isEarlier(tokens: readonly PlaceToken[], from: number, to: number): boolean {
  if (!hadBeen(tokens[from])) return false;
  for (let i = from + 1; i < Math.min(to, from + EARLIER_REACH); i++)
    // «وكان الإعصار قد ضرب كذا»: it is the story's own.
    if (tokens[i]?.text === 'قد') return !(isTheStorm(tokens[from + 1]) && strikes(tokens[i + 1]));
  return false;
}

const isTheStorm = tokenLike(/^ال(?:اعصار|عاصفه|زلزال|هزه|فيضانات|سيول|امطار|حريق|حرايق|بركان|وباء|موجه)$/);
const strikes = tokenLike(
  /^(?:ضرب|ضربت|اجتاح|اجتاحت|هز|هزت|غمر|غمرت|التهم|التهمت|اتي|اتت|دمر|دمرت|اودي|اودت|تسبب|تسببت|شهدت|شهدته)$/,
);

const hadBeen = tokenLike(/^و(?:كان|كانت)$/);
const OTHER_DEED = /^(?!ال)(?:اخر|حوادث|احداث|موجه)$/;
const HAD_REACH = 7;

const wereKilled = tokenLike(/^(?:قتل|قتلوا|قتلت|لقوا|لقي|قضوا|قضي|اصيبوا|اصيب)$/);

/** «وكان زلزال قد ضرب …»: an event without article, told of what was before. */
function isOfBefore(tokens: readonly PlaceToken[], from: number, to: number, rules: PlaceRules): boolean {
  if (!hadBeen(tokens[from])) return false;
  const deed = tokens[from + 1];
  // «وكان 12 شخصا قد قتلوا في كذا»: others than those of the story.
  if (deed?.kind === 'number' && tokens[from + 3]?.text === 'قد') return wereKilled(tokens[from + 4]);
  if (deed?.kind !== 'word' || deed.text.startsWith('ال')) return false;
  if (!rules.isEventWord(deed.form) && !OTHER_DEED.test(deed.text)) return false;
  return tokens.slice(from + 2, Math.min(to, from + HAD_REACH)).some(({ text }) => text === 'قد');
}

/** «قبل ستة أعوام», «منذ عامين», «قبل نحو شهرين». */
const YEARS = /^(?:اعوام|سنوات|عاما|عام|عامين|سنه|سنتين|عقود|عقدين|قرن)$/;
const MONTHS = /^(?:اشهر|شهرين)$/;
const isOfWeeks = tokenLike(/^(?:ال)?(?:شهر|شهرين|اشهر|اسبوع|اسبوعين)$/);

const DATED =
  /^[وفبل]*(?:ال)?(?:عام|عامي|سنه|اعوام|سنوات|في|منذ|بين|حتي|الي|من|قبل|بعد|خلال|مطلع|اواخر|اوائل|اوايل|نهايه|بدايه|منتصف|صيف|شتاء|ربيع|خريف|مارس|ماي|حرب|ثوره|اتفاق|انتفاضه|مجزره|كارثه|جائحه|جايحه|غزو|ماساه|حادث|حادثه)$/;

/** Whether a year's own noun stands before it: no time, and nothing that happens. */
function isNamedByYear({ kind, text, form }: PlaceToken, rules: PlaceRules): boolean {
  return kind === 'word' && !DATED.test(text) && !MONTH.test(text) && !rules.isEventWord(form);
}

const SINCE_REACH = 7;

/** «منذ ظهور المرض عام 2012»: it goes on to this day. */
function runsSince(tokens: readonly PlaceToken[], year: number, from: number): boolean {
  for (let i = Math.max(from, year - SINCE_REACH); i < year; i++) if (isSince(tokens[i])) return true;
  return false;
}

const was = tokenLike(/^[وف]?(?:كان|كانت)$/);
const isFormer = tokenLike(/^(?:سابق|سابقه|سابقا|سابقتان|سابقان)$/);
const FORMER_REACH = 3;
const isRound = tokenLike(
  /^ال(?:جوله|قمه|مءتمر|موتمر|محادثات|مفاوضات|اجتماع|اجتماعات|دوره|هجوم|هجمات|حادث|زلزال|لقاء|مباراه)$/,
);
const isLastRound = tokenLike(/^ال(?:سابق|سابقه|ماضي|ماضيه|اولي|اول|اخير|اخيره)$/);

/** «وكانت هدنة سابقة قد انهارت …» */
function isOfFormer(tokens: readonly PlaceToken[], from: number, to: number): boolean {
  if (!was(tokens[from])) return false;
  // «وكانت الجولة السابقة قد عقدت في كذا»
  if (isRound(tokens[from + 1]) && isLastRound(tokens[from + 2])) return true;
  return tokens.slice(from + 1, Math.min(to, from + 1 + FORMER_REACH)).some(isFormer);
}

function howLongAgo(
  tokens: readonly PlaceToken[],
  from: number,
  to: number,
  rules: PlaceRules,
  isOpening: boolean,
): SentenceTraits['historical'] {
  let weeks = false;
  for (let i = from; i < to; i++) {
    const { form, kind } = tokens[i] as PlaceToken;
    if ((speaksOf(form) & PAST) === 0) continue;
    if (form.text === BEFORE && i >= from + AFTERTHOUGHT) continue;
    if (kind === 'number' && YEAR.test(form.text)) {
      // «رانغون 14-6-2026 (أ ف ب) -»: the day that it is told on.
      if (isOpening && isDash(tokens[i - 1]) && isDash(tokens[i - 3])) continue;
      // «حي 8 ماي 1945»
      const named = tokens[i - 2]?.kind === 'number' ? tokens[i - 3] : undefined;
      if (named && rules.adminNounOf(named.form) !== null) continue;
      // «موازنة 2026», «مونديال 2030»: it tells which of them, where the story itself is told.
      if (isOpening && i > from && isNamedByYear(tokens[i - 1] as PlaceToken, rules)) continue;
      // «1943 - غارات على هامبورغ»: an item of a diary is of its own year.
      if (!runsSince(tokens, i, from) && !(i === from && /^[-–—:]$/.test(tokens[i + 1]?.text ?? '')))
        return 'years';
      continue;
    }
    // «في آذار الماضي»
    if (LAST.has(form.text) && MONTH.test(tokens[i - 1]?.text ?? '') && !runsSince(tokens, i, from))
      weeks = true;
    if (!rules.mayBeHistorical(form)) continue;
    const cue = rules.historicalCues.longestAt(tokens, i, 'conjunction');
    if (cue && cue.to <= to) {
      if (!tokens.slice(i, cue.to).some((token) => isOfWeeks(token))) return 'years';
      weeks = true;
    }
    if (!AGO.has(form.text)) continue;
    for (const unit of [tokens[i + 1]?.text ?? '', i + 2 < to ? (tokens[i + 2]?.text ?? '') : '']) {
      // «الأسوأ منذ عشرة أعوام» is of today.
      if (YEARS.test(unit) && !/منذ$/.test(form.text)) return 'years';
      // «منذ شهرين قتل» was then, «يسيطرون عليها منذ شهرين» is still.
      if (!/منذ$/.test(form.text) || i < from + STILL) weeks ||= YEARS.test(unit) || MONTHS.test(unit);
    }
  }
  return weeks ? 'weeks' : null;
}
