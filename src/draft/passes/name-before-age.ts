import { speechWord } from '#arabic/speech.ts';
import type { Token } from '#arabic/tokens.ts';
import type { Range } from './speaker.ts';
import { endsDescription } from './speaker-limits.ts';
import {
  isDefinite,
  isGivenName,
  isInstitution,
  isOrdinaryWord,
  isPlaceWord,
  JOINERS,
  TITLES_TRIE,
} from './speaker-words.ts';

/** Parts of foreign names that are small words in Arabic: «ما سان يي», «دون مانويل», «لي كي». */
const SMALL_WORDS = new Set(['ما', 'لي', 'كي', 'دون', 'لو', 'ان', 'هو', 'لن', 'او', 'تو', 'دي', 'مي', 'يا']);
const YEARS = /^(عاما?|سنة|سنوات|اعوام|ربيعا)$/;
const LONGEST_NAME = 4;

/** «(46 عاما)», «، 46 عاما»: whether an age is written at a token. */
export function isAge(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at + 1]?.kind === 'number' &&
    /^[(،,]$/.test(tokens[at]?.text ?? '') &&
    YEARS.test(tokens[at + 2]?.text ?? '')
  );
}

/** «قالت ما سان يي (46 عاما)»: behind a verb all words before an age are a name, whatever they mean in Arabic. */
export function nameBeforeAge(tokens: readonly Token[], from: number, end: number): Range | null {
  const limit = Math.min(end, from + LONGEST_NAME + 1);
  let age = from + 2;
  while (age < limit && !isAge(tokens, age)) age++;
  if (age >= limit) return null;
  for (let i = from; i < age; i++) if (!mayBePart(tokens, i)) return null;
  return { from, to: age };
}

/** «كانت ما هلا (43 عاما) تبحث»: the name that ends where an age is written; null where it may be anything else. */
export function nameEndingAtAge(tokens: readonly Token[], age: number): Range | null {
  // «يوسف العلي، 72 عاما»: a surname with its article stands behind a first name only.
  const surname = isDefinite(tokens[age - 1]?.text ?? '') && isGivenName(tokens[age - 2]?.text ?? '');
  let from = surname ? age - 1 : age;
  while (from > 0 && age - from < LONGEST_NAME && mayBePart(tokens, from - 1)) {
    const text = tokens[from - 1]?.text ?? '';
    if (from < age && isOrdinaryWord(text) && !isGivenName(text) && !SMALL_WORDS.has(text)) break;
    from--;
  }
  return age - from >= 2 ? { from, to: age } : null;
}

function mayBePart(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word') return false;
  const { text, form } = token;
  if (SMALL_WORDS.has(text) || isGivenName(text)) return true;
  // «تفقدت نادية حسون (34 عاما)»: what she did, and no name of hers.
  if (/.{3}ت$/.test(text) && isGivenName(tokens[at + 1]?.text ?? '')) return false;
  if (
    isDefinite(text) ||
    isInstitution(text) ||
    JOINERS.has(text) ||
    endsDescription(form) ||
    isPlaceWord(text)
  )
    return false;
  return TITLES_TRIE.longestAt(tokens, at) === null && speechWord(text) === null;
}

/** Two words or more of which none is an Arabic noun, verb or place: «نياميزي كاتو». */
export function isForeignName(tokens: readonly Token[], { from, to }: Range): boolean {
  if (to - from < 2) return false;
  for (let i = from; i < to; i++) {
    const text = tokens[i]?.text ?? '';
    if (isGivenName(text)) continue;
    // «انفجر لغم», «استشاط غضبا»
    if (/^(?:ان.{3}|است.{3}|ا.ت.{2})ت?$/.test(text)) return false;
    if (text.length < 3 || isOrdinaryWord(text) || !mayBePart(tokens, i)) return false;
  }
  return true;
}
