import type { Brief } from './brief.ts';
import { briefCode } from './brief-code.ts';
import { byNewest } from './by-newest.ts';
import type { Found, Library } from './library.ts';
import { Lookup, NEAREST } from './lookup.ts';
import { reviseBrief } from './revise-brief.ts';

const KEPT_QUERIES = 500;

/** The briefs in service, in memory. Putting or removing one costs what that one brief costs. */
export class Shelf implements Library {
  readonly #briefs = new Map<string, Brief>();
  readonly #codes = new Map<string, string>();
  readonly #lookup = new Lookup();
  #latest: Brief[] | null = null;
  /** What was found for the words that readers typed last; nothing of it outlives a change. */
  readonly #found = new Map<string, Found>();

  get size(): number {
    return this.#briefs.size;
  }

  get(id: string): Brief | undefined {
    return this.#briefs.get(id);
  }

  byCode(code: string): Brief | undefined {
    const id = this.#codes.get(code);
    return id === undefined ? undefined : this.#briefs.get(id);
  }

  latest(limit: number): Brief[] {
    this.#latest ??= [...this.#briefs.values()].sort(byNewest);
    return this.#latest.slice(0, limit);
  }

  find(query: string): Found {
    const known = this.#found.get(query);
    if (known) return known;
    const found = this.#find(query);
    if (this.#found.size >= KEPT_QUERIES) this.#found.clear();
    this.#found.set(query, found);
    return found;
  }

  #find(query: string): Found {
    const { best, near } = this.#lookup.search(query);
    const [first] = best;
    if (first)
      return best.length === 1 ? { outcome: 'one', brief: first } : { outcome: 'several', briefs: best };
    return { outcome: 'none', nearest: near.length > 0 ? near : this.latest(NEAREST) };
  }

  /** Puts the brief in service and returns it as it stands there now: see `reviseBrief`. */
  put(brief: Brief): Brief {
    const current = this.#briefs.get(brief.id);
    const standing = reviseBrief(current, brief);
    if (standing === current) return standing;
    this.#briefs.set(standing.id, standing);
    this.#codes.set(briefCode(standing.id), standing.id);
    this.#lookup.put(standing);
    this.#latest = null;
    this.#found.clear();
    return standing;
  }

  /** Takes the brief out of service; says whether it was there. */
  remove(id: string): boolean {
    if (!this.#briefs.delete(id)) return false;
    this.#codes.delete(briefCode(id));
    this.#lookup.remove(id);
    this.#latest = null;
    this.#found.clear();
    return true;
  }
}
