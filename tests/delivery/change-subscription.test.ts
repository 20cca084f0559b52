import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSqliteStore } from '#adapters/store/open-sqlite.ts';
import {
  changeSubscription,
  enableChat,
  replanAll,
  replanSubscription,
} from '#delivery/change-subscription.ts';
import { EVERY_DAY } from '#delivery/chat-record.ts';
import { planSlot } from '#delivery/plan.ts';
import type { Store } from '#delivery/store.ts';
import { systemClock } from '#shared/clock.ts';
import { newChat } from '#tests/contracts/store-samples.ts';

const at = (time: string, day = 25) => Date.parse(`2026-11-${day}T${time}:00+03:00`);
const wish = (time: string) => ({ time, zone: 'Asia/Riyadh', weekdays: EVERY_DAY, topics: [] });

describe('a subscription that is changed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mujaz-change-'));
  let store: Store;
  beforeAll(async () => {
    store = await openSqliteStore(folder, systemClock);
  });
  afterAll(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });
  const owed = async (chatId: number) =>
    (await store.ledger.ready('telegram', at('23:59', 30), 1000, []))
      .filter((d) => d.chat.id === chatId)
      .map((d) => d.key);
  const tick = async (now: number) => {
    for (const subscription of await store.subscriptions.due(now, 1000))
      await store.subscriptions.plan([planSlot(subscription, now)], now);
  };

  it.each([
    ['08:01', 'a minute later'],
    ['20:00', 'to the evening'],
    ['08:00', 'to the same time'],
  ])('a minute before its slot to %s (%s) is delivered once that day', async (time) => {
    const chat = await newChat(store);
    await changeSubscription(store, chat, wish('08:00'), at('12:00', 24));
    const changed = await changeSubscription(store, chat, wish(time), at('07:59'));
    expect(changed.nextDue).toBe(at(time));
    await tick(at('08:00'));
    await tick(at('08:01'));
    await tick(at('20:00'));
    expect(await owed(chat.id)).toEqual(['digest:2026-11-25']);
  });

  it('when its slot has come but no tick has seen it is owed that one, and the next on the next day', async () => {
    const chat = await newChat(store);
    await changeSubscription(store, chat, wish('08:00'), at('12:00', 24));
    const changed = await changeSubscription(store, chat, wish('08:30'), at('08:00') + 20_000);
    expect(await owed(chat.id)).toEqual(['digest:2026-11-25']);
    expect(changed.nextDue).toBe(at('08:30', 26));
  });

  it('keeps its day where only the zone moves', async () => {
    const chat = await newChat(store);
    await changeSubscription(store, chat, wish('08:00'), at('12:00', 24));
    await tick(at('08:00'));
    const moved = { ...wish('08:00'), zone: 'America/New_York' };
    const changed = await changeSubscription(store, chat, moved, at('09:00'));
    expect(changed.nextDue).toBe(Date.parse('2026-11-26T08:00:00-05:00'));
  });

  it('leaves quiet days out', async () => {
    const chat = await newChat(store);
    await changeSubscription(store, chat, wish('08:00'), at('12:00', 24));
    const quiet = await store.chats.saveSettings(chat.ref, { quietDays: [3, 4, 5] });
    await replanSubscription(store, quiet, at('12:00', 24));
    expect((await store.subscriptions.get(chat.ref))?.nextDue).toBe(at('08:00', 28));
  });

  it('of a chat that was given up begins again where it is let in again', async () => {
    const chat = await newChat(store);
    await changeSubscription(store, chat, wish('08:00'), at('12:00', 24));
    await store.chats.disable(chat.ref, 'blocked', 'chat', at('07:00'));
    await tick(at('08:00'));
    expect(await owed(chat.id)).toEqual([]);
    await enableChat(store, chat.ref, at('12:00'));
    expect((await store.subscriptions.get(chat.ref))?.nextDue).toBe(at('08:00', 26));
  });

  it('and all others move when the rules of their zone have changed', async () => {
    const chat = await newChat(store);
    const saved = await changeSubscription(store, chat, wish('08:00'), at('12:00', 24));
    await replanAll(store, at('07:00'));
    await store.subscriptions.setNextDue(saved.id, at('09:00'));
    expect(await replanAll(store, at('07:00'))).toBe(1);
    expect((await store.subscriptions.get(chat.ref))?.nextDue).toBe(at('08:00'));
    await store.subscriptions.setNextDue(saved.id, Date.parse('2031-01-01T08:00:00Z'));
    expect(await replanAll(store, at('07:00'))).toBe(1);
    expect(await replanAll(store, at('07:00'))).toBe(0);
  });
});
