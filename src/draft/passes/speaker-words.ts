import { countryOfNisba } from '#arabic/countries.ts';
import CLAUSE from '#arabic/data/clause-words.json' with { type: 'json' };
import GIVEN from '#arabic/data/given-names.json' with { type: 'json' };
import INSTITUTIONS from '#arabic/data/institutions.json' with { type: 'json' };
import ORGANISATIONS from '#arabic/data/organisations.json' with { type: 'json' };
import TITLES from '#arabic/data/titles.json' with { type: 'json' };
import { fold } from '#arabic/fold.ts';
import { formOf, ofForm, testOfForm } from '#arabic/forms.ts';
import { gazetteer, isCommonWord, mayBeginName } from '#arabic/gazetteer.ts';
import { looseForm, loosenWord } from '#arabic/place-spelling.ts';
import { rememberWords } from '#arabic/remember-words.ts';
import { readAs, type Token, tokenLike } from '#arabic/tokens.ts';
import { Trie } from '#arabic/trie.ts';
import { placeRules } from './place-rules.ts';

const setOf = (list: readonly string[]) => new Set(list.map(fold));
const trieOf = (list: readonly string[]) => {
  const trie = new Trie<true>();
  for (const phrase of list) trie.add(phrase, true);
  return trie;
};

/** Words that end a speaker's name or begin what is said. */
export const COMPLEMENTIZERS = setOf(CLAUSE.complementizers);
/** «بأنه», «بأنها»: what follows describes. */
export const DESCRIBERS = setOf(CLAUSE.describers);
/** «أكد مدير المستشفى وصول 12 جريحا»: how many there were follows. */
export const FINDING_NOUNS = setOf(CLAUSE.findingNouns);
export const STOPS = setOf([...CLAUSE.stopWords, ...CLAUSE.negations, ...CLAUSE.relatives]);
export const TIMES = setOf(CLAUSE.time);
export const CHANNELS = setOf(CLAUSE.channels);
export const AUDIENCES = setOf(CLAUSE.audiences);
export const NOT_SOURCES = setOf(CLAUSE.notSources);
export const JOINERS = setOf(CLAUSE.joiners);
/** «لكن», «فيما», «أن»: a clause begins, and with it what may be its subject. */
export const CLAUSE_STARTERS = setOf([...CLAUSE.clauseStarters, '|']);
export const SKIPPABLE = trieOf(CLAUSE.skippable);
export const QUOTE_OPENERS = trieOf(CLAUSE.quoteOpeners);
export const BACK_TO_SPEAKER = trieOf(CLAUSE.backToSpeaker);
/** «بدوره», «من جهته»: another speaker follows. */
export const TURNS = trieOf(CLAUSE.turns);
export const BACKGROUND = trieOf(CLAUSE.background);
export const ACCORDING_TO = trieOf(CLAUSE.accordingTo.filter((phrase) => !/ ل$/.test(phrase)));
/** «وفقاً» and «طبقاً», whose «ل» is written on the next word. */
export const ACCORDING_WITH_L = setOf(['وفقا', 'طبقا', 'تبعا']);
/** «على ما»، «كما»، «حسبما»: a verb of saying and its speaker follow. */
export const ACCORDING_TO_WHAT = trieOf(CLAUSE.accordingToWhat);

const GIVEN_NAMES = setOf(GIVEN.names);
const INSTITUTION_NOUNS = setOf(INSTITUTIONS.nouns.map((n) => n.noun));
const COMPLEMENTS = setOf(INSTITUTIONS.complements);
const FEMININE = setOf(['شرطة', 'أركان', 'استخبارات', 'مخابرات', 'قوات', 'مصادر', 'وسائل']);

export interface Title {
  kind: 'office' | 'person' | 'rank' | 'plural';
  /** Null: of either («عجوز», «رهينة»). */
  feminine: boolean | null;
  needsComplement: boolean;
  complete: boolean;
  /** «الوزيران»: two names may follow. */
  dual?: boolean;
}

