import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Audience, type CommandInfo, READER_COMMANDS } from '#chat/commands.ts';
import type { ChatRef } from '#delivery/platform.ts';
import { Secret } from '#shared/secret.ts';
import { FakeTelegram } from '#tests/fakes/telegram-server.ts';
import { EVERY_BLOCK, notice } from '#tests/fixtures/messages/sample-messages.ts';
import { createPlatform, type Running, startPlatform } from './telegram-setup.ts';

let tg: FakeTelegram;
const started: Running[] = [];

beforeEach(async () => {
  tg = await FakeTelegram.start();
});
afterEach(async () => {
  for (const { platform } of started.splice(0)) await platform.stop();
  await tg.close();
});

async function start(options: Parameters<typeof startPlatform>[1] = {}): Promise<Running> {
  const running = await startPlatform(tg, options);
  running.chat.answer = (request, responder) =>
    responder.reply(notice(`جواب عن ${'text' in request.input ? request.input.text : ''}`));
  started.push(running);
  return running;
}

const refOf = (user: { id: number }): ChatRef => ({
  platform: 'telegram',
  id: String(user.id),
  thread: null,
});

describe('an answer to somebody who waits', () => {
  it.each([
    ['a 429', { status: 429, retryAfter: 1 }],
    ['a 502', { status: 502 }],
    ['a reset before it was carried out', { reset: 'before' as const }],
    ['a reset after it was carried out', { reset: 'after' as const }],
  ])('arrives exactly once over %s', async (_, fault) => {
    await start();
    const ann = tg.user();
    tg.fault({ method: 'sendRichMessage', chat: ann.id, ...fault });
    tg.sendText(ann, 'أول');
    await tg.nextMessage(ann, /أول/);
    tg.sendText(ann, 'ثانٍ');
    await tg.nextMessage(ann, /ثانٍ/);
    expect(tg.messages(ann)).toHaveLength(2);
  });

  it('keeps everything else out of its chat while Telegram has asked to wait, and only out of that one', async () => {
    const { platform } = await start();
    const [ann, bob] = [tg.user(), tg.user()];
    const shown = await platform.send(refOf(ann), notice('الموجز'), 'n1');
    tg.fault({ method: 'sendRichMessage', chat: ann.id, status: 429, retryAfter: 1 });
    const before = tg.requests.length;
    tg.sendText(ann, 'أول');
    const written = () => tg.requests.slice(before).flatMap((r) => r.params.chat_id ?? []);
    await tg.until(() => written()[0], 'the refused answer');
    const error = await platform.edit(shown, notice('صُحِّح')).catch((e: unknown) => e);
    expect(error).toMatchObject({ kind: 'slow-down' });
    expect((error as { retryAfterMilliseconds: number }).retryAfterMilliseconds).toBeGreaterThan(0);
    await platform.send(refOf(bob), notice('الموجز'), 'n2');
    expect(written().map(String)).toEqual([String(ann.id), String(bob.id)]);
    await tg.nextMessage(ann, /أول/);
    await platform.edit(shown, notice('صُحِّح'));
    expect(tg.messages(ann)[0]?.text).toContain('صُحِّح');
  });

  it('is given up at once when the reader has blocked the bot, and others are served', async () => {
    const running = await start();
    const { chat } = running;
    const [ann, bob] = [tg.user(), tg.user()];
    const place = tg.chats.get(ann.id);
    if (place) place.closed = 'Forbidden: bot was blocked by the user';
    const answer = chat.answer;
    chat.answer = async (request, responder) => {
      await expect(answer(request, responder)).rejects.toThrow(/blocked by the user/);
      await expect(responder.reply(notice('اعتذار'))).rejects.toThrow(/blocked by the user/);
    };
    const before = tg.count('sendRichMessage');
    tg.sendText(ann, 'أول');
    await tg.until(() => chat.requests[0], 'the question');
    await running.platform.stop();
    expect(tg.count('sendRichMessage')).toBe(before + 1);
    const next = await start();
    tg.sendText(bob, 'ثانٍ');
    await tg.nextMessage(bob, /ثانٍ/);
    expect(next.chat.requests).toHaveLength(1);
  });
});

