import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { Api, GrammyError, HttpError } from 'grammy';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeError, mapError } from '#adapters/telegram/map-error.ts';
import { ServerCalls } from '#adapters/telegram/server-calls.ts';
import { Secret } from '#shared/secret.ts';
import { ManualClock } from '#tests/fakes/manual-clock.ts';

const TOKEN = '7000000001:AAfake-token_for-tests-0000000000000';
const SENT = '{"ok":true,"result":{"message_id":7,"text":"موجز"}}';

let server: Server;
let clock: ManualClock;
let asked: { url: string | undefined; body: string; socket: Socket }[];
let answer: (response: ServerResponse, request: IncomingMessage) => void;

beforeEach(async () => {
  clock = new ManualClock(0);
  asked = [];
  answer = (response) => void response.end(SENT);
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    asked.push({ url: request.url, body: Buffer.concat(chunks).toString(), socket: request.socket });
    answer(response, request);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const rootOf = (path = '', protocol = 'http') =>
  `${protocol}://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;

function connect(root = rootOf()): Api {
  const api = new Api(TOKEN);
  api.config.use(new ServerCalls({ root, token: new Secret(TOKEN), clock }).within(30));
  return api;
}

const failureOf = (call: Promise<unknown>) =>
  call.then(
    () => expect.unreachable('it succeeded'),
    (error: unknown) => error,
  );

describe('a call', () => {
  it('carries its payload to the method’s address and brings the result', async () => {
    expect(await connect().sendMessage(42, '«خبر»')).toMatchObject({ message_id: 7, text: 'موجز' });
    expect(asked[0]?.url).toBe(`/bot${TOKEN}/sendMessage`);
    expect(JSON.parse(asked[0]?.body ?? '')).toEqual({ chat_id: 42, text: '«خبر»' });
  });

  it.each(['/behind/a/proxy', '/behind/a/proxy/'])('finds a server at %s', async (path) => {
    await connect(rootOf(path)).getMe();
    expect(asked[0]?.url).toBe(`/behind/a/proxy/bot${TOKEN}/getMe`);
  });

  it('goes over the connection of the one before it', async () => {
    const api = connect();
    for (let i = 0; i < 3; i++) await api.getMe();
    expect(new Set(asked.map(({ socket }) => socket)).size).toBe(1);
  });

  it('reads an answer that comes in pieces, cut inside a letter', async () => {
    const bytes = Buffer.from(SENT);
    const inside = bytes.indexOf('موجز') + 1;
    answer = (response) => {
      response.write(bytes.subarray(0, inside), () => response.end(bytes.subarray(inside)));
    };
    expect(await connect().sendMessage(42, 'خبر')).toMatchObject({ text: 'موجز' });
  });

  it('brings the server’s refusal with all it says', async () => {
    answer = (response) => {
      response.writeHead(429);
      response.end('{"ok":false,"error_code":429,"description":"Too Many","parameters":{"retry_after":7}}');
    };
    const error = await failureOf(connect().sendMessage(42, 'خبر'));
    expect(error).toBeInstanceOf(GrammyError);
    expect(error).toMatchObject({ error_code: 429, parameters: { retry_after: 7 } });
  });
});

describe('a call without an answer', () => {
  it.each([
    [
      'the page of a proxy',
      'HTTP 502',
      (r: ServerResponse) => r.writeHead(502).end('<html>Bad Gateway</html>'),
    ],
    ['half of it', 'ECONNRESET', (r: ServerResponse) => r.write(SENT.slice(0, 9), () => r.destroy())],
    ['a reset', 'ECONNRESET', (r: ServerResponse) => r.destroy()],
    ['some other JSON', 'HTTP 200', (r: ServerResponse) => r.end('"ok"')],
  ])('but %s may have been carried out', async (_, reason, reply) => {
    answer = reply;
    const error = await failureOf(connect().sendMessage(42, 'خبر'));
    expect(error).toBeInstanceOf(HttpError);
    expect(mapError(error)).toMatchObject({ kind: 'unknown', reason });
    expect(describeError(error)).not.toContain(TOKEN);
  });

  it('is given up when its time is over, and not before', async () => {
    const reached = new Promise<void>((resolve) => {
      answer = () => resolve();
    });
    const failed = failureOf(connect().sendMessage(42, 'خبر'));
    await reached;
    await clock.advance(29_999);
    expect(asked[0]?.socket.destroyed).toBe(false);
    await clock.advance(1);
    expect(mapError(await failed)).toMatchObject({ kind: 'unknown', reason: 'ETIMEDOUT' });
  });

  it('is given up when whoever called stops', async () => {
    const stopping = new AbortController();
    answer = () => stopping.abort();
    const call = connect().getUpdates({ timeout: 30 }, stopping.signal as never);
    expect(mapError(await failureOf(call)).reason).toBe('ABORTED');
    const late = connect().getUpdates({ timeout: 30 }, stopping.signal as never);
    expect(mapError(await failureOf(late)).reason).toBe('ABORTED');
    expect(asked).toHaveLength(1);
  });

  it('was not carried out where nobody listens', async () => {
    const root = rootOf();
    server.close();
    const error = await failureOf(connect(root).sendMessage(42, 'خبر'));
    expect(mapError(error)).toMatchObject({ kind: 'unreachable', reason: 'ECONNREFUSED' });
  });

  it('is made over TLS where the address says so', async () => {
    const error = await failureOf(connect(rootOf('', 'https')).getMe());
    expect(mapError(error).reason).toBe('EPROTO');
    expect(asked).toEqual([]);
  });
});
