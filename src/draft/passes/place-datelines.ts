import type { LocatedMention } from './located-mention.ts';
import { LEAD, type SentenceTraits } from './place-sentences.ts';
import type { PlaceToken } from './place-tokens.ts';

/** «كولويزي (الكونغو الديموقراطية) - لقي …» */
export function isDateline(
  mention: LocatedMention,
  sentence: SentenceTraits,
  tokens: readonly PlaceToken[],
): boolean {
  if (sentence.order >= LEAD || mention.from !== sentence.from) return false;
  return tokens.slice(mention.to, mention.to + 6).some((token) => /^[-–—/]$/.test(token.text));
}

const DASH = /^[-–—ـ/]$/;

/** «* تايبيه - «الشرق الأوسط»:», «سبق - واشنطن» at the end of its line: where it was written. */
export function isWrittenThere(
  { from, to }: LocatedMention,
  sentence: SentenceTraits,
  tokens: readonly PlaceToken[],
): boolean {
  if (DASH.test(tokens[from - 1]?.text ?? '') && (tokens[to]?.kind === 'break' || tokens[to]?.text === ':'))
    return true;
  if (!DASH.test(tokens[to]?.text ?? '')) return false;
  return tokens.slice(sentence.from, from).every(({ kind }) => kind === 'mark');
}
