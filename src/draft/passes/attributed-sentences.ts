import type { Attribution } from '#draft/context.ts';
import type { Reading } from '#draft/reading.ts';

/** For each sentence, in order: who says what in it. */
export function attributedSentences(
  { sentences }: Reading,
  attributions: readonly Attribution[],
): Attribution[][] {
  const all = sentences.map((): Attribution[] => []);
  for (const attribution of attributions) all[attribution.sentence]?.push(attribution);
  return all;
}
