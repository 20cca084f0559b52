import type { Brief } from '#brief/brief.ts';
import { briefCode } from '#brief/brief-code.ts';
import { topicKeys } from '#brief/topics.ts';
import type { PersonKey } from '#delivery/desk-store.ts';
import type { Job, NewJob } from '#delivery/job.ts';
import { action } from '#message/action.ts';
import { UserError } from '#shared/user-error.ts';
import type { DeskTools } from './desk-tools.ts';

/** The order that brings every copy of a brief to the revision that now stands. */
export function copyOrder(
  revised: Brief,
  kind: 'correction' | 'retraction',
  by: PersonKey,
  at: number,
): NewJob {
  const revision = revised.revision.number;
  return { kind, brief: revised.id, revision, view: null, before: revision - 1, topics: [], at, by };
}

/** The order to send a brief to whom it concerns. `before`: readers who have that revision get the difference. */
export function pushOrder(brief: Brief, by: PersonKey, at: number, before: number | null = null): NewJob {
  return {
    kind: 'push',
    brief: brief.id,
    revision: brief.revision.number,
    view: action('brief', briefCode(brief.id)),
    before,
    topics: topicKeys(brief),
    at,
    by,
  };
}

/**
 * Writes orders down in the place of what waited to be carried out, each with its line in the audit log, and wakes
 * the engine. Whatever happens in between, they are written once. Throws `already-done` where somebody came first.
 */
export async function placeOrders(
  { store, clock, wake }: Pick<DeskTools, 'store' | 'clock' | 'wake'>,
  waiting: PersonKey,
  orders: readonly NewJob[],
): Promise<Job[]> {
  const jobs = await store.jobs.addInsteadOf(waiting, orders, clock.now());
  if (!jobs) throw new UserError('already-done');
  for (const { id, kind, brief, by, revision, at } of jobs)
    await store.audit.append({
      at: clock.now(),
      who: by,
      what: kind,
      brief,
      before: null,
      after: { job: id, revision, at },
    });
  if (jobs.length > 0) wake();
  return jobs;
}
