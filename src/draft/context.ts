import type { QuotationSpan } from '#arabic/quotations.ts';
import type { ArticleDate, Draft, StoryKind, Unsettled } from './draft.ts';
import type { CasualtyFigure, Person, Place, Quote, Speaker, Strength, SummarySentence } from './fact.ts';
import type { Reading } from './reading.ts';

/** A place in the text where a person is named or meant: tokens [from, to). */
export interface PersonMention {
  from: number;
  to: number;
  /** Index in `Context.people`. */
  person: number;
}

/** Who says what: for each clause that somebody is the source of. */
export interface Attribution {
  /** Index of the sentence. */
  sentence: number;
  /** The verb or phrase of saying: tokens [from, to); an empty range where a colon alone does its work. */
  cue: { from: number; to: number };
  /** What is said: tokens [from, to). */
  said: { from: number; to: number };
  speaker: Speaker;
  /** How the article names the speaker most fully, with office and institution, and who speaks beside them. */
  source: string | null;
  /** The speaker as this sentence has it, null where it is hidden in the verb («وأضاف»). */
  written: { from: number; to: number } | null;
  /** The verb as the article has it; null where «بحسب» or a colon does its work. */
  verb: string | null;
  strength: Strength;
}

/** What the passes have found so far, filled in the order of the list in extract.ts. */
export interface Context {
  spans: readonly QuotationSpan[];
  people: readonly Person[];
  mentions: readonly PersonMention[];
  attributions: readonly Attribution[];
  /** «الجيش: قُتل ستة»: who stands over words that nobody put between quotation marks. */
  heads: readonly Attribution[];
  /** The person whom a sentence without a saying is about, by the sentence's index. */
  subjects: ReadonlyMap<number, Speaker>;
  quotes: readonly Quote[];
  dates: readonly ArticleDate[];
  places: readonly Place[];
  casualties: readonly CasualtyFigure[];
  kind: StoryKind;
  headline: Draft['headline'];
  summary: readonly SummarySentence[];
  unsettled: readonly Unsettled[];
}

/** A pure step of extraction: reads the article and what earlier passes found, returns what it adds. */
export type Pass = (reading: Reading, context: Readonly<Context>) => Partial<Context>;

export function emptyContext(): Context {
  return {
    spans: [],
    people: [],
    mentions: [],
    attributions: [],
    heads: [],
    subjects: new Map(),
    quotes: [],
    dates: [],
    places: [],
    casualties: [],
    kind: 'other',
    headline: null,
    summary: [],
    unsettled: [],
  };
}
