import type { Article } from '#article/article.ts';
import type { Acceptance } from '#brief/accept-brief.ts';
import type { Brief } from '#brief/brief.ts';
import type { Shelf } from '#brief/shelf.ts';
import type { Attached, Request } from '#chat/request.ts';
import type { Receipt } from '#delivery/platform.ts';
import type { Store } from '#delivery/store.ts';
import type { Draft } from '#draft/draft.ts';
import type { Message } from '#message/message.ts';
import type { Clock } from '#shared/clock.ts';
import type { Logger } from '#shared/logger.ts';
import { UserError } from '#shared/user-error.ts';
import type { Roles } from './roles.ts';

/** What the editors' desk works with. */
export interface DeskTools {
  store: Store;
  shelf: Shelf;
  clock: Clock;
  logger: Logger;
  roles: Roles;
  /** Reads an article; loaded when it is first needed, as its word lists are large. */
  extract(article: Article): Promise<Draft>;
  /** Another publisher must approve what is published. */
  secondEditor: boolean;
  /** Puts a message in the place of one that was sent: for progress that goes on after the answer. */
  edit(receipt: Receipt, message: Message): Promise<Receipt>;
  /** Tells the delivery engine that an order was written. */
  wake(): void;
}

/**
 * What a command is to work on besides its own words; the caption that the command itself stands in is none. Throws
 * `file-not-text` where a file came with it that is none.
 */
export function attachedTo({ attached }: Request): Attached | null {
  if (attached?.from === 'unreadable') throw new UserError('file-not-text', { name: attached.origin ?? '' });
  return attached?.from === 'caption' ? null : attached;
}

/** How many words a brief may be named by before the text begins. */
const LONGEST_NAME = 4;

/**
 * The brief that the words begin with, and the words after it: by its id, else by the fewest words that find exactly
 * one. Throws `brief-unknown`.
 */
export function briefAtStart(shelf: Shelf, text: string): { brief: Brief; rest: string } {
  const trimmed = text.trim();
  const words = [...trimmed.matchAll(/\S+/g)].slice(0, LONGEST_NAME);
  const first = words[0]?.[0] ?? '';
  const byId = shelf.get(first.toLowerCase());
  if (byId) return { brief: byId, rest: trimmed.slice(first.length).trim() };
  for (const word of words) {
    const end = word.index + word[0].length;
    const found = shelf.find(trimmed.slice(0, end));
    if (found.outcome === 'one') return { brief: found.brief, rest: trimmed.slice(end).trim() };
  }
  throw new UserError('brief-unknown', { words: first.slice(0, 40) });
}

/** The brief of an acceptance; a fault is logged in English and told in Arabic. */
export function acceptedBrief(acceptance: Acceptance, tools: Pick<DeskTools, 'logger'>): Brief {
  if (acceptance.accepted) return acceptance.brief;
  const faults = acceptance.faults.map((f) => f.reason);
  tools.logger.warn({ faults }, 'a revision is refused');
  throw new UserError('not-publishable');
}

/**
 * Puts a revision in service: durable first, then visible. False where just this was done before. Throws `outdated`
 * where another revision came first.
 */
export async function publishRevision(
  brief: Brief,
  by: { who: string; what: string; before: unknown; after: unknown },
  tools: Pick<DeskTools, 'store' | 'shelf' | 'clock'>,
): Promise<boolean> {
  const { store, shelf, clock } = tools;
  const saved = await store.briefs.save(brief);
  if (saved === 'conflict') throw new UserError('outdated');
  shelf.put(brief);
  if (saved === 'known') return false;
  await store.audit.append({ at: clock.now(), brief: brief.id, ...by });
  return true;
}
