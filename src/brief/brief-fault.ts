/** Where in a brief: `['quotes', 2, 'evidence']`. The names are those of the brief file. */
export type FaultPath = readonly (string | number)[];

/** What keeps a brief from being accepted, in English, for whoever wrote it. */
export interface BriefFault {
  path: FaultPath;
  /** Names the fact by its id where it is one. */
  reason: string;
}
