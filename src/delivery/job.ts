import type { Action } from '#message/action.ts';
import type { PersonKey } from './desk-store.ts';

export type JobKind = 'push' | 'correction' | 'retraction';

/** `scheduled` → `spreading` (its deliveries are being written, page by page) → `sending` → `done`. */
export type JobState = 'scheduled' | 'spreading' | 'sending' | 'done' | 'cancelled';

/** An editor's order that concerns many chats. */
export interface Job {
  id: number;
  kind: JobKind;
  brief: string;
  /** The revision that everybody shall have. */
  revision: number;
  /** What is shown; for corrections the copies say that themselves. */
  view: Action | null;
  /** For a push of a change: the revision whose readers get only the difference. */
  before: number | null;
  topics: string[];
  /** When it begins. */
  at: number;
  state: JobState;
  /** The last chat or copy that its deliveries were written for. */
  cursor: number;
  /** `platform:id` of the editor. */
  by: string;
  createdAt: number;
  startedAt: number | null;
  finishedAt: number | null;
}

export type NewJob = Pick<Job, 'kind' | 'brief' | 'revision' | 'view' | 'before' | 'topics' | 'at' | 'by'>;

export interface JobCounts {
  total: number;
  pending: number;
  sent: number;
  unknown: number;
  possiblyDouble: number;
  failed: number;
  /** Failures by the platform's word for the reason. */
  reasons: Record<string, number>;
}

export interface JobStore {
  add(job: NewJob, now: number): Promise<Job>;
  /**
   * Orders take the place of what waited on the desk (a draft, a previewed act) to be carried out: both or neither.
   * Null where it was no longer there: somebody else has carried it out, or dropped it.
   */
  addInsteadOf(waiting: PersonKey, jobs: readonly NewJob[], now: number): Promise<Job[] | null>;
  get(id: number): Promise<Job | null>;
  /** Scheduled jobs whose time has come, and those that were being spread or sent. */
  open(now: number): Promise<Job[]>;
  /** Scheduled for later, soonest first. */
  scheduled(): Promise<Job[]>;
  /** Also moves the cursor; only forward. */
  advance(id: number, change: { state?: JobState; cursor?: number }, now: number): Promise<void>;
  /** True where it had not begun. */
  cancel(id: number, now: number): Promise<boolean>;
  counts(id: number): Promise<JobCounts>;
  /** Whether anything of it is still to be sent or settled. */
  isOpen(id: number): Promise<boolean>;
  /** Chats that it did not reach, by name, with the reason. */
  notReached(id: number, limit: number): Promise<{ chat: string; title: string; reason: string }[]>;
  /** Failed ones are owed again, where the chat had been given up too; not what nobody wants any more. Returns how many. */
  retry(id: number, now: number): Promise<number>;
}
