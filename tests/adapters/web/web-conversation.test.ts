import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { WebPlatform } from '#adapters/web/platform.ts';
import { MAX_TEXT_BYTES } from '#adapters/web/profile.ts';
import type { ChatRef } from '#delivery/platform.ts';
import { action, encodeAction } from '#message/action.ts';
import { HOSTILE_TEXT, notice } from '#tests/fixtures/messages/sample-messages.ts';
import { startWeb } from './start-web.ts';
import { ask, WebClient } from './web-client.ts';

const running: WebPlatform[] = [];
afterEach(async () => {
  for (const platform of running.splice(0)) await platform.stop();
});

async function openClient(options?: Parameters<typeof startWeb>[0]) {
  const platform = await startWeb(options);
  running.push(platform);
  const client = new WebClient(platform.url);
  await client.open();
  return { platform, client };
}

const firstId = async (client: WebClient) => (await client.read())[0]?.entry.id ?? 0;

describe('the conversation', () => {
  it('greets an empty transcript once', async () => {
    const { client } = await openClient();
    await client.open();
    expect(await client.texts()).toEqual(['أمر: start ']);
  });

  it('takes a word after a slash for a command and keeps what follows', async () => {
    const inputs: unknown[] = [];
    const { client } = await openClient({ handle: async ({ input }) => void inputs.push(input) });
    await client.say('/brief kazakhstan و«غيرها»');
    await client.say('/موجز\nسطر أول\nسطر ثان ');
    expect(inputs.slice(1)).toEqual([
      { type: 'command', name: 'brief', rest: 'kazakhstan و«غيرها»' },
      { type: 'command', name: 'موجز', rest: 'سطر أول\nسطر ثان' },
    ]);
  });

  it('hears a message that is sent twice once', async () => {
    const { client } = await openClient();
    const nonce = randomUUID();
    await client.say('مرحبا', nonce);
    await client.say('مرحبا', nonce);
    expect((await client.texts()).slice(1)).toEqual(['مرحبا', 'سمعتُ: مرحبا']);
  });

  it('answers in the order of the questions', async () => {
    const gate = Promise.withResolvers<void>();
    const { client } = await openClient({
      handle: async ({ input }, responder) => {
        if (input.type !== 'text') return;
        if (input.text === 'أول') await gate.promise;
        await responder.reply(notice(`جواب ${input.text}`));
      },
    });
    const both = [client.say('أول'), client.say('ثان')];
    setImmediate(gate.resolve);
    await Promise.all(both);
    const answers = (await client.texts()).filter((text) => text.startsWith('جواب'));
    expect(answers).toHaveLength(2);
    const asked = (await client.texts()).filter((text) => text === 'أول' || text === 'ثان');
    expect(answers).toEqual(asked.map((text) => `جواب ${text}`));
  });

  it('goes on after the last event without loss and without doubles', async () => {
    const { client } = await openClient();
    await client.say('واحد');
    const first = (await client.read()).map(({ id }) => id);
    await client.say('اثنان');
    const reading = client.read(first.at(-1), 4);
    await client.say('ثلاثة');
    const rest = (await reading).map(({ id }) => id);
    const whole = (await client.read()).map(({ id }) => id);
    expect([...first, ...rest]).toEqual(whole.slice(0, first.length + rest.length));
  });

  it('puts a pressed button’s view in the place of its message', async () => {
    const { client } = await openClient();
    await client.press(await firstId(client), encodeAction(action('help')));
    expect(await client.texts()).toEqual(['زر: help']);
  });

  it('answers below where the message of the button is gone', async () => {
    const { client } = await openClient();
    await client.press(7, encodeAction(action('help')));
    expect(await client.texts()).toEqual(['أمر: start ', 'زر: help']);
  });

  it.each(['x', '', 'b.<script>', 'h'.repeat(500)])(
    'hands on forged button data %j as no action',
    async (data) => {
      const { client } = await openClient();
      await client.press(await firstId(client), data);
      expect(await client.texts()).toEqual(['زر: مجهول']);
    },
  );

  it('gives a passing line back to the page that asked', async () => {
    const { client } = await openClient({ handle: (_request, responder) => responder.toast('تم') });
    expect(JSON.parse((await client.say('x')).body)).toEqual({ passing: 'تم' });
  });

  it('hands on a file as attached text', async () => {
    const attached: unknown[] = [];
    const { client } = await openClient({ handle: async (request) => void attached.push(request.attached) });
    const file = (bytes: Uint8Array) => ({
      name: 'article.txt',
      base64: Buffer.from(bytes).toString('base64'),
    });
    const post = (bytes: Uint8Array) =>
      client.post('/messages', { nonce: randomUUID(), text: '/draft', file: file(bytes) });
    await post(Buffer.from('نص المقال'));
    expect(attached.at(-1)).toEqual({ text: 'نص المقال', from: 'file', origin: 'article.txt' });
    // The same words as an older program keeps them, in Windows-1256.
    await post(Uint8Array.of(0xe4, 0xd5, 0x20, 0xc7, 0xe1, 0xe3, 0xde, 0xc7, 0xe1));
    expect(attached.at(-1)).toEqual({ text: 'نص المقال', from: 'file', origin: 'article.txt' });
  });

  it('says in Arabic that a picture is no text', async () => {
    const { client } = await openClient();
    const file = { name: 'picture.txt', base64: Buffer.from('\x89PNG\0\0\x01').toString('base64') };
    const answer = await client.post('/messages', { nonce: randomUUID(), text: '/draft', file });
    expect(answer.status).toBe(422);
    expect(JSON.parse(answer.body).passing).toContain('picture.txt');
  });
});

