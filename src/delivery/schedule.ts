import type { Clock } from '#shared/clock.ts';
import type { Logger } from '#shared/logger.ts';
import { replanAll } from './change-subscription.ts';
import type { DeliveryEvents } from './delivery-events.ts';
import { planner } from './plan.ts';
import type { Store } from './store.ts';

/** Subscriptions planned in one transaction. */
const PAGE = 1000;
const ZONE_RULES = 'zone rules';
const LAST_TICK = 'last tick';
/** A clock further back than this was set back: next slots far ahead were computed under the wrong time. */
const SET_BACK = 3_600_000;

export interface DigestRun {
  due: number;
  owed: number;
  lapsed: number;
  late: number;
}

export interface ScheduleOptions {
  store: Pick<Store, 'subscriptions' | 'recall' | 'remember'>;
  clock: Clock;
  logger: Logger;
  events: DeliveryEvents;
  /** The version of the zone rules, such as `2026c`. */
  zoneRules: string;
}

/** Turns slots that have come into digests that are owed. Ticks may come late, doubled or not at all for a while. */
export class Schedule {
  readonly #options: ScheduleOptions;
  #running: Promise<DigestRun> | null = null;

  constructor(options: ScheduleOptions) {
    this.#options = options;
  }

  /** A second call while one is running gets the first one's result. */
  runDue(): Promise<DigestRun> {
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #run(): Promise<DigestRun> {
    const { store, clock, logger, events } = this.#options;
    const now = clock.now();
    await this.#mindTheClock(now);
    const plan = planner(now);
    const run: DigestRun = { due: 0, owed: 0, lapsed: 0, late: 0 };
    for (;;) {
      const due = await store.subscriptions.due(now, PAGE);
      if (due.length === 0) break;
      const planned = due.map(plan);
      const { owed, lapsed } = await store.subscriptions.plan(planned, now);
      run.due += due.length;
      run.owed += owed;
      run.lapsed += lapsed;
      run.late += planned.filter(({ slot }) => slot?.late).length;
      // What was changed while it was planned is still due; it is not tried again and again in one run.
      if (due.length < PAGE) break;
    }
    if (run.owed > 0) events.owed('digest', run.owed);
    if (run.due > 0) logger.info({ ...run, milliseconds: clock.now() - now }, 'digests are owed');
    events.ticked(now);
    return run;
  }

  /** New rules of a zone, or a clock that was set back, move slots that are already written. */
  async #mindTheClock(now: number): Promise<void> {
    const { store, logger, zoneRules } = this.#options;
    const [rules, lastTick] = [await store.recall(ZONE_RULES), Number(await store.recall(LAST_TICK))];
    const setBack = lastTick - now > SET_BACK;
    if (rules !== null && (rules !== zoneRules || setBack)) {
      const moved = await replanAll(store, now);
      logger.warn({ rules, zoneRules, setBack, moved }, 'the next slots were computed anew');
    }
    if (rules !== zoneRules) await store.remember(ZONE_RULES, zoneRules);
    await store.remember(LAST_TICK, String(now));
  }
}
