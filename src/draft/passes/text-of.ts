import type { Reading } from '#draft/reading.ts';
import type { Range } from './speaker.ts';

/** The original text of a range, its white space folded. */
export function textOf(reading: Reading, { from, to }: Range, without?: 'ل' | 'و'): string {
  const first = reading.tokens[from];
  const last = reading.tokens[to - 1];
  if (!first || !last) return '';
  const text = reading.article.text.slice(first.start, last.end).replace(/\s+/g, ' ');
  if (!without) return text;
  return without === 'ل' && text.startsWith('لل') ? `ال${text.slice(2)}` : text.slice(1);
}
