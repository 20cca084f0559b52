import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DeliveryError } from '#delivery/delivery-error.ts';
import { BEFORE, DeliveryStage, MINUTE } from '#tests/fakes/delivery-stage.ts';

const SLOT = BEFORE + MINUTE;
const DAY = 24 * 60 * MINUTE;

describe('a digest', () => {
  let stage: DeliveryStage;
  beforeEach(async () => {
    stage = await DeliveryStage.open();
  });
  afterEach(() => stage.close());

  it('reaches each chat at its slot, once, and is remembered as its last one', async () => {
    await stage.subscribeMany(3);
    stage.engine.start();
    await stage.clock.advance(30_000);
    expect(stage.platform.calls).toEqual([]);
    await stage.tickAt(SLOT);
    await stage.engine.tick();
    await stage.tickAt(SLOT + MINUTE);
    for (const id of ['1', '2', '3']) expect(stage.platform.texts(id)).toEqual(['موجز 1 2026-11-25']);
    const ref = { platform: 'telegram', id: '1', thread: null } as const;
    const subscription = await stage.store.subscriptions.get(ref);
    expect(subscription?.lastDigest?.at).toBe(SLOT);
    expect(subscription?.nextDue).toBe(SLOT + DAY);
    expect(await stage.store.ledger.lastDelivery(ref)).toEqual({ kind: 'digest', at: SLOT });
  });

  it('missed while the program was down comes once, the newest only, marked late', async () => {
    await stage.subscribe('1');
    stage.clock.set(BEFORE + 2 * DAY + 60 * MINUTE);
    stage.engine.start();
    await stage.clock.advance(5000);
    expect(stage.platform.texts('1')).toEqual(['موجز 1 2026-11-27 متأخر']);
    await stage.tickAt(SLOT + 3 * DAY);
    await stage.clock.advance(5000);
    expect(stage.platform.texts('1')).toEqual(['موجز 1 2026-11-27 متأخر', 'موجز 1 2026-11-28']);
  });

  it('owed before the program went down and not sent is late too, and gives way to a newer one', async () => {
    await stage.subscribeMany(2);
    await stage.clock.advance(MINUTE);
    await stage.engine.schedule.runDue();
    await stage.clock.advance(60 * MINUTE);
    stage.engine.start();
    await stage.clock.advance(5000);
    expect(stage.platform.texts('1')).toEqual(['موجز 1 2026-11-25 متأخر']);
    await stage.engine.stop();
    stage.clock.set(stage.clock.now() + DAY);
    await stage.engine.schedule.runDue();
    stage.clock.set(stage.clock.now() + DAY);
    stage.engine.start();
    await stage.clock.advance(5000);
    expect(stage.platform.texts('2')).toEqual(['موجز 1 2026-11-25 متأخر', 'موجز 1 2026-11-27 متأخر']);
  });

  it('in the air when the process was killed is settled and not sent again', async () => {
    await stage.subscribeMany(40);
    stage.platform.react = ({ n }) => (n % 3 === 0 ? 'hang' : 'ok');
    stage.engine.start();
    await stage.tickAt(SLOT);
    await stage.clock.advance(10);
    // The first engine is left hanging for ever, as if its process had been killed in the middle.
    stage.platform.react = () => 'ok';
    const sentBefore = [...stage.platform.chats.values()].flat().length;
    expect(sentBefore).toBeGreaterThan(10);
    expect(sentBefore).toBeLessThan(40);
    stage.engine = stage.newEngine();
    stage.engine.start();
    await stage.clock.advance(20_000);
    for (let i = 1; i <= 40; i++) expect(stage.platform.texts(String(i))).toHaveLength(1);
    expect(stage.platform.count('settle')).toBeGreaterThan(0);
  });

  it('that arrived although its answer was lost is found, not repeated', async () => {
    await stage.subscribe('1');
    stage.platform.react = ({ method }) => (method === 'send' ? 'lost' : 'ok');
    stage.engine.start();
    await stage.tickAt(SLOT);
    await stage.clock.advance(10_000);
    expect(stage.platform.texts('1')).toHaveLength(1);
    expect((await stage.store.ledger.counts(stage.clock.now())).unknown).toBe(0);
  });

  it('whose fate nobody can tell is sent again and counted as possibly double', async () => {
    await stage.subscribe('1');
    stage.platform.canSettle = false;
    stage.platform.react = ({ n }) => (n === 0 ? 'lost' : 'ok');
    stage.engine.start();
    await stage.tickAt(SLOT);
    await stage.clock.advance(10_000);
    expect(stage.platform.texts('1')).toHaveLength(2);
  });

  it('to a chat that has blocked the bot disables it with the reason, and once let in again it goes on', async () => {
    await stage.subscribeMany(2);
    const blocked = new DeliveryError('forbidden', 'bot was blocked by the user');
    stage.platform.react = ({ chat }) => (chat.id === '1' ? blocked : 'ok');
    stage.engine.start();
    await stage.tickAt(SLOT);
    await stage.clock.advance(5000);
    const ref = { platform: 'telegram', id: '1', thread: null } as const;
    expect((await stage.store.chats.get(ref))?.disabled?.reason).toBe('bot was blocked by the user');
    await stage.tickAt(SLOT + DAY);
    await stage.clock.advance(5000);
    expect(stage.platform.calls.filter((call) => call.chat.id === '1')).toHaveLength(1);
    stage.platform.react = () => 'ok';
    await stage.engine.membershipChanged(ref, true, '');
    await stage.tickAt(SLOT + 2 * DAY);
    await stage.clock.advance(5000);
    expect(stage.platform.texts('1')).toEqual(['موجز 1 2026-11-27']);
    expect(stage.platform.texts('2')).toHaveLength(3);
  });

  it('to a group that has become a supergroup goes there', async () => {
    await stage.subscribe('-5', 'group');
    const migrated = new DeliveryError('migrated', 'upgraded', { migratedTo: '-1005' });
    stage.platform.react = ({ chat }) => (chat.id === '-5' ? migrated : 'ok');
    stage.engine.start();
    await stage.tickAt(SLOT);
    await stage.clock.advance(5000);
    expect(stage.platform.texts('-1005')).toEqual(['موجز 1 2026-11-25']);
    await stage.tickAt(SLOT + DAY);
    await stage.clock.advance(5000);
    expect(stage.platform.texts('-1005')).toHaveLength(2);
    expect(stage.platform.calls.filter((call) => call.chat.id === '-5')).toHaveLength(1);
  });

  it('being sent when the program is told to stop is finished and written; the rest waits', async () => {
    stage.platform.latency = 3000;
    await stage.subscribeMany(50);
    stage.engine.start();
    await stage.tickAt(SLOT);
    const stopped = stage.engine.stop();
    await stage.clock.advance(3000);
    await stopped;
    const sent = [...stage.platform.chats.values()].flat().length;
    expect(sent).toBe(32);
    expect((await stage.store.ledger.ready('telegram', stage.clock.now(), 100, [])).length).toBe(50 - sent);
    stage.engine = stage.newEngine();
    stage.engine.start();
    await stage.clock.advance(10_000);
    for (let i = 1; i <= 50; i++) expect(stage.platform.texts(String(i))).toHaveLength(1);
  });
});
