import type { Context } from '#draft/context.ts';
import type { Reading } from '#draft/reading.ts';
import type { PlaceToken } from './place-tokens.ts';

const LONGEST_TITLE = 6;
const WHERE = /^(?:في|قرب|وسط|(?:شمال|جنوب|شرق|غرب)ي?)$/;

/**
 * Says whether place tokens [from, to) stand inside a title between quotation marks («ليالي الشتاء في فيينا»): a few words
 * that nobody is quoted with. A name alone between its marks is no title.
 */
export function titleTest(reading: Reading, tokens: readonly PlaceToken[], context: Readonly<Context>) {
  const titled = new Set<number>();
  // Few spans are short enough to be asked about, and a set of whole quotations is not made for nothing.
  let quoted: ReadonlySet<string> | null = null;
  for (const span of context.spans) {
    const length = span.to - span.from;
    if (!span.closed || length < 2 || length > LONGEST_TITLE) continue;
    const [first, last] = [reading.tokens[span.from], reading.tokens[span.to - 1]];
    if (!first || !last) continue;
    quoted ??= new Set(context.quotes.map((quote) => quote.text));
    if (quoted.has(reading.article.text.slice(first.start, last.end))) continue;
    // «جنوب شرق فرنسا»: somebody's words for where it is.
    if (WHERE.test(first.text)) continue;
    for (let i = span.from; i < span.to; i++) titled.add(i);
  }
  return (from: number, to: number): boolean => {
    const [first, last] = [tokens[from]?.index ?? -1, tokens[to - 1]?.index ?? -1];
    return titled.has(first) && (titled.has(first - 1) || titled.has(last + 1));
  };
}
