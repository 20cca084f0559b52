import { foldForSearch } from '#arabic/fold.ts';
import type { Brief } from './brief.ts';

/** What the words of a query lead to: ids of briefs, equally good ones together. */
export interface Lookups {
  best: string[];
  /** Close, but not close enough to answer with. */
  near: string[];
}

/** Finds briefs by their names. */
export class Lookup {
  readonly #names = new Map<string, Set<string>>();

  search(query: string): Lookups {
    return { best: [...(this.#names.get(foldForSearch(query).trim()) ?? [])], near: [] };
  }

  put(brief: Brief): void {
    this.remove(brief.id);
    const names = [
      brief.id,
      ...brief.names,
      ...brief.facts.places.flatMap((p) => [p.name, ...p.alsoKnownAs]),
    ];
    for (const name of names) {
      const key = foldForSearch(name);
      this.#names.set(key, (this.#names.get(key) ?? new Set()).add(brief.id));
    }
  }

  remove(id: string): void {
    for (const ids of this.#names.values()) ids.delete(id);
  }
}
