import { expect, it } from 'vitest';
import type { NewJob } from '#delivery/job.ts';
import type { Store } from '#delivery/store.ts';
import { copy, HOUR, message, NOW, newChat, newRef, owedTo, planned, push, wish } from './store-samples.ts';

/** What is owed, sent and shown. */
export function ledgerContract(current: () => Store) {
  it('a digest begins where the last delivered one ended', async () => {
    const store = current();
    const chat = await newChat(store);
    const subscription = await store.subscriptions.save(chat, wish, NOW, NOW);
    await store.subscriptions.plan([planned(subscription, '2026-11-25')], NOW);
    const [first] = await owedTo(store, chat);
    await store.ledger.begin([{ id: first!.id, message, payload: first!.payload }], NOW);
    await store.ledger.finish([
      { id: first!.id, state: 'sent', copy: copy(chat, '1'), until: NOW + 3, at: NOW + 5 },
    ]);
    const after = await store.subscriptions.get(chat.ref);
    expect(after?.lastDigest).toEqual({ at: NOW + 5, until: NOW + 3 });
    await store.subscriptions.plan([planned(after!, '2026-11-26', NOW + 24 * HOUR)], NOW + 24 * HOUR);
    const [second] = await owedTo(store, chat, NOW + 24 * HOUR);
    expect(second?.payload).toMatchObject({ type: 'digest', since: NOW + 3, items: null });
    expect(await store.ledger.lastDelivery(chat.ref)).toEqual({ kind: 'digest', at: NOW + 5 });
  });

  it('of two senders only one gets to begin', async () => {
    const store = current();
    const chat = await newChat(store);
    await store.ledger.owe([push(chat, 'push:1')], NOW);
    const [owed] = await owedTo(store, chat);
    const attempt = { id: owed!.id, message, payload: owed!.payload };
    const begun = await Promise.all([store.ledger.begin([attempt], NOW), store.ledger.begin([attempt], NOW)]);
    expect(begun.flat()).toEqual([owed!.id]);
    expect(await owedTo(store, chat)).toEqual([]);
  });

  it('what was being sent when the process died is unknown, keeps its message, and edits are simply owed again', async () => {
    const store = current();
    const chat = await newChat(store, newRef('discord'));
    await store.ledger.owe([push(chat, 'push:1')], NOW);
    const [owed] = await owedTo(store, chat);
    const shown = { ...message, blocks: [{ type: 'heading' as const, level: 1 as const, text: 'عنوان' }] };
    await store.ledger.begin([{ id: owed!.id, message: shown, payload: owed!.payload }], NOW + 7);
    await store.ledger.recordAnswer(chat, copy(chat, '5'), NOW);
    const [known] = await store.ledger.copiesOf('kazakhstan', 2, 0, 1000).then((all) => all.slice(-1));
    await store.ledger.owe([{ ...push(chat, 'correction:1:1'), kind: 'correction', copyId: known!.id }], NOW);
    const [edit] = await owedTo(store, chat);
    await store.ledger.begin([{ id: edit!.id, message: null, payload: edit!.payload }], NOW + 8);
    expect(await store.ledger.recover('discord', NOW + 9)).toEqual({ unknown: 1, edits: 1 });
    const [second, first] = await owedTo(store, chat, NOW + 9);
    expect(first).toMatchObject({ key: 'correction:1:1', state: 'pending', message: null });
    expect(second).toMatchObject({
      key: 'push:1',
      state: 'unknown',
      message: shown,
      attempts: 1,
      beganAt: NOW + 7,
    });
    expect(second!.nonce).toBe(owed!.nonce);
    expect(owed!.nonce.length).toBeLessThanOrEqual(25);
  });

  it('a sent message is a copy: it is found again, edited, and no longer shows the old revision', async () => {
    const store = current();
    const chat = await newChat(store);
    const story = `story-${chat.id}`;
    await store.ledger.owe([push(chat, 'push:1')], NOW);
    const [owed] = await owedTo(store, chat);
    await store.ledger.begin([{ id: owed!.id, message, payload: owed!.payload }], NOW);
    await store.ledger.finish([
      { id: owed!.id, state: 'sent', copy: copy(chat, '77', 1, story), until: null, at: NOW },
    ]);
    const [found] = await store.ledger.copiesOf(story, 2, 0, 10);
    expect(found).toMatchObject({
      receipt: { chat: chat.ref, messageIds: ['77'], format: 'rich' },
      shows: [{ brief: story, revision: 1 }],
    });
    expect(await store.ledger.newestReceipt(chat.id, NOW + 1)).toEqual(found!.receipt);
    expect(await store.ledger.newestReceipt(chat.id, NOW)).toBeNull();
    await store.ledger.owe([{ ...push(chat, 'correction:9:1'), kind: 'correction', copyId: found!.id }], NOW);
    const [edit] = await owedTo(store, chat);
    expect(edit?.copyId).toBe(found!.id);
    await store.ledger.begin([{ id: edit!.id, message: null, payload: edit!.payload }], NOW);
    await store.ledger.finish([
      { id: edit!.id, state: 'sent', copy: copy(chat, '77', 2, story), until: null, at: NOW },
    ]);
    expect(await store.ledger.copiesOf(story, 2, 0, 10)).toEqual([]);
    expect(await store.ledger.copy(found!.id)).toMatchObject({
      id: found!.id,
      shows: [{ brief: story, revision: 2 }],
    });
  });

  it('a message whose content is replaced shows only the new brief, then none', async () => {
    const store = current();
    const chat = await newChat(store);
    const [old, fresh] = [`story-${chat.id}`, `newer-${chat.id}`];
    await store.ledger.recordAnswer(chat, copy(chat, '8', 1, old), NOW);
    await store.ledger.recordAnswer(chat, copy(chat, '8', 1, fresh), NOW);
    expect(await store.ledger.copiesOf(old, 2, 0, 10)).toEqual([]);
    const [shown] = await store.ledger.copiesOf(fresh, 2, 0, 10);
    await store.ledger.forgetAnswer(chat, shown!.receipt);
    expect(await store.ledger.copiesOf(fresh, 2, 0, 10)).toEqual([]);
  });

  it('a message that was on its way during a correction is owed the correction', async () => {
    const store = current();
    const chat = await newChat(store);
    const story = `story-${chat.id}`;
    const order: NewJob = {
      kind: 'correction',
      brief: story,
      revision: 2,
      view: null,
      before: null,
      topics: [],
      at: NOW,
      by: 'telegram:1',
    };
    const job = await store.jobs.add(order, NOW);
    await store.jobs.advance(job.id, { state: 'done' }, NOW);
    await store.ledger.recordAnswer(chat, copy(chat, '3', 1, story), NOW);
    // A store may gather answers for a moment; whoever looks for open orders finds them all.
    await store.jobs.open(NOW);
    expect((await owedTo(store, chat)).map((d) => [d.kind, d.jobId])).toEqual([['correction', job.id]]);
    expect((await store.jobs.get(job.id))?.state).toBe('sending');
    await store.ledger.recordAnswer(chat, copy(chat, '4', 2, story), NOW);
    await store.jobs.open(NOW);
    expect(await owedTo(store, chat)).toHaveLength(1);
  });

  it('failed, waiting and unknown ends are written as they are', async () => {
    const store = current();
    const chat = await newChat(store);
    await store.ledger.owe([push(chat, 'push:1'), push(chat, 'push:2'), push(chat, 'push:3')], NOW);
    const owed = await owedTo(store, chat);
    await store.ledger.begin(
      owed.map((d) => ({ id: d.id, message, payload: d.payload })),
      NOW,
    );
    await store.ledger.finish([
      { id: owed[0]!.id, state: 'failed', reason: 'chat not found', at: NOW },
      { id: owed[1]!.id, state: 'pending', reason: '429', dueAt: NOW + 5000, possiblyDouble: true },
      { id: owed[2]!.id, state: 'unknown', reason: 'timeout', dueAt: NOW + 1000 },
    ]);
    expect(await owedTo(store, chat)).toEqual([]);
    const later = await owedTo(store, chat, NOW + 5000);
    expect(later.map((d) => [d.state, d.possiblyDouble, d.reason])).toEqual([
      ['unknown', false, 'timeout'],
      ['pending', true, '429'],
    ]);
    expect((await store.ledger.counts(NOW + 5000)).unknown).toBeGreaterThan(0);
  });

  it('what is being sent is counted as due until its end is known', async () => {
    const store = current();
    const due = async () => (await store.ledger.counts(NOW)).due.web ?? 0;
    const before = await due();
    const chat = await newChat(store, newRef('web'));
    await store.ledger.owe([push(chat, 'push:1')], NOW);
    const [owed] = await owedTo(store, chat);
    await store.ledger.begin([{ id: owed!.id, message, payload: owed!.payload }], NOW);
    expect(await due()).toBe(before + 1);
    await store.ledger.finish([{ id: owed!.id, state: 'failed', reason: 'chat not found', at: NOW }]);
    expect(await due()).toBe(before);
  });

  it('corrections go before pushes, pushes before digests', async () => {
    const store = current();
    const chat = await newChat(store, newRef('web'));
    const subscription = await store.subscriptions.save(chat, wish, NOW, NOW);
    await store.subscriptions.plan([planned(subscription, '2026-11-25')], NOW);
    await store.ledger.owe(
      [push(chat, 'push:1'), { ...push(chat, 'correction:1:1'), kind: 'correction' }],
      NOW,
    );
    expect((await owedTo(store, chat)).map((d) => d.kind)).toEqual(['correction', 'push', 'digest']);
    const [first] = await owedTo(store, chat);
    const rest = await store.ledger.ready('web', NOW, 1000, [first!.id]);
    expect(rest.map((d) => d.kind)).toEqual(['push', 'digest']);
  });
}
