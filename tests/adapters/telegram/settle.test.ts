import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChatRef, Receipt } from '#delivery/platform.ts';
import { ManualClock } from '#tests/fakes/manual-clock.ts';
import { FakeTelegram } from '#tests/fakes/telegram-server.ts';
import { notice } from '#tests/fixtures/messages/sample-messages.ts';
import { type Running, startPlatform } from './telegram-setup.ts';

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
  started.push(running);
  return running;
}

const refOf = (user: { id: number }): ChatRef => ({
  platform: 'telegram',
  id: String(user.id),
  thread: null,
});

describe('looking for a lost message', () => {
  it('leaves what was sent after it as it is', async () => {
    const { platform } = await start();
    const ann = tg.user();
    const first = await platform.send(refOf(ann), notice('موجز أمس'), 'n0');
    tg.fault({ method: 'sendRichMessage', reset: 'after' });
    await expect(platform.send(refOf(ann), notice('موجز اليوم'), 'n1')).rejects.toThrow(/unknown/);
    await platform.send(refOf(ann), notice('جواب لاحق'), 'n2');
    const settled = await platform.settle(refOf(ann), notice('موجز اليوم'), 'n1', first);
    expect(settled).toMatchObject({ outcome: 'sent', receipt: { messageIds: ['2'] } });
    expect(tg.messages(ann).map((m) => m.text)).toEqual(['موجز أمس', 'موجز اليوم', 'جواب لاحق']);
  });

  it('after a restart finds it near the newest messages that the last run recorded', async () => {
    const earlier = await startPlatform(tg);
    const people = Array.from({ length: 20 }, () => tg.user());
    const recorded: Receipt[] = [];
    for (const one of people) recorded.push(await earlier.platform.send(refOf(one), notice('موجز'), 'n'));
    const [lost, never] = [tg.user(), tg.user()];
    tg.fault({ method: 'sendRichMessage', reset: 'after' });
    await expect(earlier.platform.send(refOf(lost), notice('موجز'), 'n1')).rejects.toThrow(/unknown/);
    await earlier.platform.stop();
    const { platform } = await start({ recentReceipts: async () => recorded });
    expect((await platform.settle(refOf(lost), notice('موجز'), 'n1', null)).outcome).toBe('sent');
    expect((await platform.settle(refOf(never), notice('موجز'), 'n2', null)).outcome).toBe('not-sent');
  });

  it('asks only about the gaps once later messages have passed it', async () => {
    const clock = new ManualClock(Date.parse('2026-11-25T08:00:00Z'));
    const { platform } = await start({ clock });
    const others = Array.from({ length: 60 }, () => tg.user());
    const [lost, never] = [tg.user(), tg.user()];
    await platform.send(refOf(tg.user()), notice('موجز'), 'n0');
    tg.fault({ method: 'sendRichMessage', reset: 'after' });
    await expect(platform.send(refOf(lost), notice('موجز'), 'n1')).rejects.toThrow(/unknown/);
    tg.fault({ method: 'sendRichMessage', status: 502 });
    await expect(platform.send(refOf(never), notice('موجز'), 'n2')).rejects.toThrow(/unknown/);
    await clock.advance(1000);
    for (const one of others) await platform.send(refOf(one), notice('موجز'), 'n');
    expect((await platform.settle(refOf(lost), notice('موجز'), 'n1', null)).outcome).toBe('sent');
    expect((await platform.settle(refOf(never), notice('موجز'), 'n2', null)).outcome).toBe('not-sent');
    expect(tg.requests.filter((r) => r.method === 'editMessageText').length).toBeLessThanOrEqual(2);
  });

  it('goes on where it was when the server does not answer the question', async () => {
    const { platform } = await start();
    const lost = tg.user();
    await platform.send(refOf(tg.user()), notice('موجز'), 'n0');
    tg.fault({ method: 'sendRichMessage', status: 502 });
    await expect(platform.send(refOf(lost), notice('موجز'), 'n1')).rejects.toThrow(/unknown/);
    tg.fault({ method: 'editMessageText', status: 503 });
    tg.fault({ method: 'editMessageText', reset: 'before' });
    expect((await platform.settle(refOf(lost), notice('موجز'), 'n1', null)).outcome).toBe('not-sent');
  });

  it('says that it does not know where nothing tells where the counter stands', async () => {
    const { platform } = await start();
    const ask = async () => (await platform.settle(refOf(lost), notice('موجز'), 'n1', null)).outcome;
    const lost = tg.user();
    expect(await ask()).toBe('later');
    for (let i = 0; i < 10; i++) if ((await ask()) === 'undecided') return;
    expect.fail('it waits for ever');
  });

  it('finds it among the first messages of a bot that knows of none', async () => {
    const earlier = await startPlatform(tg);
    const lost = tg.user();
    tg.sendText(tg.user(), 'مرحبا');
    tg.fault({ method: 'sendRichMessage', reset: 'after' });
    await expect(earlier.platform.send(refOf(lost), notice('موجز'), 'n1')).rejects.toThrow(/unknown/);
    await earlier.platform.stop();
    const { platform } = await start();
    let settled = await platform.settle(refOf(lost), notice('موجز'), 'n1', null);
    while (settled.outcome === 'later')
      settled = await platform.settle(refOf(lost), notice('موجز'), 'n1', null);
    expect(settled.outcome).toBe('sent');
  });

  it('waits for the next message to anybody where nothing is known of the counter', async () => {
    const earlier = await startPlatform(tg);
    const lost = tg.user();
    tg.fault({ method: 'sendRichMessage', reset: 'after' });
    await expect(earlier.platform.send(refOf(lost), notice('موجز'), 'n1')).rejects.toThrow(/unknown/);
    await earlier.platform.stop();
    const { platform } = await start();
    expect((await platform.settle(refOf(lost), notice('موجز'), 'n1', null)).outcome).toBe('later');
    await platform.send(refOf(tg.user()), notice('موجز'), 'n2');
    expect((await platform.settle(refOf(lost), notice('موجز'), 'n1', null)).outcome).toBe('sent');
  });
});
