import { wordSet } from '#arabic/fold.ts';
import { testOfForm } from '#arabic/forms.ts';
import { speechWord } from '#arabic/speech.ts';
import { isComma, type Token, tokenLike } from '#arabic/tokens.ts';
import { isFamily, isInPresent, isSon } from './name-ends.ts';
import { OBJECTS } from './read-body.ts';
import { audienceEnd, MANNERS } from './skip-to-speaker.ts';
import {
  endsDescription,
  isConjoined,
  isMasdar,
  isPrepositional,
  isThatNext,
  NAME_PARTS,
} from './speaker-limits.ts';
import {
  FINDING_NOUNS,
  isDefinite,
  isGivenName,
  isInstitution,
  isNisba,
  isOrdinaryWord,
  isPlaceWord,
  JOINERS,
  placeEnd,
  SKIPPABLE,
  STOPS,
  TIMES,
  TITLES_TRIE,
  withoutArticle,
} from './speaker-words.ts';
import { isSurnameHere } from './surnames.ts';
import {
  areTheirs,
  bareOf,
  describesHow,
  isAccusativeNoun,
  isFeeling,
  isOwned,
  isPlural,
} from './word-endings.ts';

const FROM_WHOM = wordSet('بمن لمن عمن');

/** Whether a person's name can begin at a token. */
export function canBeginName(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word') return false;
  const { text, form } = token;
  // «فإن» and the «فان» of a name are written alike here: a name begins with it only behind a verb of saying.
  if (text === 'فان') return beginsDutch(tokens, at);
  if (text === 'او' || isRulerOfPlace(tokens, at)) return false;
  // «في آن واحد»
  if (text === 'آن' && /^(?:واحد|معا|واخر)$/.test(tokens[at + 1]?.text ?? '')) return false;
  // «صباح السبت»: a time of day, and not the name.
  if (TIMES.has(text) && TIMES.has(tokens[at + 1]?.text ?? '')) return false;
  if (isOfGod(tokens, at)) return true;
  // «متحدث فضّل عدم ذكر اسمه»: what he did, where no other name follows.
  if (MAY_BE_DEEDS.has(text) && !isOfNames(tokens[at + 1]?.form ?? form)) return false;
  if (isOfNames(form) || isForeignTitle(tokens, at) || isSurnameHere(tokens, at)) return true;
  if (isNoName(form) || isCircumstance(tokens, at)) return false;
  // «قال الهولندي بوجه متجهم»
  if (isManner(tokens, at) || audienceEnd(tokens, at, tokens.length) > at) return false;
  // «أعلن المتحدث تحييد 14»: what is announced.
  if (tokens[at + 1]?.kind === 'number' && isMasdar(text)) return false;
  return TITLES_TRIE.longestAt(tokens, at) === null;
}

const isRuler = tokenLike(/^امير[ةه]?$/);
const isRealm = tokenLike(
  /^(?:(?:ال)?منطق[ةه]|محافظ[ةه]|مدين[ةه]|امار[ةه]|دول[ةه]|ولاي[ةه]|اقليم|قبيل[ةه]|قبائل)$/,
);

/** «خالد الفيصل أمير منطقة حائل»: a first name elsewhere, and here what he is. */
export const isRulerOfPlace = (tokens: readonly Token[], at: number): boolean =>
  isRuler(tokens[at]) && (isRealm(tokens[at + 1]) || placeEnd(tokens, at + 1) > at + 1);

/** «قال فان دايك», and not «… فإن الوضع». */
function beginsDutch(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  const isSaid = speechWord(tokens[at - 1]?.text ?? '')?.form === 'verb';
  return isSaid && tokens[at]?.hamza === false && next?.kind === 'word' && isUnknownWord(next.text);
}

const isUnknownWord = (text: string) => !isDefinite(text) && !isOrdinaryWord(text) && !STOPS.has(text);

/** «فضل الله», «جار الله»: of God, and so a name, whatever the first word means elsewhere. */
export const isOfGod = (tokens: readonly Token[], at: number): boolean =>
  tokens[at + 1]?.text === 'الله' && OF_GOD.has(tokens[at]?.text ?? '');

