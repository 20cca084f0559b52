import type { Stem } from '#arabic/clitics.ts';
import { ofForm, testOfForm } from '#arabic/forms.ts';
import {
  type GazetteerEntry,
  type GazetteerValue,
  gazetteer,
  isNationality,
  mayBeginName,
} from '#arabic/gazetteer.ts';
import { isComma, tokenLike } from '#arabic/tokens.ts';
import type { Trie } from '#arabic/trie.ts';
import { adminNounAt, isDescribed } from './admin-noun.ts';
import { isListedUnknown } from './place-listed.ts';
import { isJoinedUnknown } from './place-name-end.ts';
import { isPartOfName } from './place-name-part.ts';
import type { PlaceRules } from './place-rules.ts';
import { CLOSING, isOfBorder, type PlaceToken } from './place-tokens.ts';

/** A name that may be a place: place tokens [from, to). */
export interface PlaceMention {
  from: number;
  to: number;
  stem: Stem | null;
  /** Candidates of that name; empty where the name is not in the gazetteer. */
  entries: readonly GazetteerEntry[];
  /** What stands before it. */
  before: Surroundings;
}

/** What stands around a name and speaks for its being a place. */
export interface Surroundings {
  admin: boolean;
  locative: boolean;
  weakLocative: boolean;
  hashtag: boolean;
  /** Joined to the place before it: «دمشق وحلب», «دمشق، حلب», «جبلة (اللاذقية)». */
  chained: boolean;
  /** «العاصمة عمان»: no country. */
  capital: boolean;
}

const isCapitalNoun = (text: string) => /^[وفبل]?العاصم[ةه]$/.test(text);

const isFirstWord = testOfForm(({ kind, text }) => kind === 'word' && mayBeginName(text));

/** All names of the gazetteer in the text, from left to right, whether or not they will be taken for places. */
export function findNames(tokens: readonly PlaceToken[], rules: PlaceRules): PlaceMention[] {
  const trie = gazetteer(rules.notPlaces);
  const found: PlaceMention[] = [];
  for (let i = 0; i < tokens.length; ) {
    const word = tokens[i] as PlaceToken;
    const match = isFirstWord(word.form)
      ? (joinedTo(trie, tokens, i, found.at(-1)) ?? longest(trie, tokens, i))
      : null;
    if (!match) {
      i++;
      continue;
    }
    // «غرب إفريقيا الوسطى» is no part of «غرب إفريقيا».
    if (
      match.to - i > 1 &&
      rules.directions.has(word.text.replace(/^[وف](?=...)/, '')) &&
      goesFurther(trie, tokens, i, match.to)
    ) {
      i++;
      continue;
    }
    const city = cityOfFacility(trie, tokens, i, match, rules);
    if (city) {
      i = city;
      continue;
    }
    const isCalled = isCalledCity(trie, tokens, i, match);
    const from = isCalled ? i + 1 : i;
    const stem = isCalled ? null : match.stem;
    if (
      match.value !== 'not-a-place' &&
      !isPartOfName(tokens, i, match, rules) &&
      !isOfFamily(tokens[i - 1], match)
    ) {
      const previous = found.at(-1);
      found.push({
        from,
        to: match.to - (isNationalityLast(tokens, i, match) ? 1 : 0),
        stem,
        entries: match.value,
        before: surroundings(tokens, from, stem, rules, previous),
      });
    }
    i = match.to;
  }
  return found;
}

const isFamily = tokenLike(/^[وفبل]*(?:عاءله|عايله|اسره|ال|عشيره|قبيله)$/);

/** «عائلة أبو ظبية»: whose they are, and no place. */
const isOfFamily = (
  before: PlaceToken | undefined,
  { stem, value }: { stem: Stem | null; value: GazetteerValue },
) =>
  stem === null &&
  before?.kind === 'word' &&
  isFamily(before) &&
  value !== 'not-a-place' &&
  value.every(({ type }) => type !== 'country' && type !== 'capital');

const isCity = tokenLike(/^[وف]?[بل]?مدينه$/);

