import type { Context } from '#draft/context.ts';
import type { Reading } from '#draft/reading.ts';

/** The places, each with its country and role. */
export function findPlaces(_reading: Reading, _context: Readonly<Context>): Partial<Context> {
  return {};
}
