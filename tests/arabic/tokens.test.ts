import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold, foldUnits } from '#arabic/fold.ts';
import { isComma, tokenize, tokenLike } from '#arabic/tokens.ts';
import { repeated, soup } from '#tests/fixtures/adversarial-texts.ts';

/** What a token is, said once more as a pattern. */
const PATTERN = /[\p{L}\p{M}]+|\d+(?:[.,٬٫]\d+)*|\r?\n|[^\s\p{L}\p{M}\d]/gu;

test.each([
  ['قُتل ١٢ شخصاً.', 'قتل|12|شخصا|.'],
  ['2.5 مليون و1,200', '2.5|مليون|و|1,200'],
  ['5. ثم', '5|.|ثم'],
  ['سطر\r\nآخر\rوآخر', 'سطر|\r\n|اخر|واخر'],
  ['🇸🇩 #عاجل', '🇸|🇩|#|عاجل'],
  ['فوووق الأنقاااض، بببغاء', 'فوق|الانقاض|،|بببغاء'],
  ['ااـاا أَأأ', 'ا|ا'],
  ['ﷺ كـــلمة', 'صلى|الله|عليه|وسلم|كلمة'],
])('%s', (text, wanted) => {
  expect(tokenize(text).map((token) => token.text)).toEqual(wanted.split('|'));
});

test('a token is held against a pattern as it is folded, and the end of the text against none', () => {
  const isDeparting = tokenLike(/^(?:غادر|رحل|)$/);
  const tokens = tokenize('غادَرَ الوفد، ثم غادر');
  expect([...tokens, undefined].map(isDeparting)).toEqual([true, false, false, false, true, false]);
  expect([...tokens, undefined].findIndex(isComma)).toBe(2);
});

test('any text is cut where the pattern cuts it', () => {
  const texts = fc.oneof(soup, repeated, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));
  fc.assert(
    fc.property(texts, (text) => {
      const wanted = [...fold(text).matchAll(PATTERN)].map((match) => match[0]);
      expect(tokenize(text).map((token) => token.text)).toEqual(wanted);
    }),
  );
});

test('every folded position leads back to the original', () => {
  const texts = fc.oneof(soup, fc.string({ unit: 'binary' }));
  fc.assert(
    fc.property(texts, (text) => {
      const { length, units, at } = foldUnits(text);
      expect(String.fromCharCode(...units.subarray(0, length))).toBe(fold(text));
      expect(at[length]).toBe(text.length);
      for (let i = 1; i <= length; i++) expect(at[i]).toBeGreaterThanOrEqual(at[i - 1] as number);
      for (const token of tokenize(text))
        expect(fold(text.slice(token.start, token.end))).toContain(token.text);
    }),
  );
});
