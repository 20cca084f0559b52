import { type Kysely, sql } from 'kysely';
import type { Store } from '#delivery/store.ts';
import { briefStore } from './briefs.ts';
import { chatStore } from './chats.ts';
import { auditLog, draftStore, roleStore } from './desk.ts';
import { jobStore } from './jobs.ts';
import { ledger } from './ledger.ts';
import type { Tables } from './schema.ts';
import { statistics } from './statistics.ts';
import { subscriptionStore } from './subscriptions.ts';
import { transcriptStore } from './transcripts.ts';

/** The parts that do not care which database it is; `own` is what the two do differently. */
export function kyselyStore(
  db: Kysely<Tables>,
  own: Pick<Store, 'lease' | 'backup'> & { released(): Promise<void> },
): Store {
  return {
    chats: chatStore(db),
    subscriptions: subscriptionStore(db),
    ledger: ledger(db),
    jobs: jobStore(db),
    briefs: briefStore(db),
    roles: roleStore(db),
    drafts: draftStore(db),
    audit: auditLog(db),
    statistics: statistics(db),
    transcripts: transcriptStore(db),
    async recall(name) {
      const row = await db.selectFrom('facts').select('value').where('name', '=', name).executeTakeFirst();
      return row?.value ?? null;
    },
    async remember(name, value) {
      await db
        .insertInto('facts')
        .values({ name, value })
        .onConflict((c) => c.column('name').doUpdateSet({ value }))
        .execute();
    },
    lease: own.lease,
    backup: own.backup,
    async ping() {
      await sql`select 1`.execute(db);
    },
    async close() {
      await db.destroy();
      await own.released();
    },
  };
}
