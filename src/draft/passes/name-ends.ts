import { type Token, tokenLike } from '#arabic/tokens.ts';
import {
  isDefinite,
  isGivenName,
  isInstitution,
  isOrdinaryWord,
  placeEnd,
  TITLES_TRIE,
  withoutArticle,
} from './speaker-words.ts';

/** «الحداد ثلاثة أيام», «الحداد الوطني» */
export const isMourning = tokenLike(
  /^(?:ثلاثة|خمسة|سبعة|اربعين|يوما?|يومين|اسبوعا?|لمدة|الوطني|العام|الرسمي|على|في)$/,
);

const rules = tokenLike(/^(?:امير|ملك|سلطان|امام|حاكم)$/);

/** «أمير قطر», «سلطان عمان»: a country behind a ruler's title. */
export const isRulerOf = (tokens: readonly Token[], at: number): boolean =>
  rules(tokens[at]) && placeEnd(tokens, at + 1) > at + 1 && !isGivenName(tokens[at + 1]?.text ?? '');

/** «فإن غرفة العمليات»: what a name goes on with is none of these. */
export function beginsClause(tokens: readonly Token[], at: number): boolean {
  const text = tokens[at]?.text ?? '';
  return isInstitution(text) || isDefinite(text) || TITLES_TRIE.longestAt(tokens, at) !== null;
}

/** «يتحدث», «تبيع»: the letter with which a verb begins that goes on. */
export const isInPresent = (text: string) => text[0] === 'ي' || text[0] === 'ت';

export function isNoun(text: string): boolean {
  return isOrdinaryWord(text) || isOrdinaryWord(withoutArticle(text)) || /(?:ه|ها|هم)$/.test(text);
}
