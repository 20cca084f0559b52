import { fold } from '#arabic/fold.ts';
import { ofForm } from '#arabic/forms.ts';
import { readNumber } from '#arabic/numbers.ts';
import { type Token, tokenLike } from '#arabic/tokens.ts';
import { isSince } from './casualty-background.ts';
import { isDay, isGone, isLastMonth, isLastWeek, isMonth } from './casualty-days.ts';
import {
  DISTANT,
  DISTANT_UNITS,
  EARLIER_DID,
  EARLIER_SAID,
  EVENTS,
  GENERIC,
  HISTORICAL,
  isPeopleWord,
  lookUp,
  NEAR_UNITS,
  OF_THEM,
  PAST_YEAR,
  PERIODS,
  VICTIMS,
} from './casualty-words.ts';

/** Words between «كانت» and «قد». */
const PLUPERFECT = 14;
/** Words between «النصف» and the year. */
const PERIOD = 6;
/** Words between «منذ» and the time that it runs from. */
const SINCE = 12;
/** Words between what comes and the event that it comes after. */
const BESIDE = 8;
/** Years from which an event in the news may be another one than today's. */
const FIRST_YEAR = 1000;
const LAST_YEAR = 2100;

/**
 * A word that tells of another time than the article's. A weak one may as well tell the same event again: then its
 * figure is one that the article has elsewhere. `back`: figures before it are meant as well.
 */
export interface PastCue {
  at: number;
  weak: boolean;
  back: boolean;
  /** Whether a word of today behind it brings the sentence back to the present. */
  over: boolean;
  /** Told behind the news, or the news itself: a figure that is larger than one of today is of the former. */
  wide?: boolean;
}

const TOLL = fold('حصيلة');

const withoutConjunction = (word: string) =>
  word.length > 2 && (word[0] === 'و' || word[0] === 'ف') ? word.slice(1) : word;
const isPastYear = (bare: string) =>
  PAST_YEAR.has(bare) || bare === 'عام' || bare === 'سنة' || bare === 'سنه';
const isWas = ofForm(({ text }) => /^[وف]?(كان|كانت|كانوا)$/.test(text));

/** «على مدى», «طوال». */
const isLong = ofForm(({ text }) => /^(?:مدى|مدار|طوال|طيلة)$/.test(text));

export const mayTellPast = ofForm((form) => {
  if (form.kind !== 'word') return form.kind === 'number';
  const bare = withoutConjunction(form.text);
  return (
    HISTORICAL.begins(form, 'any') ||
    isPastYear(bare) ||
    /^(?:بعد|عقب|غداة)$/.test(bare) ||
    DISTANT.has(bare) ||
    isWas(form) ||
    isGone(form) ||
    isWorst(form) ||
    isLong(form) ||
    isMonth(form)
  );
});

/** Whether token `at` says that figures near it are of another time; `deep` = behind the lead of the article. */
export function pastCueAt(
  tokens: readonly Token[],
  at: number,
  year: number | null,
  deep: boolean,
): PastCue | null {
  const token = tokens[at];
  if (!token) return null;
  const cue = { at, weak: false, back: true, over: true };
  if (token.kind === 'number')
    return isBareYear(tokens, at, year) ? { ...cue, back: !isFirstSince(tokens, at) } : null;
  if (token.kind !== 'word') return null;
  // «الأسوأ منذ حرب 2006»: what it is measured by comes behind; «في أسوأ حادث» is today's.
  if (isWorst(token.form))
    return HISTORICAL.longestAt(tokens, at, 'any') && !/^(?:في|فى)$/.test(tokens[at - 1]?.text ?? '')
      ? { ...cue, back: false }
      : null;
  if (isPast(tokens, at, year) || isLastMonth(tokens, at)) {
    // «قتل سبعة، بعد ساعات على هجوم مماثل أوقع تسعة»: what comes after the other is of today.
    if (comesAfter(tokens[at - 1]) && EVENTS.has(withoutConjunction(token.text)))
      return { ...cue, back: false };
    if (!runsFrom(tokens, at)) return cue;
    // «15 ألفا منذ عام 2009», never «قتل اليوم خمسة في أول هجوم منذ عام 2009».
    return isPastYear(withoutConjunction(token.text)) ? { ...cue, back: !isFirstSince(tokens, at) } : null;
  }
  if (isSpan(tokens, at)) return cue;
  if (isWas(token.form)) return pluperfect(tokens, at);
  if (looksBack(tokens, at)) return { ...cue, weak: true, back: false };
  if (deep && isLastWeek(tokens, at)) return { ...cue, weak: true };
  return deep && isDay(tokens, at) && !runsFrom(tokens, at) ? { ...cue, weak: true } : null;
}