describe('taking updates', () => {
  it('keeps a chat’s own messages in order while a slow one does not hold up the others', async () => {
    const { chat } = await start();
    const [ann, bob] = [tg.user(), tg.user()];
    let release: () => void = () => {};
    const slow = new Promise<void>((resolve) => {
      release = resolve;
    });
    const answer = chat.answer;
    chat.answer = async (request, responder) => {
      if ('text' in request.input && request.input.text === 'بطيء') await slow;
      return answer(request, responder);
    };
    tg.sendText(ann, 'بطيء');
    tg.sendText(ann, 'بعده');
    tg.sendText(bob, 'آخر');
    await tg.nextMessage(bob, /آخر/);
    expect(tg.messages(ann)).toEqual([]);
    release();
    await tg.nextMessage(ann, /بعده/);
    expect(tg.messages(ann).map((m) => m.text)).toEqual(['جواب عن بطيء', 'جواب عن بعده']);
  });

  it.each([
    ['429', { status: 429, retryAfter: 0 }],
    ['500', { status: 500 }],
    ['409', { status: 409, description: 'Conflict: terminated by other getUpdates request' }],
    ['401', { status: 401, description: 'Unauthorized' }],
    ['a reset', { reset: 'before' as const }],
  ])('goes on after %s', async (_, fault) => {
    tg.fault({ method: 'getUpdates', ...fault });
    const { logged } = await start();
    const ann = tg.user();
    tg.sendText(ann, 'سؤال');
    await tg.nextMessage(ann, /سؤال/);
    expect(logged.lines.some((l) => /gave no updates/.test(l.sentence))).toBe(true);
    expect(JSON.stringify(logged.lines)).not.toContain(tg.token);
  });

  it('stops only when what it handles is done, and does not take an update twice after a restart', async () => {
    const { platform, chat } = await start();
    const ann = tg.user();
    let release: () => void = () => {};
    const asked = new Promise<void>((seen) => {
      const answer = chat.answer;
      chat.answer = async (request, responder) => {
        seen();
        await new Promise<void>((resolve) => {
          release = resolve;
        });
        return answer(request, responder);
      };
    });
    tg.sendText(ann, 'قبل التوقف');
    await asked;
    const stopped = platform.stop();
    release();
    await stopped;
    expect(tg.messages(ann)).toHaveLength(1);
    expect(tg.pending(0)).toEqual([]);
    await start();
    tg.sendText(ann, 'بعد التوقف');
    await tg.nextMessage(ann, /بعد التوقف/);
    expect(tg.messages(ann)).toHaveLength(2);
  });

  it('takes updates from a webhook where there is one, with the right secret only', async () => {
    const webhook = { url: 'https://example.org/telegram', secret: new Secret('s3cret') };
    const { platform } = await start({ webhook });
    expect(tg.requests.find((r) => r.method === 'setWebhook')?.params).toMatchObject({
      url: webhook.url,
      secret_token: 's3cret',
    });
    const ann = tg.user();
    tg.sendText(ann, 'عبر الويب');
    const [update] = tg.pending(0);
    for (const secret of ['wrong', '', null]) expect(await platform.receive(update, secret)).toBe('refused');
    for (const nonsense of [null, 7, [], { update_id: 'x' }])
      expect(await platform.receive(nonsense, 's3cret')).toBe('refused');
    expect(tg.messages(ann)).toEqual([]);
    // Telegram repeats an update whose acknowledgement was lost.
    expect(await platform.receive(update, 's3cret')).toBe('taken');
    expect(await platform.receive(update, 's3cret')).toBe('taken');
    expect(tg.messages(ann)).toHaveLength(1);
    await platform.stop();
    expect(await platform.receive({ ...update, update_id: 1 }, 's3cret')).toBe('stopping');
  });
});

