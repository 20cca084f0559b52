import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** Starts a bot of this folder in a process of its own; resolves when it says that it is ready. */
export async function startBare(file: string, env: Record<string, string>): Promise<ChildProcess> {
  const bare = spawn(process.execPath, [join(import.meta.dirname, file)], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (bare.stdout) await once(bare.stdout, 'data');
  return bare;
}
