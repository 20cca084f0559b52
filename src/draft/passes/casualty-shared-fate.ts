import { rememberWords } from '#arabic/remember-words.ts';
import { type Token, tokenLike } from '#arabic/tokens.ts';
import type { CasualtyKind } from '#draft/fact.ts';
import { readCount } from './casualty-counts.ts';
import { bareWord, NOUNS, VERBS } from './casualty-words.ts';

/** Words of who did it, between «اعتقلته» and «وثلاثة من رفاقه». */
const DOERS = 3;

const OWN = /(?<=.{3})(?:ه|ها|هما)$/;
const isTheirs = tokenLike(/.{3}(?:ه|ها|هما)$/);

/** What a word says befell one who was told of before: «مقتله», «توقيفها», «اعتقلته»; null for most. */
export const fateOfOne = rememberWords((word: string): { kind: CasualtyKind; isVerb: boolean } | null => {
  const stem = OWN.test(word) ? word.replace(OWN, '') : null;
  if (stem === null) return null;
  const bare = bareWord(stem);
  // «إصابته», «وفاتها»
  const noun = [bare, bare.replace(/ت$/, 'ة')].map((form) => NOUNS.get(form)).find((found) => found);
  if (noun) return { kind: noun.kind, isVerb: false };
  const verb = VERBS.get(stem) ?? VERBS.get(stem.replace(/^[وف]/, ''));
  return verb ? { kind: verb.kind, isVerb: true } : null;
});

/** «مقتله وثلاثة من حراسه», «اعتقلته الشرطة وثلاثة من رفاقه»: where those begin who share what befell one; null else. */
export function sharedFateAt(
  tokens: readonly Token[],
  at: number,
): { kind: CasualtyKind; to: number } | null {
  const fate = fateOfOne(tokens[at]?.text ?? '');
  if (!fate) return null;
  for (let i = at + 1; i <= at + 1 + (fate.isVerb ? DOERS : 0); i++) {
    if (tokens[i]?.kind !== 'word') return null;
    // «مقتله و3 من حراسه»
    const isApart = tokens[i]?.text === 'و';
    const count = readCount(tokens, isApart ? i + 1 : i);
    if (!count) continue;
    const areFellows = count.counted.is === 'people' && isTheirs(tokens[count.counted.at]);
    const isShared =
      (isApart || count.conjoined) && (areFellows || (!fate.isVerb && count.counted.is !== 'nothing'));
    return isShared ? { kind: fate.kind, to: isApart ? i + 1 : i } : null;
  }
  return null;
}
