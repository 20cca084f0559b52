import type { Brief } from './brief.ts';
import { compareBriefs } from './compare-briefs.ts';

/**
 * What is in service once `next` has come in after `current`: `current` itself where nothing that a reader sees has
 * changed, `next` as it is where its revision is later already, else `next` as the revision after `current`.
 */
export function reviseBrief(current: Brief | undefined, next: Brief): Brief {
  if (!current) return next;
  if (next.revision.contentHash === current.revision.contentHash) return laterOf(current, next);
  if (next.revision.number > current.revision.number) return next;
  return {
    ...next,
    revision: {
      ...next.revision,
      number: current.revision.number + 1,
      changes: compareBriefs(current, next),
    },
  };
}

function laterOf(current: Brief, next: Brief): Brief {
  return next.revision.number > current.revision.number ? next : current;
}
