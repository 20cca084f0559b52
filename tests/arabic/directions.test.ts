import { describe, expect, it } from 'vitest';
import { stripDirections, toRightToLeft } from '#arabic/directions.ts';

/** Isolated runs in brackets, the right-to-left mark as `>`: what cannot be seen, made visible. */
const shown = (text: string) =>
  toRightToLeft(text).replaceAll('\u2068', '[').replaceAll('\u2069', ']').replaceAll('\u200f', '>');

describe('a line of Arabic with other things in it', () => {
  it.each([
    ['أعلنت WHO أمس', 'أعلنت [WHO] أمس'],
    ['أعلنت WHO.', 'أعلنت [WHO].'],
    ['الأمر /latest: أحدث الموجزات', 'الأمر [/latest]: أحدث الموجزات'],
    ['رقمه 4A9F هنا', 'رقمه [4A9F] هنا'],
    ['شبكة 5G جديدة', 'شبكة [5G] جديدة'],
    ['في New York Times اليوم', 'في [New York Times] اليوم'],
    ['عند 08:00 تماماً', 'عند [08:00] تماماً'],
    ['بين 10-12 قتيلاً و5%', 'بين [10-12] قتيلاً و[5%]'],
    ['16 قتيلاً', '16 قتيلاً'],
    ['/subscribe ٨ صباحاً القاهرة', '>[/subscribe] ٨ صباحاً القاهرة'],
    ['/subscribe 08:00 القاهرة', '>[/subscribe 08:00] القاهرة'],
    ['WHO تعلن', '>[WHO] تعلن'],
    ['kazakhstan', '>[kazakhstan]'],
    ['', ''],
  ])('%j', (text, wanted) => {
    expect(shown(text)).toBe(wanted);
    expect(stripDirections(toRightToLeft(text))).toBe(text);
  });

  it('takes out what would turn the line around', () => {
    expect(shown('قال \u202eWHO\u202c أمس')).toBe('قال [WHO] أمس');
  });

  it('ends for digits and dots without end, and loses none of them', () => {
    // Quadratic work would take minutes here and end in the test's own time limit.
    for (const text of [
      '1'.repeat(200_000),
      'A1'.repeat(100_000),
      `A${'.'.repeat(200_000)}x ${'1.'.repeat(100_000)} A${' '.repeat(200_000)}ا`,
    ])
      expect(stripDirections(toRightToLeft(text)) === text).toBe(true);
  });
});
