import { createRequire } from 'node:module';
import { ofForm } from './forms.ts';
import type { Token } from './tokens.ts';
import { Trie } from './trie.ts';

/** What a word or phrase of a date is: 1 is Monday, January, Muharram. */
type DateWord =
  | { kind: 'weekday'; weekday: number }
  | { kind: 'month'; month: number }
  | { kind: 'hijri-month'; month: number }
  | { kind: 'relative'; days: number };

/** A day named in a text: tokens [from, to). */
export interface NamedDay {
  from: number;
  to: number;
  /** Null where it cannot be resolved without knowing the day of publication, or does not exist. */
  date: Temporal.PlainDate | null;
}

interface DatesFile {
  weekdays: string[][];
  months: string[][];
  hijriMonths: string[][];
  relative: Record<string, string[]>;
  past: string[];
  future: string[];
  dayNouns: string[];
}

interface DateWords {
  words: Trie<DateWord>;
  direction: Trie<-1 | 1>;
  dayNouns: Trie<true>;
}

let loaded: DateWords | null = null;

function dateWords(): DateWords {
  if (loaded) return loaded;
  const file = createRequire(import.meta.url)('./data/dates.json') as DatesFile;
  const words = new Trie<DateWord>();
  file.weekdays.forEach((names, i) => {
    for (const name of names) words.add(name, { kind: 'weekday', weekday: i + 1 });
  });
  file.months.forEach((names, i) => {
    for (const name of names) words.add(name, { kind: 'month', month: i + 1 });
  });
  file.hijriMonths.forEach((names, i) => {
    for (const name of names) words.add(name, { kind: 'hijri-month', month: i + 1 });
  });
  for (const [days, names] of Object.entries(file.relative))
    for (const name of names) words.add(name, { kind: 'relative', days: Number(days) });
  const direction = new Trie<-1 | 1>();
  for (const word of file.past) direction.add(word, -1);
  for (const word of file.future) direction.add(word, 1);
  const dayNouns = new Trie<true>();
  for (const word of file.dayNouns) dayNouns.add(word, true);
  loaded = { words, direction, dayNouns };
  return loaded;
}

/** The month of the calendar that is named at token `at`, and where its name ends. */
export function monthAt(tokens: readonly Token[], at: number): { month: number; to: number } | null {
  const match = dateWords().words.longestAt(tokens, at);
  return match?.value.kind === 'month' ? { month: match.value.month, to: match.to } : null;
}

/** Most words name no day. */
const mayBeginDay = ofForm((form) => form.kind === 'number' || dateWords().words.begins(form, 'conjunction'));

/** All days named among the tokens, resolved against the day of publication where that is needed and known. */
export function findNamedDays(tokens: readonly Token[], published: Temporal.PlainDate | null): NamedDay[] {
  const { words } = dateWords();
  const days: NamedDay[] = [];
  for (let i = 0; i < tokens.length; ) {
    const { form, kind } = tokens[i] as Token;
    if (!mayBeginDay(form)) {
      i++;
      continue;
    }
    const isNumber = kind === 'number';
    const day = isNumber ? (readNumericDate(tokens, i) ?? readDayMonth(tokens, i, published)) : null;
    if (day) {
      days.push(day);
      i = day.to;
      continue;
    }
    const match = isNumber ? null : words.longestAt(tokens, i, 'conjunction');
    const named = match && readDayWord(tokens, i, match.to, match.value, published);
    if (named) days.push(named);
    i = named ? named.to : i + 1;
  }
  return days;
}

function readDayWord(
  tokens: readonly Token[],
  from: number,
  to: number,
  word: DateWord,
  published: Temporal.PlainDate | null,
): NamedDay | null {
  if (word.kind === 'relative') {
    // «اليوم الاثنين»: the weekday says the same day once more.
    const next = dateWords().words.longestAt(tokens, to);
    const end = next?.value.kind === 'weekday' ? next.to : to;
    return { from, to: end, date: published?.add({ days: word.days }) ?? null };
  }
  if (word.kind !== 'weekday' || !isWeekdayHere(tokens, from)) return null;
  const turn = dateWords().direction.longestAt(tokens, to);
  const exact = readDayMonth(tokens, to, published);
  if (exact) return { from, to: exact.to, date: exact.date };
  return {
    from,
    to: turn ? turn.to : to,
    date: published && weekdayNear(published, word.weekday, turn?.value ?? -1, turn !== null),
  };
}

/** «الأحد» after «أحد» or a number is no day: the noun stands alone, after a part of the day or a preposition. */
function isWeekdayHere(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return before?.kind !== 'number' && before?.text !== 'شهداء' && before?.text !== 'مسجد';
}

