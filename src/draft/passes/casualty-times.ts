import { testOfForm } from '#arabic/forms.ts';
import { readNumber } from '#arabic/numbers.ts';
import { isClosingMark, type Token, tokenLike } from '#arabic/tokens.ts';
import { beginsLine } from './begins-line.ts';
import { isOfWave, isOwnKilling, isSince, isWhich } from './casualty-background.ts';
import {
  areGone,
  endOfOpeningDay,
  isDay,
  isGone,
  isLastMonth,
  isLastWeek,
  isMonth,
} from './casualty-days.ts';
import { answers, comesOfIt, isOfAnother, looksBack, withoutConjunction } from './casualty-looking-back.ts';
import { isOfPlace, isOfWound, opensWithMeasure } from './casualty-measures.ts';
import { isReached } from './casualty-numbers.ts';
import { type PastCue, pluperfect } from './casualty-pluperfect.ts';
import { type News, otherDayAt, weekdayOf } from './casualty-weekdays.ts';
import {
  DISTANT,
  DISTANT_UNITS,
  EVENTS,
  GENERIC,
  HISTORICAL,
  isPeopleWord,
  lookUp,
  NEVER_PEOPLE,
  OF_THEM,
  PAST_YEAR,
  PERIODS,
  VICTIMS,
} from './casualty-words.ts';

/** Words between «النصف» and the year. */
const PERIOD = 6;
/** Words between «منذ» and the time that it runs from. */
const SINCE = 12;
/** Years from which an event in the news may be another one than today's. */
const FIRST_YEAR = 1000;
const LAST_YEAR = 2100;

const isPastYear = (bare: string) =>
  PAST_YEAR.has(bare) || bare === 'عام' || bare === 'سنة' || bare === 'سنه';
const isWas = testOfForm(({ text }) => /^[وف]?(كان|كانت|كانوا)$/.test(text));

/** «على مدى», «طوال». */
const isLong = testOfForm(({ text }) => /^(?:مدى|مدار|طوال|طيلة)$/.test(text));

export const mayTellPast = testOfForm((form) => {
  if (form.kind !== 'word') return form.kind === 'number';
  const bare = withoutConjunction(form.text);
  return (
    HISTORICAL.begins(form, 'any') ||
    isPastYear(bare) ||
    /^(?:بعد|عقب|غداة|رد|ردا|الرد|انتقاما|هذا|هذه|مر|مرت|مضى|مضت|مرور)$/.test(bare) ||
    DISTANT.has(bare) ||
    isOwnKilling(form) ||
    isWas(form) ||
    isGone(form) ||
    areGone(form) ||
    isWorst(form) ||
    isLong(form) ||
    isMonth(form) ||
    weekdayOf(form) !== null
  );
});

