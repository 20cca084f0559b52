/** What the editors' desk keeps: drafts, roles, the audit log, and what readers asked for. */

export type Role = 'publisher' | 'editor';

/** `platform:id`, as in ADMINS. */
export type PersonKey = string;

export interface RoleRecord {
  person: PersonKey;
  role: Role;
  by: PersonKey;
  at: number;
}

export interface RoleStore {
  get(person: PersonKey): Promise<Role | null>;
  all(): Promise<RoleRecord[]>;
  set(person: PersonKey, role: Role, by: PersonKey, at: number): Promise<void>;
  remove(person: PersonKey): Promise<boolean>;
}

/** One draft per editor at a time; `content` is whatever the desk makes of it, kept as JSON. */
export interface StoredDraft {
  editor: PersonKey;
  content: unknown;
  /** Grows with every save. */
  version: number;
  at: number;
}

export interface DraftStore {
  get(editor: PersonKey): Promise<StoredDraft | null>;
  all(): Promise<StoredDraft[]>;
  /** `version`: the one that the change was made on (0 = none yet); false where another change came first. */
  save(editor: PersonKey, content: unknown, version: number, at: number): Promise<boolean>;
  remove(editor: PersonKey): Promise<boolean>;
}

export interface AuditEntry {
  at: number;
  who: PersonKey;
  what: string;
  brief: string | null;
  before: unknown;
  after: unknown;
}

export interface AuditLog {
  append(entry: AuditEntry): Promise<void>;
  /** Newest first. */
  newest(limit: number, brief?: string): Promise<AuditEntry[]>;
}

export interface Statistics {
  asked(brief: string): Promise<void>;
  notFound(words: string, at: number): Promise<void>;
  overview(limit: number): Promise<StatisticsOverview>;
}

export interface StatisticsOverview {
  /** Chats with a subscription that can be reached, by platform. */
  subscribers: Record<string, number>;
  disabledChats: Record<string, number>;
  deliveries: Record<string, number>;
  failures: Record<string, number>;
  mostAsked: { brief: string; times: number }[];
  notFound: { words: string; times: number }[];
}
