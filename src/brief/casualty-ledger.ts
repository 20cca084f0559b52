import type { Brief, BriefCasualty, Revision } from './brief.ts';

/** One figure with when it came to stand: what was said when, by whom. */
export interface LedgerEntry {
  figure: BriefCasualty;
  /** The day of the story, where the figure was there from the beginning and that day is known; else the revision's time. */
  asOf: { date: string } | { at: number };
  /** A later one stands in its place. */
  replaced: boolean;
}

/** The casualty figures of all revisions and articles, oldest first; one that was there first comes first. */
export function casualtyLedger(brief: Brief, revisions: readonly Revision[]): LedgerEntry[] {
  const inOrder = [...revisions].sort((a, b) => a.number - b.number);
  const first = inOrder[0] ?? brief.revision;
  const old = new Map(
    brief.superseded.filter((fact): fact is BriefCasualty => 'status' in fact).map((fact) => [fact.id, fact]),
  );
  const entries: { entry: LedgerEntry; at: number }[] = [];
  for (const standing of brief.facts.casualties) {
    // Each change of the fact made one more figure of it; the one before all changes was there from the beginning.
    const times = inOrder
      .filter(({ number, changes }) => number > first.number && changes.some((c) => c.fact === standing.id))
      .map(({ at }) => at);
    let figure: BriefCasualty | undefined = standing;
    while (figure) {
      const at = times.pop();
      const { date } = brief.published ?? {};
      const asOf = at === undefined ? (date === undefined ? { at: first.at } : { date }) : { at };
      entries.push({ entry: { figure, asOf, replaced: figure !== standing }, at: at ?? first.at });
      const before: string | null = figure.supersedes;
      figure = before === null ? undefined : old.get(before);
      if (before !== null) old.delete(before);
    }
  }
  // What was removed with no other in its place.
  for (const figure of old.values())
    entries.push({ entry: { figure, asOf: { at: first.at }, replaced: true }, at: first.at });
  return entries.sort((a, b) => a.at - b.at).map(({ entry }) => entry);
}
