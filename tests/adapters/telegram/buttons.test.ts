import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Receipt } from '#delivery/platform.ts';
import { action } from '#message/action.ts';
import type { Message } from '#message/message.ts';
import { ManualClock } from '#tests/fakes/manual-clock.ts';
import { FakeTelegram } from '#tests/fakes/telegram-server.ts';
import type { FakeMessage } from '#tests/fakes/telegram-world.ts';
import { notice } from '#tests/fixtures/messages/sample-messages.ts';
import { type Running, startPlatform } from './telegram-setup.ts';

const withButton = (text: string): Message => ({
  ...notice(text),
  buttons: [[{ label: 'المواقع', action: action('places', 'aB3dE6g8', 1) }]],
});

let tg: FakeTelegram;
let running: Running;
let ann: ReturnType<FakeTelegram['user']>;
let shown: FakeMessage;

beforeEach(async () => {
  tg = await FakeTelegram.start();
  running = await startPlatform(tg);
  ann = tg.user();
  running.chat.answer = (_, responder) => responder.reply(withButton('الموجز'));
  tg.sendText(ann, '/brief kazakhstan');
  shown = await tg.nextMessage(ann, /الموجز/);
});
afterEach(async () => {
  await running.platform.stop();
  await tg.close();
});

const answered = (pressed: { answers: string[] }) =>
  tg.until(() => pressed.answers[0], 'the answer to the button');
const replaceWith = (message: Message) => {
  running.chat.answer = (_, responder) => responder.replace(message);
};

describe('a button', () => {
  it('edits the message it stands under, and stops turning', async () => {
    replaceWith(withButton('المواقع كلها'));
    expect(await answered(tg.press(shown, 'المواقع'))).toBe('');
    expect(shown.text).toContain('المواقع كلها');
    expect(tg.messages(ann)).toHaveLength(1);
    expect(running.chat.requests.at(-1)).toMatchObject({
      input: { type: 'action', action: { name: 'places', args: ['aB3dE6g8', '1'] } },
      user: { id: String(ann.id) },
    });
  });

  it('shows a short line where the core says one', async () => {
    running.chat.answer = (_, responder) => responder.toast('هذا الموجز لم يعد موجوداً.');
    expect(await answered(tg.press(shown, 'المواقع'))).toBe('هذا الموجز لم يعد موجوداً.');
  });

  it('sends as a message what is too long for a short line', async () => {
    running.chat.answer = (_, responder) => responder.toast('نص طويل '.repeat(40));
    await answered(tg.press(shown, 'المواقع'));
    await tg.nextMessage(ann, /نص طويل/);
  });

  it('with forged data reaches the core as no action of ours', async () => {
    running.chat.answer = (_, responder) => responder.toast('لا يعمل');
    for (const data of ['x.1', 'b.<script>', 'p'.repeat(64), '\u0000', '']) {
      expect(await answered(tg.pressData(shown, data))).toBe('لا يعمل');
      expect(running.chat.requests.at(-1)?.input).toEqual({ type: 'action', action: null });
    }
  });

  it('under a message that was deleted is answered with a new one', async () => {
    tg.chats.get(ann.id)?.messages.delete(shown.id);
    replaceWith(notice('المواقع كلها'));
    await answered(tg.press(shown, 'المواقع'));
    expect(tg.messages(ann).map((m) => m.text)).toEqual(['المواقع كلها']);
  });

  it('under a message too old to be shown to the bot still edits it', async () => {
    replaceWith(notice('المواقع كلها'));
    const old = { chat: { id: ann.id, type: 'private', first_name: 'x' }, message_id: shown.id, date: 0 };
    tg.push({
      callback_query: { id: 'old', from: ann, chat_instance: '1', data: 'p.aB3dE6g8', message: old },
    });
    await tg.until(() => (shown.text.includes('المواقع كلها') ? shown : undefined), 'the edit');
  });

  it('pressed twice at once is answered twice, and edits once', async () => {
    replaceWith(withButton('المواقع كلها'));
    const pressed = [tg.press(shown, 'المواقع'), tg.press(shown, 'المواقع')];
    await Promise.all(pressed.map(answered));
    expect(pressed.map((p) => p.answers.length)).toEqual([1, 1]);
    expect(tg.count('editMessageText')).toBe(1);
  });

  it('stops turning exactly once when its handler fails', async () => {
    running.chat.answer = async () => {
      throw new Error('the index is on fire');
    };
    const pressed = tg.press(shown, 'المواقع');
    expect(await answered(pressed)).toMatch(/تعذّر تنفيذ طلبك/);
    expect(pressed.answers).toHaveLength(1);
  });

  it('is answered although the edit fails, and the next press works', async () => {
    tg.fault({ method: 'editMessageText', status: 500, times: 3 });
    replaceWith(notice('المواقع كلها'));
    expect(await answered(tg.press(shown, 'المواقع'))).toMatch(/تعذّر/);
    await answered(tg.press(shown, 'المواقع'));
    expect(shown.text).toContain('المواقع كلها');
  });

  it('edits although the server hiccups once', async () => {
    tg.fault({ method: 'editMessageText', status: 502 });
    replaceWith(notice('المواقع كلها'));
    await answered(tg.press(shown, 'المواقع'));
    expect(shown.text).toContain('المواقع كلها');
  });

  it('does no harm when the server no longer takes the answer', async () => {
    tg.fault({ method: 'answerCallbackQuery', status: 400, description: 'Bad Request: query is too old' });
    replaceWith(notice('المواقع كلها'));
    tg.press(shown, 'المواقع');
    await tg.until(() => (shown.text.includes('المواقع كلها') ? shown : undefined), 'the edit');
  });

  it('of a slow handler stops turning before the handler is done', async () => {
    await running.platform.stop();
    const clock = new ManualClock(0);
    running = await startPlatform(tg, { clock });
    let finish: (receipt: Receipt | null) => void = () => {};
    running.chat.answer = () =>
      new Promise((resolve) => {
        finish = resolve;
        tg.changed();
      });
    const pressed = tg.press(shown, 'المواقع');
    await tg.until(() => running.chat.requests[0], 'the handler');
    expect(pressed.answers).toEqual([]);
    await clock.advance(5000);
    expect(await answered(pressed)).toBe('');
    finish(null);
    await running.platform.stop();
    expect(pressed.answers).toHaveLength(1);
  });
});
