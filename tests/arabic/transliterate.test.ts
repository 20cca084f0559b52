import { describe, expect, it } from 'vitest';
import { foldForSearch } from '#arabic/fold.ts';
import { spell, spellingDistance } from '#arabic/spelling-distance.ts';
import { readArabizi, soundDistance, soundOf } from '#arabic/transliterate.ts';

describe('how words sound', () => {
  it.each([
    ['كازاخستان', 'Kazakhstan', 'Qazaqstan', 'khazakhstan'],
    ['بوتين', 'Putin', 'Poutine'],
    ['قيرغيزستان', 'Kirgizstan'],
    ['أفغانستان', 'Afghanistan'],
    ['توكاييف', 'Tokayev', 'Tokaev'],
    ['تشاد', 'Chad'],
    ['القاهرة', 'alQahirah'],
  ])('%s has the consonants of its transliterations', (arabic, ...latin) => {
    const { skeleton } = soundOf(foldForSearch(arabic));
    expect(latin.map((word) => soundOf(word.toLowerCase()).skeleton)).toEqual(latin.map(() => skeleton));
  });

  it('tells names apart that only share their consonants', () => {
    const apart = (arabic: string, latin: string) =>
      soundDistance(soundOf(foldForSearch(arabic)).phones, soundOf(latin).phones, 9);
    expect(apart('بوتين', 'putin')).toBeLessThan(0.3);
    expect(apart('بوتين', 'patna')).toBeGreaterThan(1);
    expect(apart('أستانا', 'astana')).toBeLessThan(0.3);
    expect(apart('أستانا', 'estonia')).toBeGreaterThan(0.3);
    expect(soundDistance('BuTiN', 'KaZaKSTaN', 1)).toBe(Number.POSITIVE_INFINITY);
  });

  it.each([
    ['kaza5stan', 'kazakhstan'],
    ['3amman', 'aamman'],
    ['7alab', 'halab'],
    ['2022', '2022'],
    ['كاز5', 'كاز5'],
  ])('reads Arabizi: %s', (typed, read) => {
    expect(readArabizi(typed)).toBe(read);
  });
});

describe('how far spellings are apart', () => {
  const apart = (a: string, b: string, limit = 9) => spellingDistance(spell(a), spell(b), limit);

  it.each([
    ['كازاخستان', 'كازاخستان', 0],
    ['كازخستان', 'كازاخستان', 0.6],
    ['كازاحستان', 'كازاخستان', 0.6],
    ['كازاخسنان', 'كازاخستان', 0.6],
    ['كازامستان', 'كازاخستان', 1],
    ['كازاخستاتن', 'كازاخستان', 1],
    ['روتين', 'بوتين', 1.2],
    ['kazakstan', 'kazakhstan', 0.6],
    ['kaazkhstan', 'kazakhstan', 1],
  ])('%s from %s: %d', (typed, name, distance) => {
    expect(apart(typed, name)).toBeCloseTo(distance, 5);
  });

  it('gives up above the limit, and on words longer than any name', () => {
    expect(apart('باكستان', 'كازاخستان', 2)).toBe(Number.POSITIVE_INFINITY);
    expect(apart('ا'.repeat(5000), 'ا'.repeat(4999))).toBe(Number.POSITIVE_INFINITY);
  });
});
