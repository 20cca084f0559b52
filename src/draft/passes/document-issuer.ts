import { fold, wordSet } from '#arabic/fold.ts';
import { type Token, tokenLike } from '#arabic/tokens.ts';
import type { SpeakerPhrase } from './speaker.ts';
import { readSpeaker } from './speaker-phrase.ts';
import { readWithout } from './subject-before.ts';

/** «جاء في بيان الوزارة أن»: verbs of what a document says. */
export const REPORTED = new Set(['جاء', 'ورد', 'نص'].map(fold));
const DOCUMENTS = wordSet(
  'بيان بلاغ تقرير رسالة تغريدة تدوينة منشور كلمة تصريح تصريحات مذكرة برقية خطاب نص وثيقة نشرة',
);
const ISSUED =
  /^(?:صادر|صدر|اصدره|اصدرته|اصدرها|اصدرتها|نشره|نشرته|نشرها|نشرتها|وزعه|وزعته|بثه|بثته|تلاه|تلته|وجهه|وجهته|وجهها|وجهتها|اذاعه|اذاعته|كتبه|كتبته|كتبها|كتبتها|تلقته|تلقت)[ةه]?$/;

/** «في الرسالة "…"», «في بيانها "…"»: nothing but the document stands before what it says. */
export function isInDocument(tokens: readonly Token[], from: number, said: number): boolean {
  if (!/^(?:في|فى)$/.test(tokens[from]?.text ?? '') || said !== from + 2) return false;
  const noun = (tokens[from + 1]?.text ?? '').replace(/^ال/, '').replace(/(?:ها|هم|ه)$/, '');
  return DOCUMENTS.has(noun) || DOCUMENTS.has(noun.replace(/ت$/, 'ة'));
}

/** Words in which somebody speaks stand at most so many tokens before «قال فيها». */
const LONGEST_WORDS = 14;
const WORDS = wordSet('كلمة بكلمة خطاب بخطاب محاضرة مداخلة رسالة برسالة مقابلة تغريدة');

const isInIt = tokenLike(/^فيها?$/);

/** «بكلمة رئيس الجمعية سامي نصر أشار فيها إلى أن»: whose words they are, up to the verb. */
export function ownerOfWords(tokens: readonly Token[], verb: number, from: number): SpeakerPhrase | null {
  if (!isInIt(tokens[verb + 1])) return null;
  for (let i = verb - 2; i >= Math.max(from, verb - LONGEST_WORDS); i--) {
    // «بعد أن نشرت الجماعة شريطا أعلنت فيه»
    if (/^[وف]?(?:نشر|بث|اصدر|وزع|اذاع)ت?$/.test(tokens[i]?.text ?? '')) {
      const publisher = readSpeaker(tokens, i + 1, verb, true);
      return publisher?.from === i + 1 ? publisher : null;
    }
    if (!WORDS.has((tokens[i]?.text ?? '').replace(/^و/, ''))) continue;
    const owner = readSpeaker(tokens, i + 1, verb);
    return owner?.from === i + 1 && owner.to === verb && (owner.role || owner.name) ? owner : null;
  }
  return null;
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
  if (!DOCUMENTS.has(tokens[i]?.text ?? '') || i + 1 >= end) return null;
  i++;
  while (
    i < end &&
    /^(رسمي|رسمية|مشترك|مشتركة|مقتضب|مقتضبة|مكتوب|مكتوبة|مصور|مصورة|نص|له|لها)$/.test(tokens[i]?.text ?? '')
  )
    i++;
  if (ISSUED.test(tokens[i]?.text ?? '')) i += tokens[i + 1]?.text === 'عن' ? 2 : 1;
  // «ورد بلاغ للعمليات» was sent to them.
  const phrase = (isIn ? readWithout(tokens, i, end, 'ل') : null) ?? readSpeaker(tokens, i, end);
  return phrase && phrase.from === i ? phrase : null;
}
