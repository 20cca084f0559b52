import type { Article } from '#article/article.ts';
import { evidenceAt } from '#article/evidence.ts';
import type { BriefContent } from '#brief/brief.ts';

export interface BriefWishes {
  id: string;
  headline?: string;
  names?: string[];
  text?: string;
  published?: string;
  /** Event places; each has to stand in the text, which is made of them where none is given. */
  places?: string[];
  actors?: string[];
  people?: string[];
  killed?: { min: number | null; max: number | null; words: string };
}

/** A brief that is accepted, with what a test cares about. */
export function makeBrief(wishes: BriefWishes): BriefContent {
  const { id, places = [], actors = [], people = [] } = wishes;
  const text = wishes.text ?? `${[...places, ...actors, ...people].join('، ')}.`;
  const published = wishes.published ? { date: wishes.published, knownFrom: 'editor' as const } : null;
  const article: Article = { id: 'article', text, outlet: null, link: null, published };
  const evidence = (words: string) =>
    evidenceAt(article, text.indexOf(words), text.indexOf(words) + words.length);
  const { killed } = wishes;
  return {
    id,
    headline: wishes.headline ?? `خبر ${id}`,
    names: wishes.names ?? [id],
    kind: 'other',
    topics: [],
    published,
    articles: [article],
    facts: {
      summary: [],
      quotes: [],
      casualties: killed
        ? [
            {
              id: 'c1',
              kind: 'killed',
              min: killed.min,
              max: killed.max,
              approximate: null,
              status: 'confirmed',
              group: null,
              place: null,
              source: null,
              partOf: null,
              supersedes: null,
              evidence: evidence(killed.words),
            },
          ]
        : [],
      places: [...places, ...actors].map((name, i) => ({
        id: `p${i + 1}`,
        name,
        country: null,
        role: i < places.length ? ('event' as const) : ('actor' as const),
        alsoKnownAs: [],
        note: null,
        evidence: evidence(name),
      })),
    },
    superseded: [],
    people: people.map((name) => ({ name, role: null, evidence: evidence(name) })),
    retraction: null,
  };
}
