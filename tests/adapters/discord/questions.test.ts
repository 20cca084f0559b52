import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Receipt } from '#delivery/platform.ts';
import { action } from '#message/action.ts';
import { FakeDiscord } from '#tests/fakes/discord-server.ts';
import { componentsOf, shownText } from '#tests/fakes/discord-shown.ts';
import type { FakeChannel, FakeUser } from '#tests/fakes/discord-world.ts';
import { HOSTILE_TEXT, notice } from '#tests/fixtures/messages/sample-messages.ts';
import { type Running, startPlatform } from './discord-setup.ts';

const MANAGE_GUILD = 1n << 5n;

let dc: FakeDiscord;
let running: Running;
let ann: FakeUser;
let channel: FakeChannel;
let suggested: { name: string; value: string }[];

beforeEach(async () => {
  dc = await FakeDiscord.start();
  [channel] = dc.world.guild('غرفة الأخبار').channels as [FakeChannel];
  suggested = [];
  running = await startPlatform(dc, { suggest: () => suggested });
  running.chat.answer = ({ input }, responder) =>
    responder.reply(
      notice(input.type === 'action' ? 'زر' : 'text' in input ? input.text : input.rest || '؟'),
    );
  ann = dc.user('آن');
});
afterEach(async () => {
  await running.platform.stop();
  expect(dc.violations).toEqual([]);
  await dc.close();
});

const last = () => running.chat.requests.at(-1);

describe('a slash command', () => {
  it.each([
    ['in a server', () => ({ channel }), 'group'],
    ['in direct messages', () => ({}), 'private'],
    ['as an app of the user in a server without the bot', () => ({ channel, asUserApp: true }), 'group'],
  ])('%s asks the core, and is answered there', async (_, where, chatKind) => {
    const place = where();
    await dc
      .slash({ user: ann, ...place, name: 'brief', options: { words: 'كازاخستان' } })
      .reply(/كازاخستان/);
    expect(last()).toMatchObject({
      chatKind,
      user: { id: ann.id, name: 'آن' },
      input: { type: 'command', name: 'brief', rest: 'كازاخستان' },
    });
  });

  it.each([
    ['a manager', { permissions: MANAGE_GUILD }, true],
    ['anybody', {}, false],
    ['a manager where the bot is no member', { permissions: MANAGE_GUILD, asUserApp: true }, false],
  ])('of %s in a server acts for the server where that is theirs to do', async (_, place, may) => {
    await dc.slash({ user: ann, channel, ...place, name: 'status' }).reply();
    expect(await last()?.isChatAdmin()).toBe(may);
  });

  it('as an app of the user is edited through its token, never through a channel the bot is not in', async () => {
    const receipt = Promise.withResolvers<Receipt | null>();
    running.chat.answer = async (_, responder) => {
      receipt.resolve(await responder.reply(notice('الجواب')));
    };
    const shown = dc.slash({ user: ann, channel, asUserApp: true, name: 'help' });
    await running.platform.edit((await receipt.promise) as Receipt, notice('صُحِّح'));
    await shown.reply(/صُحِّح/);
    expect(dc.count(/^PATCH \/channels/)).toBe(0);
  });

  it.each([
    ['empty', ''],
    ['100 kB', 'كازا '.repeat(12_000)],
    ['of directions, NUL and emoji alone', '\u202e\u0000\u2066😀'],
    ['of markup', HOSTILE_TEXT],
  ])('with words that are %s reaches the core as written', async (_, words) => {
    running.chat.answer = (_request, responder) => responder.reply(notice('جواب'));
    await dc.slash({ user: ann, name: 'brief', options: { words } }).reply(/جواب/);
    expect(last()?.input).toEqual({ type: 'command', name: 'brief', rest: words });
  });

  it('of a kind that is unknown leaves no «thinking» behind, and the next one is served', async () => {
    const lost = dc.slash({ user: ann, name: 'help' });
    lost.expired = true;
    await dc.slash({ user: ann, name: 'help' }).reply();
  });
});

describe('whatever is repeated', () => {
  it('pings nobody and formats nothing: every request says so', async () => {
    const asked = dc.slash({ user: ann, channel, name: 'brief', options: { words: HOSTILE_TEXT } });
    expect(shownText(await asked.reply()).replace(/[\u200f\u2066-\u2069]/g, '')).toContain(HOSTILE_TEXT);
    dc.say({ user: ann, text: HOSTILE_TEXT });
    await dc.nextMessage(ann, /وسم/);
    const bodies = dc.calls.filter((c) => /^(POST|PATCH) \/(interactions|channels|webhooks)/.test(c.what));
    expect(bodies.length).toBeGreaterThan(1);
    for (const { body } of bodies) {
      const data = (body.data ?? body) as Record<string, unknown>;
      expect(data.allowed_mentions).toEqual({ parse: [] });
      expect(data.content).toBeUndefined();
    }
  });
});

