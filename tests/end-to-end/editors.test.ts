import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqliteStore } from '#adapters/store/open-sqlite.ts';
import { DEFAULT_SETTINGS, EVERY_DAY } from '#delivery/chat-record.ts';
import type { ChatRef } from '#delivery/platform.ts';
import { systemClock } from '#shared/clock.ts';
import { FakeDiscord } from '#tests/fakes/discord-server.ts';
import { shownText } from '#tests/fakes/discord-shown.ts';
import { Program } from '#tests/fakes/program.ts';
import { stripMarks } from '#tests/fakes/telegram-people.ts';
import { FakeTelegram } from '#tests/fakes/telegram-server.ts';

/** Chats on each platform; EDITOR_CHATS=250 for a proof. */
const CHATS = Number(process.env.EDITOR_CHATS ?? 40);
const DAY = 86_400_000;
const PATIENCE = 60_000;
const SENTENCE = 'قالت وزارة الصحة إن 18 من أفراد قوات الأمن قتلوا';
const BLOCKED = 'Forbidden: bot was blocked by the user';

let tg: FakeTelegram;
let dc: FakeDiscord;
let program: Program;
let owner: ReturnType<FakeTelegram['user']>;
let people: ReturnType<FakeTelegram['user']>[];
let rooms: ReturnType<FakeDiscord['world']['channel']>[];

beforeEach(async () => {
  [tg, dc] = [await FakeTelegram.start(), await FakeDiscord.start()];
  owner = tg.user();
  people = Array.from({ length: CHATS }, () => tg.user());
  const guild = dc.world.guild();
  rooms = Array.from({ length: CHATS }, (_, i) => dc.world.channel(guild, `غرفة ${i}`));
  program = new Program({ ...tg.env, ...dc.env, ADMINS: `telegram:${owner.id}`, LOG_LEVEL: 'warn' });
  const config = join(program.folder, 'config/mujaz.yaml');
  writeFileSync(config, readFileSync(config, 'utf8').replace('telegram: 30', 'telegram: 400'));
  await subscribe([
    ...people.map(({ id }) => ({ platform: 'telegram', id: String(id), thread: null }) as const),
    ...rooms.map(({ id }) => ({ platform: 'discord', id, thread: null }) as const),
  ]);
  await program.start();
});
afterEach(async () => {
  await program?.remove();
  await Promise.all([tg?.close(), dc?.close()]);
});

async function subscribe(refs: readonly ChatRef[]): Promise<void> {
  const store = await openSqliteStore(join(program.folder, 'data'), systemClock);
  const now = systemClock.now();
  for (const ref of refs) {
    const kind = ref.platform === 'telegram' ? 'private' : 'channel';
    const chat = await store.chats.ensure(
      { ref, kind, title: '' },
      { ...DEFAULT_SETTINGS, zone: 'UTC' },
      now,
    );
    const wish = { time: '08:00', zone: 'UTC', weekdays: EVERY_DAY, topics: [] };
    await store.subscriptions.save(chat, wish, now + 2 * DAY, now);
  }
  await store.close();
}

/** The owner types, and presses a button under the answer. */
async function order(text: string, button: string): Promise<void> {
  const sent = tg.sendText(owner, text);
  const preview = await tg.nextMessage(owner, /سيصل|←|سيُسحب/, sent.sequence);
  tg.press(preview, button, owner);
}

async function factNumber(): Promise<string> {
  const sent = tg.sendText(owner, '/facts kazakhstan');
  const facts = await tg.nextMessage(owner, /قتيل/, sent.sequence);
  return /(\d+)\. 16 قتيل/.exec(stripMarks(facts.text))?.[1] ?? '';
}

/** The last word of an order, in the message that followed it. */
async function ended(words: RegExp): Promise<string> {
  const last = () => tg.messages(owner).findLast((m) => words.test(stripMarks(m.text)));
  return stripMarks((await tg.until(last, `an end like ${words}`, PATIENCE)).text);
}

const telegramTexts = (id: number) => tg.messages(id).map((m) => stripMarks(m.text));
const discordTexts = (room: (typeof rooms)[number]) => dc.messages(room).map((m) => stripMarks(shownText(m)));
const briefsIn = (texts: readonly string[]) => texts.filter((text) => text.includes('الخلاصة'));
const everywhere = () => [...people.map(({ id }) => telegramTexts(id)), ...rooms.map(discordTexts)];

function sends(n: number): Promise<unknown> {
  const sent = () => (tg.requests.filter((r) => r.method.startsWith('send')).length >= n ? true : undefined);
  return tg.until(sent, `${n} sends`, PATIENCE);
}

describe('an order of an editor to chats on both platforms', { timeout: 180_000 }, () => {
  it('a push that is killed in the middle reaches everybody once, and its correction every copy', async () => {
    const blocked = people.slice(0, CHATS / 10);
    for (const { id } of blocked) tg.chats.get(id)!.closed = BLOCKED;
    const before = tg.requests.filter((r) => r.method.startsWith('send')).length;
    await order('/push kazakhstan', 'إرسال');
    await sends(before + 3 + CHATS / 2);
    await program.stop('SIGKILL');
    await program.start();
    const reachable = 2 * CHATS - blocked.length;
    const pushed = await ended(/أُرسل إلى/);
    expect(pushed).toContain(`أُرسل إلى ${reachable} محادثة`);
    expect(pushed).toContain(`تعذّر ${blocked.length}: حُظر البوت ${blocked.length}`);
    expect(everywhere().map((texts) => briefsIn(texts).length)).toEqual([
      ...blocked.map(() => 0),
      ...Array.from({ length: reachable }, () => 1),
    ]);

    const deleted = people.slice(CHATS / 10, CHATS / 5);
    for (const { id } of deleted) tg.chats.get(id)!.messages.clear();
    const gone = people.slice(CHATS / 5, CHATS / 4);
    for (const { id } of gone) tg.chats.get(id)!.closed = BLOCKED;
    await order(`/correct kazakhstan ${await factNumber()} ${SENTENCE}`, 'تأكيد');
    const end = await ended(/صُحّح في/);
    expect(end).toContain(`صُحّح في ${reachable - gone.length} نسخة`);
    expect(end).toContain(`تعذّر ${gone.length}`);
    for (const { id } of deleted) expect(telegramTexts(id).join('\n')).toMatch(/18/);
    for (const { id } of people.slice(CHATS / 4)) {
      expect(telegramTexts(id)).toHaveLength(1);
      expect(telegramTexts(id)[0]).toMatch(/تصحيح .*18/);
    }
    for (const room of rooms) {
      expect(discordTexts(room)).toHaveLength(1);
      expect(discordTexts(room)[0]).toMatch(/تصحيح .*18/);
    }
  });

  it('a correction while the push is running, and a retraction while the correction is: all end withdrawn, once', async () => {
    const number = await factNumber();
    await order('/push kazakhstan', 'إرسال');
    await sends(CHATS / 4);
    await order(`/correct kazakhstan ${number} ${SENTENCE}`, 'تأكيد');
    await order('/retract kazakhstan الخبر غير صحيح', 'تأكيد');
    await ended(/سُحب من/);
    await dc.until(
      () => everywhere().every((texts) => texts.length === 1 && /سُحب هذا الموجز/.test(texts[0] ?? '')),
      () => `a notice in every chat; there are ${JSON.stringify(everywhere().map((t) => t.length))}`,
      PATIENCE,
    );
  });
});