const OF_GOD = wordSet('فضل جار خلف');

/** First names that are verbs, too. */
const MAY_BE_DEEDS = wordSet('فضل واصل');

const isOfNames = testOfForm(({ text }) => isGivenName(text) || NAME_PARTS.has(text));

/** Whether a word that is of no name elsewhere begins none here either, whatever stands around it. */
const isNoName = testOfForm((form) => {
  const { text } = form;
  if (text.length < 2 || JOINERS.has(text) || endsDescription(form) || isPrepositional(form)) return true;
  if (/^(?:عشرة?|احد|احدى|البالغة?)$/.test(text) || FROM_WHOM.has(text)) return true;
  // «وقال مخاطبا جنوده: "…"»: how he said it.
  if (describesHow(text) && speechWord(text)?.form === 'participle') return true;
  // «سامي الخطيب يتحدث باسم …»: what he does.
  if (isInPresent(text) && speechWord(text)?.form === 'verb') return true;
  // «دعا الرئيس المواطنين»، «أبدى المصدر اعتقاده»: no names.
  if (isPlural(text) || isOwned(text) || areTheirs(text) || isFeeling(text)) return true;
  // «قال الرئيس لمستشاريه», «يشير بيده إلى حفرة»
  if (/^ل.{4,}(?:ه|ها|هم)$|^ب(?:يد|يدي|راس|اصبع|عيني|ذراع)(?:ه|ها)$/.test(text) && !isGivenName(text))
    return true;
  // «وعد مدير المرور بحل المشكلة»
  if (/^ب(?:حل|رد|ضم|صد|سد|شن|بث|دعم|رفض|منع|فتح|وقف|رفع|منح|حق)$/.test(text)) return true;
  // «وحذا حذوها رئيس البنك»
  if (/.{3}ها$/.test(text)) return true;
  // «دائماً», «باكياً»: how it was said.
  if (text.endsWith('ا') && (isOrdinaryWord(text) || isAccusativeNoun(text))) return true;
  // «بحسب قائد الشرطة بينهم طفل»
  if (/^(?:بين|من|ضمن)(?:هم|هن)$/.test(text)) return true;
  return isInstitution(text) || OBJECTS.has(text) || FINDING_NOUNS.has(text) || isConjoined(form);
});

/** «دون مانويل»: a title in his language, «without» in ours. */
const isForeignTitle = (tokens: readonly Token[], at: number) =>
  tokens[at]?.text === 'دون' && isGivenName(tokens[at + 1]?.text ?? '');

/** «ودموعه تسبقه», «بنجاتها», «بشرب الماء»: how, by what, or what of it. */
export function isCircumstance(tokens: readonly Token[], at: number): boolean {
  const text = tokens[at]?.text ?? '';
  const rest = text.slice(1);
  const next = tokens[at + 1]?.text ?? '';
  // «بالكاذب»
  const first = text[0];
  // «وأعاد الرئيس نشر الصورة»: a verb and its subject; no name that begins so goes on with an article.
  if (text.length >= 4 && text.startsWith('وا') && isDefinite(next)) return true;
  // «، منحنيا أمام الكاميرات»
  if (describesHow(text) && /^(?:امام|في|على|الى|من|عن|مع|بين|تحت|نحو|وسط)$/.test(next)) return true;
  // «وكتب بخط يده»
  if (
    text[0] === 'ب' &&
    isOrdinaryWord(rest) &&
    /^.{2,4}(?:ه|ها|هم)$/.test(next) &&
    !isGivenName(text) &&
    !isGivenName(next)
  )
    return true;
  if (text.length < 4 || (first !== 'ب' && first !== 'و' && first !== 'ل')) return false;
  if (text.length >= 6 && text.startsWith('بال')) return true;
  if (/^و.{3,}(?:ه|ها)$/.test(text) && isInPresent(next) && next.length > 2 && !isGivenName(next))
    return true;
  if (/^[وبل].{3,}(?:ه|ها|هم)$/.test(text)) return isOrdinaryWord(bareOf(rest)) || isMasdar(bareOf(rest));
  if (first !== 'ب' || !isDefinite(next) || TIMES.has(next) || STOPS.has(next)) return false;
  // «بتحدي القانون»
  return isOrdinaryWord(rest) || rest.length === 3 || isMasdar(rest) || /^ت..ي$/.test(rest);
}

