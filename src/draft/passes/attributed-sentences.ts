import type { Attribution } from '#draft/context.ts';
import type { Reading } from '#draft/reading.ts';

/** Who says what in a sentence, and who spoke last before it in its paragraph. */
export interface Attributed {
  mine: Attribution[];
  earlier: Attribution | null;
}

export const NOBODY_SAYS: Attributed = { mine: [], earlier: null };

/** For each sentence, in order. */
export function attributedSentences(
  { sentences }: Reading,
  attributions: readonly Attribution[],
): Attributed[] {
  const all = sentences.map((): Attributed => ({ mine: [], earlier: null }));
  for (const attribution of attributions) all[attribution.sentence]?.mine.push(attribution);
  let last: Attribution | null = null;
  all.forEach((here, i) => {
    if (sentences[i]?.paragraph !== sentences[i - 1]?.paragraph) last = null;
    here.earlier = last;
    last = here.mine.at(-1) ?? last;
  });
  return all;
}
