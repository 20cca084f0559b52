import { LATE_AFTER } from './lateness.ts';
import { newestSlot, nextSlot, type Slot } from './slots.ts';
import type { PlannedSlot, Subscription } from './subscription.ts';

/** Zone rules move a slot by hours, never by more than a day. */
const RULES_MAY_MOVE = 26 * 3_600_000;

/**
 * What a subscription that is due is owed: its newest slot that has come, if that local date was not planned before,
 * and when the next one is. Rules of the zone may have changed since `nextDue` was written, so it is only a hint.
 */
export function planSlot(subscription: Subscription, now: number): PlannedSlot {
  const newest = unplannedSlot(subscription, now);
  const lastDate = newest?.localDate ?? subscription.lastDate;
  return {
    subscription,
    slot: newest && { ...newest, late: now - newest.at > LATE_AFTER },
    nextDue: nextSlot(subscription, now, lastDate)?.at ?? null,
  };
}

/** When the scan should look at a subscription again: now, where today's slot has come unnoticed. */
export function nextDueOf(subscription: Subscription, now: number): number | null {
  return (
    unplannedSlot(subscription, now)?.at ?? nextSlot(subscription, now, subscription.lastDate)?.at ?? null
  );
}

function unplannedSlot(subscription: Subscription, now: number): Slot | null {
  const { nextDue, createdAt, lastDate } = subscription;
  if (nextDue === null) return null;
  return newestSlot(subscription, Math.max(createdAt, nextDue - RULES_MAY_MOVE), now, lastDate);
}

/** Plans many with the same wish, as most have, at the price of one. */
export function planner(now: number): (subscription: Subscription) => PlannedSlot {
  const known = new Map<string, PlannedSlot>();
  return (subscription) => {
    const { time, zone, weekdays, quietDays, nextDue, lastDate } = subscription;
    const old = subscription.createdAt < (nextDue ?? 0) - RULES_MAY_MOVE;
    const key = old ? [time, zone, weekdays, quietDays, nextDue, lastDate].join('|') : null;
    const same = key === null ? undefined : known.get(key);
    const planned = same ? { ...same, subscription } : planSlot(subscription, now);
    if (key !== null) known.set(key, planned);
    return planned;
  };
}
