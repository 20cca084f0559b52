import { withoutLam } from '#arabic/clitics.ts';
import type { Reading } from '#draft/reading.ts';
import type { Range } from './speaker.ts';

/** White space that is not one blank. */
const OTHER_SPACE = / \s|[^\S ]/;

/** The original text of a range, its white space folded. */
export function textOf(reading: Reading, { from, to }: Range, without?: 'ل' | 'و' | 'ب'): string {
  const first = reading.tokens[from];
  const last = reading.tokens[to - 1];
  if (!first || !last) return '';
  const written = reading.article.text.slice(first.start, last.end);
  const text = OTHER_SPACE.test(written) ? written.replace(/\s+/g, ' ') : written;
  if (!without) return text;
  const next = to > from + 1 ? reading.tokens[from + 1] : undefined;
  return without === 'ل' ? withoutLam(text, next?.kind === 'word' ? next.text : '') : text.slice(1);
}
