import type { Article } from '#article/article.ts';
import type { Evidence } from '#article/evidence.ts';
import type { CasualtyFigure, Person, Place, Quote, SummarySentence } from './fact.ts';

export type StoryKind =
  | 'war'
  | 'protest'
  | 'disaster'
  | 'accident'
  | 'crime'
  | 'health'
  | 'politics'
  | 'economy'
  | 'sport'
  | 'justice'
  | 'culture'
  | 'other';

/** A day that the article names («اليوم الاثنين»), resolved against its publication date where one is known. */
export interface ArticleDate {
  /** ISO calendar date, or null where it cannot be resolved. */
  date: string | null;
  evidence: Evidence;
}

/** Something extraction saw and would not decide: shown to the editor as «غير محسوم», never dropped, never taken. */
export interface Unsettled {
  what: 'quote' | 'casualty' | 'place';
  /** A short code of the reason, turned into Arabic where it is shown. */
  reason: string;
  evidence: Evidence;
  /** The fact as it would be, were the editor to take it. */
  proposal: Quote | CasualtyFigure | Place | null;
}

/** What extraction makes of an article: facts proposed, not yet believed. */
export interface Draft {
  article: Article;
  headline: { text: string; evidence: Evidence } | null;
  kind: StoryKind;
  summary: SummarySentence[];
  quotes: Quote[];
  casualties: CasualtyFigure[];
  places: Place[];
  people: Person[];
  dates: ArticleDate[];
  unsettled: Unsettled[];
}
