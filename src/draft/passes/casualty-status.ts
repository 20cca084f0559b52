import { testOfForm } from '#arabic/forms.ts';
import { mayBeginNumber } from '#arabic/numbers.ts';
import { speechWord } from '#arabic/speech.ts';
import { isComma, type Token, tokenLike } from '#arabic/tokens.ts';
import type { CasualtyStatus } from '#draft/fact.ts';
import { beginsLine } from './begins-line.ts';
import { isBackground, isOfEvent, mayTellBackground } from './casualty-background.ts';
import { isFirstToll, isOfEarlierToll, isToll } from './casualty-earlier-tolls.ts';
import { isStill } from './casualty-kinds.ts';
import type { PastCue } from './casualty-pluperfect.ts';
import { mayTellPast, pastCueAt } from './casualty-times.ts';
import { isUnreal, mayTellUnreal } from './casualty-unreal.ts';
import type { News } from './casualty-weekdays.ts';
import { CLAIMED, EVENTS, lookUp, NOUNS } from './casualty-words.ts';
import type { Range } from './speaker.ts';

/** A cue behind a figure is about it within so many tokens. */
const BEHIND = 9;
/** … and within so many where no comma is between. */
const FAR_BEHIND = 26;

/** What a sentence says about its figures. */
export interface SentenceStatus {
  claimedAt: number | null;
  past: readonly PastCue[];
  /** Plans, threats, verdicts: no figure here is a toll. */
  projectedAt: readonly number[];
  /** «حصيلة أولية»: a later toll takes its place. */
  isFirst: boolean;
  /** «في وقت سابق أشارت حصيلة»: a larger toll has taken its place, wherever that stands. */
  isEarlier: boolean;
}

/** `deep`: behind the lead, where an article comes to speak of other days. */
export function statusOf(
  tokens: readonly Token[],
  sentence: Range,
  news: News,
  deep: boolean,
): SentenceStatus {
  const projectedAt: number[] = [];
  const past: PastCue[] = [];
  let claimedAt: number | null = null;
  let isFirst = false;
  for (let i = sentence.from; i < sentence.to; i++) {
    const here = tokens[i];
    if (!here || !mayTellStatus(here.form)) continue;
    if (mayTellPast(here.form)) {
      const cue = pastCueAt(tokens, i, news, deep);
      if (cue) past.push(cue);
    }
    const told = deep ? isBackground(tokens, i) : null;
    const isSure = told === 'ago';
    if (told) past.push({ at: i, weak: !isSure, back: told !== 'behind', over: true, wide: !isSure });
    if (here.kind !== 'word') continue;
    if (isFirstToll(here.form) && isToll(tokens[i - 1])) isFirst = true;
    if (isUnreal(tokens, i)) projectedAt.push(i);
    if (claimedAt === null && CLAIMED.longestAt(tokens, i, 'conjunction') && !areSilent(tokens, i))
      claimedAt = i;
  }
  const isEarlier = isOfEarlierToll(tokens, sentence);
  return { claimedAt, past, projectedAt, isEarlier, isFirst: isFirst || isTimed(tokens, sentence.from) };
}

/** Words in which a sentence names the event that it goes on telling of. */
const NAMED_AT_ONCE = 4;

/** «وأودى الحريق بعشرة»: of the event in the sentence before. */
export function tellsOnOfEvent(tokens: readonly Token[], { from, to }: Range): boolean {
  if (speechWord(tokens[from]?.text ?? '') !== null) return false;
  let isNamed = false;
  for (let i = from; i < to; i++) {
    const token = tokens[i] as Token;
    // «في اليوم نفسه»
    if (token.text === 'اليوم' && isSame(tokens[i + 1])) isNamed = true;
    else if (isToday(token) || isLatest(token)) return false;
    isNamed ||= i < from + NAMED_AT_ONCE && /^ال/.test(token.text) && EVENTS.has(token.text);
  }
  return isNamed;
}

const isSame = tokenLike(/^(?:نفسه|ذاته)$/);
/** «ذلك اليوم», «من اليوم», and «منذ 2009 … حتى الآن». */
const isOfThatDay = tokenLike(/^(?:ذلك|من|حتى)$/);
const isLatest = tokenLike(/^ال(?:اخير|جديد)[ةه]?$/);

