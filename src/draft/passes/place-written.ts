import type { PlaceMention } from './place-mentions.ts';
import type { PlaceToken } from './place-tokens.ts';
import { isGivenName } from './speaker-words.ts';

/** A name as the article writes it, with its marks. */
export const writtenAt = (text: string, tokens: readonly PlaceToken[], { from, to }: PlaceMention): string =>
  text.slice(tokens[from]?.start, tokens[to - 1]?.end);

const TANWIN = '\u064b';
const CLITIC_HAMZA = /^[وفبل][أإآ]/;

/** Whether the writing of a name tells another word: asked of each mention in turn. */
export function spelledOut(
  names: readonly PlaceMention[],
  tokens: readonly PlaceToken[],
  text: string,
): (mention: PlaceMention) => boolean {
  const surnames = new Set<string>();
  for (const mention of names)
    if (
      mention.stem?.proclitic === 'ب' &&
      isSurnameOf(tokens[mention.from - 1], mention, writtenAt(text, tokens, mention))
    )
      surnames.add(tokens[mention.from]?.text ?? '');
  const pointsIt = text.includes('ة');
  return (mention) => {
    const written = writtenAt(text, tokens, mention);
    const { from, to, stem, entries } = mention;
    // «بيتاً»: a name takes no such ending.
    if (written.includes(TANWIN)) return true;
    // «بأجور» are wages, «باجور» is in Pakistan.
    if (stem === null && CLITIC_HAMZA.test(written) && !CLITIC_HAMZA.test(entries[0]?.id ?? '')) return true;
    if (surnames.has(tokens[from]?.text ?? '')) return true;
    if (pointsIt && endsWithPronoun(mention, written, tokens[from - 1])) return true;
    // «بئر على طريق»
    return written.endsWith(' على') && tokens[to]?.kind === 'word';
  };
}

/** «الذي وجده», «ولقاؤه»: an object or owner, where the article points the ending of «وجدة» elsewhere. */
function endsWithPronoun(
  { from, to, entries, before }: PlaceMention,
  written: string,
  previous: PlaceToken | undefined,
): boolean {
  if (to - from > 1 || previous?.kind !== 'word') return false;
  if (!written.endsWith('ه') || !entries.every(({ id }) => id.endsWith('ة'))) return false;
  return !(before.locative || before.weakLocative || before.admin || before.hashtag || before.chained);
}

const BARE_ALIF = /^[وفبل]*ا[^ل]/;

/** «جمال باراس», and not «in أراس»: behind his first name, and without the hamza that the town has. */
const isSurnameOf = (before: PlaceToken | undefined, { entries }: PlaceMention, written: string) =>
  before?.kind === 'word' &&
  isGivenName(before.text) &&
  BARE_ALIF.test(written) &&
  /^[أإآ]/.test(entries[0]?.id ?? '');
