import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { openPostgresStore } from '#adapters/store/open-postgres.ts';
import { DATABASE_FILE, openSqliteStore } from '#adapters/store/open-sqlite.ts';
import { DEFAULT_SETTINGS, EVERY_DAY } from '#delivery/chat-record.ts';
import type { Store } from '#delivery/store.ts';
import { systemClock } from '#shared/clock.ts';
import { silentLogger } from '#shared/logger.ts';
import { Secret } from '#shared/secret.ts';
import { NO_POSTGRES, postgresPrograms, startPostgres } from '#tests/fakes/postgres.ts';
import { percentile, report } from './report.ts';

const SUBSCRIPTIONS = Number(process.env.BENCH_SUBSCRIPTIONS ?? 1_000_000);
const DUE = SUBSCRIPTIONS / 100;
const PAGE = 1000;
const ROUNDS = 9;
const CHANGES = 400;
const NOW = Date.UTC(2026, 10, 25, 8);
const DUE_SQL = `select * from subscriptions where next_due <= ${NOW} order by next_due, id limit ${PAGE}`;

/** What the two databases do for the baselines. */
interface Raw {
  /** Statements, one after another; `generated`: the numbers from 1 to n as a table. */
  run(sql: string): Promise<void>;
  all(sql: string): Promise<unknown[]>;
  generated(n: number): string;
}

/** The scan for what is due among a million subscriptions, and one durable change, against raw SQL, on both stores. */
export async function run(): Promise<void> {
  await sqlite();
  const programs = postgresPrograms();
  if (!programs) return void console.log(NO_POSTGRES);
  await postgres(programs);
}

async function sqlite(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'mujaz-bench-'));
  try {
    await (await openSqliteStore(folder, systemClock)).close();
    const database = new DatabaseSync(join(folder, DATABASE_FILE));
    const raw: Raw = {
      run: async (sql) => database.exec(sql),
      all: async (sql) => database.prepare(sql).all(),
      generated: (n) =>
        `(with recursive n(i) as (select 1 union all select i + 1 from n where i < ${n}) select i from n)`,
    };
    database.exec('PRAGMA synchronous = FULL');
    await fill(raw);
    const scan = await timesOf(ROUNDS, () => rawScan(raw));
    const insert = await timesOf(CHANGES, () =>
      raw.run("insert into facts (name, value) values (hex(randomblob(9)), 'x')"),
    );
    database.close();
    const store = await openSqliteStore(folder, systemClock);
    await compare('embedded', store, scan, insert);
    await store.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function postgres(programs: string): Promise<void> {
  const server = await startPostgres(programs);
  try {
    const url = await server.database();
    const store = await openPostgresStore(new Secret(url), silentLogger);
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const raw: Raw = {
      run: async (sql) => void (await client.query(sql)),
      all: async (sql) => (await client.query(sql)).rows,
      generated: (n) => `generate_series(1, ${n}) as n(i)`,
    };
    await fill(raw);
    await raw.run('analyze');
    const scan = await timesOf(ROUNDS, () => rawScan(raw));
    const insert = await timesOf(CHANGES, () =>
      raw.run("insert into facts (name, value) values (md5(random()::text), 'x')"),
    );
    await client.end();
    await compare('PostgreSQL', store, scan, insert);
    await store.close();
  } finally {
    await server.stop();
  }
}

async function fill(raw: Raw): Promise<void> {
  const settings = JSON.stringify({ ...DEFAULT_SETTINGS, zone: 'UTC' });
  await raw.run(`insert into chats (platform, chat_id, thread, kind, title, settings, created_at)
    select 'telegram', i, '', 'private', '', '${settings}', 0 from ${raw.generated(SUBSCRIPTIONS)}`);
  await raw.run(`insert into subscriptions (chat, time, zone, weekdays, topics, quiet_days, created_at, next_due)
    select id, '08:00', 'UTC', 127, '[]', 0, 0,
      case when id <= ${DUE} then ${NOW} - id else ${NOW} + id end from chats`);
}

/** The first page as often as there are pages: what is due is planned, and then is not due any more. */
async function rawScan(raw: Raw): Promise<void> {
  for (let page = 0; page < DUE / PAGE; page++) await raw.all(DUE_SQL);
}

async function compare(name: string, store: Store, scan: number[], insert: number[]): Promise<void> {
  const before = process.memoryUsage.rss();
  const ours = await timesOf(ROUNDS, async () => {
    for (let page = 0; page < DUE / PAGE; page++) await store.subscriptions.due(NOW, PAGE);
  });
  report(`${name}: due scan, ${DUE} of ${SUBSCRIPTIONS}, ratio to raw SQL`, ratio(ours, scan), {
    most: 1.2,
    note: `${percentile(ours, 0.5).toFixed(1)} ms`,
  });
  report(`${name}: memory grown by the scans, MB`, (process.memoryUsage.rss() - before) / 2 ** 20, {
    most: 64,
  });
  const ref = { platform: 'telegram', id: '1', thread: null } as const;
  const chat = await store.chats.get(ref);
  if (!chat) throw new Error('no chat');
  let minute = 0;
  const changes = await timesOf(CHANGES, async () => {
    minute = (minute + 1) % 60;
    const time = `08:${String(minute).padStart(2, '0')}`;
    await store.subscriptions.save(
      chat,
      { time, zone: 'UTC', weekdays: EVERY_DAY, topics: [] },
      NOW + minute,
      NOW,
    );
  });
  report(`${name}: one durable change, ratio to a raw committed insert`, ratio(changes, insert), {
    most: 2,
    note: `${percentile(changes, 0.5).toFixed(2)} ms`,
  });
}

async function timesOf(rounds: number, task: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const before = performance.now();
    await task();
    times.push(performance.now() - before);
  }
  return times;
}

function ratio(ours: readonly number[], theirs: readonly number[]): number {
  return percentile(ours, 0.5) / percentile(theirs, 0.5);
}
