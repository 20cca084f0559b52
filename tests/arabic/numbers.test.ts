import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readNumber } from '#arabic/numbers.ts';
import { tokenize } from '#arabic/tokens.ts';

/** The first number of the phrase, and the words that are left after it. */
function read(phrase: string): { value: number | undefined; rest: string } {
  const tokens = tokenize(phrase);
  for (let i = 0; i < tokens.length; i++) {
    const number = readNumber(tokens, i);
    if (number)
      return {
        value: number.value,
        rest: tokens
          .slice(number.to)
          .map((t) => t.text)
          .join(' '),
      };
  }
  return { value: undefined, rest: phrase };
}

describe('numbers of Arabic news', () => {
  test('the word list keeps to its schema', () => {
    const at = (name: string) =>
      JSON.parse(readFileSync(new URL(`../../src/arabic/data/${name}.json`, import.meta.url), 'utf8'));
    expect(z.fromJSONSchema(at('schema/numbers.schema')).safeParse(at('numbers')).success).toBe(true);
  });

  test.each([
    ['ثلاثة قتلى', 3],
    ['ثلاث نساء', 3],
    ['ثمانى سيدات', undefined],
    ['ثماني سيدات', 8],
    ['أحد عشر جريحا', 11],
    ['إحدى عشرة امرأة', 11],
    ['اثني عشر شخصا', 12],
    ['اثنتا عشرة عائلة', 12],
    ['سبعة عشر آخرون', 17],
    ['ست عشرة جثة', 16],
    ['خمسة وعشرين مفقودا', 25],
    ['واحد وستين آخرين', 61],
    ['إحدى وعشرون', 21],
    ['مئة شخص', 100],
    ['مائتي جريح', 200],
    ['مئتا ألف', 200_000],
    ['ثلاثمئة وخمسة وأربعين', 345],
    ['ثلاث مائة', 300],
    ['مئة وثلاثة عشر', 113],
    ['ألف وخمسمئة', 1500],
    ['ألفا طالب', 2000],
    ['بلغت ألفاً.', 1000],
    ['ألفاً في المدينة', 1000],
    ['بلغت مليوناً', 1_000_000],
    ['ألفي نازح', 2000],
    ['ألفين وثلاثمئة', 2300],
    ['22 ألفا و500', 22_500],
    ['٤ آلاف', 4000],
    ['(٤) آلاف', 4000],
    ['(22) ألفا', 22_000],
    ['(2,5) مليون', 2_500_000],
    ['(7) ألفان', 7],
    ['(15) ألفا و(300)', 15_300],
    ['(5) آلاف و(3)', 5000],
    ['(15) و(300)', 15],
    ['4) آلاف', 4],
    ['أربعة آلاف ومئتين', 4200],
    ['عشرين ألفا', 20_000],
    ['واحد وعشرين ألفا', 21_000],
    ['مليونا و٢٠٠ ألف', 1_200_000],
    ['مليونا شخص', 2_000_000],
    ['مليونين ومئة ألف', 2_100_000],
    ['ثلاثة ملايين', 3_000_000],
    ['نصف مليون', 500_000],
    ['مليون ونصف المليون', 1_500_000],
    ['مليون ونصف مليون', 1_500_000],
    ['1,705', 1705],
    ['1.705', 1705],
    ['١٬٧٠٥', 1705],
    ['1 705', 1705],
    ['5,9', 5.9],
    ['٥٫٩', 5.9],
    ['1.27 مليار', 1_270_000_000],
    ['ب3,83 مليارات', 3_830_000_000],
    ['وخمسة جرحى', 5],
    ['وست نساء', 6],
    ['بثلاثة أشخاص', 3],
    ['السبعة', 7],
    ['للخمسة', 5],
    ['خمسه قتلى', 5],
  ])('«%s»', (phrase, value) => {
    expect(read(phrase).value).toBe(value);
  });

  test.each([
    ['٢١و٢٢', 21, 'و 22'],
    ['5 و6 آلاف', 5, 'و 6 الاف'],
    ['ثلاثة جنود', 3, 'جنود'],
    ['ألفا وثلاثة', 1003, ''],
    ['عشرون وثلاثة', 20, 'وثلاثة'],
    ['مليون آخرين', 1_000_000, 'اخرين'],
  ])('«%s» ends where its noun or another number begins', (phrase, value, rest) => {
    expect(read(phrase)).toEqual({ value, rest });
  });

  test('«5ر2» is two and a half: the fraction stands before the sign', () => {
    expect(read('5ر2 مليون').value).toBe(2_500_000);
    expect(read('06ر1589 نقطة').value).toBe(1589.06);
  });

  test.each(['يوم الاثنين', 'الأحد المقبل', 'الخامسة عشرة', 'بئر السبع', 'لم يصب أحد', 'العشرات'])(
    '«%s» is no number',
    (phrase) => {
      expect(read(phrase).value).toBeUndefined();
    },
  );

  test('the number shows the gender of the noun it counts', () => {
    const tokens = tokenize('ثلاث من أربعة');
    expect(readNumber(tokens, 0)?.counts).toBe('feminine');
    expect(readNumber(tokens, 2)?.counts).toBe('masculine');
  });
});
