import { type Acceptance, findBriefFaults, type Stamp } from './accept-brief.ts';
import type { Brief, BriefContent, Change } from './brief.ts';
import { compareBriefs } from './compare-briefs.ts';
import { contentHash } from './content-hash.ts';

/**
 * The revision after `current` that says `content`, or what is wrong with it. `adjust` may rename what a change is
 * (a later toll is an update, not a correction).
 */
export function nextRevision(
  current: Brief,
  content: BriefContent,
  stamp: Stamp,
  adjust: (change: Change) => Change = (change) => change,
): Acceptance {
  const faults = findBriefFaults(content);
  if (faults.length > 0) return { accepted: false, faults };
  const revision = {
    number: current.revision.number + 1,
    ...stamp,
    changes: compareBriefs(current, content).map(adjust),
    contentHash: contentHash(content),
  };
  return { accepted: true, brief: { ...content, revision } };
}

/** What a brief says, without its revision. */
export function contentOf(brief: Brief): BriefContent {
  const { revision: _, ...content } = brief;
  return content;
}

/** The id of a further article: `article-2`, `article-3`, … */
export function nextArticleId({ articles }: BriefContent): string {
  for (let n = articles.length + 1; ; n++) {
    const id = n === 1 ? 'article' : `article-${n}`;
    if (!articles.some((a) => a.id === id)) return id;
  }
}
