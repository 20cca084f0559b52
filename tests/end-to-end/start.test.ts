import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebClient } from '#tests/adapters/web/web-client.ts';
import { FakeDiscord } from '#tests/fakes/discord-server.ts';
import { Program } from '#tests/fakes/program.ts';
import { FakeTelegram } from '#tests/fakes/telegram-server.ts';

let tg: FakeTelegram;
let dc: FakeDiscord;

beforeAll(async () => {
  [tg, dc] = [await FakeTelegram.start(), await FakeDiscord.start()];
});
afterAll(() => Promise.all([tg.close(), dc.close()]));

describe('the start', () => {
  it.each([
    [{ DISCORD_BOT_TOKEN: 'wrong-token.abc.def' }, /^Discord cannot be used: the token/],
    [
      { TELEGRAM_BOT_TOKEN: '7000000001:AAwrong_token_000000000000000000000000' },
      /^TELEGRAM_BOT_TOKEN is refused/,
    ],
    [{ TELEGRAM_BOT_TOKEN: 'nonsense' }, /^TELEGRAM_BOT_TOKEN: /],
    [{ WEB_PORT: 'x' }, /^WEB_PORT: /],
    [{ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/x' }, /^DATABASE_URL: /],
  ])('with %j ends with 1 and one line that names it', async (env, line) => {
    const other = new Program({ DISCORD_API_ROOT: dc.apiRoot, TELEGRAM_API_ROOT: tg.apiRoot, ...env });
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

  it('with a .env that is none ends with 1 and names its line', async () => {
    const other = new Program();
    writeFileSync(join(other.folder, '.env'), 'LOG_LEVEL=info\nthis is no assignment\n');
    const { code, stderr } = await other.run(['start']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/\.env.*2/);
    await other.remove();
  });

  it('with briefs that cannot be read serves those it knows, and says why', async () => {
    const program = new Program();
    await program.start();
    await program.stop();
    rmSync(join(program.folder, 'briefs'), { recursive: true });
    writeFileSync(join(program.folder, 'briefs'), 'no folder');
    const from = program.errors.length;
    const client = new WebClient(await program.start());
    await client.open();
    await client.say('/brief kazakhstan');
    expect((await client.texts()).join()).toContain('16 قتيلاً');
    expect(program.errors.slice(from).join('\n')).toMatch(/"file":"briefs".*is not a folder/);
    expect((await program.stop()).code).toBe(0);
    await program.remove();
  });
});
