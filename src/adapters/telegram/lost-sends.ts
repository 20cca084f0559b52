import type { ChatRef, Receipt } from '#delivery/platform.ts';
import { type LostAt, type MessageIds, sharesCounter } from './message-ids.ts';

/** How many lost sends of this run are remembered. */
const REMEMBERED = 1000;

/**
 * How far below the newest id known from an earlier run a send that was in the air when it ended can be: at 30
 * messages a second and answers within three seconds no more than that overtake it.
 */
const OVERTAKEN = 100;

/** What narrows down the ids that a send can have whose answer never came. */
export interface LostTrace {
  /** Ids up to this one were given out before the send began; null = not known. */
  after: number | null;
  /** Null: an earlier run lost it. */
  lost: LostAt | null;
  /** Ids that the server has said not to be the message, in an asking that broke off. */
  ruledOut: Set<number>;
  /** How often it could not be looked for, as no id of the counter was known. */
  waits: number;
}

/** The traces of sends whose answers never came, by their nonces. */
export class LostSends {
  readonly #ids: MessageIds;
  readonly #traces = new Map<string, LostTrace>();
  /** The newest id of private chats and basic groups that an earlier run recorded. */
  #recorded: number | null = null;

  constructor(ids: MessageIds) {
    this.#ids = ids;
  }

  add(nonce: string, after: number | null, lost: LostAt | null): LostTrace {
    const trace = { after, lost, ruledOut: new Set<number>(), waits: 0 };
    this.#traces.set(nonce, trace);
    if (this.#traces.size > REMEMBERED)
      for (const oldest of this.#traces.keys()) {
        this.#traces.delete(oldest);
        break;
      }
    return trace;
  }

  /** The newest deliveries of the earlier run, of all chats. */
  remember(receipts: readonly Receipt[]): void {
    for (const receipt of receipts)
      for (const id of idsOf(receipt)) this.#ids.see(receipt.chat.id, id, sharesCounter(receipt.chat.id));
    const ids = receipts.filter((r) => sharesCounter(r.chat.id)).flatMap(idsOf);
    this.#recorded = ids.length > 0 ? Math.max(...ids) : null;
  }

  /** `before`: the newest copy that the chat had when the send began. */
  trace(chat: ChatRef, nonce: string, before: Receipt | null): LostTrace {
    const known = this.#traces.get(nonce);
    if (known) {
      known.after ??= this.#lowest(chat, before);
      return known;
    }
    return this.add(nonce, this.#lowest(chat, before), null);
  }

  #lowest(chat: ChatRef, before: Receipt | null): number | null {
    const earlier = before ? Math.max(0, ...idsOf(before)) : 0;
    if (before) for (const id of idsOf(before)) this.#ids.see(before.chat.id, id, false);
    const recorded = sharesCounter(chat.id) && this.#recorded !== null ? this.#recorded - OVERTAKEN : 0;
    return Math.max(earlier, recorded) || null;
  }
}

function idsOf(receipt: Receipt): number[] {
  return receipt.format === 'inline' ? [] : receipt.messageIds.map(Number).filter(Number.isSafeInteger);
}
