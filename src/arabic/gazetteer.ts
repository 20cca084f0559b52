import { createRequire } from 'node:module';
import { stemsOf } from './clitics.ts';
import { type Country, countries, countryOfNisba } from './countries.ts';
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
  | 'seat'
  /** It shows what land a text is about, and is no place. */
  | 'parliament';

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
  /** It is called so only in an article that speaks of its country. */
  namesake?: true;
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
const ORDINARY_CAPITALS = new Set(['MV', 'TL', 'VA', 'EH', 'NR']);

// Countries whose name is another word too: taken after «في», «دولة» … only.
const LOCATIVE_COUNTRIES = new Set(['ML', 'BJ', 'OM']);
// «السورية» without its article, a people, and a surname.
const LOCATIVE_NAMES = new Set(['سوريه', 'الصرب', 'كاميرون']);
const CERTAIN_NAMES = new Set(['بنن', 'سلطنه عمان', 'عمان', 'جمهوريه مالي', 'دوله مالي']);

let trie: Trie<GazetteerValue> | null = null;
let commonWords: Set<string> | null = null;

const read = <T>(file: string) => createRequire(import.meta.url)(`./data/${file}.json`) as T;

/** Loosened word forms that are no names by themselves; an unknown name is not one of them. */
export function isCommonWord(loose: string): boolean {
  commonWords ??= new Set(read<{ words: string[] }>('common-words').words.flatMap((line) => line.split(' ')));
  return commonWords.has(loose.replaceAll('ء', ''));
}

/** Whether a name may begin with this loosened word, clitics before it allowed: most words need no closer look. */
export const mayBeginName = rememberWords(
  (word: string) => planned.has(word) || stemsOf(word).some((stem) => planned.has(stem.rest)),
);

/** The gazetteer as one trie over loosened words. */
export function gazetteer(notPlaces: readonly string[]): Trie<GazetteerValue> {
  trie ??= build(notPlaces);
  return trie;
}

/** Names of a first word, in order, and what they stand for. */
type Names = Map<string, GazetteerEntry[] | 'not-a-place'>;
/** By first word: what is to be done to know its names; null once that is done. Most words are never asked for. */
const planned = new Map<string, ((names: Names) => void)[] | null>();

function build(notPlaces: readonly string[]): Trie<GazetteerValue> {
  for (const country of countries()) planCountry(country);
  const file = read<PlacesFile>('places');
  const ordinary = new Set(file.alsoOrdinaryWords.map(loosenName));
  const everyday = new Set(file.everydayWords.map(loosenName));
  // Planned last, as they ask who else bears the name.
  const namesakes: (() => void)[] = [];
  for (const [code, types] of Object.entries(file.places))
    for (const [type, lines] of Object.entries(types) as [PlaceType, string[]][])
      for (const line of lines)
        planPlace(line, code === '*' ? null : code, type, ordinary, everyday, namesakes);
  for (const planNamesake of namesakes) planNamesake();
  for (const phrase of notPlaces) plan(phrase, (names) => names.set(loosenName(phrase), 'not-a-place'));
  return new Trie<GazetteerValue>(namesOf);
}

function* namesOf(word: string): Generator<readonly [string[], GazetteerValue]> {
  const plans = planned.get(word);
  if (!plans) return;
  planned.set(word, null);
  const names: Names = new Map();
  for (const put of plans) put(names);
  for (const [key, value] of names) if (key !== '') yield [key.split(' '), value];
}

function plan(name: string, put: (names: Names) => void): void {
  const end = name.search(BETWEEN_WORDS);
  const first = loosenName(end < 0 ? name : name.slice(0, end));
  const plans = planned.get(first);
  if (plans) plans.push(put);
  else planned.set(first, [put]);
}

const BETWEEN_WORDS = /[\s\-_/]/;

function put(names: Names, key: string, entry: GazetteerEntry): void {
  const list = names.get(key);
  if (!list) names.set(key, [entry]);
  else if (list !== 'not-a-place' && !list.some((e) => e.country === entry.country && e.id === entry.id))
    list.push(entry);
}

/** A namesake is one choice more where the name is a place elsewhere too. */
function addNamesake(names: Names, name: string, entry: GazetteerEntry): void {
  const key = loosenName(name);
  const known = names.get(key);
  const [first] = known && known !== 'not-a-place' ? known : [];
  if (first && first.type !== 'country' && first.type !== 'capital')
    put(names, key, { ...entry, certainty: first.certainty, namesake: true });
}

