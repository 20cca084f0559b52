import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** Who holds the embedded data, and how to ask that process for a backup. */
export interface Holder {
  pid: number;
  host: string;
  since: string;
  /** Loopback port and password of its backup door; null while there is none. */
  door: { port: number; password: string } | null;
}

const FILE = 'mujaz.holder.json';

/** The data is held by another process. */
export class StoreInUse extends Error {
  readonly holder: Holder | null;

  constructor(directory: string, holder: Holder | null, cause: unknown) {
    const who = holder
      ? `process ${holder.pid} on ${holder.host} (since ${holder.since})`
      : 'another process that has left no name';
    super(`the data in ${directory} is in use by ${who}: stop it first, or set DATA_DIR to another folder`, {
      cause,
    });
    this.name = 'StoreInUse';
    this.holder = holder;
  }
}

export function readHolder(directory: string): Holder | null {
  try {
    return JSON.parse(readFileSync(join(directory, FILE), 'utf8')) as Holder;
  } catch {
    // No file, or one that was being written: then nobody can be named, and that is what the caller says.
    return null;
  }
}

/** Readable by its owner only: it has the door's password. */
export function writeHolder(directory: string, since: number, door: Holder['door']): void {
  const holder: Holder = { pid: process.pid, host: hostname(), since: new Date(since).toISOString(), door };
  const fresh = join(directory, `${FILE}.${process.pid}`);
  writeFileSync(fresh, `${JSON.stringify(holder)}\n`, { mode: 0o600 });
  renameSync(fresh, join(directory, FILE));
}

export function removeHolder(directory: string): void {
  rmSync(join(directory, FILE), { force: true });
}
