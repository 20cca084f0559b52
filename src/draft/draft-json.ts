import type { Evidence } from '#article/evidence.ts';
import type { Draft } from './draft.ts';

const span = ({ text, start, end }: Evidence) => ({ text, start, end });
const withSpan = <T extends { evidence: Evidence }>(fact: T) => ({ ...fact, evidence: span(fact.evidence) });

/** The draft as `draft --json` prints it: facts with evidence as text and UTF-16 offsets of the article. */
export function draftToJson(draft: Draft) {
  return {
    headline: draft.headline?.text ?? null,
    kind: draft.kind,
    published: draft.article.published?.date ?? null,
    summary: draft.summary.map(withSpan),
    quotes: draft.quotes.map(withSpan),
    casualties: draft.casualties.map(withSpan),
    locations: draft.places.map(withSpan),
    people: draft.people.map(withSpan),
    dates: draft.dates.map(withSpan),
    unsettled: draft.unsettled.map((item) => ({
      ...withSpan(item),
      proposal: item.proposal && withSpan(item.proposal),
    })),
  };
}