describe('a written message', () => {
  it('is heard in direct messages, and in a server where the bot is mentioned', async () => {
    dc.say({ user: ann, text: 'موجز كازاخستان' });
    await dc.nextMessage(ann, /كازاخستان/);
    dc.say({ user: ann, channel, text: 'حديث آخر' });
    dc.say({ user: ann, channel, text: `<@${dc.applicationId}> موجز ألماتي` });
    await dc.nextMessage(channel, /موجز ألماتي/);
    expect(running.chat.requests.map((r) => 'text' in r.input && r.input.text)).toEqual([
      'موجز كازاخستان',
      'موجز ألماتي',
    ]);
  });

  it('that was deleted before the answer is answered all the same', async () => {
    const gate = Promise.withResolvers<void>();
    running.chat.answer = async (_, responder) => {
      await gate.promise;
      return responder.reply(notice('الجواب'));
    };
    const said = dc.say({ user: ann, channel, text: `<@${dc.applicationId}> موجز` });
    await vi.waitFor(() => expect(last()).toBeDefined());
    dc.world.remove(said.id);
    gate.resolve();
    const answer = await dc.nextMessage(channel, /الجواب/);
    expect(answer.message_reference).toMatchObject({ message_id: said.id, fail_if_not_exists: false });
  });

  it.each([
    ['a 500', { status: 500 }],
    ['a lost answer', { reset: 'after' as const }],
    ['a broken connection', { reset: 'before' as const }],
  ])('is answered exactly once over %s', async (_, fault) => {
    dc.fault({ on: /^POST \/channels/, ...fault });
    dc.say({ user: ann, text: 'أول' });
    await dc.nextMessage(ann, /أول/);
    dc.say({ user: ann, text: 'ثان' });
    await dc.nextMessage(ann, /ثان/);
    expect(dc.messages(ann)).toHaveLength(2);
  });

  it('where the bot may not write is logged, and others are served', async () => {
    dc.fault({ on: /^POST \/channels/, status: 403, code: 50013, times: 2 });
    dc.say({ user: ann, channel, text: `<@${dc.applicationId}> أول` });
    await dc.until(
      () => running.logged.lines.find((l) => l.level === 'error') ?? dc.poke(),
      () => 'the line in the log',
    );
    dc.say({ user: ann, text: 'ثان' });
    await dc.nextMessage(ann, /ثان/);
  });
});

describe('while a brief is typed', () => {
  it('offers what the core suggests, within what Discord takes', async () => {
    suggested = [
      { name: 'كازاخستان', value: 'kazakhstan' },
      { name: '', value: 'empty' },
      { name: 'ع'.repeat(300), value: 'long-name' },
      { name: 'x', value: 'v'.repeat(101) },
      ...Array.from({ length: 40 }, (_, i) => ({ name: `خبر ${i}`, value: `b${i}` })),
    ];
    const choices = await dc.autocomplete({ user: ann, name: 'brief', option: 'words', value: 'كا' });
    expect(choices[0]).toEqual({ name: 'كازاخستان', value: 'kazakhstan' });
    expect(choices).toHaveLength(25);
    expect(choices.every(({ name, value }) => name.length <= 100 && value.length <= 100)).toBe(true);
  });

  it('goes on after a suggestion failed or came too late', async () => {
    dc.fault({ on: /^POST \/interactions/, status: 404, code: 10062 });
    const late = dc.autocomplete({ user: ann, name: 'brief', option: 'words', value: 'k' });
    late.catch(() => {});
    suggested = [{ name: 'كازاخستان', value: 'kazakhstan' }];
    await vi.waitFor(() =>
      expect(running.logged.lines.map((l) => `${l.level} ${l.sentence}`).join()).toMatch(
        /warn .*(answer|suggest)/,
      ),
    );
    expect(await dc.autocomplete({ user: ann, name: 'brief', option: 'words', value: 'k' })).toHaveLength(1);
  });
});

describe('a long choice', () => {
  it('is a select, whose options act as buttons do', async () => {
    const buttons = Array.from({ length: 8 }, (_, i) => [
      { label: `خبر ${i}`, action: action('brief', `code000${i}`) },
    ]);
    running.chat.answer = (_, responder) => responder.reply({ ...notice('أيها؟'), buttons });
    const shown = await dc.slash({ user: ann, name: 'latest' }).reply(/أيها/);
    expect(componentsOf(shown).filter((c) => c.type === 3)).toHaveLength(1);
    running.chat.answer = (_, responder) => responder.replace(notice('الخبر السادس'));
    expect((await dc.click(shown, 'خبر 5', ann).reply(/السادس/)).id).toBe(shown.id);
    expect(last()?.input).toEqual({ type: 'action', action: { name: 'brief', args: ['code0005'] } });
  });
});

describe('a form', () => {
  it('opens for a long text, and what is written in it reaches the core', async () => {
    const opened = dc.slash({ user: ann, name: 'draft' });
    expect((await opened.form()).title).toContain('أمر المحررين');
    running.chat.answer = (_, responder) => responder.reply(notice('مسودة'));
    await dc.submit(opened, { text: 'سطر أول\nسطر ثان', more: 'بقية المقال' }).reply(/مسودة/);
    expect(last()?.input).toEqual({
      type: 'command',
      name: 'draft',
      rest: 'سطر أول\nسطر ثان\nبقية المقال',
    });
  });
});
