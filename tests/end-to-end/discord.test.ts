import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FakeDiscord } from '#tests/fakes/discord-server.ts';
import { shownText } from '#tests/fakes/discord-shown.ts';
import { Program } from '#tests/fakes/program.ts';

let dc: FakeDiscord;
let program: Program;

beforeAll(async () => {
  dc = await FakeDiscord.start();
  program = new Program({ DISCORD_BOT_TOKEN: dc.token, DISCORD_API_ROOT: dc.apiRoot });
  await program.start();
  await dc.hasCommands();
});
afterAll(async () => {
  await program.remove();
  await dc.close();
});

describe('the program on Discord', () => {
  it('answers /brief kazakhstan in Arabic, and its buttons in place', async () => {
    const ann = dc.user();
    const asked = dc.slash({ user: ann, name: 'brief', options: { words: 'kazakhstan' } });
    const brief = await asked.reply(/الخلاصة/);
    for (const words of ['16 قتيلاً', 'أفراد قوات الأمن', 'قيد التحقيق', 'فلاديمير بوتين'])
      expect(shownText(brief)).toContain(words);
    const pressed = dc.click(brief, 'الضحايا 2', ann);
    const casualties = await pressed.reply(/وتابع أن 16 من أفراد/);
    expect(casualties.id).toBe(brief.id);
  });

  it('offers briefs while a name is typed', async () => {
    const choices = await dc.autocomplete({ user: dc.user(), name: 'brief', option: 'words', value: 'kaz' });
    expect(JSON.stringify(choices)).toContain('kazakhstan');
  });

  it('ends on SIGTERM with 0', async () => {
    expect((await program.stop()).code).toBe(0);
  });
});