describe('starting', () => {
  it('is refused with one line where the token is wrong', async () => {
    const { platform } = createPlatform(tg, {
      token: new Secret('7000000009:AAwrong-token_0000000000000000000000'),
    });
    const error = await platform.start().then(
      () => null,
      (e: Error) => e,
    );
    expect(error?.message).toMatch(/^TELEGRAM_BOT_TOKEN is refused.*Unauthorized/);
    expect(error?.message).not.toMatch(/AAwrong|\n/);
  });

  it.each(['getMe', 'deleteWebhook'])('waits for a server that has a hiccup at %s', async (method) => {
    tg.fault({ method, status: 502 });
    const { logged } = await start();
    expect(logged.lines.some((l) => /cannot be reached/.test(l.sentence))).toBe(true);
  });

  it('can be stopped while it waits', async () => {
    tg.fault({ method: 'getMe', reset: 'before', times: 100 });
    const { platform } = createPlatform(tg);
    const starting = platform.start().catch((e: Error) => e.message);
    await platform.stop();
    expect(await starting).toMatch(/stopped/);
  });

  it('registers the Arabic command lists, and the second time only what changed', async () => {
    const first = await start();
    await first.platform.stop();
    expect(tg.count('setMyCommands')).toBe(4);
    expect(tg.commands.get('{"type":"all_private_chats"}')).toContainEqual({
      command: 'brief',
      description: 'موجز خبر: خلاصته واقتباساته وأرقامه ومواقعه',
    });
    const second = await start();
    await second.platform.stop();
    expect(tg.count('setMyCommands')).toBe(4);
  });
});

describe('an editor', () => {
  const DRAFT: CommandInfo = {
    ...(READER_COMMANDS[1] as CommandInfo),
    name: 'draft',
    who: 'editor',
    does: 'مسودة من نص مقال',
  };

  it('finds the desk’s commands in the own private chat as long as the role lasts; readers do not', async () => {
    let role: Audience[] = ['editor'];
    const [ed, ann] = [tg.user(), tg.user()];
    await start({
      commands: [...READER_COMMANDS, DRAFT],
      audiencesOf: async (id) => ['reader', 'chat-admin', ...(id === String(ed.id) ? role : [])],
    });
    const listOf = (user: { id: number }) =>
      tg.commands.get(`{"type":"chat","chat_id":${user.id}}`)?.map((c) => c.command);
    for (const user of [ann, ed]) tg.sendText(user, 'سؤال');
    await tg.until(() => listOf(ed), 'the list');
    expect(listOf(ed)).toEqual(['brief', 'latest', 'help', 'draft']);
    expect(tg.commands.get('{"type":"all_private_chats"}')?.map((c) => c.command)).not.toContain('draft');
    role = [];
    tg.sendText(ed, 'سؤال');
    await tg.until(() => (listOf(ed) === undefined ? true : undefined), 'the end of the list');
    expect(listOf(ann)).toBeUndefined();
  });
});

describe('an old server', () => {
  it('gets texts with entities from the first message on', async () => {
    tg.rich = false;
    const { platform } = await start();
    expect(platform.limits.characters).toBe(4096);
    const ann = tg.user();
    expect((await platform.send(refOf(ann), EVERY_BLOCK, 'n')).format).toBe('entities');
    expect(tg.count('sendRichMessage')).toBe(1);
  });

  it('that becomes old while the bot runs loses nothing, and is asked for rich messages once more only', async () => {
    const { platform } = await start();
    tg.rich = false;
    const ann = tg.user();
    const long = { ...EVERY_BLOCK, blocks: Array.from({ length: 9 }, () => EVERY_BLOCK.blocks).flat() };
    const before = tg.count('sendRichMessage');
    const receipt = await platform.send(refOf(ann), long, 'n');
    expect(receipt.format).toBe('entities');
    expect(receipt.messageIds.length).toBeGreaterThan(1);
    const shorter = await platform.edit(receipt, notice('صُحِّح'));
    expect(tg.messages(ann).map((m) => m.text)).toEqual(['صُحِّح']);
    const longer = await platform.edit(shorter, long);
    expect(longer.messageIds).toHaveLength(receipt.messageIds.length);
    await platform.send(refOf(ann), EVERY_BLOCK, 'n2');
    expect(tg.count('sendRichMessage')).toBe(before + 1);
  });
});