const ARAB = new Set('SY LB PS IQ YE SA AE QA BH KW OM JO EG SD SS LY TN DZ MA MR SO DJ KM EH'.split(' '));

/** Whether an Arab state; places of no one country are in none. */
export const isArabCountry = (country: string | null): boolean => country !== null && ARAB.has(country);

/** A foreign name in its other spellings too. */
function planSpellings(name: string, country: string | null, add: (names: Names, key: string) => void): void {
  if (country === null || isArabCountry(country) || !name.includes('غ')) return;
  for (const other of otherSpellings(loosenName(name))) plan(other, (names) => add(names, other));
}

function planCountry({ iso2, name: id, variants, capital = [] }: Country): void {
  for (const name of [id, ...variants]) {
    const key = loosenName(name);
    const certain = !LOCATIVE_COUNTRIES.has(iso2) || CERTAIN_NAMES.has(key) || key.includes(' ');
    const certainty = certain && !LOCATIVE_NAMES.has(key) ? 'certain' : 'locative';
    const entry = { id, country: iso2, type: 'country', certainty } as const;
    plan(name, (names) => put(names, key, entry));
    planSpellings(name, iso2, (names, other) => put(names, other, entry));
  }
  for (const name of capital) {
    const key = loosenName(name);
    const entry: GazetteerEntry = {
      // Where the capital has its country's name, it is another place all the same.
      id: `${capital[0] ?? name}${capital[0] === id ? ' العاصمة' : ''}`,
      country: iso2,
      type: 'capital',
      certainty: ORDINARY_CAPITALS.has(iso2) ? 'locative' : 'certain',
    };
    plan(name, (names) => void ((iso2 === 'JO' || !names.has(key)) && put(names, key, entry)));
    planSpellings(name, iso2, (names, other) => void (names.has(other) || put(names, other, entry)));
  }
}

const OF_A_COUNTRY = new Set<PlaceType>(['city', 'town', 'district', 'province']);

/** Whether a name's last word, loosened, only tells which of that name it is: «ليون الفرنسية» for a place in France. */
export const isNationality = (last: string, { country, type }: Omit<GazetteerEntry, 'certainty'>): boolean =>
  country !== null && OF_A_COUNTRY.has(type) && /^ال.+يه$/.test(last) && countryOfNisba(last) === country;

/** «ليون الفرنسية» is the same place as «ليون». */
function idOf(id: string, country: string | null, type: PlaceType): string {
  const end = id.lastIndexOf(' ');
  return end > 0 && isNationality(loosenName(id.slice(end + 1)), { id, country, type })
    ? id.slice(0, end)
    : id;
}

/** «في أبي الجعد»: «أبو» of a name is declined. */
const inGenitive = (name: string) => (name.startsWith('أبو ') ? [`أبي ${name.slice(4)}`] : []);

function planPlace(
  line: string,
  country: string | null,
  type: PlaceType,
  ordinary: ReadonlySet<string>,
  everyday: ReadonlySet<string>,
  namesakes: (() => void)[],
): void {
  const spellings = line.split(' = ');
  const id = spellings[0] as string;
  for (const name of [...spellings, ...spellings.flatMap(inGenitive)]) {
    const entryOf = (): GazetteerEntry => {
      const key = loosenName(name);
      const certainty = everyday.has(key) ? 'named' : certaintyOf(key, type, ordinary);
      return { id: idOf(id, country, type), country, type, certainty };
    };
    plan(name, (names) => put(names, loosenName(name), entryOf()));
    // «كاندي البنينية» may be called «كاندي» where the article speaks of Benin.
    const bare = idOf(name, country, type);
    if (bare !== name) namesakes.push(() => plan(bare, (names) => addNamesake(names, bare, entryOf())));
    planSpellings(
      name,
      country,
      (names, other) => void (isCommonWord(other) || put(names, other, entryOf())),
    );
  }
}

function certaintyOf(key: string, type: PlaceType, ordinary: ReadonlySet<string>): Certainty {
  if (ordinary.has(key)) return 'ordinary';
  if (key.includes(' ')) return 'certain';
  if (LOCATIVE_TYPES.has(type)) return isCommonWord(key) ? 'ordinary' : 'locative';
  return 'certain';
}
