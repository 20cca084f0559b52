import type { Transaction } from 'kysely';
import type { ChatRow } from './rows.ts';
import type { Tables } from './schema.ts';

/**
 * Gives `chat` the id `to`. Where somebody has already written from the new id, the two become one: settings and
 * subscription of the old one stand, as nobody can have chosen others knowingly.
 */
export async function mergeChat(trx: Transaction<Tables>, chat: ChatRow, to: string): Promise<void> {
  const there = await trx
    .selectFrom('chats')
    .select('id')
    .where('platform', '=', chat.platform)
    .where('chat_id', '=', to)
    .where('thread', '=', chat.thread)
    .executeTakeFirst();
  if (there) {
    const subscribed = await trx
      .selectFrom('subscriptions')
      .select('id')
      .where('chat', '=', chat.id)
      .executeTakeFirst();
    if (subscribed) await trx.deleteFrom('subscriptions').where('chat', '=', there.id).execute();
    else await trx.updateTable('subscriptions').set({ chat: chat.id }).where('chat', '=', there.id).execute();
    await trx.updateTable('copies').set({ chat: chat.id }).where('chat', '=', there.id).execute();
    const owed = trx.selectFrom('deliveries').select('key').where('chat', '=', chat.id);
    await trx.deleteFrom('deliveries').where('chat', '=', there.id).where('key', 'in', owed).execute();
    await trx.updateTable('deliveries').set({ chat: chat.id }).where('chat', '=', there.id).execute();
    await trx.deleteFrom('chats').where('id', '=', there.id).execute();
  }
  await trx.updateTable('chats').set({ chat_id: to }).where('id', '=', chat.id).execute();
}
