import type { Token } from '#arabic/tokens.ts';
import type { Range } from './speaker.ts';
import { isDefinite, isGivenName, isOrdinaryWord } from './speaker-words.ts';

/** Whether the first two words of what looks like a name are ordinary ones, and none of it is a first name. */
export function areOrdinary(tokens: readonly Token[], { from, to }: Range): boolean {
  const words = tokens.slice(from, to).map((t) => t.text);
  if (words.some(isGivenName)) return false;
  const [head = '', next = ''] = words;
  return isOrdinaryWord(head) && (isOrdinaryWord(next) || isDefinite(next) || next.endsWith('ة'));
}
