import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { systemClock, wait } from '#shared/clock.ts';
import { FakeDiscord } from '#tests/fakes/discord-server.ts';
import { FakeTelegram } from '#tests/fakes/telegram-server.ts';
import { percentile, report } from './report.ts';

const ROUNDS = 9;
const SLOWER = 1.5;
const MEGABYTES_MORE = 60;
/** Memory is looked at when the first collections are over. */
const SETTLE_MILLISECONDS = 2000;
const root = resolve(import.meta.dirname, '..');

interface Started {
  milliseconds: number;
  megabytes: number;
}

/**
 * From the start of the process to its readiness, and resident memory then: the program with Telegram, Discord, the
 * web chat and the store, against a bare process in which both libraries are connected.
 */
export async function run(): Promise<void> {
  const [ours, bare]: [Started[], Started[]] = [[], []];
  const folder = mkdtempSync(join(tmpdir(), 'mujaz-bench-'));
  try {
    for (let round = 0; round <= ROUNDS; round++) {
      const one = await startOnce([join(root, 'bin/mujaz.mjs'), 'start'], folder);
      const other = await startOnce([join(import.meta.dirname, 'bare-process.ts')], folder);
      // The first round fills the compile cache and makes the database, as the very first start of all does.
      if (round === 0) continue;
      ours.push(one);
      bare.push(other);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const median = (all: readonly Started[], key: keyof Started) =>
    percentile(
      all.map((s) => s[key]),
      0.5,
    );
  const [a, b] = [median(ours, 'milliseconds'), median(bare, 'milliseconds')];
  report('time to ready, ratio', a / b, {
    most: SLOWER,
    note: `${a.toFixed(0)} ms, bare ${b.toFixed(0)} ms`,
  });
  const [m, n] = [median(ours, 'megabytes'), median(bare, 'megabytes')];
  report('resident memory above bare, MB', m - n, {
    most: MEGABYTES_MORE,
    note: `${m.toFixed(0)} MB, bare ${n.toFixed(0)} MB`,
  });
}

async function startOnce(args: readonly string[], folder: string): Promise<Started> {
  const [tg, dc] = [await FakeTelegram.start(), await FakeDiscord.start()];
  const began = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { PATH: process.env.PATH, ...tg.env, ...dc.env, WEB_PORT: '0', DATA_DIR: folder },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    if (child.stdout) await once(child.stdout, 'data');
    const milliseconds = performance.now() - began;
    await wait(systemClock, SETTLE_MILLISECONDS);
    return { milliseconds, megabytes: residentMegabytes(child) };
  } finally {
    child.kill('SIGKILL');
    await once(child, 'exit');
    await Promise.all([tg.close(), dc.close()]);
  }
}

/** From the kernel's own account of the process (Linux). */
function residentMegabytes({ pid }: ChildProcess): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) / 1024;
}
