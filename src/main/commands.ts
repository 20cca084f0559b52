import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { checkBriefs, readBriefs } from '#adapters/files/check-briefs.ts';
import { sayFileFault } from '#adapters/files/file-fault.ts';
import { writeBriefFolder } from '#adapters/files/write-brief-folder.ts';
import { StoreInUse } from '#adapters/store/holder.ts';
import { openPostgresStore } from '#adapters/store/open-postgres.ts';
import { DATABASE_FILE, openSqliteStore } from '#adapters/store/open-sqlite.ts';
import { runBackup } from '#adapters/store/run-backup.ts';
import { runBriefCommand } from '#adapters/terminal/brief-command.ts';
import { runCheckCommand } from '#adapters/terminal/check-command.ts';
import type { TerminalOutput } from '#adapters/terminal/slots-command.ts';
import { Shelf } from '#brief/shelf.ts';
import { Chat } from '#chat/chat.ts';
import { readerFeature } from '#chat/reader.ts';
import { DEFAULT_SETTINGS } from '#delivery/chat-record.ts';
import type { Store } from '#delivery/store.ts';
import type { Clock } from '#shared/clock.ts';
import { silentLogger } from '#shared/logger.ts';
import type { Config } from './config.ts';
import { CONFIG_FILE, loadConfig } from './load.ts';

export interface CommandParts {
  config: Config;
  clock: Clock;
  io: TerminalOutput;
}

/** `mujaz brief`: the same core as every other surface, over the briefs in files and those published in chat. */
export async function briefCommand(
  asked: { words: string; json: boolean },
  parts: CommandParts,
): Promise<number> {
  const { config, clock, io } = parts;
  const shelf = new Shelf();
  const read = await readBriefs(config.environment.briefsDir, 0);
  for (const fault of read.faults) io.err(`${sayFileFault(fault)}\n`);
  for (const brief of read.briefs) shelf.put(brief);
  const store = await storeIfThere(parts);
  for (const brief of (await store?.briefs.newest()) ?? [])
    if (brief.revision.editor !== null) shelf.put(brief);
  await store?.close();
  const { zone, digits, months } = config.defaults;
  const reader = readerFeature({
    library: shelf,
    clock,
    questions: { asked: async () => {} },
    commandsFor: async () => [],
  });
  const chat = new Chat({
    features: [reader],
    styleOf: async () => ({ ...DEFAULT_SETTINGS, zone, digits, months }),
    copies: { record: async () => {} },
    turn: async () => {},
    logger: silentLogger,
  });
  return runBriefCommand(asked, { library: shelf, handle: (request, to) => chat.handle(request, to), io });
}

/** `mujaz check`. */
export function checkCommand(
  asked: { json: boolean },
  { config, io }: Omit<CommandParts, 'clock'>,
): Promise<number> {
  const { briefsDir } = config.environment;
  return runCheckCommand(asked, {
    configFaults: async () => loadConfig().faults.map(({ name, reason }) => ({ where: name, reason })),
    briefs: async () => {
      const faults = await checkBriefs(briefsDir);
      const { briefs } = await readBriefs(briefsDir, 0);
      const where = (f: (typeof faults)[number]) => `${f.file}:${f.line}`;
      return { count: briefs.length, faults: faults.map((f) => ({ where: where(f), reason: f.reason })) };
    },
    io,
  });
}

