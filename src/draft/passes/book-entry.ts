import { countryOfNisba } from '#arabic/countries.ts';
import OFFICES from '#arabic/data/office-kinds.json' with { type: 'json' };
import { endsInYeh } from '#arabic/egyptian-yeh.ts';
import { fold } from '#arabic/fold.ts';
import { formOf } from '#arabic/forms.ts';
import { gazetteer } from '#arabic/gazetteer.ts';
import { loosenWord } from '#arabic/place-spelling.ts';
import { rememberWords } from '#arabic/remember-words.ts';
import { isComma, type Token, tokenLike } from '#arabic/tokens.ts';
import type { Person } from '#draft/fact.ts';
import { isHonour } from './office-part.ts';
import { placeRules } from './place-rules.ts';
import type { Range, SpeakerPhrase } from './speaker.ts';
import { isSelfTold } from './speaker-limits.ts';
import { readSpeaker } from './speaker-phrase.ts';
import { isDefinite, isNisba, possessedTitle, TITLES_TRIE, withoutArticle } from './speaker-words.ts';

/** A person of the article, named or not («مصدر أمني»), as later words may mean them. */
export interface Entry {
  name: string;
  role: string | null;
  nameWords: readonly string[];
  /** The words of each office, trade or rank that the article gives them. */
  roles: string[][];
  /** The offset of the newest mention so far. */
  seen: number;
  gender: 'm' | 'f' | null;
}

