import type { Article } from '#article/article.ts';
import { evidenceAt } from '#article/evidence.ts';
import type { Draft } from '#draft/draft.ts';

const SENTENCE = /[^.\n]+\.?/g;
const KILLED = /(?:قال(?:ت)?\s+(.+?)\s+إن\s+)?(\d+)\s+(?:من\s+)?(.*?)\s*قتلوا/;
const QUOTE = /(?:قال|وقال)\s+([^:"]+):\s+"([^"]+)"/;

/** Reads «قالت جهة إن 18 من جماعة قتلوا» and «قال فلان: "…"», and nothing else: enough to hold the desk against. */
export async function anExtract(article: Article): Promise<Draft> {
  const draft: Draft = {
    article,
    headline: null,
    kind: 'other',
    summary: [],
    quotes: [],
    casualties: [],
    places: [],
    people: [],
    dates: [],
    unsettled: [],
  };
  for (const match of article.text.matchAll(SENTENCE)) {
    const text = match[0].trim();
    const start = article.text.indexOf(text, match.index);
    const evidence = evidenceAt(article, start, start + text.length);
    draft.headline ??= { text, evidence };
    if (draft.summary.length < 3) draft.summary.push({ text, evidence });
    for (const part of text.split(/، ثم /)) {
      const toll = KILLED.exec(part);
      if (!toll) continue;
      draft.casualties.push({
        kind: 'killed',
        min: Number(toll[2]),
        max: Number(toll[2]),
        approximate: null,
        status: 'confirmed',
        group: toll[3] || null,
        place: null,
        source: toll[1] ?? null,
        partOf: null,
        evidence,
      });
    }
    const quote = QUOTE.exec(text);
    if (quote)
      draft.quotes.push({
        text: quote[2] as string,
        speaker: { name: quote[1] as string, role: null },
        verb: 'قال',
        strength: 'said',
        evidence,
      });
    const place = /في (وادي السلام|مرجان)/.exec(text);
    if (place && !draft.places.some((p) => p.name === place[1])) {
      draft.places.push({ name: place[1] as string, country: 'YE', role: 'event', evidence });
    }
  }
  return draft;
}
