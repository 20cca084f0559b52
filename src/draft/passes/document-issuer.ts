import { fold, wordSet } from '#arabic/fold.ts';
import { isComma, type Token, tokenLike } from '#arabic/tokens.ts';
import { isWherein } from './inside-subject.ts';
import { behindIssuing } from './issuer-phrase.ts';
import { areOrdinary } from './ordinary-name.ts';
import type { SpeakerPhrase } from './speaker.ts';
import { readSpeaker } from './speaker-phrase.ts';
import { isDefinite, isGivenName, isInstitution, withoutArticle } from './speaker-words.ts';
import { readWithout } from './subject-before.ts';

/** «جاء في بيان الوزارة أن»: verbs of what a document says. */
export const REPORTED = new Set(['جاء', 'ورد', 'نص'].map(fold));
const DOCUMENTS = wordSet(
  'بيان بلاغ تقرير رسالة تغريدة تدوينة منشور كلمة تصريح تصريحات مذكرة برقية خطاب نص وثيقة نشرة',
);
/** «في قرار المحكمة»: of a body only; «قرار العودة» is none's. */
const RULINGS = wordSet('قرار حكم محضر مرسوم تعميم إشعار إخطار');
const isReceived = tokenLike(/^(?:تلقت?(?:ه|ها)?|وصل(?:نا|نها|ها|ه|ت|تنا|تها)?)$/);

/** «في الرسالة "…"», «في بيانها "…"»: nothing but the document stands before what it says. */
export function isInDocument(tokens: readonly Token[], from: number, said: number): boolean {
  if (!/^(?:في|فى)$/.test(tokens[from]?.text ?? '')) return false;
  // «في كلمتها المتلفزة "…"»
  const described = said === from + 3 && isDefinite(tokens[from + 2]?.text ?? '');
  if (said !== from + 2 && !described) return false;
  const noun = (tokens[from + 1]?.text ?? '').replace(/^ال/, '').replace(/(?:ها|هم|ه)$/, '');
  return DOCUMENTS.has(noun) || DOCUMENTS.has(noun.replace(/ت$/, 'ة'));
}

/** Words in which somebody speaks stand at most so many tokens before «قال فيها». */
const LONGEST_WORDS = 14;
const WORDS = wordSet(
  'كلمة بكلمة خطاب بخطاب محاضرة مداخلة رسالة برسالة مقابلة تغريدة تصريح تصريحات بيان بيانا تسجيل تسجيلا شريط شريطا مقطعا',
);
/** «تسجيلا صوتيا» */
const isRecorded = tokenLike(
  /^(?:لافت|لافتا|لافتة|جديدة|مقتضبا?|قصيرا?|صوتي|صوتية|مصور|مصورة|مرئي|رسمي|متلفز|صوتيا|مصورا|مرئيا|رسميا|متلفزا|جديدا)$/,
);

/** «بكلمة رئيس الجمعية سامي نصر أشار فيها إلى أن»: whose words they are, up to the verb. */
export function ownerOfWords(tokens: readonly Token[], verb: number, from: number): SpeakerPhrase | null {
  if (!isWherein(tokens[verb + 1])) return issuerBefore(tokens, verb, from);
  for (let i = verb - 2; i >= Math.max(from, verb - LONGEST_WORDS); i--) {
    // «بعد أن نشرت الجماعة شريطا أعلنت فيه»
    if (isPublished(tokens[i])) {
      const at = isThroughIt(tokens[i + 1]) ? i + 2 : i + 1;
      const publisher = readSpeaker(tokens, at, verb, true);
      return publisher?.from === at ? publisher : null;
    }
    const written = isWritten(tokens[i]) ? issuerBehind(tokens, i + 1, verb) : null;
    if (written) return written;
    if (!WORDS.has((tokens[i]?.text ?? '').replace(/^و/, ''))) continue;
    const at = isRecorded(tokens[i + 1]) ? i + 2 : i + 1;
    // «بيانا للحماية المدنية جاء فيه»
    const whose = readWithout(tokens, at, verb, 'ل');
    const behind = whose && isComma(tokens[whose.to]) ? whose.to + 1 : whose?.to;
    if (whose?.from === at && behind === verb) return whose;
    // «في شريط مصور أعلنت فيه»
    if (at > i + 1) continue;
    const owner = readSpeaker(tokens, i + 1, verb);
    const isThing =
      owner?.name &&
      owner.kind === 'person' &&
      !owner.role &&
      (owner.to === i + 2 ? !isGivenName(tokens[i + 1]?.text ?? '') : areOrdinary(tokens, owner.name));
    if (owner?.from === i + 1 && owner.to === verb && (owner.role || owner.name) && !isThing) return owner;
  }
  return null;
}