/** «زعيم "حزب الغد"»: marks are no part of a word. */
const splitWords = rememberWords((text): readonly string[] =>
  fold(text)
    .split(/(?:[\s"«»“”]|[-–](?=\s))+/)
    .filter(Boolean)
    // As the tokens have them.
    .map((word) => (word.endsWith('ى') && endsInYeh(word) ? `${word.slice(0, -1)}ي` : word)),
);
export const wordsOf = (text: string | null): readonly string[] => (text ? splitWords(text) : []);

export function entryOf({ name, role, evidence }: Person): Entry {
  const entry: Entry = {
    name,
    role,
    nameWords: wordsOf(name),
    roles: [],
    seen: evidence.start,
    gender: isFeminine(role) ? 'f' : null,
  };
  addRole(entry, wordsOf(role));
  return entry;
}

/** Adds an office, and returns its words; null where the entry has it already. */
export function addRole(entry: Entry, words: readonly string[]): string[] | null {
  if (words.length === 0) return null;
  const role = words.map(withoutArticle);
  const known = (have: readonly string[]) => have[0] === role[0] && role.every((word) => have.includes(word));
  if (entry.roles.some(known)) return null;
  entry.roles.push(role);
  const other = otherName(role);
  if (other && !entry.roles.some((have) => have.join(' ') === other.join(' '))) entry.roles.push(other);
  return role;
}

/** «رئيس البلدية» is the «عمدة», «وزير الخارجية الفرنسي» «رئيس الدبلوماسية الفرنسية»; null for nearly all offices. */
function otherName(role: readonly string[]): string[] | null {
  const [head = '', of = ''] = role;
  if (/^رئيس[ةه]?$/.test(head) && of === 'بلدية') return ['عمدة', ...role.slice(2)];
  if (head === 'عمدة') return ['رئيس', 'بلدية', ...role.slice(1)];
  return /^وزير[ةه]?$/.test(head) && of === 'خارجية' ? ['رئيس', 'دبلوماسية', ...role.slice(2)] : null;
}

/** «نظيره الإيطالي سامي نصر» */
export const isCounterpart = ({ text }: { text: string }): boolean => /^نظير(?:ه|ها|ته|تها|هم)$/.test(text);

/** «مدير الصحة، الطبيب جواو نهامبوسا»: the title that stands right before a name is the person's too. */
export function titleBefore(tokens: readonly Token[], name: number): string[] {
  for (let from = name - 1; from >= Math.max(0, name - 3); from--) {
    if (tokens[from]?.kind !== 'word') return [];
    const title = TITLES_TRIE.longestAt(tokens, from);
    if ((title && title.to <= name) || isCounterpart(tokens[from] as Token))
      return tokens.slice(from, name).map((t) => t.text);
  }
  // «، اليمنية سلمى نصر»
  const nation = tokens[name - 1]?.text ?? '';
  const alone = !isDefinite(tokens[name - 2]?.text ?? '');
  return alone && isDefinite(nation) && isNisba(nation) ? [nation] : [];
}

/** What is said of somebody has at most so many tokens. */
const LONGEST_TOLD = 14;

/** «كريم نصر، زعيم حزب "الغد"», «سامي نصر، وهو القائد العام للقوات»: the office that stands behind a comma, no other's name in it. */
export function officeAside(tokens: readonly Token[], to: number): Range | null {
  if (!isComma(tokens[to])) return null;
  const from = isSelfTold(tokens[to + 1]) ? to + 2 : to + 1;
  if (TITLES_TRIE.longestAt(tokens, from) === null) return null;
  const office = readSpeaker(tokens, from, from + LONGEST_TOLD);
  return office?.from === from && !office.name ? office.role : null;
}

/** «محمد حمدان دقلو (حميدتي)»: another name, in parentheses; an age or a party is none. */
export function nicknameBehind(tokens: readonly Token[], at: number): string[] {
  const word = tokens[at + 1];
  if (tokens[at]?.text !== '(' || word?.kind !== 'word' || tokens[at + 2]?.text !== ')') return [];
  return [word.text];
}

/** Offices of men that end like those of women. */
const MASCULINE = /^(?:ال)?(?:عمد|داعي|خليف|علام|طاغي)[ةه]$/;

/** Whether somebody may be of a gender, as far as the article tells. */
export const mayBe = (entry: Entry, gender: 'm' | 'f' | null): boolean =>
  !gender || !entry.gender || entry.gender === gender;

/** «الطالبة», «وزيرة العدل». */
export function isFeminine(role: string | null): boolean {
  const head = wordsOf(role)[0] ?? '';
  // «محاميه», «نظيره»: the letter is a pronoun.
  const possessed = possessedTitle(formOf(head, 'word'));
  if (possessed || /^نظيره/.test(head)) return possessed?.feminine === true;
  return /[ةه]$/.test(head) && !MASCULINE.test(head);
}

/** Whether the wanted office is one of the entry's: the same head, and every other word in it. */
export function hasRole(entry: Entry, wanted: readonly string[]): boolean {
  return entry.roles.some(
    (role) =>
      isSameHead(role[0], wanted[0]) &&
      wanted.slice(1).every((word) => holds(role, word)) &&
      // «رئيس تونس» is no «رئيس الاتحاد التونسي».
      !(
        wanted[0] === 'رئيس' &&
        wanted.length === 2 &&
        role.length > 2 &&
        !role.includes(wanted[1] ?? '') &&
        isCountry(wanted[1] ?? '')
      ),
  );
}

const OF_NATIONS = /^(?:دولي|[اأ]ممي)[ةه]?$/;
const CABINET = /^(?:حكوم[ةه]|وزراء|وزرا)$/;

/** «رئيس الحكومة التركية» is «رئيس الوزراء التركي». */
function holds(role: readonly string[], word: string): boolean {
  if (role.includes(word)) return true;
  // «مدير اللجنة» is «المدير التنفيذي للجنة».
  if (role.some((part) => part === `ل${word}` || part === `لل${word}`)) return true;
  // «المدير العام للمنظمة» is «المدير العام لمنظمة الصحة».
  const body = /^لل(.{3,})$/.exec(word)?.[1];
  if (body && role.some((part) => part === body || part === `ل${body}`)) return true;
  if (CABINET.test(word)) return role.some((part) => CABINET.test(part));
  // «المبعوث الدولي» is the one of the United Nations.
  if (OF_NATIONS.test(word) && role.some((part) => OF_NATIONS.test(part))) return true;
  // «مدرب تونس» is «مدرب المنتخب التونسي».
  if (!isNisba(word)) return role.some((part) => isNisba(part) && isOfCountry(part, word));
  return role.some((part) => headOf(part) === headOf(word) || isOfCountry(word, part));
}

/** «الماليزي» is «… ماليزيا». */
function isOfCountry(nisba: string, place: string): boolean {
  const known = gazetteer(placeRules().notPlaces).get(loosenWord(place));
  const country = countryOfNisba(loosenWord(nisba));
  return (
    country !== undefined &&
    known !== undefined &&
    known !== 'not-a-place' &&
    known.some((entry) => entry.type === 'country' && entry.country === country)
  );
}

const isCountry = (word: string): boolean => {
  const known = gazetteer(placeRules().notPlaces).get(loosenWord(word));
  return known !== undefined && known !== 'not-a-place' && known.some((entry) => entry.type === 'country');
};

/** «ناطق» is «متحدث». */
const SAME_OFFICE = new Map(
  Object.entries(OFFICES.sameOffice).map(([name, same]) => [fold(name), fold(same)]),
);

/** «وزيرة» and «وزير», «متحدث» and «ناطق»: the same office. */
function isSameHead(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  return a === b || headOf(a) === headOf(b);
}

/** The office by its masculine, and one of several words for it. */
export const headOf = rememberWords((word: string): string => {
  const bare = word.replace(/[ةه]$/, '');
  return SAME_OFFICE.get(bare) ?? bare;
});

/** «مصادر أمنية», «شهود»: several people; «أحد السكان» is one. */
export function isPluralOffice(words: readonly string[]): boolean {
  const first = words[0] ?? '';
  if (/^احد(ى|هم|اهن)?$/.test(first)) return false;
  return (TITLES_TRIE.get(first) ?? TITLES_TRIE.get(withoutArticle(first)))?.kind === 'plural';
}

/** By a general word, the offices and trades that whoever it means may have. */
const KINDS = new Map<string, ReadonlySet<string>>();
for (const { words, of } of OFFICES.kinds)
  for (const word of words.map(fold)) KINDS.set(word, new Set([...(KINDS.get(word) ?? []), ...of.map(fold)]));

/** Whether a general word («المسؤول») can mean who has a role («وزير الزراعة»). */
export function isKindOf(word: string, role: string | null): boolean {
  const kinds = KINDS.get(word);
  if (!kinds || role === null) return false;
  return wordsOf(role).some((part) => kinds.has(withoutArticle(part).replace(/[ةه]$/, '')));
}

/** «مسؤولاً محلياً» as it stands where nothing governs it: «مسؤول محلي». */
export function nominative(role: string): string {
  const words = role.split(' ');
  const head = fold(words[0] ?? '');
  if (!head.endsWith('ا') || head.endsWith('هما') || TITLES_TRIE.get(head.slice(0, -1)) === undefined)
    return role;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string;
    if (!/[^ا]\u064b?ا\u064b?$/.test(word)) break;
    words[i] = word.replace(/\u064b?ا\u064b?$/, '');
  }
  return words.join(' ');
}

const governs = tokenLike(/^(?:عن|الى|من|بحسب|حسب|وفق|لسان|قول|تعبير|وصف)$/);

/** «عن أبي خالد»: «أبو خالد», where nothing governs him; «آبي أحمد» is written so, too. */
export function fatherOf(name: string, tokens: readonly Token[], { from, without }: SpeakerPhrase): string {
  const governed = without === 'ل' || governs(tokens[from - 1]);
  return governed && /^أب[يى] (?!أحمد)/.test(name) ? `أبو${name.slice(3)}` : name;
}

/** «مسؤول محلي» has no name, and is meant by «المسؤول» all the same. */
export function anonymous(
  name: string,
  words: readonly string[],
  seen: number,
  gender: 'm' | 'f' | null,
): Entry {
  const entry: Entry = { name, role: null, nameWords: [], roles: [], seen, gender };
  addRole(entry, words);
  return entry;
}

export const isLatter = (name: string): boolean => /^الأخيرة?$/.test(name);

/** «الأخير»: of all who are named before an offset, whoever was named last. */
export function namedLast(entries: readonly Entry[], at: number, gender: 'm' | 'f' | null): Entry | null {
  let last: Entry | null = null;
  for (const entry of entries)
    if (
      entry.seen < at &&
      entry.nameWords.length > 0 &&
      mayBe(entry, gender) &&
      entry.seen >= (last?.seen ?? 0)
    )
      last = entry;
  return last;
}

/** Whom a trade means was named within so many characters. */
const LONGEST_MEMORY = 500;
/** Of so many people at most one is looked for. */
const MOST_ENTRIES = 200;

/** Of those who are named between two offsets, whoever was named last. */
export function introducedSince(
  entries: readonly Entry[],
  spoken: number,
  at: number,
  gender: 'm' | 'f' | null,
): Entry | null {
  const since = Math.max(spoken, at - LONGEST_MEMORY);
  let last: Entry | null = null;
  for (const entry of entries.slice(-MOST_ENTRIES)) {
    const fits = entry.seen > since && entry.seen < at && mayBe(entry, gender);
    if (fits && (!last || entry.seen >= last.seen)) last = entry;
  }
  return last;
}

/** «القاضي», «الدكتورة»: a title that says less than any office. */
export const isBareRank = (role: string | null): boolean => {
  const words = wordsOf(role);
  return words.length === 1 && (TITLES_TRIE.get(words[0] ?? '')?.kind === 'rank' || isHonour(words[0] ?? ''));
};
