import type { Reading } from '#draft/reading.ts';
import type { LocatedMention } from './located-mention.ts';
import type { PlaceToken } from './place-tokens.ts';

/** The name as the article writes it, without clitics: «وبالخرطوم» → «الخرطوم», «للسودان» → «السودان». */
export function placeName(reading: Reading, tokens: readonly PlaceToken[], mention: LocatedMention): string {
  const words: string[] = [];
  for (let i = mention.from; i < mention.to; i++) {
    const token = tokens[i] as PlaceToken;
    const written = reading.article.text.slice(token.start, token.end);
    words.push(i === mention.from ? withoutClitics(written, token.text, mention) : written);
  }
  return words.join(' ');
}

function withoutClitics(written: string, folded: string, mention: LocatedMention): string {
  const { stem } = mention;
  if (!stem) {
    // «ومحافظة», «بجزيرة»: the noun is part of the name, its clitic is not.
    return mention.id.startsWith('?') && /^[وف]?ب/.test(folded) && mention.type === 'facility'
      ? written.replace(/^[وف]?ب/, '')
      : written;
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
