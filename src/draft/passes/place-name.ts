import type { Reading } from '#draft/reading.ts';
import type { LocatedMention } from './located-mention.ts';
import { placeRules } from './place-rules.ts';
import type { PlaceToken } from './place-tokens.ts';

/** The name as the article writes it, without clitics: «وبالخرطوم» → «الخرطوم», «للسودان» → «السودان». */
export function placeName(reading: Reading, tokens: readonly PlaceToken[], mention: LocatedMention): string {
  const words: string[] = [];
  const quoted = tokens.slice(mention.from, mention.to).some(({ kind }) => kind === 'mark');
  for (let i = mention.from; i < mention.to; i++) {
    const token = tokens[i] as PlaceToken;
    // «متحف «باردو»»
    if (token.kind === 'mark' && QUOTATION.test(token.text)) continue;
    const written = reading.article.text.slice(token.start, token.end);
    words.push(i === mention.from ? withoutClitics(written, token.text, mention, quoted) : written);
  }
  return words.join(' ');
}

const QUOTATION = /^[«»"“”]$/;

/** «ومستشفى», «بجزيرة», «لنهر»: the noun is part of the name, what is written before it is not. */
export function cliticsOfNoun(folded: string): number {
  const { admin } = placeRules();
  const isNoun = (word: string) => admin.has(word) || word === 'جامعه';
  if (isNoun(folded)) return 0;
  const clitics = /^[وف]?[بل]?/.exec(folded)?.[0].length ?? 0;
  return isNoun(folded.slice(clitics)) ? clitics : isNoun(folded.slice(1)) ? 1 : 0;
}

function withoutClitics(written: string, folded: string, mention: LocatedMention, quoted: boolean): string {
  const { stem } = mention;
  if (!stem) {
    return quoted || mention.id.startsWith('?') ? written.slice(cliticsOfNoun(folded)) : written;
  }
  const lam = stem.proclitic === 'ل' && folded.includes('لل') && stem.rest.startsWith('ال');
  const rest = cutLetters(written, folded.length - stem.rest.length + (lam ? 2 : 0));
  return lam ? `ال${rest}` : rest;
}

/** The text after its first `count` letters and the marks written on them. */
function cutLetters(text: string, count: number): string {
  let at = 0;
  for (let cut = 0; cut < count && at < text.length; at++) if (/\p{L}/u.test(text.charAt(at))) cut++;
  while (at < text.length && /[\p{M}\u0640]/u.test(text[at] as string)) at++;
  return text.slice(at);
}
