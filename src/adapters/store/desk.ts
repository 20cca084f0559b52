import type { Kysely } from 'kysely';
import type { AuditLog, DraftStore, Role, RoleStore } from '#delivery/desk-store.ts';
import type { Tables } from './schema.ts';

export function roleStore(db: Kysely<Tables>): RoleStore {
  return {
    async get(person) {
      const row = await db.selectFrom('roles').select('role').where('person', '=', person).executeTakeFirst();
      return (row?.role as Role | undefined) ?? null;
    },
    async all() {
      const rows = await db.selectFrom('roles').selectAll().orderBy('person').execute();
      return rows.map((row) => ({ ...row, role: row.role as Role }));
    },
    async set(person, role, by, at) {
      await db
        .insertInto('roles')
        .values({ person, role, by, at })
        .onConflict((c) => c.column('person').doUpdateSet({ role, by, at }))
        .execute();
    },
    async remove(person) {
      const gone = await db.deleteFrom('roles').where('person', '=', person).returning('person').execute();
      return gone.length > 0;
    },
  };
}

export function draftStore(db: Kysely<Tables>): DraftStore {
  return {
    async get(editor) {
      const row = await db.selectFrom('drafts').selectAll().where('editor', '=', editor).executeTakeFirst();
      return row ? { ...row, content: JSON.parse(row.content) as unknown } : null;
    },
    async all() {
      const rows = await db.selectFrom('drafts').selectAll().orderBy('at').execute();
      return rows.map((row) => ({ ...row, content: JSON.parse(row.content) as unknown }));
    },
    async save(editor, content, version, at) {
      const saved = { content: JSON.stringify(content), version: version + 1, at };
      const rows =
        version === 0
          ? await db
              .insertInto('drafts')
              .values({ editor, ...saved })
              .onConflict((c) => c.column('editor').doNothing())
              .returning('version')
              .execute()
          : await db
              .updateTable('drafts')
              .set(saved)
              .where('editor', '=', editor)
              .where('version', '=', version)
              .returning('version')
              .execute();
      return rows.length > 0;
    },
    async remove(editor) {
      const gone = await db.deleteFrom('drafts').where('editor', '=', editor).returning('editor').execute();
      return gone.length > 0;
    },
  };
}

export function auditLog(db: Kysely<Tables>): AuditLog {
  return {
    async append(entry) {
      await db
        .insertInto('audit')
        .values({
          ...entry,
          before: JSON.stringify(entry.before ?? null),
          after: JSON.stringify(entry.after ?? null),
        })
        .execute();
    },
    async newest(limit, brief) {
      let query = db.selectFrom('audit').selectAll().orderBy('id', 'desc').limit(limit);
      if (brief !== undefined) query = query.where('brief', '=', brief);
      return (await query.execute()).map(({ id: _, ...row }) => ({
        ...row,
        before: JSON.parse(row.before) as unknown,
        after: JSON.parse(row.after) as unknown,
      }));
    },
  };
}
