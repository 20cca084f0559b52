import type { Sentence } from '#arabic/sentences.ts';
import { seldomLike, type Token } from '#arabic/tokens.ts';
import { EVENTS, lookUp, NOUNS, VICTIMS } from './casualty-words.ts';

const isMemory = seldomLike(/^[وفبل]?(?:ال)?ذكرى$/);
/** Words between «ذكرى» and what is remembered. */
const OF_WHAT = 4;

/** «يحيون ذكرى ضحايا الطائرة»: whether the headline says that the story is of the dead of long ago. */
export function isMemorial(tokens: readonly Token[], headline: Sentence | undefined): boolean {
  if (!headline) return false;
  for (let i = headline.from; i < headline.to; i++)
    if (isMemory(tokens[i]))
      // «مقتل 12 في هجوم على إحياء ذكرى الضحايا»: the news are others.
      return (
        tokens.slice(i + 1, i + 1 + OF_WHAT).some(isCalamity) &&
        !tokens.slice(headline.from, i).some(isCalamity)
      );
  return false;
}

const isCalamity = ({ text }: Token): boolean =>
  EVENTS.has(text) ||
  EVENTS.has(text.replace(/^ل?ل/, 'ال')) ||
  lookUp(VICTIMS, text) !== undefined ||
  lookUp(NOUNS, text)?.kind === 'killed';
