import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { askForBackup } from './backup-door.ts';
import { StoreInUse } from './holder.ts';
import { backupTo, DATABASE_FILE, openDatabase } from './open-sqlite.ts';

/**
 * Writes a backup of the embedded data in `directory` to `file`, whether or not a process is using the data. To
 * restore, stop the program and put the file back as `mujaz.db`. Throws an Error whose message is for the operator.
 */
export async function runBackup(directory: string, file: string): Promise<void> {
  if (!existsSync(join(directory, DATABASE_FILE)))
    throw new Error(`there is no ${DATABASE_FILE} in ${directory}: nothing to back up`);
  const target = resolve(file);
  let database: ReturnType<typeof openDatabase>;
  try {
    database = openDatabase(directory);
  } catch (error) {
    const door = error instanceof StoreInUse ? error.holder?.door : null;
    if (!door) throw error;
    return askForBackup(door, target);
  }
  try {
    await backupTo(database, target);
  } finally {
    database.close();
  }
}
