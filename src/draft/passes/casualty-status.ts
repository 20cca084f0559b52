import { fold } from '#arabic/fold.ts';
import { ofForm } from '#arabic/forms.ts';
import { readNumber } from '#arabic/numbers.ts';
import type { Token } from '#arabic/tokens.ts';
import type { CasualtyStatus } from '#draft/fact.ts';
import {
  CLAIMED,
  DISTANT,
  DISTANT_UNITS,
  GENERIC,
  HISTORICAL,
  isPeopleWord,
  lookUp,
  NOUNS,
  PAST_YEAR,
  PROJECTED,
  VICTIMS,
} from './casualty-words.ts';
import type { Range } from './speaker.ts';

/** Words between «كانت» and «قد». */
const PLUPERFECT = 9;
/** Words between «النصف» and the year. */
const PERIOD = 6;
/** «وكانت حصيلة أولية أشارت إلى 21». */
const FIRST_TOLL = fold('حصيلة');
const EARLIER_SAID = new Set(
  [
    'أعلن',
    'أعلنت',
    'ذكر',
    'ذكرت',
    'أفاد',
    'أفادت',
    'تحدث',
    'تحدثت',
    'أحصى',
    'أحصت',
    'سجل',
    'سجلت',
    'قدر',
    'قدرت',
  ].map(fold),
);
const PERIODS = new Set(['النصف', 'الربع', 'مطلع', 'بداية', 'أوائل', 'الأشهر', 'الجاري', 'الحالي'].map(fold));

/** What a sentence says about its figures as a whole. */
export interface SentenceStatus {
  status: CasualtyStatus;
  /** Token index of the cue; figures far before it are not meant. */
  at: number;
  /** Plans, threats, verdicts: no figure here is a toll. */
  projectedAt: readonly number[];
}

/** Years from which an event in the news may be another one than today's. */
const FIRST_YEAR = 1850;
const LAST_YEAR = 2100;

export function statusOf(tokens: readonly Token[], sentence: Range, year: number | null): SentenceStatus {
  const projectedAt: number[] = [];
  let status: CasualtyStatus = 'confirmed';
  let at = -1;
  for (let i = sentence.from; i < sentence.to; i++) {
    const here = tokens[i];
    if (!here || !mayTellStatus(here.form)) continue;
    if (here.kind === 'number' && isBareYear(tokens, i, year)) [status, at] = past(status, at, i);
    if (here.kind !== 'word') continue;
    if (PROJECTED.longestAt(tokens, i, 'conjunction')) projectedAt.push(i);
    if (isPast(tokens, i, year) || isPluperfect(tokens, i)) [status, at] = past(status, at, i);
    else if (status === 'confirmed' && CLAIMED.longestAt(tokens, i, 'conjunction'))
      [status, at] = ['claimed', i];
  }
  return { status, at, projectedAt };
}

const mayTellStatus = ofForm((form) => {
  if (form.kind !== 'word') return form.kind === 'number';
  if (PROJECTED.begins(form, 'conjunction') || CLAIMED.begins(form, 'conjunction')) return true;
  const bare = withoutConjunction(form.text);
  return (
    HISTORICAL.begins(form, 'any') ||
    isPastYear(bare) ||
    bare === 'بعد' ||
    DISTANT.has(bare) ||
    WAS.test(form.text)
  );
});

/** The first cue of another time counts for all that follows it. */
function past(status: CasualtyStatus, at: number, i: number): ['historical', number] {
  return ['historical', status === 'historical' ? at : i];
}

const WAS = /^و?(كان|كانت|كانوا)$/;
const withoutConjunction = (word: string) => word.replace(/^[وف](?=.{2})/, '');
const isPastYear = (bare: string) => PAST_YEAR.has(bare) || /^(عام|سنه|سنة)$/.test(bare);

/** «وكانت الوزارة قد أعلنت مقتل 11»: what was said or had happened before. */
function isPluperfect(tokens: readonly Token[], at: number): boolean {
  if (!WAS.test(tokens[at]?.text ?? '')) return false;
  const [next, after] = [tokens[at + 1]?.text ?? '', tokens[at + 2]?.text ?? ''];
  if (next === FIRST_TOLL) return true;
  if (next.endsWith(FIRST_TOLL) && /^ال(سابق|اول|اولي)[ةه]?$/.test(after)) return true;
  for (let i = at + 1; i < at + PLUPERFECT; i++) {
    const token = tokens[i];
    if (!token || token.kind === 'break' || token.text === '.' || token.text === '،') return false;
    if (token.text === 'قد') return EARLIER_SAID.has(tokens[i + 1]?.text ?? '');
    if (i > at + 1 && EARLIER_SAID.has(token.text)) return true;
  }
  return false;
}

/** «خلال النصف الأول من العام 2015», «منذ مطلع 2015»: a time that runs up to now. */
function runsUpToNow(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i > at - PERIOD && i >= 0; i--) if (PERIODS.has(tokens[i]?.text ?? '')) return true;
  return false;
}

/** «أزمة 2009», «فبراير شباط 1999», «بين 1989 و2003». */
function isBareYear(tokens: readonly Token[], at: number, year: number | null): boolean {
  const text = tokens[at]?.text ?? '';
  if (!/^(18|19|20)\d\d$/.test(text) || (year === null && runsUpToNow(tokens, at))) return false;
  const before = tokens[at - 1]?.text ?? '';
  const next = tokens[at + 1]?.text ?? '';
  if (lookUp(VICTIMS, next) || isPeopleWord(next) || GENERIC.has(next) || /^منه(م|ن|ما)$/.test(next))
    return false;
  return (before !== 'العام' || year !== null) && (year === null || Number(text) < year);
}

function isAnniversary(tokens: readonly Token[], at: number): boolean {
  const unit = [1, 2, 3].find((k) => DISTANT_UNITS.has(tokens[at + k]?.text ?? ''));
  if (unit === undefined) return false;
  for (let i = at + unit + 1; i < at + unit + 4; i++)
    if (/^(من|على)$/.test(tokens[i]?.text ?? '')) return NOUNS.has(tokens[i + 1]?.text ?? '');
  return false;
}

function isPast(tokens: readonly Token[], at: number, year: number | null): boolean {
  if (HISTORICAL.longestAt(tokens, at, 'any')) return true;
  const text = withoutConjunction(tokens[at]?.text ?? '');
  if (isPastYear(text)) {
    const number = readNumber(tokens, at + 1);
    if (number && number.value >= FIRST_YEAR && number.value <= LAST_YEAR)
      return year === null ? !runsUpToNow(tokens, at) : number.value < year;
  }
  // «بعد ثلاثة أعوام من مقتل 12 شخصا»
  if (text === 'بعد') return isAnniversary(tokens, at);
  if (DISTANT.has(text)) {
    for (let i = at + 1; i < at + 4; i++) {
      const unit = tokens[i]?.text ?? '';
      if (DISTANT_UNITS.has(unit)) return text === 'قبل';
    }
  }
  return false;
}
