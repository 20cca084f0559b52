import { isClosingMark, isComma, isOpeningMark } from '#arabic/tokens.ts';
import type { PlaceRules } from './place-rules.ts';
import type { PlaceToken } from './place-tokens.ts';

/** «القرى الثلاث (كذا وكذا وكذا)» */
export const LISTED =
  /^[وفبل]*(?:ال|لل)(?:قري|بلدات|مدن|احياء|مناطق|مديريات|محافظات|ولايات|بلديات|مخيمات|قريتين|بلدتين|مدينتين|منطقتين|محافظتين|مديريتين|ولايتين|حيين)$/;

/** Where what stands in parentheses opens behind a noun and its adjective; -1 where nothing does. */
export function openBehind(tokens: readonly PlaceToken[], noun: number): number {
  for (let at = noun + 1; at <= noun + 2; at++) {
    if (tokens[at]?.text === '(') return at;
    if (!/^ال/.test(tokens[at]?.text ?? '')) break;
  }
  return -1;
}

const LONGEST_NAME = 3;
const LONGEST_LIST = 30;

/** «منطقة «عكد»»: where the name between quotation marks ends; 0 where there is none. */
export function quotedName(tokens: readonly PlaceToken[], open: number): number {
  if (!isOpeningMark(tokens[open])) return 0;
  for (let i = open + 1; i <= open + 1 + LONGEST_NAME; i++) {
    const token = tokens[i];
    if (isClosingMark(token)) return i > open + 1 ? i : 0;
    if (token?.kind !== 'word') return 0;
  }
  return 0;
}

interface Item {
  from: number;
  to: number;
  joined?: true;
}

/** «قرى «كذا، وكذا، وكذا»», «قرى «كذا» و«كذا»»: the names of a list in quotation marks; none where it is one name. */
export function quotedList(tokens: readonly PlaceToken[], open: number, rules: PlaceRules): Item[] {
  if (!isOpeningMark(tokens[open])) return [];
  const inside = itemsWithin(tokens, open, rules);
  if (inside.length > 1) return inside;
  const apart: Item[] = [];
  for (let at = open; ; ) {
    const to = quotedName(tokens, at);
    if (to === 0) break;
    apart.push({ from: at + 1, to });
    at = to + 1;
    if (isComma(tokens[at])) at++;
    if (tokens[at]?.text === 'و') at++;
  }
  return apart.length > 1 ? apart : [];
}

/** The same of a list in parentheses. */
export const listWithin = (tokens: readonly PlaceToken[], open: number, rules: PlaceRules): Item[] => {
  const items = itemsWithin(tokens, open, rules);
  return items.length > 1 ? items : [];
};

function itemsWithin(tokens: readonly PlaceToken[], open: number, rules: PlaceRules): Item[] {
  const items: Item[] = [];
  let from = open + 1;
  const end = (to: number) => {
    if (to === from) return true;
    const text = tokens[from]?.text ?? '';
    const joined = items.length > 0 && text.startsWith('و') && text.length > 3 && !rules.nameHeads.has(text);
    items.push(joined ? { from, to, joined } : { from, to });
    return to - from <= LONGEST_NAME;
  };
  for (let i = open + 1; i < open + LONGEST_LIST; i++) {
    const token = tokens[i];
    if (isClosingMark(token) || token?.text === ')') return end(i) ? items : [];
    if (isComma(token)) {
      if (!end(i)) return [];
      from = i + 1;
    } else if (token?.kind !== 'word') return [];
    else if (i > from && token.text.startsWith('و') && !rules.nameHeads.has(token.text)) {
      if (!end(i)) return [];
      from = i;
    }
  }
  return [];
}
