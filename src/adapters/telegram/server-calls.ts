import * as http from 'node:http';
import * as https from 'node:https';
import { HttpError, type Transformer } from 'grammy';
import type { Clock } from '#shared/clock.ts';
import type { Secret } from '#shared/secret.ts';

const TELEGRAM_ROOT = 'https://api.telegram.org';

type Call = (options: http.RequestOptions) => http.ClientRequest;

/**
 * Carries calls out with Node's own client, in the place of grammY's: that one wraps the same client into requests,
 * headers and streams of its own, which took longer than all the rest of an answer and made most of the garbage. For
 * JSON only: no files are sent.
 */
export class ServerCalls {
  readonly #clock: Clock;
  readonly #call: Call;
  readonly #fixed: http.RequestOptions;
  readonly #folder: string;

  /** `root`: address of the Bot API server; null = Telegram's own. */
  constructor(server: { root: string | null; token: Secret; clock: Clock }) {
    const { protocol, hostname, port, pathname } = new URL(server.root ?? TELEGRAM_ROOT);
    const { Agent, request } = protocol === 'https:' ? https : http;
    this.#clock = server.clock;
    this.#call = request;
    this.#fixed = {
      // An IPv6 address stands in brackets only in a URL.
      hostname: hostname.replace(/^\[|\]$/g, ''),
      port,
      method: 'POST',
      agent: new Agent({ keepAlive: true }),
      headers: { 'content-type': 'application/json' },
    };
    this.#folder = `${pathname.replace(/\/+$/, '')}/bot${server.token.reveal()}`;
  }

  /**
   * Calls that may take so long in all. They reject with `HttpError` where the server has not answered as a Bot API
   * server does; its `error` has a `code` and shows no address: the token is in it.
   */
  within(seconds: number): Transformer {
    return (_grammy, method, payload, signal) =>
      new Promise((resolve, reject) => {
        const call = this.#call({ ...this.#fixed, path: `${this.#folder}/${method}` });
        const stop = () => call.destroy(fault('ABORTED'));
        const cancelTimer = this.#clock.after(seconds * 1000, () => call.destroy(fault('ETIMEDOUT')));
        const end = () => {
          cancelTimer();
          signal?.removeEventListener('abort', stop);
        };
        const fail = (error: unknown) => {
          end();
          reject(new HttpError(`Network request for '${method}' failed!`, error));
        };
        call.on('error', fail);
        call.on('response', (response) => {
          const chunks: Buffer[] = [];
          response.on('error', fail);
          response.on('data', (chunk: Buffer) => void chunks.push(chunk));
          response.on('end', () => {
            const answer = readAnswer(Buffer.concat(chunks));
            if (!answer) return fail(fault(`HTTP ${response.statusCode}`));
            end();
            resolve(answer as never);
          });
        });
        if (signal?.aborted) stop();
        else signal?.addEventListener('abort', stop);
        call.end(JSON.stringify(payload));
      });
  }
}

const fault = (code: string) => Object.assign(new Error('the call failed'), { code });

/** Null where it is not the answer of a Bot API server: the page of some proxy. */
function readAnswer(body: Buffer): object | null {
  try {
    const answer: unknown = JSON.parse(body.toString('utf8'));
    return typeof answer === 'object' && answer !== null && 'ok' in answer ? answer : null;
  } catch {
    return null;
  }
}
