import type { ChatRef, Receipt, SettleResult } from '#delivery/platform.ts';
import { type Clock, wait } from '#shared/clock.ts';
import type { Logger } from '#shared/logger.ts';
import { isNotModified, mapError } from './map-error.ts';
import type { MessageIds } from './message-ids.ts';
import type { Rendered } from './rendered.ts';
import type { Sender } from './sender.ts';

/** How far above the highest id seen a lost message can be: what was in the air together with it. */
const IN_THE_AIR = 40;

/** How many ids are asked about before it is left undecided. */
const MOST_QUESTIONS = 150;

export interface LostSend {
  chat: ChatRef;
  rendered: Rendered;
  /** Ids up to this one were given out before the send began; null = not known. */
  after: number | null;
}

export interface Candidates {
  /** Newest first: a lost message is rarely an old one. */
  ids: number[];
  /** Whether the message is certainly one of these, if it arrived. */
  complete: boolean;
}

/** The ids that a lost send can have. */
export function findCandidates(lost: LostSend, ids: MessageIds): Candidates {
  const highest = ids.highest(lost.chat.id);
  if (highest === null) return { ids: [], complete: false };
  const top = highest + IN_THE_AIR;
  const bottom = Math.max(lost.after ?? 0, top - 10 * MOST_QUESTIONS);
  const open: number[] = [];
  for (let id = top; id > bottom; id--) if (!ids.isKnown(lost.chat.id, id)) open.push(id);
  const complete = ids.isFresh(lost.chat.id) && open.length <= MOST_QUESTIONS;
  return { ids: open.slice(0, MOST_QUESTIONS), complete };
}

/**
 * Asks the server whether a send whose answer was lost has arrived: an edit that changes nothing is answered
 * «message is not modified» where the message is, and «message to edit not found» where it is not.
 */
export async function settleLostSend(
  lost: LostSend,
  tools: { sender: Sender; ids: MessageIds; clock: Clock; logger: Logger },
): Promise<SettleResult> {
  const { chat, rendered } = lost;
  const candidates = findCandidates(lost, tools.ids);
  for (const id of candidates.ids) {
    const answer = await ask(lost, id, tools);
    if (answer === 'elsewhere') continue;
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
  for (;;) {
    try {
      await sender.editContent({ chat, format: rendered.format }, String(id), rendered);
      return 'changed';
    } catch (error) {
      if (isNotModified(error)) return 'here';
      const mapped = mapError(error);
      if (mapped.kind === 'slow-down') await wait(clock, mapped.retryAfterMilliseconds ?? 1000);
      else if (/message to edit not found|message can't be edited|MESSAGE_ID_INVALID/i.test(mapped.reason))
        return 'elsewhere';
      else throw mapped;
    }
  }
}

function receiptOf(chat: ChatRef, id: number, rendered: Rendered): Receipt {
  return { chat, messageIds: [String(id)], format: rendered.format, contentHash: rendered.contentHash };
}
