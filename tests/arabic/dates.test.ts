import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { findNamedDays } from '#arabic/dates.ts';
import { tokenize } from '#arabic/tokens.ts';

const root = resolve(import.meta.dirname, '..', '..');
const rows = parse(readFileSync(join(root, 'tests/fixtures/sentences/dates.yaml'), 'utf8')) as {
  text: string;
  days: string[];
}[];
const published = Temporal.PlainDate.from('2022-01-10');

function daysIn(text: string, day: Temporal.PlainDate | null): string[] {
  const tokens = tokenize(text);
  return findNamedDays(tokens, day).map(({ from, to, date }) => {
    const written = text.slice(tokens[from]?.start, tokens[to - 1]?.end);
    return `${written} = ${date?.toString() ?? 'null'}`;
  });
}

describe('days, sentence by sentence', () => {
  it('holds at least thirty sentences', () => expect(rows.length).toBeGreaterThanOrEqual(30));
  it.each(rows)('$text', ({ text, days }) => expect(daysIn(text, published)).toEqual(days));

  it('leaves a weekday open where the day of publication is not known', () => {
    expect(daysIn('قتل شخص أمس الأحد.', null)).toEqual(['أمس الأحد = null']);
    expect(daysIn('وقع في 9 نوفمبر 2021.', null)).toEqual(['9 نوفمبر 2021 = 2021-11-09']);
  });
});
