import type { ChatRecord, ChatStore } from '#delivery/chat-record.ts';
import type { ChatRef } from '#delivery/platform.ts';

/** Chats kept in memory: those that were written from last. */
const KEPT = 10_000;

/** Chats in memory over a store that nobody else writes to: every answer asks how its chat wants to be written to. */
export function rememberChats(chats: ChatStore): ChatStore {
  const kept = new Map<string, ChatRecord | null>();
  // What was read before a change must not be kept after it.
  let changes = 0;
  const keyOf = (ref: ChatRef) => `${ref.platform} ${ref.id} ${ref.thread ?? ''}`;
  const keep = (ref: ChatRef, chat: ChatRecord | null) => {
    kept.set(keyOf(ref), chat);
    if (kept.size > KEPT) for (const oldest of kept.keys()) return void kept.delete(oldest);
  };
  const changing = async <T>(change: () => Promise<T>): Promise<T> => {
    try {
      return await change();
    } finally {
      changes++;
      kept.clear();
    }
  };
  return {
    async get(ref) {
      const known = kept.get(keyOf(ref));
      if (known !== undefined) return known;
      const before = changes;
      const chat = await chats.get(ref);
      if (before === changes) keep(ref, chat);
      return chat;
    },
    async ensure(chat, defaults, now) {
      const known = kept.get(keyOf(chat.ref));
      if (known && known.title === chat.title && known.kind === chat.kind) return known;
      const ensured = await chats.ensure(chat, defaults, now);
      changes++;
      keep(chat.ref, ensured);
      return ensured;
    },
    saveSettings: (ref, change) => changing(() => chats.saveSettings(ref, change)),
    disable: (ref, reason, scope, now) => changing(() => chats.disable(ref, reason, scope, now)),
    enable: (ref) => changing(() => chats.enable(ref)),
    migrate: (platform, from, to) => changing(() => chats.migrate(platform, from, to)),
  };
}
