import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MembershipChange } from '#adapters/telegram/membership.ts';
import type { Receipt } from '#delivery/platform.ts';
import { action } from '#message/action.ts';
import { UserError } from '#shared/user-error.ts';
import { FakeTelegram } from '#tests/fakes/telegram-server.ts';
import { notice } from '#tests/fixtures/messages/sample-messages.ts';
import { type Running, startPlatform } from './telegram-setup.ts';

let tg: FakeTelegram;
let running: Running;
const memberships: MembershipChange[] = [];
const migrations: [string, string][] = [];
const inlineSent: [Receipt, string][] = [];

beforeEach(async () => {
  for (const list of [memberships, migrations, inlineSent]) list.length = 0;
  tg = await FakeTelegram.start();
  running = await startPlatform(tg, {
    findInline: async (words) =>
      words === 'كازاخستان'
        ? [
            {
              id: 'aB3dE6g8.1',
              title: 'بوتين',
              description: '',
              message: {
                ...notice('موجز كازاخستان'),
                buttons: [[{ label: 'المواقع', action: action('places', 'aB3dE6g8') }]],
              },
            },
          ]
        : [],
    events: {
      onMembership: async (change) => told(() => memberships.push(change)),
      onMigrated: async (from, to) => told(() => migrations.push([from, to])),
      onInlineSent: async (receipt, choice) => told(() => inlineSent.push([receipt, choice])),
    },
  });
  running.chat.answer = (request, responder) =>
    responder.reply(notice(`جواب ${running.chat.requests.length} ${JSON.stringify(request.input)}`));
});
afterEach(async () => {
  await running.platform.stop();
  await tg.close();
});

/** Lets the test that waits look again. */
const told = (note: () => unknown) => {
  note();
  tg.changed();
};
const lastRequest = () => running.chat.requests.at(-1);

describe('a private chat', () => {
  it.each([
    ['/brief kazakhstan', { type: 'command', name: 'brief', rest: 'kazakhstan' }],
    ['/start aB3dE6g8', { type: 'command', name: 'start', rest: 'aB3dE6g8' }],
    ['/موجز كازاخستان', { type: 'command', name: 'موجز', rest: 'كازاخستان' }],
    ['/brief@fake_news_bot kazakhstan', { type: 'command', name: 'brief', rest: 'kazakhstan' }],
    ['/draft سطر\nوسطر', { type: 'command', name: 'draft', rest: 'سطر\nوسطر' }],
    ['كازاخستان', { type: 'text', text: 'كازاخستان' }],
    ['/', { type: 'text', text: '/' }],
    ['\u{1f600}', { type: 'text', text: '\u{1f600}' }],
  ])('asks for what is typed: %s', async (typed, input) => {
    const ann = tg.user({ first_name: 'آن' });
    tg.sendText(ann, typed);
    await tg.nextMessage(ann, /جواب/);
    expect(lastRequest()).toMatchObject({
      input,
      chat: { platform: 'telegram', id: String(ann.id), thread: null },
      chatKind: 'private',
      user: { id: String(ann.id), name: 'آن' },
      languageTag: 'ar',
      attached: null,
    });
    expect(await lastRequest()?.isChatAdmin()).toBe(true);
  });

  it('does not answer commands for other bots, stickers, edits, or its own inline results', async () => {
    const ann = tg.user();
    tg.sendText(ann, '/brief@other_bot kazakhstan');
    tg.sendText(ann, '', ann, { text: undefined, sticker: {} });
    tg.sendText(ann, 'موجز', ann, { via_bot: tg.me });
    tg.push({
      edited_message: { message_id: 1, chat: { id: ann.id, type: 'private' }, date: 0, text: '/brief' },
    });
    tg.sendText(ann, '/help');
    await tg.nextMessage(ann, /help/);
    expect(running.chat.requests).toHaveLength(1);
  });

  it('tells the core of a file that is no text, with or without a command, and of no moving picture', async () => {
    const ann = tg.user();
    const unreadable = { text: '', from: 'unreadable', origin: 'report.pdf' };
    const pdf = {
      document: { file_id: 'f', file_unique_id: 'f', file_name: 'report.pdf', mime_type: 'application/pdf' },
    };
    tg.sendText(ann, '', ann, { text: undefined, animation: {}, ...pdf } as never);
    for (const caption of [undefined, '/draft']) {
      tg.sendText(ann, '', ann, { text: undefined, ...pdf, caption } as never);
      await tg.nextMessage(ann, /جواب/);
      expect(lastRequest()?.attached).toEqual(unreadable);
    }
    expect(running.chat.requests).toHaveLength(2);
  });

  it('brings along a forwarded post, the message replied to, a caption and a text file', async () => {
    const ann = tg.user();
    const answered = async () => {
      await tg.nextMessage(ann, /جواب/);
      return lastRequest()?.attached;
    };
    tg.sendText(ann, 'نص المنشور', ann, {
      forward_origin: {
        type: 'channel',
        chat: { id: -1, type: 'channel', title: 'قناة الوادي' },
        date: 0,
        message_id: 5,
      },
    });
    expect(await answered()).toEqual({ text: 'نص المنشور', from: 'forward', origin: 'قناة الوادي' });
    tg.sendText(ann, '/draft', ann, {
      reply_to_message: { message_id: 1, from: ann, text: 'نص المقال', chat: { id: ann.id } },
    });
    expect(await answered()).toEqual({ text: 'نص المقال', from: 'reply', origin: null });
    tg.sendText(ann, '', ann, { text: undefined, photo: [], caption: 'نص تحت الصورة' });
    expect(await answered()).toEqual({ text: 'نص تحت الصورة', from: 'caption', origin: null });
    tg.sendFile(ann, 'article.txt', 'نص الملف', '/draft');
    expect(await answered()).toEqual({ text: 'نص الملف', from: 'file', origin: 'article.txt' });
    expect(lastRequest()?.input).toEqual({ type: 'command', name: 'draft', rest: '' });
  });

  it('reads a file in Windows-1256, and says what is wrong with one that is too large or no text', async () => {
    const ann = tg.user();
    tg.sendFile(ann, 'old.txt', Buffer.from([0xe3, 0xe6, 0xcc, 0xd2]));
    await tg.nextMessage(ann, /جواب/);
    expect(lastRequest()?.attached?.text).toBe('موجز');
    tg.sendFile(ann, 'big.txt', 'ن'.repeat(600_000));
    await tg.nextMessage(ann, /أكبر من ميغابايت/);
    tg.sendFile(ann, 'picture.txt', Buffer.from([0x89, 0x50, 0, 1, 2, 3]));
    await tg.nextMessage(ann, /ليس نصاً/);
    expect(running.chat.requests).toHaveLength(1);
  });
});

