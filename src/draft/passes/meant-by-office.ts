import { formOf } from '#arabic/forms.ts';
import { rememberWords } from '#arabic/remember-words.ts';
import { type Token, tokenLike } from '#arabic/tokens.ts';
import { headOf, isKindOf, wordsOf } from './book-entry.ts';
import { agrees, type Resolved } from './resolved.ts';
import type { SpeakerPhrase } from './speaker.ts';
import {
  isDefinite,
  isGivenName,
  isNisba,
  possessedTitle,
  TITLES_TRIE,
  withoutArticle,
} from './speaker-words.ts';

/** Words for anybody at all. */
export const ANYBODY = new Set(
  'رجل مرا مراه امراه سيد شاب فتا فتاه ام اب عجوز طفل فتى قائل ناجي ستيني خمسيني اربعيني ثلاثيني عشريني سبعيني ثمانيني مسن فائز مصنف'.split(
    ' ',
  ),
);
/** «المسؤولة الأممية», «المتحدث ذاته»: somebody who was named before. */
export const REFERRING = new Set('مسؤول متحدث ناطق'.split(' '));
export const DECEASED = new Set(['راحل', 'فقيد', 'مرحوم', 'متوفى', 'متوفا']);

/** «الوزير السابق», «السائق الأربعيني»: what is said of whoever was named, and no part of an office. */
export const isSaidOfHim = rememberWords((word: string): boolean =>
  /^ال(?:سابق|متقاعد|مخضرم|شاب|عشريني|ثلاثيني|[اأ]ربعيني|خمسيني|ستيني|سبعيني|ثمانيني|تسعيني|مسن)[ةه]?$/.test(
    word,
  ),
);

const isSelf = tokenLike(/^(?:نفس|ذات|عين)(?:ه|ها)$/);
const isSame = tokenLike(/^(?:نفس|ذات|عين)$/);

/** «المصدر» for whoever spoke last, «المصدر ذاته» for a body, too, and «المتحدث ذاته» for anybody. */
export function isSameSource(tokens: readonly Token[], { from, to }: SpeakerPhrase, last: Resolved): boolean {
  const head = tokens[from]?.text ?? '';
  const isTheSame = isSelf(tokens[to]) || isSame(tokens[from - 1]);
  if (head !== 'المصدر')
    return isTheSame && !last.isBody && REFERRING.has(withoutArticle(head).replace(/[ةه]$/, ''));
  return last.isBody ? isTheSame : agrees(last, { gender: 'm', plural: false });
}

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

/** Whether somebody may be meant by a trade, an age or a general word. */
export function mayBeCalled(
  last: Resolved,
  bare: string,
  gender: 'm' | 'f' | null,
  unlessTitled: boolean,
): boolean {
  if (last.isBody || last.plural || last.name === null) return false;
  // «القاضي» without a name is no «المتهم».
  const first = wordsOf(last.name)[0] ?? '';
  const nameless = TITLES_TRIE.get(first) !== undefined && !isGivenName(first);
  if (nameless && !isKindOf(bare, last.name) && !ANYBODY.has(bare)) return false;
  // «تقف نجوى، مديرة الدار، أمام الباب. وقالت المديرة»
  const sameOffice = headOf(withoutArticle(wordsOf(last.role)[0] ?? '')) === headOf(bare);
  if ((sameOffice || REFERRING.has(bare)) && last.role !== null)
    return agrees(last, { gender, plural: false });
  // «محاميه» is a trade, too, and whose.
  const titled = wordsOf(last.role).some(
    (part) =>
      TITLES_TRIE.get(withoutArticle(part)) !== undefined || possessedTitle(formOf(part, 'word')) !== null,
  );
  // «كانت لينا سالم تبحث عن أخيها. وروت البائعة»: a trade of whom nothing else is known.
  const unknown = unlessTitled && !titled;
  if (!ANYBODY.has(bare) && !unknown && !isKindOf(bare, last.role)) return false;
  return agrees(last, { gender, plural: false });
}