/** The time that a sentence gives is the next one's, too: «وفي 2011 احترق السوق. وأودى الحريق بعشرة». */
export const timeTold = ({ past }: SentenceStatus, { from }: Range): PastCue[] =>
  past.some((cue) => cue.goesOn || (cue.back && !cue.weak && !cue.wide))
    ? [{ at: from, weak: true, back: true, over: true, goesOn: true }]
    : [];

/** «احتج ناشطون»: they are no source there. */
function areSilent(tokens: readonly Token[], at: number): boolean {
  const { text } = tokens[at] as Token;
  // «قالت الشرطة وشهود»: the police say so, too.
  if (text[0] === 'و') return WITNESSES.has(text.slice(1)) && tokens[at - 1]?.kind === 'word';
  if (!WITNESSES.has(text)) return false;
  // «قتل خمسة ناشطين», «إصابة نشطاء»: what befell them.
  const before = tokens[at - 1];
  if (before && (before.kind === 'number' || mayBeginNumber(before.form))) return true;
  if (lookUp(NOUNS, before?.text ?? '')) return true;
  for (const k of [1, 2, 3]) {
    const { text = '', kind } = tokens[at - k] ?? {};
    if (kind !== 'word') return k > 1;
    if (speechWord(text) !== null || /^[وفل]?(?:بحسب|حسب|حسبما|وفق|وفقا|عن)$/.test(text)) return false;
  }
  return true;
}

const WITNESSES = new Set(['ناشطون', 'ناشطين', 'نشطاء', 'شهود']);

/** Tokens of the line that says when a post was brought up to date. */
const UPDATE = 7;

/** «تحديث ١٤:٢٠» on a line of its own, over «شهيدان وخمسة جرحى». */
function isUnderUpdate(tokens: readonly Token[], from: number): boolean {
  if (tokens[from - 1]?.kind !== 'break') return false;
  for (let i = from - 2; i >= Math.max(0, from - UPDATE) && tokens[i]?.kind !== 'break'; i--)
    if (tokens[i]?.text === 'تحديث' && tokens[i + 1]?.kind === 'number') return true;
  return false;
}

/** «12:10 الحصيلة ترتفع إلى 9 قتلى»: an entry of a log, which a later one replaces. */
function isTimed(tokens: readonly Token[], from: number): boolean {
  // «تحديث 2: 19 قتيلا»
  if (tokens[from]?.text === 'تحديث' && tokens[from + 1]?.kind === 'number') return true;
  if (isUnderUpdate(tokens, from)) return true;
  for (let i = from; i < from + 3; i++)
    if (tokens[i]?.kind === 'number' && tokens[i + 1]?.text === ':' && tokens[i + 2]?.kind === 'number')
      return /^[0-2]?\d$/.test(tokens[i]?.text ?? '') && /^[0-5]\d$/.test(tokens[i + 2]?.text ?? '');
  return false;
}

const mayTellStatus = testOfForm(
  (form) =>
    mayTellPast(form) ||
    mayTellBackground(form) ||
    isFirstToll(form) ||
    mayTellUnreal(form) ||
    (form.kind === 'word' && CLAIMED.begins(form, 'conjunction')),
);

/** `weak` and `wide` as its cues are. */
export interface FigureTime {
  status: CasualtyStatus;
  weak: boolean;
  wide: boolean;
}

/** The status of one figure: what its sentence says of another time, else whether somebody only claims it. */
export function statusOfFigure(
  tokens: readonly Token[],
  { claimedAt, past }: SentenceStatus,
  figure: Range,
): FigureTime {
  const cues = past.filter(
    (cue) => isMeant(tokens, cue, figure) && !(cue.weak && isOfThisMonth(tokens, cue.at, figure.from)),
  );
  const other = cues.filter((cue) => !cue.wide);
  if (other.length > 0) return { status: 'historical', weak: other.every((cue) => cue.weak), wide: false };
  const isClaimed =
    claimedAt !== null && claimedAt < figure.to + BEHIND && !isOfTollBefore(tokens, figure.to, claimedAt);
  return { status: isClaimed ? 'claimed' : 'confirmed', weak: false, wide: cues.length > 0 };
}

