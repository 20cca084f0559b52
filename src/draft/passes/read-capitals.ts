import type { Token } from '#arabic/tokens.ts';
import type { SpeakerPhrase } from './speaker.ts';
import { isPlaceWord, placeEnd } from './speaker-words.ts';

/** «واشنطن»، «واشنطن ولندن وأوسلو»: governments by their capitals. */
export function readCapitals(tokens: readonly Token[], from: number, end: number): SpeakerPhrase {
  let to = Math.max(placeEnd(tokens, from), from + 1);
  while (to < end) {
    // «اليابان، بكين» are two; «باريس، ولندن» and «باريس، لندن وأوسلو» speak together.
    let next = to;
    while (tokens[next]?.text === '،' && isPlaceWord(tokens[next + 1]?.text ?? '')) next += 2;
    const text = tokens[next]?.text ?? '';
    if (next >= end || text[0] !== 'و' || (!isPlaceWord(text) && !isPlaceWord(text.slice(1)))) break;
    to = next + 1;
  }
  return { from, to, name: { from, to }, role: null, kind: 'body', gender: 'f' };
}
