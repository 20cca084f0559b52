import type { Evidence } from '#article/evidence.ts';

/** A sentence of the summary: verbatim in the article, or trimmed at its ends. */
export interface SummarySentence {
  text: string;
  evidence: Evidence;
}

/** How far a verb of saying commits its speaker: قال, أكد, زعم, نفى … */
export type Strength =
  | 'said'
  | 'stressed'
  | 'announced'
  | 'claimed'
  | 'denied'
  | 'warned'
  | 'accused'
  | 'demanded'
  | 'promised'
  | 'condemned'
  | 'asked'
  | 'wrote'
  | 'described';

export interface Speaker {
  /** Full name where the article gives it, else the role or institution; null where nobody is named. */
  name: string | null;
  role: string | null;
}

/** Words that somebody is quoted with. `text` is what stands between the quotation marks. */
export interface Quote {
  text: string;
  speaker: Speaker;
  /** The verb as the article has it («مؤكّداً»), null where a colon or «بحسب» does its work. */
  verb: string | null;
  strength: Strength;
  /** The sentence, or the part of it, that holds the words and says whose they are. */
  evidence: Evidence;
}

export type CasualtyKind = 'killed' | 'injured' | 'missing' | 'detained' | 'displaced';

/** `pending`: being counted; `none`: said to be zero; `historical`: another event, or an earlier toll now replaced. */
export type CasualtyStatus = 'confirmed' | 'claimed' | 'pending' | 'none' | 'historical';

export interface CasualtyFigure {
  kind: CasualtyKind;
  /** People, at least; null = open. */
  min: number | null;
  /** People, at most; null = open. */
  max: number | null;
  /** The article's own word where it gives no number («عشرات»), or marks the number as rough («نحو»). */
  approximate: string | null;
  status: CasualtyStatus;
  /** Who they are («أفراد قوات الأمن»); null = people in general. */
  group: string | null;
  place: string | null;
  /** Who says so; null where the article does not say. */
  source: string | null;
  /** Index in the same list of the figure that this one is a part of («بينهم 9 أطفال»), else null. */
  partOf: number | null;
  evidence: Evidence;
}

/** `event`: something of the story happened there; `actor`: stands for a government or a side. */
export type PlaceRole = 'event' | 'actor' | 'other';

export interface Place {
  /** Arabic name without clitics. */
  name: string;
  /** ISO 3166-1 alpha-2; null for seas, regions over several countries, and where it is not known. */
  country: string | null;
  role: PlaceRole;
  evidence: Evidence;
}

export interface Person {
  name: string;
  role: string | null;
  evidence: Evidence;
}
