import { createRequire } from 'node:module';
import { fold } from '#arabic/fold.ts';
import { type Form, ofForm, testOfForm } from '#arabic/forms.ts';
import { loosenWord } from '#arabic/place-spelling.ts';
import { Trie } from '#arabic/trie.ts';

interface GeoFile {
  adminNouns: { strong: string[]; weak: string[]; partOfName: string[]; facility: string[]; spot: string[] };
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
  authorities: string[];
  relationNouns: string[];
  pressureNouns: string[];
  spreadVerbs: string[];
  historicalCues: string[];
  eventWords: string[];
  sceneWords: string[];
}

type WordList = Exclude<keyof GeoFile, 'adminNouns' | 'notPlaces' | 'historicalCues'>;
export type AdminNoun = keyof GeoFile['adminNouns'];

export type PlaceRules = Record<WordList, ReadonlySet<string>> & {
  admin: ReadonlyMap<string, AdminNoun>;
  /** The kind of administrative noun that a word is, with or without a clitic: «بلدة», «وببلدة», «بحي». */
  adminNounOf(word: Form): AdminNoun | null;
  /** Whether a word says that something happened, with or without clitics and article. */
  isEventWord(word: Form): boolean;
  notPlaces: readonly string[];
  /** «العام الماضي», «سبق أن»: the sentence is about another time. */
  historicalCues: Trie<true>;
  /** Whether one of those, or «قبل ستة أعوام», may begin with a word. */
  mayBeHistorical(word: Form): boolean;
};

const loose = (word: string) => loosenWord(fold(word));

/** «قبل», «منذ». */
export const AGO = new Set(['قبل', 'منذ'].flatMap((word) => [word, `و${word}`, `ف${word}`]));

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
  const eventWords = set('eventWords');
  const historicalCues = new Trie<true>();
  for (const cue of file.historicalCues) historicalCues.add(loose(cue), true);
  return {
    admin,
    adminNounOf: ofForm(({ text: word }) =>
      // «لقضاء العطلة», «وجهه بلفافة», «بحارة مهرة», «فراس الحمصي»
      /^(?:و?لقضاء|وجهه|و?بحاره|و?فراس)$/.test(word)
        ? null
        : (admin.get(word) ??
          // «وبلدات»
          admin.get(word.replace(/^[وف](?=..)/, '')) ??
          admin.get(word.replace(/^[وف]?[بل]?(?=..)/, '')) ??
          null),
    ),
    isEventWord: testOfForm(
      ({ text: word }) => eventWords.has(word) || eventWords.has(word.replace(/^[وفبل]?ال|^لل|^[وفبل]/, '')),
    ),
    notPlaces: file.notPlaces,
    historicalCues,
    mayBeHistorical: testOfForm((word) => historicalCues.begins(word, 'conjunction') || AGO.has(word.text)),
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
    authorities: set('authorities'),
    relationNouns: set('relationNouns'),
    pressureNouns: set('pressureNouns'),
    spreadVerbs: set('spreadVerbs'),
    eventWords,
    sceneWords: set('sceneWords'),
  };
}
