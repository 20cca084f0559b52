import type { AnyFact, BriefFacts } from './brief.ts';

export type FactList = keyof BriefFacts;

/** The letter that the ids of a list's facts begin with. */
export const FACT_LETTERS: Readonly<Record<FactList, string>> = {
  summary: 's',
  quotes: 'q',
  casualties: 'c',
  places: 'p',
};

/** Which list a fact belongs to, told by its form. */
export function factListOf(fact: AnyFact): FactList {
  if ('status' in fact) return 'casualties';
  if ('country' in fact) return 'places';
  return 'speaker' in fact ? 'quotes' : 'summary';
}

/** All facts of a brief in the order that `/facts` numbers them. */
export function factsInOrder(facts: BriefFacts): AnyFact[] {
  return [...facts.summary, ...facts.quotes, ...facts.casualties, ...facts.places];
}
