import { type Kysely, sql } from 'kysely';
import type { Brief } from '#brief/brief.ts';
import type { BriefStore } from '#brief/brief-store.ts';
import type { Tables } from './schema.ts';

export function briefStore(db: Kysely<Tables>): BriefStore {
  return {
    async newest() {
      const rows = await db
        .selectFrom('briefs as b')
        .select('b.content')
        .where('b.revision', '=', (e) =>
          e
            .selectFrom('briefs as n')
            .select((f) => f.fn.max('n.revision').as('newest'))
            .whereRef('n.id', '=', 'b.id'),
        )
        .orderBy('b.id')
        .execute();
      return rows.map((row) => JSON.parse(row.content) as Brief);
    },
    async get(id, revision) {
      const row = await db
        .selectFrom('briefs')
        .select('content')
        .where('id', '=', id)
        .where('revision', '=', revision)
        .executeTakeFirst();
      return row ? (JSON.parse(row.content) as Brief) : null;
    },
    async history(id) {
      const rows = await db
        .selectFrom('briefs')
        .select('content')
        .where('id', '=', id)
        .orderBy('revision')
        .execute();
      return rows.map((row) => (JSON.parse(row.content) as Brief).revision);
    },
    async save(brief) {
      const { number: revision, contentHash } = brief.revision;
      // One statement, so that of two editors at the same moment only one can follow on the newest revision.
      const { rows } = await sql<{ id: string }>`
        insert into briefs (id, revision, content_hash, content)
        select ${brief.id}, cast(${revision} as integer), ${contentHash}, ${JSON.stringify(brief)}
        where not exists (select 1 from briefs where id = ${brief.id} and revision >= ${revision})
        on conflict (id, revision) do nothing
        returning id`.execute(db);
      if (rows.length > 0) return 'saved';
      const there = await db
        .selectFrom('briefs')
        .select('content_hash')
        .where('id', '=', brief.id)
        .where('revision', '=', revision)
        .executeTakeFirst();
      return there?.content_hash === contentHash ? 'known' : 'conflict';
    },
  };
}
