import { type Token, tokenLike } from '#arabic/tokens.ts';
import type { Cue } from './cue.ts';
import { readSpeaker } from './speaker-phrase.ts';

const isAndFrom = tokenLike(/^وعن$/);
const isTheirWord = tokenLike(/^(?:قول|تاكيد)(?:ه|ها|هم|هما|هن)$/);

/** «ونقلت عن مزارع قوله: "…"، وعن جارته سعاد نصر قولها إن "…"»: whose words are passed on next; null where nobody's. */
export function furtherRelay(tokens: readonly Token[], at: number, end: number): Cue | null {
  if (!isAndFrom(tokens[at])) return null;
  const phrase = readSpeaker(tokens, at + 1, end);
  if (phrase?.from !== at + 1 || !isTheirWord(tokens[phrase.to])) return null;
  return {
    from: at,
    to: phrase.to,
    word: null,
    phrase,
    saidFrom: phrase.to,
    backwards: false,
    silent: false,
  };
}
