import type { Article } from '#article/article.ts';
import type { Evidence } from '#article/evidence.ts';
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

/**
 * The content with the one fact replaced. A sentence of the summary that says what the old fact stood on would go on
 * saying it: the new fact's own sentence takes its place.
 */
export function replaceFact(
  content: BriefContent,
  fact: AnyFact,
  replacement: Replacement,
  source: Article,
): BriefContent {
  if (factListOf(fact) !== replacement.list) throw new TypeError(`${fact.id} is not of ${replacement.list}`);
  const ids = new FactIds(content);
  const old: AnyFact = { ...fact, id: ids.take(replacement.list) };
  const stale = content.facts.summary.filter((s) => overlap(s.evidence, fact.evidence));
  const articles = content.articles.some((a) => a.id === source.id)
    ? content.articles
    : [...content.articles, source];
  const facts = { ...content.facts, [replacement.list]: replaced(content, fact.id, replacement, old.id) };
  return {
    ...content,
    articles,
    superseded: [...content.superseded, old, ...stale.map((s) => ({ ...s, id: ids.take('summary') }))],
    facts: { ...facts, summary: freshSummary(facts.summary, stale, replacement.fact.evidence) },
  };
}

function freshSummary(
  summary: BriefContent['facts']['summary'],
  stale: BriefContent['facts']['summary'],
  evidence: Evidence,
): BriefContent['facts']['summary'] {
  return summary.flatMap((sentence) => {
    if (!stale.includes(sentence)) return [sentence];
    return sentence === stale[0] ? [{ id: sentence.id, text: evidence.text, evidence }] : [];
  });
}

function overlap(a: Evidence, b: Evidence): boolean {
  return a.article === b.article && a.start < b.end && b.start < a.end;
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
