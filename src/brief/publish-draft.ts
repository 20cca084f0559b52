import type { Draft } from '#draft/draft.ts';
import { type Acceptance, acceptBrief, type Stamp } from './accept-brief.ts';
import type { BriefContent } from './brief.ts';
import { FACT_LETTERS } from './fact-lists.ts';

/** What an editor adds to a draft: by which id it is kept, by which names it is found, what it is about. */
export interface Naming {
  id: string;
  names: string[];
  topics: string[];
}

/** A draft as a brief at its first revision, or what is wrong with it. */
export function publishDraft(draft: Draft, naming: Naming, stamp: Stamp): Acceptance {
  return acceptBrief(briefOfDraft(draft, naming), stamp);
}

export function briefOfDraft(draft: Draft, naming: Naming): BriefContent {
  const id = (list: keyof typeof FACT_LETTERS, i: number) => `${FACT_LETTERS[list]}${i + 1}`;
  return {
    ...naming,
    headline: draft.headline?.text ?? '',
    kind: draft.kind,
    published: draft.article.published,
    articles: [draft.article],
    facts: {
      summary: draft.summary.map((s, i) => ({ ...s, id: id('summary', i) })),
      quotes: draft.quotes.map((q, i) => ({ ...q, id: id('quotes', i) })),
      casualties: draft.casualties.map((c, i) => ({
        ...c,
        id: id('casualties', i),
        partOf: c.partOf === null ? null : id('casualties', c.partOf),
        supersedes: null,
      })),
      places: draft.places.map((p, i) => ({ ...p, id: id('places', i), alsoKnownAs: [], note: null })),
    },
    superseded: [],
    people: draft.people,
    retraction: null,
  };
}
