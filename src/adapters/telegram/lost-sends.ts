import type { ChatRef, Receipt } from '#delivery/platform.ts';
import type { MessageIds } from './message-ids.ts';

/** How many lost sends of this run are remembered. */
const REMEMBERED = 1000;

/**
 * How far below the newest id known from an earlier run a send that was in the air when it ended can be: at 30
 * messages a second and answers within three seconds no more than that overtake it.
 */
const OVERTAKEN = 100;

/** Where sends began whose answers never came: the ids that were given out before are not theirs. */
export class LostSends {
  readonly #ids: MessageIds;
  readonly #after = new Map<string, number | null>();
  /** The newest id of private chats and basic groups that an earlier run recorded. */
  #recorded: number | null = null;

  constructor(ids: MessageIds) {
    this.#ids = ids;
  }

  add(nonce: string, after: number | null): void {
    this.#after.set(nonce, after);
    if (this.#after.size <= REMEMBERED) return;
    for (const oldest of this.#after.keys()) {
      this.#after.delete(oldest);
      break;
    }
  }

  /** The newest deliveries of the earlier run, of all chats. */
  remember(receipts: readonly Receipt[]): void {
    for (const receipt of receipts)
      for (const id of idsOf(receipt)) this.#ids.see(receipt.chat.id, id, isPrivate(receipt.chat));
    const ids = receipts.filter((r) => isPrivate(r.chat)).flatMap(idsOf);
    this.#recorded = ids.length > 0 ? Math.max(...ids) : null;
  }

  /** Ids up to this one are not the lost send's; null = not known. */
  lowest(chat: ChatRef, nonce: string, before: Receipt | null): number | null {
    const known = this.#after.get(nonce);
    if (known !== undefined && known !== null) return known;
    const earlier = before ? Math.max(0, ...idsOf(before)) : 0;
    if (before) for (const id of idsOf(before)) this.#ids.see(before.chat.id, id, false);
    const recorded = isPrivate(chat) && this.#recorded !== null ? this.#recorded - OVERTAKEN : 0;
    return Math.max(earlier, recorded) || null;
  }
}

/** Private chats and basic groups share the bot's counter; ids of supergroups and channels begin with -100. */
const isPrivate = (chat: ChatRef) => !chat.id.startsWith('-100');

function idsOf(receipt: Receipt): number[] {
  return receipt.format === 'inline' ? [] : receipt.messageIds.map(Number).filter(Number.isSafeInteger);
}
