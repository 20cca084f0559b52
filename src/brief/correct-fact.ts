import type { Article } from '#article/article.ts';
import type { CasualtyFigure, Place, Quote } from '#draft/fact.ts';
import type { Acceptance, Stamp } from './accept-brief.ts';
import type { AnyFact, Brief, BriefCasualty, BriefContent, BriefPlace, WithId } from './brief.ts';
import { FactIds } from './fact-ids.ts';
import { factListOf } from './fact-lists.ts';
import { contentOf, nextRevision } from './next-revision.ts';

/** What a correction's sentence was read as; its evidence lies in the sentence itself, which becomes an article. */
export type Replacement =
  | { list: 'casualties'; fact: CasualtyFigure }
  | { list: 'quotes'; fact: Quote }
  | { list: 'places'; fact: Place };

/**
 * The revision in which the fact says what the correction says. It keeps its id; what it said before is kept in
 * `superseded`, and the sentence stands among the brief's articles. Throws where the fact and its replacement are not
 * of one kind: that is for the caller to have checked.
 */
export function correctFact(
  current: Brief,
  fact: AnyFact,
  replacement: Replacement,
  sentence: Article,
  stamp: Stamp,
): Acceptance {
  const content = contentOf(current);
  return nextRevision(current, replaceFact(content, fact, replacement, sentence), stamp);
}

/** The content with the one fact replaced; other articles and facts stay as they are. */
export function replaceFact(
  content: BriefContent,
  fact: AnyFact,
  replacement: Replacement,
  source: Article,
): BriefContent {
  if (factListOf(fact) !== replacement.list) throw new TypeError(`${fact.id} is not of ${replacement.list}`);
  const old: AnyFact = { ...fact, id: new FactIds(content).take(replacement.list) };
  const articles = content.articles.some((a) => a.id === source.id)
    ? content.articles
    : [...content.articles, source];
  return {
    ...content,
    articles,
    superseded: [...content.superseded, old],
    facts: { ...content.facts, [replacement.list]: replaced(content, fact.id, replacement, old.id) },
  };
}

function replaced(content: BriefContent, id: string, replacement: Replacement, oldId: string): AnyFact[] {
  const { facts } = content;
  switch (replacement.list) {
    case 'casualties':
      return facts.casualties.map((old) => (old.id === id ? figureAfter(old, replacement.fact, oldId) : old));
    case 'quotes':
      return facts.quotes.map((old): WithId<Quote> => (old.id === id ? { ...replacement.fact, id } : old));
    case 'places':
      return facts.places.map((old) => (old.id === id ? placeAfter(old, replacement.fact) : old));
    default:
      return replacement satisfies never;
  }
}

/** Who and where stay as they were known where the new sentence does not say. */
function figureAfter(old: BriefCasualty, fresh: CasualtyFigure, oldId: string): BriefCasualty {
  return {
    ...fresh,
    id: old.id,
    group: fresh.group ?? old.group,
    place: fresh.place ?? old.place,
    partOf: old.partOf,
    supersedes: oldId,
  };
}

function placeAfter(old: BriefPlace, fresh: Place): BriefPlace {
  return { ...fresh, id: old.id, role: old.role, alsoKnownAs: [], note: null };
}
