import type { Shelf } from '#brief/shelf.ts';
import { composeDeliveries } from '#chat/compose-delivery.ts';
import { copyOrder } from '#chat/desk/orders.ts';
import { DeliveryEngine, type DeliveryEngineOptions } from '#delivery/delivery-engine.ts';
import type { DeliveryEvents } from '#delivery/delivery-events.ts';
import type { Store } from '#delivery/store.ts';
import type { Clock } from '#shared/clock.ts';
import type { Logger } from '#shared/logger.ts';

export interface DeliveryParts {
  store: Store;
  shelf: Shelf;
  clock: Clock;
  logger: Logger;
  platforms: DeliveryEngineOptions['platforms'];
  events: DeliveryEvents;
}

/** The engine with its ticks; begins to send at once. */
export function buildDelivery(parts: DeliveryParts): DeliveryEngine {
  const { store, shelf, clock, logger, platforms, events } = parts;
  const { briefs, subscriptions } = store;
  return new DeliveryEngine({
    store,
    platforms,
    compose: composeDeliveries({ library: shelf, briefs, subscriptions }),
    clock,
    logger,
    events,
    zoneRules: process.versions.tz ?? '',
  });
}

/** Starts sending; the returned function stops it. */
export async function runDelivery(
  engine: DeliveryEngine,
  parts: Pick<DeliveryParts, 'store' | 'shelf' | 'clock' | 'logger'>,
): Promise<() => Promise<void>> {
  await orderLostCorrections(parts);
  engine.start();
  return () => engine.stop();
}

/**
 * A correction's revision is durable before its order is. Where the program ended between the two, copies show an
 * older revision and nobody is told to put them right: the order is written now.
 */
async function orderLostCorrections({
  store,
  shelf,
  clock,
  logger,
}: Omit<DeliveryParts, 'platforms' | 'events'>): Promise<void> {
  const now = clock.now();
  const open = await store.jobs.open(now);
  for (const brief of shelf.latest(shelf.size)) {
    const { id } = brief;
    const { number, reason, editor } = brief.revision;
    if (editor === null || (reason !== 'correction' && reason !== 'retraction')) continue;
    if (open.some((job) => job.brief === id && job.revision === number)) continue;
    const [stale] = await store.ledger.copiesOf(id, number, 0, 1);
    if (!stale) continue;
    await store.jobs.add(copyOrder(brief, reason, editor, now), now);
    logger.warn({ brief: id, revision: number }, 'copies still show an older revision; putting them right');
  }
}
