import type { ChatRecord } from './chat-record.ts';
import { nextDueOf, planSlot } from './plan.ts';
import type { ChatRef } from './platform.ts';
import { nextSlot } from './slots.ts';
import type { Store } from './store.ts';
import type { Subscription, SubscriptionWish } from './subscription.ts';

type Stores = Pick<Store, 'chats' | 'subscriptions'>;

/**
 * Saves what a chat wishes; the result's `nextDue` is its next slot. A slot that has come but was not planned yet is
 * planned first, under the old wish: it is neither lost nor, as its local date is taken, delivered again.
 */
export async function changeSubscription(
  store: Stores,
  chat: ChatRecord,
  wish: SubscriptionWish,
  now: number,
): Promise<Subscription> {
  const before = await planWhatIsDue(store, chat.ref, now);
  const { quietDays } = chat.settings;
  const next = chat.disabled ? null : nextSlot({ ...wish, quietDays }, now, before?.lastDate ?? null);
  return store.subscriptions.save(chat, wish, next?.at ?? null, now);
}

/** After the chat's quiet days or anything else that decides its slots has changed. */
export async function replanSubscription(store: Stores, chat: ChatRecord, now: number): Promise<void> {
  const subscription = await planWhatIsDue(store, chat.ref, now);
  if (!subscription) return;
  const next = chat.disabled ? null : nextSlot(subscription, now, subscription.lastDate);
  await store.subscriptions.setNextDue(subscription.id, next?.at ?? null);
}

/** The bot was let in again, or somebody writes from a chat that had been given up. */
export async function enableChat(store: Stores, ref: ChatRef, now: number): Promise<ChatRecord[]> {
  const chats = await store.chats.enable(ref);
  for (const chat of chats) await replanSubscription(store, chat, now);
  return chats;
}

async function planWhatIsDue(store: Stores, ref: ChatRef, now: number): Promise<Subscription | null> {
  const subscription = await store.subscriptions.get(ref);
  if (!subscription || subscription.nextDue === null || subscription.nextDue > now) return subscription;
  await store.subscriptions.plan([planSlot(subscription, now)], now);
  return store.subscriptions.get(ref);
}

/**
 * Computes every next slot anew, page by page: after the zone rules have changed, or after a clock that was far
 * ahead. Returns how many moved.
 */
export async function replanAll(store: Pick<Store, 'subscriptions'>, now: number): Promise<number> {
  let [after, moved] = [0, 0];
  for (;;) {
    const page = await store.subscriptions.page(after, 1000);
    if (page.length === 0) return moved;
    const changes = page
      .map((subscription) => ({ subscription, slot: null, nextDue: nextDueOf(subscription, now) }))
      .filter(({ subscription, nextDue }) => nextDue !== subscription.nextDue);
    await store.subscriptions.plan(changes, now);
    moved += changes.length;
    after = page.at(-1)!.id;
  }
}
