import type { Token } from '#arabic/tokens.ts';
import type { StoryKind } from '#draft/draft.ts';
import type { CasualtyKind } from '#draft/fact.ts';
import { areBereft, areLedOut, areOusted, areSought } from './casualty-clauses.ts';
import type { Count } from './casualty-counts.ts';
import { areHurtInSport, isLeaving, isSuspension } from './casualty-doubts.ts';
import type { Fate } from './casualty-fates.ts';
import type { Range } from './speaker.ts';

/** What a sentence has said by the time it counts people. */
export interface Said {
  anchor: { at: number; to: number } | null;
  /** Nobody was counted in this clause before. */
  isFirst: boolean;
  /** «أفرج عن» stands right before. */
  isFree: boolean;
  story: StoryKind;
}

/** Counted, and no casualties: set free, at work no more, gone home, in a match. */
export function isNobody(
  tokens: readonly Token[],
  sentence: Range,
  count: Count,
  kind: CasualtyKind,
  fate: Fate | null,
  { anchor, isFirst, isFree, story }: Said,
): boolean {
  const mayBeFree = count.counted.is !== 'victims' || kind === 'detained' || kind === 'displaced';
  return (
    (mayBeFree && !(fate?.kind === 'missing' && fate.at === count.to) && isFree) ||
    (story === 'sport' && kind !== 'killed') ||
    (kind === 'detained' && isSuspension(tokens, count)) ||
    (kind === 'missing' && !fate && areNotLost(tokens, count, tokens[anchor?.at ?? -1]?.text ?? '')) ||
    isLeaving(tokens, count, kind) ||
    (kind === 'displaced' && !fate && areLedOut(tokens, count)) ||
    (kind === 'injured' && isFirst && areHurtInSport(tokens, count, sentence)) ||
    (anchor !== null && areOusted(tokens, count, { from: anchor.at, to: anchor.to }))
  );
}

/** Bereft of somebody, or looked for by the police. */
function areNotLost(tokens: readonly Token[], count: Count, lost: string): boolean {
  // «فقدان 23 من أبنائها» is said of those who are gone.
  if (/مصير$/.test(lost)) return false;
  const isNoun = /فقدان|اختفاء/.test(lost);
  return (!isNoun && areBereft(tokens, count)) || areSought(tokens, count);
}
