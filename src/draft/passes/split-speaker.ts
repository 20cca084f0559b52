import type { Token } from '#arabic/tokens.ts';
import { beginsName, isParent, namesAt } from './name-words.ts';
import { nameEnd } from './person-name.ts';
import type { SpeakerPhrase } from './speaker.ts';
import {
  genderOfBody,
  isComplement,
  isDefinite,
  isGivenName,
  isInstitution,
  isNisba,
  isOrdinaryWord,
  isPlaceWord,
  JOINERS,
  NOT_SOURCES,
  ORGANISATIONS_TRIE,
  placeEnd,
  TITLES_TRIE,
} from './speaker-words.ts';

/** «بعض القوى …»: nobody's name follows. */
const SOME_OF = new Set(['بعض', 'احد', 'احدى', 'عدد', 'احدهم']);

/** Role and name in tokens [from, to); null where they name nobody. */
export function splitSpeaker(tokens: readonly Token[], from: number, to: number): SpeakerPhrase | null {
  if (isParent(tokens, from)) {
    const end = Math.min(to, from + 2);
    return { from, to: end, name: { from, to: end }, role: null, kind: 'person', gender: null };
  }
  const title = TITLES_TRIE.longestAt(tokens, from);
  if (title && title.to <= to) return splitTitled(tokens, from, title.to, to, title.value);
  const first = tokens[from] as Token;
  const organisation = ORGANISATIONS_TRIE.longestAt(tokens, from);
  if (organisation && organisation.to <= to)
    return { from, to, name: { from, to }, role: null, kind: 'body', gender: organisation.value };
  if (isInstitution(first.text))
    return { from, to, name: { from, to }, role: null, kind: 'body', gender: genderOfBody(first.text) };
  if (NOT_SOURCES.has(first.text)) return null;
  if (isPlaceWord(first.text) && to - from <= 2 && !isGivenName(first.text))
    return { from, to, name: { from, to: from + 1 }, role: null, kind: 'body', gender: null };
  if (isDefinite(first.text) && isNisba(first.text) && namesAt(tokens, from + 1, to)) {
    const end = nameEnd(tokens, from + 1, to);
    const name = { from: from + 1, to: end };
    return { from, to: end, name, role: { from, to: from + 1 }, kind: 'person', gender: null };
  }
  if (isDefinite(first.text) && isOrdinaryWord(first.text))
    return { from, to, name: { from, to }, role: null, kind: 'body', gender: null };
  // «ابنتها، الصحفية ليلى قادري»
  const kin = /(?:ه|ها|هم)$/.test(first.text) && /^[،,]$/.test(tokens[from + 1]?.text ?? '');
  if (kin && to === from + 1)
    return { from, to, name: null, role: { from, to }, kind: 'person', gender: null };
  if (!beginsName(first.text)) return null;
  const end = nameEnd(tokens, from, to);
  return { from, to: end, name: { from, to: end }, role: null, kind: 'person', gender: null };
}

function splitTitled(
  tokens: readonly Token[],
  from: number,
  afterTitle: number,
  to: number,
  title: { kind: string; feminine: boolean; needsComplement: boolean; complete: boolean },
): SpeakerPhrase {
  let i = afterTitle;
  let joinedOnce = false;
  let definiteHead = isDefinite(tokens[from]?.text ?? '') || title.complete;
  if (title.kind === 'rank') definiteHead = true;
  // A construct («وزير …») has at least one word of complement, unless a name follows at once.
  if (!definiteHead && i < to && !isGivenName(tokens[i]?.text ?? '')) i++;
  while (i < to) {
    const { text, kind } = tokens[i] as Token;
    const further = isGivenName(text) ? null : TITLES_TRIE.longestAt(tokens, i);
    if (further && further.to <= to && further.value.kind !== 'person') {
      i = further.to;
      continue;
    }
    const joined = JOINERS.has(text);
    const conjoined = text.startsWith('و') && (isDefinite(text.slice(1)) || isComplement(text.slice(1)));
    const complement =
      kind === 'mark' || isDefinite(text) || isInstitution(text) || isComplement(text) || isNisba(text);
    if (joined) {
      i += tokens[i + 1]?.kind === 'word' ? 2 : 1;
      joinedOnce = true;
    } else if (isGivenName(text) && !isInstitution(text)) break;
    else if (placeEnd(tokens, i) > i) i = placeEnd(tokens, i);
    else if (conjoined || complement || text.startsWith('لل')) i++;
    else if (text.startsWith('ل') && (isInstitution(text.slice(1)) || isComplement(text.slice(1)))) i++;
    else if (/^ب/.test(text) && (isInstitution(text.slice(1)) || isComplement(text.slice(1)))) i++;
    else if (joinedOnce && title.kind === 'person') i++;
    else if (!beginsName(text) && !namesAt(tokens, i + 1, to)) i++;
    else break;
  }
  i = Math.min(i, to);
  const end = i < to && !SOME_OF.has(tokens[from]?.text ?? '') ? nameEnd(tokens, i, to) : i;
  const gender = title.feminine ? 'f' : 'm';
  const name = end > i ? { from: i, to: end } : null;
  return { from, to: name ? end : i, name, role: { from, to: i }, kind: 'person', gender };
}
