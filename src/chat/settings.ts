import { readClockTime } from '#arabic/clock-time.ts';
import { readZone } from '#arabic/zones.ts';
import type { ChatRecord, ChatSettings, Weekday } from '#delivery/chat-record.ts';
import type { SubscriptionWish } from '#delivery/subscription.ts';
import {
  composeDayPicker,
  composeSettings,
  composeTimePicker,
  composeTopicPicker,
  composeZonePicker,
} from '#message/compose-subscription.ts';
import { LABELS } from '#message/labels.ar.ts';
import type { Call } from './feature.ts';
import { requireChatAdmin, type SubscriptionDesk } from './subscription-desk.ts';

/** The next value round a circle, for settings with a few. */
const after = <T>(values: readonly T[], value: T): T =>
  values[(values.indexOf(value) + 1) % values.length] as T;

const toggled = <T>(list: readonly T[], item: T): T[] =>
  list.includes(item) ? list.filter((x) => x !== item) : [...list, item];

/** How many topics are offered by buttons. */
const TOPICS_OFFERED = 24;

/** A button of the settings: without a value it asks for one, with a value it sets it. */
export async function changeSetting(
  desk: SubscriptionDesk,
  call: Call,
  setting: string,
  value: string | null,
): Promise<void> {
  await requireChatAdmin(call);
  const chat = await desk.chat(call);
  const wish = await desk.wish(chat);
  if (value === null) {
    const asked = await ask(desk, call, chat, wish, setting);
    return asked ? undefined : cycle(desk, call, chat, setting);
  }
  switch (setting) {
    case 'time': {
      const found = readClockTime([value]);
      if (found === null || found === 'invalid') return call.toast(LABELS.deadButton);
      await desk.save(chat, { ...wish, time: found.time });
      return show(desk, call);
    }
    case 'zone': {
      const zone = readZone([value])?.zone;
      if (!zone) return call.toast(LABELS.deadButton);
      await desk.save(chat, { ...wish, zone });
      return show(desk, call);
    }
    case 'day': {
      const day = weekday(value);
      if (!day) return call.toast(LABELS.deadButton);
      const saved = await desk.save(chat, { ...wish, weekdays: toggled(wish.weekdays, day).sort() });
      return call.replace(composeDayPicker('day', saved.weekdays));
    }
    case 'quietDay': {
      const day = weekday(value);
      if (!day) return call.toast(LABELS.deadButton);
      const changed = await saveSettings(desk, chat, {
        quietDays: toggled(chat.settings.quietDays, day).sort(),
      });
      return call.replace(composeDayPicker('quietDay', changed.settings.quietDays));
    }
    case 'topic': {
      const known = desk.topics();
      if (!wish.topics.includes(value) && !known.some((t) => t.key === value))
        return call.toast(LABELS.deadButton);
      const saved = await desk.save(chat, { ...wish, topics: toggled(wish.topics, value) });
      return call.replace(topicPicker(desk, saved.topics));
    }
    default:
      return call.toast(LABELS.deadButton);
  }
}

/** Asks for a value by a picker; false where the setting has none. */
async function ask(
  desk: SubscriptionDesk,
  call: Call,
  chat: ChatRecord,
  wish: SubscriptionWish,
  setting: string,
): Promise<boolean> {
  switch (setting) {
    case 'time':
      await call.replace(composeTimePicker(call.style));
      return true;
    case 'zone':
      await call.replace(composeZonePicker());
      return true;
    case 'days':
      await call.replace(composeDayPicker('day', wish.weekdays));
      return true;
    case 'quiet':
      await call.replace(composeDayPicker('quietDay', chat.settings.quietDays));
      return true;
    case 'topics':
      await call.replace(topicPicker(desk, wish.topics));
      return true;
    default:
      return false;
  }
}

/** Settings with two to four values go to the next one at each press. */
async function cycle(desk: SubscriptionDesk, call: Call, chat: ChatRecord, setting: string): Promise<void> {
  const { digits, months, hijri, emptyDay, breaking } = chat.settings;
  const changes: Record<string, Partial<ChatSettings>> = {
    digits: { digits: after(['latin', 'arabic'] as const, digits) },
    months: { months: after(['double', 'egyptian', 'levantine', 'maghrebi'] as const, months) },
    hijri: { hijri: !hijri },
    empty: { emptyDay: after(['say', 'silent'] as const, emptyDay) },
    breaking: { breaking: !breaking },
  };
  const change = changes[setting];
  if (!change) return call.toast(LABELS.deadButton);
  await saveSettings(desk, chat, change);
  return show(desk, call);
}

async function show(desk: SubscriptionDesk, call: Call): Promise<void> {
  await call.replace(composeSettings(await desk.settingsShown(await desk.chat(call))));
}

/** Quiet days move the next slot, so that an existing subscription is saved again with it. */
async function saveSettings(
  desk: SubscriptionDesk,
  chat: ChatRecord,
  change: Partial<ChatSettings>,
): Promise<ChatRecord> {
  const { store } = desk.options;
  const changed = await store.chats.saveSettings(chat.ref, change);
  const subscription = await store.subscriptions.get(chat.ref);
  if (change.quietDays && subscription) await desk.save(changed, subscription);
  return changed;
}

function topicPicker(desk: SubscriptionDesk, chosen: readonly string[]) {
  const topics = desk.topics().slice(0, TOPICS_OFFERED);
  return composeTopicPicker(topics.map((t) => ({ ...t, chosen: chosen.includes(t.key) })));
}

function weekday(value: string): Weekday | null {
  return /^[1-7]$/.test(value) ? (Number(value) as Weekday) : null;
}
