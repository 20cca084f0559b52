import { fold } from '#arabic/fold.ts';
import { speechWord } from '#arabic/speech.ts';
import { isClosingMark, isComma, type Token, tokenLike } from '#arabic/tokens.ts';
import type { Attribution } from '#draft/context.ts';
import { readCount } from './casualty-counts.ts';
import { EVENTS, NOUNS, VERBS } from './casualty-words.ts';
import { COMPLEMENTIZERS } from './speaker-words.ts';

const WISHES = new Set<Attribution['strength']>(['demanded', 'condemned', 'promised']);
/** Verbs of those who react to what is known. */
const REACTIONS = new Set(
  [
    'عزى',
    'نعى',
    'رحب',
    'هنأ',
    'أشاد',
    'أثنى',
    'شكر',
    'بارك',
    'أسف',
    'تأسف',
    'اعتذر',
    'رثى',
    'امتدح',
    'ثمن',
    'برر',
    'أعرب',
    'عبر',
    'أبدى',
    'علل',
  ].map(fold),
);

/** «ردا على سؤال»: speaks. */
const ASKED = /^(?:سؤال|اسئل|استفسار|تصريح|انتقاد|اتهام|مزاعم|تقرير|طلب|بيان|رسال|ما$|من$)/;

/**
 * Whether who speaks also tells of a figure at a token: «دعا إلى إنهاء الحرب التي أودت بحياة 300 ألف» says nothing of how
 * many they were, «دعا إلى هدنة، مؤكدا أن 300 ألف» does.
 */
function tellsOf(tokens: readonly Token[], { cue, strength }: Attribution, at: number): boolean {
  // «قصف ردا على مقتل شرطيين»: done, and not said.
  const isDone = tokens[cue.from]?.text === 'ردا' && tokens[cue.to]?.text === 'على';
  if (isDone && !ASKED.test(tokens[cue.to + 1]?.text ?? '')) return false;
  const word = speechWord(tokens[cue.from]?.text ?? '');
  const ofItself =
    strength === 'announced' && (announcesItsOwn(tokens, cue.to, at) || decides(tokens, cue.to, at));
  if (!ofItself && !WISHES.has(strength) && !(word && REACTIONS.has(word.lemma))) return true;
  for (let i = cue.to; i < at; i++) {
    const text = tokens[i]?.text ?? '';
    if (COMPLEMENTIZERS.has(text) || text === ':') return true;
    // «طالبت بهدنة، كاشفة عن مقتل 40»
    if (isComma(tokens[i - 1]) && speechWord(text)?.form === 'participle') return true;
  }
  return false;
}

/** Whether a token is among what somebody says. */
function isSaid(tokens: readonly Token[], { cue, said, written }: Attribution, at: number): boolean {
  if (at >= said.to) return false;
  if (said.from <= at) return !goesOnElsewhere(tokens, cue.from, at) && !isAdded(tokens, said.from, at);
  // «أعلنت الشركة مقتل ستة في ما وصفته بأنه "حادث"»: the quotation is not where her words begin.
  if (at < Math.max(cue.to, written?.to ?? 0)) return false;
  const first = tokens[said.from];
  return first?.kind === 'mark' && first.text !== ':';
}

const comes = tokenLike(/^و(?:جاء|ياتي)$/);

/** «قال "لا نعلم"، وذلك بعد يومين من هجوم أوقع 32», «…، وجاء ذلك بعد أن قتل خمسة»: put behind the words of somebody by whoever writes. */
function isAdded(tokens: readonly Token[], from: number, at: number): boolean {
  for (let i = from + 1; i < at; i++) {
    const isBehindWords = isClosingMark(tokens[isComma(tokens[i - 1]) ? i - 2 : i - 1]);
    if (isBehindWords && /^و(?:ذلك|هذا)$/.test(tokens[i]?.text ?? '')) return true;
    if (comes(tokens[i]) && /^(?:ذلك|هذا)$/.test(tokens[i + 1]?.text ?? '')) return true;
  }
  return false;
}

/** «في وقت أعلن الرئيس أن …، قُتل ستة»: what happened is told by nobody. */
function goesOnElsewhere(tokens: readonly Token[], cue: number, at: number): boolean {
  const before = tokens[cue - 1]?.text ?? '';
  const opens = /^و?(?:فيما|بينما)$/.test(before)
    ? cue - 1
    : OPENED.test(before)
      ? openedAt(tokens, cue)
      : null;
  if (opens === null || !begins(tokens[opens - 1])) return false;
  for (let i = cue + 1; i < at; i++)
    if (isComma(tokens[i]) && (VERBS.has(tokens[i + 1]?.text ?? '') || grows(tokens[i + 1]))) return true;
  return false;
}

