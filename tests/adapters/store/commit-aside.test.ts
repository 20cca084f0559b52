import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, SqliteDialect } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commitAside, type Embedded } from '#adapters/store/commit-aside.ts';
import { migrateToLatest } from '#adapters/store/migrate.ts';
import { openDatabase } from '#adapters/store/open-sqlite.ts';
import type { Tables } from '#adapters/store/schema.ts';
import { bridge } from '#adapters/store/sqlite-bridge.ts';
import { countAsked } from '#adapters/store/statistics.ts';

/** PRAGMA synchronous. */
const [NORMAL, FULL] = [1, 2];

let folder: string;
let embedded: Embedded;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mujaz-store-'));
  const database = openDatabase(folder);
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: bridge(database) }) });
  embedded = { db, database, file: database.location() as string };
  await migrateToLatest(db, 'sqlite');
});
afterEach(async () => {
  await embedded.db.destroy();
  rmSync(folder, { recursive: true });
});

const synchronous = () => embedded.database.prepare('PRAGMA synchronous').get()?.synchronous;
const asked = () => embedded.db.selectFrom('asked').selectAll().execute();
const count = (brief: string) => new Map([[brief, 1]]);

describe('a commit that waits for the disk aside', () => {
  it('keeps what was written', async () => {
    await commitAside(embedded, (trx) => countAsked(trx, count('story')));
    expect(await asked()).toEqual([{ brief: 'story', times: 1 }]);
  });

  it('leaves every other transaction waiting for the disk, those too that were begun meanwhile', async () => {
    const seen: unknown[] = [];
    const aside = commitAside(embedded, async (trx) => {
      seen.push(synchronous());
      await countAsked(trx, count('story'));
    });
    const other = embedded.db.transaction().execute(async (trx) => {
      seen.push(synchronous());
      await countAsked(trx, count('story'));
    });
    await Promise.all([aside, other]);
    expect(seen).toEqual([NORMAL, FULL]);
    expect(await asked()).toEqual([{ brief: 'story', times: 2 }]);
  });

  it('keeps nothing where it fails, and harms nothing after it', async () => {
    const failed = commitAside(embedded, async (trx) => {
      await countAsked(trx, count('story'));
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    expect(await asked()).toEqual([]);
    expect(synchronous()).toBe(FULL);
  });
});
