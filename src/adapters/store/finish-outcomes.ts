import type { Transaction } from 'kysely';
import { type Outcome, type Payload, PRIORITY } from '#delivery/delivery.ts';
import { type CopyToInsert, insertCopies, updateCopy } from './copies.ts';
import { oweCorrections } from './owe-corrections.ts';
import type { Tables } from './schema.ts';

type Notice = Extract<Payload, { type: 'notice' }>;
type Sent = Extract<Outcome, { state: 'sent' }>;

/** Writes how attempts ended. Rows that are not under way any more (their chat was disabled meanwhile) stay as they are. */
export async function finishOutcomes(trx: Transaction<Tables>, outcomes: readonly Outcome[]): Promise<void> {
  const sent = outcomes.filter((outcome): outcome is Sent => outcome.state === 'sent');
  if (sent.length > 0) await finishSent(trx, sent);
  for (const outcome of outcomes) {
    if (outcome.state === 'sent') continue;
    let update = trx.updateTable('deliveries').where('id', '=', outcome.id).where('state', 'in', ACTIVE);
    switch (outcome.state) {
      case 'failed':
        update = update.set({ state: 'failed', reason: outcome.reason, sent_at: outcome.at, ...CLOSED });
        break;
      case 'pending':
        update = update.set({
          state: 'pending',
          reason: outcome.reason,
          due_at: outcome.dueAt,
          began_at: null,
          message: null,
          ...(outcome.possiblyDouble ? { possibly_double: 1 } : {}),
          ...(outcome.late ? { late: 1 } : {}),
        });
        if (outcome.notice) {
          const replaced = await replaceCopy(trx, outcome.id, outcome.notice);
          update = replaced
            ? update.set({
                kind: 'notice',
                copy: null,
                priority: PRIORITY.notice,
                payload: JSON.stringify(outcome.notice),
              })
            : // Another order's notice stands for this copy, and is brought to the newest revision itself.
              update.set({
                state: 'sent',
                reason: 'replaced by a notice',
                sent_at: outcome.dueAt,
                ...CLOSED,
              });
        }
        break;
      case 'unknown':
        update = update.set({
          state: 'unknown',
          reason: outcome.reason,
          due_at: outcome.dueAt,
          priority: PRIORITY.settle,
        });
        break;
    }
    await update.execute();
  }
}

const CLOSED = { due_at: null, began_at: null, message: null };
const ACTIVE = ['pending', 'sending', 'unknown'];

async function finishSent(trx: Transaction<Tables>, sent: readonly Sent[]): Promise<void> {
  const rows = await trx
    .updateTable('deliveries')
    .set((e) => ({ state: 'sent', ...CLOSED, sent_at: e.val(sent[0]!.at), reason: null }))
    .where(
      'id',
      'in',
      sent.map((outcome) => outcome.id),
    )
    .returning(['id', 'chat', 'copy', 'kind'])
    .execute();
  const byId = new Map(sent.map((outcome) => [outcome.id, outcome]));
  const fresh: CopyToInsert[] = [];
  for (const row of rows) {
    const outcome = byId.get(row.id)!;
    if (outcome.copy && row.copy !== null) await updateCopy(trx, row.copy, outcome.copy);
    else if (outcome.copy) fresh.push({ ...outcome.copy, chat: row.chat, delivery: row.id, at: outcome.at });
    if (outcome.reason)
      await trx.updateTable('deliveries').set({ reason: outcome.reason }).where('id', '=', row.id).execute();
    if (outcome.until !== null)
      await trx
        .updateTable('subscriptions')
        .set({ last_digest_until: outcome.until, ...(outcome.copy ? { last_digest_at: outcome.at } : {}) })
        .where('chat', '=', row.chat)
        .execute();
  }
  if (fresh.length > 0) await oweCorrections(trx, await insertCopies(trx, fresh), sent[0]!.at);
}

/**
 * The copy that could not be edited is not shown any more, or will stay as it is: nothing is to be tried on it again
 * for that brief; a digest may show others. False where this was so before.
 */
async function replaceCopy(trx: Transaction<Tables>, id: number, { brief }: Notice): Promise<boolean> {
  const row = await trx.selectFrom('deliveries').select('copy').where('id', '=', id).executeTakeFirst();
  if (!row || row.copy === null) return true;
  const { numDeletedRows } = await trx
    .deleteFrom('copy_briefs')
    .where('copy', '=', row.copy)
    .where('brief', '=', brief)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