/** `mujaz backup FILE`: asks the process that holds the data where one does. */
export async function backupCommand(file: string, { config, io }: CommandParts): Promise<number> {
  const target = resolve(file);
  if (existsSync(target)) {
    io.err(`${file} is there already; a backup never overwrites\n`);
    return 1;
  }
  if (config.environment.databaseUrl) {
    io.err('the data is in PostgreSQL: back it up with pg_dump --format=custom "$DATABASE_URL"\n');
    return 1;
  }
  try {
    await runBackup(config.environment.dataDir, target);
  } catch (error) {
    io.err(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
  io.out(`backed up to ${file}\n`);
  return 0;
}

/** `mujaz export BRIEF`: the form that editors keep in git. */
export async function exportCommand(
  asked: { brief: string; to: string },
  parts: CommandParts,
): Promise<number> {
  const store = await openStore(parts);
  try {
    const brief = (await store.briefs.newest()).find((b) => b.id === asked.brief);
    if (!brief) {
      parts.io.err(`there is no brief ${asked.brief}\n`);
      return 1;
    }
    parts.io.out(`${await writeBriefFolder(asked.to, brief)}\n`);
    return 0;
  } finally {
    await store.close();
  }
}

/** `mujaz audit`: newest first. */
export async function auditCommand(
  asked: { count: number; json: boolean },
  parts: CommandParts,
): Promise<number> {
  const store = await openStore(parts);
  try {
    const entries = await store.audit.newest(asked.count);
    if (asked.json) parts.io.out(`${JSON.stringify(entries)}\n`);
    for (const e of asked.json ? [] : entries) {
      const change = [e.before, e.after].map((v) => JSON.stringify(v)).join(' -> ');
      parts.io.out(`${new Date(e.at).toISOString()} ${e.who} ${e.what} ${e.brief ?? '-'} ${change}\n`);
    }
    return 0;
  } finally {
    await store.close();
  }
}

/** `mujaz doctor`: tries what the program needs, one line each. */
export async function doctorCommand(asked: { json: boolean }, parts: CommandParts): Promise<number> {
  const { config, io } = parts;
  const { environment } = config;
  const findings: { what: string; ok: boolean; detail: string }[] = [];
  const look = async (what: string, find: () => Promise<string>) => {
    try {
      findings.push({ what, ok: true, detail: await find() });
    } catch (error) {
      findings.push({ what, ok: false, detail: error instanceof Error ? error.message : String(error) });
    }
  };
  await look('runtime', async () => `Node ${process.version}, time zone rules ${process.versions.tz}`);
  await look('configuration', async () => {
    const { faults } = loadConfig();
    if (faults.length > 0) throw new Error(faults.map((f) => `${f.name}: ${f.reason}`).join('; '));
    return CONFIG_FILE;
  });
  await look('briefs', async () => {
    const { briefs, faults } = await readBriefs(environment.briefsDir, 0);
    if (faults.length > 0) throw new Error(faults.map(sayFileFault).join('; '));
    return `${briefs.length} in ${environment.briefsDir}`;
  });
  await look('store', async () => {
    const store = await openStore(parts);
    await store.ping();
    await store.close();
    return environment.databaseUrl ? 'PostgreSQL answers' : environment.dataDir;
  });
  await look('surfaces', async () =>
    ['web', environment.telegramToken && 'Telegram', environment.discordToken && 'Discord']
      .filter(Boolean)
      .join(', '),
  );
  if (asked.json) io.out(`${JSON.stringify(findings)}\n`);
  else for (const { what, ok, detail } of findings) io.out(`${ok ? 'ok   ' : 'FAIL '} ${what}: ${detail}\n`);
  return findings.every((f) => f.ok) ? 0 : 1;
}

function openStore({ config, clock }: CommandParts): Promise<Store> {
  const { databaseUrl, dataDir } = config.environment;
  return databaseUrl ? openPostgresStore(databaseUrl, silentLogger) : openSqliteStore(dataDir, clock);
}

/** Null where nothing was ever stored, or the running program holds it: then the files are all there is to read. */
async function storeIfThere(parts: CommandParts): Promise<Store | null> {
  const { databaseUrl, dataDir } = parts.config.environment;
  if (!databaseUrl && !existsSync(join(dataDir, DATABASE_FILE))) return null;
  try {
    return await openStore(parts);
  } catch (error) {
    if (!(error instanceof StoreInUse)) throw error;
    parts.io.err('the program is running and holds the data: only the briefs in files are searched\n');
    return null;
  }
}
