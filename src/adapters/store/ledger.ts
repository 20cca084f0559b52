import { setImmediate as othersTurn } from 'node:timers/promises';
import type { Kysely, Transaction } from 'kysely';
import type { Ledger } from '#delivery/delivery.ts';
import type { ChatRef } from '#delivery/platform.ts';
import { beginAttempts, recoverAttempts } from './attempts.ts';
import {
  copiesOf,
  copyById,
  forgetCopy,
  type InsertedCopy,
  insertCopies,
  newestReceipt,
  newestReceipts,
  type RecordedAnswer,
} from './copies.ts';
import { finishOutcomes } from './finish-outcomes.ts';
import { oweCorrections } from './owe-corrections.ts';
import { oweDeliveries } from './owe-deliveries.ts';
import { readyDeliveries } from './ready-deliveries.ts';
import type { Tables } from './schema.ts';

/** Rows written before whoever waits for an answer has a turn: a hundred at once would hold it up for 15 ms. */
const AT_ONCE = 10;

/** Answers that readers got, at most a few hundred; each message at most once. */
export async function recordAnswers(
  trx: Transaction<Tables>,
  answers: readonly RecordedAnswer[],
): Promise<void> {
  const now = Math.max(...answers.map((answer) => answer.at));
  const copies: InsertedCopy[] = [];
  for (let from = 0; from < answers.length; from += AT_ONCE) {
    if (from > 0) await othersTurn();
    const rows = answers.slice(from, from + AT_ONCE);
    copies.push(
      ...(await insertCopies(
        trx,
        rows.map(({ chat, copy, at }) => ({ ...copy, chat, delivery: null, at })),
      )),
    );
  }
  await oweCorrections(trx, copies, now);
}

export function ledger(db: Kysely<Tables>): Ledger {
  return {
    ready: (platform, now, limit, except) => readyDeliveries(db, platform, now, limit, except),
    begin: (attempts, now) => beginAttempts(db, attempts, now),
    finish: (outcomes) => db.transaction().execute((trx) => finishOutcomes(trx, outcomes)),
    recover: (platform, now) => db.transaction().execute((trx) => recoverAttempts(trx, platform, now)),
    owe: (deliveries, now) => db.transaction().execute((trx) => oweDeliveries(trx, deliveries, now)),
    copy: (id) => copyById(db, id),
    recordAnswer: (chat, copy, now) =>
      db.transaction().execute((trx) => recordAnswers(trx, [{ chat: chat.id, copy, at: now }])),
    forgetAnswer: (chat, receipt) => forgetCopy(db, chat.id, receipt),
    newestReceipt: (chatId, before) => newestReceipt(db, chatId, before),
    copiesOf: (brief, olderThan, after, limit) => copiesOf(db, brief, olderThan, after, limit),
    newestReceipts: (platform, limit) => newestReceipts(db, platform, limit),
    async lastDelivery(ref: ChatRef) {
      const row = await db
        .selectFrom('deliveries as d')
        .innerJoin('chats as c', 'c.id', 'd.chat')
        .select(['d.kind', 'd.sent_at'])
        .where('c.platform', '=', ref.platform)
        .where('c.chat_id', '=', ref.id)
        .where('c.thread', '=', ref.thread ?? '')
        .where('d.state', '=', 'sent')
        .orderBy('d.sent_at', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row ? { kind: row.kind as 'digest', at: row.sent_at ?? 0 } : null;
    },
    async counts(now) {
      const rows = await db
        .selectFrom('deliveries')
        .select(({ fn }) => ['platform', 'state', fn.countAll<number>().as('n')])
        .select(({ fn }) => fn.min('owed_at').as('oldest'))
        // Each half names the condition of a partial index: closed rows, the great majority, are never read.
        .where((e) =>
          e.or([
            e('due_at', 'is not', null).and(e.or([e('due_at', '<=', now), e('state', '=', 'unknown')])),
            e('began_at', 'is not', null).and('state', '=', 'sending'),
          ]),
        )
        .groupBy(['platform', 'state'])
        .execute();
      const due: Record<string, number> = {};
      let unknown = 0;
      let oldest = now;
      for (const row of rows) {
        if (row.state === 'unknown') unknown += Number(row.n);
        else due[row.platform] = (due[row.platform] ?? 0) + Number(row.n);
        oldest = Math.min(oldest, Number(row.oldest));
      }
      return { due, unknown, lagMilliseconds: now - oldest };
    },
  };
}
