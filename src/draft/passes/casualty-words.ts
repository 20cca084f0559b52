import DATA from '#arabic/data/casualty.json' with { type: 'json' };
import CUES from '#arabic/data/casualty-cues.json' with { type: 'json' };
import PEOPLE from '#arabic/data/casualty-people.json' with { type: 'json' };
import { fold } from '#arabic/fold.ts';
import { rememberWords } from '#arabic/remember-words.ts';
import { Trie } from '#arabic/trie.ts';
import type { CasualtyKind } from '#draft/fact.ts';

/** As a list has it, and as hasty writers type its endings: «اصابه», «قتلي», «شرطى». */
function spellingsOf(form: string): string[] {
  const folded = fold(form);
  const loose = folded.replace(/ة(?= |$)/g, 'ه');
  return [...new Set([folded, loose, ...[folded, loose].map((text) => text.replace(/ى(?= |$)/g, 'ي'))])];
}

const setOf = (list: readonly string[]) => new Set(list.flatMap(spellingsOf));
const addTo = <T>(trie: Trie<T>, phrase: string, value: T) => {
  for (const spelling of spellingsOf(phrase)) trie.add(spelling, value, true);
};
const trieOf = <T>(list: readonly string[], value: T, trie = new Trie<T>()) => {
  for (const phrase of list) addTo(trie, phrase, value);
  return trie;
};

/** «قتيل», «جرحى»: a victim by the noun alone. */
export interface VictimNoun {
  kind: CasualtyKind;
  number: 'one' | 'two' | 'many';
}

export const VICTIMS = new Map<string, VictimNoun>();
for (const entry of DATA.victims as { kind: CasualtyKind; one: string[]; two: string[]; many: string[] }[])
  for (const number of ['many', 'two', 'one'] as const)
    for (const key of entry[number].flatMap(spellingsOf)) {
      // «قتيلا» is the accusative far more often than the dual before a noun.
      if (!VICTIMS.has(key) || number === 'one') VICTIMS.set(key, { kind: entry.kind, number });
    }

/** A verb, verbal noun or phrase after which victims are counted. */
export interface Anchor {
  kind: CasualtyKind;
  /** Counts only with a noun for people: «سقوط 5 شهداء», never «سقوط 5 قذائف». */
  needsPeople: boolean;
}

type Listed = { kind: CasualtyKind; needsPeople: boolean };
export const VERBS = new Map<string, Anchor>();
export const PLURAL_VERBS = new Map<string, Anchor>();
for (const v of DATA.verbs as (Listed & { singular: string[]; plural: string[] })[]) {
  for (const form of v.singular.flatMap(spellingsOf)) VERBS.set(form, v);
  for (const form of v.plural.flatMap(spellingsOf)) {
    VERBS.set(form, v);
    PLURAL_VERBS.set(form, v);
  }
}
export const NOUNS = new Map<string, Anchor>();
for (const n of DATA.nouns as (Listed & { forms: string[] })[])
  for (const form of n.forms.flatMap(spellingsOf)) NOUNS.set(form, n);

export const PHRASES = new Trie<Anchor>();
for (const p of DATA.phrases as (Listed & { forms: string[] })[])
  for (const form of p.forms) if (form.includes(' ') || /^ب/.test(form)) addTo(PHRASES, form, p);

/** «لقي … حتفهم»: the verb, and the words that make it one of dying. */
export const FRAMES = (DATA.frames as { kind: CasualtyKind; verbs: string[]; complements: string[] }[]).map(
  (f) => ({
    kind: f.kind,
    verbs: setOf(f.verbs),
    complements: setOf(f.complements),
  }),
);

/** «سقط … في امتحان»: what a verb of harm and its complement say together, and nobody came to harm. */
export const HARMLESS = (DATA.harmless as { verbs: string[]; complements: string[] }[]).map((h) => ({
  verbs: setOf(h.verbs),
  complements: setOf(h.complements),
}));

/** «لقين», «فارقا» */
export const FRAME_VERBS = new Set(FRAMES.flatMap(({ verbs }) => [...verbs]));

/** «المستشفى», «السجن»: where a verb of harm takes people. */
export const FRAME_PLACES = new Set(
  FRAMES.flatMap(({ complements }) => [...complements].filter((word) => /^ال.{2}/.test(word))),
);

/** «حتفه», «الحياة»: what the dead meet or lose. */
export const ENDS_OF_LIFE = new Set(
  FRAMES.flatMap(({ kind, complements }) => (kind === 'killed' ? [...complements] : [])),
);

/** «الحدود», «منازلهم»: what those who are driven out cross or leave. */
export const LEFT_BEHIND = new Set(
  FRAMES.flatMap(({ kind, complements }) => (kind === 'displaced' ? [...complements] : [])),
);

export const AFTER = new Trie<{ kind: CasualtyKind; partOf: boolean }>();
for (const a of DATA.after as { kind: CasualtyKind; partOf: boolean; forms: string[] }[])
  for (const form of a.forms) addTo(AFTER, form, a);

