import type { Token } from '#arabic/tokens.ts';
import { canBeginName } from './begins-name.ts';
import { readName } from './read-name.ts';
import type { Range } from './speaker.ts';
import { endsDescription, isUnfinished } from './speaker-limits.ts';
import { isDefinite, isGivenName, isOrdinaryWord } from './speaker-words.ts';

const OF_WHOM = new Set(['من', 'في', 'فى']);

/** «الصحافي المقرب من الحزب سامي نصر»: a first name behind what an adjective of the office is joined to. */
export function nameBehindRelation(
  tokens: readonly Token[],
  at: number,
  end: number,
  objects: boolean,
): Range | null {
  if (!OF_WHOM.has(tokens[at]?.text ?? '') || !isUnfinished(tokens, at - 1)) return null;
  for (let i = at + 1; i < Math.min(end, at + 8); i++) {
    const { kind, text, form } = tokens[i] as Token;
    if (kind !== 'word' || endsDescription(form)) return null;
    if (i === at + 1 || !isGivenName(text)) continue;
    const before = tokens[i - 1]?.text ?? '';
    const first = !isDefinite(before) && !isOrdinaryWord(before) && canBeginName(tokens, i - 1) && i > at + 2;
    return readName(tokens, first ? i - 1 : i, end, objects);
  }
  return null;
}
