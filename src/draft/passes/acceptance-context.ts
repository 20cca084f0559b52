import type { GazetteerEntry } from '#arabic/gazetteer.ts';
import type { StoryKind } from '#draft/draft.ts';
import type { CountryEvidence } from './place-countries.ts';
import type { PlaceRules } from './place-rules.ts';
import type { PlaceToken } from './place-tokens.ts';

/** What is asked about a name before it is taken for a place. */
export interface AcceptanceContext {
  tokens: readonly PlaceToken[];
  rules: PlaceRules;
  evidence: CountryEvidence;
  kind: StoryKind;
  /** Whether a person is named at these place tokens; `first`: also where they are the first of the name. */
  isPerson: (from: number, to: number, first: boolean) => boolean;
  /** Whether they stand inside a title between quotation marks. */
  isTitle: (from: number, to: number) => boolean;
}

/** Whether the article speaks of the country a place is in. */
export const isEvident = (entry: GazetteerEntry, evidence: CountryEvidence) =>
  entry.country !== null && (evidence.get(entry.country) ?? 0) > 0;
