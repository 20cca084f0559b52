import type { Transaction } from 'kysely';
import { type NewDelivery, PRIORITY } from '#delivery/delivery.ts';
import { newNonce } from './plan-slots.ts';
import { chatsById } from './ready-deliveries.ts';
import type { Tables } from './schema.ts';

/** Writes what is not owed yet; a chat that is disabled gets a row that has failed with its reason. */
export async function oweDeliveries(
  trx: Transaction<Tables>,
  deliveries: readonly NewDelivery[],
  now: number,
): Promise<number> {
  if (deliveries.length === 0) return 0;
  const chats = await chatsById(trx, [...new Set(deliveries.map((d) => d.chatId))]);
  const rows = deliveries.flatMap((d) => {
    const chat = chats.get(d.chatId);
    if (!chat) return [];
    return {
      chat: d.chatId,
      platform: chat.ref.platform,
      kind: d.kind,
      key: d.key,
      state: chat.disabled ? 'failed' : 'pending',
      payload: JSON.stringify(d.payload),
      copy: d.copyId,
      job: d.jobId,
      priority: PRIORITY[d.kind],
      owed_at: d.owedAt,
      due_at: chat.disabled ? null : now,
      attempts: 0,
      nonce: newNonce(),
      late: 0,
      possibly_double: 0,
      reason: chat.disabled?.reason ?? null,
      sent_at: chat.disabled ? now : null,
    };
  });
  const owed = await trx
    .insertInto('deliveries')
    .values(rows)
    .onConflict((c) => c.columns(['chat', 'key']).doNothing())
    .returning('id')
    .execute();
  return owed.length;
}
