import type { Brief } from './brief.ts';

/** The briefs in service, each at its newest revision. What the chat reads; who fills it is not its business. */
export interface Library {
  get(id: string): Brief | undefined;
  /** By the short code that buttons carry (see `briefCode`). */
  byCode(code: string): Brief | undefined;
  /** Newest revision first. */
  latest(limit: number): Brief[];
  find(query: string): Found;
}

/** The answer to a reader's words. */
export type Found =
  | { outcome: 'one'; brief: Brief }
  | { outcome: 'several'; briefs: Brief[] }
  | { outcome: 'none'; nearest: Brief[] };
