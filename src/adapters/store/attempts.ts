import { type Kysely, sql, type Transaction } from 'kysely';
import { type Attempt, PRIORITY } from '#delivery/delivery.ts';
import { LATE_AFTER } from '#delivery/lateness.ts';
import type { PlatformName } from '#delivery/platform.ts';
import type { Tables } from './schema.ts';

/**
 * Pending → sending with what is about to be sent, in one statement. Rows that somebody else has taken, or that were
 * cancelled since they were read, are left alone and are not among the ids returned.
 */
export async function beginAttempts(
  db: Kysely<Tables>,
  attempts: readonly Attempt[],
  now: number,
): Promise<number[]> {
  if (attempts.length === 0) return [];
  const rows = attempts.map(({ id, message, payload }) => {
    const shown = message === null ? null : JSON.stringify(message);
    return sql`(cast(${id} as bigint), cast(${shown} as text), ${JSON.stringify(payload)})`;
  });
  const { rows: begun } = await sql<{ id: number }>`
    update deliveries
    set state = 'sending', began_at = cast(${now} as bigint), due_at = null, attempts = attempts + 1,
      message = v.column2, payload = v.column3
    from (values ${sql.join(rows)}) as v
    where deliveries.id = v.column1 and deliveries.state = 'pending'
    returning deliveries.id as id`.execute(db);
  return begun.map((row) => row.id);
}

/**
 * What a process that died has left behind: an edit may simply be repeated, a send has to be settled first.
 * Digests that waited through the outage are marked late.
 */
export async function recoverAttempts(trx: Transaction<Tables>, platform: PlatformName, now: number) {
  const edits = await trx
    .updateTable('deliveries')
    .set({ state: 'pending', due_at: now, began_at: null, message: null })
    .where('platform', '=', platform)
    .where('began_at', 'is not', null)
    .where('state', '=', 'sending')
    .where('message', 'is', null)
    .returning('id')
    .execute();
  const unknown = await trx
    .updateTable('deliveries')
    .set({ state: 'unknown', due_at: now, reason: 'stopped while sending', priority: PRIORITY.settle })
    .where('platform', '=', platform)
    .where('began_at', 'is not', null)
    .where('state', '=', 'sending')
    .returning('id')
    .execute();
  await trx
    .updateTable('deliveries')
    .set({ late: 1 })
    .where('platform', '=', platform)
    .where('due_at', 'is not', null)
    .where('kind', '=', 'digest')
    .where('owed_at', '<', now - LATE_AFTER)
    .execute();
  return { unknown: unknown.length, edits: edits.length };
}
