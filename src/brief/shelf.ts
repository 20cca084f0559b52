import type { Brief } from './brief.ts';
import { briefCode } from './brief-code.ts';
import type { Found, Library } from './library.ts';
import { Lookup } from './lookup.ts';
import { reviseBrief } from './revise-brief.ts';

/** How many briefs are named where nothing close was found, and how many a choice offers at most. */
const NEAREST = 3;
const LARGEST_CHOICE = 8;

/** The briefs in service, in memory. Putting or removing one costs what that one brief costs. */
export class Shelf implements Library {
  readonly #briefs = new Map<string, Brief>();
  readonly #codes = new Map<string, string>();
  readonly #lookup = new Lookup();
  #latest: Brief[] | null = null;

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
    const { best, near } = this.#lookup.search(query);
    const briefs = this.#newest(best, LARGEST_CHOICE);
    const [first] = briefs;
    if (first) return briefs.length === 1 ? { outcome: 'one', brief: first } : { outcome: 'several', briefs };
    const close = this.#newest(near, NEAREST);
    return { outcome: 'none', nearest: close.length > 0 ? close : this.latest(NEAREST) };
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
    return standing;
  }

  /** Takes the brief out of service; says whether it was there. */
  remove(id: string): boolean {
    if (!this.#briefs.delete(id)) return false;
    this.#codes.delete(briefCode(id));
    this.#lookup.remove(id);
    this.#latest = null;
    return true;
  }

  /** The newest of them, newest first; sorting all of ten thousand would cost more than finding them. */
  #newest(ids: readonly string[], limit: number): Brief[] {
    const newest: Brief[] = [];
    for (const id of ids) {
      const brief = this.#briefs.get(id);
      const last = newest.at(-1);
      if (!brief || (last && newest.length === limit && byNewest(last, brief) <= 0)) continue;
      const at = newest.findIndex((b) => byNewest(b, brief) > 0);
      newest.splice(at < 0 ? newest.length : at, 0, brief);
      if (newest.length > limit) newest.pop();
    }
    return newest;
  }
}

/** Newest revision first; of those imported together, the one published last. */
function byNewest(a: Brief, b: Brief): number {
  if (a.revision.at !== b.revision.at) return b.revision.at - a.revision.at;
  const [x, y] = [a.published?.date ?? '', b.published?.date ?? ''];
  if (x !== y) return x < y ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}
