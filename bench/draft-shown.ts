import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Program } from '#tests/fakes/program.ts';
import { FakeTelegram } from '#tests/fakes/telegram-server.ts';
import { percentile, report } from './report.ts';

const root = resolve(import.meta.dirname, '..');
/** An article of about 300 words. */
const ARTICLE = 'tests/fixtures/articles/dev-05-bihar-train.txt';
const PASTES = 30;
const MILLISECONDS = 300;

/** From an editor's paste to the draft in the chat, over a Bot API server on loopback; the first paste loads the word lists. */
export async function run(): Promise<void> {
  const tg = await FakeTelegram.start();
  const program = new Program({ ...tg.env, ADMINS: 'telegram:77', LOG_LEVEL: 'warn' });
  await program.start();
  try {
    const editor = tg.user({ id: 77 });
    const text = readFileSync(join(root, ARTICLE), 'utf8');
    const times: number[] = [];
    for (let paste = 0; paste < PASTES; paste++) {
      const began = performance.now();
      tg.sendText(editor, `/draft ${text}`);
      const draft = await tg.nextMessage(editor, /مسودة/);
      times.push(performance.now() - began);
      tg.press(draft, 'إلغاء', editor);
      await tg.nextMessage(editor, /أُلغي/, draft.sequence);
    }
    const [first = Number.NaN, ...later] = times;
    report('first draft after the start, milliseconds', first, { most: MILLISECONDS });
    report('draft shown after the paste, p99 in milliseconds', percentile(later, 0.99), {
      most: MILLISECONDS,
    });
  } finally {
    await program.stop();
    await program.remove();
    await tg.close();
  }
}
