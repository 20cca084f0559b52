import type { Job, JobCounts } from '#delivery/job.ts';
import type { Receipt } from '#delivery/platform.ts';
import { composeProgress } from '#message/compose-job.ts';
import type { Message } from '#message/message.ts';
import type { ReaderStyle } from '#message/reader-style.ts';
import type { DeskTools } from './desk-tools.ts';

/** No more than one edit in this time: progress must not cost what it reports on. */
const BETWEEN_EDITS = 3000;

/** How many chats that were not reached are named. */
const NAMED = 20;

/** Follows an order in one message until it has ended; a failed edit is logged and the next one tried. */
export class JobWatch {
  readonly #tools: DeskTools;

  constructor(tools: DeskTools) {
    this.#tools = tools;
  }

  /** Returns at once; the message at `receipt` is edited as the order goes on. */
  follow(job: Job, receipt: Receipt, style: ReaderStyle): void {
    const { clock } = this.#tools;
    const startedAt = clock.now();
    let current = receipt;
    let shown = '';
    const look = async () => {
      const { message, finished } = await this.compose(job.id, style, startedAt);
      const text = JSON.stringify(message.blocks);
      if (text !== shown) {
        current = await this.#tools.edit(current, message);
        shown = text;
      }
      return finished;
    };
    const next = () => {
      clock.after(BETWEEN_EDITS, () => {
        look().then(
          (finished) => finished || next(),
          (error: unknown) => {
            this.#tools.logger.warn(
              { err: error, job: job.id },
              'the progress of an order could not be shown',
            );
            next();
          },
        );
      });
    };
    next();
  }

  async compose(
    id: number,
    style: ReaderStyle,
    startedAt: number,
  ): Promise<{ message: Message; finished: boolean }> {
    const { jobs } = this.#tools.store;
    const [job, counts] = await Promise.all([jobs.get(id), jobs.counts(id)]);
    const finished = job === null || job.state === 'done' || job.state === 'cancelled';
    const notReached = finished && counts.failed > 0 ? await jobs.notReached(id, NAMED) : [];
    const message = composeProgress(
      {
        job: id,
        kind: job?.kind ?? 'push',
        total: counts.total,
        sent: counts.sent,
        failed: counts.failed,
        reasons: counts.reasons,
        possiblyDouble: counts.possiblyDouble,
        notReached: notReached.map((n) => n.title || n.chat),
        perSecond: rate(counts, this.#tools.clock.now() - (job?.startedAt ?? startedAt)),
        finished,
      },
      style,
    );
    return { message, finished };
  }
}

function rate(counts: JobCounts, milliseconds: number): number | null {
  return counts.sent > 0 && milliseconds > 0 ? (counts.sent * 1000) / milliseconds : null;
}
