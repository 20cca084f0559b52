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

describe('the start', () => {
  it.each([
    [{ DISCORD_BOT_TOKEN: 'wrong-token.abc.def' }, /^Discord cannot be used: the token/],
    [{ WEB_PORT: 'x' }, /^WEB_PORT: /],
    [{ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/x' }, /^DATABASE_URL: /],
  ])('with %j ends with 1 and one line that names it', async (env, line) => {
    const other = new Program({ DISCORD_API_ROOT: dc.apiRoot, ...env });
    const { code, stderr } = await other.run(['start']);
    expect(code).toBe(1);
    const said = stderr.split('\n').filter((l) => !l.startsWith('{'));
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(line);
    await other.remove();
  });

  it('on a port in use ends with 1 and names it', async () => {
    const first = new Program();
    const port = new URL(await first.start()).port;
    const second = new Program({ WEB_PORT: port });
    const { code, stderr } = await second.run(['start']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/WEB_PORT/);
    await Promise.all([first.remove(), second.remove()]);
  });

  it('on data that another process holds ends with 1 and says who holds it', async () => {
    const first = new Program();
    await first.start();
    const second = new Program({ DATA_DIR: `${first.folder}/data` });
    const { code, stderr } = await second.run(['start']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/in use by process \d+ on /);
    await Promise.all([first.remove(), second.remove()]);
  });
});
