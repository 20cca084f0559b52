import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Receipt } from '#delivery/platform.ts';
import { action } from '#message/action.ts';
import type { Message } from '#message/message.ts';
import { systemClock } from '#shared/clock.ts';
import { FakeDiscord } from '#tests/fakes/discord-server.ts';
import { shownText } from '#tests/fakes/discord-shown.ts';
import type { FakeMessage, FakeUser } from '#tests/fakes/discord-world.ts';
import { notice } from '#tests/fixtures/messages/sample-messages.ts';
import { type Running, startPlatform } from './discord-setup.ts';

const CALLBACK = /^POST \/interactions/;
/** Types of the first answer (Discord, "Interaction Callback Type"). */
const DEFERRED = 5;
const DEFERRED_UPDATE = 6;

let dc: FakeDiscord;
let running: Running;
let ann: FakeUser;
/** The timers that were set: a test lets the deferral's two seconds pass by calling it. */
let timers: Set<() => void>;

beforeEach(async () => {
  dc = await FakeDiscord.start();
  timers = new Set();
  const clock = {
    now: systemClock.now,
    after: (milliseconds: number, task: () => void) => {
      if (milliseconds !== 2000) return systemClock.after(milliseconds, task);
      timers.add(task);
      dc.poke();
      return () => void timers.delete(task);
    },
  };
  running = await startPlatform(dc, { clock });
  ann = dc.user();
});
afterEach(async () => {
  await running.platform.stop();
  expect(dc.violations).toEqual([]);
  await dc.close();
});

const replyWith = (text: string) => {
  running.chat.answer = (_, responder) => responder.reply(withButton(text));
};
const replaceWith = (text: string) => {
  running.chat.answer = (_, responder) => responder.replace(withButton(text));
};
const withButton = (text: string): Message => ({
  ...notice(text),
  buttons: [[{ label: 'المواقع', action: action('places', 'aB3dE6g8', 1) }]],
});
const ask = () => dc.slash({ user: ann, name: 'brief', options: { words: 'kazakhstan' } });

async function aBrief(): Promise<FakeMessage> {
  replyWith('الموجز');
  return ask().reply(/الموجز/);
}

/** A core that answers when it is told to, and the two seconds passing meanwhile. */
function slow(what: 'reply' | 'replace', text: string) {
  const gate = Promise.withResolvers<void>();
  const asked = Promise.withResolvers<void>();
  running.chat.answer = async (_, responder) => {
    asked.resolve();
    await gate.promise;
    return responder[what](withButton(text));
  };
  const letTwoSecondsPass = async () => {
    await asked.promise;
    for (const task of [...timers]) task();
  };
  return { letTwoSecondsPass, finish: gate.resolve };
}

describe('an answer that takes longer than Discord waits', () => {
  it('to a command is «thinking», then stands in its place', async () => {
    const { letTwoSecondsPass, finish } = slow('reply', 'الموجز');
    const asked = ask();
    await letTwoSecondsPass();
    expect(await asked.acknowledged()).toBe(DEFERRED);
    expect(asked.answers).toEqual([]);
    finish();
    await asked.reply(/الموجز/);
    expect(asked.answers).toHaveLength(1);
  });

  it('to a button leaves the message as it is, then takes its place', async () => {
    const shown = await aBrief();
    const { letTwoSecondsPass, finish } = slow('replace', 'المواقع كلها');
    const pressed = dc.click(shown, 'المواقع', ann);
    await letTwoSecondsPass();
    expect(await pressed.acknowledged()).toBe(DEFERRED_UPDATE);
    expect(shownText(shown)).toContain('الموجز');
    finish();
    expect((await pressed.reply(/المواقع كلها/)).id).toBe(shown.id);
    expect(dc.messages(ann)).toHaveLength(1);
  });

  it('is apologised for where the core fails in the end', async () => {
    const gate = Promise.withResolvers<void>();
    running.chat.answer = () => gate.promise;
    const asked = ask();
    await dc.until(
      () => timers.size > 0,
      () => 'the timer',
    );
    for (const task of [...timers]) task();
    await asked.acknowledged();
    gate.reject(new Error('the index is on fire'));
    const apology = shownText(await asked.reply(/تعذّر/));
    const number = running.logged.lines.find((l) => l.sentence === 'answering failed')?.fields.number;
    expect(apology).toContain(String(number));
  });
});

