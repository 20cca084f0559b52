import { type Kysely, type Selectable, sql } from 'kysely';
import { chatName } from '#delivery/chat-record.ts';
import { NO_LONGER_WANTED } from '#delivery/delivery.ts';
import type { Job, JobCounts, JobKind, JobState, JobStore, NewJob } from '#delivery/job.ts';
import type { PlatformName } from '#delivery/platform.ts';
import type { Tables } from './schema.ts';

export function jobStore(db: Kysely<Tables>): JobStore {
  return {
    add: (job, now) => addJob(db, job, now),
    async addInsteadOf(waiting, jobs, now) {
      return await db.transaction().execute(async (trx) => {
        const gone = await trx
          .deleteFrom('drafts')
          .where('editor', '=', waiting)
          .returning('editor')
          .executeTakeFirst();
        if (!gone) return null;
        const added: Job[] = [];
        for (const job of jobs) added.push(await addJob(trx, job, now));
        return added;
      });
    },
    async get(id) {
      const row = await db.selectFrom('jobs').selectAll().where('id', '=', id).executeTakeFirst();
      return row ? jobFromRow(row) : null;
    },
    async open(now) {
      const rows = await db
        .selectFrom('jobs')
        .selectAll()
        .where('state', 'in', ['scheduled', 'spreading', 'sending'])
        .where('at', '<=', now)
        .orderBy('id')
        .execute();
      return rows.map(jobFromRow);
    },
    async scheduled() {
      const rows = await db
        .selectFrom('jobs')
        .selectAll()
        .where('state', '=', 'scheduled')
        .orderBy('at')
        .execute();
      return rows.map(jobFromRow);
    },
    async advance(id, change, now) {
      await db
        .updateTable('jobs')
        .set((e) => ({
          ...(change.cursor === undefined ? {} : { cursor: change.cursor }),
          ...(change.state === undefined ? {} : { state: change.state }),
          started_at: e.fn.coalesce('started_at', e.val(now)),
          finished_at: change.state === 'done' ? now : null,
        }))
        .where('id', '=', id)
        .where('state', '!=', 'cancelled')
        .execute();
    },
    async cancel(id, now) {
      const row = await db
        .updateTable('jobs')
        .set({ state: 'cancelled', finished_at: now })
        .where('id', '=', id)
        .where('state', '=', 'scheduled')
        .where('started_at', 'is', null)
        .returning('id')
        .executeTakeFirst();
      return row !== undefined;
    },
    counts: (id) => jobCounts(db, id),
    async isOpen(id) {
      const row = await db
        .selectFrom('deliveries')
        .select('id')
        .where('job', '=', id)
        .where('state', 'in', ['pending', 'sending', 'unknown'])
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },
    async notReached(id, limit) {
      const rows = await db
        .selectFrom('deliveries as d')
        .innerJoin('chats as c', 'c.id', 'd.chat')
        .select(['c.platform', 'c.chat_id', 'c.thread', 'c.title', 'd.reason'])
        .where('d.job', '=', id)
        .where('d.state', '=', 'failed')
        .orderBy('d.id')
        .limit(limit)
        .execute();
      return rows.map((row) => ({
        chat: chatName({
          platform: row.platform as PlatformName,
          id: row.chat_id,
          thread: row.thread === '' ? null : row.thread,
        }),
        title: row.title,
        reason: row.reason ?? '',
      }));
    },
    async retry(id, now) {
      return await db.transaction().execute(async (trx) => {
        const rows = await trx
          .updateTable('deliveries')
          .set({ state: 'pending', due_at: now, reason: null, sent_at: null, attempts: 0 })
          .where('job', '=', id)
          .where('state', '=', 'failed')
          .where('reason', 'not in', NO_LONGER_WANTED)
          .where((eb) =>
            eb.or([
              eb('kind', '!=', 'push'),
              eb('chat', 'in', eb.selectFrom('subscriptions').select('subscriptions.chat')),
            ]),
          )
          .returning('id')
          .execute();
        if (rows.length > 0)
          await trx
            .updateTable('jobs')
            .set({ state: 'sending', finished_at: null })
            .where('id', '=', id)
            .where('state', '=', 'done')
            .execute();
        return rows.length;
      });
    },
  };
}

async function addJob(db: Kysely<Tables>, job: NewJob, now: number): Promise<Job> {
  const row = await db
    .insertInto('jobs')
    .values({
      kind: job.kind,
      brief: job.brief,
      revision: job.revision,
      view: job.view === null ? null : JSON.stringify(job.view),
      before: job.before,
      topics: JSON.stringify(job.topics),
      at: job.at,
      state: 'scheduled',
      cursor: 0,
      by: job.by,
      created_at: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return jobFromRow(row);
}

async function jobCounts(db: Kysely<Tables>, id: number): Promise<JobCounts> {
  const rows = await db
    .selectFrom('deliveries')
    .select(({ fn }) => [
      'state',
      'reason',
      fn.countAll<number>().as('n'),
      sql<number>`sum(possibly_double)`.as('doubles'),
    ])
    .where('job', '=', id)
    .groupBy(['state', 'reason'])
    .execute();
  const counts: JobCounts = {
    total: 0,
    pending: 0,
    sent: 0,
    unknown: 0,
    possiblyDouble: 0,
    failed: 0,
    reasons: {},
  };
  for (const row of rows) {
    const n = Number(row.n);
    counts.total += n;
    counts.possiblyDouble += Number(row.doubles);
    if (row.state === 'pending' || row.state === 'sending') counts.pending += n;
    else counts[row.state as 'sent' | 'unknown' | 'failed'] += n;
    if (row.state === 'failed')
      counts.reasons[row.reason ?? ''] = (counts.reasons[row.reason ?? ''] ?? 0) + n;
  }
  return counts;
}

function jobFromRow(row: Selectable<Tables['jobs']>): Job {
  return {
    id: row.id,
    kind: row.kind as JobKind,
    brief: row.brief,
    revision: row.revision,
    view: row.view === null ? null : JSON.parse(row.view),
    before: row.before,
    topics: JSON.parse(row.topics) as string[],
    at: row.at,
    state: row.state as JobState,
    cursor: row.cursor,
    by: row.by,
    createdAt: row.created_at,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
  };
}