const comesAfter = tokenLike(/^[وف]?(?:على|من|بعد|عقب|غداة)$/);

const isWorst = ofForm(({ text }) => /^[وفب]?(?:ال)?(?:اسوا|اعنف|اشد|اكبر)$/.test(text));

/** «منذ الأسبوع الماضي», «منذ توليه الحكم في 29 مايو الماضي»: up to now. */
function runsFrom(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i > at - SINCE && i >= 0; i--) {
    const token = tokens[i];
    if (!token || token.kind === 'break' || /^[.،]$/.test(token.text)) return false;
    if (isSince(token.form)) return true;
  }
  return false;
}

/** «أول هجوم منذ عام 2009»: today's, and the first since. */
function isFirstSince(tokens: readonly Token[], at: number): boolean {
  if (!runsFrom(tokens, at)) return false;
  for (let i = at - 1; i > at - SINCE && i >= 0; i--) if (isMeasured(tokens[i])) return true;
  return false;
}

const isMeasured = tokenLike(
  /^[وفب]?(?:ال)?(?:اول|اولى|اسوا|اعنف|اشد|اكبر|ادمى|نوعه|نوعها|تشهده|تشهدها|يشهده|يشهدها|مر[ةه])$/,
);

/** «على مدى 50 عاما», «طوال عقدين»: a time that has been long. */
function isSpan(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token || !isLong(token.form)) return false;
  for (let i = at + 1; i < at + 5; i++)
    if (/^(?:عام|عاما|اعوام|عامين|سنة|سنوات|سنتين|عقد|عقود|عقدين|قرن|قرون)$/.test(tokens[i]?.text ?? ''))
      return true;
  return false;
}

/** «وكانت الجماعة قد أعلنت»: what a party to the fight claims is not taken back. */
const saysOfItself = (text: string) =>
  /^(?:ال)?(?:جماع[ةه]|حرك[ةه]|تنظيم|جمعي[ةه]|ميليشيا|مليشيا|فصيل|فصائل|كتائب|متمردون|مسلحون|جبه[ةه])$/.test(
    text,
  );

/** «وكان أحد ثلاثة قتلوا»: what he was. */
const isOneOf = tokenLike(/^(?:احد|احدى|ضمن|واحد[اةه])$/);
const isAside = tokenLike(/^(حين|عندما|حيث|الذي|التي|الذين|بينما|فيما)$/);
const wasEarlier = ofForm(({ text }) => EARLIER_SAID.has(text) || EARLIER_DID.has(text));

