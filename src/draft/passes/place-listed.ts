import { gazetteer } from '#arabic/gazetteer.ts';
import { isComma } from '#arabic/tokens.ts';
import type { PlaceRules } from './place-rules.ts';
import type { PlaceToken } from './place-tokens.ts';
import { isUnknownName } from './unknown-name.ts';

interface Span {
  from: number;
  to: number;
}

/** A name without any noun that stands in a list of places. */
export interface ListedPlace extends Span {
  /** Its first letter is the «و» that joins it. */
  joined: boolean;
}

/** Places that a list names before others in it are taken for places too. */
const ENOUGH = 2;
const LONGEST_ITEM = 2;

/** «أوقاس، تاسكريوت، بجاية، وتيزي نبربر»: names that nobody knows, between commas and «و» among those that are places. */
export function findListed(
  tokens: readonly PlaceToken[],
  places: readonly Span[],
  rules: PlaceRules,
): ListedPlace[] {
  const endOf = new Map(places.map(({ from, to }) => [from, to]));
  const found: ListedPlace[] = [];
  let done = 0;
  for (const { from, to } of [...places].sort((a, b) => a.from - b.from)) {
    if (from < done) continue;
    const list: ListedPlace[] = [];
    let known = 1;
    let at = to;
    for (;;) {
      const start = isComma(tokens[at]) ? at + 1 : at;
      const end = endOf.get(start);
      if (end !== undefined && (start > at || tokens[start]?.text.startsWith('و'))) {
        known++;
        at = end;
        continue;
      }
      const item = itemAt(tokens, start, start > at, (i) => endOf.has(i), rules);
      if (!item) break;
      list.push(item);
      at = item.to;
    }
    if (known >= ENOUGH) found.push(...list);
    done = at;
  }
  return found;
}

function itemAt(
  tokens: readonly PlaceToken[],
  from: number,
  behindComma: boolean,
  isPlace: (at: number) => boolean,
  rules: PlaceRules,
): ListedPlace | null {
  const first = tokens[from];
  if (first?.kind !== 'word') return null;
  const joined = first.text.startsWith('و') && first.text.length > 4;
  if (!behindComma && !joined) return null;
  const name = joined ? first.text.slice(1) : first.text;
  if (!isName(name, rules) || (joined && !isName(first.text, rules) && !isTown(name, rules))) return null;
  let to = from + 1;
  while (to < from + LONGEST_ITEM && tokens[to]?.kind === 'word' && !tokens[to]?.text.startsWith('و')) {
    if (!isUnknownName(tokens[to]?.text ?? '')) return null;
    to++;
  }
  return endsItem(tokens[to], rules) || isPlace(to) ? { from, to, joined } : null;
}

const isName = (word: string, rules: PlaceRules) =>
  isUnknownName(word) || rules.nameHeads.has(word) || isTown(word, rules);

/** Known, but too little stands before it elsewhere. */
function isTown(word: string, { notPlaces }: PlaceRules): boolean {
  const known = gazetteer(notPlaces).get(word);
  return known !== undefined && known !== 'not-a-place' && known.every((e) => e.certainty === 'locative');
}

/** «شغفانا،», «وشغفانا»: whether tokens [from, to) between two names are a third in their list. */
export function isListedUnknown(tokens: readonly PlaceToken[], from: number, to: number): boolean {
  if (to <= from || to - from > LONGEST_ITEM) return false;
  for (let i = from; i < to; i++) {
    const word = tokens[i];
    if (word?.kind !== 'word' || !isUnknownName(word.text)) return false;
  }
  return isUnknownName((tokens[from]?.text ?? '').replace(/^و(?=.{4})/, ''));
}

const endsItem = (token: PlaceToken | undefined, { locatives }: PlaceRules) =>
  token === undefined ||
  token.kind === 'break' ||
  isComma(token) ||
  /^[.)؛]$/.test(token.text) ||
  (token.kind === 'word' && (token.text.startsWith('و') || locatives.has(token.text)));
