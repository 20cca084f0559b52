import type { Draft } from './draft.ts';
import type { CasualtyFigure, Place, Quote, SummarySentence } from './fact.ts';

/** A fact of a draft with the list that it stands in. */
export type DraftFact =
  | { list: 'summary'; fact: SummarySentence }
  | { list: 'quotes'; fact: Quote }
  | { list: 'casualties'; fact: CasualtyFigure }
  | { list: 'places'; fact: Place };

/** All facts in the order that they are numbered in: summary, quotes, casualties, places. */
export function factsOfDraft(draft: Draft): DraftFact[] {
  return [
    ...draft.summary.map((fact): DraftFact => ({ list: 'summary', fact })),
    ...draft.quotes.map((fact): DraftFact => ({ list: 'quotes', fact })),
    ...draft.casualties.map((fact): DraftFact => ({ list: 'casualties', fact })),
    ...draft.places.map((fact): DraftFact => ({ list: 'places', fact })),
  ];
}

/** The draft without its `index`-th fact (from 0); parts of a removed figure stand on their own. */
export function removeFact(draft: Draft, index: number): Draft {
  const gone = factsOfDraft(draft)[index];
  if (!gone) return draft;
  if (gone.list !== 'casualties')
    return { ...draft, [gone.list]: (draft[gone.list] as unknown[]).filter((fact) => fact !== gone.fact) };
  const at = draft.casualties.indexOf(gone.fact);
  const casualties = draft.casualties
    .filter((_, i) => i !== at)
    .map((figure) => ({ ...figure, partOf: partAfterRemoval(figure.partOf, at) }));
  return { ...draft, casualties };
}

function partAfterRemoval(partOf: number | null, removed: number): number | null {
  if (partOf === null || partOf === removed) return null;
  return partOf > removed ? partOf - 1 : partOf;
}

/** The draft with one more fact at the end of its list. */
export function addFact(draft: Draft, { list, fact }: DraftFact): Draft {
  return { ...draft, [list]: [...draft[list], list === 'casualties' ? { ...fact, partOf: null } : fact] };
}

/** The draft with its `index`-th fact (from 0) replaced by one of the same list. */
export function replaceDraftFact(draft: Draft, index: number, fresh: DraftFact): Draft {
  const old = factsOfDraft(draft)[index];
  if (!old || old.list !== fresh.list) return draft;
  const list = (draft[old.list] as unknown[]).map((fact) => (fact === old.fact ? fresh.fact : fact));
  return { ...draft, [old.list]: list };
}

/** The draft with its `index`-th unsettled thing taken as a fact. */
export function takeUnsettled(draft: Draft, index: number): Draft {
  const taken = draft.unsettled[index];
  if (!taken?.proposal) return draft;
  const unsettled = draft.unsettled.filter((u) => u !== taken);
  const list = taken.what === 'quote' ? 'quotes' : taken.what === 'casualty' ? 'casualties' : 'places';
  return addFact({ ...draft, unsettled }, { list, fact: taken.proposal } as DraftFact);
}
