import type { CasualtyFigure } from '#draft/fact.ts';

/** Figures whose time the rest of the article decides. */
export interface TimeDoubts {
  /** Said to be of another time, or the same told again. */
  weak: ReadonlySet<CasualtyFigure> & Set<CasualtyFigure>;
  /** Of a first toll. */
  first: ReadonlySet<CasualtyFigure> & Set<CasualtyFigure>;
}

/** A toll told again is of today; a first toll gives way to the one that came after it. */
export function settleTimes(
  figures: readonly CasualtyFigure[],
  { weak, first }: TimeDoubts,
): CasualtyFigure[] {
  return figures.map((figure, i) => {
    if (weak.has(figure) && figures.some((other) => !weak.has(other) && isSameToll(figure, other)))
      return { ...figure, status: 'confirmed' };
    const gaveWay =
      first.has(figure) &&
      figures.slice(i + 1).some((other) => !first.has(other) && comesAfter(figure, other));
    return gaveWay ? { ...figure, status: 'historical' } : figure;
  });
}

const isNow = ({ status }: CasualtyFigure) => status === 'confirmed' || status === 'claimed';

const isSameToll = (a: CasualtyFigure, b: CasualtyFigure) =>
  isNow(b) && a.kind === b.kind && (a.min ?? a.max) !== null && (a.min ?? a.max) === (b.min ?? b.max);

const comesAfter = (a: CasualtyFigure, b: CasualtyFigure) =>
  isNow(b) &&
  a.kind === b.kind &&
  b.partOf === null &&
  a.partOf === null &&
  (b.min ?? 0) > (a.min ?? Number.POSITIVE_INFINITY);
