import { testOfForm } from '#arabic/forms.ts';
import { speechWord } from '#arabic/speech.ts';
import { type Token, tokenLike } from '#arabic/tokens.ts';
import {
  isDefinite,
  isGivenName,
  isInstitution,
  isNisba,
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

const isThis = tokenLike(/^(?:ذلك|تلك|هذا|هذه|ان|انه|انها|ما|كل)$/);

/**
 * «سيباستيان علي ذلك», «مهاجراني لايؤمن», «البدر شارحا امتناعه», «شارل مورفي السياسي الإنجليزي»: the preposition, what
 * is denied, how he says it, what he is.
 */
export function isNoPart(tokens: readonly Token[], at: number, words: number): boolean {
  const text = tokens[at]?.text ?? '';
  // «أبلغ سامي نصر الحضور بأن»
  if (/^ال(?:حضور|حاضرين|صحافيين|صحفيين|مشاركين)$/.test(text)) return true;
  if (text === 'علي') return isThis(tokens[at + 1]);
  // «لايوش» is a name.
  if (/^لا[يت].{3,}/.test(text)) return isOrdinaryWord(text.slice(2));
  const next = tokens[at + 1]?.text ?? '';
  const isWhat = words >= 2 && isDefinite(text) && isOrdinaryWord(withoutArticle(text));
  if (isWhat && isDefinite(next) && isNisba(next) && !isNisba(text)) return true;
  return tellsHow(tokens[at]);
}

/** «شارحا»: how who was named goes on. */
export const tellsHow = (token: Token | undefined): boolean => token !== undefined && isSpeaking(token.form);

const isSpeaking = testOfForm(
  ({ text }) => text.endsWith('ا') && !isGivenName(text) && speechWord(text)?.form === 'participle',
);

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
