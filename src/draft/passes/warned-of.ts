import { fold } from '#arabic/fold.ts';
import type { SpeechWord } from '#arabic/speech.ts';
import type { Token } from '#arabic/tokens.ts';
import { isInstitution, placeEnd } from './speaker-words.ts';

const WARNING = fold('حذر');

/**
 * «حذر مسؤول من الوزارة من تفشي الوباء»: where what he warns of begins, at «من» before what is no body and no place; `end`
 * where nobody is warned.
 */
export function warnedOf(tokens: readonly Token[], from: number, end: number, { lemma }: SpeechWord): number {
  if (lemma !== WARNING) return end;
  for (let i = from + 1; i < end; i++)
    if (
      tokens[i]?.text === 'من' &&
      !isInstitution(tokens[i + 1]?.text ?? '') &&
      placeEnd(tokens, i + 1) === i + 1
    )
      return i;
  return end;
}
