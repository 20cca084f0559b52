import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import pg from 'pg';

/** A real PostgreSQL of the machine, on loopback, in a folder of its own. */
export interface RealPostgres {
  /** A new empty database; its address. */
  database(): Promise<string>;
  /** Stops the server at once, as a power cut would; `start` brings it back on the same port. */
  crash(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Folder of the machine's PostgreSQL programs, newest version first; null where there is none. */
export function postgresPrograms(): string | null {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((v) => join(debian, v, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ];
  return (
    folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres'))) ??
    null
  );
}

export const NO_POSTGRES =
  'no PostgreSQL programs on this machine (looked in /usr/lib/postgresql/*/bin and PATH): tests against it are skipped';

/** PostgreSQL refuses to run as root: there it runs as the user that its package made, or as nobody. */
function runner(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8' }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      // That user does not exist here; the next one may.
    }
  }
  throw new Error('running as root, and neither a user postgres nor nobody exists to run PostgreSQL as');
}

export async function startPostgres(programs: string): Promise<RealPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'mujaz-pg-'));
  const user = runner();
  chmodSync(folder, 0o700);
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const as = { ...(user ?? {}), cwd: folder, env: { ...process.env, LC_ALL: 'C.UTF-8' } };
  execFileSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'mujaz', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
    { ...as, stdio: 'pipe' },
  );
  const port = await freePort();
  let server: ChildProcess | null = null;
  let databases = 0;
  const address = (name: string) => `postgres://mujaz@127.0.0.1:${port}/${name}`;

  async function start() {
    const args = ['-D', data, '-p', String(port), '-k', folder, '-c', 'listen_addresses=127.0.0.1'];
    server = spawn(join(programs, 'postgres'), args, { ...as, stdio: ['ignore', 'ignore', 'pipe'] });
    const said: string[] = [];
    server.stderr!.setEncoding('utf8');
    await new Promise<void>((resolve, reject) => {
      server!.stderr!.on('data', (text: string) => {
        said.push(text);
        if (text.includes('ready to accept connections')) resolve();
      });
      server!.once('exit', () => reject(new Error(`PostgreSQL did not start: ${said.join('')}`)));
    });
  }
  async function end(signal: NodeJS.Signals) {
    const running = server;
    server = null;
    if (!running || running.exitCode !== null) return;
    const gone = new Promise<void>((resolve) => running.once('exit', () => resolve()));
    running.kill(signal);
    await gone;
  }
  await start();
  return {
    async database() {
      const name = `mujaz_${++databases}`;
      const client = new pg.Client({ connectionString: address('postgres') });
      await client.connect();
      await client.query(`create database ${name}`);
      await client.end();
      return address(name);
    },
    crash: () => end('SIGQUIT'),
    start,
    async stop() {
      await end('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