function isMeant(tokens: readonly Token[], cue: PastCue, { from, to }: Range): boolean {
  if (cue.at < from && !cue.back && !cue.over && tellsAnew(tokens, cue.at, from)) return false;
  // «كان قد أبحر قبل أيام، في حين ما يزال 27 في عداد المفقودين»
  if (cue.at < from && (goesOnNow(tokens, cue.at, from) || hasRisenSince(tokens, cue.at, from))) return false;
  if (cue.at < from) return (!cue.over || !isOver(tokens, cue, from)) && !tellsBeginning(tokens, cue.at);
  if (!cue.back || cue.at < to) return false;
  // «رجلا متهما بقتل خمس نساء»: when he was seized is another matter.
  if (cue.at >= to + FAR_BEHIND || isCharged(tokens[cue.at])) return false;
  let commas = cue.at < to + BEHIND ? 0 : 1;
  for (let i = to; i < cue.at; i++) {
    const text = tokens[i]?.text ?? '';
    // «إلى 5 (كانت الحصيلة السابقة 4)»
    if (text === '(' && /^و?كانت?$/.test(tokens[i + 1]?.text ?? '')) return false;
    if (
      /^(?:؛|مقابل|مقارنة|بعدما|ب?(?:انخفاض|ارتفاع|زيادة|تراجع|اقل|اكثر))$/.test(text) ||
      (text === '،' && commas++ > 0)
    )
      return false;
    // «القبض على أربعة متهمين بقتل صائغ قبل شهرين»: when the crime was.
    if (
      /^(?:متهم|مشتبه|متورط|يشتبه|مدان)/.test(tokens[i - 1]?.text ?? '') &&
      /^ب(?:ال)?(?:قتل|تهم[ةه]|اغتيال|جريم[ةه]|سرق[ةه]|خطف|تفجير)$/.test(text)
    )
      return false;
    // «ارتفعت إلى 112، في حين كانت الحصيلة السابقة 95»: what was before.
    if (leadsBackTo(tokens, i)) return false;
    // «ثلاثة أشخاص، أحدهم سبق أن أدين»: what one of them had done.
    if (/^(?:احد|احدى|بعض|معظم)(?:هم|هما|هن)$/.test(text)) return false;
    // «متأثرا بجروح أصيب بها قبل أسبوع»: when he was hurt.
    if (isHurt(tokens[i]) && /^ب(?:ه|ها|هما)$/.test(tokens[i + 1]?.text ?? '')) return false;
    // «في عملية أطلقت قبل أسبوعين»: when that began.
    if (hasBegun(tokens[i])) return false;
    // «في المدينة التي شهدت عام 2019 هجوما», «أسرى الصفقة التي أبرمت في 2011»: when something else was.
    if (/^(?:التي|الذي)$/.test(text) && !isOfEvent(tokens, i)) return false;
  }
  return true;
}

const isCharged = tokenLike(/^(?:متهم|مشتبه|متورط)(?:ا|ان|ين|ون|[ةه])?$/);

const wasSo = tokenLike(/^كانت?$/);

/** «في حين كانت», «بعد أن كانت», «بعدما كانت» */
const leadsBackTo = (tokens: readonly Token[], at: number): boolean =>
  wasSo(tokens[at]) && /^(?:حين|ان|بعدما|فيما|بينما)$/.test(tokens[at - 1]?.text ?? '');

/** «إلى 112 قتيلا بعدما كانت حصيلة أولية …»: the first toll was unsure, and not this. */
function isOfTollBefore(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (leadsBackTo(tokens, i)) return true;
  return false;
}

const isHurt = tokenLike(/^(?:اصيبت?|اصيبوا|اصيبا|تعرضت?|جرحت?)$/);
const hasBegun = tokenLike(/^(?:اطلق|اطلقها|اطلقتها|بدا|انطلق|اندلع|شرع|نشب|دشن|افتتح|شن|شنها|شنتها)ت?$/);

/** «تسببت المعارك التي اندلعت قبل أسبوع بنزوح»: when that began which goes on. */
function tellsBeginning(tokens: readonly Token[], at: number): boolean {
  const which = tokens[at - 2]?.text ?? '';
  const isRecent = /^(?:اسبوع|اسبوعين|يومين|ايام|ساعات)$/;
  return (
    /^(?:التي|الذي|التى|الذى)$/.test(which) &&
    begins(tokens[at - 1]) &&
    [1, 2].some((k) => isRecent.test(tokens[at + k]?.text ?? ''))
  );
}

