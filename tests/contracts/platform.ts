import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stripDirections } from '#arabic/directions.ts';
import { DeliveryError, type DeliveryErrorKind } from '#delivery/delivery-error.ts';
import type { ChatRef, Platform } from '#delivery/platform.ts';
import { fitMessage, textsOf } from '#message/fit.ts';
import { EVERY_BLOCK, HOSTILE_TEXT, manyFacts, notice } from '#tests/fixtures/messages/sample-messages.ts';

/** What the platform's server does to the next request that sends, edits or withdraws. */
export type Fault =
  /** The reader has blocked the bot, or the bot may not write there. */
  | 'forbidden'
  /** The message to edit is no longer there. */
  | 'gone'
  /** Too many requests; try again after two seconds. */
  | 'slow-down'
  /** Carried out, but the connection breaks before the answer. */
  | 'answer-lost'
  /** The connection breaks before anything is carried out. */
  | 'request-lost'
  /** The server refuses the content. */
  | 'rejected';

/** A started platform and what its readers see; one for each test. */
export interface PlatformHarness {
  platform: Platform;
  /** A chat that can be written to. */
  chat: ChatRef;
  /** All that a reader sees in that chat now, folded parts too: one text for each of the platform's messages. */
  shown(): Promise<string[]> | string[];
  /** Labels of all buttons under the newest message. */
  buttons(): Promise<string[]> | string[];
  /** The id of the message that the newest one is shown as a reply to; left out where the platform has no replies. */
  answered?(): string | null;
  /** Requests so far that send, edit or withdraw. */
  requests(): number;
  fault(fault: Fault): void;
  close(): Promise<void>;
}

export interface PlatformContract {
  /** The faults that this platform can have, and the kind of error that each is. */
  faults: Partial<Record<Fault, DeliveryErrorKind>>;
  /** Whether it refuses messages above its limits: where there are none (the terminal), it has nothing to refuse. */
  limited: boolean;
}

/** The text without marks of direction and line ends: what counts is that every word is there, in order. */
export function words(text: string): string {
  return stripDirections(text).replace(/\s+/g, ' ').trim();
}

async function failure(promise: Promise<unknown>): Promise<DeliveryError> {
  const error = await promise.then(
    () => null,
    (e: unknown) => e,
  );
  expect(error, 'the only error a platform throws').toBeInstanceOf(DeliveryError);
  return error as DeliveryError;
}

