import type { Naming } from '#brief/publish-draft.ts';
import type { Shelf } from '#brief/shelf.ts';
import type { Draft } from '#draft/draft.ts';

/** How many names are proposed; the editor may choose others. */
const PROPOSED = 4;

/** A draft's id and the names it is found by, as far as its places and people give them. */
export function nameDraft(draft: Draft, shelf: Shelf, at: number): Naming {
  const places = draft.places.filter((p) => p.role === 'event').map((p) => p.name);
  const people = draft.people.slice(0, 1).map((p) => p.name);
  const words = draft.headline?.text.split(/[\s:،.]+/).filter((w) => w.length > 3) ?? [];
  const names = [
    ...new Set([
      ...places.slice(0, PROPOSED - 1),
      ...people,
      ...(places.length === 0 ? words.slice(0, 2) : []),
    ]),
  ];
  const day = Temporal.Instant.fromEpochMilliseconds(at).toString().slice(0, 10).replaceAll('-', '');
  return { id: freeId(slugOf(names) ?? `${draft.kind}-${day}`, shelf), names, topics: [] };
}

/** The first Latin name as an id; null where none of the names is Latin. */
export function slugOf(names: readonly string[]): string | null {
  for (const name of names) {
    const slug = name
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 40)
      .replace(/-+$/, '');
    if (slug.length >= 3) return slug;
  }
  return null;
}

export function freeId(wanted: string, shelf: Shelf): string {
  if (!shelf.get(wanted)) return wanted;
  for (let n = 2; ; n++) if (!shelf.get(`${wanted}-${n}`)) return `${wanted}-${n}`;
}