/** «مدينة الأبيض» is called «الأبيض», though the data asks for both words, as the last is a word of its own. */
function isCalledCity(
  trie: Trie<GazetteerValue>,
  tokens: readonly PlaceToken[],
  at: number,
  { to, value }: { to: number; value: GazetteerValue },
): boolean {
  if (!isCity(tokens[at]) || value === 'not-a-place') return false;
  const inner = trie.longestAt(tokens, at + 1);
  return (
    inner?.to === to &&
    inner.value !== 'not-a-place' &&
    inner.value.some(({ id, certainty }) => certainty !== 'certain' && value.some((city) => city.id === id))
  );
}

const goesFurther = (trie: Trie<GazetteerValue>, tokens: readonly PlaceToken[], at: number, to: number) =>
  (trie.longestAt(tokens, at + 1)?.to ?? 0) > to;

/** «مدينة ليون الفرنسية» is called «ليون»: the adjective told which, and is none of the name. */
const isNationalityLast = (
  tokens: readonly PlaceToken[],
  at: number,
  { to, value }: { to: number; value: GazetteerValue },
) =>
  to - at > 1 &&
  value !== 'not-a-place' &&
  value.every((entry) => isNationality(tokens[to - 1]?.text ?? '', entry));

/** «مطار بورتسودان»: where the rest of a facility's name is a place, that is the place. Returns the token it begins at. */
function cityOfFacility(
  trie: Trie<GazetteerValue>,
  tokens: readonly PlaceToken[],
  at: number,
  match: { to: number; value: GazetteerValue },
  rules: PlaceRules,
): number | null {
  if (match.value === 'not-a-place' || match.to - at < 2) return null;
  const noun = adminNounAt(tokens, at, rules);
  if (noun === null) return null;
  const inner = trie.longestAt(tokens, at + 1);
  // «مدينة كان ثو» is not «مدينة كان».
  if (inner && inner.to > match.to && !tokens[inner.to - 1]?.text.startsWith('ال')) return at + 1;
  if (noun !== 'facility') return null;
  const isCity =
    inner?.to === match.to &&
    inner.value !== 'not-a-place' &&
    inner.value.some((e) => e.certainty === 'certain');
  return isCity ? at + 1 : null;
}

/** «الرياض وجدة»: joined to a place of its country it is «جدة», alone it is «وجدة» in Morocco. */
function joinedTo(
  trie: Trie<GazetteerValue>,
  tokens: readonly PlaceToken[],
  at: number,
  previous: PlaceMention | undefined,
): { to: number; value: GazetteerValue; stem: Stem | null } | null {
  const text = tokens[at]?.text ?? '';
  if (previous?.to !== at || !text.startsWith('و')) return null;
  const whole = trie.get(text);
  const rest = text.slice(1);
  const value = trie.get(rest);
  if (whole === undefined || value === undefined || value === 'not-a-place' || whole === 'not-a-place')
    return null;
  const countries = new Set(previous.entries.map((entry) => entry.country));
  const near = value.filter((entry) => countries.has(entry.country));
  if (near.length === 0 || whole.some((entry) => countries.has(entry.country))) return null;
  return { to: at + 1, value: near, stem: { conjunction: 'و', proclitic: '', article: false, rest } };
}

function longest(trie: Trie<GazetteerValue>, tokens: readonly PlaceToken[], at: number) {
  const match = trie.longestAt(tokens, at, 'any');
  if (!match) return null;
  // «الحمص» is not «حمص»: the article is part of a name or is not there.
  if (match.stem?.article) return null;
  if (match.stem?.proclitic === 'س') return null;
  return match;
}

// «القريبة من الخليل», «بالقرب من صور»
const NEARNESS = /(?:قرب|قريب|قريبه|مقربه)$/;
// «النائب عن صور»
const DEPUTY = /^(?:ال)?(?:نايب|نايبه|نواب|مرشح)$/;

const OPENERS = new Set(['«', '"', '“', '{', ':']);
const areRegions = tokenLike(/^[وفبل]*(?:مناطق|محافظات|ولايات|مدن|بلدات|قري|احياء|مديريات|اقاليم)$/);

