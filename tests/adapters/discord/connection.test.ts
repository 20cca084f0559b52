import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Secret } from '#shared/secret.ts';
import { FakeDiscord } from '#tests/fakes/discord-server.ts';
import { notice } from '#tests/fixtures/messages/sample-messages.ts';
import { createPlatform, type Running, startPlatform } from './discord-setup.ts';

let dc: FakeDiscord;
const started: Running[] = [];

beforeEach(async () => {
  dc = await FakeDiscord.start();
  dc.world.guild();
});
afterEach(async () => {
  for (const { platform } of started.splice(0)) await platform.stop();
  await dc.close();
});

async function start(options: Parameters<typeof startPlatform>[1] = {}): Promise<Running> {
  const running = await startPlatform(dc, options);
  running.chat.answer = (_, responder) => responder.reply(notice('الجواب'));
  started.push(running);
  return running;
}

const connectedAgain = (count: () => number, before: number) =>
  dc.until(
    () => dc.gateway.connected && count() > before,
    () => 'the connection to come back',
  );

describe('a lost gateway', () => {
  it.each([
    ['breaks off', () => dc.gateway.drop()],
    ['asks to reconnect', () => dc.gateway.askToReconnect()],
    ['closes with a fault of its own (4000)', () => dc.gateway.drop({ code: 4000 })],
  ])('that %s is resumed, and what was asked meanwhile is answered', async (_, lose) => {
    await start();
    const ann = dc.user();
    lose();
    const meanwhile = dc.slash({ user: ann, name: 'help' });
    await connectedAgain(() => dc.gateway.resumed, 0);
    await meanwhile.reply(/الجواب/);
    await dc.slash({ user: ann, name: 'help' }).reply(/الجواب/);
    expect(dc.gateway.identified).toBe(1);
  });

  it('whose session is forgotten begins a new one, and the next question is answered', async () => {
    await start();
    dc.gateway.drop({ forget: true });
    // discord.js waits for some seconds before it identifies anew, as Discord asks.
    await dc.until(
      () => dc.gateway.connected && dc.gateway.identified === 2,
      () => 'a new session',
      15_000,
    );
    await dc.slash({ user: dc.user(), name: 'help' }).reply(/الجواب/);
    expect(dc.gateway.resumed).toBe(0);
  }, 20_000);

  it('that ends for good (a token that was reset) is told once, with the reason', async () => {
    const lost: string[] = [];
    await start({ events: { onLost: (why) => lost.push(why) } });
    dc.gateway.drop({ code: 4004 });
    await vi.waitFor(() => expect(lost).toHaveLength(1));
    expect(lost).toEqual(['the token was refused (4004)']);
  });
});

describe('starting', () => {
  it('is refused with one line where the token is wrong', async () => {
    const { platform } = createPlatform(dc, { token: new Secret('wrong-token.abc.def') });
    const error = await platform.start().then(
      () => null,
      (e: Error) => e,
    );
    expect(error?.message).toMatch(/^Discord cannot be used: the token was refused/);
    expect(error?.message).not.toMatch(/wrong-token|\n/);
  });

  it('registers the commands with Arabic names, and the second time only what changed', async () => {
    const first = await start();
    await first.platform.stop();
    const brief = dc.state.commands.find((c) => c.name === 'brief');
    expect(brief).toMatchObject({ name_localizations: { ar: 'موجز' } });
    expect(brief).toMatchObject({ contexts: [0, 1, 2], integration_types: [0, 1] });
    await start();
    expect(dc.count(/^PUT \/applications/)).toBe(1);
  });

  it('answers although the commands could not be registered, and says so', async () => {
    await (await start()).platform.stop();
    dc.fault({ on: /\/applications\//, status: 500, times: 100 });
    const running = createPlatform(dc);
    started.push(running);
    running.chat.answer = (_, responder) => responder.reply(notice('الجواب'));
    await running.platform.start();
    await dc.slash({ user: dc.user(), name: 'help' }).reply(/الجواب/);
    const said = () =>
      running.logged.lines.some((l) => l.level === 'error' && /registering/.test(l.sentence));
    await vi.waitFor(() => expect(said()).toBe(true), 5000);
  });
});

it('stops only when what was asked is answered', async () => {
  const { platform, chat } = await start();
  const gate = Promise.withResolvers<void>();
  const asked = new Promise<void>((seen) => {
    chat.answer = async (_, responder) => {
      seen();
      await gate.promise;
      return responder.reply(notice('الجواب'));
    };
  });
  const question = dc.slash({ user: dc.user(), name: 'help' });
  await asked;
  const stopped = platform.stop();
  gate.resolve();
  await stopped;
  expect(question.answers).toHaveLength(1);
});
