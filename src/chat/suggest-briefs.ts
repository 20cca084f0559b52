import { foldForSearch } from '#arabic/fold.ts';
import type { Brief } from '#brief/brief.ts';
import type { Library } from '#brief/library.ts';

/** What is offered while a brief's name is being typed: its headline, and the id that finds it. */
export interface Suggestion {
  name: string;
  value: string;
}

const OFFERED = 25;
const LOOKED_THROUGH = 1000;

/** Briefs that what was typed so far is the beginning of a name or word of; else what a search finds. Newest first. */
export function suggestBriefs(library: Library, typed: string): Suggestion[] {
  const start = foldForSearch(typed.trim().slice(0, 100));
  if (start === '') return library.latest(OFFERED).map(suggestionOf);
  const begun = library
    .latest(LOOKED_THROUGH)
    .filter((brief) => namesOf(brief).some((name) => begins(name, start)));
  if (begun.length > 0) return begun.slice(0, OFFERED).map(suggestionOf);
  const found = library.find(typed);
  if (found.outcome === 'one') return [suggestionOf(found.brief)];
  return found.outcome === 'several' ? found.briefs.slice(0, OFFERED).map(suggestionOf) : [];
}

const suggestionOf = ({ headline, id }: Brief): Suggestion => ({ name: headline, value: id });

function namesOf(brief: Brief): string[] {
  const places = brief.facts.places.flatMap((p) => [p.name, ...p.alsoKnownAs]);
  return [brief.id, brief.headline, ...brief.names, ...places, ...brief.people.map((p) => p.name)];
}

function begins(name: string, start: string): boolean {
  const folded = foldForSearch(name);
  return (
    folded.startsWith(start) || folded.split(/\s+/).some((w) => w.startsWith(start) || w === `ال${start}`)
  );
}