export const RELEASED = setOf(DATA.released);
/** «ناجين»: nobody else is meant by it than they. */
export const SURVIVORS = setOf(DATA.survivors);
export const PASSED = setOf(CUES.passed);
export const GENERIC = setOf(DATA.generic);
/** Some of those who were counted. */
export const OF_THEM: ReadonlySet<string> = new Set(['منهم', 'منهن', 'منهما']);
export const NEVER_PEOPLE = setOf(DATA.neverPeople);
export const ILLNESS = setOf(DATA.illness);
export const TALLY = setOf(DATA.tally);

export const NEED_COMPLEMENT = setOf(PEOPLE.needComplement);
const NOT_DUAL = setOf(PEOPLE.notDual);
export const PEOPLE_FORMS = new Set<string>();
/** «شرطي», «سيدة»: one person, not one of a kind that is named. */
export const ONES = new Set<string>();
/** «أطفال», «جنود»: many, by a plural that has no ending. */
export const BROKEN_PLURALS = new Set<string>();
/** «جنديين»: two of them in one word. */
export const DUALS = new Set<string>();
for (const { one, many, sound } of PEOPLE.people) {
  const bare = fold(one);
  const stem = bare.replace(/ة$/, 'ت');
  for (const form of spellingsOf(one)) ONES.add(form);
  if (!/ة$/.test(bare)) ONES.add(`${bare}ا`);
  for (const form of [...spellingsOf(one), `${bare}ا`, ...many.flatMap(spellingsOf)]) PEOPLE_FORMS.add(form);
  // «حوثين», «جندين»: written with one «ي» too few.
  if (/ي$/.test(bare)) PEOPLE_FORMS.add(`${bare}ن`);
  // «شرطى», «مدنى» as they are written on the Nile.
  if (/ي$/.test(bare)) for (const forms of [PEOPLE_FORMS, ONES]) forms.add(bare.replace(/ي$/, 'ى'));
  for (const form of many.flatMap(spellingsOf)) BROKEN_PLURALS.add(form);
  if (sound) for (const end of ['ون', 'ين', 'و', 'ي', 'ات']) PEOPLE_FORMS.add(bare.replace(/ة$/, '') + end);
  for (const end of sound && !/ة$/.test(bare) ? ['ان'] : ['ان', 'ين'])
    if (!NOT_DUAL.has(stem + end)) DUALS.add(stem + end);
}
// «قاضيان», «محاميا»
for (const one of PEOPLE.defective) {
  for (const end of ['يان', 'يين']) DUALS.add(fold(one) + end);
  for (const forms of [PEOPLE_FORMS, ONES]) forms.add(`${fold(one)}يا`);
}
/** «نائب», «وزير»: before a name, but for «نائب صومالي». */
export const BEFORE_NAMES = new Set(
  PEOPLE.notAlone.flatMap((word) => [...spellingsOf(word), `${fold(word)}ا`]),
);
for (const form of BEFORE_NAMES) ONES.delete(form);
for (const form of PEOPLE.collectives.flatMap(spellingsOf)) {
  PEOPLE_FORMS.add(form);
  ONES.delete(form);
}

export const AT_LEAST = trieOf(CUES.atLeast, true);
export const AT_LEAST_AFTER = trieOf(CUES.atLeastAfter, true);
export const AT_MOST = trieOf(CUES.atMost, true);
export const AT_MOST_AFTER = trieOf(CUES.atMostAfter, true);
export const ABOUT = trieOf(CUES.about, true);
export const BETWEEN = trieOf(CUES.between, true);
export const VAGUE = trieOf(CUES.vague, true);
export const AMONG = trieOf(CUES.among, null as CasualtyKind | null);
trieOf(CUES.amongKilled, 'killed' as CasualtyKind | null, AMONG);
trieOf(CUES.amongInjured, 'injured' as CasualtyKind | null, AMONG);
// «بين المتوفين», «ضمن المعتقلين»
for (const [form, { kind, number }] of VICTIMS)
  if (number === 'many')
    for (const among of ['بين', 'من بين', 'ضمن', 'من ضمن', 'ومن'])
      if (among !== 'ومن' || kind === 'killed' || kind === 'injured')
        AMONG.add(`${among} ال${form}`, kind, true);
export const NOT_COUNTED = trieOf(CUES.notCounted, true);
// «أقلّ» carried somebody; «أقل من» is fewer.
trieOf(['أقل من'], false, NOT_COUNTED);
export const ZERO = trieOf([...CUES.zeroVerb, ...CUES.zero.filter((w) => !/^(لا|لم|ولم)$/.test(w))], true);
export const ZERO_WHOLE = trieOf(CUES.zeroWhole, true);
export const ZERO_NOUNS = Object.entries(CUES.zeroNouns).map(([kind, list]) => ({
  kind,
  trie: trieOf(list, true),
}));
export const UNKNOWN = trieOf(
  CUES.unknown.filter((c) => c !== 'كم' && c !== 'حصر'),
  true,
);
export const HISTORICAL = trieOf(CUES.historical, true);
export const PAST_YEAR = setOf(CUES.pastYear);
export const DISTANT = setOf(CUES.distant);
export const DISTANT_UNITS = setOf(CUES.distantUnits);
export const NEAR_UNITS = setOf(CUES.nearUnits);
export const EVENTS = setOf(CUES.events);
export const EARLIER_SAID = setOf(CUES.earlierSaid);
export const EARLIER_DID = setOf(CUES.earlierDid);
export const PERIODS = setOf(CUES.periods);
export const CLAIMED = trieOf(CUES.claimed, true);
export const PROJECTED = trieOf([...CUES.projected, ...CUES.sentenced], true);

