import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import type { ChatRecord } from '#delivery/chat-record.ts';
import type { Copy, NewCopy, Payload } from '#delivery/delivery.ts';
import type { PlatformName, Receipt } from '#delivery/platform.ts';
import { compiledOnce } from './compiled-once.ts';
import { chatsById } from './ready-deliveries.ts';
import type { Tables } from './schema.ts';

export type CopyToInsert = NewCopy & { chat: number; delivery: number | null; at: number };
/** An answer that a reader got and that shows briefs; `chat` is the store's number. */
export interface RecordedAnswer {
  chat: number;
  copy: NewCopy;
  at: number;
}

export type InsertedCopy = CopyToInsert & { id: number };

const saveCopies = compiledOnce((db, n) =>
  db
    .insertInto('copies')
    .values(
      Array.from({ length: n }, () => ({
        chat: 0,
        delivery: 0,
        at: 0,
        message_ids: '',
        format: '',
        content_hash: '',
        payload: '',
      })),
    )
    .onConflict((c) =>
      c.columns(['chat', 'message_ids']).doUpdateSet((e) => ({
        format: e.ref('excluded.format'),
        content_hash: e.ref('excluded.content_hash'),
        payload: e.ref('excluded.payload'),
      })),
    )
    .returning(['id', 'chat', 'message_ids']),
);

const forgetShown = compiledOnce((db, n) =>
  db.deleteFrom('copy_briefs').where(
    'copy',
    'in',
    Array.from({ length: n }, () => 0),
  ),
);

const saveShown = compiledOnce((db, n) =>
  db
    .insertInto('copy_briefs')
    .values(Array.from({ length: n }, () => ({ copy: 0, brief: '', revision: 0 })))
    .onConflict((c) => c.doNothing()),
);

/** A message that was there already shows something else now. At most a few hundred at once (7 values each). */
export async function insertCopies(
  trx: Transaction<Tables>,
  copies: readonly CopyToInsert[],
): Promise<InsertedCopy[]> {
  const inserted: InsertedCopy[] = [];
  const values = copies.flatMap(({ chat, delivery, at, receipt, payload }) => {
    const { message_ids, format, content_hash } = receiptColumns(receipt);
    return [chat, delivery, at, message_ids, format, content_hash, JSON.stringify(payload)];
  });
  const rows = await saveCopies(trx, copies.length, values);
  await forgetShown(
    trx,
    rows.length,
    rows.map((row) => row.id),
  );
  const byMessage = new Map(rows.map((row) => [`${row.chat} ${row.message_ids}`, row.id]));
  for (const copy of copies) {
    const id = byMessage.get(`${copy.chat} ${JSON.stringify(copy.receipt.messageIds)}`);
    if (id !== undefined) inserted.push({ ...copy, id });
  }
  const shown = inserted.flatMap(({ id, shows }) => shows.map((s) => [id, s.brief, s.revision]));
  if (shown.length > 0) await saveShown(trx, shown.length, shown.flat());
  return inserted;
}

/** What a copy shows after an edit. */
export async function updateCopy(trx: Transaction<Tables>, id: number, copy: NewCopy): Promise<void> {
  await trx
    .updateTable('copies')
    .set({ ...receiptColumns(copy.receipt), payload: JSON.stringify(copy.payload) })
    .where('id', '=', id)
    .execute();
  await trx.deleteFrom('copy_briefs').where('copy', '=', id).execute();
  if (copy.shows.length > 0)
    await trx
      .insertInto('copy_briefs')
      .values(copy.shows.map((shown) => ({ copy: id, ...shown })))
      .execute();
}

export async function forgetCopy(db: Kysely<Tables>, chat: number, receipt: Receipt): Promise<void> {
  const copies = db
    .selectFrom('copies')
    .select('id')
    .where('chat', '=', chat)
    .where('message_ids', '=', JSON.stringify(receipt.messageIds));
  await db.deleteFrom('copy_briefs').where('copy', 'in', copies).execute();
}

export async function copyById(db: Kysely<Tables>, id: number): Promise<Copy | null> {
  const row = await db.selectFrom('copies').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? ((await completed(db, [row]))[0] ?? null) : null;
}

export async function copiesOf(
  db: Kysely<Tables>,
  brief: string,
  olderThan: number,
  after: number,
  limit: number,
): Promise<Copy[]> {
  const rows = await db
    .selectFrom('copy_briefs as b')
    .innerJoin('copies as c', 'c.id', 'b.copy')
    .selectAll('c')
    .where('b.brief', '=', brief)
    .where('b.copy', '>', after)
    .where('b.revision', '<', olderThan)
    .orderBy('b.copy')
    .limit(limit)
    .execute();
  return completed(db, rows);
}

export async function newestReceipt(
  db: Kysely<Tables>,
  chatId: number,
  before: number,
): Promise<Receipt | null> {
  const row = await db
    .selectFrom('copies')
    .selectAll()
    .where('chat', '=', chatId)
    .where('at', '<', before)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? ((await completed(db, [row]))[0]?.receipt ?? null) : null;
}

export async function newestReceipts(
  db: Kysely<Tables>,
  platform: PlatformName,
  limit: number,
): Promise<Receipt[]> {
  const rows = await db
    .selectFrom('copies')
    .innerJoin('chats', 'chats.id', 'copies.chat')
    .selectAll('copies')
    .where('chats.platform', '=', platform)
    .orderBy('copies.id', 'desc')
    .limit(limit)
    .execute();
  return (await completed(db, rows)).map((copy) => copy.receipt);
}

async function completed(db: Kysely<Tables>, rows: readonly Selectable<Tables['copies']>[]): Promise<Copy[]> {
  if (rows.length === 0) return [];
  const chats = await chatsById(db, [...new Set(rows.map((row) => row.chat))]);
  const shown = await db
    .selectFrom('copy_briefs')
    .selectAll()
    .where(
      'copy',
      'in',
      rows.map((row) => row.id),
    )
    .orderBy(sql`copy, brief`)
    .execute();
  const byCopy = Map.groupBy(shown, (row) => row.copy);
  return rows.map((row) => {
    const chat: ChatRecord = chats.get(row.chat)!;
    return {
      id: row.id,
      chat,
      receipt: {
        chat: chat.ref,
        messageIds: JSON.parse(row.message_ids) as string[],
        format: row.format,
        contentHash: row.content_hash,
      },
      payload: JSON.parse(row.payload) as Payload,
      shows: (byCopy.get(row.id) ?? []).map(({ brief, revision }) => ({ brief, revision })),
      at: row.at,
    };
  });
}

function receiptColumns(receipt: Receipt) {
  return {
    message_ids: JSON.stringify(receipt.messageIds),
    format: receipt.format,
    content_hash: receipt.contentHash,
  };
}
