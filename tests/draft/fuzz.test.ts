import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDraft } from '#draft/check-draft.ts';
import { extractDraft } from '#draft/extract.ts';

/** FUZZ_RUNS=10000 for a proof. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 400);

const read = (text: string) =>
  extractDraft({ id: 'article', text, outlet: null, link: null, published: null });

/** What rules stumble over: marks that do not close, digits of both kinds, clitics on their own, stretched letters. */
const PIECES = [
  '«',
  '»',
  '"',
  '“',
  '”',
  '‹',
  '›',
  '{',
  '}',
  '(',
  ')',
  '،',
  '؛',
  ':',
  '.',
  '…',
  '\n',
  '\r\n',
  '\t',
  ' ',
  'و',
  'ف',
  'ب',
  'ل',
  'ال',
  'لل',
  'وب',
  'قال',
  'وأضاف',
  'إن',
  'أن',
  'بحسب',
  'مقتل',
  'قُتل',
  'أصيب',
  'إصابة',
  'لقي',
  'حتفهم',
  'بينهم',
  'من',
  'إلى',
  'بين',
  'على الأقل',
  'نحو',
  'عشرات',
  'ثلاثة',
  'ألف',
  'مليون',
  'اثنان',
  'شخصا',
  'جنود',
  'قتيلا',
  'وجريحا',
  '12',
  '٣٤',
  '3.5',
  '1,000',
  '2015',
  '%',
  '/',
  '#',
  '@',
  'في',
  'بغداد',
  'حلب',
  'صور',
  'الرئيس',
  'وزير',
  'محمد',
  'العـــراق',
  'ﻻ',
  'َّ',
  'WHO',
  'http://x',
  '😀',
  '\u202e',
  '\u200f',
  '\u0000',
  '<b>',
] as const;

const soup = fc
  .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom('', ' ', ' ', ' ')), {
    maxLength: 400,
    size: 'max',
  })
  .map((pairs) => pairs.flat().join(''));
const anything = fc.string({ unit: 'binary', maxLength: 400, size: 'max' });
const repeated = fc
  .tuple(fc.constantFrom(...PIECES), fc.integer({ min: 1, max: 3000 }))
  .map(([piece, n]) => piece.repeat(n));

describe('a draft of any text', () => {
  it.each([
    ['pieces of news in any order', soup],
    ['any characters', anything],
    ['one piece without end', repeated],
  ] as const)(
    '%s: no exception, and every evidence is there',
    (_, texts) => {
      fc.assert(
        fc.property(texts, (text) => {
          expect(checkDraft(read(text))).toEqual([]);
        }),
        { numRuns: Math.ceil(RUNS / 3), seed: 20_220_110 },
      );
    },
    600_000,
  );
});
