import { fold } from '#arabic/fold.ts';
import type { CasualtyFigure } from '#draft/fact.ts';
import { FEW } from './casualty-incidents.ts';

/** How many times as large a later toll of the same event may be. */
const GROWTH = 4;

/** Figures whose time the rest of the article decides. */
export interface TimeDoubts {
  /** Said to be of another time, or the same told again. */
  weak: Set<CasualtyFigure>;
  /** Of a first toll. */
  first: Set<CasualtyFigure>;
  /** Given before, as the text itself says. */
  earlier: Set<CasualtyFigure>;
  /** Told behind the news: of the year, of a war, of an event with a clause of its own. */
  wide: Set<CasualtyFigure>;
}

/** Of what befell so many; a part is told again as one. */
const keyOf = ({ kind, min, max, partOf }: CasualtyFigure) =>
  `${kind} ${min ?? max} ${partOf === null ? 'whole' : 'part'}`;

const firstOf = ({ group }: CasualtyFigure) => fold(group ?? '').split(' ')[0] ?? '';

/** A toll told again is of today; a first toll gives way to the one that came after it. */
export function settleTimes(
  figures: readonly CasualtyFigure[],
  { weak, first, earlier, wide }: TimeDoubts,
): CasualtyFigure[] {
  // Most articles tell of one time and one toll.
  if (weak.size + first.size + earlier.size + wide.size === 0) return [...figures];
  /** Of figures that are surely of today, who they are; '' where nobody says. */
  const sure = new Map<string, Set<string>>();
  const largest = new Map<string, { at: number; min: number }>();
  /** By kind, the largest figure that is surely of today. */
  const today = new Map<string, number>();
  figures.forEach((figure, at) => {
    const { kind, min, max, partOf, status } = figure;
    if (!isNow(figure)) return;
    const n = min ?? max ?? 0;
    if (!weak.has(figure) && !wide.has(figure)) today.set(kind, Math.max(n, today.get(kind) ?? 0));
    if (!weak.has(figure) && (min ?? max) !== null) {
      const key = keyOf(figure);
      sure.set(key, (sure.get(key) ?? new Set()).add(firstOf(figure)));
    }
    const isToll = partOf === null && status !== 'claimed' && (min ?? 0) > (largest.get(kind)?.min ?? 0);
    if (isToll) largest.set(kind, { at, min: min ?? 0 });
  });
  const isRetold = (figure: CasualtyFigure) => {
    const who = sure.get(keyOf(figure));
    // One or two here and one or two there are the same only where they may be.
    if (!who || (figure.min ?? figure.max ?? 0) > FEW) return who !== undefined;
    return figure.group === null || who.has('') || who.has(firstOf(figure));
  };
  const toldAgain = eventsToldAgain(figures, weak, isRetold);
  const largestBefore = new Map<string, number>();
  const settled = figures.map((figure, at): CasualtyFigure => {
    const { kind, min, max } = figure;
    const replaced = (largestBefore.get(kind) ?? 0) > (min ?? max ?? 0);
    if (isNow(figure) && !weak.has(figure))
      largestBefore.set(kind, Math.max(min ?? max ?? 0, largestBefore.get(kind) ?? 0));
    const gaveWayBefore = earlier.has(figure) && min !== null && (today.get(kind) ?? 0) > min;
    if (gaveWayBefore && figure.partOf === null && isNow(figure)) return { ...figure, status: 'historical' };
    const isSame = toldAgain.has(figure.evidence.start) && (isRetold(figure) || !replaced);
    if (weak.has(figure) && !gaveWayBefore && isSame) return { ...figure, status: 'confirmed' };
    // «وكانت الشرطة قد أعلنت القبض على شخصين»: who is held is held still, where nobody else is.
    const isOnly = kind === 'detained' && figures.every((other) => other === figure || other.kind !== kind);
    if (weak.has(figure) && isOnly) return { ...figure, status: 'confirmed' };
    const now = today.get(kind) ?? 0;
    if (wide.has(figure) && isNow(figure) && now > 0 && (min ?? max ?? leastOf(figure)) > now)
      return { ...figure, status: 'historical' };
    const after = largest.get(kind);
    const gaveWay =
      first.has(figure) &&
      figure.partOf === null &&
      after &&
      after.at > at &&
      min !== null &&
      !isContrary(figures[after.at]) &&
      !areBeside(figure, figures[after.at]);
    // What is many times as large is of something else.
    const isLater = gaveWay && after.min > min && after.min <= min * GROWTH;
    return isLater ? { ...figure, status: 'historical' } : figure;
  });
  return withTheRest(figures, settled, wide);
}

/**
 * Where sentences begin that tell of the event of the news again: one of their figures is that of another sentence, and
 * of so many that this is no chance, or all of them are.
 */
function eventsToldAgain(
  figures: readonly CasualtyFigure[],
  weak: ReadonlySet<CasualtyFigure>,
  isRetold: (figure: CasualtyFigure) => boolean,
): Set<number> {
  const told = new Map<number, { many: boolean; all: boolean }>();
  for (const figure of figures) {
    const n = figure.min ?? figure.max;
    if (!weak.has(figure) || n === null) continue;
    const { many, all } = told.get(figure.evidence.start) ?? { many: false, all: true };
    const again = isRetold(figure);
    told.set(figure.evidence.start, { many: many || (again && n > FEW), all: all && again });
  }
  return new Set([...told].flatMap(([start, { many, all }]) => (many || all ? [start] : [])));
}

/** «ومنذ 2015 قتل الآلاف ونزح مليونان»: where the one is of the whole war, the other is. */
function withTheRest(
  figures: readonly CasualtyFigure[],
  settled: readonly CasualtyFigure[],
  wide: TimeDoubts['wide'],
): CasualtyFigure[] {
  const ofOldDays = new Set(
    figures.flatMap((figure, at) =>
      wide.has(figure) && settled[at]?.status === 'historical' ? [figure.evidence.start] : [],
    ),
  );
  return settled.map((figure, at) => {
    const isWide = wide.has(figures[at] as CasualtyFigure);
    return isWide && ofOldDays.has(figure.evidence.start) ? { ...figure, status: 'historical' } : figure;
  });
}

/** «سبعة جنود وتسعة عمال، بحسب حصيلة أولية»: others, whom the same toll counts. */
const areBeside = (one: CasualtyFigure, other: CasualtyFigure | undefined): boolean =>
  one.evidence.start === other?.evidence.start && one.group !== other.group;

/** «إلا أن مصدرا في الإسعاف قال إن العدد بلغ سبعة»: another account, which stands beside the first. */
const isContrary = (figure: CasualtyFigure | undefined) =>
  /^(?:إلا أن|لكن|غير أن|بيد أن|في المقابل|بالمقابل)/.test(
    (figure?.evidence.text ?? '').replace(/\p{M}/gu, ''),
  );

/** «المئات» are more than a hundred; 0 where nothing is said. */
function leastOf({ approximate }: CasualtyFigure): number {
  return MULTITUDES.find(([word]) => approximate?.includes(word))?.[1] ?? 0;
}

/** The largest first: «عشرات آلاف» are thousands. */
const MULTITUDES = [
  ['ملايين', 1_000_000],
  ['آلاف', 1000],
  ['مئات', 100],
  ['عشرات', 10],
] as const;

const isNow = ({ status }: CasualtyFigure) => status === 'confirmed' || status === 'claimed';
