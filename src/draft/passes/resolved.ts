import type { Speaker } from '#draft/fact.ts';

/** Whoever a speaker's words mean. */
export interface Resolved extends Speaker {
  gender: 'm' | 'f' | null;
  /** Whether they are several; null = not known, or said of a body. */
  plural: boolean | null;
  isBody: boolean;
}

/** What a verb says of its hidden subject; null = nothing. */
export interface Wanted {
  gender: 'm' | 'f' | null;
  plural: boolean | null;
  /** A document is quoted: whoever issued it. */
  document?: boolean;
}

export function agrees(speaker: Resolved, { gender, plural }: Wanted): boolean {
  if (gender !== null && speaker.gender !== null && speaker.gender !== gender) return false;
  if (plural === true) return speaker.plural !== false;
  // «قالت المصادر … وأضافت» is singular, «قال الشهود … وأضافوا» is not.
  return plural === null || gender !== 'm' || speaker.plural !== true;
}

/** Somebody of the article, where a word means them. */
export const resolvedAs = (
  { name, role }: Pick<Resolved, 'name' | 'role'>,
  gender: Resolved['gender'],
): Resolved => ({ name, role, gender, plural: false, isBody: false });
