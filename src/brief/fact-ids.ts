import type { BriefContent } from './brief.ts';
import { FACT_LETTERS, type FactList, factsInOrder } from './fact-lists.ts';

/** Hands out ids that no fact of the brief has or ever had, list by list: `c3`, `c4`, … */
export class FactIds {
  readonly #next = new Map<FactList, number>();

  constructor({ facts, superseded }: Pick<BriefContent, 'facts' | 'superseded'>) {
    const taken = [...factsInOrder(facts), ...superseded].map((fact) => fact.id);
    for (const [list, letter] of Object.entries(FACT_LETTERS)) {
      const numbers = taken.filter((id) => id.startsWith(letter)).map((id) => Number(id.slice(1)) || 0);
      this.#next.set(list as FactList, Math.max(0, ...numbers) + 1);
    }
  }

  take(list: FactList): string {
    const n = this.#next.get(list) ?? 1;
    this.#next.set(list, n + 1);
    return `${FACT_LETTERS[list]}${n}`;
  }
}
