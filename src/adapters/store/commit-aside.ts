import { open } from 'node:fs/promises';
import type { DatabaseSync } from 'node:sqlite';
import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './schema.ts';

/** The embedded store, in `file`. */
export interface Embedded {
  db: Kysely<Tables>;
  database: DatabaseSync;
  file: string;
}

/**
 * A transaction that is durable when it resolves, as all are, but whose commit does not wait for the disk in the one
 * thread that answers people: the write-ahead log is given to the disk by another. Who reads meanwhile finds it.
 */
export async function commitAside(
  { db, database, file }: Embedded,
  work: (trx: Transaction<Tables>) => Promise<void>,
): Promise<void> {
  // While the connection is held, nobody else's transaction can be committed this way. Not by way of Kysely: this
  // pragma is carried out when it is prepared, and statements are prepared once.
  await db.connection().execute(async (connection) => {
    database.exec('PRAGMA synchronous = NORMAL');
    try {
      await connection.transaction().execute(work);
    } finally {
      database.exec('PRAGMA synchronous = FULL');
    }
  });
  const log = await open(`${file}-wal`, 'r+');
  try {
    await log.datasync();
  } finally {
    await log.close();
  }
}
