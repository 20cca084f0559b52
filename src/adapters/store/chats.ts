import type { Kysely, Transaction } from 'kysely';
import type { ChatStore } from '#delivery/chat-record.ts';
import type { ChatRef } from '#delivery/platform.ts';
import { mergeChat } from './merge-chat.ts';
import { chatFromRow, maskFromWeekdays } from './rows.ts';
import type { Tables } from './schema.ts';

export function chatStore(db: Kysely<Tables>): ChatStore {
  const find = (ref: ChatRef) =>
    db
      .selectFrom('chats')
      .selectAll()
      .where('platform', '=', ref.platform)
      .where('chat_id', '=', ref.id)
      .where('thread', '=', ref.thread ?? '')
      .executeTakeFirst();
  return {
    async ensure(chat, defaults, now) {
      const known = await find(chat.ref);
      if (known && known.title === chat.title && known.kind === chat.kind) return chatFromRow(known);
      const row = await db
        .insertInto('chats')
        .values({
          platform: chat.ref.platform,
          chat_id: chat.ref.id,
          thread: chat.ref.thread ?? '',
          kind: chat.kind,
          title: chat.title,
          settings: JSON.stringify(defaults),
          created_at: now,
        })
        .onConflict((c) =>
          c
            .columns(['platform', 'chat_id', 'thread'])
            .doUpdateSet((e) => ({ kind: e.ref('excluded.kind'), title: e.ref('excluded.title') })),
        )
        .returningAll()
        .executeTakeFirstOrThrow();
      return chatFromRow(row);
    },
    async get(ref) {
      const row = await find(ref);
      return row ? chatFromRow(row) : null;
    },
    async saveSettings(ref, change) {
      return await db.transaction().execute(async (trx) => {
        const row = await trx
          .selectFrom('chats')
          .selectAll()
          .where('platform', '=', ref.platform)
          .where('chat_id', '=', ref.id)
          .where('thread', '=', ref.thread ?? '')
          .executeTakeFirstOrThrow();
        const chat = chatFromRow(row);
        const settings = { ...chat.settings, ...change };
        await trx
          .updateTable('chats')
          .set({ settings: JSON.stringify(settings) })
          .where('id', '=', chat.id)
          .execute();
        if (change.quietDays)
          await trx
            .updateTable('subscriptions')
            .set({ quiet_days: maskFromWeekdays(change.quietDays) })
            .where('chat', '=', chat.id)
            .execute();
        return { ...chat, settings };
      });
    },
    async disable(ref, reason, scope, now) {
      await db.transaction().execute(async (trx) => {
        let update = trx
          .updateTable('chats')
          .set({ disabled_reason: reason, disabled_at: now })
          .where('platform', '=', ref.platform)
          .where('chat_id', '=', ref.id)
          .where('disabled_reason', 'is', null);
        if (scope === 'topic') update = update.where('thread', '=', ref.thread ?? '');
        const ids = (await update.returning('id').execute()).map((row) => row.id);
        if (ids.length > 0) await stop(trx, ids, reason, now);
      });
    },
    async enable(ref) {
      const rows = await db
        .updateTable('chats')
        .set({ disabled_reason: null, disabled_at: null })
        .where('platform', '=', ref.platform)
        .where('chat_id', '=', ref.id)
        .where('disabled_reason', 'is not', null)
        .returningAll()
        .execute();
      return rows.map(chatFromRow);
    },
    async migrate(platform, from, to) {
      await db.transaction().execute(async (trx) => {
        const old = await trx
          .selectFrom('chats')
          .selectAll()
          .where('platform', '=', platform)
          .where('chat_id', '=', from)
          .execute();
        for (const chat of old) await mergeChat(trx, chat, to);
      });
    },
  };
}

/** Nothing more is owed to these chats. */
export async function stop(
  trx: Transaction<Tables>,
  chats: readonly number[],
  reason: string,
  now: number,
): Promise<void> {
  await trx
    .updateTable('deliveries')
    .set({ state: 'failed', reason, due_at: null, began_at: null, message: null, sent_at: now })
    .where('chat', 'in', chats)
    .where('due_at', 'is not', null)
    .execute();
  await trx.updateTable('subscriptions').set({ next_due: null }).where('chat', 'in', chats).execute();
}
