import type { User } from '@grammyjs/types';
import { Program } from '#tests/fakes/program.ts';
import { FakeTelegram } from '#tests/fakes/telegram-server.ts';
import { startBare } from './bare-bot.ts';
import type { Load } from './steady-load.ts';
import { compareInTurns } from './turns.ts';

const PER_SECOND = 100;
const READERS = 400;
const QUESTION = '/brief kazakhstan';

/**
 * Answers to /brief over a Bot API server on loopback, 100 a second: the program against a bare grammY bot that
 * answers each message with a constant text of the same size on the wire. The bots are in processes of their own.
 */
export async function run(): Promise<void> {
  const [ours, theirs] = [await FakeTelegram.start(), await FakeTelegram.start()];
  const program = new Program({ ...ours.env, LOG_LEVEL: 'warn' });
  await program.start();
  const reader = ours.user();
  ours.sendText(reader, QUESTION);
  await ours.nextMessage(reader, /16/);
  const answer = ours.requests.findLast(({ method }) => method.startsWith('send'));
  const bytes = Buffer.byteLength(JSON.stringify(answer?.params));
  const bare = await startBare('bare-telegram-bot.ts', {
    BARE_TOKEN: theirs.token,
    BARE_API_ROOT: theirs.apiRoot,
    BARE_TEXT: 'م'.repeat(bytes / Buffer.byteLength('م')),
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

function questionsTo(tg: FakeTelegram): Load {
  const readers = Array.from({ length: READERS }, () => tg.user({ language_code: 'ar' }));
  /** By chat; whoever is not answered before it is their turn again waits for two answers. */
  const waiting = new Map<string, (() => void)[]>(readers.map((reader) => [String(reader.id), []]));
  // The moment a request is there counts; the list of all of them would only grow.
  tg.requests.push = ({ method, params }) => {
    if (method.startsWith('send')) waiting.get(String(params.chat_id))?.shift()?.();
    return 0;
  };
  return {
    ask: (n) =>
      new Promise((resolve) => {
        const reader = readers[n % READERS] as User;
        // What was said is not kept: a server that grows is collected, on the cores that the bots need.
        tg.chats.get(reader.id)?.messages.clear();
        waiting.get(String(reader.id))?.push(resolve);
        tg.sendText(reader, QUESTION);
      }),
  };
}
