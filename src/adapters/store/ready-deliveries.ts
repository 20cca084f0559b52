import type { Kysely } from 'kysely';
import type { BriefShown, Delivery } from '#delivery/delivery.ts';
import type { PlatformName } from '#delivery/platform.ts';
import { type ChatRow, chatFromRow, deliveryFromRow } from './rows.ts';
import type { Tables } from './schema.ts';

/** Open rows whose time has come, most urgent first, with their chats. */
export async function readyDeliveries(
  db: Kysely<Tables>,
  platform: PlatformName,
  now: number,
  limit: number,
  except: readonly number[],
): Promise<Delivery[]> {
  let query = db
    .selectFrom('deliveries as d')
    .selectAll('d')
    .where('d.platform', '=', platform)
    .where('d.due_at', '<=', now)
    .orderBy('d.priority')
    .orderBy('d.due_at')
    .orderBy('d.id')
    .limit(limit);
  if (except.length > 0) query = query.where('d.id', 'not in', except);
  const rows = await query.execute();
  if (rows.length === 0) return [];
  const ids = [...new Set(rows.map((row) => row.chat))];
  const chats = await chatsById(db, ids);
  const wishes = new Map(
    (
      await db
        .selectFrom('subscriptions')
        .select(['chat', 'topics', 'last_digest_until as until'])
        .where('chat', 'in', ids)
        .execute()
    ).map((row) => [row.chat, row]),
  );
  const jobs = await jobsById(
    db,
    rows.flatMap((row) => row.job ?? []),
  );
  return rows.map((row) => {
    const wish = wishes.get(row.chat);
    const topics = wish ? (JSON.parse(wish.topics) as string[]) : [];
    const job = row.job === null ? null : (jobs.get(row.job) ?? null);
    const delivery = deliveryFromRow(row, chats.get(row.chat)!, topics, job);
    // A digest begins where the one before ended, which may have been sent after this one was planned.
    if (delivery.payload.type === 'digest' && delivery.payload.items === null)
      delivery.payload.since = wish?.until ?? delivery.payload.since;
    return delivery;
  });
}

export async function chatsById(db: Kysely<Tables>, ids: readonly number[]) {
  const rows: ChatRow[] =
    ids.length === 0 ? [] : await db.selectFrom('chats').selectAll().where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, chatFromRow(row)]));
}

async function jobsById(db: Kysely<Tables>, ids: readonly number[]): Promise<Map<number, BriefShown>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('jobs')
    .select(['id', 'brief', 'revision'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map(({ id, brief, revision }) => [id, { brief, revision }]));
}