/** «وكانت الوزارة قد أعلنت مقتل 11»: what was said or had happened before. */
function pluperfect(tokens: readonly Token[], at: number): PastCue | null {
  const said = { at, weak: false, back: false, over: false };
  const [next, after] = [tokens[at + 1]?.text ?? '', tokens[at + 2]?.text ?? ''];
  if (/^(من|بين|بينهم|في|هناك|على|علي)$/.test(next) || saysOfItself(next)) return null;
  if (isItself(tokens, at + 1)) return null;
  // «حتى مساء الأحد كانت الشرطة قد أوقفت 19»
  for (let i = at - 1; i > at - 6 && i >= 0; i--) if (/^و?حتى$/.test(tokens[i]?.text ?? '')) return null;
  if (next === TOLL || next === `ال${TOLL}`) return said;
  if (next.endsWith(TOLL) && /^ال(سابق|اول|اولي)[ةه]?$/.test(after)) return said;
  for (let i = at + 1; i < at + PLUPERFECT; i++) {
    const token = tokens[i];
    if (!token || token.kind === 'break' || /^[.،؛]$/.test(token.text)) return null;
    if (isOneOf(token)) return null;
    if (isAside(token)) return relativeOf(tokens, i, at);
    // Where it was said or had happened, it may be the same told again.
    // «وكان آخر هجوم قد وقع مطلع الشهر»: surely another than today's.
    if (token.text === 'قد') return { ...said, weak: !/^(?:اخر|اخرها)$/.test(next) };
    if (i === at + 1 || next === 'عدد') continue;
    // «كانت تتعقب الخاطفين» goes on.
    if (wasEarlier(token.form) && !/^(?:ي|تت).{3,}/.test(next))
      return { ...said, weak: !isLongGone(tokens, i) };
  }
  return null;
}

/** Words in which a sentence says of which week an event was. */
const DATED = 20;

/** «وكان التفجير قد أسفر عن 53 قتيلا»: the event that the article is about, unless it is dated. */
function isItself(tokens: readonly Token[], at: number): boolean {
  const [event, after] = [tokens[at]?.text ?? '', tokens[at + 1]?.text ?? ''];
  if (!/^ال/.test(event) || !EVENTS.has(event) || /^(?:ال.*|على|في|ضد|قرب|داخل|الذي|التي)$/.test(after))
    return false;
  for (let i = at + 1; i < at + DATED; i++) {
    const token = tokens[i];
    if (!token || token.kind === 'break' || token.text === '.') return true;
    if (isGone(token.form) || /^(?:عام|العام)$/.test(token.text)) return false;
  }
  return true;
}

/** Words between what had happened and when. */
const WHEN = 5;

/** «وكان خمسة قُتلوا الأسبوع الماضي»: it surely is not the news. */
function isLongGone(tokens: readonly Token[], at: number): boolean {
  for (let i = at + 1; i < at + WHEN && tokens[i]?.kind === 'word'; i++)
    if (isGone((tokens[i] as Token).form)) return /^ال(?:اسبوع|شهر|عام)$/.test(tokens[i - 1]?.text ?? '');
  return false;
}

/** «وكانت الاشتباكات التي اندلعت فجرا قد أسفرت عن»: only «قد» still makes it a time before. */
function relativeOf(tokens: readonly Token[], from: number, at: number): PastCue | null {
  for (let i = from; i < from + PLUPERFECT; i++) {
    const text = tokens[i]?.text ?? '.';
    if (/^[.،؛:]$/.test(text)) return null;
    if (text === 'قد') return { at, weak: true, back: false, over: false };
  }
  return null;
}

/** «بعد يومين من هجوم», «بعد ثلاثة أعوام على مقتل», «غداة تفجير». */
function looksBack(tokens: readonly Token[], at: number): boolean {
  const text = withoutConjunction(tokens[at]?.text ?? '');
  if (text === 'قبل' && /^(?:ذلك|هذا|هذه)$/.test(tokens[at + 1]?.text ?? '')) return isShift(tokens[at + 2]);
  if (text === 'بعد' && EVENTS.has(tokens[at + 1]?.text ?? '') && isAnotherOne(tokens, at)) return true;
  if (text === 'غداة') return EVENTS.has(tokens[at + 1]?.text ?? '');
  if (text !== 'بعد' && text !== 'قبل' && text !== 'عقب') return false;
  // «بعد حادثين أوقعا 15 قتيلا»
  if (text !== 'قبل' && /ين$/.test(tokens[at + 1]?.text ?? '') && EVENTS.has(tokens[at + 1]?.text ?? ''))
    return true;
  const unit = [1, 2, 3, 4].find((k) => NEAR_UNITS.has(tokens[at + k]?.text ?? ''));
  if (unit === undefined) return false;
  for (let i = at + unit + 1; i < at + unit + 4; i++)
    if (/^(من|على|علي)$/.test(tokens[i]?.text ?? '')) return EVENTS.has(tokens[i + 1]?.text ?? '');
  return false;
}

