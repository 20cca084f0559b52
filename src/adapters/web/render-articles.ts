import { stripDirections } from '#arabic/directions.ts';
import type { Brief } from '#brief/brief.ts';

/** The brief's articles as the page shows them beside its facts. */
export interface PageArticles {
  headline: string;
  /** Whole texts; the page finds a fact's sentence in them, as evidence is verbatim. */
  texts: string[];
}

export function renderArticles(brief: Brief): PageArticles {
  return {
    headline: stripDirections(brief.headline),
    texts: brief.articles.map((article) => stripDirections(article.text)),
  };
}