/** The suite that every platform passes alike. */
export function describePlatform(
  name: string,
  contract: PlatformContract,
  start: () => Promise<PlatformHarness>,
): void {
  describe(`${name} keeps the platform contract`, () => {
    let h: PlatformHarness;
    beforeEach(async () => {
      h = await start();
    });
    afterEach(async () => {
      await h.close();
    });
    const only = async () => {
      const shown = await h.shown();
      expect(shown).toHaveLength(1);
      return words(shown[0] as string);
    };

    it('shows every text of every type of block, and every button', async () => {
      await h.platform.send(h.chat, EVERY_BLOCK, 'n1');
      const text = await only();
      for (const block of EVERY_BLOCK.blocks)
        for (const piece of textsOf(block)) expect(text).toContain(words(piece));
      const labels = (await h.buttons()).map(words);
      for (const button of EVERY_BLOCK.buttons.flat()) expect(labels).toContain(words(button.label));
    });

    it('shows a text as it is, whatever markup it looks like', async () => {
      await h.platform.send(h.chat, notice(HOSTILE_TEXT), 'n1');
      expect(await only()).toContain(words(HOSTILE_TEXT));
    });

    it('gives a receipt that says where the message is', async () => {
      const receipt = await h.platform.send(h.chat, notice('أهلاً بك'), 'n1');
      expect(receipt.chat).toEqual(h.chat);
      expect(receipt.messageIds.length).toBeGreaterThan(0);
      expect(receipt.format).not.toBe('');
      expect(JSON.parse(JSON.stringify(receipt))).toEqual(receipt);
    });

    it('is sent as a reply where it answers a message, and also where that one is gone', async () => {
      const old = await h.platform.send(h.chat, notice('لا يُعدَّل'), 'n0');
      const [id = ''] = old.messageIds;
      const answer = await h.platform.send(h.chat, notice('تصحيح'), 'n1', id);
      if (h.answered) expect(h.answered()).toBe(id);
      await h.platform.withdraw(answer);
      await h.platform.withdraw(old);
      await h.platform.send(h.chat, notice('تصحيح آخر'), 'n2', id);
      expect(await only()).toContain('تصحيح آخر');
    });

    it('edits in place', async () => {
      const receipt = await h.platform.send(h.chat, notice('قبل التصحيح'), 'n1');
      const edited = await h.platform.edit(receipt, EVERY_BLOCK);
      expect(await only()).toContain(words('فيضان يقطع طريق الساحل'));
      expect(await only()).not.toContain('قبل التصحيح');
      expect(edited.messageIds).toEqual(receipt.messageIds);
      expect(edited.contentHash).not.toBe(receipt.contentHash);
    });

    it('makes no request for an edit that changes nothing', async () => {
      const receipt = await h.platform.send(h.chat, EVERY_BLOCK, 'n1');
      const before = h.requests();
      expect(await h.platform.edit(receipt, structuredClone(EVERY_BLOCK))).toEqual(receipt);
      expect(h.requests()).toBe(before);
    });

    it('takes a change of the buttons alone for a change', async () => {
      const receipt = await h.platform.send(h.chat, EVERY_BLOCK, 'n1');
      await h.platform.edit(receipt, { ...EVERY_BLOCK, buttons: [] });
      expect(await h.buttons()).toEqual([]);
    });

    it('withdraws a message, and does not mind that it is gone already', async () => {
      const receipt = await h.platform.send(h.chat, notice('سيُسحب'), 'n1');
      await h.platform.withdraw(receipt);
      expect(await h.shown()).toEqual([]);
      await h.platform.withdraw(receipt);
    });

    if (contract.limited)
      it('takes whatever fits its limits, and cuts nothing of it', async () => {
        const parts = fitMessage(manyFacts(400), h.platform.limits);
        for (const [i, part] of parts.entries()) await h.platform.send(h.chat, part, `n${i}`);
        const all = words((await h.shown()).join('\n'));
        for (const piece of textsOf(manyFacts(400).blocks[1] as never)) expect(all).toContain(words(piece));
      });

    if (contract.limited)
      it('refuses what is above its limits instead of cutting it', async () => {
        const before = h.requests();
        const error = await failure(h.platform.send(h.chat, manyFacts(4000), 'n1'));
        expect(error.kind).toBe('rejected');
        expect(h.requests()).toBe(before);
      });

    for (const [fault, kind] of Object.entries(contract.faults) as [Fault, DeliveryErrorKind][]) {
      it(`says «${kind}» where the server answers with the fault «${fault}»`, async () => {
        const receipt = fault === 'gone' ? await h.platform.send(h.chat, notice('أولاً'), 'n1') : null;
        h.fault(fault);
        const error = await failure(
          receipt ? h.platform.edit(receipt, notice('ثانياً')) : h.platform.send(h.chat, notice('أولاً'), 'n1'),
        );
        expect(error.kind).toBe(kind);
        expect(error.reason).not.toBe('');
        if (kind === 'slow-down') expect(error.retryAfterMilliseconds).toBe(2000);
      });
    }

    if (contract.faults['answer-lost'])
      it('finds a message whose answer was lost, and does not send it twice', async () => {
        const first = await h.platform.send(h.chat, notice('موجز أمس'), 'n0');
        h.fault('answer-lost');
        await failure(h.platform.send(h.chat, EVERY_BLOCK, 'n1'));
        const settled = await h.platform.settle(h.chat, EVERY_BLOCK, 'n1', first);
        expect(settled.outcome).toBe('sent');
        expect(await h.shown()).toHaveLength(2);
        if (settled.outcome !== 'sent') return;
        await h.platform.edit(settled.receipt, notice('بعد التصحيح'));
        expect(words((await h.shown()).at(-1) ?? '')).toContain('بعد التصحيح');
      });

    if (contract.faults['request-lost'])
      it('finds out that a message never arrived, and leaves the others as they are', async () => {
        const first = await h.platform.send(h.chat, notice('موجز أمس'), 'n0');
        h.fault('request-lost');
        await failure(h.platform.send(h.chat, EVERY_BLOCK, 'n1'));
        const settled = await h.platform.settle(h.chat, EVERY_BLOCK, 'n1', first);
        // A platform whose sends can be repeated under the same nonce may settle by sending.
        if (settled.outcome !== 'sent') expect(settled.outcome).toBe('not-sent');
        const shown = (await h.shown()).map(words);
        expect(shown[0]).toContain('موجز أمس');
        expect(shown).toHaveLength(settled.outcome === 'sent' ? 2 : 1);
      });
  });
}
