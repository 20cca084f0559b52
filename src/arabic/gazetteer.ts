import { createRequire } from 'node:module';
import { stemsOf } from './clitics.ts';
import { countries } from './countries.ts';
import { loosenName, otherSpellings } from './place-spelling.ts';
import { rememberWords } from './remember-words.ts';
import { Trie } from './trie.ts';

export type PlaceType =
  | 'country'
  | 'capital'
  | 'city'
  | 'town'
  | 'province'
  | 'district'
  | 'region'
  | 'neighbourhood'
  | 'camp'
  | 'island'
  | 'sea'
  | 'strait'
  | 'water'
  | 'mountain'
  | 'port'
  | 'airport'
  | 'crossing'
  | 'facility'
  | 'seat';

/**
 * How much has to stand around a name before it is taken:
 * `certain`: nothing; `locative`: «في», «قرب», «بلدة» …; `ordinary`: it is a common word too («صور», «البيضاء»), so it
 * also needs an administrative noun, or its country elsewhere in the article; `named`: it is an everyday word («الوادي»,
 * «الدورة»): it needs an administrative noun, or stands alone before a colon.
 */
export type Certainty = 'certain' | 'locative' | 'ordinary' | 'named';

export interface GazetteerEntry {
  /** The first of its names: the same for all its spellings. */
  id: string;
  country: string | null;
  type: PlaceType;
  certainty: Certainty;
}

/** What a phrase stands for: the places of that name, or nothing («رياض الأطفال» is no place). */
export type GazetteerValue = readonly GazetteerEntry[] | 'not-a-place';

interface PlacesFile {
  alsoOrdinaryWords: string[];
  everydayWords: string[];
  places: Record<string, Partial<Record<PlaceType, string[]>>>;
}

const LOCATIVE_TYPES = new Set<PlaceType>(['town', 'district', 'neighbourhood']);

// «ماليه», «ديلي» and «العيون» are other words too.
const ORDINARY_CAPITALS = new Set(['MV', 'TL', 'VA', 'EH']);

// Countries whose name is another word too: taken after «في», «دولة» … only.
const LOCATIVE_COUNTRIES = new Set(['ML', 'BJ', 'OM'].map((code) => code));
const CERTAIN_NAMES = new Set(['سلطنه عمان', 'عمان', 'جمهوريه مالي', 'دوله مالي']);

let trie: Trie<GazetteerValue> | null = null;
let commonWords: Set<string> | null = null;
const firstWords = new Set<string>();

const read = <T>(file: string) => createRequire(import.meta.url)(`./data/${file}.json`) as T;

/** Loosened word forms that are no names by themselves; an unknown name is not one of them. */
export function isCommonWord(loose: string): boolean {
  commonWords ??= new Set(read<{ words: string[] }>('common-words').words.flatMap((line) => line.split(' ')));
  return commonWords.has(loose.replaceAll('ء', ''));
}

/** Whether a name may begin with this loosened word, clitics before it allowed: most words need no closer look. */
export const mayBeginName = rememberWords(
  (word: string) => firstWords.has(word) || stemsOf(word).some((stem) => firstWords.has(stem.rest)),
);

/** The gazetteer as one trie over loosened words; built at the first call. */
export function gazetteer(notPlaces: readonly string[]): Trie<GazetteerValue> {
  trie ??= build(notPlaces);
  return trie;
}

function build(notPlaces: readonly string[]): Trie<GazetteerValue> {
  const names = new Map<string, GazetteerEntry[]>();
  const add = (key: string, entry: GazetteerEntry) => {
    if (key === '') return;
    const list = names.get(key);
    if (!list) names.set(key, [entry]);
    else if (!list.some((e) => e.country === entry.country && e.id === entry.id)) list.push(entry);
  };
  for (const country of countries()) {
    for (const name of [country.name, ...country.variants]) {
      const key = loosenName(name);
      const certain = !LOCATIVE_COUNTRIES.has(country.iso2) || CERTAIN_NAMES.has(key) || key.includes(' ');
      const certainty = certain && key !== 'سوريه' ? 'certain' : 'locative';
      const entry = { id: country.name, country: country.iso2, type: 'country', certainty } as const;
      add(key, entry);
      if (!ARAB.has(country.iso2)) for (const other of otherSpellings(key)) add(other, entry);
    }
    for (const name of country.capital ?? []) {
      const key = loosenName(name);
      if (names.has(key) && country.iso2 !== 'JO') continue;
      const entry: GazetteerEntry = {
        // Where the capital has its country's name, it is another place all the same.
        id: `${country.capital?.[0] ?? name}${country.capital?.[0] === country.name ? ' العاصمة' : ''}`,
        country: country.iso2,
        type: 'capital',
        certainty: ORDINARY_CAPITALS.has(country.iso2) ? 'locative' : 'certain',
      };
      add(key, entry);
      if (!ARAB.has(country.iso2))
        for (const other of otherSpellings(key)) if (!names.has(other)) add(other, entry);
    }
  }
  const file = read<PlacesFile>('places');
  const ordinary = new Set(file.alsoOrdinaryWords.map(loosenName));
  const everyday = new Set(file.everydayWords.map(loosenName));
  for (const [code, types] of Object.entries(file.places))
    for (const [type, lines] of Object.entries(types) as [PlaceType, string[]][])
      for (const line of lines) {
        const spellings = line.split(' = ');
        const id = spellings[0] as string;
        for (const name of spellings) {
          const key = loosenName(name);
          const certainty = everyday.has(key) ? 'named' : certaintyOf(key, type, ordinary);
          const entry = { id, country: code === '*' ? null : code, type, certainty };
          add(key, entry);
          if (code !== '*' && !ARAB.has(code))
            for (const other of otherSpellings(key)) if (!isCommonWord(other)) add(other, entry);
        }
      }
  const built = new Trie<GazetteerValue>();
  for (const [key, entries] of names)
    if (OF_LETTERS.test(key)) {
      const words = key.split(' ');
      built.addWords(words, entries);
      firstWords.add(words[0] as string);
    } else {
      built.add(key, entries);
      firstWords.add(key.split(' ', 1)[0] as string);
    }
  for (const phrase of notPlaces) {
    const key = loosenName(phrase);
    built.add(key, 'not-a-place');
    firstWords.add(key.split(' ', 1)[0] as string);
  }
  return built;
}

const OF_LETTERS = /^[\u0621-\u064a]+(?: [\u0621-\u064a]+)*$/;

const ARAB = new Set('SY LB PS IQ YE SA AE QA BH KW OM JO EG SD SS LY TN DZ MA MR SO DJ KM EH'.split(' '));

function certaintyOf(key: string, type: PlaceType, ordinary: ReadonlySet<string>): Certainty {
  if (ordinary.has(key)) return 'ordinary';
  if (key.includes(' ')) return 'certain';
  if (LOCATIVE_TYPES.has(type)) return isCommonWord(key) ? 'ordinary' : 'locative';
  return 'certain';
}