/** «على مناطق (الباحة، جازان)», «بلدة (هيت)» */
const isBracketed = (tokens: readonly PlaceToken[], at: number, rules: PlaceRules): boolean =>
  areRegions(tokens[at - 2]) || (tokens[at + 1]?.text === ')' && adminNounAt(tokens, at - 2, rules) !== null);

const withoutClitics = ofForm(({ text }) => text.replace(/^[وف]?[بل]?(?=..)/, ''));

function surroundings(
  tokens: readonly PlaceToken[],
  at: number,
  stem: Stem | null,
  rules: PlaceRules,
  previous: PlaceMention | undefined,
): Surroundings {
  const before = tokens[at - 1]?.text ?? '';
  const opens = OPENERS.has(before) || (before === '(' && isBracketed(tokens, at, rules));
  const word = opens ? tokens[at - 2] : tokens[at - 1];
  const text = word?.kind === 'word' ? word.text : '';
  const bare = word?.kind === 'word' ? withoutClitics(word.form) : '';
  const free = stem === null || stem.proclitic === '';
  const beforeThat = tokens[at - 2]?.text ?? '';
  const conjunction = stem?.conjunction === 'و';
  return {
    admin:
      free &&
      !conjunction &&
      (rules.admin.has(text) || rules.admin.has(bare) || isDescribed(tokens, at, rules)),
    locative:
      stem?.proclitic === 'ب' ||
      (free &&
        !conjunction &&
        (rules.locatives.has(text) ||
          (text.startsWith('ب') && rules.locatives.has(bare)) ||
          (text === 'من' && NEARNESS.test(beforeThat)) ||
          (text === 'مع' && isOfBorder(tokens[at - 2])) ||
          (text === 'عن' && DEPUTY.test(beforeThat)))),
    weakLocative: stem?.proclitic === 'ل' || (free && !conjunction && rules.weakLocatives.has(text)),
    hashtag: tokens[at]?.hashtag ?? false,
    chained: previous !== undefined && isChained(tokens, previous, at, conjunction, rules),
    capital:
      free &&
      !conjunction &&
      (isCapitalNoun(text) || (isCapitalNoun(beforeThat) && /^ال.{2,}ي[ةه]$/.test(text))),
  };
}

/** «بيروت أو دمشق», «إلى داكار ثم برازافيل», «دمشق، حلب», «طريق زفتا – حبوش» */
const LINK = new Set(['او', 'ثم', '،', '(', '/', '-', '–', '—']);

function isChained(
  tokens: readonly PlaceToken[],
  previous: PlaceMention,
  at: number,
  conjunction: boolean,
  rules: PlaceRules,
): boolean {
  const between = at - previous.to;
  if (between === 0) return conjunction;
  if (conjunction && isJoinedUnknown(tokens, previous.to, at, rules)) return true;
  const mark = tokens[previous.to]?.text;
  // «بيت لاهيا، وشغفانا، وجباليا»
  if (isComma(tokens[previous.to])) {
    const end = isComma(tokens[at - 1]) ? at - 1 : at;
    if ((conjunction || end < at) && isListedUnknown(tokens, previous.to + 1, end)) return true;
  }
  // «بلدتي «الضهيرة» و«يارين»»
  if (between === 3 && CLOSING.has(mark ?? '') && tokens[at - 2]?.text === 'و')
    return OPENERS.has(tokens[at - 1]?.text ?? '');
  // «البنجاب (شرق) وخيبر»
  if (between === 3 && mark === '(' && tokens[at - 1]?.text === ')') return conjunction;
  // «نبل والزهراء (في حلب) والفوعة»
  if (between === 1 && mark === ')' && conjunction) return true;
  // «الخليل (14)، نابلس (9)»
  if (between === 4 && mark === '(') return tokens[at - 2]?.text === ')' && tokens[at - 1]?.text === '،';
  return between === 1 && LINK.has(mark ?? '');
}
