import type { ChatRecord, ChatStore } from '#delivery/chat-record.ts';
import type { ChatRef } from '#delivery/platform.ts';
import { Remembered } from './remembered.ts';

/** Chats in memory over a store that nobody else writes to: every answer asks how its chat wants to be written to. */
export function rememberChats(chats: ChatStore): ChatStore {
  const kept = new Remembered<string, ChatRecord | null>();
  const keyOf = (ref: ChatRef) => `${ref.platform} ${ref.id} ${ref.thread ?? ''}`;
  return {
    get: (ref) => kept.get(keyOf(ref), () => chats.get(ref)),
    async ensure(chat, defaults, now) {
      const known = kept.known(keyOf(chat.ref));
      if (known && known.title === chat.title && known.kind === chat.kind) return known;
      const ensured = await chats.ensure(chat, defaults, now);
      kept.put(keyOf(chat.ref), ensured);
      return ensured;
    },
    saveSettings: (ref, change) => kept.changing(() => chats.saveSettings(ref, change)),
    disable: (ref, reason, scope, now) => kept.changing(() => chats.disable(ref, reason, scope, now)),
    enable: (ref) => kept.changing(() => chats.enable(ref)),
    migrate: (platform, from, to) => kept.changing(() => chats.migrate(platform, from, to)),
  };
}
