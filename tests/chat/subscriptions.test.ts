import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { openSqliteStore } from '#adapters/store/open-sqlite.ts';
import { Chat } from '#chat/chat.ts';
import { readerFeature } from '#chat/reader.ts';
import { subscriptionFeature } from '#chat/subscriptions.ts';
import { DEFAULT_SETTINGS } from '#delivery/chat-record.ts';
import { action } from '#message/action.ts';
import { silentLogger } from '#shared/logger.ts';
import { aBrief } from '#tests/fakes/a-brief.ts';
import { aLibrary } from '#tests/fakes/a-library.ts';
import { Conversation } from '#tests/fakes/conversation.ts';

const NOW = Date.parse('2026-11-23T09:00:00Z');
const clock = { now: () => NOW, after: () => () => {} };
const folder = mkdtempSync(join(tmpdir(), 'mujaz-'));
const store = await openSqliteStore(folder, clock);
const library = aLibrary([aBrief()]);
const settings = { ...DEFAULT_SETTINGS, zone: 'Asia/Riyadh' };
const chat = new Chat({
  features: [
    readerFeature({ library, clock, questions: { asked: async () => {} }, commandsFor: async () => [] }),
    subscriptionFeature({
      store,
      library,
      clock,
      defaults: { settings, time: '08:00' },
    }),
  ],
  styleOf: async (ref) => (await store.chats.get(ref))?.settings ?? settings,
  copies: { record: async () => {} },
  turn: async () => {},
  logger: silentLogger,
});

let nextId = 100;
let reader: Conversation;
const saved = (id = String(nextId)) => store.subscriptions.get({ platform: 'web', id, thread: null });

beforeEach(() => {
  reader = new Conversation(chat, 'private', '1', String(++nextId));
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

describe('subscribing', () => {
  it('without words takes the defaults and names the first slot in local time', async () => {
    expect(await reader.type('/subscribe')).toBe(
      'تم الاشتراك. يصلك الموجز كل يوم في 08:00 بتوقيت الرياض. الموعد الأول: الثلاثاء 24 نوفمبر / تشرين الثاني، 08:00.',
    );
    expect(reader.labels).toEqual([
      'تغيير الوقت',
      'تغيير التوقيت',
      'الإعدادات',
      'إلغاء الاشتراك',
      'اقرأ أحدث الموجزات',
    ]);
    expect(await saved()).toMatchObject({ time: '08:00', zone: 'Asia/Riyadh', topics: [] });
  });

  it('reads time, city and topics in any order and spelling', async () => {
    expect(await reader.type('اشتراك ٩ مساء بتوقيت القاهره كوارث')).toContain(
      'في 21:00 بتوقيت القاهرة، عن كوارث',
    );
    expect(await saved()).toMatchObject({ time: '21:00', zone: 'Africa/Cairo', topics: ['kind:disaster'] });
    expect(await reader.type('/subscribe اليمن، مناخ بيروت 7:30')).toContain('عن مناخ، اليمن');
    expect(await saved()).toMatchObject({ time: '07:30', zone: 'Asia/Beirut' });
  });

  it('keeps what was chosen before and not said again', async () => {
    await reader.type('/subscribe 21:00 القاهرة');
    await reader.type('/subscribe 06:15');
    expect(await saved()).toMatchObject({ time: '06:15', zone: 'Africa/Cairo' });
  });

  it.each([
    ['/subscribe 99:99', 'لم أفهم الوقت «99:99». اكتبه هكذا: /subscribe 08:00'],
    ['/subscribe بلا معنى هنا', 'لم أفهم «بلا معنى هنا»'],
    [`/subscribe ${'نص طويل '.repeat(100)}`, 'لم أفهم «'],
  ])('%s gets an example, and changes nothing', async (typed, answer) => {
    expect(await reader.type(typed)).toContain(answer);
    expect(await saved()).toBe(null);
  });

  it('in a group is for its admins', async () => {
    const group = new Conversation(chat, 'group', '1', String(nextId));
    group.isAdmin = false;
    expect(await group.type('/subscribe')).toContain('لا يغيّر الاشتراك في هذه المجموعة إلا مشرفوها.');
    await group.act(action('set', 'time', '09:00'));
    expect(group.toasts).toEqual(['لا يغيّر الاشتراك في هذه المجموعة إلا مشرفوها.']);
    expect(await saved()).toBe(null);
    group.isAdmin = true;
    expect(await group.type('/subscribe')).toContain('تم الاشتراك');
  });

  it('is offered under every brief, and leaves the brief where it is', async () => {
    await reader.type('/brief flood');
    expect(await reader.press('اشتراك')).toContain('تم الاشتراك');
    expect(reader.messages).toHaveLength(2);
  });

  it('ends, and says so once', async () => {
    await reader.type('/subscribe');
    expect(await reader.type('إلغاء الاشتراك')).toContain('أُلغي الاشتراك');
    expect(await saved()).toBe(null);
    expect(await reader.type('/unsubscribe')).toContain('لست مشتركاً');
  });
});

describe('settings', () => {
  it('are changed by buttons, each durable at once', async () => {
    await reader.type('/subscribe');
    await reader.press('تغيير الوقت');
    await reader.press('19:00');
    expect(await saved()).toMatchObject({ time: '19:00' });
    await reader.press('التوقيت');
    await reader.press('بيروت');
    expect(await saved()).toMatchObject({ zone: 'Asia/Beirut' });
    await reader.press('الأيام');
    await reader.press('الجمعة');
    expect((await saved())?.weekdays).toEqual([1, 2, 3, 4, 6, 7]);
    await reader.press('رجوع');
    await reader.press('أيام الهدوء');
    await reader.press('السبت');
    expect((await saved())?.quietDays).toEqual([6]);
    await reader.press('رجوع');
    await reader.press('المواضيع');
    await reader.press('كوارث');
    expect((await saved())?.topics).toEqual(['kind:disaster']);
    await reader.press('رجوع');
    await reader.press('الأرقام');
    expect(reader.labels.join()).toContain('١٩:٠٠');
    await reader.press('أسماء الشهور');
    await reader.press('التاريخ الهجري');
    await reader.press('يوم بلا أخبار');
    await reader.press('الأخبار العاجلة');
    const chatRecord = await store.chats.get({ platform: 'web', id: String(nextId), thread: null });
    expect(chatRecord?.settings).toMatchObject({
      digits: 'arabic',
      months: 'egyptian',
      hijri: true,
      emptyDay: 'silent',
      breaking: false,
      zone: 'Asia/Beirut',
    });
  });

  it.each([
    ['time', '99:99'],
    ['zone', 'Mars/Olympus'],
    ['day', '8'],
    ['topic', 'kind:nothing'],
    ['colour', 'red'],
  ])('a forged value for %s changes nothing', async (setting, value) => {
    await reader.act(action('set', setting, value));
    expect(reader.toasts).toEqual(['هذا الزر لم يعد يعمل. اكتب اسم الخبر من جديد.']);
    expect(await saved()).toBe(null);
  });
});

describe('status', () => {
  it('tells the next slot, the last digest, and why nothing comes', async () => {
    expect(await reader.type('/status')).toContain('لست مشتركاً');
    await reader.type('/subscribe');
    expect(await reader.type('/status')).toContain('الموعد القادم: الثلاثاء 24 نوفمبر / تشرين الثاني، 08:00');
    expect(reader.last).toContain('لم يصلك موجز يومي بعد');
    await store.chats.disable({ platform: 'web', id: String(nextId), thread: null }, 'blocked', 'chat', NOW);
    expect(await reader.type('/status')).toContain('حُظر البوت');
  });
});