/** One word of four letters or more that «ان» makes a dual of. */
const TAKES_DUAL = /^(?!ال)[^ ]{3,}[^اىةءآه ]$/;
/** One indefinite word that takes an alef in the accusative, and is nothing else with it. */
const TAKES_ALEF = /^(?!ال|ساكن|شريك|أمين|عام$|مستشفى|نائب|بحار|راتب)[^ ]{3,}[^اىةءآه ]$/;

export const TITLES_TRIE = new Trie<Title>();
for (const entry of TITLES.titles as {
  m: string;
  f?: string;
  kind: string;
  needsComplement?: boolean;
  complete?: boolean;
}[]) {
  const base = {
    kind: entry.kind as Title['kind'],
    needsComplement: entry.needsComplement ?? false,
    complete: entry.complete ?? false,
  };
  for (const [form, feminine] of [
    [entry.m, false],
    [entry.f, true],
  ] as const) {
    if (!form) continue;
    const value = { ...base, feminine: entry.m === entry.f || /ة$/.test(entry.m) ? null : feminine };
    TITLES_TRIE.add(form, value, true);
    if (entry.kind === 'plural' && form.endsWith('ون'))
      TITLES_TRIE.add(`${form.slice(0, -2)}ين`, value, true);
    // «النائبان كريم صالح ورامي نصر»
    if (TAKES_DUAL.test(form) && value.kind !== 'rank' && value.kind !== 'plural')
      for (const article of ['', 'ال'])
        TITLES_TRIE.add(`${article}${form}ان`, { ...value, kind: 'plural', dual: true }, true);
    // «لكن مسؤولاً محلياً قال»
    if (TAKES_ALEF.test(form) && (entry.kind === 'person' || entry.kind === 'office'))
      TITLES_TRIE.add(`${form}ا`, value, true);
    // «الأحد» is a day.
    if (!form.startsWith('ال') && form !== 'أحد') TITLES_TRIE.add(`ال${form}`, value, true);
  }
}

/** «رئيسها», «زوجته», «محاميه»: the title without its pronoun. */
export const possessedTitle = ofForm(({ text }) => {
  const bare =
    /^(.{2,}?)(?:ها|هم|هما|ه)$/.exec(text)?.[1] ??
    // «مصادرنا», «مراسلتنا»: of who writes.
    /^(مصادر|مصدر|(?:مراسل|مندوب|موفد|مبعوث|مصور|محرر)ت?)نا$/.exec(text)?.[1];
  if (bare === undefined) return null;
  const title = TITLES_TRIE.get(bare);
  return title ?? (bare.endsWith('ت') ? TITLES_TRIE.get(`${bare.slice(0, -1)}ة`) : null) ?? null;
});

/** «مديرته», as it is written: of whoever is named elsewhere, and no more is said of the office. */
export const isSomebodys = (office: string): boolean =>
  !office.includes(' ') && possessedTitle(formOf(fold(office), 'word')) !== null;

export const ORGANISATIONS_TRIE = new Trie<'m' | 'f'>();
/** Agencies, papers, channels, platforms: they carry what others say. */
const MEDIA = new Set<string>();
/** «لرويترز», «لبي بي سي», «لوكالة الأنباء القطرية»: who it was said to. */
export const AUDIENCE_NAMES = new Trie<true>();
for (const o of ORGANISATIONS.organisations)
  for (const name of [o.name, ...o.variants]) {
    ORGANISATIONS_TRIE.add(name, o.gender === 'f' ? 'f' : 'm', true);
    if (!/agency|newspaper|broadcaster|platform/.test(o.kind)) continue;
    MEDIA.add(fold(name));
    AUDIENCE_NAMES.add(name.startsWith('ال') ? `لل${name.slice(2)}` : `ل${name}`, true);
  }
for (const word of ['وكالة', 'صحيفة', 'قناة', 'إذاعة', 'وسائل', 'تلفزيون', 'جريدة', 'مجلة'])
  MEDIA.add(fold(word));

