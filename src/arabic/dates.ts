import { monthBehind, type NamedDay, readDayMonth, readNumericDate } from './calendar-dates.ts';
import { dateWords, type Turn } from './date-words.ts';
import { testOfForm } from './forms.ts';
import { readNumber } from './numbers.ts';
import { type Token, tokenLike } from './tokens.ts';

/** Most words name no day. */
const mayBeginDay = testOfForm(
  (form) =>
    form.kind === 'number' ||
    dateWords().words.begins(form, 'conjunction') ||
    dateWords().ordinals.begins(form) ||
    isAgo(form),
);
const isAgo = ({ text }: { text: string }) => /^[وف]?(?:قبل|منذ)$/.test(text);

/** All days named among the tokens, resolved against the day of publication where that is needed and known. */
export function findNamedDays(tokens: readonly Token[], published: Temporal.PlainDate | null): NamedDay[] {
  const lags = new Set<number>();
  const days = readDays(tokens, published, lags);
  const [lag] = lags;
  // «اليوم الاثنين» in what was published on a Thursday: it was written on the Monday, and its «أمس» is the Sunday.
  if (published === null || lags.size !== 1 || lag === undefined || lag === 0) return days;
  return readDays(tokens, published.subtract({ days: lag }), lags);
}

function readDays(
  tokens: readonly Token[],
  published: Temporal.PlainDate | null,
  lags: Set<number>,
): NamedDay[] {
  const days: NamedDay[] = [];
  for (let i = 0; i < tokens.length; ) {
    const day = mayBeginDay((tokens[i] as Token).form) ? readDay(tokens, i, published, lags) : null;
    if (day) days.push(day);
    i = day ? day.to : i + 1;
  }
  return days;
}

function readDay(
  tokens: readonly Token[],
  at: number,
  published: Temporal.PlainDate | null,
  lags: Set<number>,
): NamedDay | null {
  const { words } = dateWords();
  if (tokens[at]?.kind === 'number')
    return readNumericDate(tokens, at, published) ?? readDayMonth(tokens, at, published);
  const ordinal = readOrdinal(tokens, at, published);
  if (ordinal) return ordinal;
  const match = words.longestAt(tokens, at, 'conjunction');
  if (match?.value.kind === 'relative')
    return readRelative(tokens, at, match.to, match.value.days, published, lags);
  if (match?.value.kind === 'weekday')
    return readWeekday(tokens, at, match.to, match.value.weekday, published);
  return readAgo(tokens, at, published);
}

/** «السابع من يوليو» */
function readOrdinal(
  tokens: readonly Token[],
  at: number,
  published: Temporal.PlainDate | null,
): NamedDay | null {
  const ordinal = dateWords().ordinals.longestAt(tokens, at);
  if (!ordinal || !/^(?:من|شهر)$/.test(tokens[ordinal.to]?.text ?? '')) return null;
  return monthBehind(tokens, at, ordinal.to, ordinal.value, published);
}

function readRelative(
  tokens: readonly Token[],
  from: number,
  to: number,
  days: number,
  published: Temporal.PlainDate | null,
  lags: Set<number>,
): NamedDay | null {
  if (days === 0 && isOtherDay(tokens, from, to)) return null;
  // «قبل يومين من الاقتراع» counts from the vote.
  if (days < 0 && isAgo(tokens[from] as Token) && countsFromElsewhere(tokens[to])) return null;
  const weekday = weekdayBeside(tokens, to);
  if (weekday === null) return { from, to, date: published?.add({ days }) ?? null };
  // «اليوم الاثنين», «أمس (الأحد)»: the weekday says the same day once more.
  const lag = published && lagOf(published.add({ days }), weekday.weekday);
  if (lag !== null) lags.add(lag);
  return { from, to: weekday.to, date: published?.add({ days: days - (lag ?? 0) }) ?? null };
}

function weekdayBeside(tokens: readonly Token[], to: number): { weekday: number; to: number } | null {
  const mark = tokens[to]?.text;
  const opened = mark === '(' || mark === '،';
  const next = dateWords().words.longestAt(tokens, opened ? to + 1 : to);
  if (next?.value.kind !== 'weekday') return null;
  const closed = mark === '(' && tokens[next.to]?.text === ')';
  if (mark === '(' && !closed) return null;
  return { weekday: next.value.weekday, to: closed ? next.to + 1 : next.to };
}

/** By how many days an article was written before it was published, from a day it names twice; one day at most after. */
function lagOf(date: Temporal.PlainDate, weekday: number): number {
  const lag = (date.dayOfWeek - weekday + 7) % 7;
  return lag === 6 ? -1 : lag;
}

/** «في اليوم التالي», «المصري اليوم», «"اليوم"»: not the day of publication. */
function isOtherDay(tokens: readonly Token[], from: number, to: number): boolean {
  const { otherDayBefore, otherDayBehind, namedToday } = dateWords();
  const before = withoutConjunction(tokens[from - 1]?.text ?? '');
  const behind = tokens[to]?.text ?? '';
  if (otherDayBefore.has(before) || otherDayBehind.has(behind) || namedToday.has(before)) return true;
  return isOpening(tokens[from - 1]) && isClosing(tokens[to]);
}

