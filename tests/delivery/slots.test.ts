import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { EVERY_DAY, type Weekday } from '#delivery/chat-record.ts';
import { planSlot } from '#delivery/plan.ts';
import { newestSlot, nextSlot, type SlotWish } from '#delivery/slots.ts';
import type { Subscription } from '#delivery/subscription.ts';

const TIMES = ['00:00', '00:30', '02:30', '08:00'];
const FROM = Date.UTC(2025, 0, 1, 12);
const TO = Date.UTC(2028, 0, 1, 12);
const HOUR = 3_600_000;
const ORDINARY = [
  'Asia/Riyadh',
  'Asia/Dubai',
  'Asia/Baghdad',
  'Asia/Kuwait',
  'Africa/Tunis',
  'Africa/Algiers',
  'Africa/Tripoli',
  'Asia/Amman',
  'Asia/Damascus',
  'Asia/Aden',
  'Africa/Khartoum',
  'Asia/Kathmandu',
];
const changing = Intl.supportedValuesOf('timeZone').filter((zone) => transitions(zone).length > 0);

function transitions(zone: string): number[] {
  const found: number[] = [];
  let at = Temporal.Instant.fromEpochMilliseconds(FROM).toZonedDateTimeISO(zone);
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    if (!next || next.epochMilliseconds > TO) return found;
    found.push(next.epochMilliseconds);
    at = next;
  }
}

const daily = (zone: string, time: string): SlotWish => ({ zone, time, weekdays: EVERY_DAY, quietDays: [] });

/** Luxon's word: the instant with that local time, the first of two, or the end of the gap that swallowed it. */
function oracle(zone: string, localDate: string, time: string): number {
  const wanted = `${localDate}T${time}`;
  const guess = DateTime.fromISO(wanted, { zone });
  const local = (at: number) => DateTime.fromMillis(at, { zone }).toFormat("yyyy-MM-dd'T'HH:mm");
  for (const shift of [-2, -1, -0.5, 0])
    if (local(guess.toMillis() + shift * HOUR) === wanted) return guess.toMillis() + shift * HOUR;
  let [before, after] = [guess.toMillis() - 3 * HOUR, guess.toMillis() + 3 * HOUR];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (local(middle) < wanted) before = middle;
    else after = middle;
  }
  return after;
}

describe('every local day has exactly one digest', () => {
  it(`in three years, at ${TIMES.join(', ')}, in every zone that changes its clock and in twelve that do not`, () => {
    expect(changing.length).toBeGreaterThan(100);
    for (const zone of [...changing, ...ORDINARY]) {
      const changes = transitions(zone);
      for (const [i, time] of TIMES.entries()) {
        const wish = daily(zone, time);
        let slot = nextSlot(wish, FROM);
        let expected = Temporal.PlainDate.from(slot!.localDate);
        let count = 0;
        while (slot && slot.at < TO) {
          if (slot.localDate !== expected.toString())
            expect.fail(`${zone} ${time}: no digest on ${expected}`);
          const at = slot.at;
          const changeIsNear = changes.some((change) => Math.abs(change - at) < 26 * HOUR);
          if ((changeIsNear || count % 97 === i) && at !== oracle(zone, slot.localDate, time))
            expect.fail(`${zone} ${time}: ${slot.localDate} at ${new Date(at).toISOString()}`);
          slot = nextSlot(wish, at, slot.localDate);
          expected = expected.add({ days: 1 });
          count++;
        }
        if (count < 1094 || count > 1096) expect.fail(`${zone} ${time}: ${count} digests in three years`);
      }
    }
  }, 60_000);

  it('however late, doubled or early the ticks are', () => {
    const zones = fc.constantFrom(
      'Africa/Cairo',
      'Asia/Beirut',
      'America/New_York',
      'America/Scoresbysund',
      'Pacific/Chatham',
    );
    const ticks = fc.array(fc.integer({ min: -5, max: 90 }), { minLength: 50, maxLength: 50 });
    const start = fc.integer({ min: FROM / HOUR, max: TO / HOUR });
    fc.assert(
      fc.property(zones, fc.constantFrom(...TIMES), start, ticks, (zone, time, hours, lateness) => {
        let subscription = subscribed(daily(zone, time), hours * HOUR);
        const dates: string[] = [];
        for (const minutes of lateness) {
          const now = subscription.nextDue! + minutes * 60_000;
          if (now < subscription.nextDue!) continue;
          const planned = planSlot(subscription, now);
          if (planned.slot) dates.push(planned.slot.localDate);
          subscription = {
            ...subscription,
            nextDue: planned.nextDue,
            lastDate: planned.slot?.localDate ?? subscription.lastDate,
          };
        }
        const first = Temporal.PlainDate.from(dates[0]!);
        expect(dates).toEqual(dates.map((_, days) => first.add({ days }).toString()));
      }),
      { numRuns: 200 },
    );
  });
});

function subscribed(wish: SlotWish, now: number, more: Partial<Subscription> = {}): Subscription {
  const nextDue = nextSlot(wish, now)?.at ?? null;
  return {
    ...wish,
    id: 1,
    chatId: 1,
    topics: [],
    createdAt: now,
    nextDue,
    lastDate: null,
    lastDigest: null,
    ...more,
  };
}

