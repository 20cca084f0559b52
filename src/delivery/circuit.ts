import type { Logger } from '#shared/logger.ts';
import type { DeliveryError } from './delivery-error.ts';
import type { Pace, PacedChat } from './pace.ts';

/** So many attempts in a row without an answer of the platform mean that it is away. */
const FAILURES_THAT_MEAN_AWAY = 3;
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 30_000;

/** What the ends of attempts mean for the platform as a whole: while it is away, it is asked now and then only. */
export class Circuit {
  readonly #pace: Pace;
  readonly #logger: Logger;
  #failures = 0;

  constructor(pace: Pace, logger: Logger) {
    this.#pace = pace;
    this.#logger = logger;
  }

  heard(chat: PacedChat, error: DeliveryError | null): void {
    if (error?.kind === 'slow-down') {
      const milliseconds = error.retryAfterMilliseconds ?? FIRST_PAUSE;
      this.#logger.warn({ chat: chat.ref.id, milliseconds }, 'the platform asks to slow down');
      this.#pace.slowDown(chat, milliseconds);
      return;
    }
    if (error?.kind === 'unreachable' || error?.kind === 'unknown') {
      this.#failed(error);
      return;
    }
    if (this.#failures >= FAILURES_THAT_MEAN_AWAY) this.#logger.info({}, 'the platform answers again');
    this.#failures = 0;
    this.#pace.taken();
  }

  #failed(error: DeliveryError): void {
    // What was in the air together fails together: that is one failure more, not thirty.
    if (this.#pace.isPaused) return;
    this.#failures++;
    const more = this.#failures - FAILURES_THAT_MEAN_AWAY;
    if (more < 0) return;
    const milliseconds = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.min(more, 10));
    if (more === 0)
      this.#logger.warn({ reason: error.reason }, 'the platform cannot be reached; sending waits for it');
    this.#pace.pauseAll(milliseconds);
  }
}
