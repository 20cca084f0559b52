import type { Transformer } from 'grammy';
import { type Clock, wait } from '#shared/clock.ts';

/** A wait that is longer is no answer's to sit out: whoever asks is told at once. Milliseconds. */
const LONGEST = 60_000;

/**
 * Chats that Telegram has asked to leave alone for a while (429 with `retry_after`): whatever wants to go there
 * meanwhile waits too, not only what was refused.
 */
export class FloodWaits {
  readonly #clock: Clock;
  readonly #until = new Map<string, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** For answers: a call waits until its chat may be written to. */
  waiting(stopping: AbortSignal): Transformer {
    return async (call, method, payload, signal) => {
      const chat = chatOf(payload);
      const left = this.#left(chat);
      if (left > LONGEST) return refusal(left) as never;
      if (left > 0) await wait(this.#clock, left, stopping);
      return this.#watch(chat, await call(method, payload, signal));
    };
  }

  /** For deliveries, which have others to send to: a call is refused as the server would. */
  refusing(): Transformer {
    return async (call, method, payload, signal) => {
      const chat = chatOf(payload);
      const left = this.#left(chat);
      return left > 0 ? (refusal(left) as never) : this.#watch(chat, await call(method, payload, signal));
    };
  }

  #left(chat: string | null): number {
    if (chat === null) return 0;
    const left = (this.#until.get(chat) ?? 0) - this.#clock.now();
    if (left <= 0) this.#until.delete(chat);
    return Math.max(0, left);
  }

  #watch<A extends { ok: boolean; parameters?: { retry_after?: number } }>(
    chat: string | null,
    answer: A,
  ): A {
    const seconds = answer.ok ? undefined : answer.parameters?.retry_after;
    if (chat !== null && seconds !== undefined)
      this.#until.set(chat, Math.max(this.#until.get(chat) ?? 0, this.#clock.now() + seconds * 1000));
    return answer;
  }
}

function chatOf(payload: unknown): string | null {
  const { chat_id } = (payload ?? {}) as { chat_id?: string | number };
  return chat_id === undefined ? null : String(chat_id);
}

function refusal(milliseconds: number) {
  const retry_after = Math.ceil(milliseconds / 1000);
  const description = `Too Many Requests: retry after ${retry_after}`;
  return { ok: false, error_code: 429, description, parameters: { retry_after } };
}
