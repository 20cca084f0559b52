import { headOf, isKindOf, wordsOf } from './book-entry.ts';
import { agrees, type Resolved } from './resolved.ts';
import { isDefinite, isNisba, withoutArticle } from './speaker-words.ts';

/** Who spoke so many times ago is not forgotten. */
const RECENT = 6;

/** «المسؤول في الصليب الأحمر»: «رئيس بعثة اللجنة الدولية للصليب الأحمر», who spoke before. */
export function ofBody(speakers: readonly Resolved[], words: readonly string[]): Resolved | null {
  const kind = (words[0] ?? '').slice(2);
  const isThere = ({ role }: Resolved) => isKindOf(kind, role) && wordsOf(role).includes(words.at(-1) ?? '');
  return speakers.slice(-RECENT).findLast(isThere) ?? null;
}

/** «الوالدة المكلومة»: whatever is said of whoever spoke last by that office. */
export function describedAs(
  last: Resolved | undefined,
  words: readonly string[],
  gender: 'm' | 'f' | null,
): Resolved | null {
  if (!last?.role || last.isBody || words.length !== 2 || !words.every(isDefinite)) return null;
  if (isNisba(words[1] ?? '') || !agrees(last, { gender, plural: false })) return null;
  const head = (word = '') => headOf(withoutArticle(word));
  return head(wordsOf(last.role)[0]) === head(words[0]) ? last : null;
}
