import { testOfForm } from '#arabic/forms.ts';
import type { Token } from '#arabic/tokens.ts';
import type { Range } from './speaker.ts';
import { endsDescription, NAME_PARTS } from './speaker-limits.ts';
import {
  isDefinite,
  isGivenName,
  isInstitution,
  isOrdinaryWord,
  isPlaceWord,
  JOINERS,
  TITLES_TRIE,
  withoutArticle,
} from './speaker-words.ts';

/** Of the places where a name may end so many are looked at. */
const MOST_PLACES = 12;
/** First names before a surname. */
const MOST_FIRST_NAMES = 4;

const indices = new WeakMap<readonly Token[], ReadonlyMap<string, readonly number[]>>();

/**
 * The full name that a surname ends somewhere before a token («بطل السباق كيل نورمان … وقال نورمان»): no list has every
 * first name, but a word that is nothing else, between a title or a nation and a surname, is one.
 */
export function fullNameBefore(tokens: readonly Token[], at: number): Range | null {
  const surname = tokens[at]?.text ?? '';
  // «ناشد الأهالي»: a noun and no surname.
  if (surname.length < 3 || (isDefinite(surname) && isOrdinaryWord(withoutArticle(surname)))) return null;
  let seen = 0;
  for (const place of surnamesOf(tokens).get(surname) ?? []) {
    if (place >= at || ++seen > MOST_PLACES) return null;
    const from = firstNameOf(tokens, place);
    if (from < place) return { from, to: place + 1 };
  }
  return null;
}

/** Where the first names before a surname begin; the surname itself where there is none. */
function firstNameOf(tokens: readonly Token[], surname: number): number {
  let from = surname;
  while (from > 0 && surname - from < MOST_FIRST_NAMES && mayBeFirstName((tokens[from - 1] as Token).form))
    from--;
  // «بن» begins no name, and a word that no list has is a name only where the text introduces one.
  while (from < surname && NAME_PARTS.has(tokens[from]?.text ?? '')) from++;
  const first = tokens[from]?.text ?? '';
  return isGivenName(first) || introduces(tokens, from - 1) ? from : surname;
}

const mayBeFirstName = testOfForm((form) => {
  const { kind, text } = form;
  if (kind !== 'word' || text.length < 2) return false;
  if (isGivenName(text) || NAME_PARTS.has(text)) return true;
  if (text.length < 3 || isDefinite(text) || isOrdinaryWord(text) || JOINERS.has(text)) return false;
  if (endsDescription(form) || isInstitution(text) || isPlaceWord(text)) return false;
  if (/^[وفبلك]/.test(text) && isOrdinaryWord(withoutArticle(text.slice(1)))) return false;
  return TITLES_TRIE.get(text) === undefined;
});

/** «الأسترالي», «السناتور», «اللواء»: a name follows. */
function introduces(tokens: readonly Token[], at: number): boolean {
  const { kind = 'break', text = '' } = tokens[at] ?? {};
  if (kind !== 'word') return /^[،,(«"“]$/.test(text) || kind === 'break';
  return isDefinite(text) || isPlaceWord(text) || TITLES_TRIE.get(text) !== undefined;
}

/** Where each word stands behind one that may be a first name. */
function surnamesOf(tokens: readonly Token[]): ReadonlyMap<string, readonly number[]> {
  const known = indices.get(tokens);
  if (known) return known;
  const index = new Map<string, number[]>();
  for (let i = 1; i < tokens.length; i++) {
    const { kind, text } = tokens[i] as Token;
    if (kind !== 'word' || !mayBeFirstName((tokens[i - 1] as Token).form)) continue;
    const places = index.get(text);
    if (places) places.push(i);
    else index.set(text, [i]);
  }
  indices.set(tokens, index);
  return index;
}
