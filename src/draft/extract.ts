import type { Article } from '#article/article.ts';
import { type Context, emptyContext, type Pass } from './context.ts';
import type { Draft } from './draft.ts';
import { findAttributions } from './passes/attributions.ts';
import { findCasualties } from './passes/casualties.ts';
import { findDates } from './passes/dates.ts';
import { findHeadline } from './passes/headline.ts';
import { findPeople } from './passes/people.ts';
import { findPlaces } from './passes/places.ts';
import { findQuotationSpans } from './passes/quotation-spans.ts';
import { findQuotes } from './passes/quotes.ts';
import { summarize } from './passes/summary.ts';
import { readArticle } from './reading.ts';

/** In order: each pass may use what those above it found. What they leave unsettled adds up. */
const passes: readonly Pass[] = [
  findHeadline,
  findQuotationSpans,
  findPeople,
  findAttributions,
  findQuotes,
  findDates,
  findPlaces,
  findCasualties,
  summarize,
];

/** The draft of an article: deterministic, without network, every fact with its evidence. */
export function extractDraft(article: Article): Draft {
  const reading = readArticle(article);
  const context: Context = emptyContext();
  for (const pass of passes) {
    const found = pass(reading, context);
    const unsettled = found.unsettled ? [...context.unsettled, ...found.unsettled] : context.unsettled;
    Object.assign(context, found, { unsettled });
  }
  return {
    article,
    headline: context.headline,
    kind: context.kind,
    summary: [...context.summary],
    quotes: [...context.quotes],
    casualties: [...context.casualties],
    places: [...context.places],
    people: [...context.people],
    dates: [...context.dates],
    unsettled: [...context.unsettled],
  };
}
