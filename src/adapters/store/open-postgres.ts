import { createHash } from 'node:crypto';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Lease, Store } from '#delivery/store.ts';
import type { Logger } from '#shared/logger.ts';
import type { Secret } from '#shared/secret.ts';
import { kyselyStore } from './kysely-store.ts';
import { migrateToLatest } from './migrate.ts';
import type { Tables } from './schema.ts';

/** int8 as numbers: epoch milliseconds and counts stay far below 2^53. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (id, format) =>
    id === pg.types.builtins.INT8 ? (text: string) => Number(text) : pg.types.getTypeParser(id, format),
};

const CONNECTIONS = 8;
/** A server that does not answer is reported, not waited for. */
const CONNECT_TIMEOUT = 5000;

export async function openPostgresStore(url: Secret, logger: Logger): Promise<Store> {
  const settings = { connectionString: url.reveal(), types, connectionTimeoutMillis: CONNECT_TIMEOUT };
  const pool = new pg.Pool({ ...settings, max: CONNECTIONS, application_name: 'mujaz' });
  pool.on('error', (error) => logger.warn({ error: error.message }, 'a PostgreSQL connection was lost'));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const leases = new Set<Lease>();
  try {
    await migrateToLatest(db, 'postgres');
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return kyselyStore(db, {
    async lease(name) {
      const lease = await takeLease(settings, name);
      if (lease) leases.add(lease);
      return lease;
    },
    async backup() {
      throw new Error('the data is in PostgreSQL: back it up with pg_dump --format=custom "$DATABASE_URL"');
    },
    async released() {
      await Promise.all([...leases].map((lease) => lease.release()));
    },
  });
}

/** Held by a connection of its own: when the process or its network dies, the server frees it. */
async function takeLease(settings: pg.ClientConfig, name: string): Promise<Lease | null> {
  const client = new pg.Client({ ...settings, application_name: `mujaz ${name}`, keepAlive: true });
  const lost = new AbortController();
  client.on('error', () => lost.abort());
  client.on('end', () => lost.abort());
  await client.connect();
  const { rows } = await client.query('select pg_try_advisory_lock($1::bigint) as taken', [lockNumber(name)]);
  if (rows[0]?.taken !== true) {
    await client.end();
    return null;
  }
  return {
    lost: lost.signal,
    release: async () => {
      if (!lost.signal.aborted) await client.end();
    },
  };
}

function lockNumber(name: string): string {
  return createHash('sha256').update(`mujaz ${name}`).digest().readBigInt64BE(0).toString();
}