const isIssuedBy = tokenLike(/^(?:اصدر|نشر|وزع|بث|اذاع|القا|وجه|كتب)ت?(?:ه|ها)$/);

/** «في بيان أصدرته وزارة النقل، قالت إن»: whoever issued a document right before the verb; null where nobody did. */
function issuerBefore(tokens: readonly Token[], verb: number, from: number): SpeakerPhrase | null {
  const end = isComma(tokens[verb - 1]) ? verb - 1 : verb;
  for (let i = end - 2; i >= Math.max(from, verb - LONGEST_WORDS); i--) {
    if (!isIssuedBy(tokens[i])) continue;
    const document = isRecorded(tokens[i - 1]) ? i - 2 : i - 1;
    if (!DOCUMENTS.has(tokens[document]?.text ?? '')) return null;
    const issuer = readSpeaker(tokens, i + 1, verb, true);
    return issuer?.from === i + 1 && (issuer.to === end || issuer.to === verb) ? issuer : null;
  }
  return null;
}

/** «نشرت», «ألقاها», «أدلى»: what somebody does with words of theirs. */
const isPublished = tokenLike(
  /^[وف]?(?:نشر|بث|اصدر|وزع|اذاع|وجه)ت?(?:ه|ها)?$|^(?:القى|القا(?:ه|ها)|القت(?:ه|ها)?|ادلى|ادلت)$/,
);
const isThroughIt = tokenLike(/^به(?:ا|م)?$/);

const isWritten = tokenLike(/^(?:بيان|بلاغ|تقرير|منشور|خطاب)ا?$|^(?:رسالة|مذكرة|برقية|وثيقة)$/);

/** «بيانا صادرا عن الفرقة», «بلاغا للمديرية»: whoever it is from; null where that is not said. */
function issuerBehind(tokens: readonly Token[], at: number, end: number): SpeakerPhrase | null {
  const named = behindIssuing(tokens, at);
  const issuer = named === null ? readWithout(tokens, at, end, 'ل') : readSpeaker(tokens, named, end, true);
  return issuer?.from === (named ?? at) && (issuer.role || issuer.kind === 'body') ? issuer : null;
}

/** Whose the document is that a report is taken from («في بيان صادر عن الوزارة», «في رسالة للنقابة»), or null. */
export function issuerOf(tokens: readonly Token[], from: number, end: number): SpeakerPhrase | null {
  let i = from;
  const isIn = /^(في|فى|ضمن|ب)$/.test(tokens[i]?.text ?? '');
  if (isIn) i++;
  // «جاء في البيان الختامي»: of all who met.
  if (
    /^(البيان|الاعلان)$/.test(tokens[i]?.text ?? '') &&
    /^(الختامي|المشترك|النهائي)$/.test(tokens[i + 1]?.text ?? '')
  )
    return { from: i, to: i + 2, name: { from: i, to: i + 2 }, role: null, kind: 'body', gender: 'm' };
  const document = tokens[i]?.text ?? '';
  if (RULINGS.has(document) && i + 1 < end && isInstitution(tokens[i + 1]?.text ?? ''))
    return readSpeaker(tokens, i + 1, end);
  if (i + 1 >= end) return null;
  // «جاء في البيان الصادر عن القيادة أن», «جاء في الرسالة التي وجهها الوزير»
  if (isDefinite(document) && DOCUMENTS.has(withoutArticle(document))) {
    const named = behindIssuing(tokens, i + 1);
    const issuer = named === null ? null : readSpeaker(tokens, named, end, true);
    return issuer?.from === named ? issuer : null;
  }
  if (!DOCUMENTS.has(document)) return null;
  i++;
  while (
    i < end &&
    /^(رسمي|رسمية|مشترك|مشتركة|مقتضب|مقتضبة|مكتوب|مكتوبة|مصور|مصورة|نص|له|لها)$/.test(tokens[i]?.text ?? '')
  )
    i++;
  // «في بيان تلقته الجريدة»: to whom it was sent.
  if (isReceived(tokens[i])) return null;
  i = behindIssuing(tokens, i) ?? i;
  // «ورد بلاغ للعمليات» was sent to them.
  const phrase = (isIn ? readWithout(tokens, i, end, 'ل') : null) ?? readSpeaker(tokens, i, end);
  return phrase && phrase.from === i ? phrase : null;
}
