import type { Context } from '#draft/context.ts';
import type { Reading } from '#draft/reading.ts';

/** The people the article names, with their roles and every place where they are meant. */
export function findPeople(_reading: Reading, _context: Readonly<Context>): Partial<Context> {
  return {};
}
