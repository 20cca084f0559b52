import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Update } from '@grammyjs/types';
import { callMethod, type Params, Refusal } from './telegram-methods.ts';
import { TelegramPeople } from './telegram-people.ts';

export interface FakeFault {
  /** Default: all methods but getUpdates. */
  method?: string | RegExp;
  chat?: number;
  /** How often; default 1. */
  times?: number;
  status?: number;
  description?: string;
  retryAfter?: number;
  /** The connection breaks: before the call is carried out, or after. */
  reset?: 'before' | 'after';
  /** Milliseconds before the call is looked at. */
  delay?: number;
}

export interface FakeRequest {
  method: string;
  params: Params;
}

/** A Bot API server over real HTTP, in the process of the test, with users who write, press and break things. */
export class FakeTelegram extends TelegramPeople {
  readonly token = '7000000001:AAfake-token_for-tests-0000000000000';
  apiRoot = '';
  /** Every call but getUpdates, in order. */
  readonly requests: FakeRequest[] = [];
  readonly #faults: FakeFault[] = [];
  /** Asked where no other fault is due. */
  anyFault: ((method: string) => FakeFault | undefined) | null = null;
  readonly #server: Server;
  #poll: { offset: number; answer: (updates: Update[]) => void; refuse: () => void } | null = null;
  #pollWaiters: (() => void)[] = [];

  constructor(rich: boolean) {
    super(rich);
    this.#server = createServer((request, response) => {
      this.#serve(request, response).catch(() => response.destroy());
    });
  }

  /** `rich`: whether the server knows rich messages. */
  static async start(options: { rich?: boolean; port?: number } = {}): Promise<FakeTelegram> {
    const tg = new FakeTelegram(options.rich ?? true);
    await new Promise<void>((resolve) => tg.#server.listen(options.port ?? 0, '127.0.0.1', resolve));
    tg.apiRoot = `http://127.0.0.1:${(tg.#server.address() as AddressInfo).port}`;
    return tg;
  }

  async close(): Promise<void> {
    this.#poll?.answer([]);
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** For the environment of a started program. */
  get env(): { TELEGRAM_BOT_TOKEN: string; TELEGRAM_API_ROOT: string } {
    return { TELEGRAM_BOT_TOKEN: this.token, TELEGRAM_API_ROOT: this.apiRoot };
  }

  fault(fault: FakeFault): void {
    this.#faults.push({ times: 1, ...fault });
  }

  clearFaults(): void {
    this.#faults.length = 0;
  }

  /** Resolves at the next time that the bot asks for updates. */
  polled(): Promise<void> {
    return new Promise((resolve) => this.#pollWaiters.push(resolve));
  }

  /** Requests of these methods so far. */
  count(method: string | RegExp): number {
    return this.requests.filter((r) => matches(method, r.method)).length;
  }

  protected override announce(): void {
    const poll = this.#poll;
    if (!poll) return;
    const updates = this.pending(poll.offset);
    if (updates.length === 0) return;
    this.#poll = null;
    poll.answer(updates);
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, token, method = ''] = /^\/(?:file\/)?bot([^/]+)\/(.*)$/.exec(request.url ?? '') ?? [];
    const params = await readParams(request);
    if (token !== this.token)
      return send(response, 401, { ok: false, error_code: 401, description: 'Unauthorized' });
    if (request.url?.startsWith('/file/')) {
      response.end(this.files.get(method.replace('documents/', '')));
      return;
    }
    if (method !== 'getUpdates') this.requests.push({ method, params });
    const fault = this.#takeFault(method, params) ?? this.anyFault?.(method);
    if (fault?.delay) await new Promise((resolve) => setTimeout(resolve, fault.delay));
    if (fault?.reset === 'before') return void request.socket.destroy();
    if (fault?.status) return send(response, fault.status, refusalOf(fault));
    try {
      const result =
        method === 'getUpdates' ? await this.#getUpdates(params, response) : callMethod(this, method, params);
      if (fault?.reset === 'after') return void request.socket.destroy();
      send(response, 200, { ok: true, result });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { code, message: description, parameters } = error;
      send(response, code, {
        ok: false,
        error_code: code,
        description,
        ...(parameters ? { parameters } : {}),
      });
    }
  }

  #takeFault(method: string, params: Params): FakeFault | undefined {
    const fault = this.#faults.find(
      (f) =>
        (f.method ? matches(f.method, method) : method !== 'getUpdates') &&
        (f.chat === undefined || String(f.chat) === String(params.chat_id)),
    );
    if (fault && --(fault.times as number) <= 0) this.#faults.splice(this.#faults.indexOf(fault), 1);
    return fault;
  }

  async #getUpdates(params: Params, response: ServerResponse): Promise<Update[]> {
    const offset = Number(params.offset ?? 0);
    this.confirm(offset);
    for (const waiter of this.#pollWaiters.splice(0)) waiter();
    this.#poll?.refuse();
    const ready = this.pending(offset);
    if (ready.length > 0 || !Number(params.timeout)) return ready;
    return new Promise((resolve, reject) => {
      const poll = {
        offset,
        answer: resolve,
        refuse: () => reject(new Refusal(409, 'Conflict: terminated by other getUpdates request')),
      };
      this.#poll = poll;
      response.on('close', () => {
        if (this.#poll === poll) this.#poll = null;
        resolve([]);
      });
    });
  }
}

function matches(method: string | RegExp, name: string): boolean {
  return typeof method === 'string' ? method === name : method.test(name);
}

function refusalOf({ status = 500, description = 'Internal Server Error', retryAfter }: FakeFault): object {
  return {
    ok: false,
    error_code: status,
    description: status === 429 ? `Too Many Requests: retry after ${retryAfter ?? 1}` : description,
    ...(status === 429 ? { parameters: { retry_after: retryAfter ?? 1 } } : {}),
  };
}

function send(response: ServerResponse, status: number, body: object): void {
  if (response.destroyed) return;
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

async function readParams(request: IncomingMessage): Promise<Params> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks).toString('utf8');
  return body === '' ? {} : (JSON.parse(body) as Params);
}
