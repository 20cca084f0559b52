import { fold, wordSet } from '#arabic/fold.ts';
import type { Token } from '#arabic/tokens.ts';
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
