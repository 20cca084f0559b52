import type { Brief } from './brief.ts';

/** Newest revision first; of those imported together, the one published last. For sorting. */
export function byNewest(a: Brief, b: Brief): number {
  if (a.revision.at !== b.revision.at) return b.revision.at - a.revision.at;
  const [x, y] = [a.published?.date ?? '', b.published?.date ?? ''];
  if (x !== y) return x < y ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}

/** The newest `limit` of many, newest first: sorting all of ten thousand would cost more than finding them. */
export class Newest {
  readonly #limit: number;
  readonly briefs: Brief[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Takes the brief if it is among the newest so far; each brief once. */
  offer(brief: Brief): void {
    const last = this.briefs.at(-1);
    if (last && this.briefs.length === this.#limit && byNewest(last, brief) <= 0) return;
    if (this.briefs.includes(brief)) return;
    const at = this.briefs.findIndex((b) => byNewest(b, brief) > 0);
    this.briefs.splice(at < 0 ? this.briefs.length : at, 0, brief);
    if (this.briefs.length > this.#limit) this.briefs.pop();
  }
}