describe('an answer over faults of Discord', () => {
  it.each([
    ['a 502', { status: 502 }],
    ['three 500 in a row', { status: 500, times: 3 }],
    ['a 429', { status: 429, retryAfter: 0.05 }],
    ['a reset before it was carried out', { reset: 'before' as const }],
    ['a reset after it was carried out', { reset: 'after' as const }],
  ])('arrives exactly once over %s', async (_, fault) => {
    dc.fault({ on: CALLBACK, ...fault });
    replyWith('الموجز');
    const asked = ask();
    await asked.reply(/الموجز/);
    await running.platform.stop();
    expect(dc.messages(ann)).toHaveLength(1);
  });

  it('that Discord no longer knows (10062) is logged without its token, and the next one is served', async () => {
    replyWith('الموجز');
    dc.fault({ on: CALLBACK, status: 404, code: 10062 });
    const late = ask();
    await ask().reply(/الموجز/);
    expect(late.acked).toBe(0);
    await vi.waitFor(() =>
      expect(running.logged.lines.map((l) => l.sentence).join()).toMatch(/answered too late/),
    );
    expect(JSON.stringify(running.logged.lines)).not.toContain(late.token);
  });

  it('whose token has run out before a slow core is done ends there, and the next one is served', async () => {
    const { letTwoSecondsPass, finish } = slow('reply', 'الموجز');
    const asked = ask();
    await letTwoSecondsPass();
    await asked.acknowledged();
    dc.fault({ on: /^PATCH \/webhooks/, status: 404, code: 10015, times: 4 });
    finish();
    await dc.until(
      () => running.logged.lines.find((l) => l.level !== 'info'),
      () => 'a line in the log',
    );
    dc.clearFaults();
    replyWith('الموجز');
    await ask().reply(/الموجز/);
  });
});

describe('a button', () => {
  it('with a forged custom id reaches the core as no action of ours', async () => {
    const shown = await aBrief();
    running.chat.answer = (_, responder) => responder.toast('هذا الزر لم يعد يعمل.');
    for (const id of [
      '',
      'x.1',
      'b.<script>',
      '\0',
      'p'.repeat(100),
      'b.aB3dE6g8~1~2',
      '__proto__',
      'form~brief',
    ]) {
      await dc.press(shown, id, ann).reply(/لم يعد يعمل/);
      expect(running.chat.requests.at(-1)?.input).toEqual({ type: 'action', action: null });
    }
    expect(shownText(shown)).toContain('الموجز');
  });

  it('says a short line to who pressed it alone', async () => {
    const shown = await aBrief();
    running.chat.answer = (_, responder) => responder.toast('هذا الموجز لم يعد موجوداً.');
    const note = await dc.click(shown, 'المواقع', ann).reply(/لم يعد موجوداً/);
    expect(note.onlyFor).toBe(ann.id);
  });

  it('pressed twice at once is answered twice, in the same message', async () => {
    const shown = await aBrief();
    replaceWith('المواقع كلها');
    const pressed = [dc.click(shown, 'المواقع', ann), dc.click(shown, 'المواقع', ann)];
    for (const p of pressed) expect((await p.reply(/المواقع كلها/)).id).toBe(shown.id);
    expect(dc.messages(ann)).toHaveLength(1);
  });

  it('under a message that is deleted while the core works is answered with a new one', async () => {
    const shown = await aBrief();
    const { letTwoSecondsPass, finish } = slow('replace', 'المواقع كلها');
    const pressed = dc.click(shown, 'المواقع', ann);
    await letTwoSecondsPass();
    await pressed.acknowledged();
    dc.world.remove(shown.id);
    finish();
    await dc.nextMessage(ann, /المواقع كلها/);
    expect(dc.messages(ann)).toHaveLength(1);
  });

  it('whose handler fails is acknowledged with an apology, and the next press works', async () => {
    const shown = await aBrief();
    running.chat.answer = async () => {
      throw new Error('the index is on fire');
    };
    await dc.click(shown, 'المواقع', ann).reply(/تعذّر/);
    replaceWith('المواقع كلها');
    await dc.click(shown, 'المواقع', ann).reply(/المواقع كلها/);
  });

  it('whose handler says nothing stops turning', async () => {
    const shown = await aBrief();
    running.chat.answer = async (): Promise<Receipt | null> => null;
    expect(await dc.click(shown, 'المواقع', ann).acknowledged()).toBe(DEFERRED_UPDATE);
  });
});
