import { type Clock, wait } from '#shared/clock.ts';
import type { Logger } from '#shared/logger.ts';
import { attempt, settle } from './attempt.ts';
import { Circuit } from './circuit.ts';
import type { Compose, Composed } from './compose.ts';
import type { Copy, Delivery } from './delivery.ts';
import type { DeliveryEvents } from './delivery-events.ts';
import { OutcomeWriter } from './outcome-writer.ts';
import type { Pace } from './pace.ts';
import type { Platform } from './platform.ts';
import { GIVE_UP_AFTER } from './retry.ts';
import { SendQueue } from './send-queue.ts';
import type { Store } from './store.ts';

export interface SendLoopOptions {
  platform: Platform;
  /** Of all processes with the same name only one sends at a time: the platform and whose account it is. */
  name: string;
  store: Pick<Store, 'ledger' | 'chats' | 'lease' | 'subscriptions'>;
  compose: Compose;
  pace: Pace;
  clock: Clock;
  logger: Logger;
  events: DeliveryEvents;
}

/** More at once only fills the platform's queue. */
const MOST_IN_THE_AIR = 32;
const PAUSE_AFTER_TROUBLE = 1000;
/** Where much may be sent, several go together: what is written before and after each costs the same for all. */
const SHORTEST_PAUSE = 10;
const ASK_FOR_LEASE_EVERY = 5000;
const COMPOSE_AGAIN_AFTER = 60_000;

interface Task {
  delivery: Delivery;
  copy: Copy | null;
  composed: Composed;
}

/** Sends what is owed on one platform: at its pace, one message per chat at a time, the ledger written before and after. */
export class SendLoop {
  readonly #options: SendLoopOptions;
  readonly #queue: SendQueue;
  readonly #writer: OutcomeWriter;
  readonly #circuit: Circuit;
  readonly #busy = new Set<number>();
  readonly #underWay = new Map<number, Promise<void>>();
  #stopping = new AbortController();
  #wakeUp: (() => void) | null = null;
  #running: Promise<void> | null = null;

  constructor(options: SendLoopOptions) {
    const { store, platform, pace, clock } = options;
    const logger = options.logger.child({ platform: platform.profile.name });
    this.#options = { ...options, logger };
    this.#queue = new SendQueue(store.ledger, platform.profile.name, pace, clock);
    this.#writer = new OutcomeWriter(store, clock, logger, () => this.#stopping.signal);
    this.#circuit = new Circuit(pace, logger);
  }

