import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { type Dialect, migrations } from './migrations.ts';
import type { Tables } from './schema.ts';

/**
 * Brings the tables to this program's form. Safe with several starting at once: Kysely takes an advisory lock on
 * PostgreSQL, the embedded store has one process only. Throws where the data belongs to a newer program.
 */
export async function migrateToLatest(db: Kysely<Tables>, dialect: Dialect): Promise<void> {
  const known = migrations(dialect);
  const migrator = new Migrator({ db, provider: { getMigrations: async () => known } });
  const { error } = await migrator.migrateToLatest();
  if (!error) return;
  const sentence = error instanceof Error ? error.message : String(error);
  if (/corrupted migrations/.test(sentence))
    throw new Error('the data was written by a newer version of mujaz: use that version, or a backup', {
      cause: error,
    });
  throw error;
}