/** «لشبكة», «لصحيفة»: a name follows. */
export const AUDIENCE_KINDS = setOf(CLAUSE.audienceKinds);

/** A medium that is spoken to: «لرويترز», «لقناة». */
export function isMedium(word: string): boolean {
  return MEDIA.has(word) || AUDIENCES.has(word);
}

/** «فرانس برس», «رويترز»: whether the name of a medium begins at a token. */
export function isMediumAt(tokens: readonly Token[], at: number): boolean {
  const name = ORGANISATIONS_TRIE.longestAt(tokens, at);
  if (name === null) return false;
  return MEDIA.has(
    tokens
      .slice(at, name.to)
      .map((token) => token.text)
      .join(' '),
  );
}

export function withoutArticle(word: string): string {
  return word.length > 4 && word.startsWith('ال') && !WITHOUT_ARTICLE.has(word) ? word.slice(2) : word;
}

/** Words whose first two letters are no article: names with a hamza («إلينا», «ألبرت»), «ألمانيا», «التزام». */
const WITHOUT_ARTICLE = new Set([
  ...GIVEN.names.filter((name) => /^[أإآ]ل/.test(name)).map(fold),
  ...CLAUSE.withoutArticle.map(fold),
]);

export function isDefinite(word: string): boolean {
  return word.length > 3 && word.startsWith('ال') && !WITHOUT_ARTICLE.has(word);
}

/** Whether a token has its article: «إلسا» and «ألبرت» have none. */
export function isDefiniteAt(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token !== undefined && !token.hamza && isDefinite(token.text);
}

export function isGivenName(word: string): boolean {
  return GIVEN_NAMES.has(word) || word === 'آن';
}

export const isInstitution = rememberWords((word: string): boolean => {
  if (INSTITUTION_NOUNS.has(word) || INSTITUTION_NOUNS.has(withoutArticle(word))) return true;
  // «حركتا حماس والجهاد», «وزارتي»
  return /.{3}ت[اي]$/.test(word) && INSTITUTION_NOUNS.has(`${word.slice(0, -2)}ة`);
});

export function isComplement(word: string): boolean {
  return COMPLEMENTS.has(word) || COMPLEMENTS.has(withoutArticle(word));
}

export const isPlaceWord = rememberWords((word: string): boolean => {
  const entry = gazetteer(placeRules().notPlaces).get(loosenWord(word));
  return entry !== undefined && entry !== 'not-a-place' && entry.some((e) => e.certainty === 'certain');
});

const mayBeginPlace = testOfForm(({ text }) => mayBeginName(loosenWord(text)));

/** Where the name of a place that begins at token `at` ends; `at` where none does. */
export function placeEnd(tokens: readonly Token[], at: number): number {
  const trie = gazetteer(placeRules().notPlaces);
  const first = tokens[at];
  if (!first || !mayBeginPlace(first.form)) return at;
  // Pushed, not mapped: V8 takes what `map` gives for an array with holes, and every reader of tokens for both kinds.
  const near: Token[] = [];
  for (let i = at; i < at + 4 && i < tokens.length; i++) {
    const token = tokens[i] as Token;
    const loose = looseForm(token.form);
    near.push(loose === token.form ? token : readAs(token, loose, false));
  }
  const match = trie.longestAt(near, 0);
  if (!match || match.value === 'not-a-place') return at;
  const certain = match.value.some((e) => e.certainty !== 'ordinary') || match.to > 1;
  return certain ? at + match.to : at;
}

export const isNisba = rememberWords((word: string) => countryOfNisba(loosenWord(word)) !== undefined);

export const isOrdinaryWord = rememberWords((word: string) => isCommonWord(loosenWord(word)));

/** Grammatical gender of a body by its first noun. */
export function genderOfBody(word: string): 'm' | 'f' {
  const bare = withoutArticle(word);
  return FEMININE.has(bare) || bare.endsWith('ة') || bare.endsWith('ه') ? 'f' : 'm';
}

/** «في», and as Egypt writes it. */
export const isIn = tokenLike(/^(?:في|فى)$/);
