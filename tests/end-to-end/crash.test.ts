import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { openPostgresStore } from '#adapters/store/open-postgres.ts';
import { openSqliteStore } from '#adapters/store/open-sqlite.ts';
import type { Store } from '#delivery/store.ts';
import { systemClock } from '#shared/clock.ts';
import { silentLogger } from '#shared/logger.ts';
import { Secret } from '#shared/secret.ts';
import { Audience } from '#tests/fakes/audience.ts';
import { FakeDiscord } from '#tests/fakes/discord-server.ts';
import { NO_POSTGRES, postgresPrograms, type RealPostgres, startPostgres } from '#tests/fakes/postgres.ts';
import { Program } from '#tests/fakes/program.ts';
import { FakeTelegram } from '#tests/fakes/telegram-server.ts';
import { seededRandom } from '#tests/scoring/seeded-random.ts';

/** Few where every change is tested; CRASH_ROUNDS=20 for a proof. */
const ROUNDS = Number(process.env.CRASH_ROUNDS ?? 2);
/** Chats on each of the two platforms. */
const CHATS = Number(process.env.CRASH_CHATS ?? 60);
/** What was in the air is looked for before it is sent again; that takes its time. Milliseconds. */
const PATIENCE = 40_000;
/** Kills in one digest. */
const KILLS = 3;
const programs = postgresPrograms();
if (!programs) console.log(`skipped: ${NO_POSTGRES}`);

describe('a digest that is killed with -9 again and again, in the embedded store', () => {
  it.each(seeds(1))('round %i: every chat gets it exactly once', { timeout: 60_000 }, async (seed) => {
    const round = await Round.start({});
    try {
      await round.run(seed, (folder) => openSqliteStore(join(folder, 'data'), systemClock));
    } finally {
      await round.end();
    }
  });
});

describe.skipIf(!programs)('a digest that is killed with -9 again and again, in PostgreSQL', () => {
  let postgres: RealPostgres;
  beforeAll(async () => {
    postgres = await startPostgres(programs as string);
  });
  afterAll(() => postgres?.stop());

  it.each(seeds(101))('round %i: every chat gets it exactly once', { timeout: 60_000 }, async (seed) => {
    const url = await postgres.database();
    const round = await Round.start({ DATABASE_URL: url });
    try {
      await round.run(seed, () => openPostgresStore(new Secret(url), silentLogger));
    } finally {
      await round.end();
    }
  });
});

describe.skipIf(!programs)('two programs with the same tokens on one PostgreSQL', () => {
  let postgres: RealPostgres;
  beforeAll(async () => {
    postgres = await startPostgres(programs as string);
  });
  afterAll(() => postgres?.stop());

  it('one sends; when it is killed the other goes on, and nothing is lost or twice', {
    timeout: 60_000,
  }, async () => {
    const url = await postgres.database();
    const round = await Round.start({ DATABASE_URL: url });
    try {
      await round.handOver(7, () => openPostgresStore(new Secret(url), silentLogger));
    } finally {
      await round.end();
    }
  });
});

function seeds(first: number): number[] {
  return Array.from({ length: ROUNDS }, (_, i) => first + i);
}

class Round {
  readonly #tg: FakeTelegram;
  readonly #dc: FakeDiscord;
  readonly #env: Record<string, string>;
  readonly #program: Program;
  readonly #audience: Audience;
  #sends = 0;
  #killAt = Number.POSITIVE_INFINITY;
  #kill: (() => void) | null = null;

  private constructor(tg: FakeTelegram, dc: FakeDiscord, env: Record<string, string>) {
    [this.#tg, this.#dc] = [tg, dc];
    this.#env = { ...tg.env, ...dc.env, ...env, LOG_LEVEL: 'warn' };
    this.#program = this.#newProgram();
    this.#audience = new Audience(tg, dc, CHATS);
    const seen = tg.requests.push.bind(tg.requests);
    tg.requests.push = (...requests) => {
      for (const { method } of requests) if (method.startsWith('send')) this.#sent();
      return seen(...requests);
    };
    const called = dc.calls.push.bind(dc.calls);
    dc.calls.push = (...calls) => {
      for (const { what } of calls) if (/^POST \/channels\/\d+\/messages$/.test(what)) this.#sent();
      return called(...calls);
    };
  }

  /** Deliveries are paced all the same, only faster: a round must not take the time that 300 chats would. */
  #newProgram(): Program {
    const program = new Program(this.#env);
    program.paceTelegram(400);
    return program;
  }

  static async start(env: Record<string, string>): Promise<Round> {
    return new Round(await FakeTelegram.start(), await FakeDiscord.start(), env);
  }

  async run(seed: number, open: (folder: string) => Promise<Store>): Promise<void> {
    const random = seededRandom(seed);
    await this.#audience.subscribe(await open(this.#program.folder));
    for (let kill = 0; kill < KILLS; kill++) {
      const killed = this.#killedAt(this.#sends + 1 + Math.floor(random() * (CHATS / 2)));
      // What was in the air when the last one was killed may have left nobody to send to.
      this.#everybodyHasIt().then(
        () => this.#kill?.(),
        () => {},
      );
      // It may be gone before it has said that it listens.
      await Promise.allSettled([this.#program.start(), killed]);
    }
    this.#killAt = Number.POSITIVE_INFINITY;
    await this.#complete(await this.#program.start());
    await this.#program.stop();
    await this.#audience.checkOnce(await open(this.#program.folder));
  }

  /** Two instances on one database; the one that sends is killed, and only the other is left to go on. */
  async handOver(seed: number, open: () => Promise<Store>): Promise<void> {
    await this.#audience.subscribe(await open());
    const other = this.#newProgram();
    try {
      const killed = this.#killedAt(1 + Math.floor(seededRandom(seed)() * CHATS));
      const first = this.#program.start().catch(() => null);
      const address = await other.start();
      await Promise.all([first, killed]);
      this.#killAt = Number.POSITIVE_INFINITY;
      await this.#complete(address);
    } finally {
      await other.stop();
      await other.remove();
    }
    await this.#audience.checkOnce(await open());
  }

  /** Everybody has it, and the program on that address has settled what was in the air. */
  async #complete(address: string): Promise<void> {
    await this.#everybodyHasIt();
    await this.#audience.settled(address, PATIENCE);
  }

  async #everybodyHasIt(): Promise<void> {
    await this.#dc.until(
      () => this.#audience.received().every((n) => n > 0),
      () => 'a digest for everybody',
      PATIENCE,
    );
  }

  async end(): Promise<void> {
    await this.#program.remove();
    await Promise.all([this.#tg.close(), this.#dc.close()]);
  }

  /** Resolves when the process that is started next is gone: at the `n`-th send of all, before it is answered. */
  #killedAt(n: number): Promise<void> {
    this.#killAt = n;
    return new Promise((resolve, reject) => {
      this.#kill = () => {
        this.#kill = null;
        this.#program.stop('SIGKILL').then(() => resolve(), reject);
      };
    });
  }

  #sent(): void {
    this.#sends++;
    if (this.#sends >= this.#killAt) this.#kill?.();
    // Discord's clock of changes wakes whoever waits for Telegram, too.
    this.#dc.poke();
  }
}
