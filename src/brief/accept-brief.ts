import { acceptFacts } from './accept-facts.ts';
import { acceptSource } from './accept-source.ts';
import type { Brief, BriefContent, Revision } from './brief.ts';
import type { BriefFault } from './brief-fault.ts';
import { contentHash } from './content-hash.ts';

/** Long enough for a story's name, short enough for links and buttons. */
export const LONGEST_ID = 48;

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** When, by whom and why a revision is made. */
export type Stamp = Pick<Revision, 'at' | 'editor' | 'reason'>;

export type Acceptance = { accepted: true; brief: Brief } | { accepted: false; faults: BriefFault[] };

/**
 * The brief at its first revision, or everything that is wrong with it: a fact whose evidence does not match its
 * article, a figure whose min exceeds its max, a country that does not exist, an id that is there twice.
 */
export function acceptBrief(content: BriefContent, stamp: Stamp): Acceptance {
  const faults = findBriefFaults(content);
  if (faults.length > 0) return { accepted: false, faults };
  const revision: Revision = { number: 1, ...stamp, changes: [], contentHash: contentHash(content) };
  return { accepted: true, brief: { ...content, revision } };
}

/** Everything that is wrong with the brief; empty where it can be published. */
export function findBriefFaults(content: BriefContent): BriefFault[] {
  const faults: BriefFault[] = [];
  const fault = (path: BriefFault['path'], reason: string) => faults.push({ path, reason });
  if (!SLUG.test(content.id) || content.id.length > LONGEST_ID)
    fault(
      ['id'],
      `"${content.id.slice(0, 60)}" is no slug: lower-case Latin letters, digits and single hyphens, at most ${LONGEST_ID} characters`,
    );
  if (content.headline.trim() === '') fault(['headline'], 'the headline is empty');
  if (content.names.length === 0) fault(['names'], 'a brief needs at least one name that it is found by');
  content.names.forEach((name, i) => {
    if (name.trim() === '') fault(['names', i], 'the name is empty');
  });
  if (content.retraction && content.retraction.reason.trim() === '')
    fault(['retraction', 'reason'], 'a retraction needs its reason');
  faults.push(...acceptSource(content), ...acceptFacts(content));
  return faults;
}
