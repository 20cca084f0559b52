import { createHash, timingSafeEqual } from 'node:crypto';
import type { Update } from 'grammy/types';
import type { Secret } from '#shared/secret.ts';

/** `stopping`: Telegram is to send it again, to whoever runs then. */
export type Received = 'taken' | 'refused' | 'stopping';

/** How many updates are remembered: Telegram repeats one whose acknowledgement was lost. */
const REMEMBERED = 2000;

/** Updates that Telegram sends by itself: each is taken once, and acknowledged when it has been handled. */
export class Webhook {
  readonly #secret: Secret;
  readonly #take: (update: Update) => Promise<void>;
  readonly #seen = new Map<number, Promise<void>>();
  readonly #running = new Set<Promise<void>>();
  #isStopping = false;

  /** `take` never rejects. */
  constructor(secret: Secret, take: (update: Update) => Promise<void>) {
    this.#secret = secret;
    this.#take = take;
  }

  async receive(update: unknown, secret: string | null): Promise<Received> {
    if (!isSame(secret ?? '', this.#secret.reveal()) || !isUpdate(update)) return 'refused';
    if (this.#isStopping) return 'stopping';
    const known = this.#seen.get(update.update_id);
    const task = known ?? this.#start(update);
    await task;
    return 'taken';
  }

  #start(update: Update): Promise<void> {
    const task = this.#take(update).finally(() => this.#running.delete(task));
    this.#running.add(task);
    this.#seen.set(update.update_id, task);
    if (this.#seen.size > REMEMBERED)
      for (const oldest of this.#seen.keys()) {
        this.#seen.delete(oldest);
        break;
      }
    return task;
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    await Promise.all(this.#running);
  }
}

function isUpdate(value: unknown): value is Update {
  return (
    typeof value === 'object' &&
    value !== null &&
    'update_id' in value &&
    Number.isSafeInteger(value.update_id)
  );
}

/** Compares without telling by its time how much was right. */
function isSame(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
