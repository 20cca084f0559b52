import { isComma, type Token } from '#arabic/tokens.ts';
import type { SpeakerPhrase } from './speaker.ts';
import { readSpeaker } from './speaker-phrase.ts';

/** Words between a verb and on whose behalf it was said. */
const BEHALF = 8;
/** Whoever speaks for another is named in so many tokens between two commas. */
const LONGEST_SPOKESMAN = 14;

/** «معتبرا على لسان مفوضته للزراعة جوزيفين ندايي أنه»: whoever says it for a body, where named. */
export function onBehalf(
  tokens: readonly Token[],
  verb: number,
  from: number,
  end: number,
): SpeakerPhrase | null {
  for (let i = verb + 1; i < Math.min(end, verb + 1 + BEHALF); i++)
    if (isOnTongue(tokens, i)) return named(tokens, i + 2, end);
  // «لكن الحكومة، وعلى لسان المتحدث سامي نصر، ردت قائلة»
  if (!isComma(tokens[verb - 1])) return null;
  for (let i = verb - 2; i >= Math.max(from, verb - LONGEST_SPOKESMAN); i--) {
    if (!isOnTongue(tokens, i)) continue;
    const phrase = named(tokens, i + 2, verb);
    return phrase?.to === verb - 1 ? phrase : null;
  }
  return null;
}

const isOnTongue = (tokens: readonly Token[], at: number): boolean =>
  /^و?على$/.test(tokens[at]?.text ?? '') && tokens[at + 1]?.text === 'لسان';

function named(tokens: readonly Token[], from: number, end: number): SpeakerPhrase | null {
  const phrase = readSpeaker(tokens, from, end);
  return phrase?.from === from && phrase.name && phrase.kind === 'person' ? phrase : null;
}