describe('groups, forums and channels', () => {
  it('listens in a group to commands, its name, replies to it and the Arabic words, and answers as a reply', async () => {
    const group = tg.chat('supergroup');
    const ann = tg.user();
    const others = [
      tg.sendText(ann, '/brief kazakhstan', group),
      tg.sendText(ann, 'ماذا عن @fake_news_bot كازاخستان؟', group),
      tg.sendText(ann, 'والضحايا؟', group, {
        reply_to_message: { message_id: 1, from: tg.me, text: 'x', chat: group },
      }),
      tg.sendText(ann, 'موجز كازاخستان', group),
    ];
    tg.sendText(ann, 'صباح الخير', group);
    tg.sendText(ann, 'كلام عن @fake_news_bot_too', group);
    tg.sendText(ann, '/help', group);
    await tg.nextMessage(group, /help/);
    expect(running.chat.requests.map((r) => r.input)).toEqual([
      { type: 'command', name: 'brief', rest: 'kazakhstan' },
      { type: 'text', text: 'ماذا عن كازاخستان؟' },
      { type: 'text', text: 'والضحايا؟' },
      { type: 'text', text: 'موجز كازاخستان' },
      { type: 'command', name: 'help', rest: '' },
    ]);
    expect(
      tg
        .messages(group)
        .map((m) => m.replyTo)
        .slice(0, 4),
    ).toEqual(others.map((m) => m.id));
    expect(lastRequest()).toMatchObject({ chatKind: 'group', chatTitle: 'غرفة الأخبار' });
  });

  it('asks the server who is an admin at the moment of the act, and knows anonymous admins', async () => {
    const group = tg.chat('supergroup');
    const ann = tg.user();
    tg.sendText(ann, '/subscribe', group);
    await tg.nextMessage(group, /subscribe/);
    expect(await lastRequest()?.isChatAdmin()).toBe(false);
    group.admins.add(ann.id);
    expect(await lastRequest()?.isChatAdmin()).toBe(true);

    const bot = tg.user({ id: 1087968824, is_bot: true });
    tg.sendText(bot, '/subscribe', group, {
      sender_chat: { id: group.id, type: 'supergroup', title: group.title },
    });
    await tg.nextMessage(group, /subscribe/);
    expect(lastRequest()?.user).toBeNull();
    expect(await lastRequest()?.isChatAdmin()).toBe(true);

    tg.sendText(bot, '/subscribe', group, { sender_chat: { id: -1009, type: 'channel', title: 'غريبة' } });
    await tg.nextMessage(group, /جواب 3/);
    expect(await lastRequest()?.isChatAdmin()).toBe(false);
  });

  it('stays in the forum topic, and takes a thread of replies for no topic', async () => {
    const forum = tg.chat('supergroup', { isForum: true });
    const ann = tg.user();
    tg.sendText(ann, '/brief x', forum, { message_thread_id: 7, is_topic_message: true });
    expect((await tg.nextMessage(forum, /جواب/)).thread).toBe(7);
    expect(lastRequest()?.chat.thread).toBe('7');
    const group = tg.chat('supergroup');
    tg.sendText(ann, '/brief x', group, { message_thread_id: 3 });
    expect((await tg.nextMessage(group, /جواب/)).thread).toBeNull();
  });

  it('takes commands of a channel from whoever may post there', async () => {
    const channel = tg.chat('channel');
    tg.sendText(tg.user(), '/latest', channel);
    await tg.nextMessage(channel, /latest/);
    expect(lastRequest()).toMatchObject({ chatKind: 'channel', user: null });
    expect(await lastRequest()?.isChatAdmin()).toBe(true);
  });

  it('tells where it was let in, thrown out, blocked, and what a group goes on as', async () => {
    const ann = tg.user();
    const group = tg.chat('group');
    const channel = tg.chat('channel');
    tg.membership(group, ann, 'left', 'member');
    tg.membership(group, ann, 'member', 'administrator');
    tg.membership(group, ann, 'member', 'kicked');
    tg.membership(channel, ann, 'left', 'administrator');
    tg.membership(ann, ann, 'member', 'kicked');
    tg.membership(ann, ann, 'kicked', 'member');
    tg.sendText(ann, '', group, { text: undefined, migrate_to_chat_id: -1_002_000_000_000_777 });
    await tg.until(() => migrations[0], 'the migration');
    expect(migrations).toEqual([[String(group.id), '-1002000000000777']]);
    expect(memberships.map((m) => [m.chat.id, m.state])).toEqual(
      expect.arrayContaining([
        [String(group.id), 'joined'],
        [String(group.id), 'left'],
        [String(channel.id), 'joined'],
        [String(ann.id), 'blocked'],
        [String(ann.id), 'unblocked'],
      ]),
    );
    expect(memberships).toHaveLength(5);
  });
});

