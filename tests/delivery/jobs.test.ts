import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DeliveryError } from '#delivery/delivery-error.ts';
import { wantsPush } from '#delivery/spread.ts';
import { DeliveryStage, MINUTE } from '#tests/fakes/delivery-stage.ts';
import { LIKE_TELEGRAM, type Reaction } from '#tests/fakes/scripted-platform.ts';

describe('an editor’s order', () => {
  let stage: DeliveryStage;
  beforeEach(async () => {
    stage = await DeliveryStage.open(LIKE_TELEGRAM);
    stage.engine.start();
  });
  afterEach(() => stage.close());
  const done = (job: number) => stage.clock.advanceUntil(() => stage.isDone(job), 5 * MINUTE, 500);

  it('a push reaches every subscribed chat that wants it, once', async () => {
    await stage.subscribeMany(100);
    await stage.store.chats.saveSettings(ref('7'), { breaking: false });
    await stage.store.chats.disable(ref('8'), 'blocked', 'chat', stage.clock.now());
    const job = await stage.order('push');
    await done(job);
    for (let i = 1; i <= 100; i++)
      expect(stage.platform.texts(String(i))).toEqual(i === 7 || i === 8 ? [] : ['موجز 1']);
    expect(await stage.store.jobs.counts(job)).toMatchObject({ total: 98, sent: 98, failed: 0, pending: 0 });
  });

  it('goes only to chats that follow the topic, where they follow any', async () => {
    const chat = await stage.subscribe('1');
    expect(wantsPush({ chat, topics: [] }, ['kind:disaster'])).toBe(true);
    expect(wantsPush({ chat, topics: ['kind:disaster'] }, ['kind:disaster', 'YE'])).toBe(true);
    expect(wantsPush({ chat, topics: ['kind:sport'] }, ['kind:disaster'])).toBe(false);
  });

  it('a scheduled push waits for its time', async () => {
    await stage.subscribe('1');
    const job = await stage.store.jobs.add(
      {
        kind: 'push',
        brief: 'flood',
        revision: 1,
        view: null,
        before: null,
        topics: [],
        at: stage.clock.now() + 30_000,
        by: 'telegram:1',
      },
      stage.clock.now(),
    );
    await stage.engine.tick();
    await stage.clock.advance(29_000);
    expect(stage.platform.calls).toEqual([]);
    await stage.clock.advance(31_000);
    await stage.engine.tick();
    await done(job.id);
    expect(stage.platform.texts('1').filter((text) => text === 'موجز 1')).toHaveLength(1);
  });

  it('a correction edits every copy: pushed, digested, and answered', async () => {
    await stage.subscribeMany(20);
    const push = await stage.order('push');
    await done(push);
    stage.revision = 2;
    const job = await stage.order('correction');
    await done(job);
    for (let i = 1; i <= 20; i++) expect(stage.platform.texts(String(i))).toEqual(['موجز 2']);
    expect(await stage.store.ledger.copiesOf('flood', 2, 0, 100)).toEqual([]);
    expect(await stage.store.jobs.counts(job)).toMatchObject({ total: 20, sent: 20 });
  });

  it('a correction while the push is still running leaves nobody with the old figure', async () => {
    stage.platform.latency = 700;
    await stage.subscribeMany(200);
    const push = await stage.order('push');
    await stage.clock.advance(2500);
    stage.revision = 2;
    const correction = await stage.order('correction');
    await done(push);
    await done(correction);
    for (let i = 1; i <= 200; i++) expect(stage.platform.texts(String(i))).toEqual(['موجز 2']);
  });

  it('a retraction while the correction is running leaves everybody with the notice, none of them twice', async () => {
    await stage.subscribeMany(100);
    await done(await stage.order('push'));
    stage.revision = 2;
    const correction = await stage.order('correction');
    await stage.clock.advance(1500);
    [stage.revision, stage.retracted] = [3, true];
    const retraction = await stage.order('retraction');
    await done(correction);
    await done(retraction);
    for (let i = 1; i <= 100; i++) expect(stage.platform.texts(String(i))).toEqual(['سُحب']);
    expect(stage.platform.count('send')).toBe(100);
  });

  it('copies that cannot be edited get a short notice; chats that cannot be reached are named', async () => {
    await stage.subscribeMany(10);
    await done(await stage.order('push'));
    stage.platform.chats.set('3', []);
    stage.platform.react = ({ method, chat }): Reaction => {
      if (chat.id === '5' && method === 'edit')
        return new DeliveryError('rejected', "message can't be edited");
      if (chat.id === '9') return new DeliveryError('forbidden', 'bot was blocked by the user');
      return 'ok';
    };
    stage.revision = 2;
    const job = await stage.order('correction');
    await done(job);
    expect(stage.platform.texts('3')).toEqual(['تصحيح موجز 2']);
    expect(stage.platform.texts('5')).toEqual(['موجز 1', 'تصحيح موجز 2']);
    expect(await stage.store.jobs.counts(job)).toMatchObject({
      total: 10,
      sent: 9,
      failed: 1,
      reasons: { 'bot was blocked by the user': 1 },
    });
    expect(await stage.store.jobs.notReached(job, 10)).toEqual([
      { chat: 'telegram:9', title: '9', reason: 'bot was blocked by the user' },
    ]);
    stage.platform.react = () => 'ok';
    stage.revision = 3;
    await done(await stage.order('correction'));
    expect(stage.platform.texts('5')).toEqual(['موجز 1', 'تصحيح موجز 3']);
  });

  it('a copy that is gone is answered once, however many orders find it gone', async () => {
    await stage.subscribeMany(100);
    await done(await stage.order('push'));
    for (let i = 80; i <= 100; i++) stage.platform.chats.set(String(i), []);
    stage.revision = 2;
    const correction = await stage.order('correction');
    await stage.clock.advance(1500);
    [stage.revision, stage.retracted] = [3, true];
    const retraction = await stage.order('retraction');
    await done(correction);
    await done(retraction);
    for (let i = 80; i <= 100; i++) expect(stage.platform.texts(String(i))).toHaveLength(1);
    expect(await stage.store.jobs.counts(retraction)).toMatchObject({ failed: 0, pending: 0 });
  });

  it('goes on where it was when the process was killed, and repeats nothing', async () => {
    await stage.subscribeMany(200);
    const push = await stage.order('push');
    await stage.clock.advance(2000);
    stage.platform.react = () => 'hang';
    await stage.clock.advance(500);
    stage.platform.react = () => 'ok';
    stage.engine = stage.newEngine();
    stage.engine.start();
    await done(push);
    for (let i = 1; i <= 200; i++) expect(stage.platform.texts(String(i))).toEqual(['موجز 1']);
  });

  it('what failed can be tried again', async () => {
    await stage.subscribeMany(3);
    stage.platform.react = ({ chat }): Reaction =>
      chat.id === '2' ? new DeliveryError('rejected', 'bad request') : 'ok';
    const job = await stage.order('push');
    await done(job);
    expect(await stage.store.jobs.counts(job)).toMatchObject({ sent: 2, failed: 1 });
    stage.platform.react = () => 'ok';
    expect(await stage.store.jobs.retry(job, stage.clock.now())).toBe(1);
    stage.engine.ordered();
    await done(job);
    expect(stage.platform.texts('2')).toEqual(['موجز 1']);
    expect(await stage.store.jobs.counts(job)).toMatchObject({ sent: 3, failed: 0 });
  });

  it('tried again reaches a chat that had been given up, which gets its digests again; not who has left', async () => {
    await stage.subscribeMany(3);
    stage.platform.react = ({ chat }): Reaction =>
      chat.id === '1' ? 'ok' : new DeliveryError('forbidden', 'Missing Access');
    const job = await stage.order('push');
    await done(job);
    expect((await stage.store.chats.get(ref('2')))?.disabled).toMatchObject({ reason: 'Missing Access' });
    await stage.store.subscriptions.remove(ref('3'), stage.clock.now());
    stage.platform.react = () => 'ok';
    await stage.store.jobs.retry(job, stage.clock.now());
    stage.engine.ordered();
    await done(job);
    expect(stage.platform.texts('2')).toEqual(['موجز 1']);
    expect((await stage.store.chats.get(ref('2')))?.disabled).toBeNull();
    expect((await stage.store.subscriptions.get(ref('2')))?.nextDue).toBeGreaterThan(stage.clock.now());
    expect(stage.platform.texts('3')).toEqual([]);
  });

  it('a group whose minute is used up does not hold up the others', async () => {
    for (let i = 0; i < 60; i++) {
      const chat = await stage.subscribe('-1', 'group', String(i + 1));
      void chat;
    }
    await stage.subscribeMany(30);
    const job = await stage.order('push');
    await stage.clock.advance(4000);
    for (let i = 1; i <= 30; i++) expect(stage.platform.texts(String(i))).toEqual(['موجز 1']);
    await done(job);
    expect(stage.platform.texts('-1')).toHaveLength(60);
    const times = stage.platform.calls.filter((call) => call.chat.id === '-1').map((call) => call.at);
    for (let i = 0; i + 40 < times.length; i++) expect(times[i + 40]! - times[i]!).toBeGreaterThan(55_000);
  });
});

function ref(id: string) {
  return { platform: 'telegram', id, thread: null } as const;
}
