import type { Reading } from '#draft/reading.ts';
import { type Count, readCount } from './casualty-counts.ts';
import { markedDual } from './casualty-doubts.ts';
import { oneWithoutNumber } from './casualty-one-before.ts';
import { unnumberedAt } from './casualty-unnumbered.ts';

/** The people whom the words at token `at` count: with a number, by a word of two, or one alone. */
export const peopleAt = (reading: Reading, at: number): Count | null =>
  readCount(reading.tokens, at) ??
  markedDual(reading, at) ??
  unnumberedAt(reading.tokens, at) ??
  oneWithoutNumber(reading.tokens, at);
