import { afterAll, beforeAll, describe } from 'vitest';
import type { Store } from '#delivery/store.ts';
import { chatsContract } from './store-chats.ts';
import { deskContract } from './store-desk.ts';
import { ledgerContract } from './store-ledger.ts';

/** What every kind of store does alike. `open` gives an empty one. */
export function storeContract(name: string, open: () => Promise<{ store: Store; close(): Promise<void> }>) {
  describe(`${name} keeps what every store keeps`, () => {
    let opened: Awaited<ReturnType<typeof open>>;
    const current = () => opened.store;
    beforeAll(async () => {
      opened = await open();
    });
    afterAll(() => opened?.close());

    chatsContract(current);
    ledgerContract(current);
    deskContract(current);
  });
}
