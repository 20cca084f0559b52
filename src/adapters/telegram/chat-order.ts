import type { Update } from 'grammy/types';

/** A chat's own updates one after another, those of different chats side by side. */
export class ChatOrder {
  readonly #last = new Map<number, Promise<void>>();

  /** `task` never rejects. Resolves when it has ended. */
  run(update: Update, task: () => Promise<void>): Promise<void> {
    const chat = chatIdOf(update);
    if (chat === undefined) return task();
    const before = this.#last.get(chat);
    const done = (before ? before.then(task) : task()).finally(() => {
      if (this.#last.get(chat) === done) this.#last.delete(chat);
    });
    this.#last.set(chat, done);
    return done;
  }
}

/** Inline queries have no chat, and each may be answered before the one before it. */
function chatIdOf(update: Update): number | undefined {
  const inChat =
    update.message ?? update.channel_post ?? update.callback_query?.message ?? update.my_chat_member;
  return inChat?.chat.id ?? update.callback_query?.from.id ?? update.chosen_inline_result?.from.id;
}