/** «قبل ذلك بيومين» */
const isShift = (token: Token | undefined) =>
  token?.text.startsWith('ب') === true && NEAR_UNITS.has(token.text.slice(1));

/** «ويأتي الهجوم بعد تفجير أودى بـ», «ثاني حادث من نوعه بعد غرق عبارة»; «جاء القرار بعد الهجوم» is of the same. */
function isAnotherOne(tokens: readonly Token[], at: number): boolean {
  let isEvent = false;
  for (let i = at - 1; i > at - BESIDE && i >= 0; i--) {
    const token = tokens[i];
    if (!token || token.kind === 'break' || token.text === '.') return false;
    if (isEvent && comes(token.form)) return true;
    isEvent ||= EVENTS.has(token.text);
  }
  return false;
}

const comes = ofForm(({ text }) => /^[وف]?(?:[يت]اتي|[يت]اتى|جاء|جاءت|ثاني|ثالث|رابع|خامس)$/.test(text));

/** «خلال النصف الأول من العام 2015», «منذ مطلع 2015»: a time that runs up to now. */
function runsUpToNow(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i > at - PERIOD && i >= 0; i--) if (PERIODS.has(tokens[i]?.text ?? '')) return true;
  return false;
}

/** «وفي حادث مماثل قتل خمسة», «بتفجير مماثل»: as much of today as the one that it is like. */
function isSetting(tokens: readonly Token[], at: number, to: number): boolean {
  const isLike = /^(?:مماثل|مشابه|شبيه)[ةه]?$/.test(tokens[to - 1]?.text ?? '');
  return isLike && (/^وف[يى]$/.test(tokens[at - 1]?.text ?? '') || /^ب/.test(tokens[at]?.text ?? ''));
}

/** «أزمة 2009», «فبراير شباط 1999», «بين 1989 و2003». */
function isBareYear(tokens: readonly Token[], at: number, year: number | null): boolean {
  const text = tokens[at]?.text ?? '';
  if (!/^(18|19|20)\d\d$/.test(text) || (year === null && runsUpToNow(tokens, at))) return false;
  const before = tokens[at - 1]?.text ?? '';
  const next = tokens[at + 1]?.text ?? '';
  const isCounted = lookUp(VICTIMS, next) || isPeopleWord(next) || GENERIC.has(next) || OF_THEM.has(next);
  if (isCounted && !/^(?:في|فى)$/.test(before)) return false;
  return (before !== 'العام' || year !== null) && (year === null || Number(text) < year);
}

function isPast(tokens: readonly Token[], at: number, year: number | null): boolean {
  const cue = HISTORICAL.longestAt(tokens, at, 'any');
  if (cue && !isSetting(tokens, at, cue.to)) return true;
  const text = withoutConjunction(tokens[at]?.text ?? '');
  if (isPastYear(text)) {
    const number = readNumber(tokens, at + 1);
    if (number && number.value >= FIRST_YEAR && number.value <= LAST_YEAR)
      return year === null ? !runsUpToNow(tokens, at) : number.value < year;
  }
  if (!DISTANT.has(text)) return false;
  for (let i = at + 1; i < at + 4; i++) if (DISTANT_UNITS.has(tokens[i]?.text ?? '')) return text === 'قبل';
  return false;
}
