import { extractDraft } from '#draft/extract.ts';
import { type AnnotatedArticle, readAnnotatedArticles } from './gold.ts';
import { type Counts, f1 } from './match-facts.ts';
import { type ArticleScore, scoreArticle } from './score-article.ts';

/** Drafts an annotated article with its first line as headline and no known publication date, and scores it. */
export function draftAndScore(article: AnnotatedArticle): ArticleScore {
  const draft = extractDraft({
    id: 'article',
    text: article.text,
    outlet: null,
    link: null,
    published: null,
  });
  return scoreArticle(article, draft);
}

export function scoreFolder(folder: string): ArticleScore[] {
  return readAnnotatedArticles(folder).map(draftAndScore);
}

export interface Totals {
  articles: number;
  quotes: Counts & { f1: number; speakerAccuracy: number; scare: number };
  casualties: Counts & { f1: number; groupAccuracy: number; falseAlarms: number };
  places: Counts & { f1: number; countryAccuracy: number; traps: number };
  eventPlaces: Counts & { f1: number };
  /** Share of the articles whose summary holds two key points or more. */
  summary: number;
  /** Share of facts whose evidence is verbatim in the article. */
  verbatim: number;
}

export function totalsOf(scores: readonly ArticleScore[]): Totals {
  const sum = (pick: (score: ArticleScore) => number) => scores.reduce((n, score) => n + pick(score), 0);
  const count = (pick: (score: ArticleScore) => Counts) => {
    const counts = {
      right: sum((s) => pick(s).right),
      extra: sum((s) => pick(s).extra),
      missed: sum((s) => pick(s).missed),
    };
    return { ...counts, f1: f1(counts) };
  };
  const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole);
  const casualties = count((s) => s.casualties);
  const facts = sum((s) => s.evidence.facts);
  return {
    articles: scores.length,
    quotes: {
      ...count((s) => s.quotes),
      speakerAccuracy: share(
        sum((s) => s.quotes.speakersRight),
        sum((s) => s.quotes.speakers),
      ),
      scare: sum((s) => s.quotes.scare),
    },
    casualties: {
      ...casualties,
      groupAccuracy: share(
        sum((s) => s.casualties.groupsRight),
        casualties.right,
      ),
      falseAlarms: sum((s) => s.casualties.falseAlarms),
    },
    places: {
      ...count((s) => s.places),
      countryAccuracy: share(
        sum((s) => s.places.countriesRight),
        sum((s) => s.places.countries),
      ),
      traps: sum((s) => s.places.traps),
    },
    eventPlaces: count((s) => s.eventPlaces),
    summary: share(
      sum((s) => (s.summary.enough ? 1 : 0)),
      scores.length,
    ),
    verbatim: share(facts - sum((s) => s.evidence.faults), facts),
  };
}
