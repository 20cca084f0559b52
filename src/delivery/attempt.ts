import type { Clock } from '#shared/clock.ts';
import { briefsShown, type Composed } from './compose.ts';
import type { Copy, Delivery, Ledger } from './delivery.ts';
import { DeliveryError } from './delivery-error.ts';
import type { DeliveryEvents } from './delivery-events.ts';
import type { Platform, Receipt } from './platform.ts';
import { afterFailure, type Consequence } from './retry.ts';

/** Milliseconds after which a platform that could not tell yet is asked again. */
const ASK_AGAIN = 1500;

export interface AttemptTools {
  platform: Platform;
  ledger: Pick<Ledger, 'newestReceipt'>;
  clock: Clock;
  events: DeliveryEvents;
}

/** One try to put a message into a chat, or in the place of a copy. Never rejects. */
export async function attempt(
  delivery: Delivery,
  copy: Copy | null,
  composed: Composed,
  { platform, clock, events }: AttemptTools,
): Promise<Consequence> {
  const began = clock.now();
  try {
    const receipt = copy
      ? await platform.edit(copy.receipt, composed.message)
      : await platform.send(delivery.chat.ref, composed.message, delivery.nonce, answeredBy(composed));
    events.sent(platform.profile.name, delivery.kind, clock.now() - began);
    return arrived(delivery, receipt, composed, clock.now());
  } catch (error) {
    return failed(delivery, copy, error, { clock, events, platform });
  }
}

/**
 * Finds out what became of a send whose answer was lost. `composed` is made again from what was kept with it. What
 * nobody can tell is owed again, and counted as possibly double.
 */
export async function settle(
  delivery: Delivery,
  composed: Composed,
  { platform, ledger, clock, events }: AttemptTools,
): Promise<Consequence> {
  const { id, chat, nonce } = delivery;
  try {
    const before = await ledger.newestReceipt(chat.id, delivery.beganAt ?? clock.now());
    const result = await platform.settle(chat.ref, composed.message, nonce, before);
    events.settled(platform.profile.name, result.outcome);
    const dueAt = clock.now();
    switch (result.outcome) {
      case 'sent':
        return arrived(delivery, result.receipt, composed, clock.now());
      case 'not-sent':
        return { outcome: { id, state: 'pending', reason: 'did not arrive', dueAt } };
      case 'later':
        return { outcome: { id, state: 'unknown', reason: 'not settled yet', dueAt: dueAt + ASK_AGAIN } };
      case 'undecided':
        return { outcome: { id, state: 'pending', reason: 'not settled', dueAt, possiblyDouble: true } };
    }
  } catch (error) {
    return stillUnknown(failed(delivery, null, error, { clock, events, platform }), clock.now());
  }
}

function answeredBy({ payload }: Composed): string | null {
  // Notices that were owed before this was kept have none.
  return payload.type === 'notice' ? (payload.answers ?? null) : null;
}

function arrived(delivery: Delivery, receipt: Receipt, composed: Composed, at: number): Consequence {
  const { payload } = composed;
  const until = payload.type === 'digest' ? payload.until : null;
  const copy = { receipt, payload, shows: briefsShown(composed) };
  const outcome = { id: delivery.id, state: 'sent', copy, until, at } as const;
  return { outcome, ...(delivery.chat.disabled ? { enable: true } : {}) };
}

function failed(
  delivery: Delivery,
  copy: Copy | null,
  error: unknown,
  { clock, events, platform }: Pick<AttemptTools, 'clock' | 'events' | 'platform'>,
): Consequence {
  // Platforms throw DeliveryErrors only; anything else is a fault of ours, after which nothing is known.
  const known =
    error instanceof DeliveryError
      ? error
      : new DeliveryError('unknown', error instanceof Error ? error.message : String(error), {
          cause: error,
        });
  const consequence = afterFailure(delivery, copy, known, clock.now());
  if (consequence.outcome.state === 'failed') events.failed(platform.profile.name, known.kind, known.reason);
  else events.retried(platform.profile.name, known.kind);
  return { ...consequence, error: known };
}

/** An asking that failed has decided nothing: the delivery stays as unknown as it was. */
function stillUnknown(consequence: Consequence, now: number): Consequence {
  const { outcome } = consequence;
  if (outcome.state !== 'pending') return consequence;
  const { id, reason } = outcome;
  return { ...consequence, outcome: { id, state: 'unknown', reason, dueAt: Math.max(outcome.dueAt, now) } };
}
