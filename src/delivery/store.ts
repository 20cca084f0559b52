import type { BriefStore } from '#brief/brief-store.ts';
import type { ChatStore } from './chat-record.ts';
import type { Ledger } from './delivery.ts';
import type { AuditLog, DraftStore, RoleStore, Statistics } from './desk-store.ts';
import type { JobStore } from './job.ts';
import type { SubscriptionStore } from './subscription.ts';
import type { TranscriptStore } from './transcript.ts';

/** A right that only one process at a time has. */
export interface Lease {
  /** Aborted when the right is lost: stop at once what needs it. */
  readonly lost: AbortSignal;
  release(): Promise<void>;
}

/** Everything that outlives the process. */
export interface Store {
  readonly chats: ChatStore;
  readonly subscriptions: SubscriptionStore;
  readonly ledger: Ledger;
  readonly jobs: JobStore;
  readonly briefs: BriefStore;
  readonly roles: RoleStore;
  readonly drafts: DraftStore;
  readonly audit: AuditLog;
  readonly statistics: Statistics;
  readonly transcripts: TranscriptStore;
  /** A single value kept under a name; null where nothing was kept. */
  recall(name: string): Promise<string | null>;
  remember(name: string, value: string): Promise<void>;
  /** Null where another process has it. */
  lease(name: string): Promise<Lease | null>;
  /** Resolves when the store answers; throws where it does not. */
  ping(): Promise<void>;
  /** Writes a consistent copy while running; throws where the kind of store has its own way. */
  backup(file: string): Promise<void>;
  close(): Promise<void>;
}
