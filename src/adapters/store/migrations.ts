import { type CreateTableBuilder, type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Tables } from './schema.ts';

export type Dialect = 'sqlite' | 'postgres';

type Db = Kysely<Tables>;

/** Forward only; a migration that has been released is never changed again. */
export function migrations(dialect: Dialect): Record<string, Migration> {
  return { '001-tables': { up: (db) => createTables(db, dialect) } };
}

async function createTables(db: Db, dialect: Dialect): Promise<void> {
  const table = (name: string) => db.schema.createTable(name);
  const withId = <T extends string>(t: CreateTableBuilder<T>) =>
    dialect === 'sqlite'
      ? t.addColumn('id', 'integer', (c) => c.primaryKey())
      : t.addColumn('id', 'bigint', (c) => c.primaryKey().generatedByDefaultAsIdentity());

  await withId(table('chats'))
    .addColumn('platform', 'text', required)
    .addColumn('chat_id', 'text', required)
    .addColumn('thread', 'text', required)
    .addColumn('kind', 'text', required)
    .addColumn('title', 'text', required)
    .addColumn('settings', 'text', required)
    .addColumn('disabled_reason', 'text')
    .addColumn('disabled_at', 'bigint')
    .addColumn('created_at', 'bigint', required)
    .addUniqueConstraint('chats_ref', ['platform', 'chat_id', 'thread'])
    .execute();
  await withId(table('subscriptions'))
    .addColumn('chat', 'bigint', (c) => c.notNull().unique().references('chats.id'))
    .addColumn('time', 'text')
    .addColumn('zone', 'text', required)
    .addColumn('weekdays', 'integer', required)
    .addColumn('topics', 'text', required)
    .addColumn('quiet_days', 'integer', required)
    .addColumn('created_at', 'bigint', required)
    .addColumn('next_due', 'bigint')
    .addColumn('last_date', 'text')
    .addColumn('last_digest_at', 'bigint')
    .addColumn('last_digest_until', 'bigint')
    .execute();
  await sql`create index subscriptions_due on subscriptions (next_due, id) where next_due is not null`.execute(
    db,
  );
  await withId(table('deliveries'))
    .addColumn('chat', 'bigint', (c) => c.notNull().references('chats.id'))
    .addColumn('platform', 'text', required)
    .addColumn('kind', 'text', required)
    .addColumn('key', 'text', required)
    .addColumn('state', 'text', required)
    .addColumn('payload', 'text', required)
    .addColumn('copy', 'bigint')
    .addColumn('job', 'bigint')
    .addColumn('priority', 'integer', required)
    .addColumn('owed_at', 'bigint', required)
    .addColumn('due_at', 'bigint')
    .addColumn('began_at', 'bigint')
    .addColumn('attempts', 'integer', required)
    .addColumn('nonce', 'text', required)
    .addColumn('late', 'integer', required)
    .addColumn('possibly_double', 'integer', required)
    .addColumn('reason', 'text')
    .addColumn('message', 'text')
    .addColumn('sent_at', 'bigint')
    .addUniqueConstraint('deliveries_once', ['chat', 'key'])
    .execute();
  for (const index of [
    sql`create index deliveries_open on deliveries (platform, priority, due_at, id) where due_at is not null`,
    sql`create index deliveries_open_chat on deliveries (chat) where due_at is not null`,
    sql`create index deliveries_begun on deliveries (platform) where began_at is not null`,
    sql`create index deliveries_job on deliveries (job, state) where job is not null`,
  ])
    await index.execute(db);
  await createCopiesAndDesk(db, withId);
}

async function createCopiesAndDesk(
  db: Db,
  withId: <T extends string>(t: CreateTableBuilder<T>) => CreateTableBuilder<T, 'id' | never>,
) {
  const table = (name: string) => db.schema.createTable(name);
  await withId(table('copies'))
    .addColumn('chat', 'bigint', (c) => c.notNull().references('chats.id'))
    .addColumn('delivery', 'bigint')
    .addColumn('message_ids', 'text', required)
    .addColumn('format', 'text', required)
    .addColumn('content_hash', 'text', required)
    .addColumn('payload', 'text', required)
    .addColumn('at', 'bigint', required)
    .addUniqueConstraint('copies_once', ['chat', 'message_ids'])
    .execute();
  await sql`create index copies_newest on copies (chat, at)`.execute(db);
  await table('copy_briefs')
    .addColumn('copy', 'bigint', required)
    .addColumn('brief', 'text', required)
    .addColumn('revision', 'integer', required)
    .addPrimaryKeyConstraint('copy_briefs_key', ['brief', 'copy'])
    .execute();
  await sql`create index copy_briefs_copy on copy_briefs (copy)`.execute(db);
  await withId(table('jobs'))
    .addColumn('kind', 'text', required)
    .addColumn('brief', 'text', required)
    .addColumn('revision', 'integer', required)
    .addColumn('view', 'text')
    .addColumn('before', 'integer')
    .addColumn('topics', 'text', required)
    .addColumn('at', 'bigint', required)
    .addColumn('state', 'text', required)
    .addColumn('cursor', 'bigint', required)
    .addColumn('by', 'text', required)
    .addColumn('created_at', 'bigint', required)
    .addColumn('started_at', 'bigint')
    .addColumn('finished_at', 'bigint')
    .execute();
  await sql`create index jobs_state on jobs (state, at)`.execute(db);
  await sql`create index jobs_brief on jobs (brief)`.execute(db);
  await table('briefs')
    .addColumn('id', 'text', required)
    .addColumn('revision', 'integer', required)
    .addColumn('content_hash', 'text', required)
    .addColumn('content', 'text', required)
    .addPrimaryKeyConstraint('briefs_key', ['id', 'revision'])
    .execute();
  await table('roles')
    .addColumn('person', 'text', (c) => c.primaryKey())
    .addColumn('role', 'text', required)
    .addColumn('by', 'text', required)
    .addColumn('at', 'bigint', required)
    .execute();
  await table('drafts')
    .addColumn('editor', 'text', (c) => c.primaryKey())
    .addColumn('content', 'text', required)
    .addColumn('version', 'integer', required)
    .addColumn('at', 'bigint', required)
    .execute();
  await withId(table('audit'))
    .addColumn('at', 'bigint', required)
    .addColumn('who', 'text', required)
    .addColumn('what', 'text', required)
    .addColumn('brief', 'text')
    .addColumn('before', 'text', required)
    .addColumn('after', 'text', required)
    .execute();
  await table('asked')
    .addColumn('brief', 'text', (c) => c.primaryKey())
    .addColumn('times', 'bigint', required)
    .execute();
  await table('not_found')
    .addColumn('words', 'text', (c) => c.primaryKey())
    .addColumn('times', 'bigint', required)
    .addColumn('at', 'bigint', required)
    .execute();
  await table('facts')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('value', 'text', required)
    .execute();
  await table('counters')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('value', 'bigint', required)
    .execute();
  await db.insertInto('counters').values({ name: 'transcript', value: 0 }).execute();
  await table('transcripts')
    .addColumn('id', 'bigint', (c) => c.primaryKey())
    .addColumn('event', 'bigint', required)
    .addColumn('chat', 'text', required)
    .addColumn('nonce', 'text', required)
    .addColumn('content', 'text', required)
    .addColumn('at', 'bigint', required)
    .addUniqueConstraint('transcripts_once', ['chat', 'nonce'])
    .execute();
  await sql`create index transcripts_events on transcripts (chat, event)`.execute(db);
}

function required<T extends { notNull(): T }>(column: T): T {
  return column.notNull();
}
