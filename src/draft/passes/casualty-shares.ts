import type { Token } from '#arabic/tokens.ts';
import type { CasualtyFigure } from '#draft/fact.ts';
import { isPlaced } from './casualty-clauses.ts';
import type { Count } from './casualty-counts.ts';

/** Words between one share of a toll and the next. */
const BETWEEN_SHARES = 6;

/** Whether a count tells how the toll `before` it, which ends at `to`, falls apart. */
export function isShare(
  tokens: readonly Token[],
  count: Count,
  to: number,
  { partOf, group }: CasualtyFigure,
): boolean {
  const before = tokens[count.from - 1]?.text ?? '';
  const arePeople = count.counted.is === 'people';
  const isPlace = count.counted.is === 'nothing' && isPlaced(tokens, count);
  // «عشرة منهم جنود و19 من المدنيين»
  if (partOf !== null)
    return (count.conjoined || before === 'و') && count.from - to <= BETWEEN_SHARES && (arePeople || isPlace);
  if (count.from - to > 2) return false;
  // «9 قتلى: 5 جنود و4 مدنيين»
  if (/^[:(]$/.test(before)) return arePeople || isPlace;
  // «40 شخصا، 22 في الشمال»
  return before === '،' && (isPlace || (arePeople && group === null));
}
