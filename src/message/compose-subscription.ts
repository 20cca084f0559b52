import { WEEKDAYS } from '#arabic/calendar.ts';
import { OFFERED_ZONES, zoneName } from '#arabic/zones.ts';
import { action } from './action.ts';
import { LABELS } from './labels.ar.ts';
import { SUBSCRIPTION_LABELS as L } from './labels-subscription.ar.ts';
import type { Button, Message } from './message.ts';
import type { ReaderStyle } from './reader-style.ts';
import { writeClockTime, writeDay } from './write-time.ts';

/** What these views show of a subscription; weekdays by ISO number, Monday = 1. */
export interface SubscriptionShown {
  time: string | null;
  zone: string;
  weekdays: readonly number[];
  quietDays: readonly number[];
  /** Names, ready to be read. */
  topics: readonly string[];
  /** Instant of the next slot, epoch milliseconds; null = none. */
  next: number | null;
}

export interface SettingsShown extends SubscriptionShown {
  style: ReaderStyle;
  emptyDay: 'say' | 'silent';
  breaking: boolean;
}

export interface TopicChoice {
  key: string;
  name: string;
  chosen: boolean;
}

const dayName = (day: number) => WEEKDAYS[day - 1] as string;

export function writeDays(days: readonly number[]): string {
  if (days.length === 7) return L.everyDay;
  return L.days(days.map(dayName).join('، '));
}

/** «الثلاثاء 24 نوفمبر / تشرين الثاني، 08:00», in the subscription's own zone. */
export function writeSlot(at: number, zone: string, style: ReaderStyle): string {
  const slot = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  const time = writeClockTime(slot.toPlainTime().toString({ smallestUnit: 'minute' }), style);
  return `${writeDay(slot.toPlainDate(), style, false)}، ${time}`;
}

/** The answer to `/subscribe`: what was understood, and when it comes first. */
export function composeSubscribed(shown: SubscriptionShown, isNew: boolean, style: ReaderStyle): Message {
  const topics = shown.topics.length > 0 ? shown.topics.join('، ') : null;
  const time = writeClockTime(shown.time ?? '', style);
  const slot =
    shown.next === null ? L.noSlot : (isNew ? L.first : L.next)(writeSlot(shown.next, shown.zone, style));
  const text = `${L.subscribed(writeDays(shown.weekdays), time, zoneName(shown.zone), topics)} ${slot}`;
  return {
    blocks: [{ type: 'paragraph', tone: 'body', text }],
    buttons: [
      [
        { label: L.button.time, action: action('set', 'time') },
        { label: L.button.zone, action: action('set', 'zone') },
      ],
      [
        { label: L.button.settings, action: action('settings') },
        { label: L.button.unsubscribe, action: action('unsubscribe') },
      ],
      [{ label: L.button.newest, action: action('latest') }],
    ],
    subject: null,
  };
}

export function composeSettings(shown: SettingsShown): Message {
  const { style } = shown;
  const yes = (on: boolean) => (on ? L.on : L.off);
  const names = (days: readonly number[]) => (days.length === 0 ? L.none : days.map(dayName).join('، '));
  const rows: [string, string][] = [
    ['time', L.setting.time(shown.time === null ? L.noTime : writeClockTime(shown.time, style))],
    ['zone', L.setting.zone(zoneName(shown.zone))],
    ['days', L.setting.days(shown.weekdays.length === 7 ? L.everyDay : names(shown.weekdays))],
    ['quiet', L.setting.quiet(names(shown.quietDays))],
    ['topics', L.setting.topics(shown.topics.length === 0 ? L.all : shown.topics.join('، '))],
    ['breaking', L.setting.breaking(yes(shown.breaking))],
    ['empty', L.setting.empty(L.emptyDay[shown.emptyDay])],
    ['digits', L.setting.digits(L.digits[style.digits])],
    ['months', L.setting.months(L.months[style.months])],
    ['hijri', L.setting.hijri(yes(style.hijri))],
  ];
  const buttons: Button[][] = [];
  for (let i = 0; i < rows.length; i += 2)
    buttons.push(rows.slice(i, i + 2).map(([name, label]) => ({ label, action: action('set', name) })));
  buttons.push([{ label: L.button.unsubscribe, action: action('unsubscribe') }]);
  const text = shown.next === null ? L.noSlot : L.next(writeSlot(shown.next, shown.zone, style));
  return {
    blocks: [
      { type: 'heading', level: 1, text: L.settingsTitle },
      { type: 'paragraph', tone: 'body', text },
    ],
    buttons,
    subject: null,
  };
}

const HOURS_OFFERED = [6, 7, 8, 9, 10, 12, 14, 16, 18, 19, 20, 21];
const PER_ROW = 4;

function picker(question: string, buttons: Button[], perRow = PER_ROW): Message {
  const rows: Button[][] = [];
  for (let i = 0; i < buttons.length; i += perRow) rows.push(buttons.slice(i, i + perRow));
  rows.push([{ label: L.button.back, action: action('settings') }]);
  return { blocks: [{ type: 'paragraph', tone: 'body', text: question }], buttons: rows, subject: null };
}

export function composeTimePicker(style: ReaderStyle): Message {
  return picker(
    L.chooseTime,
    HOURS_OFFERED.map((hour) => {
      const time = `${String(hour).padStart(2, '0')}:00`;
      return { label: writeClockTime(time, style), action: action('set', 'time', time) };
    }),
  );
}

export function composeZonePicker(): Message {
  return picker(
    L.chooseZone,
    OFFERED_ZONES.map((zone) => ({ label: zoneName(zone), action: action('set', 'zone', zone) })),
    3,
  );
}

const MARK = '✓ ';

/** Weekdays to be switched on and off: those of the digest (`day`), or the quiet ones (`quietDay`). */
export function composeDayPicker(setting: 'day' | 'quietDay', chosen: readonly number[]): Message {
  const week = [6, 7, 1, 2, 3, 4, 5];
  return picker(
    setting === 'day' ? L.chooseDays : L.chooseQuiet,
    week.map((day) => ({
      label: (chosen.includes(day) ? MARK : '') + dayName(day),
      action: action('set', setting, day),
    })),
  );
}

export function composeTopicPicker(topics: readonly TopicChoice[]): Message {
  return picker(
    L.chooseTopics,
    topics.map((t) => ({ label: (t.chosen ? MARK : '') + t.name, action: action('set', 'topic', t.key) })),
    3,
  );
}

export interface StatusShown extends SubscriptionShown {
  /** Ready to be read; null = none yet. */
  lastDigest: string | null;
  disabled: { reason: string; moment: string } | null;
}

export function composeStatus(shown: StatusShown | null, style: ReaderStyle): Message {
  const items =
    shown === null
      ? [L.notSubscribed]
      : [
          shown.disabled ? L.disabled(shown.disabled.reason, shown.disabled.moment) : null,
          shown.lastDigest === null ? L.noDigestYet : L.lastDigest(shown.lastDigest),
          shown.next === null ? L.noSlot : L.next(writeSlot(shown.next, shown.zone, style)),
        ].filter((line) => line !== null);
  return {
    blocks: [
      { type: 'heading', level: 1, text: L.statusTitle },
      { type: 'list', ordered: false, items },
    ],
    buttons: [
      shown === null
        ? [{ label: L.button.subscribe, action: action('subscribe') }]
        : [{ label: L.button.settings, action: action('settings') }],
      [{ label: LABELS.button.latest, action: action('latest') }],
    ],
    subject: null,
  };
}
