import { Document, isMap, isScalar, visit } from 'yaml';
import type { Article, PublicationDate } from '#article/article.ts';
import type { Evidence } from '#article/evidence.ts';
import type { AnyFact, Brief } from '#brief/brief.ts';
import { factListOf } from '#brief/fact-lists.ts';
import { locateEvidence } from '#brief/locate-evidence.ts';

/** The text of the brief's `brief.yaml`: what an editor would write, with ids, and offsets only where they are needed. */
export function writeBriefFile(brief: Brief, remarks: readonly string[] = []): string {
  const { facts, articles } = brief;
  const fact = (f: AnyFact) => factForFile(f, articles);
  const described = articles.map((a) => describe(a, brief.published)).filter((d) => d !== null);
  const document = new Document({
    revision: brief.revision.number,
    headline: brief.headline,
    names: brief.names,
    kind: brief.kind,
    topics: brief.topics,
    published: brief.published,
    ...(described.length > 0 && { articles: Object.fromEntries(described) }),
    summary: facts.summary.map(fact),
    quotes: facts.quotes.map(fact),
    casualties: facts.casualties.map(fact),
    places: facts.places.map(fact),
    people: brief.people.map((p) => ({ ...p, evidence: evidenceForFile(p.evidence, articles) })),
    ...(brief.superseded.length > 0 && {
      superseded: brief.superseded.map((f) => ({ list: factListOf(f), ...fact(f) })),
    }),
    ...(brief.retraction && { retraction: brief.retraction }),
  });
  if (remarks.length > 0)
    document.commentBefore = remarks.map((remark) => ` ${remark.replace(/\s+/g, ' ')}`).join('\n');
  visit(document, {
    Pair(_key, pair) {
      const short = isScalar(pair.key) && ['published', 'speaker'].includes(String(pair.key.value));
      if (short && isMap(pair.value)) pair.value.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, singleQuote: true });
}

/** What of an article is not said by the brief's own date; null where nothing is. */
function describe(article: Article, published: PublicationDate | null): [string, object] | null {
  const { id, outlet, link } = article;
  const assumed = id === 'article' ? published : null;
  const same = JSON.stringify(article.published) === JSON.stringify(assumed);
  if (outlet === null && link === null && same) return null;
  return [id, { outlet, link, ...(!same && { published: article.published }) }];
}

function factForFile(fact: AnyFact, articles: readonly Article[]): object {
  const { evidence, ...rest } = fact;
  const written = Object.entries(rest).filter(
    ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
  );
  return { ...Object.fromEntries(written), evidence: evidenceForFile(evidence, articles) };
}

function evidenceForFile(evidence: Evidence, articles: readonly Article[]): string | object {
  const { text, article, start, end } = evidence;
  return typeof locateEvidence({ text }, articles) === 'string' ? { text, article, start, end } : text;
}
