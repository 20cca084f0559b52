export interface FactMatches<G, D> {
  pairs: [G, D][];
  /** Pairs with an optional entry: they count neither way. */
  neutral: [G, D][];
  missed: G[];
  extra: D[];
}

/** Pairs each gold entry with at most one drafted fact, the best first; a value of 0 or less is no match. */
export function pairGreedily<G, D>(
  gold: readonly G[],
  drafted: readonly D[],
  value: (gold: G, drafted: D) => number,
): { pairs: [number, number][]; missed: number[]; extra: number[] } {
  const candidates = gold
    .flatMap((g, i) => drafted.map((d, j) => ({ i, j, worth: value(g, d) })))
    .filter((c) => c.worth > 0)
    .sort((a, b) => b.worth - a.worth || a.i - b.i || a.j - b.j);
  const takenGold = new Set<number>();
  const takenDraft = new Set<number>();
  const pairs: [number, number][] = [];
  for (const { i, j } of candidates) {
    if (takenGold.has(i) || takenDraft.has(j)) continue;
    takenGold.add(i);
    takenDraft.add(j);
    pairs.push([i, j]);
  }
  return {
    pairs,
    missed: gold.map((_, i) => i).filter((i) => !takenGold.has(i)),
    extra: drafted.map((_, j) => j).filter((j) => !takenDraft.has(j)),
  };
}

/** Required entries choose first, what is left over may match the optional ones. */
export function matchRequiredFirst<G extends { optional?: boolean }, D>(
  gold: readonly G[],
  drafted: readonly D[],
  value: (gold: G, drafted: D) => number,
): FactMatches<G, D> {
  const required = gold.filter((g) => !g.optional);
  const optional = gold.filter((g) => g.optional);
  const first = pairGreedily(required, drafted, value);
  const rest = first.extra.map((j) => drafted[j] as D);
  const second = pairGreedily(optional, rest, value);
  return {
    pairs: first.pairs.map(([i, j]) => [required[i] as G, drafted[j] as D]),
    neutral: second.pairs.map(([i, j]) => [optional[i] as G, rest[j] as D]),
    missed: first.missed.map((i) => required[i] as G),
    extra: second.extra.map((j) => rest[j] as D),
  };
}

export interface Counts {
  right: number;
  extra: number;
  missed: number;
}

export function f1(counts: Counts): number {
  const all = 2 * counts.right + counts.extra + counts.missed;
  return all === 0 ? 0 : (2 * counts.right) / all;
}
