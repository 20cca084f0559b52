import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSqliteStore } from '#adapters/store/open-sqlite.ts';
import { DEFAULT_SETTINGS, EVERY_DAY } from '#delivery/chat-record.ts';
import type { ChatRef } from '#delivery/platform.ts';
import { systemClock } from '#shared/clock.ts';
import { FakeDiscord } from '#tests/fakes/discord-server.ts';
import { shownText } from '#tests/fakes/discord-shown.ts';
import { Program } from '#tests/fakes/program.ts';
import { stripMarks } from '#tests/fakes/telegram-people.ts';
import { FakeTelegram } from '#tests/fakes/telegram-server.ts';
import type { FakeChat, FakeMessage } from '#tests/fakes/telegram-world.ts';

/** Subscribers on each of the two platforms; EDITORS_CHATS=500 for a proof. */
const CHATS = Number(process.env.EDITORS_CHATS ?? 100);
/** Milliseconds for an order to reach everybody. */
const PATIENCE = 60_000;
const OWNER = 77;
const SECOND = 78;
const BRIEF = /الخلاصة|سُحب هذا الموجز/;

let tg: FakeTelegram;
let dc: FakeDiscord;
let program: Program;
let people: FakeChat[];
let rooms: ReturnType<FakeDiscord['world']['channel']>[];
let owner: ReturnType<FakeTelegram['user']>;
let second: ReturnType<FakeTelegram['user']>;
const calls = { seen: 0, at: Number.POSITIVE_INFINITY, run: () => {} };

beforeAll(async () => {
  [tg, dc] = [await FakeTelegram.start(), await FakeDiscord.start()];
  program = new Program({ ...tg.env, ...dc.env, ADMINS: `telegram:${OWNER}`, LOG_LEVEL: 'warn' });
  program.paceTelegram(100);
  people = Array.from({ length: CHATS }, (_, i) => (i % 20 === 1 ? tg.chat('group') : chatOf(tg.user().id)));
  const guild = dc.world.guild();
  rooms = Array.from({ length: CHATS }, (_, i) => dc.world.channel(guild, `غرفة ${i}`));
  owner = tg.user({ id: OWNER });
  second = tg.user({ id: SECOND });
  countCalls();
  await subscribeAll();
  await program.start();
}, PATIENCE);

afterAll(async () => {
  await program?.remove();
  await Promise.all([tg?.close(), dc?.close()]);
});

