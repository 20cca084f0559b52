import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderMessage } from '#adapters/terminal/render.ts';
import { COLUMNS, wrapText } from '#adapters/terminal/wrap-text.ts';
import { stripDirections } from '#arabic/directions.ts';
import { textsOf } from '#message/fit.ts';
import { EVERY_BLOCK, HOSTILE_TEXT, notice } from '#tests/fixtures/messages/sample-messages.ts';

const words = (text: string) => stripDirections(text).replace(/\s+/g, ' ').trim();
const columns = (line: string) => [...stripDirections(line).replace(/\p{M}/gu, '')].length;

describe('a message in the terminal', () => {
  it('holds every text of every type of block', () => {
    const text = words(renderMessage(EVERY_BLOCK));
    for (const block of EVERY_BLOCK.blocks)
      for (const piece of textsOf(block)) expect(text).toContain(words(piece));
  });

  it('shows the sentence of the article indented under its fact', () => {
    const lines = stripDirections(renderMessage(EVERY_BLOCK)).split('\n');
    const fact = lines.indexOf('- نُقل السكان إلى مدرستين.');
    expect(lines[fact + 1]).toBe('    الجملة في المقال: وقال المجلس البلدي إن السكان نُقلوا إلى مدرستين.');
  });

  it('says a figure with who it is about and who says so, in one line without columns', () => {
    expect(stripDirections(renderMessage(EVERY_BLOCK))).toContain(
      '\n- 18 قتيلاً (صُحِّح، كان 16) · سكان البلدة · بحسب الهلال الأحمر\n',
    );
  });

  it('has no colours and no control characters but line ends', () => {
    const hostile = notice(`${HOSTILE_TEXT} \u001b[31m\u202e\0\u0007`);
    expect(renderMessage(EVERY_BLOCK)).not.toMatch(/\u001b/);
    expect(renderMessage(hostile)).not.toMatch(/[\0-\x09\x0b-\x1f\x7f\u202a-\u202e]/);
    expect(words(renderMessage(hostile))).toContain(words(HOSTILE_TEXT));
  });
});

describe('wrapping', () => {
  it('keeps every word in order, and no line over 80 columns unless one word is longer', () => {
    const word = fc.stringMatching(/^[ابتثجحخدذرزسشصضطظعغفقكلمنهويa-z0-9]{1,30}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 60 }), fc.constantFrom(0, 4), (list, indent) => {
        const wrapped = wrapText(list.join(' '), indent, '- ');
        expect(words(wrapped)).toBe(`- ${list.join(' ')}`);
        for (const line of wrapped.split('\n')) expect(columns(line)).toBeLessThanOrEqual(COLUMNS);
      }),
    );
  });

  it('marks each line as right to left by itself', () => {
    const lines = wrapText(`${'كلمة '.repeat(15)} 08:00 WHO`, 0).split('\n');
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(line).toMatch(/^(\u200f|[\u0600-\u06ff])/);
  });
});
