import { FakeDiscord } from '#tests/fakes/discord-server.ts';
import { shownText } from '#tests/fakes/discord-shown.ts';
import { Program } from '#tests/fakes/program.ts';
import { startBare } from './bare-bot.ts';
import type { Load } from './steady-load.ts';
import { compareInTurns } from './turns.ts';

/** The library sends at most 50 requests a second; above that both would only queue. */
const PER_SECOND = 40;
const READERS = 160;
/** Characters of one message's content. */
const CONTENT = 2000;

/**
 * Answers to /brief over a Discord on loopback: the program against a bare discord.js bot that answers each
 * interaction with a constant text of the same size. The bots are in processes of their own.
 */
export async function run(): Promise<void> {
  const [ours, theirs] = [await FakeDiscord.start(), await FakeDiscord.start()];
  const program = new Program({ ...ours.env, LOG_LEVEL: 'warn' });
  await program.start();
  await ours.hasCommands();
  const asked = ours.slash({ user: ours.user(), name: 'brief', options: { words: 'kazakhstan' } });
  const size = shownText(await asked.reply(/الخلاصة/)).length;
  theirs.state.commands.push(...ours.state.commands);
  const bare = await startBare('bare-discord-bot.ts', {
    BARE_TOKEN: theirs.token,
    BARE_API_ROOT: theirs.apiRoot,
    BARE_TEXT: 'م'.repeat(Math.min(size, CONTENT)),
  });
  try {
    await compareInTurns(questionsTo(ours), questionsTo(theirs), PER_SECOND);
  } finally {
    bare.kill('SIGKILL');
    await program.stop();
    await program.remove();
    await Promise.all([ours.close(), theirs.close()]);
  }
}

function questionsTo(dc: FakeDiscord): Load {
  const readers = Array.from({ length: READERS }, () => dc.user());
  return {
    ask: async (n) => {
      const user = readers[n % READERS];
      if (!user) throw new RangeError('no readers');
      await dc.slash({ user, name: 'brief', options: { words: 'kazakhstan' } }).acknowledged();
    },
  };
}
