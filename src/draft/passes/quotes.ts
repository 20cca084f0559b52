import type { Context } from '#draft/context.ts';
import type { Reading } from '#draft/reading.ts';

/** The words that somebody is quoted with. */
export function findQuotes(_reading: Reading, _context: Readonly<Context>): Partial<Context> {
  return {};
}