describe('inline mode', () => {
  it('offers briefs, tells where one was sent, and edits it there', async () => {
    const ann = tg.user();
    expect((await tg.inline(ann, 'zzzz')).results).toEqual([]);
    const answer = await tg.inline(ann, 'كازاخستان');
    expect(answer).toMatchObject({
      is_personal: false,
      cache_time: 0,
      results: [{ id: 'aB3dE6g8.1', title: 'بوتين' }],
    });
    const sent = tg.chooseInline(ann, answer, tg.chat('supergroup'));
    const [receipt, choice] = await tg.until(() => inlineSent[0], 'the receipt');
    expect(choice).toBe('aB3dE6g8.1');
    await running.platform.edit(receipt, notice('صُحِّح'));
    expect(sent.text).toContain('صُحِّح');
    running.chat.answer = (_, responder) => responder.replace(notice('المواقع'));
    const pressed = tg.pressData(sent, 'p.aB3dE6g8', ann);
    await tg.until(() => pressed.answers[0], 'the answer to the button');
    expect(sent.text).toContain('المواقع');
  });
});

describe('when something goes wrong with an update', () => {
  it('apologises with a number that is in the log, and serves the next one', async () => {
    const ann = tg.user();
    running.chat.answer = async () => {
      throw new Error(`no such thing at ${tg.token}`);
    };
    tg.sendText(ann, '/brief x');
    const apology = await tg.nextMessage(ann, /تعذّر تنفيذ طلبك/);
    const number = /رقمه ([0-9A-F]{4})/.exec(apology.text.replace(/[\u2068\u2069]/g, ''))?.[1];
    expect(number).toBeDefined();
    expect(running.logged.lines.some((l) => l.fields.number === number)).toBe(true);
    expect(JSON.stringify(running.logged.lines)).not.toContain(tg.token);
    running.chat.answer = async (_, responder) => responder.reply(notice('بخير'));
    tg.sendText(ann, '/brief y');
    await tg.nextMessage(ann, /بخير/);
  });

  it('says a fault of the user in words', async () => {
    const ann = tg.user();
    running.chat.answer = async () => {
      throw new UserError('brief-unknown', { words: 'المريخ' });
    };
    tg.sendText(ann, '/brief x');
    await tg.nextMessage(ann, /لا موجز عندي عن «المريخ»/);
  });
});
