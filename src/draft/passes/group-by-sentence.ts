import type { Attribution } from '#draft/context.ts';

/** Who says what in each sentence, by the sentence's index. */
export function groupBySentence(attributions: readonly Attribution[]): Map<number, Attribution[]> {
  const groups = new Map<number, Attribution[]>();
  for (const attribution of attributions) {
    const group = groups.get(attribution.sentence);
    if (group) group.push(attribution);
    else groups.set(attribution.sentence, [attribution]);
  }
  return groups;
}
