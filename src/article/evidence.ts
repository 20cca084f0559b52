import type { Article } from './article.ts';

/** A verbatim span of one of the brief's articles. Offsets are UTF-16 units: `text === article.slice(start, end)`. */
export interface Evidence {
  article: string;
  text: string;
  start: number;
  end: number;
}

/** The span [start, end) of `article` as evidence. */
export function evidenceAt(article: Pick<Article, 'id' | 'text'>, start: number, end: number): Evidence {
  return { article: article.id, text: article.text.slice(start, end), start, end };
}

/** Says in English what is wrong with the evidence, or null where text and offsets match their article exactly. */
export function evidenceFault(evidence: Evidence, articles: readonly Article[]): string | null {
  const article = articles.find((a) => a.id === evidence.article);
  if (!article) return `evidence names article "${evidence.article}", which the brief does not have`;
  const { start, end, text } = evidence;
  if (text.length === 0) return 'evidence is empty';
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end > article.text.length)
    return `evidence offsets ${start}–${end} lie outside the article (0–${article.text.length})`;
  if (article.text.slice(start, end) === text) return null;
  const elsewhere = article.text.indexOf(text);
  return elsewhere < 0
    ? `evidence text is not in the article: "${text.slice(0, 60)}"`
    : `evidence offsets ${start}–${end} do not match its text, which stands at ${elsewhere}–${elsewhere + text.length}`;
}
