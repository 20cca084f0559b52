import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '#adapters/store/open-sqlite.ts';
import type { Brief } from '#brief/brief.ts';
import { Shelf } from '#brief/shelf.ts';
import { Chat } from '#chat/chat.ts';
import { deskFeature } from '#chat/desk/desk.ts';
import type { DeskTools } from '#chat/desk/desk-tools.ts';
import { Roles } from '#chat/desk/roles.ts';
import { readerFeature } from '#chat/reader.ts';
import { DEFAULT_SETTINGS } from '#delivery/chat-record.ts';
import { copyLog } from '#delivery/copy-log.ts';
import type { Receipt } from '#delivery/platform.ts';
import type { Message } from '#message/message.ts';
import type { LogFields } from '#shared/logger.ts';
import { silentLogger } from '#shared/logger.ts';
import { anExtract } from './an-extract.ts';

/** A chat core with editors, over a real store: web:1 owns, web:2 publishes, web:3 edits, everybody else reads. */
export async function aNewsroom(briefs: Brief[], change: Partial<Pick<DeskTools, 'secondEditor'>> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'mujaz-'));
  let now = Date.parse('2026-11-25T09:00:00Z');
  const timers: { at: number; task: () => void }[] = [];
  const clock = {
    now: () => now,
    after(milliseconds: number, task: () => void) {
      const timer = { at: now + milliseconds, task };
      timers.push(timer);
      return () => void timers.splice(timers.indexOf(timer), 1);
    },
  };
  const store = await openSqliteStore(folder, clock);
  const shelf = new Shelf();
  for (const brief of briefs) await store.briefs.save(shelf.put(brief));
  const settings = { ...DEFAULT_SETTINGS, zone: 'Asia/Riyadh' };
  const named = { owners: ['web:1'], publishers: ['web:2'], editors: ['web:3'] };
  const edits: { receipt: Receipt; message: Message }[] = [];
  const logged: LogFields[] = [];
  const tools: DeskTools = {
    store,
    shelf,
    clock,
    logger: silentLogger,
    roles: new Roles(store.roles, named),
    extract: anExtract,
    secondEditor: change.secondEditor ?? false,
    edit: async (receipt, message) => {
      edits.push({ receipt, message });
      return receipt;
    },
    wake: () => {},
  };
  const questions = { asked: async () => {} };
  const newChat = () =>
    new Chat({
      features: [
        deskFeature(tools, named),
        readerFeature({ library: shelf, clock, questions, commandsFor: async () => [] }),
      ],
      styleOf: async () => settings,
      copies: copyLog(store, settings, () => now),
      turn: async () => {},
      logger: { ...silentLogger, error: (fields) => void logged.push(fields) },
    });
  return {
    chat: newChat(),
    store,
    shelf,
    edits,
    /** What went wrong and was not the user's fault. */
    logged,
    /** Lets time pass and runs what was waiting for it. */
    async pass(milliseconds: number) {
      now += milliseconds;
      for (const timer of timers.filter((t) => t.at <= now)) {
        timers.splice(timers.indexOf(timer), 1);
        timer.task();
      }
      await new Promise((resolve) => setImmediate(resolve));
    },
    /** The process ends and another begins on the same store: what waited in memory is gone. */
    async restart() {
      timers.length = 0;
      const chat = newChat();
      await chat.resume();
      return chat;
    },
    async close() {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
