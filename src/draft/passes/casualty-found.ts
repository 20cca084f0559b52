import type { Unsettled } from '#draft/draft.ts';
import type { CasualtyFigure } from '#draft/fact.ts';
import type { TimeDoubts } from './casualty-tolls.ts';
import type { Range } from './speaker.ts';

/** What has been found in an article so far. */
export interface FoundFigures {
  figures: CasualtyFigure[];
  /** Where each of them is counted. */
  counts: Range[];
  unsettled: Unsettled[];
  /** Whether the ill were counted among them. */
  ofIllness: boolean;
  doubts: TimeDoubts;
}

/** What a count is beside its kind. */
export interface Beside {
  /** Index of the figure that it is a part of. */
  partOf: number | null;
  /** «من 48 إلى 61»: the earlier toll. */
  isOld: boolean;
  /** «تخطى عدد الضحايا … 640»: the number is a least one. */
  passed: boolean;
  /** Token of the people that a tally before is of. */
  tallyOf: number | null;
  /** Token of those with whom it is told by the same speaker. */
  saidAt?: number;
}

/** … of most counts. */
export const NOTHING_BESIDE: Beside = { partOf: null, isOld: false, passed: false, tallyOf: null };
