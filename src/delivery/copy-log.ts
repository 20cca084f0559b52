import type { Action } from '#message/action.ts';
import type { ChatSettings } from './chat-record.ts';
import type { Receipt } from './platform.ts';
import type { Store } from './store.ts';

/** What an answer shows; null = no brief (any more). */
type Shown = { brief: string; revision: number; view: Action } | null;

/** Remembers answers to readers as copies, so that a correction reaches them too. */
export function copyLog(
  store: Pick<Store, 'chats' | 'ledger'>,
  defaults: ChatSettings,
  now: () => number,
): { record(receipt: Receipt, shown: Shown): Promise<void> } {
  return {
    async record(receipt, shown) {
      const known = await store.chats.get(receipt.chat);
      // An answer with no brief in a chat that has none of ours to correct needs no row.
      if (!known && !shown) return;
      const seen = { ref: receipt.chat, kind: 'private', title: '' } as const;
      const chat = known ?? (await store.chats.ensure(seen, defaults, now()));
      if (!shown) return store.ledger.forgetAnswer(chat, receipt);
      const { brief, revision, view } = shown;
      const payload = { type: 'brief', brief, view, before: null } as const;
      await store.ledger.recordAnswer(chat, { receipt, payload, shows: [{ brief, revision }] }, now());
    },
  };
}
