import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import type { TranscriptContent, TranscriptEntry, TranscriptStore } from '#delivery/transcript.ts';
import type { Tables } from './schema.ts';

/** Messages kept of one chat; older ones count as no longer there. */
const KEPT_PER_CHAT = 500;

export function transcriptStore(db: Kysely<Tables>): TranscriptStore {
  const one = async (column: 'id' | 'nonce', chat: string, value: number | string, from = db) => {
    const row = await from
      .selectFrom('transcripts')
      .selectAll()
      .where('chat', '=', chat)
      .where(column, '=', value)
      .executeTakeFirst();
    return row ? entryFromRow(row) : null;
  };
  return {
    append: (chat, { nonce, at, content }) =>
      db.transaction().execute(async (trx) => {
        const event = await nextEvent(trx);
        const known = await one('nonce', chat, nonce, trx);
        if (known) return { entry: known, isNew: false };
        const entry = { id: event, event, at, nonce, content };
        await trx
          .insertInto('transcripts')
          .values({ ...entry, chat, content: JSON.stringify(content) })
          .execute();
        await forgetOld(trx, chat);
        return { entry, isNew: true };
      }),
    update: (chat, id, content) =>
      db.transaction().execute(async (trx) => {
        const event = await nextEvent(trx);
        const old = await one('id', chat, id, trx);
        if (!old || old.content.by === 'nobody') return null;
        await trx
          .updateTable('transcripts')
          .set({ event, content: JSON.stringify(content) })
          .where('id', '=', id)
          .execute();
        return { ...old, event, content };
      }),
    find: (chat, id) => one('id', chat, id),
    findByNonce: (chat, nonce) => one('nonce', chat, nonce),
    async readAfter(chat, event, limit) {
      const rows = await db
        .selectFrom('transcripts')
        .selectAll()
        .where('chat', '=', chat)
        .where('event', '>', event)
        .orderBy('id', 'desc')
        .limit(limit)
        .execute();
      return rows.map(entryFromRow).sort((a, b) => a.event - b.event);
    },
  };
}

/** Taken under a row lock until the transaction ends: events become visible in the order of their numbers. */
async function nextEvent(trx: Transaction<Tables>): Promise<number> {
  const row = await trx
    .updateTable('counters')
    .set({ value: sql`value + 1` })
    .where('name', '=', 'transcript')
    .returning('value')
    .executeTakeFirstOrThrow();
  return row.value;
}

async function forgetOld(trx: Transaction<Tables>, chat: string): Promise<void> {
  const last = await trx
    .selectFrom('transcripts')
    .select('event')
    .where('chat', '=', chat)
    .orderBy('event', 'desc')
    .offset(KEPT_PER_CHAT)
    .limit(1)
    .executeTakeFirst();
  if (last)
    await trx.deleteFrom('transcripts').where('chat', '=', chat).where('event', '<=', last.event).execute();
}

function entryFromRow(row: Selectable<Tables['transcripts']>): TranscriptEntry {
  const { id, event, at, nonce, content } = row;
  return { id, event, at, nonce, content: JSON.parse(content) as TranscriptContent };
}