const grows = tokenLike(/^(?:ارتفع|بلغ|وصل|تجاوز|زاد|قفز)ت?$/);
const OPENED = /^(?:وقت|الذي)$/;

/** Where «في وقت», «في الوقت الذي» begins; null where it is something else. */
function openedAt(tokens: readonly Token[], cue: number): number | null {
  const at = tokens[cue - 1]?.text === 'وقت' ? cue - 2 : cue - 3;
  return /^و?في$/.test(tokens[at]?.text ?? '') && /وقت$/.test(tokens[at + 1]?.text ?? '') ? at : null;
}

const begins = (token: Token | undefined) => !token || token.kind === 'break' || /^[.؛]$/.test(token.text);

/** Words between a verb and what is announced. */
const NEAR = 6;

/** «أعلنت الجماعة مسؤوليتها عن هجوم قتل فيه سبعة»: that it was hers, and not how many died. */
function announcesItsOwn(tokens: readonly Token[], from: number, at: number): boolean {
  for (let i = from; i < Math.min(at, from + NEAR); i++)
    if (
      /^(?:مسؤوليت|مسءوليت|مسئوليت|ولاء|مبايعت|تاييد|رفض|ادانت|استعداد)(?:ها|ه|هم)$|^ال(?:حداد|نفير)$/.test(
        tokens[i]?.text ?? '',
      )
    )
      return !isTheirKilling(tokens, i);
  return false;
}

/** «مسؤوليتها عن قتل أربعة حراس»: how many they killed. */
const isTheirKilling = (tokens: readonly Token[], at: number): boolean =>
  tokens[at + 1]?.text === 'عن' && NOUNS.has(tokens[at + 2]?.text ?? '');

const isDecision = tokenLike(
  /^(?:تاجيل|الغاء|تعليق|وقف|ايقاف|اغلاق|تمديد|استئناف|تخصيص|ارسال|ايفاد|اقام[ةه]|تشكيل|فرض|حظر|توسيع|تنظيم|استقبال|تشديد)$/,
);

/** «أعلنت الجمعية، تأجيل الحفل تضامنا مع أسر حادث راح ضحيته سبعة»: what it does; how many died is known. */
function decides(tokens: readonly Token[], from: number, at: number): boolean {
  for (let i = from; i < at; i++) {
    const text = tokens[i]?.text ?? '';
    if (COMPLEMENTIZERS.has(text) || VERBS.has(text) || NOUNS.has(text)) return false;
    if (isDecision(tokens[i])) return true;
  }
  return false;
}

/** Who says how many at token `at`: the last who may, but for one who is named only behind further numbers. */
export function attributionOf(
  tokens: readonly Token[],
  attributed: readonly Attribution[],
  at: number,
): Attribution | undefined {
  // «ورد بلاغ عن حادث»: what was reported says nothing.
  const mayTell = (a: Attribution) =>
    !EVENTS.has(fold(a.source ?? '').split(' ')[0] ?? '') && isSaid(tokens, a, at) && tellsOf(tokens, a, at);
  const last = attributed.findLast(mayTell);
  // «أعلنت السلطات اعتقال 700 شخص، وقتل 610 وفق وزارة الصحة»: the authorities told of the first.
  if (!last || last.cue.from < at || !isCountedApart(tokens, at, last.cue.from)) return last;
  return attributed.findLast((a) => a.cue.from < at && mayTell(a)) ?? last;
}

/** Whether a comma and another number stand between a number and who is named behind both. */
function isCountedApart(tokens: readonly Token[], at: number, cue: number): boolean {
  let isApart = false;
  for (let i = at + 1; i < cue; i++) {
    isApart ||= isComma(tokens[i]);
    if (isApart && readCount(tokens, i)) return true;
  }
  return false;
}

/** «اتهامها بقتل», «ما تردد عن وفاة»: what others say. */
const isCharge = tokenLike(/^[وفبل]?(?:ال)?(?:اتهام|تهم[ةه]|مزاعم|ادعاءات|شائعات|تردد|اشيع)/);
/** «ردت الوزارة على اتهامات» */
const isAnswer = tokenLike(/^[وف]?(?:رد|ردت|ردا)$/);

/** Whether whoever speaks denies what others say at token `at`. */
export const isDenial = (tokens: readonly Token[], { strength, cue }: Attribution, at: number): boolean =>
  (strength === 'denied' || isAnswer(tokens[cue.from])) && tokens.slice(cue.to, at).some(isCharge);