const withoutConjunction = (word: string) =>
  word.length > 2 ? word.replace(/^[وف](?=في|حتى|الى|بعد)/, '') : word;
const isOpening = tokenLike(/^["«“”]$/);
const isClosing = tokenLike(/^["»”“]$/);
const countsFromElsewhere = tokenLike(/^(?:من|عن|ل.+|بدء|انطلاق|موعد)$/);

/** «قبل ثلاثة أيام» */
function readAgo(
  tokens: readonly Token[],
  from: number,
  published: Temporal.PlainDate | null,
): NamedDay | null {
  if (!isAgo(tokens[from] as Token)) return null;
  const number = tokens[from + 1] ? readNumber(tokens, from + 1) : null;
  if (!number || !isDays(tokens[number.to]) || !(number.value > 0 && number.value <= MOST_DAYS_AGO))
    return null;
  if (number.before !== '' || countsFromElsewhere(tokens[number.to + 1])) return null;
  return { from, to: number.to + 1, date: published?.subtract({ days: number.value }) ?? null };
}

const isDays = tokenLike(/^(?:ايام|يوما)$/);
const MOST_DAYS_AGO = 60;

function readWeekday(
  tokens: readonly Token[],
  from: number,
  to: number,
  weekday: number,
  published: Temporal.PlainDate | null,
): NamedDay | null {
  if (!isWeekdayHere(tokens, from)) return null;
  const turn = dateWords().direction.longestAt(tokens, to);
  const exact = dateBehind(tokens, to, weekday, published);
  if (exact) return { from, to: exact.to, date: exact.date };
  const towards = turn?.value ?? (isPlanned(tokens, from) ? 1 : -1);
  return {
    from,
    to: turn ? turn.to : to,
    date: published && weekdayNear(published, weekday, towards, turn !== null),
  };
}

/** «الاثنين 30 نوفمبر», «الاثنين الموافق 30 نوفمبر»; behind a comma only where it is such a day: «الاثنين، 30 نوفمبر». */
function dateBehind(
  tokens: readonly Token[],
  to: number,
  weekday: number,
  published: Temporal.PlainDate | null,
): NamedDay | null {
  const mark = tokens[to];
  const apart = isThatIs(mark) || mark?.text === '،' || mark?.text === '(';
  const at = apart ? to + 1 : to;
  const exact =
    readNumericDate(tokens, at, published) ??
    readDayMonth(tokens, at, published) ??
    readOrdinal(tokens, at, published);
  if (!exact || !apart || isThatIs(mark)) return exact;
  if (exact.date?.dayOfWeek !== weekday) return null;
  return mark?.text === '(' && tokens[exact.to]?.text === ')' ? { ...exact, to: exact.to + 1 } : exact;
}

const isThatIs = tokenLike(/^[وف]?الموافق$/);

/** «الأحد» after «أحد» or a number is no day: the noun stands alone, after a part of the day or a preposition. */
function isWeekdayHere(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return before?.kind !== 'number' && before?.text !== 'شهداء' && before?.text !== 'مسجد';
}

/** As far before a weekday as the verb is looked for that says when it is. */
const VERB_WITHIN = 10;
/** «سيصل», «ستعقد»; not «سيارة», «سيدة», «ستة», «ستين», «سيناء». */
const isFuture = tokenLike(/^[وف]?س(?:ي(?!ار|د|نا|اس|نم|رة|ل|ف|اق|ول|طر|ون)|ت(?!ة$|ري|ين|ون|ار|مئ|مائ))..+$/);
const endsClause = tokenLike(/^[.!؟؛]$/);

/** «سيعقد … الثلاثاء», «من المقرر … الأحد»: the next one, not the last. */
function isPlanned(tokens: readonly Token[], at: number): boolean {
  const { planned } = dateWords();
  for (let i = at - 1; i >= 0 && i > at - VERB_WITHIN; i--) {
    const token = tokens[i] as Token;
    if (token.kind === 'break' || endsClause(token)) return false;
    if (isFuture(token) || planned.has(token.text)) return true;
    if (tellsOfPast(token)) return false;
  }
  return false;
}

const tellsOfPast = tokenLike(/^[وف]?(?:كان|كانت|قال|قالت|اعلن|اعلنت|ذكر|ذكرت|افاد|افادت|قتل|وقع|وقعت)$/);

/** The nearest such weekday: before publication or on it, unless «المقبل» follows; «الماضي» is never the same day. */
function weekdayNear(
  published: Temporal.PlainDate,
  weekday: number,
  turn: Turn,
  said: boolean,
): Temporal.PlainDate {
  const distance =
    turn < 0 ? (published.dayOfWeek - weekday + 7) % 7 : (weekday - published.dayOfWeek + 7) % 7;
  const days = (said && distance === 0 ? 7 : distance) + (turn === -2 ? 7 : 0);
  return published.add({ days: Math.sign(turn) * days });
}
