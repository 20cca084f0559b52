import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDraft } from '#draft/check-draft.ts';
import { extractDraft } from '#draft/extract.ts';
import { anything, cuttings, repeated, sentences, soup } from '#tests/fixtures/adversarial-texts.ts';

/** FUZZ_RUNS=10000 for a proof. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 400);

const read = (text: string) =>
  extractDraft({ id: 'article', text, outlet: null, link: null, published: null });

describe('a draft of any text', () => {
  it.each([
    ['pieces of news in any order', soup],
    ['any characters', anything],
    ['one piece without end', repeated],
    ['words of one sentence behind words of another', cuttings],
  ] as const)(
    '%s: no exception, and every evidence is there',
    (_, texts) => {
      fc.assert(
        fc.property(texts, (text) => {
          expect(checkDraft(read(text))).toEqual([]);
        }),
        { numRuns: Math.ceil(RUNS / 4), seed: 20_220_110 },
      );
    },
    600_000,
  );

  it('a sentence cut off behind any of its words: no exception, and every evidence is there', () => {
    const faults: string[] = [];
    for (const sentence of sentences) {
      const words = sentence.split(' ');
      for (let to = 1; to < words.length; to++) {
        const text = words.slice(0, to).join(' ');
        try {
          faults.push(...checkDraft(read(text)));
        } catch (error) {
          faults.push(`${text}: ${error}`);
        }
      }
    }
    expect(faults).toEqual([]);
  }, 600_000);

  it('shows short evidence of each of a thousand figures that no full stop parts', () => {
    const text = Array.from({ length: 1000 }, (_, i) => `قتل ${i + 5} جنود في هجوم على حلب`).join('، ');
    const { casualties, places } = read(`عنوان الخبر\n${text}`);
    expect(casualties.map(({ min }) => min)).toContain(1004);
    for (const { evidence } of [...casualties, ...places]) expect(evidence.text.length).toBeLessThan(2000);
  });
});
