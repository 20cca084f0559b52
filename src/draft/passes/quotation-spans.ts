import type { Context } from '#draft/context.ts';
import type { Reading } from '#draft/reading.ts';

/** The texts between quotation marks, as the reading found them. */
export function findQuotationSpans(reading: Reading): Partial<Context> {
  return { spans: reading.quotations };
}