const begins = tokenLike(/^(?:اندلعت?|بدات?|انطلقت?|نشبت?)$/);

/** Words between a toll that rises and its number. */
const RISING = 6;
const rises = tokenLike(/^ل?[يت](?:رتفع|صل|زداد|زيد|صعد)$/);

/** «تحدثت سابقا عن 12 قتيلا، قبل أن ترتفع الحصيلة إلى 21», «لترتفع إلى 21»: what has become of the toll of then. */
function hasRisenSince(tokens: readonly Token[], after: number, at: number): boolean {
  for (let i = at - 1; i > Math.max(after, at - RISING); i--)
    if (rises(tokens[i]) && (tokens[i]?.text[0] === 'ل' || tokens[i - 1]?.text === 'ان')) return true;
  return false;
}

/** «لا يزال» right before those who are counted. */
function goesOnNow(tokens: readonly Token[], after: number, at: number): boolean {
  return [1, 2].some((k) => at - k > after && isStill(tokens[at - k]));
}

/** «وكانت الوزيرة قد زارت المدرسة، حيث كشفت أن»: what she then said is of now. */
function tellsAnew(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to - 1; i++)
    if (tokens[i]?.text === 'حيث' && speechWord(tokens[i + 1]?.text ?? '') !== null) return true;
  return false;
}

/** «في الثالث من الشهر الجاري»: of the same story. */
function isOfThisMonth(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++)
    if (/^ال(?:جاري|جارى|حالي|حالى)$/.test(tokens[i]?.text ?? '')) return true;
  return false;
}

/** «بعد عامين على الهجوم قتل اليوم 5», «سبق أن أُنذر، مضيفا أن …»: back in the present, or something else that was said. */
function isOver(tokens: readonly Token[], { at: from, weak, back }: PastCue, to: number): boolean {
  for (let i = from + 1; i < to; i++) {
    const token = tokens[i];
    if (!token) return false;
    // A full stop within a quotation.
    if (weak && token.text === '.') return true;
    if (isToday(token) && !isOfThatDay(tokens[i - 1]) && !isSame(tokens[i + 1])) return true;
    if (isFurtherSaying(token)) return true;
    // «بعد أربعة أيام من الزلزال، مما أسفر عن»: what the clause before led to; or «…، انتُشلت 20 جثة».
    const isPast = weak && !back && tokens[i - 1]?.text === '،';
    if (isPast && (isLeading(token) || opensAfter(tokens, from)) && !isComing(tokens, from)) return true;
    // «شهدت السنوات الماضية، ولا تزال، حوادث»
    if (isOfNow(token) && !isComma(tokens[i + 1])) return true;
  }
  return false;
}

/** «وبعد يومين من الزلزال»: a sentence begins with how long ago it was. */
const opensAfter = (tokens: readonly Token[], at: number): boolean =>
  /^و?(?:بعد|عقب|غداة)$/.test(tokens[at]?.text ?? '') && beginsLine(tokens, at);

export const isToday = tokenLike(/^(?:اليوم|امس|الان|حاليا|راهنا)$/);

/** «ويأتي هذا الحادث بعد أسبوعين من هجوم»: what follows is of the other. */
function isComing(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i > at - 6 && i >= 0; i--)
    if (/^[وف]?(?:ياتي|ياتى|تاتي|تاتى|جاء|جاءت|وقع|وقعت)$/.test(tokens[i]?.text ?? '')) return true;
  return false;
}

const isLeading = tokenLike(/^(?:مما|ما)$/);
const isFurtherSaying = tokenLike(/^(?:وان|وانه|وانها|و?(?:مضيف|مشير|مؤكد|موضح|لافت|مبين|منوه|كاشف)[اةه])$/);

/** «لا يزال», «في محيط المحكمة», «عند النطق بالحكم» */
export const isOfNow = tokenLike(/^[وف]?(?:مازال|مازالت|زال|زالت|يزال|تزال|محيط|النطق|خارج)$/);
