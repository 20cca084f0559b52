import { type Kysely, sql } from 'kysely';
import { UNSUBSCRIBED } from '#delivery/delivery.ts';
import type { ChatRef } from '#delivery/platform.ts';
import type { SubscriptionStore } from '#delivery/subscription.ts';
import { compiledOnce } from './compiled-once.ts';
import { planSlots } from './plan-slots.ts';
import { chatFromRow, maskFromWeekdays, subscriptionFromRow } from './rows.ts';
import type { Tables } from './schema.ts';

const saveSubscription = compiledOnce((db) =>
  db
    .insertInto('subscriptions')
    .values({
      chat: 0,
      time: '',
      zone: '',
      weekdays: 0,
      topics: '',
      quiet_days: 0,
      created_at: 0,
      next_due: 0,
    })
    .onConflict((c) =>
      c.column('chat').doUpdateSet((e) => ({
        time: e.ref('excluded.time'),
        zone: e.ref('excluded.zone'),
        weekdays: e.ref('excluded.weekdays'),
        topics: e.ref('excluded.topics'),
        quiet_days: e.ref('excluded.quiet_days'),
        next_due: e.ref('excluded.next_due'),
      })),
    )
    .returningAll(),
);

export function subscriptionStore(db: Kysely<Tables>): SubscriptionStore {
  const chatIds = (ref: ChatRef) =>
    db
      .selectFrom('chats')
      .select('id')
      .where('platform', '=', ref.platform)
      .where('chat_id', '=', ref.id)
      .where('thread', '=', ref.thread ?? '');
  return {
    async get(ref) {
      const row = await db
        .selectFrom('subscriptions')
        .selectAll()
        .where('chat', 'in', chatIds(ref))
        .executeTakeFirst();
      return row ? subscriptionFromRow(row) : null;
    },
    async save(chat, wish, nextDue, now) {
      const [row] = await saveSubscription(db, 1, [
        chat.id,
        wish.time,
        wish.zone,
        maskFromWeekdays(wish.weekdays),
        JSON.stringify(wish.topics),
        maskFromWeekdays(chat.settings.quietDays),
        now,
        nextDue,
      ]);
      return subscriptionFromRow(row!);
    },
    async setNextDue(id, nextDue) {
      await db.updateTable('subscriptions').set({ next_due: nextDue }).where('id', '=', id).execute();
    },
    async remove(ref, now) {
      return await db.transaction().execute(async (trx) => {
        const gone = await trx
          .deleteFrom('subscriptions')
          .where('chat', 'in', chatIds(ref))
          .returning('chat')
          .executeTakeFirst();
        if (!gone) return false;
        await trx
          .updateTable('deliveries')
          .set({ state: 'failed', reason: UNSUBSCRIBED, due_at: null, sent_at: now })
          .where('chat', '=', gone.chat)
          .where('due_at', 'is not', null)
          .where('state', '=', 'pending')
          .where('kind', 'in', ['digest', 'push'])
          .execute();
        return true;
      });
    },
    async due(now, limit) {
      const rows = await db
        .selectFrom('subscriptions')
        .selectAll()
        .where('next_due', '<=', now)
        .orderBy('next_due')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(subscriptionFromRow);
    },
    plan: (slots, now) => db.transaction().execute((trx) => planSlots(trx, slots, now)),
    async oldestDue(now) {
      const row = await db
        .selectFrom('subscriptions')
        .select('next_due')
        .where('next_due', '<=', now)
        .orderBy('next_due')
        .limit(1)
        .executeTakeFirst();
      return row?.next_due ?? null;
    },
    async page(after, limit) {
      const rows = await db
        .selectFrom('subscriptions')
        .selectAll()
        .where('id', '>', after)
        .where('next_due', 'is not', null)
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(subscriptionFromRow);
    },
    async subscribers(after, limit) {
      const rows = await db
        .selectFrom('subscriptions as s')
        .innerJoin('chats as c', 'c.id', 's.chat')
        .selectAll('c')
        .select(sql<string>`s.topics`.as('topics'))
        .where('s.chat', '>', after)
        .where('c.disabled_reason', 'is', null)
        .orderBy('s.chat')
        .limit(limit)
        .execute();
      return rows.map((row) => ({ chat: chatFromRow(row), topics: JSON.parse(row.topics) as string[] }));
    },
  };
}
