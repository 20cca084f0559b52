import type { PublicationDate } from '#article/article.ts';
import type { BriefContent } from './brief.ts';
import type { BriefFault } from './brief-fault.ts';

const ARTICLE_ID = /^article(?:-[1-9]\d{0,3})?$/;

/** Faults of the articles and of when they were published. */
export function acceptSource({ articles, published }: BriefContent): BriefFault[] {
  const faults: BriefFault[] = [];
  if (published && !isCalendarDate(published))
    faults.push({ path: ['published', 'date'], reason: dateReason(published) });
  if (articles.length === 0)
    faults.push({ path: ['articles'], reason: 'a brief needs at least one article' });
  const seen = new Set<string>();
  for (const article of articles) {
    const path = ['articles', article.id];
    if (!ARTICLE_ID.test(article.id))
      faults.push({ path, reason: `article id "${article.id}" is neither "article" nor "article-2", …` });
    if (seen.has(article.id)) faults.push({ path, reason: `article id "${article.id}" is there twice` });
    seen.add(article.id);
    if (article.text.trim() === '') faults.push({ path, reason: `article "${article.id}" is empty` });
    if (article.link !== null && !isWebAddress(article.link))
      faults.push({
        path: [...path, 'link'],
        reason: `"${article.link.slice(0, 80)}" is no http or https address`,
      });
    // Where the article has the story's own date, that has been looked at above.
    if (article.published && article.published.date !== published?.date && !isCalendarDate(article.published))
      faults.push({ path: [...path, 'published', 'date'], reason: dateReason(article.published) });
  }
  return faults;
}

function isCalendarDate({ date }: PublicationDate): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return false;
  try {
    Temporal.PlainDate.from(date, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

function dateReason({ date }: PublicationDate): string {
  return `"${date.slice(0, 40)}" is no calendar date of the form YYYY-MM-DD`;
}

function isWebAddress(link: string): boolean {
  return /^https?:\/\//i.test(link) && URL.canParse(link);
}
