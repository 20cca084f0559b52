import type { Clock } from '#shared/clock.ts';
import type { Logger } from '#shared/logger.ts';
import { enableChat } from './change-subscription.ts';
import type { ChatRecord } from './chat-record.ts';
import type { Compose } from './compose.ts';
import type { DeliveryEvents } from './delivery-events.ts';
import { Pace } from './pace.ts';
import type { ChatRef, Platform, PlatformName } from './platform.ts';
import { Schedule } from './schedule.ts';
import { SendLoop } from './send-loop.ts';
import { advanceJob } from './spread.ts';
import type { Store } from './store.ts';

export interface DeliveryEngineOptions {
  store: Store;
  /** `account`: whose it is (the bot's id): of all processes that use it only one sends. */
  platforms: readonly { platform: Platform; account: string }[];
  compose: Compose;
  clock: Clock;
  logger: Logger;
  events: DeliveryEvents;
  /** The version of the zone rules: `process.versions.tz`. */
  zoneRules: string;
}

/** While a job is under way it is looked at this often. */
const JOB_INTERVAL = 1000;

/** Everything that brings messages to chats without being asked: digests, pushes, corrections. */
export class DeliveryEngine {
  readonly schedule: Schedule;
  readonly #options: DeliveryEngineOptions;
  readonly #paces = new Map<PlatformName, Pace>();
  readonly #loops: SendLoop[] = [];
  #cancelNext: (() => void) | null = null;
  #spreading: Promise<void> | null = null;
  #stopped = true;
  #lastTick: number | null = null;

  constructor(options: DeliveryEngineOptions) {
    const { store, platforms, compose, clock, logger, events } = options;
    this.#options = options;
    this.schedule = new Schedule(options);
    for (const { platform, account } of platforms) {
      const { name } = platform.profile;
      const pace = new Pace(platform.profile, clock);
      this.#paces.set(name, pace);
      this.#loops.push(
        new SendLoop({ platform, name: `${name}:${account}`, store, compose, pace, clock, logger, events }),
      );
    }
  }

  /** When the last tick has ended well; epoch milliseconds. For the health check. */
  get lastTick(): number | null {
    return this.#lastTick;
  }

  /** Begins to send. The first tick is taken at once: what was missed while the program was down is due. */
  start(): void {
    this.#stopped = false;
    for (const loop of this.#loops) loop.start();
    void this.tick();
  }

  /** Takes nothing more; resolves when all that was being sent is written. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#cancelNext?.();
    await Promise.all([...this.#loops.map((loop) => loop.stop()), this.#spreading]);
  }

  /** Called each minute. Never rejects: a store that is away is logged, and the next tick tries again. */
  async tick(): Promise<void> {
    try {
      const { owed } = await this.schedule.runDue();
      this.#lastTick = this.#options.clock.now();
      if (owed > 0) this.#wakeLoops();
    } catch (error) {
      this.#options.logger.error(
        { error },
        'the schedule could not be worked through; trying at the next tick',
      );
    }
    this.ordered();
  }

  /** An editor's order (a job) was written, or one may have come due: see to it now. */
  ordered(): void {
    if (this.#stopped || this.#spreading) return;
    this.#spreading = this.#seeToJobs().finally(() => {
      this.#spreading = null;
    });
  }

  /** An answer to somebody is about to go out: resolves when it may. */
  async answer(chat: Pick<ChatRecord, 'ref' | 'kind'>): Promise<void> {
    await this.#paces.get(chat.ref.platform)?.answer(chat);
  }

  /** The platform refused an answer for being too fast. */
  answerRefused(platform: PlatformName): void {
    this.#paces.get(platform)?.answerRefused();
  }

  /** The bot was let into a chat, put out of it, blocked or unblocked. */
  async membershipChanged(ref: ChatRef, isMember: boolean, reason: string): Promise<void> {
    const { store, clock } = this.#options;
    if (isMember) await enableChat(store, ref, clock.now());
    else await store.chats.disable(ref, reason, 'chat', clock.now());
  }

  /** A group has become a supergroup. */
  async chatMigrated(platform: PlatformName, from: string, to: string): Promise<void> {
    await this.#options.store.chats.migrate(platform, from, to);
  }

  async #seeToJobs(): Promise<void> {
    const { store, clock, logger } = this.#options;
    let open = 0;
    try {
      for (const job of await store.jobs.open(clock.now())) {
        if (await advanceJob(job, { ...this.#options, stopping: () => this.#stopped })) this.#wakeLoops();
        open++;
      }
    } catch (error) {
      logger.error({ err: error }, 'pushes and corrections stand still; trying again');
      open++;
    }
    this.#cancelNext?.();
    if (open > 0 && !this.#stopped) this.#cancelNext = clock.after(JOB_INTERVAL, () => this.ordered());
  }

  #wakeLoops(): void {
    for (const loop of this.#loops) loop.wake();
  }
}
