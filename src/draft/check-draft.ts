import { evidenceFault } from '#article/evidence.ts';
import type { Draft } from './draft.ts';

/** Every evidence of the draft that does not match its article, said in English; empty where all do. */
export function checkDraft(draft: Draft): string[] {
  const articles = [draft.article];
  const faults: string[] = [];
  const lists = {
    headline: draft.headline ? [draft.headline] : [],
    summary: draft.summary,
    quotes: draft.quotes,
    casualties: draft.casualties,
    places: draft.places,
    people: draft.people,
    dates: draft.dates,
    unsettled: draft.unsettled,
  };
  for (const [name, facts] of Object.entries(lists))
    facts.forEach((fact, i) => {
      const fault = evidenceFault(fact.evidence, articles);
      if (fault) faults.push(`${name}[${i}]: ${fault}`);
    });
  draft.summary.forEach((sentence, i) => {
    if (!sentence.evidence.text.includes(sentence.text))
      faults.push(`summary[${i}]: text is not in its evidence`);
  });
  draft.quotes.forEach((quote, i) => {
    if (!quote.evidence.text.includes(quote.text)) faults.push(`quotes[${i}]: text is not in its evidence`);
  });
  draft.unsettled.forEach((item, i) => {
    const fault = item.proposal && evidenceFault(item.proposal.evidence, articles);
    if (fault) faults.push(`unsettled[${i}].proposal: ${fault}`);
  });
  return faults;
}
