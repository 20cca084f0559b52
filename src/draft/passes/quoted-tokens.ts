import type { Context } from '#draft/context.ts';
import type { Reading } from '#draft/reading.ts';

/** Whether a token stands in quotation marks, the marks themselves included. */
export function quotedTokens(reading: Reading, context: Readonly<Context>): (at: number) => boolean {
  const inside = new Uint8Array(reading.tokens.length + 1);
  for (const { from, to } of context.spans) inside.fill(1, from - 1, Math.min(to + 1, inside.length));
  return (at) => inside[at] === 1;
}