describe('an order of an editor to two platforms, whatever happens meanwhile', () => {
  it('a push that is killed with -9 in the middle reaches everybody once', {
    timeout: PATIENCE,
  }, async () => {
    // One in ten has blocked the bot, and it does not know yet.
    for (const chat of blocked()) chat.closed = 'Forbidden: bot was blocked by the user';
    for (const room of closedRooms()) room.closed = true;
    await say(owner, '/admins telegram:78 ناشر', /صار/);
    const preview = await say(owner, '/push kazakhstan', /سيصل إلى/);
    expect(preview.text).toContain(String(2 * CHATS));
    const killed = whenCalled(CHATS / 2, () => program.stop('SIGKILL'));
    // Two who press the same button at the same moment order one push.
    tg.press(preview, 'إرسال', owner);
    tg.press(preview, 'إرسال', owner);
    await killed;
    await program.start();
    const report = await finalReport(/أُرسل إلى/);
    expect(copies()).toEqual(expectedCopies(1));
    const unreachable = blocked().length + closedRooms().length;
    expect(numbersOf(report)).toEqual([expectedCopies(1).length, unreachable]);
    for (const reason of ['حُظر البوت', 'لا إذن بالكتابة']) expect(report.text).toContain(reason);
  });

  it('«أعد المحاولة» reaches who can be reached by now, and nobody twice', {
    timeout: PATIENCE,
  }, async () => {
    for (const room of closedRooms()) room.closed = false;
    const report = await finalReport(/أُرسل إلى/);
    tg.press(report, 'أعد المحاولة', owner);
    tg.press(report, 'أعد المحاولة', owner);
    const reached = 2 * CHATS - blocked().length;
    const again = await finalReport(new RegExp(`أُرسل إلى ${reached} `));
    expect(numbersOf(again)).toEqual([reached, blocked().length]);
    expect(copies()).toEqual(expectedCopies(1));
  });

  it('a correction reaches every copy, and its counts are what the platforms hold', {
    timeout: PATIENCE,
  }, async () => {
    // Some have deleted their copy, some groups have become supergroups.
    for (const chat of migrating()) chat.migratedTo = tg.chat('supergroup').id;
    const gone = people.filter((chat, i) => i % 20 === 2 && isOpen(chat));
    for (const chat of gone) chat.messages.clear();
    // Some copies are too old to be edited; some edits are carried out, but the answer is lost.
    for (const chat of tooOld()) for (const message of tg.messages(chat)) message.frozen = true;
    tg.fault({ method: 'editMessageText', reset: 'after', times: 3 });
    const preview = await say(
      owner,
      `/correct kazakhstan ${await numberOf(16)} قالت وزارة الصحة إن 17 من أفراد قوات الأمن قتلوا`,
      /16 ← 17/,
    );
    tg.press(preview, 'تأكيد', owner);
    const report = await finalReport(/صُحّح في/);
    expect(numbersOf(report)).toEqual([corrected(/17/).length]);
    expect(numbersOf(report)).toEqual([2 * CHATS - blocked().length]);
    checkReplies(/17/);
  });

  it('a correction reaches every copy while a second push still runs, and a retraction overtakes the correction', {
    timeout: 2 * PATIENCE,
  }, async () => {
    const push = await say(owner, '/push kazakhstan', /سيصل إلى/);
    const preview = await say(
      owner,
      `/correct kazakhstan ${await numberOf(17)} قالت وزارة الصحة إن 18 من أفراد قوات الأمن قتلوا`,
      /17 ← 18/,
    );
    const running = whenCalled(CHATS / 4, async () => {});
    tg.press(push, 'إرسال', owner);
    await running;
    tg.press(preview, 'تأكيد', owner);
    tg.press(preview, 'تأكيد', second);
    const retraction = await say(second, '/retract kazakhstan السبب «كذا» <b>', /السبب/);
    await whenCalled(CHATS / 4, async () => {});
    // Demoted after the preview: an old button is no right.
    await say(owner, '/admins telegram:78 حذف', /صلاحية|لم يعد|حُذف/);
    const refused = tg.press(retraction, 'تأكيد', second);
    await tg.until(() => refused.answers[0], 'an answer to the demoted');
    expect(refused.answers[0]).toContain('هذا الأمر للمحررين');
    const again = await say(owner, '/retract kazakhstan السبب «كذا» <b>', /السبب/);
    tg.press(again, 'تأكيد', owner);
    await finalReport(/سُحب من/);
    await dc.until(
      () => shownBriefs().every((texts) => texts.every((text) => text.includes('سُحب هذا الموجز'))),
      () =>
        `the notice everywhere; not: ${shownBriefs()
          .flat()
          .find((t) => !t.includes('سُحب هذا الموجز'))}`,
      PATIENCE,
    );
    checkReplies(/سُحب هذا الموجز/);
    for (const texts of shownBriefs()) expect(texts.length).toBeLessThanOrEqual(2);
    // Groups that moved hear of it where they are now.
    for (const chat of migrating()) {
      const there = briefTexts(tg.messages(chat.migratedTo ?? 0).map((m) => m.text));
      expect(there.length).toBeGreaterThan(0);
      for (const text of there) expect(text).toContain('سُحب هذا الموجز');
    }
    expect(dc.violations).toEqual([]);
  });
});

function chatOf(id: number): FakeChat {
  return tg.chats.get(id) as FakeChat;
}

const blocked = () => people.filter((_, i) => i % 10 === 0);
const migrating = () => people.filter((_, i) => i % 20 === 1);
const closedRooms = () => rooms.filter((_, i) => i % 10 === 5);
const tooOld = () => people.filter((_, i) => i % 20 === 3);
const isOpen = (chat: FakeChat) => chat.closed === null && chat.migratedTo === null;

/** What each chat that can be reached shows of the brief, message by message, but what cannot be edited any more. */
function shownBriefs(): string[][] {
  return [
    ...people.filter(isOpen).map((chat) =>
      briefTexts(
        tg
          .messages(chat)
          .filter((m) => !m.frozen)
          .map((m) => m.text),
      ),
    ),
    ...rooms.filter((room) => !room.closed).map((room) => briefTexts(dc.messages(room).map(shownText))),
  ];
}

