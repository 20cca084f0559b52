import { join } from 'node:path';
import { afterEach, describe, it } from 'vitest';
import { openSqliteStore } from '#adapters/store/open-sqlite.ts';
import { systemClock } from '#shared/clock.ts';
import { Audience } from '#tests/fakes/audience.ts';
import { FakeDiscord } from '#tests/fakes/discord-server.ts';
import { Program } from '#tests/fakes/program.ts';
import { FakeTelegram } from '#tests/fakes/telegram-server.ts';
import { seededRandom } from '#tests/scoring/seeded-random.ts';

/** One where every change is tested; FAULT_ROUNDS=10 FAULT_CHATS=300 for a proof. */
const ROUNDS = Number(process.env.FAULT_ROUNDS ?? 1);
/** Chats on each of the two platforms. */
const CHATS = Number(process.env.FAULT_CHATS ?? 60);
/** Lost messages are looked for before they are sent again; that takes its time. Milliseconds. */
const PATIENCE = 60_000;

/** What goes wrong, as shares of all calls. */
const SHARES = [
  [0.05, { status: 502 }],
  [0.03, { reset: 'before' }],
  [0.03, { reset: 'after' }],
  [0.02, { status: 429, retryAfter: 1 }],
] as const;

let [tg, dc]: [FakeTelegram, FakeDiscord] = [null as never, null as never];
let program: Program | null = null;

afterEach(async () => {
  await program?.remove();
  await Promise.all([tg.close(), dc.close()]);
});

describe('a digest while a twentieth of all calls fails, connections break and answers are lost', () => {
  it.each(Array.from({ length: ROUNDS }, (_, i) => i + 1))(
    'round %i: every chat gets it exactly once',
    {
      timeout: PATIENCE + 30_000,
    },
    async (seed) => {
      [tg, dc] = [await FakeTelegram.start(), await FakeDiscord.start()];
      program = new Program({ ...tg.env, ...dc.env, LOG_LEVEL: 'error' });
      program.paceTelegram(400);
      const audience = new Audience(tg, dc, CHATS);
      await audience.subscribe(await openSqliteStore(join(program.folder, 'data'), systemClock));
      const random = seededRandom(seed);
      const anyFault = () => {
        let left = random();
        for (const [share, fault] of SHARES) {
          left -= share;
          if (left < 0) return fault;
        }
        return undefined;
      };
      // What a start needs is not what is tried here.
      tg.anyFault = (method) =>
        /^(send|edit|deleteMessage|copy|forward)/.test(method) ? anyFault() : undefined;
      dc.anyFault = (what) => (/\/messages/.test(what) ? anyFault() : undefined);
      const address = await program.start();
      await audience.settled(address, PATIENCE);
      await program.stop();
      await audience.checkOnce(await openSqliteStore(join(program.folder, 'data'), systemClock));
    },
  );
});
