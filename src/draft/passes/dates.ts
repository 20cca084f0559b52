import { findNamedDays } from '#arabic/dates.ts';
import type { Context } from '#draft/context.ts';
import type { ArticleDate } from '#draft/draft.ts';
import { evidenceOfTokens, type Reading } from '#draft/reading.ts';

/** The days the article names, resolved against its publication date; each day once. */
export function findDates(reading: Reading, _context: Readonly<Context>): Partial<Context> {
  const known = reading.article.published?.date ?? null;
  const published = known === null ? null : Temporal.PlainDate.from(known);
  const dates: ArticleDate[] = [];
  const seen = new Set<string>();
  for (const day of findNamedDays(reading.tokens, published)) {
    const evidence = evidenceOfTokens(reading, day.from, day.to);
    const date = day.date?.toString() ?? null;
    const key = date ?? evidence.text;
    if (seen.has(key)) continue;
    seen.add(key);
    dates.push({ date, evidence });
  }
  return { dates };
}
