import type { PlaceRole } from '#draft/fact.ts';
import type { LocatedMention, RoleContext } from './located-mention.ts';

/** What a place does in the story, and the mention that shows it. */
export interface PlaceInStory {
  role: PlaceRole;
  shownBy: LocatedMention;
}

/** Mentions of a country that a story is about, though its headline does not name it. */
const OFTEN = 3;

/** «تصريحات إيران», «إيران ترفض»: the country that it is about only acts where nothing is told to happen in it. */
export function leaveOut(
  mentions: readonly LocatedMention[],
  roles: Map<string, PlaceInStory>,
  { main }: RoleContext,
  headlineEnd: number,
  acted: ReadonlySet<string>,
  shown: ReadonlySet<string>,
): void {
  const home = mentions.filter(({ country }) => main !== null && country === main);
  const country = home.find(({ type }) => type === 'country');
  if (!country || !acted.has(country.id) || shown.has(country.id)) return;
  const often = home.filter(({ id }) => id === country.id).length >= OFTEN;
  if (!often && country.from >= headlineEnd) return;
  const place = roles.get(country.id);
  if (place?.role !== 'event') return;
  if (home.every(({ id }) => id === country.id || roles.get(id)?.role !== 'event')) place.role = 'actor';
}

/**
 * «بيرو تعلن الطوارئ بعد احتجاجات ليما»: the country of the scenes is one, though it only speaks; so is another that
 * the headline names and that has scenes of its own.
 */
export function makeScenes(
  mentions: readonly LocatedMention[],
  roles: Map<string, PlaceInStory>,
  { main, kind }: RoleContext,
  headlineEnd: number,
): void {
  const scenes = new Map<string | null, Set<string>>();
  for (const { id, country, type } of mentions) {
    if (type === 'country' || roles.get(id)?.role !== 'event') continue;
    const ids = scenes.get(country);
    if (ids) ids.add(id);
    else scenes.set(country, new Set([id]));
  }
  const enough = kind === 'politics' ? 2 : 1;
  for (const { id, country, type, from } of mentions) {
    if (type !== 'country') continue;
    const place = roles.get(id);
    if (!place || place.role === 'event' || (scenes.get(country)?.size ?? 0) < enough) continue;
    const isOwn = country === main && place.role === 'actor';
    if (isOwn || from < headlineEnd) place.role = 'event';
  }
}
