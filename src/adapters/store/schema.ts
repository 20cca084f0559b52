import type { Generated } from 'kysely';

/** Times are epoch milliseconds, flags are 0 or 1, lists and contents are JSON, weekdays a bit mask (Monday = 1). */
export interface Tables {
  chats: {
    id: Generated<number>;
    platform: string;
    chat_id: string;
    /** Empty = no forum topic: NULLs would not be unique. */
    thread: string;
    kind: string;
    title: string;
    settings: string;
    disabled_reason: string | null;
    disabled_at: number | null;
    created_at: number;
  };
  subscriptions: {
    id: Generated<number>;
    chat: number;
    time: string | null;
    zone: string;
    weekdays: number;
    topics: string;
    quiet_days: number;
    created_at: number;
    next_due: number | null;
    last_date: string | null;
    last_digest_at: number | null;
    last_digest_until: number | null;
  };
  deliveries: {
    id: Generated<number>;
    chat: number;
    platform: string;
    kind: string;
    key: string;
    state: string;
    payload: string;
    copy: number | null;
    job: number | null;
    priority: number;
    owed_at: number;
    /** NULL unless the row is pending or unknown: the index of open rows stays as small as the work left. */
    due_at: number | null;
    /** NULL unless the row is sending or unknown. */
    began_at: number | null;
    attempts: number;
    nonce: string;
    late: number;
    possibly_double: number;
    reason: string | null;
    message: string | null;
    sent_at: number | null;
  };
  copies: {
    id: Generated<number>;
    chat: number;
    delivery: number | null;
    message_ids: string;
    format: string;
    content_hash: string;
    payload: string;
    at: number;
  };
  copy_briefs: { copy: number; brief: string; revision: number };
  jobs: {
    id: Generated<number>;
    kind: string;
    brief: string;
    revision: number;
    view: string | null;
    before: number | null;
    topics: string;
    at: number;
    state: string;
    cursor: number;
    by: string;
    created_at: number;
    started_at: number | null;
    finished_at: number | null;
  };
  briefs: { id: string; revision: number; content_hash: string; content: string };
  roles: { person: string; role: string; by: string; at: number };
  drafts: { editor: string; content: string; version: number; at: number };
  audit: {
    id: Generated<number>;
    at: number;
    who: string;
    what: string;
    brief: string | null;
    before: string;
    after: string;
  };
  asked: { brief: string; times: number };
  not_found: { words: string; times: number; at: number };
  transcripts: { id: number; event: number; chat: string; nonce: string; content: string; at: number };
  /** Single values, such as the zone rules that the slots were computed with. */
  facts: { name: string; value: string };
  /** Numbers that are given out once, in the order in which their transactions end. */
  counters: { name: string; value: number };
}
