import { createRequire } from 'node:module';
import { fold } from '#arabic/fold.ts';
import { loosenWord } from '#arabic/place-spelling.ts';

interface GeoFile {
  adminNouns: { strong: string[]; weak: string[]; partOfName: string[]; facility: string[] };
  notAfterAdmin: string[];
  nameHeads: string[];
  locatives: string[];
  weakLocatives: string[];
  directions: string[];
  towards: string[];
  organisationHeads: string[];
  sportHeads: string[];
  notPlaces: string[];
  clubCities: string[];
  actorVerbs: string[];
  actorNouns: string[];
  historicalCues: string[];
  eventWords: string[];
}

type WordList = Exclude<keyof GeoFile, 'adminNouns' | 'notPlaces' | 'historicalCues'>;
export type AdminNoun = keyof GeoFile['adminNouns'];

export type PlaceRules = Record<WordList, ReadonlySet<string>> & {
  admin: ReadonlyMap<string, AdminNoun>;
  notPlaces: readonly string[];
  historicalCues: readonly string[];
};

const loose = (word: string) => loosenWord(fold(word));

let rules: PlaceRules | null = null;

/** The words of `data/geo.json`, loosened; read at the first draft. */
export function placeRules(): PlaceRules {
  rules ??= build(createRequire(import.meta.url)('#arabic/data/geo.json') as GeoFile);
  return rules;
}

function build(file: GeoFile): PlaceRules {
  const admin = new Map<string, AdminNoun>();
  for (const [kind, words] of Object.entries(file.adminNouns) as [AdminNoun, string[]][])
    for (const word of words) admin.set(loose(word), kind);
  const set = (name: WordList): ReadonlySet<string> => new Set(file[name].map(loose));
  return {
    admin,
    notPlaces: file.notPlaces,
    historicalCues: file.historicalCues.map(loose),
    notAfterAdmin: set('notAfterAdmin'),
    nameHeads: set('nameHeads'),
    locatives: set('locatives'),
    weakLocatives: set('weakLocatives'),
    directions: set('directions'),
    towards: set('towards'),
    organisationHeads: set('organisationHeads'),
    sportHeads: set('sportHeads'),
    clubCities: set('clubCities'),
    actorVerbs: set('actorVerbs'),
    actorNouns: set('actorNouns'),
    eventWords: set('eventWords'),
  };
}
