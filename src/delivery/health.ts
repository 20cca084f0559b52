import { type Clock, wait } from '#shared/clock.ts';
import type { Store } from './store.ts';

/** A slot that has come is planned within two ticks. */
const OLDEST_SLOT = 2 * 60_000;
/** Ticks come each minute; one may be missed. */
const LONGEST_WITHOUT_TICK = 2.5 * 60_000;
const STORE_ANSWERS_WITHIN = 2000;

export interface Health {
  ok: boolean;
  /** What is wrong, each in a sentence for the operator. */
  faults: string[];
}

/** `startedAt`: before the first tick could come nothing is missed. */
export async function checkHealth(
  store: Pick<Store, 'ping' | 'subscriptions'>,
  ticks: { lastTick: number | null; startedAt: number },
  clock: Clock,
): Promise<Health> {
  const faults: string[] = [];
  const now = clock.now();
  const since = now - (ticks.lastTick ?? ticks.startedAt);
  if (since > LONGEST_WITHOUT_TICK) faults.push(`no tick for ${Math.round(since / 1000)} s`);
  const answered = await Promise.race([
    lookAt(store, now),
    wait(clock, STORE_ANSWERS_WITHIN).then(
      () => `the store has not answered within ${STORE_ANSWERS_WITHIN} ms`,
    ),
  ]);
  if (answered !== null) faults.push(answered);
  return { ok: faults.length === 0, faults };
}

async function lookAt(store: Pick<Store, 'ping' | 'subscriptions'>, now: number): Promise<string | null> {
  try {
    await store.ping();
    const oldest = await store.subscriptions.oldestDue(now);
    if (oldest === null || now - oldest <= OLDEST_SLOT) return null;
    return `a slot of ${new Date(oldest).toISOString()} is not planned yet`;
  } catch (error) {
    return `the store does not answer: ${error instanceof Error ? error.message : String(error)}`;
  }
}