/** Whether token `at` says that figures near it are of another time; `deep` = behind the lead of the article. */
export function pastCueAt(
  tokens: readonly Token[],
  at: number,
  { year, days }: News,
  deep: boolean,
): PastCue | null {
  const token = tokens[at];
  if (!token) return null;
  const cue = { at, weak: false, back: true, over: true };
  if (opensWithMeasure(tokens, at) || isOfWound(tokens, at)) return null;
  if (token.kind === 'number') {
    if (!isBareYear(tokens, at, year) || isOfPlace(tokens, at)) return null;
    return { ...cue, back: !isFirstSince(tokens, at) };
  }
  if (token.kind !== 'word') return null;
  // «احتجاجات دخلت يومها الرابع»: what goes on today; «قتل يومها خمسة» is of that day.
  if (/^[وف]?يومها$/.test(token.text) && isNth(tokens[at + 1])) return null;
  // «الأسوأ منذ حرب 2006»: what it is measured by comes behind; «في أسوأ حادث» is today's.
  // «لقتله ثلاثة أشخاص»: what he is held for.
  if (isOwnKilling(token.form)) return { ...cue, back: false, over: false };
  // «الأكثر دموية منذ التفجير الذي قتل 60»
  if (
    isSince(token.form) &&
    EVENTS.has(tokens[at + 1]?.text ?? '') &&
    isWhich((tokens[at + 2] ?? token).form)
  )
    return { ...cue, back: false };
  if (isWorst(token.form) && opensWithWorst(tokens, at)) return null;
  if (isWorst(token.form))
    return HISTORICAL.longestAt(tokens, at, 'any') && !/^[وف]?(?:في|فى)$/.test(tokens[at - 1]?.text ?? '')
      ? { ...cue, back: false }
      : null;
  if (isPast(tokens, at, year) || isLastMonth(tokens, at)) {
    if (isOfPlace(tokens, at)) return null;
    // «قتل سبعة، بعد ساعات على هجوم مماثل أوقع تسعة»: what comes after the other is of today.
    if (comesAfter(tokens[at - 1]) && EVENTS.has(withoutConjunction(token.text)))
      return { ...cue, back: false };
    // «إعدام رجال أدينوا بالتجسس»: what they had done comes behind.
    if (isConvicted(token) && areExecuted(tokens, at)) return { ...cue, back: false };
    if (!runsFrom(tokens, at)) return cue;
    // «15 ألفا منذ عام 2009», never «قتل اليوم خمسة في أول هجوم منذ عام 2009».
    return isPastYear(withoutConjunction(token.text)) ? { ...cue, back: !isFirstSince(tokens, at) } : null;
  }
  if (isSpan(tokens, at) || isOfWave(tokens, at)) return cue;
  if (isWas(token.form)) return pluperfect(tokens, at);
  if (looksBack(tokens, at, deep)) return { ...cue, weak: !isOfAnother(tokens, at), back: false };
  if (deep && (answers(tokens, at) || comesOfIt(tokens, at))) return { ...cue, weak: true, back: false };
  if (deep && isLastWeek(tokens, at)) return { ...cue, weak: true };
  if (deep && weekdayOf(token.form) !== null) {
    const told = runsFrom(tokens, at) ? null : otherDayAt(tokens, at, days());
    return told && { ...cue, weak: true, back: told === 'told', goesOn: told === 'told' };
  }
  const opening = deep ? endOfOpeningDay(tokens, at) : null;
  if (opening !== null) return { ...cue, at: opening, weak: true };
  return deep && isDay(tokens, at) && !runsFrom(tokens, at) ? { ...cue, weak: true } : null;
}

const executes = tokenLike(/^[وفب]?(?:[يت]?عدم|اعدمت?|اعدموا|اعدام|ال?اعدام)$/);
/** Words between an execution and what those had done. */
const EXECUTED = 8;
const areExecuted = (tokens: readonly Token[], at: number): boolean =>
  tokens.slice(Math.max(0, at - EXECUTED), at).some(executes);

const isConvicted = tokenLike(/^[وف]?ادين(?:ت|وا|ا)?$/);
const isNth = tokenLike(
  /^ال(?:اول|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر|حادي|عشرين|ثلاثين|اربعين|خمسين|مئة)$/,
);
const comesAfter = tokenLike(/^[وف]?(?:على|من|بعد|عقب|غداة)$/);

/** «أعنف هجوم منذ أشهر: 21 قتيلا»: what a sentence opens with is today's. */
const opensWithWorst = (tokens: readonly Token[], at: number): boolean =>
  beginsLine(tokens, at) &&
  /^(?:منذ|في|فى)$/.test(tokens[at + 2]?.text ?? '') &&
  tokens.slice(at + 3, at + WORST).some(({ text }) => text === ':');
/** Words of what is the worst, up to the colon. */
const WORST = 9;

const isWorst = testOfForm(({ text }) => /^[وفب]?(?:ال)?(?:اسوا|اعنف|اشد|اكبر)$/.test(text));

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
  const { text: before = '', form } = tokens[at - 1] ?? {};
  // «بحوزته «1982» حبة»
  const next = tokens[isClosingMark(tokens[at + 1]) ? at + 2 : at + 1]?.text ?? '';
  const isCounted =
    lookUp(VICTIMS, next) ||
    isPeopleWord(next) ||
    GENERIC.has(next) ||
    OF_THEM.has(next) ||
    // «1846 حادثة»
    NEVER_PEOPLE.has(next);
  if (isCounted && !/^(?:في|فى)$/.test(before) && !(form && isMonth(form))) return false;
  if (isReached(tokens, at)) return false;
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