/** The nearest such weekday: before publication or on it, unless «المقبل» follows; «الماضي» is never the same day. */
function weekdayNear(
  published: Temporal.PlainDate,
  weekday: number,
  direction: -1 | 1,
  said: boolean,
): Temporal.PlainDate {
  const distance =
    direction === -1 ? (published.dayOfWeek - weekday + 7) % 7 : (weekday - published.dayOfWeek + 7) % 7;
  const days = said && distance === 0 ? 7 : distance;
  return published.add({ days: direction * days });
}

const YEAR = /^(?:1[3-9]\d\d|20\d\d)$/;

/** «9 نوفمبر», «10 يناير/كانون الثاني 2022», «الـ5 من رمضان 1436», «7 تشرين الأول الماضي» */
function readDayMonth(
  tokens: readonly Token[],
  at: number,
  published: Temporal.PlainDate | null,
): NamedDay | null {
  const { words, direction } = dateWords();
  const number = tokens[at];
  if (number?.kind !== 'number' || !/^\d{1,2}$/.test(number.text)) return null;
  let next = at + 1;
  if (tokens[next]?.text === 'من' || tokens[next]?.text === 'شهر') next++;
  if (tokens[next]?.text === 'شهر') next++;
  const month = words.longestAt(tokens, next);
  if (!month || (month.value.kind !== 'month' && month.value.kind !== 'hijri-month')) return null;
  let to = month.to;
  const mark = tokens[to]?.text;
  const second = words.longestAt(tokens, mark === '/' || mark === '(' || mark === '-' ? to + 1 : to);
  if (
    second?.value.kind === 'month' &&
    month.value.kind === 'month' &&
    second.value.month === month.value.month
  )
    to = mark === '(' && tokens[second.to]?.text === ')' ? second.to + 1 : second.to;
  const year =
    tokens[to]?.kind === 'number' && YEAR.test(tokens[to]?.text ?? '') ? Number(tokens[to]?.text) : null;
  const turn = year === null ? direction.longestAt(tokens, to) : null;
  const end = year !== null ? to + 1 : (turn?.to ?? to);
  const day = Number(number.text);
  const date =
    month.value.kind === 'month'
      ? gregorian(year, month.value.month, day, published, turn?.value ?? null)
      : hijri(year, month.value.month, day, published);
  return { from: at, to: end, date };
}

/** The date in the year that is named, else the one nearest to publication, on the side that is said. */
function gregorian(
  year: number | null,
  month: number,
  day: number,
  published: Temporal.PlainDate | null,
  direction: -1 | 1 | null,
): Temporal.PlainDate | null {
  if (year !== null) return plainDate(year, month, day);
  if (!published) return null;
  const years = [published.year - 1, published.year, published.year + 1];
  const dates = years.map((y) => plainDate(y, month, day)).filter((d) => d !== null);
  const onSide = dates.filter(
    (d) => direction === null || Temporal.PlainDate.compare(d, published) === direction,
  );
  return nearest(onSide, published);
}

function hijri(
  year: number | null,
  month: number,
  day: number,
  published: Temporal.PlainDate | null,
): Temporal.PlainDate | null {
  const years =
    year !== null
      ? [year]
      : published
        ? [-1, 0, 1].map((y) => published.withCalendar('islamic-umalqura').year + y)
        : [];
  const dates = years.map((y) => plainDate(y, month, day, 'islamic-umalqura')).filter((d) => d !== null);
  return published ? nearest(dates, published) : (dates[0] ?? null);
}

function nearest(dates: readonly Temporal.PlainDate[], to: Temporal.PlainDate): Temporal.PlainDate | null {
  const distance = (date: Temporal.PlainDate) => Math.abs(to.until(date).days);
  return dates.reduce<Temporal.PlainDate | null>(
    (best, d) => (best && distance(best) <= distance(d) ? best : d),
    null,
  );
}

function plainDate(
  year: number,
  month: number,
  day: number,
  calendar = 'iso8601',
): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from({ year, month, day, calendar }, { overflow: 'reject' }).withCalendar(
      'iso8601',
    );
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** «10-01-2022», «10/1/2022»: day, month, year. */
function readNumericDate(tokens: readonly Token[], at: number): NamedDay | null {
  const [day, first, month, second, year] = tokens.slice(at, at + 5);
  if (day?.kind !== 'number' || month?.kind !== 'number' || year?.kind !== 'number') return null;
  if (first?.text !== second?.text || !/^[-/]$/.test(first?.text ?? '') || !YEAR.test(year.text)) return null;
  const date = plainDate(Number(year.text), Number(month.text), Number(day.text));
  return date && { from: at, to: at + 5, date };
}