  start(): void {
    this.#stopping = new AbortController();
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
    });
  }

  /** Takes nothing more; resolves when all that was under way is written. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#poke();
    await this.#running;
  }

  /** Something new is owed: look now, not in a second. */
  wake(): void {
    this.#queue.forget();
    this.#poke();
  }

  #poke(): void {
    this.#wakeUp?.();
  }

  async #run(): Promise<void> {
    const { store, name, clock, logger, platform } = this.#options;
    const stopping = this.#stopping.signal;
    while (!stopping.aborted) {
      try {
        const lease = await store.lease(`sender ${name}`);
        if (!lease) {
          await wait(clock, ASK_FOR_LEASE_EVERY, stopping);
          continue;
        }
        try {
          const left = await store.ledger.recover(platform.profile.name, clock.now());
          if (left.unknown + left.edits > 0)
            logger.warn(left, 'an earlier run ended while sending; settling what it left');
          await this.#pump(AbortSignal.any([stopping, lease.lost]));
        } finally {
          await Promise.all(this.#underWay.values());
          await lease.release();
        }
      } catch (error) {
        // The store is away. Whether it took the last thing it was told is not known either: recover finds out.
        logger.error({ err: error }, 'sending stands still; trying again');
        await wait(clock, PAUSE_AFTER_TROUBLE, stopping);
      }
    }
  }

  async #pump(signal: AbortSignal): Promise<void> {
    this.#queue.forget();
    while (!signal.aborted) {
      const pause = await this.#round();
      if (pause > 0) await this.#sleep(Math.max(pause, SHORTEST_PAUSE), signal);
      // Nobody ends this pause early: it is what lets those that may go next gather.
      else if (pause < 0) await wait(this.#options.clock, SHORTEST_PAUSE, signal);
    }
  }

  /** Takes what may go now. Returns how long there is nothing to do; 0 = go on, below 0 = after the shortest pause. */
  async #round(): Promise<number> {
    const room = MOST_IN_THE_AIR - this.#underWay.size;
    if (room <= 0) return PAUSE_AFTER_TROUBLE;
    await this.#queue.fill([...this.#underWay.keys()]);
    const { rows, wait: pause } = this.#queue.take(room, this.#busy);
    if (rows.length === 0) {
      const deferred = this.#queue.giveWay();
      if (deferred.length === 0) return pause;
      await this.#options.store.ledger.finish(deferred.map((row) => ({ ...row, state: 'pending' as const })));
      return 0;
    }
    await this.#begin(rows);
    return rows.length < MOST_IN_THE_AIR ? -1 : 0;
  }

  async #begin(rows: readonly Delivery[]): Promise<void> {
    const { ledger } = this.#options.store;
    for (const row of rows) if (row.state === 'unknown') this.#settle(row);
    const owed = rows.filter((row) => row.state === 'pending');
    const tasks = (await Promise.all(owed.map((row) => this.#compose(row)))).filter((task) => task !== null);
    const begun = new Set(
      await ledger.begin(
        tasks.map(({ delivery, copy, composed: { message, payload } }) => ({
          id: delivery.id,
          message: copy ? null : message,
          payload,
        })),
        this.#options.clock.now(),
      ),
    );
    const tools = { ...this.#options, ledger };
    for (const { delivery, copy, composed } of tasks)
      if (begun.has(delivery.id))
        this.#follow(
          delivery,
          attempt({ ...delivery, attempts: delivery.attempts + 1 }, copy, composed, tools),
        );
  }

  #settle(delivery: Delivery): void {
    const { message, payload } = delivery;
    const { ledger } = this.#options.store;
    // Without the message nobody can look for it; there is none only where an edit was under way.
    if (!message) throw new Error(`delivery ${delivery.id} is unknown and has no message`);
    this.#follow(delivery, settle(delivery, { message, payload }, { ...this.#options, ledger }));
  }

  /** Keeps the chat to itself until the end of the attempt is durable. */
  #follow(delivery: Delivery, attempted: ReturnType<typeof attempt>): void {
    const { id, chat } = delivery;
    this.#busy.add(chat.id);
    const done = attempted
      .then(async (consequence) => {
        this.#circuit.heard(chat, consequence.error ?? null);
        await this.#writer.write(chat.ref, consequence);
      })
      .finally(() => {
        this.#busy.delete(chat.id);
        this.#underWay.delete(id);
        this.#poke();
      });
    this.#underWay.set(id, done);
  }

  /** Null where there is nothing to send: then that is what is written. */
  async #compose(delivery: Delivery): Promise<Task | null> {
    const { compose, store, platform, clock, logger, events } = this.#options;
    const { id, copyId } = delivery;
    const now = clock.now();
    try {
      const copy = copyId === null ? null : await store.ledger.copy(copyId);
      const composed = await compose({ delivery, copy, limits: platform.limits, now });
      if (composed) return { delivery, copy, composed };
      const until = delivery.kind === 'digest' ? now : null;
      await store.ledger.finish([
        { id, state: 'sent', copy: null, until, at: now, reason: 'nothing to say' },
      ]);
    } catch (error) {
      logger.error(
        { err: error, delivery: delivery.key, chat: chatOf(delivery) },
        'a message could not be composed',
      );
      events.failed(platform.profile.name, 'not-composed', 'not composed');
      const again = now - delivery.owedAt < GIVE_UP_AFTER;
      await store.ledger.finish([
        again
          ? { id, state: 'pending', reason: 'not composed', dueAt: now + COMPOSE_AGAIN_AFTER }
          : { id, state: 'failed', reason: 'not composed', at: now },
      ]);
    }
    return null;
  }

  #sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const woken = new AbortController();
      this.#wakeUp = () => woken.abort();
      void wait(this.#options.clock, milliseconds, AbortSignal.any([signal, woken.signal])).then(() => {
        this.#wakeUp = null;
        resolve();
      });
    });
  }
}

function chatOf({ chat }: Delivery): string {
  return `${chat.ref.platform}:${chat.ref.id}`;
}
