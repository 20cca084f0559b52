import type { Token } from '#arabic/tokens.ts';
import {
  CHANNELS,
  COMPLEMENTIZERS,
  isDefinite,
  isGivenName,
  JOINERS,
  SKIPPABLE,
  TIMES,
  TITLES_TRIE,
} from './speaker-words.ts';

/** «فرد عليه الوزير»: to whom. */
const LISTENERS = new Set([
  'عليه',
  'عليها',
  'عليهم',
  'له',
  'لها',
  'لهم',
  'لنا',
  'لي',
  'لكم',
  'منه',
  'منها',
  'فيه',
  'فيها',
]);

/** Past «بدوره»، «اليوم الاثنين»، commas, «في بيان»، «كل من». */
export function skip(tokens: readonly Token[], from: number, end: number): number {
  let i = from;
  while (i < end) {
    const { kind, text } = tokens[i] as Token;
    const next = tokens[i + 1];
    if (text === '،' || text === ',') i++;
    else if (kind !== 'word') break;
    else if (text === 'و') break;
    else if (text === 'امس' && next?.text === 'الاول') i += 2;
    else if (TIMES.has(text) && !isGivenName(text)) i++;
    else if (LISTENERS.has(text)) i++;
    else if (text === 'كل' && next?.text === 'من') i += 2;
    else if (/^(في|فى|عبر|خلال|ب)$/.test(text) && next && CHANNELS.has(next.text))
      i = pastChannel(tokens, i + 2, end);
    else {
      const skipped = SKIPPABLE.longestAt(tokens, i);
      if (!skipped) break;
      i = skipped.to;
    }
  }
  return Math.min(i, end);
}

/** «في بيان على موقعه الإلكتروني»: to the sign that ends it, or to a title or body that may be the speaker. */
function pastChannel(tokens: readonly Token[], from: number, end: number): number {
  let i = from;
  while (i < end && i < from + 6) {
    const token = tokens[i] as Token;
    if (token.kind !== 'word' || COMPLEMENTIZERS.has(token.text)) break;
    const before = tokens[i - 1]?.text ?? '';
    const free = !JOINERS.has(before) && !/^(مع|الى|على|امام|بعد|قبل)$/.test(before);
    if (i > from && free && TITLES_TRIE.longestAt(tokens, i) && !isDefinite(token.text)) break;
    i++;
  }
  return i;
}
