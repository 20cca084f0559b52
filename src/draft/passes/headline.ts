import type { Context } from '#draft/context.ts';
import type { Reading } from '#draft/reading.ts';

/** The headline and the kind of story. */
export function findHeadline(_reading: Reading, _context: Readonly<Context>): Partial<Context> {
  return {};
}
