import { testOfForm } from '#arabic/forms.ts';
import { looseForm } from '#arabic/place-spelling.ts';
import { readAs, type Token, tokenLike } from '#arabic/tokens.ts';
import type { Reading } from '#draft/reading.ts';

/** A token as places are looked for: loosened, «#دير_البلح» as two words. */
export type PlaceToken = Token;

export const CLOSING: ReadonlySet<string> = new Set(['»', '"', '”', '›', '}', "'"]);
export const isDash = tokenLike(/^[-–—ـ]$/);

const BORDER = /^[وفبل]*(?:ال)?(?:حدود|حدودي|حدوديه|محاذي|محاذيه|متاخم|متاخمه|مجاور|مجاوره|مطل|مطله)$/;

/** «الحدود», «المتاخمة»: what follows with «مع» or «لـ» lies beyond. */
export const isOfBorder = (word: PlaceToken | undefined): boolean =>
  word?.kind === 'word' && BORDER.test(word.text);

const isPictogram = testOfForm(({ text }) => /\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(text));

/** Written as channels write: with hashtags, flags and pictograms. */
export function isTelegraphic(tokens: readonly PlaceToken[]): boolean {
  for (const { hashtag, kind, form } of tokens)
    if (hashtag || (kind === 'mark' && isPictogram(form))) return true;
  return false;
}

export function placeTokens(reading: Reading): PlaceToken[] {
  const tokens: PlaceToken[] = [];
  const source = reading.tokens;
  let hashtag = false;
  for (let i = 0; i < source.length; i++) {
    const token = source[i] as Token;
    const isWord = token.kind === 'word';
    if (
      !isWord &&
      token.text === '#' &&
      source[i + 1]?.kind === 'word' &&
      source[i + 1]?.start === token.end
    ) {
      hashtag = true;
      continue;
    }
    if (
      !isWord &&
      token.text === '_' &&
      source[i - 1]?.end === token.start &&
      source[i + 1]?.start === token.end
    )
      continue;
    const form = isWord ? looseForm(token.form) : token.form;
    tokens.push(form === token.form && !hashtag ? token : readAs(token, form, hashtag));
    if (hashtag && source[i + 1]?.text !== '_') hashtag = false;
  }
  return tokens;
}
