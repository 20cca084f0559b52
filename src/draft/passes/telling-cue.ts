import { testOfForm } from '#arabic/forms.ts';
import type { SpeechWord } from '#arabic/speech.ts';
import { seldomLike, type Token, tokenLike } from '#arabic/tokens.ts';
import { readCount } from './casualty-counts.ts';
import { NOUNS } from './casualty-words.ts';
import type { Cue } from './cue.ts';
import { skip } from './skip-to-speaker.ts';
import { beginsTelling, pastPlace } from './source-end.ts';
import type { Range } from './speaker.ts';
import { readSpeaker } from './speaker-phrase.ts';

/** Nouns of saying that have who says it behind them. */
export const isTelling = testOfForm(({ text }) =>
  /^[وف]?صدرت?$|^(?:اعلان|تاكيد|قول|تصريح|تحذير|اقرار|تهديد|تشديد|اعتراف|كشف|ابلاغ|اعتبار|ترجيح|توضيح|توثيق|احصاء)$/.test(
    text,
  ),
);

const stands = tokenLike(/^[وف]?(?:بعد|قبل|غداة|عقب|اثر|رغم|برغم|مع|منذ|فور|من|عشية|حسب|على|ظل|بعيد|قبيل)$/);
const isThat = tokenLike(/^(?:ان|انه|انها|انهم|بان|بانه|بانها)$/);

/** «غداة إعلان الوزير كريم صالح أن»: who says it, and what. */
export function tellingAt(tokens: readonly Token[], at: number, end: number): Cue | null {
  if (isCounting(tokens[at])) return countedAt(tokens, at);
  if (isIssued(tokens[at])) return issuedAt(tokens, at, end);
  if (!stands(tokens[at - 1])) return null;
  const phrase = readSpeaker(tokens, at + 1, end);
  if (phrase?.from !== at + 1) return null;
  const said = /^(?:من|على|الى|عن)$/.test(tokens[phrase.to]?.text ?? '') ? phrase.to + 1 : phrase.to;
  if (!isThat(tokens[said])) return null;
  return { from: at, to: at + 1, word: null, phrase, saidFrom: said, backwards: false, silent: false };
}

/** «تبنت الجماعة قتل 14 جنديا»: they say how many they killed; of an attack, they do not say how many died. */
export const claimsDeed = (tokens: readonly Token[], { lemma, suffix }: SpeechWord, { to }: Range): boolean =>
  lemma === 'تبنى' &&
  suffix === '' &&
  NOUNS.has(tokens[skip(tokens, pastPlace(tokens, to), tokens.length)]?.text ?? '');

const isIssued = seldomLike(/^[وف]?صدرت?$/);
const isDocument = seldomLike(/^(?:ال)?(?:بيان|بلاغ|تقرير|تعميم|حصيل[ةه]|نشر[ةه])$/);
const opensWords = seldomLike(/^(?:ب?ان(?:ه|ها)?|:)$/);
/** Words of whoever issued it, and of a document up to what it says. */
const OF_DOCUMENT = 16;

/** «صدر عن قيادة الجيش بيان أعلن أن», «البيان الآتي:»: whoever issued it says so. */
function issuedAt(tokens: readonly Token[], at: number, end: number): Cue | null {
  if (tokens[at + 1]?.text !== 'عن') return null;
  let document = at + 3;
  while (document < Math.min(end, at + OF_DOCUMENT) && !isDocument(tokens[document])) document++;
  const phrase = isDocument(tokens[document]) ? readSpeaker(tokens, at + 2, document) : null;
  if (phrase?.from !== at + 2 || skip(tokens, phrase.to, document) < document) return null;
  const limit = Math.min(end, document + OF_DOCUMENT);
  for (let said = document + 1; said < limit && tokens[said]?.text !== '.'; said++)
    if (opensWords(tokens[said]))
      return { from: at, to: at + 1, word: null, phrase, saidFrom: said, backwards: false, silent: false };
  return null;
}

const opensCount = tokenLike(/^ب?(?:(?:ال)?(?:عدد|اعداد|حصيل[ةه])|نحو|حوالي|قراب[ةه]|زهاء|اكثر|ما)$/);

/** «سجل ناشطون 15 وفاة», «قدر رئيس البلدية عدد النازحين»: what they have counted follows. */
export const countsBehind = (tokens: readonly Token[], at: number): boolean =>
  opensCount(tokens[at]) || beginsTelling(tokens[at]?.text ?? '') || readCount(tokens, at) !== null;

const isCounting = tokenLike(/^(?:توثيق|احصاء)$/);
const isAble = tokenLike(/^[وف]?(?:تمكن|استطاع|نجح)ت?$/);
/** Words of whoever counted. */
const COUNTER = 12;

/** «وتمكن المرصد من توثيق مقتل 48»: whose count it is. */
function countedAt(tokens: readonly Token[], at: number): Cue | null {
  if (!/^(?:من|في|فى)$/.test(tokens[at - 1]?.text ?? '')) return null;
  for (let i = at - 2; i > at - COUNTER && i >= 0; i--) {
    if (!isAble(tokens[i])) continue;
    const phrase = readSpeaker(tokens, i + 1, at - 1);
    const whole = phrase && pastPlace(tokens, phrase.to);
    if (phrase?.from !== i + 1 || whole !== at - 1) return null;
    return { from: at, to: at + 1, word: null, phrase, saidFrom: at + 1, backwards: false, silent: false };
  }
  return null;
}
