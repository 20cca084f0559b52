import type { Clock } from '#shared/clock.ts';
import { TOKEN_MILLISECONDS } from './profile.ts';

/** Enough for the answers of fifteen busy minutes. */
const MOST = 10_000;

export interface ReplyToken {
  application_id: string;
  token: string;
}

/**
 * The tokens that still open an answer of ours for editing, by message. Only in memory: a token is a secret, and is
 * worth nothing after a quarter of an hour.
 */
export class InteractionTokens {
  readonly #clock: Clock;
  readonly #byMessage = new Map<string, ReplyToken & { until: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  remember(message: string, { application_id, token }: ReplyToken): void {
    this.#byMessage.delete(message);
    this.#byMessage.set(message, { application_id, token, until: this.#clock.now() + TOKEN_MILLISECONDS });
    if (this.#byMessage.size <= MOST) return;
    const [oldest] = this.#byMessage.keys();
    if (oldest !== undefined) this.#byMessage.delete(oldest);
  }

  forget(message: string): void {
    this.#byMessage.delete(message);
  }

  of(message: string): ReplyToken | null {
    const known = this.#byMessage.get(message);
    if (!known) return null;
    if (known.until > this.#clock.now()) return known;
    this.#byMessage.delete(message);
    return null;
  }
}
