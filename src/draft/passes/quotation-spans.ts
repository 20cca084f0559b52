import type { Context } from '#draft/context.ts';
import type { Reading } from '#draft/reading.ts';

/** The texts between quotation marks. */
export function findQuotationSpans(_reading: Reading, _context: Readonly<Context>): Partial<Context> {
  return {};
}
