import type { Transaction } from 'kysely';
import type { NewDelivery } from '#delivery/delivery.ts';
import type { InsertedCopy } from './copies.ts';
import { oweDeliveries } from './owe-deliveries.ts';
import type { Tables } from './schema.ts';

/**
 * A message that was on its way while its brief was corrected shows the old figure, and the correction has passed it
 * by: it is owed that correction from the moment it is recorded.
 */
export async function oweCorrections(
  trx: Transaction<Tables>,
  copies: readonly InsertedCopy[],
  now: number,
): Promise<void> {
  const briefs = [...new Set(copies.flatMap((copy) => copy.shows.map((shown) => shown.brief)))];
  if (briefs.length === 0) return;
  const jobs = await trx
    .selectFrom('jobs')
    .select(['id', 'kind', 'brief', 'revision', 'state'])
    .where('brief', 'in', briefs)
    .where('kind', 'in', ['correction', 'retraction'])
    .where('state', '!=', 'cancelled')
    .where('started_at', 'is not', null)
    .orderBy('revision')
    .execute();
  const newest = new Map(jobs.map((job) => [job.brief, job]));
  const owed: NewDelivery[] = [];
  for (const copy of copies)
    for (const shown of copy.shows) {
      const job = newest.get(shown.brief);
      if (job && job.revision > shown.revision)
        owed.push({
          chatId: copy.chat,
          kind: job.kind as 'correction',
          key: correctionKey(job.id, copy.id),
          payload: copy.payload,
          copyId: copy.id,
          jobId: job.id,
          owedAt: now,
        });
    }
  if (owed.length === 0) return;
  await oweDeliveries(trx, owed, now);
  await trx
    .updateTable('jobs')
    .set({ state: 'sending', finished_at: null })
    .where('id', 'in', [...new Set(owed.map((d) => d.jobId!))])
    .where('state', '=', 'done')
    .execute();
}

function correctionKey(job: number, copy: number): string {
  return `correction:${job}:${copy}`;
}
