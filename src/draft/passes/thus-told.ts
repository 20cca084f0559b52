import type { QuotationSpan } from '#arabic/quotations.ts';
import { speechOf } from '#arabic/speech.ts';
import { type Token, tokenLike } from '#arabic/tokens.ts';
import { isPause } from './attribution-of.ts';
import type { SpeakerPhrase } from './speaker.ts';
import { readSpeaker } from './speaker-phrase.ts';
import { isDefinite, isGivenName, isOrdinaryWord } from './speaker-words.ts';
import { readWithout } from './subject-before.ts';

/** A speaker behind a quotation has at most so many tokens. */
const LONGEST = 12;

const isThus = tokenLike(/^[وب]*(?:هكذا|هذه|هذا|تلك|ذلك|هاتين)$/);
const isThese = tokenLike(/^[وف]?(?:هذه|هذا|تلك|ذلك|هي|هو)$/);
const isWere = tokenLike(/^[وف]?كانت?$/);
/** What one may call words that somebody said. */
const WORDS =
  'كلمات|كلمة|كلام|قول|عبارة|عبارات|جملة|جمل|شهادة|رواية|حكاية|صرخة|صرخات|وصية|رسالة|تعليق|جواب|اجابة|نداء|سؤال|حديث';
const isTheWords = tokenLike(new RegExp(`^ال(?:${WORDS})$`));
const isWords = tokenLike(new RegExp(`^(?:${WORDS})$`));
const isWhose = tokenLike(new RegExp(`^و?ال(?:${WORDS})$`));
const isWhich = tokenLike(/^(?:اخر|اول|اولى|بعض)$/);
const isSayer = tokenLike(/^و?(?:القائل|القائلة|المتحدث|المتحدثة|المتكلم|المتكلمة|صاحب|صاحبة)$/);
const isHeOrShe = tokenLike(/^(?:هو|هي)$/);
const repeats = (token: Token | undefined): boolean =>
  token !== undefined && speechOf(token.form)?.form === 'verb';
const isInPresent = tokenLike(/^[يت].{2,}/);

/**
 * Whose a quotation was, as the words behind it tell without a verb of saying of their own: «"…". بهذه الكلمات ودعت سلمى
 * نصر ابنها», «"…". كانت تلك كلمات سامي نصر», «"…". هذا ما رواه البحار», «"…". العبارة للمدرب», «"…". القائل هو سامي نصر».
 */
export function thusTold(tokens: readonly Token[], span: QuotationSpan): SpeakerPhrase | null {
  let at = span.to + 1;
  while (isPause(tokens[at])) at++;
  if (at === span.to + 1) return null;
  // The next line may tell it.
  if (tokens[at]?.kind === 'break') at++;
  const from = behindThus(tokens, at) ?? behindWhat(tokens, at) ?? behindSayer(tokens, at);
  if (from !== null) return readAt(tokens, from);
  // «كلمات رددتها الناشطة»
  if (isWords(tokens[at]) && /^.{3,}(?:ها|ه)$/.test(tokens[at + 1]?.text ?? '') && repeats(tokens[at + 1]))
    return readAt(tokens, at + 2);
  const were = isWere(tokens[at]) ? at + 1 : at;
  if (isThese(tokens[were])) {
    const noun = isWhich(tokens[were + 1]) ? were + 2 : were + 1;
    return isWords(tokens[noun]) ? readAt(tokens, noun + 1) : null;
  }
  if (!isWhose(tokens[at])) return null;
  const whose = readWithout(tokens, at + 1, at + LONGEST, 'ل');
  return whose?.from === at + 1 ? whose : null;
}

/** Behind the verb of «بهذه الكلمات القليلة ودع سامي», «هكذا تستعيد سلمى»; null where no such words stand. */
function behindThus(tokens: readonly Token[], at: number): number | null {
  if (!isThus(tokens[at])) return null;
  if (tokens[at]?.text.endsWith('هكذا')) return isInPresent(tokens[at + 1]) ? at + 2 : null;
  if (!/^و?ب/.test(tokens[at]?.text ?? '') || !isTheWords(tokens[at + 1])) return null;
  const adjective = isDefinite(tokens[at + 2]?.text ?? '') ? 1 : 0;
  return at + 3 + adjective;
}

/** Behind the verb of «هذا ما رواه البحار», and what it governs. */
function behindWhat(tokens: readonly Token[], at: number): number | null {
  if (!isThese(tokens[at]) || tokens[at + 1]?.text !== 'ما') return null;
  const verb = tokens[at + 2];
  if (!verb || speechOf(verb.form)?.form !== 'verb') return null;
  // «هذا ما وعد به المحافظ»
  return /^(?:به|عنه|اليه|عليه)$/.test(tokens[at + 3]?.text ?? '') ? at + 4 : at + 3;
}

/** Behind «القائل هو», «صاحبة هذه الكلمات هي», «المتحدث». */
function behindSayer(tokens: readonly Token[], at: number): number | null {
  if (!isSayer(tokens[at])) return null;
  const these = isThese(tokens[at + 1]) && isTheWords(tokens[at + 2]) ? at + 3 : at + 1;
  return isHeOrShe(tokens[these]) ? these + 1 : null;
}

/** Somebody who is named, or an office: a noun that begins what happened next is nobody. */
function readAt(tokens: readonly Token[], from: number): SpeakerPhrase | null {
  const phrase = readSpeaker(tokens, from, from + LONGEST, true);
  if (phrase?.from !== from || phrase.kind !== 'person') return null;
  if (phrase.role) return phrase;
  const first = tokens[from]?.text ?? '';
  return isGivenName(first) || (phrase.to - from > 1 && !isOrdinaryWord(first)) ? phrase : null;
}
