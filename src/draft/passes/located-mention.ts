import type { Stem } from '#arabic/clitics.ts';
import type { PlaceType } from '#arabic/gazetteer.ts';
import type { StoryKind } from '#draft/draft.ts';
import type { Reading } from '#draft/reading.ts';
import type { Surroundings } from './place-mentions.ts';
import type { PlaceRules } from './place-rules.ts';
import type { PlaceToken } from './place-tokens.ts';

/** A place where it stands in the text: place tokens [from, to). `id` is the same for all mentions of a place. */
export interface LocatedMention {
  from: number;
  to: number;
  stem: Stem | null;
  id: string;
  country: string | null;
  type: PlaceType;
  before: Surroundings;
}

export interface RoleContext {
  reading: Reading;
  tokens: readonly PlaceToken[];
  rules: PlaceRules;
  /** The country the story is about. */
  main: string | null;
  kind: StoryKind;
  /** A channel's post, which names no place but the scene's. */
  telegraphic: boolean;
}
