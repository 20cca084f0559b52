import { writeDate, writeHijriDate } from '#arabic/calendar.ts';
import { toArabicDigits } from '#arabic/digits.ts';
import type { ReaderStyle } from './reader-style.ts';

const inDigits = (text: string, style: Pick<ReaderStyle, 'digits'>) =>
  style.digits === 'arabic' ? toArabicDigits(text) : text;

/** A calendar day in the chat's style: «الاثنين 10 يناير / كانون الثاني 2022», the Hijri date behind it if wanted. */
export function writeDay(date: Temporal.PlainDate, style: ReaderStyle, withYear = true): string {
  const gregorian = writeDate(date, style.months, withYear);
  return inDigits(style.hijri ? `${gregorian}، ${writeHijriDate(date)}` : gregorian, style);
}

/** «08:00» in the chat's digits. */
export function writeClockTime(time: string, style: Pick<ReaderStyle, 'digits'>): string {
  return inDigits(time, style);
}

/** An instant (epoch milliseconds) in the chat's zone: the time alone where it is today, else with its day. */
export function writeMoment(at: number, now: number, style: ReaderStyle): string {
  const moment = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(style.zone);
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(style.zone).toPlainDate();
  const time = inDigits(moment.toPlainTime().toString({ smallestUnit: 'minute' }), style);
  if (moment.toPlainDate().equals(today)) return time;
  return `${writeDay(moment.toPlainDate(), { ...style, hijri: false }, moment.year !== today.year)}، ${time}`;
}
