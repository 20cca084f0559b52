import { createHash } from 'node:crypto';
import type { BriefContent } from './brief.ts';

/** Hash of everything a reader can see; equal hashes are equal briefs. 32 URL-safe characters. */
export function contentHash(brief: BriefContent): string {
  const { id, headline, names, kind, topics, published, articles, facts, superseded, people, retraction } =
    brief;
  const content = {
    id,
    headline,
    names,
    kind,
    topics,
    published,
    articles,
    facts,
    superseded,
    people,
    retraction,
  };
  return createHash('sha256').update(canonicalJson(content)).digest('base64url').slice(0, 32);
}

/** JSON whose keys are in one order, so that how an object was built does not change its hash. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