describe('bad input', () => {
  it('shows markup as text, without control characters', async () => {
    const { client } = await openClient();
    await client.say(`${HOSTILE_TEXT}\u202e\0`);
    const [, own, answer] = await client.texts();
    expect(own).toBe(HOSTILE_TEXT);
    expect(answer).toBe(`سمعتُ: ${HOSTILE_TEXT}`);
  });

  it('takes an article of a megabyte and refuses a longer one', async () => {
    const { client } = await openClient({ handle: async () => {} });
    const longest = 'ا'.repeat(MAX_TEXT_BYTES / 2);
    expect((await client.say(longest)).status).toBe(200);
    expect((await client.say(`${longest}ا`)).status).toBe(413);
    expect((await client.say(longest.repeat(3))).status).toBe(413);
  });

  it.each([
    {},
    { text: '', nonce: randomUUID() },
    { text: 'x' },
    { text: 1, nonce: randomUUID() },
    [[]],
    null,
    'x',
    { text: 'x', nonce: 'a b c d e f g' },
  ])('refuses the body %j', async (body) => {
    const { client } = await openClient();
    expect((await client.post('/messages', body)).status).toBe(400);
    expect((await client.post('/actions', body)).status).toBe(400);
  });

  it('lives on after a handler that throws', async () => {
    const { client } = await openClient({
      handle: async ({ input }) => {
        if (input.type === 'text' && input.text === 'bad') throw new Error('boom');
      },
    });
    expect((await client.say('bad')).status).toBe(500);
    expect((await client.say('good')).status).toBe(200);
  });

  it('refuses more questions at once than may wait', async () => {
    const gate = Promise.withResolvers<void>();
    const { client } = await openClient({
      handle: ({ input }) => (input.type === 'text' ? gate.promise : Promise.resolve()),
    });
    let refused = 0;
    const all = Array.from({ length: 25 }, async (_, i) => {
      const { status } = await client.say(`س${i}`);
      if (status === 429 && ++refused === 5) gate.resolve();
      return status;
    });
    expect((await Promise.all(all)).filter((status) => status === 200)).toHaveLength(20);
  });
});

describe('start and stop', () => {
  it('says in one line that the port is taken, and names WEB_PORT', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const line = `WEB_PORT: port ${port} on 127.0.0.1 is already in use; choose another, or 0 for any free one`;
    await expect(startWeb({ port })).rejects.toHaveProperty('message', line);
    other.close();
  });

  it('names WEB_HOST where the address is not of this machine', async () => {
    await expect(startWeb({ host: '192.0.2.1' })).rejects.toThrow('WEB_HOST: 192.0.2.1');
  });

  it('answers what was asked before it stops, and leaves no stream open', async () => {
    const asked = Promise.withResolvers<void>();
    const gate = Promise.withResolvers<void>();
    const { platform, client } = await openClient({
      handle: async ({ input }) => {
        if (input.type !== 'text') return;
        asked.resolve();
        await gate.promise;
      },
    });
    const stream = client.read(0, 99);
    const saying = client.say('انتظر');
    await asked.promise;
    const { url } = platform;
    const stopping = platform.stop();
    gate.resolve();
    expect((await saying).status).toBe(200);
    await stopping;
    await stream;
    await expect(ask(url)).rejects.toThrow();
  });

  it('carries further addresses behind the same guard', async () => {
    const { platform } = await openClient({ addRoutes: (app) => app.get('/healthz', (c) => c.text('ok')) });
    expect((await ask(`${platform.url}healthz`)).body).toBe('ok');
    const headers = { host: 'evil.example' };
    expect((await ask(`${platform.url}healthz`, { headers })).status).toBe(421);
  });
});

describe('what falls due while the page is closed', () => {
  const openChat = async () => {
    const chats: ChatRef[] = [];
    const opened = await openClient({ handle: async ({ chat }) => void chats.push(chat) });
    return { ...opened, chat: chats[0] as ChatRef };
  };

  it('is there when it opens, and a correction comes at once where it is open', async () => {
    const { platform, client, chat } = await openChat();
    const receipt = await platform.send(chat, notice('موجز الصباح'), 'n1');
    const [shown] = await client.read();
    expect(await client.texts()).toEqual(['موجز الصباح']);
    const reading = client.read(shown?.id, 1);
    await platform.edit(receipt, notice('موجز الصباح، مصحَّحاً'));
    expect((await reading)[0]?.entry.id).toBe(Number(receipt.messageIds[0]));
    expect(await client.texts()).toEqual(['موجز الصباح، مصحَّحاً']);
  });

  it('is there once though it is sent again under the same nonce', async () => {
    const { platform, client, chat } = await openChat();
    const first = await platform.send(chat, notice('موجز'), 'same');
    expect(await platform.send(chat, notice('موجز'), 'same')).toEqual(first);
    expect(await client.texts()).toEqual(['موجز']);
    expect((await platform.settle(chat, notice('موجز'), 'other')).outcome).toBe('not-sent');
  });
});
