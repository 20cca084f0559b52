import type { Weekday } from './chat-record.ts';

/** When a digest is wanted: local time `HH:MM` (null = never), IANA zone, days. */
export interface SlotWish {
  time: string | null;
  zone: string;
  weekdays: readonly Weekday[];
  quietDays: readonly Weekday[];
}

/** One due moment: the instant and the local date that it stands for. */
export interface Slot {
  at: number;
  localDate: string;
}

/** No wish is further apart than a week; a zone that skips a day (Samoa 2011) may add one to that. */
const DAYS_TO_LOOK = 16;

/** A chat that moves from Kiribati to Samoa has had a date that comes again a day later. */
const PLAUSIBLE_DAYS_AHEAD = 2;

/**
 * The first slot after `after` (epoch milliseconds) whose local date is later than `lastDate`; null where no day is
 * left. A local time that does not exist is due at the first moment after the gap, one that exists twice at its
 * first; a local date that does not exist has no slot.
 */
export function nextSlot(wish: SlotWish, after: number, lastDate: string | null = null): Slot | null {
  if (wish.time === null || wantedDays(wish).size === 0) return null;
  const today = localDay(after, wish.zone);
  const first = lastDate === null ? today : firstAfter(today, Temporal.PlainDate.from(lastDate));
  for (let days = 0; days < DAYS_TO_LOOK; days++) {
    const slot = slotOn(wish, first.add({ days }));
    if (slot && slot.at > after) return slot;
  }
  return null;
}

/** The newest slot at or before `now`, later than `lastDate` and not before `from`; null where there is none. */
export function newestSlot(
  wish: SlotWish,
  from: number,
  now: number,
  lastDate: string | null = null,
): Slot | null {
  if (wish.time === null || wantedDays(wish).size === 0) return null;
  const last = localDay(now, wish.zone);
  for (let days = 0; days < DAYS_TO_LOOK; days++) {
    const date = last.subtract({ days });
    if (date.toString() === lastDate) return null;
    const slot = slotOn(wish, date);
    if (slot && slot.at <= now) return slot.at >= from ? slot : null;
  }
  return null;
}

/** The slot of one local date; null on days that are not wanted or do not exist in the zone. */
export function slotOn(wish: SlotWish, date: Temporal.PlainDate): Slot | null {
  if (wish.time === null || !wantedDays(wish).has(date.dayOfWeek as Weekday)) return null;
  const wanted = date.toPlainDateTime(Temporal.PlainTime.from(wish.time));
  const at = instantOf(wanted, wish.zone);
  if (at.toPlainDateTime().equals(wanted)) return { at: at.epochMilliseconds, localDate: date.toString() };
  // The wanted time fell into a gap. Where the whole day is gone, the day after has a slot of its own.
  return dayExists(date, wish.zone) ? { at: at.epochMilliseconds, localDate: date.toString() } : null;
}

function instantOf(wanted: Temporal.PlainDateTime, zone: string): Temporal.ZonedDateTime {
  const earlier = wanted.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (earlier.toPlainDateTime().equals(wanted)) return earlier;
  // In a gap "earlier" is before it by the length of the gap; the next transition is its end.
  return earlier.getTimeZoneTransition('next') ?? wanted.toZonedDateTime(zone);
}

function dayExists(date: Temporal.PlainDate, zone: string): boolean {
  return date.toZonedDateTime({ timeZone: zone }).toPlainDate().equals(date);
}

function wantedDays(wish: SlotWish): Set<Weekday> {
  return new Set(wish.weekdays.filter((day) => !wish.quietDays.includes(day)));
}

function localDay(at: number, zone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
}

/** A last date days ahead was written under a clock that has since been set back: it binds nobody. */
function firstAfter(today: Temporal.PlainDate, lastDate: Temporal.PlainDate): Temporal.PlainDate {
  const daysAhead = today.until(lastDate).days;
  return daysAhead < 0 || daysAhead > PLAUSIBLE_DAYS_AHEAD ? today : lastDate.add({ days: 1 });
}
