import { goesOnSaying, type QuotationSpan } from '#arabic/quotations.ts';
import { type Token, tokenLike } from '#arabic/tokens.ts';
import { isBalanced } from './trim-sentence.ts';

/** What stands before a quotation that runs on is worth telling from this many tokens on. */
const SHORTEST_REST = 9;

/**
 * Where a sentence whose quotation runs on beyond it still stands by itself: at the comma before «وقال: "…». Null where
 * there is no such place.
 */
export function wholeEnd(
  tokens: readonly Token[],
  quotations: readonly QuotationSpan[],
  from: number,
  to: number,
): number | null {
  if (isBalanced(tokens, from, to) || closesWithin(tokens, quotations, from, to)) return to;
  // «… من المدنيين”.»: a mark that closes what nothing has opened.
  const stray = isStop(tokens[to - 1]) ? to - 2 : to - 1;
  if (isCloser(tokens[stray]) && stray > from + SHORTEST_REST && isBalanced(tokens, from, stray))
    return stray;
  const opening = openedAt(quotations, from, to);
  if (opening === null) return null;
  for (let at = opening - 1; at > from + SHORTEST_REST; at--)
    if (goesOnSaying(tokens, at)) return isBalanced(tokens, from, at) ? at : null;
  return null;
}

const isStop = tokenLike(/^[.!؟?]$/);
const isCloser = tokenLike(/^[»”›"]$/);

/** Marks of the wrong kind («”داعش ”», «‘قناة”») that the quotations found in the text account for. */
function closesWithin(
  tokens: readonly Token[],
  quotations: readonly QuotationSpan[],
  from: number,
  to: number,
): boolean {
  let at = firstFrom(quotations, from);
  let brackets = 0;
  // «لـ”عين اليوم” إن»: two marks that close stand for a pair.
  let closers = 0;
  for (let i = from; i < to; i++) {
    const { kind, text } = tokens[i] as Token;
    if (kind !== 'mark') continue;
    const span = quotations[at];
    if (span && i === span.from - 1) {
      if (!span.closed || span.to >= to) return false;
      i = span.to;
      at++;
    } else if (text === '(') brackets++;
    else if (text === ')') brackets--;
    else if (text === '”') closers++;
    else if (MARKS.has(text)) return false;
    if (brackets < 0) return false;
  }
  return brackets === 0 && closers % 2 === 0;
}

const MARKS = new Set(['«', '»', '“', '”', '‹', '›', '{', '}', '"', '„', '‘', '’']);

/** The opening mark of the quotation that the end of the sentence cuts. */
function openedAt(quotations: readonly QuotationSpan[], from: number, to: number): number | null {
  for (let i = firstFrom(quotations, from); i < quotations.length; i++) {
    const span = quotations[i] as QuotationSpan;
    if (span.from > to) return null;
    if (!span.closed || span.to >= to) return span.from - 1;
  }
  return null;
}

/** The first quotation opened at token `from` or behind it. */
function firstFrom(quotations: readonly QuotationSpan[], from: number): number {
  let low = 0;
  let high = quotations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((quotations[middle] as QuotationSpan).from - 1 < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