/** «بصوت خفيض», «بحزن», «هاتفياً». */
export const isManner = (tokens: readonly Token[], at: number) =>
  MANNERS.has(tokens[at]?.text ?? '') || SKIPPABLE.longestAt(tokens, at) !== null;

/** «قالت الناشطة المدنية رسالة شركاني،»: a common word, and behind it one that is nothing but a surname. */
export function isUnlikelyName(tokens: readonly Token[], at: number, end: number): boolean {
  const [first, last] = [tokens[at], tokens[at + 1]];
  if (
    first?.kind !== 'word' ||
    last?.kind !== 'word' ||
    at + 2 > end ||
    !isDefinite(tokens[at - 1]?.text ?? '')
  )
    return false;
  const isCommon = [isDefinite, isMasdar].some((is) => is(first.text)) || TIMES.has(first.text);
  if (isCommon || JOINERS.has(first.text) || endsDescription(first.form) || isPrepositional(first.form))
    return false;
  const isSurname = !isDefinite(last.text) && !isOrdinaryWord(last.text) && !isPrepositional(last.form);
  return isSurname && !isConjoined(last.form) && !endsDescription(last.form) && isComma(tokens[at + 2]);
}

/** Whether a comma or an office follows one word behind «الخضر». */
export function isSecondName(tokens: readonly Token[], at: number): boolean {
  const [{ kind, text } = {}, next] = [tokens[at], tokens[at + 1]];
  if (kind !== 'word' || !text || text.length < 4 || isPlural(text)) return false;
  const office =
    !isDefinite(next?.text ?? '') && TITLES_TRIE.longestAt(tokens, at + 1)?.value.kind === 'office';
  return office || isComma(next);
}

/** «الهادي الجريبي», «المختار ولد داداه»: a first name with its article, as a surname or a father behind it shows. */
export function isDefiniteFirstName(tokens: readonly Token[], at: number): boolean {
  const { text = '' } = tokens[at] ?? {};
  if (!isDefinite(text) || !isGivenName(withoutArticle(text)) || isNisba(text)) return false;
  const next = tokens[at + 1];
  if (isSon(next)) return true;
  const family = next?.text ?? '';
  const bare = withoutArticle(family);
  // «، الطيب البكوش،»: a family's name that is no word of ours, and nothing behind it.
  const known = isDefinite(family) && (isGivenName(bare) || !isOrdinaryWord(bare)) && !isNisba(family);
  const isClosed = known && isComma(tokens[at + 2]);
  const isAlone = isFamily(family) && !isOrdinaryWord(bare) && !isDefinite(tokens[at + 2]?.text ?? '');
  if ((!isClosed && !isAlone) || TITLES_TRIE.longestAt(tokens, at) !== null) return false;
  return isClosed || TITLES_TRIE.longestAt(tokens, at + 1) === null;
}

/** «قال كاسبر هانسن إن»: a town elsewhere, and a word of no language of ours behind it. */
export function isNameLikePlace(tokens: readonly Token[], at: number): boolean {
  const { text = '', kind } = tokens[at + 1] ?? {};
  if (kind !== 'word' || placeEnd(tokens, at) > at + 1 || isDefinite(text) || isOrdinaryWord(text))
    return false;
  if (!canBeginName(tokens, at + 1) || isPlaceWord(text)) return false;
  // «باكو محمدو رئيس بلدية بوسو»
  return isThatNext(tokens, at + 2) || TITLES_TRIE.longestAt(tokens, at + 2)?.value.kind === 'office';
}
