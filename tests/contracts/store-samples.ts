import { type ChatRecord, DEFAULT_SETTINGS, EVERY_DAY } from '#delivery/chat-record.ts';
import type { NewCopy, NewDelivery, Payload } from '#delivery/delivery.ts';
import type { ChatRef, PlatformName } from '#delivery/platform.ts';
import type { Store } from '#delivery/store.ts';
import type { PlannedSlot, Subscription } from '#delivery/subscription.ts';
import { action } from '#message/action.ts';

export const NOW = Date.UTC(2026, 10, 25, 5);
export const HOUR = 3_600_000;

export const settings = { ...DEFAULT_SETTINGS, zone: 'Asia/Riyadh' };
export const wish = { time: '08:00', zone: 'Asia/Riyadh', weekdays: EVERY_DAY, topics: [] };
export const message = { blocks: [], buttons: [], subject: null };
export const brief: Payload = {
  type: 'brief',
  brief: 'kazakhstan',
  view: action('brief', 'x'),
  before: null,
};

let nextChat = 1000;

export function newId(): string {
  return String(nextChat++);
}

export function newRef(platform: PlatformName = 'telegram'): ChatRef {
  return { platform, id: newId(), thread: null };
}

export function newChat(store: Store, ref = newRef()): Promise<ChatRecord> {
  return store.chats.ensure({ ref, kind: 'private', title: 'آن' }, settings, NOW);
}

export function planned(subscription: Subscription, localDate: string, at = NOW): PlannedSlot {
  return { subscription, slot: { at, localDate, late: false }, nextDue: at + 24 * HOUR };
}

export function push(chat: ChatRecord, key: string, jobId: number | null = null): NewDelivery {
  return { chatId: chat.id, kind: 'push', key, payload: brief, copyId: null, jobId, owedAt: NOW };
}

/** A delivered message that shows one story. */
export function copy(chat: ChatRecord, id: string, revision = 1, story = 'kazakhstan'): NewCopy {
  return {
    receipt: { chat: chat.ref, messageIds: [id], format: 'rich', contentHash: `h${revision}` },
    payload: brief,
    shows: [{ brief: story, revision }],
  };
}

/** What is owed to this chat and may be sent now. */
export async function owedTo(store: Store, chat: ChatRecord, now = NOW) {
  const all = await store.ledger.ready(chat.ref.platform, now, 1000, []);
  return all.filter((delivery) => delivery.chat.id === chat.id);
}
