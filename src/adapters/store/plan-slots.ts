import { randomBytes } from 'node:crypto';
import { type RawBuilder, sql, type Transaction } from 'kysely';
import { LAPSED, type Payload, PRIORITY } from '#delivery/delivery.ts';
import type { PlannedSlot } from '#delivery/subscription.ts';
import type { Tables } from './schema.ts';

/** Rows that one statement may carry: 12 values each, under SQLite's 32,766 and PostgreSQL's 65,535 parameters. */
export const ROWS_PER_STATEMENT = 1000;

export type PlannedDigest = PlannedSlot & { slot: NonNullable<PlannedSlot['slot']> };

/** Writes the digests that are owed and the next slots; at most `ROWS_PER_STATEMENT` at a time. */
export async function planSlots(
  trx: Transaction<Tables>,
  slots: readonly PlannedSlot[],
  now: number,
): Promise<{ owed: number; lapsed: number }> {
  if (slots.length === 0) return { owed: 0, lapsed: 0 };
  if (slots.length > ROWS_PER_STATEMENT) throw new RangeError(`at most ${ROWS_PER_STATEMENT} slots at once`);
  const digests = slots.filter((planned): planned is PlannedDigest => planned.slot !== null);
  const owed = digests.length > 0 ? await oweDigests(trx, digests, now) : [];
  const lapsed = owed.length > 0 ? await lapse(trx, owed, now) : 0;
  await moveOn(trx, slots);
  return { owed: owed.length, lapsed };
}

async function oweDigests(trx: Transaction<Tables>, digests: readonly PlannedDigest[], now: number) {
  const rows = digests.map(({ subscription, slot }) => {
    const payload: Payload = {
      type: 'digest',
      localDate: slot.localDate,
      since: subscription.lastDigest?.until ?? null,
      until: null,
      items: null,
    };
    const key = `digest:${slot.localDate}`;
    return sql`(cast(${subscription.chatId} as bigint), ${key}, ${JSON.stringify(payload)},
      cast(${slot.at} as bigint), ${newNonce()}, cast(${slot.late ? 1 : 0} as integer))`;
  });
  // The platform comes from the chat; a chat that was disabled meanwhile is owed nothing.
  const { rows: owed } = await sql<{ id: number; chat: number }>`
    insert into deliveries (chat, platform, kind, key, state, payload, priority, owed_at, due_at, attempts, nonce, late, possibly_double)
    select c.id, c.platform, 'digest', v.column2, 'pending', v.column3, ${sql.lit(PRIORITY.digest)}, v.column4,
      cast(${now} as bigint), 0, v.column5, v.column6, 0
    from (values ${sql.join(rows)}) as v join chats c on c.id = v.column1
    where c.disabled_reason is null
    on conflict (chat, key) do nothing
    returning id, chat`.execute(trx);
  return owed;
}

/** Of several digests missed, the newest stands: older ones that nobody has begun to send are given up. */
async function lapse(
  trx: Transaction<Tables>,
  owed: readonly { id: number; chat: number }[],
  now: number,
): Promise<number> {
  const rows = await trx
    .updateTable('deliveries')
    .set({ state: 'failed', reason: LAPSED, due_at: null, sent_at: now })
    .where(
      'chat',
      'in',
      owed.map((row) => row.chat),
    )
    .where(
      'id',
      'not in',
      owed.map((row) => row.id),
    )
    .where('due_at', 'is not', null)
    .where('kind', '=', 'digest')
    .where('state', '=', 'pending')
    .returning('id')
    .execute();
  return rows.length;
}

/** A subscription that was changed since it was read keeps what the change has set. */
async function moveOn(trx: Transaction<Tables>, slots: readonly PlannedSlot[]): Promise<void> {
  const rows: RawBuilder<unknown>[] = slots.map(
    ({ subscription, slot, nextDue }) =>
      sql`(cast(${subscription.id} as bigint), cast(${nextDue} as bigint), cast(${slot?.localDate ?? null} as text),
        cast(${subscription.nextDue} as bigint))`,
  );
  await sql`
    update subscriptions set next_due = v.column2, last_date = coalesce(v.column3, last_date)
    from (values ${sql.join(rows)}) as v
    where subscriptions.id = v.column1 and subscriptions.next_due = v.column4`.execute(trx);
}

/** 16 characters: Discord takes 25 (REST v10, nonce). */
export function newNonce(): string {
  return randomBytes(12).toString('base64url');
}
