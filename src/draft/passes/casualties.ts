import type { Context } from '#draft/context.ts';
import type { Reading } from '#draft/reading.ts';

/** The casualty figures: `casualties` and `unsettled`. */
export function findCasualties(_reading: Reading, _context: Readonly<Context>): Partial<Context> {
  return {};
}
