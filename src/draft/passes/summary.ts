import type { Context } from '#draft/context.ts';
import type { Reading } from '#draft/reading.ts';

/** Three to five sentences of the article that stand for it. */
export function summarize(_reading: Reading, _context: Readonly<Context>): Partial<Context> {
  return {};
}
