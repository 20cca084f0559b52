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
  if (!WISHES.has(strength) && !(word && REACTIONS.has(word.lemma))) return true;
  for (let i = cue.to; i < at; i++) {
    const text = tokens[i]?.text ?? '';
    if (COMPLEMENTIZERS.has(text) || text === ':') return true;
  }
  return false;
}
