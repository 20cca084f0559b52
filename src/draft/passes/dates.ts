import type { Context } from '#draft/context.ts';
import type { Reading } from '#draft/reading.ts';

/** The days the article names, resolved against its publication date. */
export function findDates(_reading: Reading, _context: Readonly<Context>): Partial<Context> {
  return {};
}
