import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

interface Packet {
  op: number;
  d?: unknown;
  s?: number;
  t?: string;
}

interface Session {
  id: string;
  events: Packet[];
  socket: WebSocket | null;
}

/** Gateway v10 over a real WebSocket: HELLO, IDENTIFY, heartbeats, RESUME with what was missed. */
export class FakeGateway {
  readonly #server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  readonly #token: string;
  readonly #ready: (session: string) => unknown;
  readonly #guilds: () => unknown[];
  #session: Session | null = null;
  #refusing = false;
  /** Intents that the bot asked for. */
  intents = 0;
  identified = 0;
  resumed = 0;
  onChange = () => {};

  constructor(token: string, ready: (session: string) => unknown, guilds: () => unknown[]) {
    this.#token = token;
    this.#ready = ready;
    this.#guilds = guilds;
    this.#server.on('connection', (socket) => this.#greet(socket));
  }

  async listen(): Promise<string> {
    if (!this.#server.address()) await once(this.#server, 'listening');
    return `ws://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get connected(): boolean {
    return this.#session?.socket != null;
  }

  /** Sends an event, or keeps it for a session that is coming back. */
  dispatch(t: string, d: unknown): void {
    const session = this.#session;
    if (!session) return;
    const packet = { op: 0, t, d, s: session.events.length + 1 };
    session.events.push(packet);
    session.socket?.send(JSON.stringify(packet));
  }

  /** The network is gone for a moment; `forget`: the session cannot be resumed. `code`: closed with that code. */
  drop({ forget = false, code = 0 } = {}): void {
    const socket = this.#session?.socket;
    if (forget) this.#session = null;
    if (code) socket?.close(code);
    else socket?.terminate();
  }

  /** Discord asks to reconnect (op 7). */
  askToReconnect(): void {
    this.#session?.socket?.send(JSON.stringify({ op: 7, d: null }));
  }

  /** New connections are broken at once until it is called with false. */
  refuse(refusing: boolean): void {
    this.#refusing = refusing;
  }

  async close(): Promise<void> {
    for (const socket of this.#server.clients) socket.terminate();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #greet(socket: WebSocket): void {
    if (this.#refusing) {
      socket.terminate();
      return;
    }
    socket.on('message', (data) => this.#receive(socket, JSON.parse(String(data)) as Packet));
    socket.on('error', () => {});
    socket.on('close', () => {
      if (this.#session?.socket === socket) this.#session.socket = null;
      this.onChange();
    });
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: 41_250 } }));
  }

  #receive(socket: WebSocket, { op, d }: Packet): void {
    const { token, session_id, seq, intents } = (d ?? {}) as {
      token?: string;
      session_id?: string;
      seq?: number;
      intents?: number;
    };
    if (op === 1) socket.send(JSON.stringify({ op: 11 }));
    if (op !== 2 && op !== 6) return;
    if (token !== this.#token) socket.close(4004, 'Authentication failed.');
    else if (op === 2) this.#identify(socket, intents ?? 0);
    else if (this.#session?.id === session_id) this.#resume(socket, this.#session as Session, seq ?? 0);
    else socket.send(JSON.stringify({ op: 9, d: false }));
    this.onChange();
  }

  #identify(socket: WebSocket, intents: number): void {
    this.identified++;
    this.intents = intents;
    this.#session = { id: `session-${this.identified}`, events: [], socket };
    this.dispatch('READY', this.#ready(this.#session.id));
    for (const guild of this.#guilds()) this.dispatch('GUILD_CREATE', guild);
  }

  #resume(socket: WebSocket, session: Session, seq: number): void {
    this.resumed++;
    session.socket = socket;
    for (const packet of session.events.slice(seq)) socket.send(JSON.stringify(packet));
    this.dispatch('RESUMED', {});
  }
}
