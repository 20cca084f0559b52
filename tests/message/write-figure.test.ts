import { describe, expect, it } from 'vitest';
import type { CasualtyFigure } from '#draft/fact.ts';
import { writeFigure } from '#message/write-figure.ts';

type Figure = Pick<CasualtyFigure, 'kind' | 'min' | 'max' | 'approximate' | 'status'>;

const figure = (change: Partial<Figure>): Figure => ({
  kind: 'killed',
  min: null,
  max: null,
  approximate: null,
  status: 'confirmed',
  ...change,
});
const write = (change: Partial<Figure>, digits: 'latin' | 'arabic' = 'latin') =>
  writeFigure(figure(change), { digits });
const exactly = (n: number, kind: Figure['kind'] = 'killed') => write({ kind, min: n, max: n });

describe('a casualty figure in words', () => {
  it.each([
    [1, 'قتيل واحد'],
    [2, 'قتيلان'],
    [3, '3 قتلى'],
    [10, '10 قتلى'],
    [11, '11 قتيلاً'],
    [16, '16 قتيلاً'],
    [99, '99 قتيلاً'],
    [100, '100 قتيل'],
    [103, '103 قتلى'],
    [1000, '1000 قتيل'],
    [12_500, '12,500 قتيل'],
  ])('%i: %s', (n, words) => {
    expect(exactly(n)).toBe(words);
  });

  it.each([
    ['injured', 3, '3 جرحى'],
    ['missing', 5, '5 مفقودين'],
    ['missing', 2, 'مفقودان'],
    ['detained', 40, '40 موقوفاً'],
    ['displaced', 1200, '1200 نازح'],
  ] as const)('%s %i', (kind, n, words) => {
    expect(exactly(n, kind)).toBe(words);
  });

  it('zero is not unknown', () => {
    expect(write({ min: 0, max: 0, status: 'none' })).toBe('لا قتلى');
    expect(write({ kind: 'injured', min: 0, max: 0, status: 'none' })).toBe('لا إصابات');
    expect(write({})).toBe('العدد غير معلوم');
    expect(write({ status: 'pending' })).toBe('قيد التحقيق');
  });

  it('bounds are kept', () => {
    expect(write({ min: 80 })).toBe('80 قتيلاً على الأقل');
    expect(write({ min: 20, max: 25 })).toBe('بين 20 و25 قتيلاً');
    expect(write({ max: 9 })).toBe('حتى 9 قتلى');
    expect(write({ min: 12, max: 12, approximate: 'نحو' })).toBe('نحو 12 قتيلاً');
    expect(write({ approximate: 'عشرات' })).toBe('عشرات القتلى');
  });

  it('in the digits that the chat wants', () => {
    expect(write({ min: 16, max: 16 }, 'arabic')).toBe('١٦ قتيلاً');
    expect(write({ min: 20, max: 25 }, 'arabic')).toBe('بين ٢٠ و٢٥ قتيلاً');
  });
});
