import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPostgresStore } from '#adapters/store/open-postgres.ts';
import { silentLogger } from '#shared/logger.ts';
import { Secret } from '#shared/secret.ts';
import { storeContract } from '#tests/contracts/store.ts';
import { NO_POSTGRES, postgresPrograms, type RealPostgres, startPostgres } from '#tests/fakes/postgres.ts';

const programs = postgresPrograms();
if (!programs) process.stderr.write(`${NO_POSTGRES}\n`);

describe.skipIf(!programs)('with a real PostgreSQL', () => {
  let server: RealPostgres;
  beforeAll(async () => {
    server = await startPostgres(programs!);
  });
  afterAll(() => server?.stop());

  const open = async () => openPostgresStore(new Secret(await server.database()), silentLogger);

  storeContract('PostgreSQL', async () => {
    const store = await open();
    return { store, close: () => store.close() };
  });

  it('two may start at once on an empty database', async () => {
    const url = new Secret(await server.database());
    const stores = await Promise.all([1, 2, 3].map(() => openPostgresStore(url, silentLogger)));
    await Promise.all(stores.map((store) => store.ping()));
    await Promise.all(stores.map((store) => store.close()));
  });

  it('only one process sends at a time; when it goes, the next one may', async () => {
    const url = new Secret(await server.database());
    const [a, b] = [await openPostgresStore(url, silentLogger), await openPostgresStore(url, silentLogger)];
    const first = await a.lease('sender telegram:1');
    expect(await b.lease('sender telegram:1')).toBeNull();
    expect(await b.lease('sender telegram:2')).not.toBeNull();
    await first!.release();
    expect(await b.lease('sender telegram:1')).not.toBeNull();
    await Promise.all([a.close(), b.close()]);
  });

  it('a server that goes away is an error, the right to send is lost, and after it is back everything goes on', async () => {
    const store = await open();
    const lease = await store.lease('sender telegram:1');
    await server.crash();
    await expect(store.ping()).rejects.toThrow();
    expect(lease!.lost.aborted).toBe(true);
    await server.start();
    await store.ping();
    expect(await store.lease('sender telegram:1')).not.toBeNull();
    await store.close();
  });

  it('a backup is PostgreSQL’s own affair', async () => {
    const store = await open();
    await expect(store.backup('/nowhere')).rejects.toThrow('pg_dump');
    await store.close();
  });

  it('an address where nobody listens is said at once', async () => {
    await expect(
      openPostgresStore(new Secret('postgres://mujaz@127.0.0.1:1/none'), silentLogger),
    ).rejects.toThrow(/ECONNREFUSED/);
  });
});
