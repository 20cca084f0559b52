import { execFileSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Program } from '#tests/fakes/program.ts';
import { FakeTelegram } from '#tests/fakes/telegram-server.ts';

let tg: FakeTelegram;
let program: Program;
const missing = whyNoSmallDisk();
if (missing) console.log(`skipped: a full disk: ${missing}`);

/** A disk of two megabytes in memory; only root may make one, and not in every sandbox. */
function whyNoSmallDisk(): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return 'only root on Linux can make a small disk';
  const probe = new Program();
  try {
    mount(join(probe.folder, 'data'));
    unmount(join(probe.folder, 'data'));
    return null;
  } catch (error) {
    return `a small disk could not be made (${error instanceof Error ? error.message.split('\n')[0] : ''})`;
  } finally {
    rmSync(probe.folder, { recursive: true, force: true });
  }
}

function mount(folder: string): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', folder], { stdio: 'pipe' });
}

function unmount(folder: string): void {
  execFileSync('umount', ['-l', folder], { stdio: 'pipe' });
}

function fill(file: string): void {
  const descriptor = openSync(file, 'w');
  try {
    for (const size of [65_536, 4096, 512]) {
      try {
        for (;;) writeSync(descriptor, Buffer.alloc(size, 1));
      } catch {
        // No room for a piece of that size any more; that is what is wanted.
      }
    }
  } finally {
    closeSync(descriptor);
  }
}

describe.skipIf(missing !== null)('a disk that is full', () => {
  beforeAll(async () => {
    tg = await FakeTelegram.start();
    program = new Program({ ...tg.env });
    mount(join(program.folder, 'data'));
    await program.start();
  });
  afterAll(async () => {
    await program?.stop('SIGKILL');
    if (program) unmount(join(program.folder, 'data'));
    await program?.remove();
    await tg?.close();
  });

  it('is said to whoever wants something kept, answers go on, and all goes on by itself when there is room', async () => {
    const ballast = join(program.folder, 'data/ballast');
    fill(ballast);
    const [ann, bob] = [tg.user(), tg.user()];
    tg.sendText(ann, '/subscribe 08:00');
    expect((await tg.nextMessage(ann)).text).toMatch(/تعذّر تنفيذ طلبك/);
    await program.line(/answering failed/, 0, program.errors);
    tg.sendText(bob, '/brief kazakhstan');
    expect((await tg.nextMessage(bob)).text).toContain('الخلاصة');
    rmSync(ballast);
    tg.sendText(ann, '/subscribe 08:00');
    expect((await tg.nextMessage(ann, /الاشتراك/)).text).toContain('تم الاشتراك');
    expect((await program.stop()).code).toBe(0);
  });
});
