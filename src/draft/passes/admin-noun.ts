import type { AdminNoun, PlaceRules } from './place-rules.ts';
import type { PlaceToken } from './place-tokens.ts';

/** The kind of noun that token `at` is, with or without a clitic: «بلدة», «وببلدة», «بحي». Null where it is none. */
export function adminNounAt(tokens: readonly PlaceToken[], at: number, rules: PlaceRules): AdminNoun | null {
  const token = tokens[at];
  return token?.kind === 'word' ? rules.adminNounOf(token.form) : null;
}
