import type { QuotationSpan } from '#arabic/quotations.ts';
import { type Token, tokenLike } from '#arabic/tokens.ts';

/** What introduces the words and is none of them, where an editor set the mark before it: «قال "إنّ …"». */
const INTRODUCERS = new Set(['ان', 'بان']);

const endsClause = tokenLike(/^[.،,؛]$/);

/** The offsets of a quote's words: without a leading «إنّ» and a full stop or comma at the end. */
export function trimQuote(
  tokens: readonly Token[],
  { from, to }: QuotationSpan,
): { start: number; end: number } {
  let first = from;
  let last = Math.min(to, tokens.length) - 1;
  // «"إن كانت هذه سياسته فهذا مقلق"»: a condition, and of what is said.
  const isIf = /^(?:كان(?:ت|وا|ا)?|كنت|كنتم|كنا|لم|شاء)$/.test(tokens[first + 1]?.text ?? '');
  if (INTRODUCERS.has(tokens[first]?.text ?? '') && !isIf && last - first >= 2) first++;
  while (last > first && endsClause(tokens[last])) last--;
  while (first < last && tokens[first]?.kind === 'break') first++;
  return { start: (tokens[first] as Token).start, end: (tokens[last] as Token).end };
}
