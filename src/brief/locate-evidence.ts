import type { Article } from '#article/article.ts';
import { type Evidence, evidenceAt } from '#article/evidence.ts';

/** Evidence as an editor writes it: its words, and where they stand only as far as that is not plain. */
export interface WrittenEvidence {
  text: string;
  article?: string | undefined;
  start?: number | undefined;
  end?: number | undefined;
}

/**
 * The evidence with its article and offsets, or in English why it is none: words that the articles do not hold, or
 * hold more than once where nothing says which is meant. Offsets that are given must match exactly.
 */
export function locateEvidence(written: WrittenEvidence, articles: readonly Article[]): Evidence | string {
  const { text, article, start, end } = written;
  if (text === '') return 'evidence is empty';
  const among = article === undefined ? articles : articles.filter((a) => a.id === article);
  if (among.length === 0) return `evidence names article "${article}", which the brief does not have`;
  const found = among.flatMap((a) => occurrences(a, text));
  if (start === undefined && end === undefined) {
    const [first, ...others] = found;
    if (!first) return `evidence text is not in the article: "${text.slice(0, 60)}"`;
    if (others.length === 0) return first;
    const where = found.slice(0, 4).map((e) => `${e.article} at ${e.start}`);
    return `evidence text stands more than once (${where.join(', ')}): say which with "start", or take more words`;
  }
  const at = start ?? (end as number) - text.length;
  const stop = end ?? at + text.length;
  const matching = found.filter((e) => e.start === at && e.end === stop);
  const [first, second] = matching;
  if (first && second)
    return `evidence fits ${first.article} and ${second.article}: say which with "article"`;
  if (first) return first;
  const [elsewhere] = found;
  return elsewhere
    ? `evidence offsets ${at}–${stop} do not match its text, which stands at ${elsewhere.start}–${elsewhere.end} of ${elsewhere.article}`
    : `evidence text is not in the article: "${text.slice(0, 60)}"`;
}

/** How many places of one text are looked at; more than a few only mean "not clear". */
const MOST_OCCURRENCES = 1_000;

function occurrences(article: Article, text: string): Evidence[] {
  const found: Evidence[] = [];
  let at = article.text.indexOf(text);
  while (at >= 0 && found.length < MOST_OCCURRENCES) {
    found.push(evidenceAt(article, at, at + text.length));
    at = article.text.indexOf(text, at + 1);
  }
  return found;
}
