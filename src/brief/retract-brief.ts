import type { Acceptance, Stamp } from './accept-brief.ts';
import type { Brief } from './brief.ts';
import { contentOf, nextRevision } from './next-revision.ts';

/** The revision in which the brief is withdrawn; what it said stays in the record and is shown to nobody. */
export function retractBrief(current: Brief, reason: string, stamp: Stamp): Acceptance {
  return nextRevision(current, { ...contentOf(current), retraction: { reason, at: stamp.at } }, stamp);
}
