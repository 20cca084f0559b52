import type { SpeechWord } from '#arabic/speech.ts';
import { type Token, tokenLike } from '#arabic/tokens.ts';
import type { SpeakerPhrase } from './speaker.ts';
import { DESCRIBERS, isDefinite, placeEnd, TITLES_TRIE } from './speaker-words.ts';

/** Verbs that say what somebody or something is: «وصف القرار بأنه». */
export const DESCRIBING = new Set(['وصف', 'اتهم', 'نعت']);

/** A definite noun that is no adjective, as far as its form tells. */
const isDescribed = tokenLike(
  /^ال(?!م|(?:سابق|حالي|عام|جديد|اسبق|راحل|اول|اعلى|كبير|شاب|بارز|سامي|خاص|قادم|لاحق|ثاني|نائب)[ةه]?$)(?:.{2,}[^ي]|.{2})$/,
);

/** «ووصفت مصادر دبلوماسية الأجواء بأنها»: a definite noun behind an office without an article is what is described. */
export function withoutDescribed(
  tokens: readonly Token[],
  phrase: SpeakerPhrase,
  word: SpeechWord,
): SpeakerPhrase {
  const { from, to, role, name } = phrase;
  if (!DESCRIBING.has(word.lemma) || !role || name || to - from < 2) return phrase;
  if (!DESCRIBERS.has(tokens[to]?.text ?? '')) return phrase;
  // «ووصف وزير الصحة الحريق بأنه»
  const whole = isDefinite(tokens[to - 2]?.text ?? '') || placeEnd(tokens, to - 2) === to - 1;
  if (whole && word.suffix === '' && isDescribed(tokens[to - 1]))
    return { ...phrase, to: to - 1, role: { from, to: to - 1 } };
  if (to - from < 3 || TITLES_TRIE.get(tokens[from]?.text ?? '')?.kind !== 'plural') return phrase;
  const nouns = [tokens[from]?.text ?? '', tokens[to - 2]?.text ?? ''];
  if (nouns.some(isDefinite) || !isDefinite(tokens[to - 1]?.text ?? '')) return phrase;
  return { ...phrase, to: to - 1, role: { from, to: to - 1 } };
}
