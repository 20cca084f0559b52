import { EventEmitter, once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DiscordActs } from './discord-acts.ts';
import { FakeGateway } from './discord-gateway.ts';
import { answer, type Json, Refusal, type RouteState } from './discord-routes.ts';

export interface FakeFault {
  /** `POST /channels/…/messages`: matched against method and path. */
  on: RegExp;
  times?: number;
  status?: number;
  /** Discord's own error code, with a status. */
  code?: number;
  retryAfter?: number;
  /** The connection breaks before or after the request is carried out. */
  reset?: 'before' | 'after';
}

export interface FakeCall {
  /** `PATCH /channels/1/messages/2` */
  what: string;
  body: Json;
  status: number;
}

/** Milliseconds until a test that waits for something gives up. */
const PATIENCE = 5000;

/** A small Discord of our own: REST v10 and Gateway v10 over real HTTP and WebSocket, and people who use it. */
export class FakeDiscord extends DiscordActs {
  readonly token = 'fake-discord-token.abc.defghijklmnop';
  readonly calls: FakeCall[] = [];
  readonly gateway: FakeGateway;
  readonly state: RouteState;
  apiRoot = '';
  #faults: (FakeFault & { left: number })[] = [];
  /** Asked where no other fault is due. */
  anyFault: ((what: string) => Omit<FakeFault, 'on'> | undefined) | null = null;
  readonly #files = new Map<string, Uint8Array | string>();
  readonly #events = new EventEmitter().setMaxListeners(0);
  readonly #server = createServer((request, response) => void this.#serve(request, response));

  private constructor() {
    super();
    this.gateway = new FakeGateway(
      this.token,
      (session_id) => ({
        v: 10,
        user: { ...this.world.userJson(this.world.bot), verified: true, mfa_enabled: false },
        guilds: [...this.world.guilds.values()].map(({ id }) => ({ id, unavailable: true })),
        session_id,
        resume_gateway_url: this.state.gatewayUrl,
        application: { id: this.applicationId, flags: 0 },
      }),
      () => [...this.world.guilds.values()].map((g) => this.world.guildJson(g)),
    );
    this.gateway.onChange = () => this.changed();
    this.state = {
      world: this.world,
      gatewayUrl: '',
      interactions: this.interactions,
      commands: [],
      violations: [],
      nonces: new Map(),
      changed: () => this.changed(),
    };
  }

  static async start(): Promise<FakeDiscord> {
    const discord = new FakeDiscord();
    discord.#server.listen(0, '127.0.0.1');
    await once(discord.#server, 'listening');
    discord.apiRoot = `http://127.0.0.1:${(discord.#server.address() as AddressInfo).port}/api`;
    discord.state.gatewayUrl = await discord.gateway.listen();
    return discord;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
    await this.gateway.close();
  }

  get env(): { DISCORD_BOT_TOKEN: string; DISCORD_API_ROOT: string } {
    return { DISCORD_BOT_TOKEN: this.token, DISCORD_API_ROOT: this.apiRoot };
  }

  /** What Discord would have refused so far; empty in every good test. */
  get violations(): string[] {
    return this.state.violations;
  }

  fault(fault: FakeFault): void {
    this.#faults.push({ ...fault, left: fault.times ?? 1 });
  }

  clearFaults(): void {
    this.#faults = [];
  }

  /** Resolves when commands are registered: they can be typed then. */
  async hasCommands(): Promise<void> {
    await this.until(
      () => this.state.commands.length > 0,
      () => 'registered commands',
    );
  }

  count(what: RegExp): number {
    return this.calls.filter((call) => what.test(call.what)).length;
  }

  /** An address on this server under which `content` can be fetched. */
  file(name: string, content: Uint8Array | string): string {
    this.#files.set(`/files/${name}`, content);
    return `${new URL(this.apiRoot).origin}/files/${name}`;
  }

  /** Resolves with what `check` gives once that is true. */
  async until<T>(check: () => T, what: () => string, patience = PATIENCE): Promise<NonNullable<T>> {
    const deadline = AbortSignal.timeout(patience);
    for (;;) {
      const value = check();
      if (value) return value;
      await once(this.#events, 'change', { signal: deadline }).catch(() => {
        throw new Error(`waited in vain for ${what()}`);
      });
    }
  }

  protected override dispatch(event: string, data: unknown): void {
    this.gateway.dispatch(event, data);
  }

  /** Something that somebody waits for may have changed elsewhere. */
  poke(): void {
    this.changed();
  }

  protected override changed(): void {
    this.#events.emit('change');
  }

  #takeFault(what: string): FakeFault | undefined {
    const fault = this.#faults.find((f) => f.left > 0 && f.on.test(what));
    if (fault) fault.left--;
    return fault;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.apiRoot);
    const file = this.#files.get(url.pathname);
    if (file !== undefined) return void response.end(file);
    const path = decodeURIComponent(url.pathname).replace(/^\/api(\/v10)?/, '');
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = (chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString()) : {}) as Json;
    const what = `${request.method} ${path}`;
    const call = { what, body, status: 0 };
    this.calls.push(call);
    const fault = this.#takeFault(what) ?? this.anyFault?.(what);
    if (fault?.reset === 'before') return void request.socket.destroy();
    const open = /^\/(interactions|webhooks)\//.test(path);
    const { status, result } = this.#carryOut(fault, open || request.headers.authorization, () =>
      answer(this.state, request.method ?? 'GET', path, body, url.searchParams),
    );
    call.status = status;
    this.changed();
    if (fault?.reset === 'after') return void request.socket.destroy();
    response.writeHead(status, {
      'content-type': 'application/json',
      ...(status === 429 && { 'retry-after': String(fault?.retryAfter ?? 1) }),
    });
    response.end(result === undefined ? undefined : JSON.stringify(result));
  }

  #carryOut(
    fault: Omit<FakeFault, 'on'> | undefined,
    authorization: true | string | undefined,
    act: () => unknown,
  ): { status: number; result: unknown } {
    if (fault?.status)
      return { status: fault.status, result: { code: fault.code ?? 0, message: `fault ${fault.status}` } };
    if (authorization !== true && authorization !== `Bot ${this.token}`)
      return { status: 401, result: { code: 0, message: '401: Unauthorized' } };
    try {
      const result = act();
      return { status: result === undefined ? 204 : 200, result };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { status: error.status, result: { code: error.code, message: error.message } };
    }
  }
}
