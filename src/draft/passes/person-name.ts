import type { Token } from '#arabic/tokens.ts';
import { isTitleWord, NAME_PARTS } from './name-words.ts';
import { COMPLEMENTIZERS, isDefinite, isGivenName, isInstitution, isOrdinaryWord } from './speaker-words.ts';

const LONGEST_NAME = 5;
/** Where nothing ends a name, it has no more words than these, particles not counted. */
const WORDS_OF_A_NAME = 3;

/** A name goes on over names, particles and «ال…», at most five words. */
export function nameEnd(tokens: readonly Token[], from: number, to: number): number {
  if (to - from <= LONGEST_NAME && isClosed(tokens, from, to)) return withoutNoun(tokens, from, to);
  let i = from;
  let words = 0;
  while (i < to && words < WORDS_OF_A_NAME) {
    const { text, kind } = tokens[i] as Token;
    if (kind === 'mark') {
      if (!isInitial(tokens, i)) break;
      i++;
      continue;
    }
    if (i > from && !NAME_PARTS.has(text) && isOrdinaryWord(text) && !isDefinite(text) && !isGivenName(text))
      break;
    if (!NAME_PARTS.has(text)) words++;
    i++;
  }
  return withoutNoun(tokens, from, i);
}

/** Words alone up to a comma, a colon or «إنّ»: all of them are the name. */
function isClosed(tokens: readonly Token[], from: number, to: number): boolean {
  const after = tokens[to];
  const closed = after === undefined || COMPLEMENTIZERS.has(after.text) || /^[،,:("«“]$/.test(after.text);
  return (
    closed &&
    tokens.slice(from, to).every((t) => t.kind === 'word' && (isGivenName(t.text) || !isTitleWord(t.text)))
  );
}

/** «وصف بشير الحمد الموسم بأنه …»: what follows a full name is what is spoken of. */
function withoutNoun(tokens: readonly Token[], from: number, to: number): number {
  const particles = tokens.slice(from, to).filter((t) => NAME_PARTS.has(t.text)).length;
  const last = tokens[to - 1]?.text ?? '';
  const isWord = isOrdinaryWord(last) || isInstitution(last) || isOrdinaryWord(last.slice(2));
  const isNoun = isDefinite(last) && isWord && to - from - particles > 2;
  return isNoun ? withoutNoun(tokens, from, to - 1) : to;
}

/** «أ. ف. ب.», «جان-بيير». */
export function isInitial(tokens: readonly Token[], at: number): boolean {
  const [before, mark, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (mark?.text === '.') return before?.text.length === 1;
  return before?.end === mark?.start && after?.start === mark?.end;
}
