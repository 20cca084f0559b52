import type { Token } from '#arabic/tokens.ts';
import { canBeginName } from './begins-name.ts';
import { readName } from './read-name.ts';
import { isOneOf } from './role-complement.ts';
import { audienceEnd } from './skip-to-speaker.ts';
import type { Range } from './speaker.ts';
import { isClosed, isSaidNext } from './speaker-limits.ts';
import { isGivenName, TITLES_TRIE } from './speaker-words.ts';

/**
 * «قال أحد سكان القرية سامي نصر إن»: the full name behind one of many, where what is said follows; «أحد أنصار الرئيس سامي
 * نصر» has the name of another.
 */
export function nameOfOne(tokens: readonly Token[], role: Range, end: number): Range | null {
  const { from, to } = role;
  if (!isOneOf(tokens[from]) || to < from + 3 || to >= end) return null;
  if (!isGivenName(tokens[to]?.text ?? '') || !canBeginName(tokens, to)) return null;
  if (TITLES_TRIE.get(tokens[to - 1]?.text ?? '') !== undefined) return null;
  const name = readName(tokens, to, end, false);
  if (name.to - name.from < 2) return null;
  const closes =
    isClosed(tokens, name.to) || isSaidNext(tokens, name.to) || audienceEnd(tokens, name.to, end) > name.to;
  return closes ? name : null;
}
