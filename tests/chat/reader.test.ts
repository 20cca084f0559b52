import { beforeEach, describe, expect, it } from 'vitest';
import { Chat } from '#chat/chat.ts';
import { READER_COMMANDS } from '#chat/commands.ts';
import { readerFeature } from '#chat/reader.ts';
import type { Receipt } from '#delivery/platform.ts';
import { action } from '#message/action.ts';
import type { Subject } from '#message/message.ts';
import { type Logger, silentLogger } from '#shared/logger.ts';
import { aBrief } from '#tests/fakes/a-brief.ts';
import { aLibrary } from '#tests/fakes/a-library.ts';
import { Conversation } from '#tests/fakes/conversation.ts';

const asked: [string, string | null][] = [];
const copies: [Receipt, Subject | null][] = [];
const logged: Record<string, unknown>[] = [];
let broken = false;

const logger: Logger = {
  ...silentLogger,
  error: (fields) => logged.push(fields),
};
const library = aLibrary([aBrief()]);
const chat = new Chat({
  features: [
    readerFeature({
      library: {
        ...library,
        find(query) {
          if (broken) throw new Error('the index is on fire');
          return library.find(query);
        },
      },
      clock: { now: () => Date.parse('2026-11-25T08:00:00Z'), after: () => () => {} },
      questions: { asked: async (words, brief) => void asked.push([words, brief]) },
      commandsFor: async () => READER_COMMANDS,
    }),
  ],
  styleOf: async () => ({ digits: 'latin', months: 'double', hijri: false, zone: 'Asia/Riyadh' }),
  copies: { record: async (receipt, subject) => void copies.push([receipt, subject]) },
  turn: async () => {},
  logger,
});
let reader: Conversation;

beforeEach(() => {
  reader = new Conversation(chat);
  broken = false;
  for (const list of [asked, copies, logged]) list.length = 0;
});

describe('a reader', () => {
  it.each([
    '/brief Wadi Salam',
    'موجز وادي السلام',
    '/موجز وادي السلام',
    'وادي السلام',
    'مُوجَز وادي السلام',
    '\u202bموجز وادي السلام\u202c',
  ])('finds the brief by «%s»', async (typed) => {
    expect(await reader.type(typed)).toContain('فيضانات وادي السلام');
    expect(asked.at(-1)?.[1]).toBe('flood');
  });

  it('is told what was not found, and the nearest', async () => {
    expect(await reader.type('/brief zzzz')).toContain('لا موجز عندي عن «zzzz»');
    expect(reader.labels[0]).toContain('فيضانات');
    expect(asked).toEqual([['zzzz', null]]);
  });

  it('without words gets the newest', async () => {
    expect(await reader.type('/brief')).toContain('أحدث الموجزات');
    await reader.press('فيضانات');
    expect(reader.last).toContain('12 قتيلاً');
  });

  it('opens each part and comes back, in the same message', async () => {
    await reader.type('/brief flood');
    for (const [label, words] of [
      ['الاقتباسات', 'لم نر مثل هذا السيل'],
      ['الضحايا', 'إن 12 شخصاً قتلوا'],
      ['المواقع', 'مواقع الحدث'],
      ['المصدر', 'الناشر: صحيفة الوادي'],
      ['الموجز', 'الخلاصة'],
    ] as const)
      expect(await reader.press(label)).toContain(words);
    expect(reader.messages).toHaveLength(1);
  });

  it('opens a brief by a deep link', async () => {
    expect(await reader.type('/start flood')).toContain('12 قتيلاً');
    expect(await reader.type('/start')).toContain('أهلاً بك في موجز');
  });

  it('gets help that names every command', async () => {
    const help = await reader.type('/help');
    for (const command of READER_COMMANDS.filter((c) => !c.hidden))
      expect(help).toContain(`/${command.name}`);
  });

  it('is told of an unknown command in private, and of none in a group', async () => {
    expect(await reader.type('/xyz')).toContain('لا أعرف الأمر «/xyz»');
    expect(await reader.type('/قصة')).toContain('لا أعرف الأمر «/قصة»');
    const group = new Conversation(chat, 'group');
    await group.type('/xyz');
    expect(group.messages).toEqual([]);
  });

  it('every answer with a brief is remembered as a copy, and forgotten when it shows something else', async () => {
    await reader.type('/brief flood');
    expect(copies.at(-1)?.[1]).toMatchObject({ brief: 'flood', revision: 1 });
    await reader.act(action('latest'));
    expect(copies.at(-1)?.[1]).toBe(null);
  });
});

describe('bad input', () => {
  it.each([
    ['nothing', '/brief    '],
    ['controls alone', '/brief \u202e\u0000\u200f'],
    ['emoji alone', '/brief 😀😀'],
    ['100 kB', `/brief ${'كازا '.repeat(20_000)}`],
    ['markup', '/brief <b>x</b> _*[]()~`@everyone'],
  ])('%s is answered politely', async (_, typed) => {
    const answer = await reader.type(typed);
    expect(answer).not.toBe('');
    expect(answer.length).toBeLessThan(500);
    expect(answer).not.toContain('\u202e');
    expect(logged).toEqual([]);
  });

  it('a forged button, and one of a brief that is gone', async () => {
    await reader.act(null);
    await reader.act(action('brief', 'nobody'));
    await reader.act(action('quotes'));
    expect(reader.toasts).toEqual([
      'هذا الزر لم يعد يعمل. اكتب اسم الخبر من جديد.',
      'هذا الموجز لم يعد موجوداً.',
      'هذا الموجز لم يعد موجوداً.',
    ]);
  });

  it('a failure is told with its number, logged with the same, and the next question is answered', async () => {
    broken = true;
    const apology = await reader.type('/brief flood');
    const number = /رقمه (\w{4})/.exec(apology)?.[1];
    expect(logged).toMatchObject([{ number, err: { message: 'the index is on fire' } }]);
    broken = false;
    expect(await reader.type('/brief flood')).toContain('12 قتيلاً');
  });
});
