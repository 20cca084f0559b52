import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, it } from 'vitest';
import { askForBackup } from '#adapters/store/backup-door.ts';
import { readHolder, StoreInUse } from '#adapters/store/holder.ts';
import { DATABASE_FILE, openSqliteStore } from '#adapters/store/open-sqlite.ts';
import { runBackup } from '#adapters/store/run-backup.ts';
import { DEFAULT_SETTINGS } from '#delivery/chat-record.ts';
import { systemClock } from '#shared/clock.ts';
import { storeContract } from '#tests/contracts/store.ts';
import { ManualClock } from '#tests/fakes/manual-clock.ts';

const folders: string[] = [];
function newFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'mujaz-store-'));
  folders.push(folder);
  return folder;
}
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

storeContract('the embedded store', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mujaz-store-'));
  const store = await openSqliteStore(folder, systemClock);
  return {
    store,
    close: async () => {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
});

describe('the embedded store', () => {
  const ref = { platform: 'telegram', id: '1', thread: null } as const;
  const settings = { ...DEFAULT_SETTINGS, zone: 'Asia/Riyadh' };
  const chat = { ref, kind: 'private', title: 'آن' } as const;

  it('keeps answers of a process that was killed before it committed them, but for a torn line', async () => {
    const folder = newFolder();
    const program = `
      const { openSqliteStore } = await import('#adapters/store/open-sqlite.ts');
      const { systemClock } = await import('#shared/clock.ts');
      const clock = { now: systemClock.now, after: () => () => {} };
      const store = await openSqliteStore(${JSON.stringify(folder)}, clock);
      const chat = await store.chats.ensure(${JSON.stringify(chat)}, ${JSON.stringify(settings)}, 1);
      for (const id of ['1', '2', '2']) {
        const receipt = { chat: chat.ref, messageIds: [id], format: 'rich', contentHash: 'h' };
        const payload = { type: 'brief', brief: 'story', view: { name: 'brief', args: [] }, before: null };
        await store.ledger.recordAnswer(chat, { receipt, payload, shows: [{ brief: 'story', revision: 1 }] }, 5);
      }
      await store.statistics.asked('story');
      process.kill(process.pid, 'SIGKILL');`;
    const other = spawn(process.execPath, ['--input-type=module', '-e', program], { cwd: process.cwd() });
    const [, signal] = await once(other, 'exit');
    expect(signal).toBe('SIGKILL');
    appendFileSync(join(folder, 'answers.jsonl'), '{"chat":1,"co');
    for (let start = 0; start < 2; start++) {
      const store = await openSqliteStore(folder, systemClock);
      const copies = await store.ledger.copiesOf('story', 2, 0, 10);
      expect(copies.map((c) => c.receipt.messageIds)).toEqual([['1'], ['2']]);
      await store.close();
    }
    expect(readFileSync(join(folder, 'answers.jsonl'), 'utf8')).toBe('');
  });

  it('hands out a chat as it was changed last, whoever asked for it before', async () => {
    const store = await openSqliteStore(newFolder(), systemClock);
    expect(await store.chats.get(ref)).toBe(null);
    await store.chats.ensure(chat, settings, 1);
    expect((await store.chats.get(ref))?.settings.digits).toBe('latin');
    await store.chats.saveSettings(ref, { digits: 'arabic' });
    expect((await store.chats.get(ref))?.settings.digits).toBe('arabic');
    await store.chats.disable(ref, 'blocked', 'chat', 2);
    expect((await store.chats.get(ref))?.disabled?.reason).toBe('blocked');
    await store.chats.migrate('telegram', '1', '-1001');
    expect(await store.chats.get(ref)).toBe(null);
    await store.close();
  });

  it('commits gathered answers after a moment', async () => {
    const clock = new ManualClock(0);
    const folder = newFolder();
    const store = await openSqliteStore(folder, clock);
    const known = await store.chats.ensure(chat, settings, 1);
    const receipt = { chat: ref, messageIds: ['1'], format: 'rich', contentHash: 'h' };
    const payload = {
      type: 'brief',
      brief: 'story',
      view: { name: 'brief', args: [] },
      before: null,
    } as const;
    await store.ledger.recordAnswer(known, { receipt, payload, shows: [{ brief: 'story', revision: 1 }] }, 5);
    expect(readFileSync(join(folder, 'answers.jsonl'), 'utf8')).not.toBe('');
    await clock.advance(1000);
    // When the disk has them they are elsewhere.
    await expect.poll(() => readFileSync(join(folder, 'answers.jsonl'), 'utf8')).toBe('');
    await store.close();
  });

  it('belongs to one process, and says which one has it', async () => {
    const folder = newFolder();
    const program = `
      const { openSqliteStore } = await import('#adapters/store/open-sqlite.ts');
      const { systemClock } = await import('#shared/clock.ts');
      await openSqliteStore(${JSON.stringify(folder)}, systemClock);
      process.stdout.write('open');
      setInterval(() => {}, 1000);`;
    const other = spawn(process.execPath, ['--input-type=module', '-e', program], { cwd: process.cwd() });
    try {
      await once(other.stdout, 'data');
      const error = await openSqliteStore(folder, systemClock).catch((e: unknown) => e);
      expect(error).toBeInstanceOf(StoreInUse);
      expect((error as Error).message).toContain(`process ${other.pid}`);
    } finally {
      other.kill('SIGKILL');
      await once(other, 'exit');
    }
    const freed = await openSqliteStore(folder, systemClock);
    await freed.close();
    expect(readHolder(folder)).toBeNull();
  });

  it('is backed up while it runs, also by another process; the copy put back is the same data', async () => {
    const folder = newFolder();
    const store = await openSqliteStore(folder, systemClock);
    await store.chats.ensure(chat, settings, 1);
    const direct = join(newFolder(), 'direct.db');
    await store.backup(direct);
    const asked = join(newFolder(), 'asked.db');
    const door = readHolder(folder)!.door!;
    await askForBackup(door, asked);
    await expect(askForBackup({ ...door, password: 'guessed' }, asked)).rejects.toThrow('403');
    await expect(askForBackup(door, join(folder, 'no', 'such', 'folder.db'))).rejects.toThrow(
      /open|directory/,
    );
    expect(statSync(join(folder, 'mujaz.holder.json')).mode & 0o077).toBe(0);
    const command = join(newFolder(), 'command.db');
    await runBackup(folder, command);
    await store.close();
    const atRest = join(newFolder(), 'at-rest.db');
    await runBackup(folder, atRest);
    await expect(runBackup(newFolder(), atRest)).rejects.toThrow('nothing to back up');
    for (const file of [direct, asked, command, atRest]) {
      const restored = newFolder();
      copyFileSync(file, join(restored, DATABASE_FILE));
      const again = await openSqliteStore(restored, systemClock);
      expect((await again.chats.get(ref))?.title).toBe('آن');
      await again.close();
      expect(existsSync(`${file}.unfinished`)).toBe(false);
    }
  });

  it('refuses data of a newer program', async () => {
    const folder = newFolder();
    await (await openSqliteStore(folder, systemClock)).close();
    const raw = new DatabaseSync(join(folder, DATABASE_FILE));
    raw.exec(`insert into kysely_migration values ('999-future', '2030-01-01')`);
    raw.close();
    await expect(openSqliteStore(folder, systemClock)).rejects.toThrow('newer version');
  });

  it('refuses a file that is no database, and says so', async () => {
    const folder = newFolder();
    copyFileSync(process.execPath, join(folder, DATABASE_FILE));
    await expect(openSqliteStore(folder, systemClock)).rejects.toThrow('not a database');
  });
});
