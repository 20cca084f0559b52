import { testOfForm } from '#arabic/forms.ts';
import { speechWord } from '#arabic/speech.ts';
import { isOpeningMark, type Token, tokenLike } from '#arabic/tokens.ts';
import {
  CHANNELS,
  COMPLEMENTIZERS,
  isDefinite,
  isGivenName,
  isInstitution,
  isNisba,
  isOrdinaryWord,
  JOINERS,
  placeEnd,
  STOPS,
  TIMES,
  TITLES_TRIE,
  withoutArticle,
} from './speaker-words.ts';
import { isPlural } from './word-endings.ts';

/** «الحداد ثلاثة أيام», «الحداد الوطني» */
const lasts = tokenLike(
  /^(?:ثلاثة|خمسة|سبعة|اربعين|يوما?|يومين|اسبوعا?|[0-9]+|لمدة|الوطني|العام|الرسمي|على|في)$/,
);

/** «الحداد ثلاثة أيام», «الحداد في البلاد»; «سالم الحداد في مؤتمر» is his name. */
export const isMourning = (tokens: readonly Token[], at: number): boolean =>
  lasts(tokens[at]) && !CHANNELS.has(tokens[at + 1]?.text ?? '');

/** «صمت الحكومة»: a common noun, and whose it is. */
export function isOwnedByDefinite(tokens: readonly Token[], at: number): boolean {
  const [noun, owner] = [tokens[at]?.text ?? '', tokens[at + 1]?.text ?? ''];
  const isDeed = /^(?:صمت|سكوت|بطء|عجز|غياب|تقاعس)$/.test(noun);
  if (
    isDefinite(noun) ||
    isGivenName(noun) ||
    (noun.length < 4 && !isDeed) ||
    !(isDeed || isOrdinaryWord(noun))
  )
    return false;
  if (TITLES_TRIE.longestAt(tokens, at) !== null || TITLES_TRIE.longestAt(tokens, at + 1) !== null)
    return false;
  return isDefinite(owner) && isInstitution(owner);
}

/** «الهدنة "استسلاما"»: a thing of which something is said. */
export function isThingBeforeMarks(tokens: readonly Token[], at: number): boolean {
  const { text = '' } = tokens[at] ?? {};
  if (!/^ال.{3,}ة$/.test(text) || !isOrdinaryWord(withoutArticle(text))) return false;
  return isOpeningMark(tokens[at + 1]) && TITLES_TRIE.longestAt(tokens, at) === null;
}

/** A word of a foreign name, as far as its letters tell. */
export function mayFollowShort(tokens: readonly Token[], at: number): boolean {
  const { text = '', kind } = tokens[at] ?? {};
  if (kind !== 'word' || text.length < 2 || text.length > 6 || isDefinite(text) || JOINERS.has(text))
    return false;
  return (
    !STOPS.has(text) &&
    !COMPLEMENTIZERS.has(text) &&
    !isInstitution(text) &&
    !TIMES.has(text) &&
    TITLES_TRIE.longestAt(tokens, at) === null &&
    speechWord(text) === null
  );
}

const rules = tokenLike(/^(?:امير|ملك|سلطان|امام|حاكم)$/);

/** «أمير قطر», «سلطان عمان»: a country behind a ruler's title. */
export const isRulerOf = (tokens: readonly Token[], at: number): boolean =>
  rules(tokens[at]) && placeEnd(tokens, at + 1) > at + 1 && !isGivenName(tokens[at + 1]?.text ?? '');

const areTold = tokenLike(/^ال(?:حضور|حاضرين|صحافيين|صحفيين|مشاركين)$/);
const isDenied = tokenLike(/^لا[يت].{3,}/);
/** «بن», «ولد»: a father's name follows. */
export const isSon = tokenLike(/^(?:بن|ابن|بنت|ولد)$/);
const isThis = tokenLike(/^(?:ذلك|تلك|هذا|هذه|ما|كل)$/);

/**
 * «سيباستيان علي ذلك», «مهاجراني لايؤمن», «البدر شارحا امتناعه», «شارل مورفي السياسي الإنجليزي»: the preposition, what
 * is denied, how he says it, what he is.
 */
export function isNoPart(tokens: readonly Token[], at: number, words: number): boolean {
  const text = tokens[at]?.text ?? '';
  // «أبلغ سامي نصر الحضور بأن»
  if (areTold(tokens[at])) return true;
  // «ودعت لوفيفر الباريسيين إلى»
  if (isPlural(text) && text !== 'العابدين' && /^(?:الى|من|على|ب.{2,}|ان)$/.test(tokens[at + 1]?.text ?? ''))
    return true;
  // «سيباستيان علي ذلك»; «قال أحمد محمد علي إن» is a name.
  if (text === 'علي') return !isSon(tokens[at - 1]) && isThis(tokens[at + 1]);
  // «لايوش» is a name.
  if (isDenied(tokens[at])) return isOrdinaryWord(text.slice(2));
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

/** «عامر بن زيد النوفلي»: behind a father's name what looks like an adjective, and is of no country. */
export const isFamily = (text: string): boolean => /^ال.{3,}ي$/.test(text) && !isNisba(text);

/** «شينزو آبي،»: no «father of» stands before a sign. */
export const isWholeAbi = (tokens: readonly Token[], to: number): boolean =>
  tokens[to - 1]?.text === 'ابي' && tokens[to]?.kind === 'mark';
