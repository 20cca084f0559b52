import { fold } from '#arabic/fold.ts';
import { speechWord } from '#arabic/speech.ts';
import type { Token } from '#arabic/tokens.ts';
import type { Attribution } from '#draft/context.ts';
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
    'علل',
  ].map(fold),
);

/**
 * Whether who speaks also tells of a figure at a token: «دعا إلى إنهاء الحرب التي أودت بحياة 300 ألف» says nothing of how
 * many they were, «دعا إلى هدنة، مؤكدا أن 300 ألف» does.
 */
export function tellsOf(tokens: readonly Token[], { cue, strength }: Attribution, at: number): boolean {
  const word = speechWord(tokens[cue.from]?.text ?? '');
  const ofItself = strength === 'announced' && announcesItsOwn(tokens, cue.to, at);
  if (!ofItself && !WISHES.has(strength) && !(word && REACTIONS.has(word.lemma))) return true;
  for (let i = cue.to; i < at; i++) {
    const text = tokens[i]?.text ?? '';
    if (COMPLEMENTIZERS.has(text) || text === ':') return true;
  }
  return false;
}

/** Words between a verb and what is announced. */
const NEAR = 6;

/** «أعلنت الجماعة مسؤوليتها عن هجوم قتل فيه سبعة»: that it was hers, and not how many died. */
function announcesItsOwn(tokens: readonly Token[], from: number, at: number): boolean {
  for (let i = from; i < Math.min(at, from + NEAR); i++)
    if (
      /^(?:مسؤوليت|مسءوليت|مسئوليت|ولاء|مبايعت|تاييد|رفض|ادانت|استعداد)(?:ها|ه|هم)$/.test(
        tokens[i]?.text ?? '',
      )
    )
      return true;
  return false;
}
