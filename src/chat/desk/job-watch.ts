import { DeliveryError } from '#delivery/delivery-error.ts';
import type { PersonKey } from '#delivery/desk-store.ts';
import type { Job, JobCounts } from '#delivery/job.ts';
import type { Receipt } from '#delivery/platform.ts';
import { composeProgress } from '#message/compose-job.ts';
import type { Message } from '#message/message.ts';
import type { ReaderStyle } from '#message/reader-style.ts';
import type { DeskTools } from './desk-tools.ts';

/** Progress must not cost what it reports on: at 30 a second one edit for 120 messages. Milliseconds. */
const BETWEEN_EDITS = 4000;

/** An order to a few chats is done before progress is worth showing: until the first edit its end is looked for. */
const BETWEEN_LOOKS = 1000;
const EARLY_LOOKS = BETWEEN_EDITS / BETWEEN_LOOKS;

/** How many chats that were not reached are named. */
const NAMED = 20;

/** A message that cannot be edited so often in a row is given up: the count is in /stats all the same. */
const MOST_FAILURES = 20;

/** The longest time that a timer can be set for; an order for later is looked at again then. */
const LONGEST_WAIT = 24 * 3_600_000;

interface Watched {
  job: number;
  receipt: Receipt;
  style: ReaderStyle;
  startedAt: number;
}

/**
 * Follows an order in one message until it has ended. Which message that is is kept durably, so that it goes on after
 * a restart; a failed edit is logged and the next one tried.
 */
export class JobWatch {
  readonly #tools: DeskTools;

  constructor(tools: DeskTools) {
    this.#tools = tools;
  }

  /** Resolves when it is durable that the message at `receipt` is edited as the order goes on. */
  async follow(job: Job, receipt: Receipt, style: ReaderStyle): Promise<void> {
    const startedAt = this.#tools.clock.now();
    const watched: Watched = { job: job.id, receipt, style, startedAt };
    await this.#tools.store.drafts.save(keyOf(watched), watched, 0, startedAt);
    this.#next(watched, job.at, { early: EARLY_LOOKS });
  }

  /** Goes on with what an earlier run followed. */
  async resume(): Promise<void> {
    for (const { editor, content } of await this.#tools.store.drafts.all())
      if (editor.startsWith(PREFIX)) this.#next(content as Watched, 0);
  }

  /** `early`: so many looks come sooner, and all but the last of them only see whether it has ended. */
  #next(
    watched: Watched,
    notBefore: number,
    { shown = '', failures = 0, early = 0 }: { shown?: string; failures?: number; early?: number } = {},
  ): void {
    const { clock, logger } = this.#tools;
    const wait = early > 0 ? BETWEEN_LOOKS : BETWEEN_EDITS;
    clock.after(Math.min(LONGEST_WAIT, Math.max(wait, notBefore - clock.now())), () => {
      this.#look(watched, shown, early > 1).then(
        (now) =>
          now && this.#next(now.watched, now.notBefore, { shown: now.shown, early: Math.max(0, early - 1) }),
        (error: unknown) => {
          logger.warn({ err: error, job: watched.job }, 'the progress of an order could not be shown');
          const pause = (error instanceof DeliveryError && error.retryAfterMilliseconds) || 0;
          if (failures < MOST_FAILURES)
            this.#next(watched, clock.now() + pause, { shown, failures: failures + 1 });
        },
      );
    });
  }

  /** Null where the order has ended. */
  async #look(watched: Watched, before: string, onlyItsEnd: boolean) {
    const { store } = this.#tools;
    const job = await store.jobs.get(watched.job);
    if (job?.state === 'scheduled') return { watched, notBefore: job.at, shown: before };
    // Whoever cancelled it has put his own words there.
    if (job?.state === 'cancelled') return void (await store.drafts.remove(keyOf(watched)));
    const { message, finished } = await this.compose(watched.job, watched.style, watched.startedAt);
    if (onlyItsEnd && !finished) return { watched, notBefore: 0, shown: before };
    const shown = JSON.stringify(message.blocks);
    const receipt = shown === before ? watched.receipt : await this.#tools.edit(watched.receipt, message);
    if (!finished) return { watched: { ...watched, receipt }, notBefore: 0, shown };
    await store.drafts.remove(keyOf(watched));
    return null;
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

/** Watched orders stand beside the editors' drafts; no platform is called `watch`. */
const PREFIX = 'watch:';
const keyOf = ({ job, receipt }: Watched): PersonKey =>
  `${PREFIX}${job}:${receipt.chat.platform}:${receipt.messageIds.join(',')}`;

function rate(counts: JobCounts, milliseconds: number): number | null {
  return counts.sent > 0 && milliseconds > 0 ? (counts.sent * 1000) / milliseconds : null;
}
