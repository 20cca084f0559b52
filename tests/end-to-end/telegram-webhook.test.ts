import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Program } from '#tests/fakes/program.ts';
import { FakeTelegram } from '#tests/fakes/telegram-server.ts';

let tg: FakeTelegram;
let program: Program;
let address: string;

beforeAll(async () => {
  tg = await FakeTelegram.start();
  program = new Program({
    ...tg.env,
    TELEGRAM_WEBHOOK_URL: 'https://bot.example.org/telegram/updates',
    TELEGRAM_WEBHOOK_SECRET: 'a-secret_of-the-test',
  });
  address = await program.start();
});
afterAll(async () => {
  await program.remove();
  await tg.close();
});

const deliver = (update: unknown, secret: string | null) =>
  fetch(new URL('/telegram/updates', address), {
    method: 'POST',
    body: typeof update === 'string' ? update : JSON.stringify(update),
    headers: {
      'content-type': 'application/json',
      ...(secret === null ? {} : { 'x-telegram-bot-api-secret-token': secret }),
    },
  });

describe('the program with a webhook', () => {
  it('tells Telegram where to send updates, and does not ask for them', () => {
    expect(tg.requests.find((r) => r.method === 'setWebhook')?.params).toMatchObject({
      url: 'https://bot.example.org/telegram/updates',
      secret_token: 'a-secret_of-the-test',
    });
  });

  it('answers what is sent there with the secret, and refuses everybody else', async () => {
    const ann = tg.user();
    tg.sendText(ann, '/brief kazakhstan');
    const [update] = tg.pending(0);
    for (const secret of [null, '', 'guessed']) expect((await deliver(update, secret)).status).toBe(401);
    expect((await deliver('{', 'a-secret_of-the-test')).status).toBe(401);
    expect(tg.messages(ann)).toEqual([]);
    expect((await deliver(update, 'a-secret_of-the-test')).status).toBe(200);
    expect((await tg.nextMessage(ann, /الخلاصة/)).text).toContain('كازاخستان');
    expect((await deliver(update, 'a-secret_of-the-test')).status).toBe(200);
    expect(tg.messages(ann)).toHaveLength(1);
  });

  it('does not read what is far longer than any update', async () => {
    // The server may close the connection before all of it has been sent.
    const refused = deliver('x'.repeat(2_000_000), 'a-secret_of-the-test');
    expect(
      await refused.then(
        (response) => response.status,
        (error: Error) => (error.cause as { code?: string }).code,
      ),
    ).toSatisfy((end) => end === 413 || end === 'UND_ERR_SOCKET' || end === 'ECONNRESET' || end === 'EPIPE');
  });

  it('says neither the secret nor the token', () => {
    const said = [...program.output, ...program.errors].join('\n');
    expect(said).not.toContain('a-secret_of-the-test');
    expect(said).not.toContain(tg.token);
  });
});
