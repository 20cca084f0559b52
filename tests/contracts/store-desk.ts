import { expect, it } from 'vitest';
import type { Brief } from '#brief/brief.ts';
import type { NewJob } from '#delivery/job.ts';
import type { Store } from '#delivery/store.ts';
import { action } from '#message/action.ts';
import { copy, HOUR, NOW, newChat, owedTo, push, wish } from './store-samples.ts';

/** Jobs, briefs, roles, drafts, statistics and transcripts. */
export function deskContract(current: () => Store) {
  it('a job counts what became of its deliveries, names who was not reached, and tries those again', async () => {
    const store = current();
    const order: NewJob = {
      kind: 'push',
      brief: 'kazakhstan',
      revision: 1,
      view: action('brief', 'x'),
      before: null,
      topics: ['حرب'],
      at: NOW + HOUR,
      by: 'telegram:1',
    };
    const job = await store.jobs.add(order, NOW);
    expect(job).toMatchObject({ ...order, state: 'scheduled', cursor: 0, startedAt: null });
    expect((await store.jobs.open(NOW)).map((j) => j.id)).not.toContain(job.id);
    expect((await store.jobs.scheduled()).map((j) => j.id)).toContain(job.id);
    expect((await store.jobs.open(NOW + HOUR)).map((j) => j.id)).toContain(job.id);
    const reached = await newChat(store);
    const blocked = await newChat(store);
    await store.ledger.owe([push(reached, 'push:7', job.id), push(blocked, 'push:7', job.id)], NOW);
    await store.jobs.advance(job.id, { state: 'sending', cursor: blocked.id }, NOW + HOUR);
    const [a, b] = [await owedTo(store, reached), await owedTo(store, blocked)];
    await store.ledger.finish([
      { id: a[0]!.id, state: 'sent', copy: copy(reached, '1'), until: null, at: NOW },
      { id: b[0]!.id, state: 'failed', reason: 'timeout', at: NOW },
    ]);
    expect(await store.jobs.counts(job.id)).toEqual({
      total: 2,
      pending: 0,
      sent: 1,
      unknown: 0,
      possiblyDouble: 0,
      failed: 1,
      reasons: { timeout: 1 },
    });
    expect(await store.jobs.notReached(job.id, 10)).toEqual([
      { chat: `telegram:${blocked.ref.id}`, title: 'آن', reason: 'timeout' },
    ]);
    await store.jobs.advance(job.id, { state: 'done' }, NOW + HOUR);
    // Who has left since is not asked for it again.
    expect(await store.jobs.retry(job.id, NOW)).toBe(0);
    await store.subscriptions.save(blocked, wish, NOW + HOUR, NOW);
    expect(await store.jobs.retry(job.id, NOW)).toBe(1);
    expect((await store.jobs.get(job.id))?.state).toBe('sending');
    expect(await owedTo(store, blocked)).toHaveLength(1);
    expect(await store.jobs.cancel(job.id, NOW)).toBe(false);
  });

  it('orders take the place of what waited: both or neither, and once', async () => {
    const store = current();
    const order = { kind: 'push', brief: 'place', revision: 1, view: null, before: null } as const;
    const orders = [
      { ...order, topics: [], at: NOW, by: 'telegram:1' },
      { ...order, kind: 'correction' as const, topics: [], at: NOW, by: 'telegram:1' },
    ];
    await store.drafts.save('telegram:77', { a: 1 }, 0, NOW);
    const placed = await Promise.all([1, 2].map(() => store.jobs.addInsteadOf('telegram:77', orders, NOW)));
    expect(placed.filter((jobs) => jobs !== null)).toEqual([
      [expect.objectContaining({ kind: 'push' }), expect.objectContaining({ kind: 'correction' })],
    ]);
    expect(await store.drafts.get('telegram:77')).toBeNull();
    expect((await store.jobs.open(NOW)).filter((job) => job.brief === 'place')).toHaveLength(2);
    expect(await store.jobs.addInsteadOf('telegram:78', orders, NOW)).toBeNull();
  });

  it('a scheduled job can be cancelled until it begins', async () => {
    const store = current();
    const order = { kind: 'push', brief: 'b', revision: 1, view: null, before: null, topics: [] } as const;
    const job = await store.jobs.add({ ...order, topics: [], at: NOW, by: 'telegram:1' }, NOW);
    expect(await store.jobs.cancel(job.id, NOW)).toBe(true);
    expect((await store.jobs.open(NOW)).map((j) => j.id)).not.toContain(job.id);
  });

  it('every revision of a brief is kept; of two editors at the same moment one is told so', async () => {
    const store = current();
    const made = (number: number, hash: string) =>
      ({
        id: 'lebanon',
        headline: hash,
        revision: { number, at: NOW, contentHash: hash },
      }) as unknown as Brief;
    expect(await store.briefs.save(made(1, 'a'))).toBe('saved');
    expect(await store.briefs.save(made(1, 'a'))).toBe('known');
    expect(await store.briefs.save(made(1, 'b'))).toBe('conflict');
    const both = await Promise.all([store.briefs.save(made(2, 'b')), store.briefs.save(made(2, 'c'))]);
    expect(both.sort()).toEqual(['conflict', 'saved']);
    expect((await store.briefs.newest()).map((b) => [b.id, b.revision.number])).toEqual([['lebanon', 2]]);
    expect((await store.briefs.history('lebanon')).map((r) => r.number)).toEqual([1, 2]);
    expect((await store.briefs.get('lebanon', 1))?.headline).toBe('a');
    expect(await store.briefs.get('lebanon', 3)).toBeNull();
  });

  it('roles, drafts and the audit log', async () => {
    const store = current();
    await store.roles.set('telegram:5', 'editor', 'telegram:1', NOW);
    await store.roles.set('telegram:5', 'publisher', 'telegram:1', NOW + 1);
    expect(await store.roles.get('telegram:5')).toBe('publisher');
    expect(await store.roles.all()).toHaveLength(1);
    expect(await store.roles.remove('telegram:5')).toBe(true);
    expect(await store.roles.get('telegram:5')).toBeNull();

    expect(await store.drafts.save('telegram:5', { text: 'أ' }, 0, NOW)).toBe(true);
    expect(await store.drafts.save('telegram:5', { text: 'ب' }, 0, NOW)).toBe(false);
    const both = await Promise.all([
      store.drafts.save('telegram:5', { text: 'ب' }, 1, NOW),
      store.drafts.save('telegram:5', { text: 'ت' }, 1, NOW),
    ]);
    expect(both.filter(Boolean)).toHaveLength(1);
    expect(await store.drafts.get('telegram:5')).toMatchObject({ version: 2 });
    expect(await store.drafts.all()).toHaveLength(1);
    expect(await store.drafts.remove('telegram:5')).toBe(true);

    const entry = {
      at: NOW,
      who: 'telegram:1',
      what: 'correct',
      brief: 'kazakhstan',
      before: 16,
      after: 18,
    };
    await store.audit.append(entry);
    await store.audit.append({ ...entry, what: 'retract', brief: null, after: undefined });
    expect((await store.audit.newest(5)).map((e) => e.what)).toEqual(['retract', 'correct']);
    expect(await store.audit.newest(5, 'kazakhstan')).toEqual([entry]);
  });

  it('statistics count what is asked for, found or not', async () => {
    const store = current();
    for (const brief of ['a', 'b', 'b']) await store.statistics.asked(brief);
    await store.statistics.notFound('باريس', NOW);
    await store.statistics.notFound('باريس', NOW);
    await store.statistics.notFound('\0'.repeat(3) + '\ud800'.repeat(200), NOW);
    const overview = await store.statistics.overview(2);
    expect(overview.mostAsked).toEqual([
      { brief: 'b', times: 2 },
      { brief: 'a', times: 1 },
    ]);
    expect(overview.notFound[0]).toEqual({ words: 'باريس', times: 2 });
    expect(overview.subscribers.telegram).toBeGreaterThan(0);
  });

  it('a transcript keeps the newest state of each message, in one count over all chats', async () => {
    const store = current();
    const { transcripts } = store;
    const content = { by: 'reader', text: 'كازاخستان' } as const;
    const first = await transcripts.append('s1', { nonce: 'n1', at: NOW, content });
    expect(await transcripts.append('s1', { nonce: 'n1', at: NOW, content })).toEqual({
      entry: first.entry,
      isNew: false,
    });
    const other = await transcripts.append('s2', { nonce: 'n1', at: NOW, content });
    expect(other.entry.id).toBeGreaterThan(first.entry.id);
    const changed = await transcripts.update('s1', first.entry.id, { by: 'nobody' });
    expect(changed?.event).toBeGreaterThan(other.entry.event);
    expect(await transcripts.update('s1', first.entry.id, content)).toBeNull();
    expect(await transcripts.readAfter('s1', 0, 10)).toEqual([changed]);
    expect(await transcripts.readAfter('s1', changed!.event, 10)).toEqual([]);
    expect(await transcripts.find('s2', first.entry.id)).toBeNull();
    expect(await transcripts.findByNonce('s2', 'n1')).toEqual(other.entry);
  });

  it('answers', async () => {
    const store = current();
    await store.ping();
    expect(await store.recall('zone rules')).toBeNull();
    await store.remember('zone rules', '2026b');
    await store.remember('zone rules', '2026c');
    expect(await store.recall('zone rules')).toBe('2026c');
    const lease = await store.lease('sender telegram');
    expect(lease?.lost.aborted).toBe(false);
    await lease?.release();
  });
}
