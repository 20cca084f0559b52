import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { Kysely, SqliteDialect } from 'kysely';
import type { Store } from '#delivery/store.ts';
import type { Clock } from '#shared/clock.ts';
import { type Logger, silentLogger } from '#shared/logger.ts';
import { AnswerJournal } from './answer-journal.ts';
import { openBackupDoor } from './backup-door.ts';
import { commitAside } from './commit-aside.ts';
import type { RecordedAnswer } from './copies.ts';
import { readHolder, removeHolder, StoreInUse, writeHolder } from './holder.ts';
import { kyselyStore } from './kysely-store.ts';
import { recordAnswers } from './ledger.ts';
import { migrateToLatest } from './migrate.ts';
import { rememberChats } from './remember-chats.ts';
import { rememberRoles } from './remember-roles.ts';
import type { Tables } from './schema.ts';
import { bridge } from './sqlite-bridge.ts';
import { countAsked } from './statistics.ts';
import { writeBehind } from './write-behind.ts';

export const DATABASE_FILE = 'mujaz.db';
const JOURNAL_FILE = 'answers.jsonl';

/**
 * Opens the embedded store in `directory` (made where it is missing), for this process alone, and lets a backup be
 * asked for by another. Throws `StoreInUse` where another process has it.
 */
export async function openSqliteStore(
  directory: string,
  clock: Clock,
  logger: Logger = silentLogger,
): Promise<Store> {
  mkdirSync(directory, { recursive: true });
  const database = openDatabase(directory);
  writeHolder(directory, clock.now(), null);
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: bridge(database) }) });
  try {
    await migrateToLatest(db, 'sqlite');
    const door = await openBackupDoor((file) => backupTo(database, file));
    writeHolder(directory, clock.now(), { port: door.port, password: door.password });
    const store = kyselyStore(db, {
      // One process, one holder: what is asked for is granted.
      lease: async () => ({ lost: new AbortController().signal, release: async () => {} }),
      backup: (file) => backupTo(database, file),
      released: async () => {
        await door.close();
        removeHolder(directory);
      },
    });
    const journal = new AnswerJournal(join(directory, JOURNAL_FILE));
    const embedded = { db, database, file: join(directory, DATABASE_FILE) };
    const behind = {
      record: (answers: readonly RecordedAnswer[], asked: ReadonlyMap<string, number>) =>
        commitAside(embedded, async (trx) => {
          if (asked.size > 0) await countAsked(trx, asked);
          if (answers.length > 0) await recordAnswers(trx, answers);
        }),
      failed: (error: unknown) => logger.error({ err: error }, 'answers could not be recorded; trying again'),
    };
    const remembered = { chats: rememberChats(store.chats), roles: rememberRoles(store.roles) };
    return await writeBehind({ ...store, ...remembered }, journal, behind, clock);
  } catch (error) {
    await db.destroy();
    removeHolder(directory);
    throw error;
  }
}

/** Exclusive before WAL: the lock is taken at once and freed by the system whatever becomes of the process. */
export function openDatabase(directory: string): DatabaseSync {
  const database = new DatabaseSync(join(directory, DATABASE_FILE), { timeout: 0 });
  try {
    for (const pragma of ['locking_mode = EXCLUSIVE', 'journal_mode = WAL', 'synchronous = FULL'])
      database.exec(`PRAGMA ${pragma}`);
    database.exec('BEGIN IMMEDIATE; COMMIT');
    database.exec('PRAGMA foreign_keys = ON');
  } catch (error) {
    database.close();
    if (error instanceof Error && /locked|busy/i.test(error.message))
      throw new StoreInUse(directory, readHolder(directory), error);
    throw error;
  }
  return database;
}

/** Written beside and then renamed, so that `file` is a whole backup or is not there. */
export async function backupTo(database: DatabaseSync, file: string): Promise<void> {
  const unfinished = `${file}.unfinished`;
  rmSync(unfinished, { force: true });
  try {
    await backup(database, unfinished);
    renameSync(unfinished, file);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}
