import type { Context } from '#draft/context.ts';
import type { Reading } from '#draft/reading.ts';

/** Who says what. */
export function findAttributions(_reading: Reading, _context: Readonly<Context>): Partial<Context> {
  return {};
}
