import type { ChatRef, Receipt, SettleResult } from '#delivery/platform.ts';
import { type Clock, wait } from '#shared/clock.ts';
import type { Logger } from '#shared/logger.ts';
import type { LostTrace } from './lost-sends.ts';
import { isNotModified, mapError } from './map-error.ts';
import { type MessageIds, sharesCounter } from './message-ids.ts';
import type { Rendered } from './rendered.ts';
import type { Sender } from './sender.ts';

/**
 * How far above the highest id seen a lost message can be where little is known: after a run that ended with it in
 * the air, and in groups, whose members write what no update tells the bot of.
 */
const FAR_ABOVE = 40;

/** What readers may have written to the bot meanwhile, and no update has told of yet. */
const WRITTEN_MEANWHILE = 10;

/** How many ids are asked about before it is left undecided. */
const MOST_QUESTIONS = 150;

/** How often it is waited for a first id of a counter of which none is known. */
export const MOST_WAITS = 6;

/** An id is asked about so often where the server does not answer; the pause in milliseconds, doubled each time. */
const TRIES = 5;
const FIRST_PAUSE = 200;

export interface LostSend {
  chat: ChatRef;
  rendered: Rendered;
  trace: LostTrace;
}

export interface Candidates {
  /** The likeliest first. */
  ids: number[];
  /** Whether the message is certainly one of these, if it arrived. */
  complete: boolean;
}

/** The ids that a lost send can have: gaps among those seen, newest first, then what may come above them. */
export function findCandidates({ chat, trace }: LostSend, ids: MessageIds): Candidates {
  const highest = ids.highest(chat.id);
  // A bot that knows of no message has hardly sent any: its counter is still low.
  if (highest === null) return { ids: upTo(MOST_QUESTIONS), complete: false };
  const bound = trace.lost ? ids.bound(chat.id, trace.lost) : null;
  const above = trace.lost && sharesCounter(chat.id) ? WRITTEN_MEANWHILE + trace.lost.inTheAir : FAR_ABOVE;
  const top = bound === null ? highest + above : bound - 1;
  const bottom = Math.max(trace.after ?? 0, top - 10 * MOST_QUESTIONS);
  const open: number[] = [];
  for (let id = Math.min(top, highest); id > bottom; id--) if (!ids.isKnown(chat.id, id)) open.push(id);
  for (let id = highest + 1; id <= top; id++) open.push(id);
  const complete = ids.isFresh(chat.id) && open.length <= MOST_QUESTIONS;
  return { ids: open.slice(0, MOST_QUESTIONS), complete };
}

const upTo = (last: number) => Array.from({ length: last }, (_, i) => i + 1);

/**
 * Asks the server whether a send whose answer was lost has arrived: an edit that changes nothing is answered
 * «message is not modified» where the message is, and «message to edit not found» where it is not.
 */
export async function settleLostSend(
  lost: LostSend,
  tools: { sender: Sender; ids: MessageIds; clock: Clock; logger: Logger },
): Promise<SettleResult> {
  const { chat, rendered } = lost;
  const { trace } = lost;
  // The next message to anybody shows where the counter stands.
  if (tools.ids.highest(chat.id) === null && sharesCounter(chat.id) && trace.waits < MOST_WAITS) {
    trace.waits++;
    return { outcome: 'later' };
  }
  const candidates = findCandidates(lost, tools.ids);
  for (const id of candidates.ids) {
    if (trace.ruledOut.has(id)) continue;
    const answer = await ask(lost, id, tools);
    if (answer === 'elsewhere') {
      trace.ruledOut.add(id);
      continue;
    }
    tools.ids.see(chat.id, id);
    if (answer === 'here') return { outcome: 'sent', receipt: receiptOf(chat, id, rendered) };
    tools.logger.warn({ chat: chat.id, message: id }, 'looking for a lost message changed an older one');
    return { outcome: 'undecided' };
  }
  return { outcome: candidates.complete ? 'not-sent' : 'undecided' };
}

async function ask(
  { chat, rendered }: LostSend,
  id: number,
  { sender, clock }: { sender: Sender; clock: Clock },
): Promise<'here' | 'elsewhere' | 'changed'> {
  for (let attempt = 1; ; ) {
    try {
      await sender.editContent({ chat, format: rendered.format }, String(id), rendered);
      return 'changed';
    } catch (error) {
      if (isNotModified(error)) return 'here';
      const mapped = mapError(error);
      if (mapped.kind === 'slow-down') await wait(clock, mapped.retryAfterMilliseconds ?? 1000);
      else if (/message to edit not found|message can't be edited|MESSAGE_ID_INVALID/i.test(mapped.reason))
        return 'elsewhere';
      else if ((mapped.kind === 'unknown' || mapped.kind === 'unreachable') && attempt < TRIES)
        await wait(clock, FIRST_PAUSE * 2 ** (attempt++ - 1));
      else throw mapped;
    }
  }
}

function receiptOf(chat: ChatRef, id: number, rendered: Rendered): Receipt {
  return { chat, messageIds: [String(id)], format: rendered.format, contentHash: rendered.contentHash };
}
