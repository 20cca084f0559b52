import type { Brief, Revision } from './brief.ts';

/** Keeps every revision of every brief. */
export interface BriefStore {
  /** The newest revision of each. */
  newest(): Promise<Brief[]>;
  get(id: string, revision: number): Promise<Brief | null>;
  /** Oldest first. */
  history(id: string): Promise<Revision[]>;
  /**
   * Durable when it resolves. `conflict`: that number, or a later one, is there already with other content.
   * `known`: there already, just the same.
   */
  save(brief: Brief): Promise<'saved' | 'known' | 'conflict'>;
}
