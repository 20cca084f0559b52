/** The day an article was published, and who says so: its own text, or the editor who knows it. */
export interface PublicationDate {
  /** ISO calendar date, `YYYY-MM-DD`. */
  date: string;
  knownFrom: 'article' | 'editor';
}

/** A source text, kept verbatim: a newspaper article, an agency item, a channel post, an update, a correction. */
export interface Article {
  /** Unique within its brief; the stem of its file: `article`, `article-2`, … */
  id: string;
  text: string;
  outlet: string | null;
  link: string | null;
  published: PublicationDate | null;
}
