import type { Quote } from '#draft/fact.ts';
import type { Reading } from '#draft/reading.ts';

/** This share of a headline's quoted words in a quote of the article makes it the same quote. */
const SAME = 0.6;

/** A headline often repeats what the article quotes; the article's own place counts. */
export function withoutHeadlineDoubles(reading: Reading, quotes: readonly Quote[]): Quote[] {
  const headlineEnd = reading.sentences.findLast((s) => s.paragraph === 0)?.end ?? 0;
  const body = quotes.filter((q) => q.evidence.start >= headlineEnd);
  return quotes.filter((q) => {
    if (q.evidence.start >= headlineEnd) return true;
    const words = q.text.split(/\s+/);
    return !body.some((b) => words.filter((w) => b.text.includes(w)).length >= words.length * SAME);
  });
}
