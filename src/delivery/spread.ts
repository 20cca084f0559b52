import type { Clock } from '#shared/clock.ts';
import type { Logger } from '#shared/logger.ts';
import type { Copy, NewDelivery } from './delivery.ts';
import type { DeliveryEvents } from './delivery-events.ts';
import type { Job } from './job.ts';
import type { Store } from './store.ts';
import type { Subscriber } from './subscription.ts';

const PAGE = 500;

export interface SpreadTools {
  store: Pick<Store, 'jobs' | 'ledger' | 'subscriptions'>;
  clock: Clock;
  logger: Logger;
  events: DeliveryEvents;
  /** True when the program is about to end: the rest is written after the next start. */
  stopping(): boolean;
}

/**
 * Takes one job as far as it can go now: writes what it owes, page by page, then waits for all of it to end. After a
 * crash it goes on at its cursor; a page that is written twice is owed once. Returns true where something was owed.
 */
export async function advanceJob(job: Job, tools: SpreadTools): Promise<boolean> {
  const { store, clock, logger } = tools;
  let owed = 0;
  if (job.state !== 'sending') {
    await store.jobs.advance(job.id, { state: 'spreading' }, clock.now());
    owed = await spread(job, job.cursor, tools);
    if (tools.stopping()) return owed > 0;
    await store.jobs.advance(job.id, { state: 'sending' }, clock.now());
    logger.info({ job: job.id, kind: job.kind, brief: job.brief, owed }, 'written to all that it concerns');
  }
  if (tools.stopping() || (await store.jobs.isOpen(job.id))) return owed > 0;
  // A copy may have been recorded while the last page was read; it is found now, or was owed its correction then.
  const missed = job.kind === 'push' ? 0 : await spread(job, 0, tools);
  if (missed > 0) return true;
  await store.jobs.advance(job.id, { state: 'done' }, clock.now());
  const counts = await store.jobs.counts(job.id);
  logger.info({ job: job.id, kind: job.kind, brief: job.brief, ...counts }, 'done');
  return owed > 0;
}

async function spread(job: Job, from: number, tools: SpreadTools): Promise<number> {
  const { store, clock, events } = tools;
  let [cursor, owed] = [from, 0];
  while (!tools.stopping()) {
    const page = await readPage(job, cursor, tools);
    if (!page) break;
    const added = await store.ledger.owe(page.deliveries, clock.now());
    if (added > 0) events.owed(job.kind, added);
    owed += added;
    cursor = page.cursor;
    await store.jobs.advance(job.id, { cursor }, clock.now());
  }
  return owed;
}

async function readPage(job: Job, after: number, { store }: SpreadTools) {
  if (job.kind === 'push') {
    const page = await store.subscriptions.subscribers(after, PAGE);
    const last = page.at(-1);
    return (
      last && {
        cursor: last.chat.id,
        deliveries: page.filter((s) => wantsPush(s, job.topics)).map((s) => pushTo(s, job)),
      }
    );
  }
  const page = await store.ledger.copiesOf(job.brief, job.revision, after, PAGE);
  const last = page.at(-1);
  return last && { cursor: last.id, deliveries: page.map((copy) => correctionOf(copy, job)) };
}

/** Whether a push about `topics` concerns this chat. */
export function wantsPush({ chat, topics }: Subscriber, about: readonly string[]): boolean {
  return chat.settings.breaking && (topics.length === 0 || topics.some((topic) => about.includes(topic)));
}

function pushTo({ chat }: Subscriber, job: Job): NewDelivery {
  const { id, brief, view, before, at } = job;
  return {
    chatId: chat.id,
    kind: 'push',
    key: `push:${id}`,
    payload: { type: 'brief', brief, view: view ?? { name: 'brief', args: [] }, before },
    copyId: null,
    jobId: id,
    owedAt: at,
  };
}

function correctionOf(copy: Copy, job: Job): NewDelivery {
  return {
    chatId: copy.chat.id,
    kind: job.kind,
    key: `correction:${job.id}:${copy.id}`,
    payload: copy.payload,
    copyId: copy.id,
    jobId: job.id,
    owedAt: job.at,
  };
}
