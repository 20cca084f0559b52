import type { AnyFact, BriefCasualty, BriefContent, Change } from './brief.ts';
import { factListOf, factsInOrder } from './fact-lists.ts';

/** What became of each fact from one revision to the next, in the order of the newer one; removals last. */
export function compareBriefs(before: BriefContent, after: BriefContent): Change[] {
  const changes: Change[] = [];
  const old = new Map(factsInOrder(before.facts).map((fact) => [fact.id, fact]));
  const gone = new Map(old);
  for (const fact of factsInOrder(after.facts)) {
    const previous = old.get(fact.id) ?? supersededBy(fact, old);
    gone.delete(fact.id);
    if (previous) gone.delete(previous.id);
    const was = previous ? sayFact(previous) : null;
    const is = sayFact(fact);
    if (previous && was === is && sourceOf(previous) === sourceOf(fact)) continue;
    changes.push({
      kind: previous ? kindOfChange(fact) : 'addition',
      fact: fact.id,
      before: was,
      after: is,
      source: sourceOf(fact),
    });
  }
  for (const fact of gone.values())
    changes.push({
      kind: 'removal',
      fact: fact.id,
      before: sayFact(fact),
      after: null,
      source: sourceOf(fact),
    });
  return changes;
}

function supersededBy(fact: AnyFact, old: ReadonlyMap<string, AnyFact>): AnyFact | undefined {
  return 'supersedes' in fact && fact.supersedes !== null ? old.get(fact.supersedes) : undefined;
}

/** A summary sentence that reads otherwise corrects nothing by itself; a figure, quote or place does. */
function kindOfChange(fact: AnyFact): Change['kind'] {
  return factListOf(fact) === 'summary' ? 'update' : 'correction';
}

function sourceOf(fact: AnyFact): string | null {
  return 'status' in fact ? fact.source : null;
}

/** A fact in as few words as a change needs; figures as numbers: «18», «20–25». */
export function sayFact(fact: AnyFact): string {
  if ('status' in fact) return sayFigure(fact);
  if ('country' in fact) return fact.name;
  return 'speaker' in fact ? `«${fact.text}»` : fact.text;
}

/** The number of a figure without its noun, as readers are shown it: «16»، «بين 20 و25»، «20 على الأقل»، «عشرات». */
export function sayFigure({ min, max, approximate, status }: BriefCasualty): string {
  if (min !== null && min === max) return String(min);
  if (min !== null && max !== null) return `بين ${min} و${max}`;
  if (min !== null) return `${min} على الأقل`;
  if (max !== null) return `${max} على الأكثر`;
  return approximate ?? (status === 'pending' ? 'قيد التحقيق' : 'عدد غير معلوم');
}
