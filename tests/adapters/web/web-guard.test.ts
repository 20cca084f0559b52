import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import type { WebPlatform } from '#adapters/web/platform.ts';
import type { Request } from '#chat/request.ts';
import { OWNER_KEY, startWeb } from './start-web.ts';
import { ask, WebClient } from './web-client.ts';

const running: WebPlatform[] = [];
const start: typeof startWeb = async (options) => {
  const platform = await startWeb(options);
  running.push(platform);
  return platform;
};
afterEach(async () => {
  for (const platform of running.splice(0)) await platform.stop();
});

async function openClient(options?: Parameters<typeof startWeb>[0]) {
  const platform = await start(options);
  const client = new WebClient(platform.url);
  await client.open();
  return { platform, client };
}

describe('the page', () => {
  it('is Arabic, right to left, and may load nothing but its own files', async () => {
    const { url } = await start();
    const page = await ask(url);
    expect(page.status).toBe(200);
    expect(page.body).toContain('<html lang="ar" dir="rtl">');
    expect(page.body).not.toMatch(/https?:\/\//);
    const policy = page.headers['content-security-policy'];
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(page.headers['referrer-policy']).toBe('no-referrer');
    expect(page.headers['x-content-type-options']).toBe('nosniff');
  });

  it('serves each file it names, and no other of the disk', async () => {
    const { url } = await start();
    const { body } = await ask(url);
    const paths = [...body.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map((m) => m[1] as string);
    expect(paths.length).toBeGreaterThan(3);
    for (const path of paths) expect((await ask(new URL(path, url).href)).status, path).toBe(200);
    for (const path of ['page/jsconfig.json', 'page/..%2fserver.ts', 'page/%2e%2e/server.ts', 'etc/passwd'])
      expect((await ask(url + path)).status, path).toBe(404);
  });

  it('is not sent again while it has not changed', async () => {
    const { url } = await start();
    const { headers } = await ask(url);
    const again = await ask(url, { headers: { 'if-none-match': String(headers.etag) } });
    expect([again.status, again.body]).toEqual([304, '']);
  });
});

describe('who may speak to it', () => {
  it.each([
    'evil.example',
    'mujaz.evil.example:PORT',
    '192.0.2.7:PORT',
    '127.0.0.1:1',
    '127.0.0.1',
    '127.0.0.1.evil.example:PORT',
  ])('refuses the host %j, as a rebound name would send it', async (host) => {
    const { url } = await start();
    const { port } = new URL(url);
    expect((await ask(url, { headers: { host: host.replace('PORT', port) } })).status).toBe(421);
  });

  it.each(['localhost:PORT', '127.0.0.1:PORT', '[::1]:PORT', 'LOCALHOST:PORT'])(
    'lets in the host %s',
    async (host) => {
      const { url } = await start();
      const { port } = new URL(url);
      expect((await ask(url, { headers: { host: host.replace('PORT', port) } })).status).toBe(200);
    },
  );

  it('lets in any address in figures, and no name, where it listens on all of them', async () => {
    const { url } = await start({ host: '0.0.0.0' });
    const { port } = new URL(url);
    expect((await ask(url, { headers: { host: `192.0.2.7:${port}` } })).status).toBe(200);
    expect((await ask(url, { headers: { host: `evil.example:${port}` } })).status).toBe(421);
  });

  it.each<[string, Record<string, string>, number]>([
    ['another origin', { origin: 'http://evil.example' }, 403],
    ['another port of this machine', { origin: 'http://127.0.0.1:1' }, 403],
    ['a page without an origin', { origin: 'null' }, 403],
    ['a foreign page, as a browser marks it', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a page of another port, as a browser marks it', { 'sec-fetch-site': 'same-site' }, 403],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['a form in plain text', { 'content-type': 'text/plain' }, 415],
  ])('refuses what %s sends', async (_what, headers, status) => {
    const heard: Request[] = [];
    const { client } = await openClient({ handle: async (request) => void heard.push(request) });
    heard.length = 0;
    expect((await client.post('/messages', { text: 'x', nonce: randomUUID() }, headers)).status).toBe(status);
    expect(heard).toEqual([]);
  });

  it('gives its stream to no other site and to nobody without a session', async () => {
    const { client, platform } = await openClient();
    const headers = { cookie: client.cookie, 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors' };
    expect((await ask(`${platform.url}events`, { headers })).status).toBe(403);
    expect((await ask(`${platform.url}events`)).status).toBe(401);
  });

  it('keeps the session in a cookie that no script and no other site gets', async () => {
    const { url } = await start();
    const { headers } = await new WebClient(url).post('/session', {});
    const cookie = String(headers['set-cookie']);
    expect(cookie).toMatch(/^mujaz_session=[A-Za-z0-9_-]{43};/);
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Strict');
  });

  it('shows no reader what another one wrote', async () => {
    const { client, platform } = await openClient();
    await client.say('سرّي');
    const other = new WebClient(platform.url);
    await other.open();
    expect((await other.texts()).join()).not.toContain('سرّي');
  });
});

describe('the owner key', () => {
  const visit = async (path: string) => {
    const users: (string | undefined)[] = [];
    const { platform } = await openClient({ handle: async ({ user }) => void users.push(user?.id) });
    const client = new WebClient(platform.url);
    const page = await client.get(path);
    const { owner } = await client.open();
    await client.say('موجز');
    return { page, owner, user: users.at(-1) };
  };

  it('makes the browser that brings it the owner, and leaves the address at once', async () => {
    const { page, owner, user } = await visit(`/?key=${OWNER_KEY}`);
    expect([page.status, page.headers.location]).toEqual([303, '/']);
    expect([owner, user]).toEqual([true, 'owner']);
  });

  it.each(['/?key=wrong', '/?key=', '/'])('makes nobody the owner with %s', async (path) => {
    const { owner, user } = await visit(path);
    expect(owner).toBe(false);
    expect(user).not.toBe('owner');
  });

  it('does not move to another session with the mark alone', async () => {
    const { platform } = await openClient();
    const owner = new WebClient(platform.url);
    await owner.get(`/?key=${OWNER_KEY}`);
    const mark = owner.cookie.split('; ').find((c) => c.startsWith('mujaz_owner')) as string;
    const cookie = `mujaz_session=${'a'.repeat(43)}; ${mark}`;
    const answer = await new WebClient(platform.url).post('/session', {}, { cookie });
    expect(JSON.parse(answer.body)).toEqual({ owner: false });
  });
});