/** «رجلي أمن»: two of them, where the noun has another plural. */
export const CONSTRUCT_DUALS = setOf(PEOPLE.constructDuals);
/** «طفليها», «طفلاها»: two of hers; «رجلاها» are her feet. */
export const POSSESSED_DUALS = new Set(
  PEOPLE.possessedDuals.flatMap((dual) => {
    const cases = dual === 'رجلي' ? [dual] : [dual, dual.replace(/ي$/, 'ا')];
    return cases.flatMap((form) => ['ه', 'ها', 'هم', 'هما'].map((whose) => fold(form) + whose));
  }),
);
/** «مرشح», «وزير», «مدرب»: may fall, go and be suspended unharmed. */
export const OFFICES = new Set<string>(PEOPLE.offices.map(fold));
for (const { one, many } of PEOPLE.people)
  if (PEOPLE.offices.includes(one))
    for (const form of [one, ...many, ...['ين', 'ون', 'ان', 'ا', 'ات'].map((end) => one + end)])
      OFFICES.add(fold(form));
/** «زملاء», «لاعبين»: hurt in matches more often than in attacks. */
export const TEAM_MATES = setOf(PEOPLE.teamMates);
export const CALAMITY = setOf(DATA.calamity);
/** «مشجع», «تدافع», «الشرطة»: what is said with them in a story of sport is no match. */
export const MATCH_INCIDENTS = setOf(DATA.matchIncidents);
/** «ركاب», «طلاب»: evacuated, and not driven from home. */
export const LED_OUT = setOf(PEOPLE.ledOut);
/** «مشتبه بهم», «فارين»: looked for, and not missing. */
export const SOUGHT = setOf(PEOPLE.sought);
/** «أمن», «شرطة»: whose they are. */
export const FORCES = setOf(PEOPLE.forces);
/** «شاحنة», «صف»: what drivers and officers are of. */
export const WORK = setOf(PEOPLE.work);
export const BODIES = setOf(PEOPLE.bodies);
export const MEMBERS = setOf(PEOPLE.members);
export const FAMILIES = setOf(PEOPLE.families);

/** The word without «و», «ف», its preposition and its article, as long as something is left. */
export const bareWord = rememberWords((word: string): string =>
  word.replace(/^[وف](?=.{3})/, '').replace(/^(?:بال|لل|ال|كال)(?=.{2})/, ''),
);

const lookedUp = new WeakMap<ReadonlyMap<string, unknown>, (word: string) => unknown>();

/** A lookup of a word as it stands, without its conjunction, and without its preposition. The map must not change. */
export function lookUp<T>(map: ReadonlyMap<string, T>, word: string): T | undefined {
  let known = lookedUp.get(map);
  if (!known) {
    known = rememberWords((text) => findIn(map, text));
    lookedUp.set(map, known);
  }
  return known(word) as T | undefined;
}

function findIn<T>(map: ReadonlyMap<string, T>, word: string): T | undefined {
  const conjoined = word.replace(/^[وف](?=.{2})/, '');
  return (
    map.get(word) ??
    map.get(conjoined) ??
    map.get(conjoined.replace(/^[بل](?=.{3})/, '')) ??
    map.get(bareWord(word))
  );
}

/** «القتلى», and with whose they are: «قتلاها», «ضحاياهم». */
export const victimsIn = rememberWords((word: string): VictimNoun | undefined => {
  const plain = lookUp(VICTIMS, word);
  const theirs = plain ? undefined : /^(.{3,})(?:ها|هم|هن)$/.exec(word)?.[1];
  if (theirs === undefined) return plain;
  const victims = lookUp(VICTIMS, theirs) ?? lookUp(VICTIMS, theirs.replace(/ا$/, 'ى'));
  return victims?.number === 'many' ? victims : undefined;
});

export const isPeopleWord = rememberWords((word: string): boolean => {
  const bare = bareWord(word);
  const stems = [
    word,
    bare,
    bare.replace(/(?:ه|ها|هم|هما|هن|نا)$/, ''),
    bare.replace(/ت(?:ه|ها|هم|هما|ي)$/, 'ة'),
    bare.replace(/ات(?:ه|ها|هم|هما|نا)$/, ''),
    bare.replace(/ا[ئؤ](?:ه|ها|هم|هما|نا|ي)$/, 'اء'),
    // «وزرائه»: no «و» is joined to it.
    word.replace(/ا[ئؤ](?:ه|ها|هم|هما|نا|ي)$/, 'اء'),
    bare.replace(/ات$/, ''),
    bare.replace(/ات$/, 'ة'),
  ];
  return stems.some((stem) => PEOPLE_FORMS.has(stem));
});