/** The messages that were edited, or sent in answer to what could not be: what they show now, where it matches. */
function corrected(now: RegExp): string[] {
  const chats = [...people, ...migrating().map((chat) => chatOf(chat.migratedTo ?? 0))];
  const changed = (m: FakeMessage) => m.edits > 0 || m.replyTo !== null;
  const texts = [
    ...chats.flatMap((chat) => tg.messages(chat)).flatMap((m) => (changed(m) ? [m.text] : [])),
    ...rooms
      .flatMap((room) => dc.messages(room))
      .flatMap((m) => (m.edited_timestamp === null ? [] : [shownText(m)])),
  ];
  return texts.filter((text) => now.test(stripMarks(text)));
}

/** Whose copy cannot be edited any more has been told in a reply to it, once. */
function checkReplies(now: RegExp): void {
  for (const chat of tooOld()) {
    const [old, ...others] = tg.messages(chat);
    expect(old?.frozen).toBe(true);
    const replies = others.filter((m) => m.replyTo === old?.id);
    expect(replies.map((m) => now.test(stripMarks(m.text)))).toEqual([true]);
  }
}

/** The number in the list of facts of the figure that says so many killed. */
async function numberOf(killed: number): Promise<string> {
  const line = new RegExp(`(\\d+)\\. [^\\n]*${killed} قتيلاً`);
  const facts = await say(owner, '/facts kazakhstan', line);
  return line.exec(stripMarks(facts.text))?.[1] ?? '';
}

function briefTexts(texts: string[]): string[] {
  return texts.map(stripMarks).filter((text) => BRIEF.test(text));
}

function copies(): number[] {
  return shownBriefs().map((texts) => texts.length);
}

function expectedCopies(n: number): number[] {
  const closed = rooms.filter((room) => room.closed).length;
  return Array.from({ length: 2 * CHATS - blocked().length - closed }, () => n);
}

/** The counts of a final report: reached, not reached. */
function numbersOf(report: FakeMessage): number[] {
  return [...stripMarks(report.text).matchAll(/(?:أُرسل إلى|صُحّح في|تعذّر) (\d+)/g)].map((m) => Number(m[1]));
}

function say(user: typeof owner, text: string, answer: RegExp): Promise<FakeMessage> {
  tg.sendText(user, text);
  return tg.nextMessage(user, answer);
}

function finalReport(pattern: RegExp): Promise<FakeMessage> {
  const find = () => tg.messages(owner).findLast((m) => pattern.test(m.text) && !/^يُرسل/.test(m.text));
  return tg.until(find, `a final report ${pattern}; there: ${tg.messages(owner).at(-1)?.text}`, PATIENCE);
}

/** Runs `act` at the `n`-th send or edit from now on, on either platform. */
function whenCalled(n: number, act: () => Promise<unknown>): Promise<void> {
  return new Promise((resolve, reject) => {
    calls.at = calls.seen + Math.ceil(n);
    calls.run = () => void act().then(() => resolve(), reject);
  });
}

function countCalls(): void {
  const seen = () => {
    calls.seen++;
    dc.poke();
    if (calls.seen < calls.at) return;
    calls.at = Number.POSITIVE_INFINITY;
    calls.run();
  };
  const telegram = tg.requests.push.bind(tg.requests);
  tg.requests.push = (...requests) => {
    for (const { method } of requests) if (/^(send|edit)/.test(method)) seen();
    return telegram(...requests);
  };
  const discord = dc.calls.push.bind(dc.calls);
  dc.calls.push = (...made) => {
    for (const { what } of made) if (/^(POST|PATCH) \/channels\/\d+\/messages/.test(what)) seen();
    return discord(...made);
  };
}

/** Everybody subscribes for a time of the day that is far away. */
async function subscribeAll(): Promise<void> {
  const store = await openSqliteStore(join(program.folder, 'data'), systemClock);
  const now = systemClock.now();
  const refs: ChatRef[] = [
    ...people.map(({ id }) => ({ platform: 'telegram', id: String(id), thread: null }) as const),
    ...rooms.map(({ id }) => ({ platform: 'discord', id, thread: null }) as const),
  ];
  const due = now + 12 * 3_600_000;
  const time = new Date(due).toISOString().slice(11, 16);
  for (const ref of refs) {
    const kind = ref.platform === 'telegram' ? 'private' : 'channel';
    const chat = await store.chats.ensure(
      { ref, kind, title: '' },
      { ...DEFAULT_SETTINGS, zone: 'UTC' },
      now,
    );
    await store.subscriptions.save(chat, { time, zone: 'UTC', weekdays: EVERY_DAY, topics: [] }, due, now);
  }
  await store.close();
}
