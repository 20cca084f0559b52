import { dateWords, type Turn } from './date-words.ts';
import { isComma, type Token, tokenLike } from './tokens.ts';

/** A day named in a text: tokens [from, to). */
export interface NamedDay {
  from: number;
  to: number;
  /** Null where it cannot be resolved without knowing the day of publication, or does not exist. */
  date: Temporal.PlainDate | null;
}

/** The month of the calendar that is named at token `at`, and where its name ends. */
export function monthAt(tokens: readonly Token[], at: number): { month: number; to: number } | null {
  const match = dateWords().words.longestAt(tokens, at);
  return match?.value.kind === 'month' ? { month: match.value.month, to: match.to } : null;
}

const YEAR = /^(?:1[3-9]\d\d|20\d\d)$/;
/** Years below are of the Hijra. */
const FIRST_YEAR = 1600;

/** «9 نوفمبر», «10 يناير/كانون الثاني 2022», «الـ5 من رمضان 1436», «7 تشرين الأول الماضي» */
export function readDayMonth(
  tokens: readonly Token[],
  at: number,
  published: Temporal.PlainDate | null,
): NamedDay | null {
  const number = tokens[at];
  if (number?.kind !== 'number' || !/^\d{1,2}$/.test(number.text)) return null;
  return monthBehind(tokens, at, at + 1, Number(number.text), published);
}

/** The month, and the year where one stands, behind the day of the month: tokens [from, behind). */
export function monthBehind(
  tokens: readonly Token[],
  from: number,
  behind: number,
  day: number,
  published: Temporal.PlainDate | null,
): NamedDay | null {
  const { direction, thisMonth } = dateWords();
  let next = behind;
  if (tokens[next]?.text === 'من' || tokens[next]?.text === 'شهر') next++;
  if (tokens[next]?.text === 'شهر') next++;
  // «20 من الشهر الجاري»
  if (tokens[next]?.text === 'الشهر') {
    const turn = direction.longestAt(tokens, next + 1);
    if (!turn && !thisMonth.has(tokens[next + 1]?.text ?? '')) return null;
    const month = published?.add({ months: turn?.value ?? 0 });
    return { from, to: turn?.to ?? next + 2, date: month ? plainDate(month.year, month.month, day) : null };
  }
  const month = monthNamed(tokens, next);
  if (!month) return null;
  const { to } = month;
  const at = yearAt(tokens, to);
  const year = at === null ? yearOfRange(tokens, to, month.month) : Number(tokens[at]?.text);
  const turn = year === null ? direction.longestAt(tokens, to) : null;
  if (year === null && turn === null && isNameOf(tokens, from)) return null;
  const end = at === null ? (turn?.to ?? to) : at + 1;
  const date = month.isHijri
    ? hijri(year, month.month, day, published)
    : gregorian(year, month.month, day, published, turn?.value ?? null);
  return { from, to: end, date };
}

interface NamedMonth {
  month: number;
  isHijri: boolean;
  to: number;
}

/** «نوفمبر», «يناير/كانون الثاني», «حزيران (يونيو)», «شوال» */
function monthNamed(tokens: readonly Token[], at: number): NamedMonth | null {
  const { words } = dateWords();
  const first = words.longestAt(tokens, at);
  if (!first || (first.value.kind !== 'month' && first.value.kind !== 'hijri-month')) return null;
  const { month, kind } = first.value;
  const mark = tokens[first.to]?.text;
  const isMarked = mark === '/' || mark === '(' || mark === '-';
  const second = words.longestAt(tokens, isMarked ? first.to + 1 : first.to);
  const isSame = kind === 'month' && second?.value.kind === 'month' && second.value.month === month;
  if (!isSame || !second) return { month, isHijri: kind === 'hijri-month', to: first.to };
  const closed = mark === '(' && tokens[second.to]?.text === ')';
  return { month, isHijri: false, to: closed ? second.to + 1 : second.to };
}

/** «من 20 ديسمبر إلى 5 يناير 2018»: the year of the end is that of the beginning, or the next. */
function yearOfRange(tokens: readonly Token[], to: number, month: number): number | null {
  if (!isUntil(tokens[to]) || tokens[to + 1]?.kind !== 'number') return null;
  const end = monthNamed(tokens, tokens[to + 2]?.text === 'من' ? to + 3 : to + 2);
  const at = end && yearAt(tokens, end.to);
  if (!end || at === null) return null;
  return Number(tokens[at]?.text) - (end.month < month ? 1 : 0);
}

const isUntil = tokenLike(/^(?:الى|حتى|[-–])$/);

/** «شارع 26 سبتمبر», «ثورة الـ25 من يناير»: no day of this year. */
function isNameOf(tokens: readonly Token[], from: number): boolean {
  const before = tokens[from - 1]?.text === 'ال' ? from - 2 : from - 1;
  return dateWords().namedAfterDay.has(withoutClitics(tokens[before]?.text ?? ''));
}

const withoutClitics = (word: string) => word.replace(/^[وف]?[بل]?(?=[^ا]..)/, '');

/** «2014», «من عام 2014», «، 2004 عن» behind a month; not «، 1950 شخصا». */
function yearAt(tokens: readonly Token[], to: number): number | null {
  let at = to;
  if (tokens[at]?.text === 'من' || (isComma(tokens[at]) && countsNothing(tokens[at + 2]))) at++;
  if (isYearNoun(tokens[at])) at++;
  return tokens[at]?.kind === 'number' && YEAR.test(tokens[at]?.text ?? '') ? at : null;
}

const countsNothing = tokenLike(/^(?:عن|في|بعد|قبل|حين|عندما|حيث|اثر|[،,.)])$/);
const isYearNoun = tokenLike(/^(?:عام|سنة|العام)$/);

/** The date in the year that is named, else the one nearest to publication, on the side that is said. */
function gregorian(
  year: number | null,
  month: number,
  day: number,
  published: Temporal.PlainDate | null,
  direction: Turn | null,
): Temporal.PlainDate | null {
  if (year !== null) return plainDate(year, month, day);
  if (!published) return null;
  const years = [published.year - 1, published.year, published.year + 1];
  const dates = years.map((y) => plainDate(y, month, day)).filter((d) => d !== null);
  const onSide = dates.filter(
    (d) => direction === null || Temporal.PlainDate.compare(d, published) === Math.sign(direction),
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

/** «10-01-2022», «10/1/2022», «7/10/1436»: day, month, year; «2022-01-10»: the year first. */
export function readNumericDate(
  tokens: readonly Token[],
  at: number,
  published: Temporal.PlainDate | null,
): NamedDay | null {
  const [one, first, two, second, three] = tokens.slice(at, at + 5);
  if (one?.kind !== 'number' || two?.kind !== 'number' || three?.kind !== 'number') return null;
  if (first?.text !== second?.text || !/^[-/]$/.test(first?.text ?? '')) return null;
  const [day, year] = YEAR.test(one.text) ? [three, one] : [one, three];
  if (!YEAR.test(year.text) || day.text.length > 2) return null;
  const [y, m, d] = [Number(year.text), Number(two.text), Number(day.text)];
  const date = y < FIRST_YEAR ? hijri(y, m, d, published) : plainDate(y, m, d);
  return date && { from: at, to: at + 5, date };
}