describe('a slot', () => {
  const at = (iso: string) => Date.parse(iso);
  const next = (wish: SlotWish, after: string) => {
    const slot = nextSlot(wish, at(after));
    return slot && [new Date(slot.at).toISOString(), slot.localDate];
  };

  it('in a gap is due at the first moment after it', () => {
    expect(next(daily('Africa/Cairo', '00:30'), '2026-04-23T12:00Z')).toEqual([
      '2026-04-23T22:00:00.000Z',
      '2026-04-24',
    ]);
    expect(next(daily('Asia/Beirut', '00:00'), '2026-03-28T12:00Z')).toEqual([
      '2026-03-28T22:00:00.000Z',
      '2026-03-29',
    ]);
    expect(next(daily('America/New_York', '02:30'), '2026-03-08T00:00Z')).toEqual([
      '2026-03-08T07:00:00.000Z',
      '2026-03-08',
    ]);
  });

  it('that comes twice is due at the first', () => {
    expect(next(daily('America/New_York', '01:30'), '2026-11-01T00:00Z')).toEqual([
      '2026-11-01T05:30:00.000Z',
      '2026-11-01',
    ]);
    expect(next(daily('Africa/Cairo', '23:30'), '2026-10-29T12:00Z')).toEqual([
      '2026-10-29T20:30:00.000Z',
      '2026-10-29',
    ]);
    expect(next(daily('Africa/Cairo', '23:30'), '2026-10-29T20:40Z')).toEqual([
      '2026-10-30T21:30:00.000Z',
      '2026-10-30',
    ]);
  });

  it('does not exist on a date that a zone has left out', () => {
    expect(next(daily('Pacific/Apia', '08:00'), '2011-12-30T00:00Z')).toEqual([
      '2011-12-30T18:00:00.000Z',
      '2011-12-31',
    ]);
  });

  it('falls only on wanted days that are not quiet, and on none where none is left', () => {
    const weekend: SlotWish = { ...daily('Asia/Riyadh', '08:00'), weekdays: [5, 6], quietDays: [5] };
    expect(next(weekend, '2026-11-25T12:00Z')).toEqual(['2026-11-28T05:00:00.000Z', '2026-11-28']);
    expect(next({ ...weekend, quietDays: [5, 6] as Weekday[] }, '2026-11-25T12:00Z')).toBeNull();
    expect(next({ ...weekend, time: null }, '2026-11-25T12:00Z')).toBeNull();
  });

  it('is, of those missed, the newest, and marked late', () => {
    const subscription = subscribed(daily('Asia/Riyadh', '08:00'), at('2026-11-20T12:00Z'));
    const planned = planSlot(subscription, at('2026-11-25T09:00Z'));
    expect(planned.slot).toEqual({ at: at('2026-11-25T05:00Z'), localDate: '2026-11-25', late: true });
    expect(planned.nextDue).toBe(at('2026-11-26T05:00Z'));
    expect(planSlot(subscription, at('2026-11-25T05:01Z')).slot?.late).toBe(false);
  });

  it('is not owed for the time before somebody subscribed', () => {
    expect(
      newestSlot(daily('Asia/Riyadh', '08:00'), at('2026-11-25T06:00Z'), at('2026-11-25T07:00Z')),
    ).toBeNull();
  });

  it('is planned once where the clock is set back, and a date from a clock far ahead silences nobody', () => {
    const wish = daily('Asia/Riyadh', '08:00');
    const subscription = subscribed(wish, at('2026-11-24T12:00Z'), { lastDate: '2026-11-25' });
    const planned = planSlot({ ...subscription, nextDue: at('2026-11-25T05:00Z') }, at('2026-11-25T05:00Z'));
    expect(planned.slot).toBeNull();
    expect(planned.nextDue).toBe(at('2026-11-26T05:00Z'));
    expect(nextSlot(wish, at('2026-11-25T12:00Z'), '2031-01-01')?.localDate).toBe('2026-11-26');
  });

  it('follows the rules of the zone as they are when it comes, not as they were when it was computed', () => {
    const wish = daily('Asia/Riyadh', '08:00');
    const hourLate = subscribed(wish, at('2026-11-20T12:00Z'), {
      nextDue: at('2026-11-25T06:00Z'),
      lastDate: '2026-11-24',
    });
    expect(planSlot(hourLate, at('2026-11-25T06:00Z')).slot?.localDate).toBe('2026-11-25');
    const hourEarly = { ...hourLate, nextDue: at('2026-11-25T04:00Z') };
    const early = planSlot(hourEarly, at('2026-11-25T04:00Z'));
    expect([early.slot, early.nextDue]).toEqual([null, at('2026-11-25T05:00Z')]);
  });

  it('is the same in whatever zone the program runs', () => {
    expect(next(daily('Asia/Riyadh', '08:00'), '2026-11-25T12:00Z')).toEqual([
      '2026-11-26T05:00:00.000Z',
      '2026-11-26',
    ]);
  });
});
