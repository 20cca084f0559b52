import { type Name, type NameBook, withBriefs } from './lookup-names.ts';
import { isOrdinary } from './lookup-ordinary-words.ts';
import { type LookupWord, lookupWords, queryKeys, wordKeys } from './lookup-words.ts';

/**
 * A part of a query, understood.
 * - `name`: one name, or several that it may stand for; `near`: names that it may be a poor writing of.
 * - `word`: a word of headlines.
 * - `nothing`: a name that no brief has, or a word that says nothing to us.
 */
export type Understood =
  | { kind: 'name'; names: Name[]; quality: number }
  | { kind: 'word'; briefs: ReadonlySet<number> }
  | { kind: 'nothing'; near: Name[] };

/** Briefs by the words of their headlines. */
export type HeadlineWords = ReadonlyMap<string, ReadonlySet<number>>;

/** Names of more words than this are not looked for. */
const LONGEST_NAME = 5;
/** Words that may belong to one misspelt name: «نور سلتان», «الم اتا». */
const LONGEST_MISSPELT = 3;
/** How much a misspelt name counts against one that is written as it is. */
const MISSPELT = 0.8;
/** How much further off than what counts as a slip a name may be to be offered as the nearest. */
const NEAR = 0.6;

/** What the query's words mean, the longest names first; words without meaning of their own are left out. */
export function understand(query: string, names: NameBook, headlines: HeadlineWords): Understood[] {
  const words = lookupWords(query);
  const understood: Understood[] = [];
  let open: LookupWord[] = [];
  const closeOpen = () => {
    understood.push(...readUnknown(open, names, headlines));
    open = [];
  };
  for (let i = 0; i < words.length; ) {
    const taken = exactName(words.slice(i, i + LONGEST_NAME), names);
    if (taken) {
      closeOpen();
      understood.push(taken.meaning);
      i += taken.words;
    } else {
      const word = words[i] as LookupWord;
      if (!word.stop) open.push(word);
      i++;
    }
  }
  closeOpen();
  return understood;
}

/** The longest name that the words begin with. */
function exactName(words: LookupWord[], names: NameBook): { meaning: Understood; words: number } | null {
  for (let length = words.length; length > 0; length--) {
    const span = words.slice(0, length);
    if (span.every((w) => w.stop)) continue;
    for (const { key, quality } of queryKeys(span)) {
      const spelling = names.spellings.get(key);
      if (!spelling) continue;
      const found = withBriefs([spelling]);
      const meaning: Understood =
        found.length > 0 ? { kind: 'name', names: found, quality } : { kind: 'nothing', near: [] };
      return { meaning, words: length };
    }
  }
  return null;
}

/** Words that are no name as they stand: words of headlines, or misspelt names of one word or more. */
function readUnknown(words: LookupWord[], names: NameBook, headlines: HeadlineWords): Understood[] {
  const understood: Understood[] = [];
  for (let i = 0; i < words.length; ) {
    const word = headlineWord(words[i] as LookupWord, headlines);
    if (word) {
      understood.push(word);
      i++;
      continue;
    }
    let taken = 1;
    let meaning: Understood = { kind: 'nothing', near: [] };
    for (let length = Math.min(LONGEST_MISSPELT, words.length - i); length > 0; length--) {
      const read = misspeltName(words.slice(i, i + length), names);
      if (read.kind === 'name') {
        meaning = read;
        taken = length;
        break;
      }
      if (length === 1) meaning = read;
    }
    understood.push(meaning);
    i += taken;
  }
  return understood;
}

function headlineWord(word: LookupWord, headlines: HeadlineWords): Understood | null {
  for (const key of wordKeys(word)) {
    const briefs = headlines.get(key);
    if (briefs) return { kind: 'word', briefs };
  }
  return null;
}

/** The names that the words are closest to, where one of the closest has a brief. */
function misspeltName(words: LookupWord[], names: NameBook): Understood {
  const [first, second] = words;
  if (first && !second && isOrdinary(first)) return { kind: 'nothing', near: [] };
  const bare = words.map((w) => w.bare).join('');
  const close = [...new Set([words.map((w) => w.text).join(''), bare])].flatMap((key) =>
    names.spellings.close(key, NEAR, bare.length),
  );
  const meant = close.filter((c) => c.meant);
  const least = Math.min(...meant.map((c) => c.distance));
  const found = withBriefs(meant.filter((c) => c.distance === least).map((c) => c.spelling));
  if (found.length > 0) return { kind: 'name', names: found, quality: MISSPELT };
  return { kind: 'nothing', near: withBriefs(close.map((c) => c.spelling)) };
}
