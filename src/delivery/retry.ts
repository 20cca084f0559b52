import type { Copy, Delivery, Outcome } from './delivery.ts';
import type { DeliveryError } from './delivery-error.ts';
import { LATE_AFTER } from './lateness.ts';

const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 60_000;
/** After a day what was owed is history; the next digest holds it. */
export const GIVE_UP_AFTER = 24 * 3_600_000;

/** What follows from an attempt that ended with an error, apart from what is written about the delivery itself. */
export interface Consequence {
  outcome: Outcome;
  disable?: { reason: string; scope: 'chat' | 'topic' };
  migrateTo?: string;
  /** It arrived in a chat that had been given up: the chat is written to again. */
  enable?: boolean;
  /** What the platform said; for the pace. */
  error?: DeliveryError;
}

/** Pure: from the error to what to do next. */
export function afterFailure(
  delivery: Delivery,
  copy: Copy | null,
  error: DeliveryError,
  now: number,
): Consequence {
  const { id, chat } = delivery;
  const { reason } = error;
  const failed: Outcome = { id, state: 'failed', reason, at: now };
  const tooOld = now - delivery.owedAt > GIVE_UP_AFTER;
  switch (error.kind) {
    case 'migrated':
      if (error.migratedTo === null) return { outcome: failed };
      return { outcome: again(delivery, reason, now, now), migrateTo: error.migratedTo };
    case 'slow-down': {
      if (tooOld) return { outcome: failed };
      return { outcome: again(delivery, reason, now + (error.retryAfterMilliseconds ?? FIRST_PAUSE), now) };
    }
    case 'unreachable':
      if (tooOld) return { outcome: failed };
      return { outcome: again(delivery, reason, now + pauseAfter(delivery), now) };
    case 'unknown':
      // An edit may be repeated as often as one likes.
      if (copy && !tooOld) return { outcome: again(delivery, reason, now + pauseAfter(delivery), now) };
      if (tooOld) return { outcome: failed };
      return { outcome: { id, state: 'unknown', reason, dueAt: now + pauseAfter(delivery) } };
    case 'rejected':
      return { outcome: copy ? instead(delivery, copy, reason, now) : failed };
    case 'gone':
      if (copy) return { outcome: instead(delivery, copy, reason, now) };
      return { outcome: failed, disable: { reason, scope: chat.ref.thread === null ? 'chat' : 'topic' } };
    case 'forbidden':
      return { outcome: failed, disable: { reason, scope: scopeOf(delivery, reason) } };
  }
}

function again(delivery: Delivery, reason: string, dueAt: number, now: number): Outcome {
  const late = delivery.kind === 'digest' && now - delivery.owedAt > LATE_AFTER;
  return { id: delivery.id, state: 'pending', reason, dueAt, ...(late ? { late } : {}) };
}

/** A copy that cannot be edited is answered with a short notice; that of an inline message has no chat to answer in. */
function instead(delivery: Delivery, copy: Copy, reason: string, now: number): Outcome {
  const { id, job } = delivery;
  if (!job || copy.receipt.format === 'inline') return { id, state: 'failed', reason, at: now };
  return {
    id,
    state: 'pending',
    reason,
    dueAt: now,
    notice: {
      type: 'notice',
      brief: job.brief,
      revision: job.revision,
      answers: copy.receipt.messageIds[0] ?? null,
    },
  };
}

function scopeOf(delivery: Delivery, reason: string): 'chat' | 'topic' {
  return delivery.chat.ref.thread !== null && /topic|thread/i.test(reason) ? 'topic' : 'chat';
}

/** Doubles with every attempt; spread by the row's number, so that many do not come back at the same moment. */
export function pauseAfter(delivery: Pick<Delivery, 'id' | 'attempts'>): number {
  const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.min(delivery.attempts, 10));
  return Math.round(pause * (0.75 + (delivery.id % 32) / 64));
}
