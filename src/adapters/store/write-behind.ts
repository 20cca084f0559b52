import type { Store } from '#delivery/store.ts';
import type { Clock } from '#shared/clock.ts';
import type { AnswerJournal } from './answer-journal.ts';
import type { RecordedAnswer } from './copies.ts';

/** How long answers gather before they are committed together, milliseconds. */
const GATHER = 1000;
/** They are committed when nobody has been answered for so long, milliseconds: the commit would hold the next one up. */
const QUIET = 2;
/** But after so long at the latest. */
const LATEST = 2000;
/** A full disk or the like is tried again after so long. */
const TRY_AGAIN = 2000;
/** Answers in one transaction. */
const TOGETHER = 200;

/** What the database does for it. */
export interface Behind {
  /** Answers, and how often which brief was asked for: all or none, durable when it resolves. */
  record(answers: readonly RecordedAnswer[], asked: ReadonlyMap<string, number>): Promise<void>;
  failed(error: unknown): void;
}

/**
 * Answers to readers are recorded in a journal at once and in the database together, so that nobody waits for a
 * commit of somebody else's answer. Whoever asks for copies finds them all; a process that is killed loses none.
 */
export async function writeBehind(
  store: Store,
  journal: AnswerJournal,
  behind: Behind,
  clock: Clock,
): Promise<Store> {
  let waiting: RecordedAnswer[] = [];
  let asked = new Map<string, number>();
  let flushing: Promise<void> | null = null;
  let cancel: (() => void) | null = null;
  let since = 0;
  let lastAnswer = 0;

  const write = async () => {
    const [answers, times] = [waiting, asked];
    [waiting, asked] = [[], new Map()];
    try {
      do {
        await behind.record(newestOfEach(answers.slice(0, TOGETHER)), times);
        answers.splice(0, TOGETHER);
        times.clear();
      } while (answers.length > 0);
    } catch (error) {
      waiting = [...answers, ...waiting];
      for (const [brief, n] of times) asked.set(brief, (asked.get(brief) ?? 0) + n);
      throw error;
    }
    journal.empty(waiting);
  };
  /** Rejects where it could not be written; what was to be written stays. */
  const flush = async (): Promise<void> => {
    while (flushing) await flushing.catch(() => {});
    cancel?.();
    cancel = null;
    if (waiting.length === 0 && asked.size === 0) return;
    flushing = write().finally(() => {
      flushing = null;
    });
    await flushing;
  };
  const flushAfter = (milliseconds: number) => {
    if (cancel) return;
    since = clock.now();
    arm(milliseconds);
  };
  const arm = (milliseconds: number) => {
    cancel = clock.after(milliseconds, () => {
      const now = clock.now();
      const quiet = now - lastAnswer;
      if (quiet < QUIET && now - since < LATEST) return arm(QUIET - quiet);
      cancel = null;
      flush().catch((error: unknown) => {
        behind.failed(error);
        flushAfter(TRY_AGAIN);
      });
    });
  };
  const first =
    <A extends unknown[], T>(then: (...args: A) => Promise<T>) =>
    async (...args: A): Promise<T> => {
      await flush();
      return then(...args);
    };

  waiting = journal.left() as RecordedAnswer[];
  await flush();
  const { ledger, chats, jobs, statistics } = store;
  return {
    ...store,
    chats: { ...chats, migrate: first(chats.migrate) },
    jobs: { ...jobs, open: first(jobs.open) },
    statistics: {
      ...statistics,
      async asked(brief) {
        asked.set(brief, (asked.get(brief) ?? 0) + 1);
        flushAfter(GATHER);
      },
      overview: first(statistics.overview),
    },
    ledger: {
      ...ledger,
      async recordAnswer(chat, copy, at) {
        const answer = { chat: chat.id, copy, at };
        lastAnswer = clock.now();
        waiting.push(answer);
        try {
          journal.append(answer);
        } catch (error) {
          // A full disk: it is kept in memory until there is room, and only a crash meanwhile would lose it.
          behind.failed(error);
        }
        flushAfter(GATHER);
      },
      forgetAnswer: first(ledger.forgetAnswer),
      copiesOf: first(ledger.copiesOf),
      newestReceipt: first(ledger.newestReceipt),
      newestReceipts: first(ledger.newestReceipts),
    },
    backup: first(store.backup),
    async close() {
      try {
        await flush();
      } finally {
        journal.close();
        await store.close();
      }
    },
  };
}

/** A message that was shown, pressed and shown anew within the same moment shows what it shows last. */
function newestOfEach(answers: readonly RecordedAnswer[]): RecordedAnswer[] {
  const byMessage = new Map(
    answers.map((answer) => [`${answer.chat} ${answer.copy.receipt.messageIds.join(' ')}`, answer]),
  );
  return [...byMessage.values()];
}
