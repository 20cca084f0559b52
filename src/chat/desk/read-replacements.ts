import type { Article } from '#article/article.ts';
import type { AnyFact } from '#brief/brief.ts';
import type { Replacement } from '#brief/correct-fact.ts';
import { factListOf } from '#brief/fact-lists.ts';
import type { Draft } from '#draft/draft.ts';
import { UserError } from '#shared/user-error.ts';

/** The most readings that an editor is asked to choose from. */
const MOST_CHOICES = 6;

/**
 * What the sentence says of the same kind as the fact, each reading once. Throws `no-such-fact` where nothing of that
 * kind can be read from it: a correction never stands on more than its sentence says.
 */
export async function readReplacements(
  extract: (article: Article) => Promise<Draft>,
  sentence: Article,
  fact: AnyFact,
): Promise<Replacement[]> {
  const draft = await extract(sentence);
  const found = replacementsIn(draft, fact);
  if (found.length === 0) throw new UserError('no-such-fact', { kind: factListOf(fact) });
  return found.slice(0, MOST_CHOICES);
}

function replacementsIn(draft: Draft, fact: AnyFact): Replacement[] {
  switch (factListOf(fact)) {
    case 'casualties': {
      const kind = 'status' in fact ? fact.kind : null;
      const sure = draft.casualties;
      // What the sentence alone leaves unsure, the editor who wrote it has settled by writing it here.
      const unsure = draft.unsettled.flatMap((u) =>
        u.proposal && 'status' in u.proposal ? [u.proposal] : [],
      );
      const figures = (sure.length > 0 ? sure : unsure).filter((f) => f.kind === kind);
      return figures.map((f) => ({ list: 'casualties', fact: f }));
    }
    case 'quotes':
      return draft.quotes.map((q) => ({ list: 'quotes', fact: q }));
    case 'places':
      return draft.places.map((p) => ({ list: 'places', fact: p }));
    case 'summary':
      return [];
  }
}
