import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import type { PageContent, PageEntry } from '#adapters/web/render.ts';

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

interface Question {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

/** One HTTP request with exactly these headers: `fetch` would not let a test lie about Host and Origin. */
export function ask(
  url: string,
  { method = 'GET', headers = {}, body = '' }: Question = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const call = request(url, { method, headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
      );
      response.on('error', reject);
    });
    call.on('error', reject);
    call.end(body);
  });
}

export interface StreamEvent {
  id: number;
  entry: PageEntry;
}

/** A browser without a window: keeps its cookies, posts like the page does, reads the stream. */
export class WebClient {
  readonly #url: string;
  readonly #cookies = new Map<string, string>();

  constructor(url: string) {
    this.#url = url;
  }

  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async get(path: string): Promise<Answer> {
    return this.#keep(await ask(new URL(path, this.#url).href, { headers: { cookie: this.cookie } }));
  }

  async post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const { origin } = new URL(this.#url);
    const own = { 'content-type': 'application/json', origin, cookie: this.cookie };
    return this.#keep(
      await ask(new URL(path, this.#url).href, {
        method: 'POST',
        headers: { ...own, ...headers },
        body: JSON.stringify(body),
      }),
    );
  }

  async open(): Promise<{ owner: boolean }> {
    return JSON.parse((await this.post('/session', {})).body);
  }

  say(text: string, nonce: string = randomUUID()): Promise<Answer> {
    return this.post('/messages', { text, nonce });
  }

  press(message: number, action: string): Promise<Answer> {
    return this.post('/actions', { message, action });
  }

  /** Everything after event `after`, until the stream is up to date and `least` events have come. */
  async read(after = 0, least = 0): Promise<StreamEvent[]> {
    const leave = new AbortController();
    const response = await fetch(new URL(`/events?after=${after}`, this.#url), {
      headers: { cookie: this.cookie },
      signal: leave.signal,
    });
    if (!response.ok || !response.body) throw new Error(`stream: ${response.status}`);
    const events: StreamEvent[] = [];
    let isReady = false;
    let rest = '';
    for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
      const parts = (rest + chunk).split('\n\n');
      rest = parts.pop() ?? '';
      for (const part of parts) {
        const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(part)?.[1] ?? '';
        if (field('event') === 'ready') isReady = true;
        if (field('event') !== 'entry') continue;
        events.push({ id: Number(field('id')), entry: JSON.parse(field('data')) });
      }
      if (isReady && events.length >= least) break;
    }
    leave.abort();
    return events;
  }

  /** What the page would show now, as plain text. */
  async texts(): Promise<string[]> {
    const newest = (await this.read()).map(({ entry }) => entry);
    return newest.sort((a, b) => a.id - b.id).flatMap(({ content }) => textOf(content) ?? []);
  }

  #keep(answer: Answer): Answer {
    for (const line of [answer.headers['set-cookie'] ?? []].flat()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.#cookies.set(name, value);
    }
    return answer;
  }
}

/** Every text of a message, folded ones too; null where it was withdrawn. */
export function textOf(content: PageContent): string | null {
  if (content.by === 'nobody') return null;
  if (content.by === 'reader') return content.text.join('');
  const texts: string[] = [];
  const collect = (value: unknown): void => {
    if (Array.isArray(value) && value.every((run) => typeof run === 'string')) texts.push(value.join(''));
    else if (value && typeof value === 'object') Object.values(value).forEach(collect);
  };
  collect(content.blocks);
  return texts.join('\n');
}
