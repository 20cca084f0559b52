import { type Kysely, sql } from 'kysely';
import type { Statistics } from '#delivery/desk-store.ts';
import type { Tables } from './schema.ts';

/** Longer searches are cut: they are somebody's text, not words to look for. */
const LONGEST_WORDS = 80;

/** How often each brief was asked for. */
export async function countAsked(db: Kysely<Tables>, times: ReadonlyMap<string, number>): Promise<void> {
  await db
    .insertInto('asked')
    .values([...times].map(([brief, n]) => ({ brief, times: n })))
    .onConflict((c) => c.column('brief').doUpdateSet({ times: sql`asked.times + excluded.times` }))
    .execute();
}

export function statistics(db: Kysely<Tables>): Statistics {
  return {
    asked: (brief) => countAsked(db, new Map([[brief, 1]])),
    async notFound(words, at) {
      const kept = words.slice(0, LONGEST_WORDS).toWellFormed().replaceAll('\0', '');
      await db
        .insertInto('not_found')
        .values({ words: kept, times: 1, at })
        .onConflict((c) => c.column('words').doUpdateSet({ times: sql`not_found.times + 1`, at }))
        .execute();
    },
    async overview(limit) {
      const n = sql<number>`count(*)`.as('n');
      const [subscribers, disabled, deliveries, failures, mostAsked, notFound] = await Promise.all([
        db
          .selectFrom('subscriptions as s')
          .innerJoin('chats as c', 'c.id', 's.chat')
          .select(['c.platform as name', n])
          .where('c.disabled_reason', 'is', null)
          .groupBy('c.platform')
          .execute(),
        db
          .selectFrom('chats')
          .select(['disabled_reason as name', n])
          .where('disabled_reason', 'is not', null)
          .groupBy('disabled_reason')
          .execute(),
        db.selectFrom('deliveries').select(['state as name', n]).groupBy('state').execute(),
        db
          .selectFrom('deliveries')
          .select(['reason as name', n])
          .where('state', '=', 'failed')
          .groupBy('reason')
          .execute(),
        db.selectFrom('asked').selectAll().orderBy('times', 'desc').orderBy('brief').limit(limit).execute(),
        db
          .selectFrom('not_found')
          .select(['words', 'times'])
          .orderBy('times', 'desc')
          .orderBy('words')
          .limit(limit)
          .execute(),
      ]);
      return {
        subscribers: record(subscribers),
        disabledChats: record(disabled),
        deliveries: record(deliveries),
        failures: record(failures),
        mostAsked,
        notFound,
      };
    },
  };
}

function record(rows: readonly { name: string | null; n: number }[]): Record<string, number> {
  return Object.fromEntries(rows.map((row) => [row.name ?? '', Number(row.n)]));
}
