import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { action } from '#message/action.ts';
import { fitMessage, fitPage, type MessageLimits, textsOf } from '#message/fit.ts';
import type { Block, Message } from '#message/message.ts';

const limits: MessageLimits = {
  characters: 600,
  blocks: 40,
  buttonsPerRow: 3,
  buttonRows: 4,
  buttonLabel: 12,
};
const message = (blocks: Block[]): Message => ({ blocks, buttons: [], subject: null });
const words = (m: Message[]) =>
  m
    .flatMap((part) => part.blocks.flatMap(textsOf))
    .join(' ')
    .split(/\s+/)
    .filter(Boolean)
    .join(' ');
const paragraph = (text: string, priority?: number): Block => ({
  type: 'paragraph',
  tone: 'body',
  text,
  priority,
});

describe('fitting a message', () => {
  it('leaves what fits as it is', () => {
    const short = message([paragraph('قصير')]);
    expect(fitMessage(short, limits)).toEqual([short]);
  });

  it('lets go of what a button leads to before it splits', () => {
    const [part, ...more] = fitMessage(
      message([paragraph('أ'.repeat(400)), paragraph('ب'.repeat(400), 2)]),
      limits,
    );
    expect(more).toEqual([]);
    expect(part?.blocks).toHaveLength(1);
  });

  it('never leaves a heading alone at the end of a message', () => {
    const parts = fitMessage(
      message([
        paragraph('كلمة '.repeat(95)),
        { type: 'heading', level: 2, text: 'عنوان' },
        paragraph('نص '.repeat(60)),
      ]),
      limits,
    );
    for (const part of parts) expect(part.blocks.at(-1)?.type).not.toBe('heading');
  });

  it('loses no word, repeats none and stays within the limits, whatever it is given', () => {
    const text = fc.array(fc.constantFrom('كلمة', 'بين', 'الحرب.', 'قتيلاً', 'x', '😀', 'طويلة'.repeat(30)), {
      minLength: 1,
      maxLength: 400,
    });
    const joined = text.map((list) => list.join(' '));
    const block = fc.oneof(
      joined.map((t): Block => ({ type: 'paragraph', tone: 'body', text: t })),
      fc
        .array(joined, { minLength: 1, maxLength: 8 })
        .map((items): Block => ({ type: 'list', ordered: false, items })),
      fc
        .array(fc.record({ text: joined, evidence: fc.option(joined) }), { minLength: 1, maxLength: 6 })
        .map((facts): Block => ({ type: 'facts', facts })),
      fc
        .array(fc.record({ text: joined, speaker: fc.constant('فلان'), evidence: fc.option(joined) }), {
          minLength: 1,
          maxLength: 6,
        })
        .map((quotes): Block => ({ type: 'quotes', quotes })),
    );
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 6 }), (blocks) => {
        const parts = fitMessage(message(blocks), limits);
        expect(words(parts)).toBe(words([message(blocks)]));
        for (const part of parts) {
          const texts = part.blocks.flatMap(textsOf);
          expect(texts.reduce((n, t) => n + t.length, 0)).toBeLessThanOrEqual(limits.characters);
          expect(texts.length).toBeLessThanOrEqual(limits.blocks);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('shows page after page with the way back and on', () => {
    const long: Message = {
      blocks: [paragraph('كلمة '.repeat(400))],
      buttons: [],
      subject: { brief: 'flood', revision: 1, view: action('source', 'abc', 1) },
    };
    const first = fitPage(long, limits, 1);
    expect(first.buttons.flat().map((b) => b.label)).toEqual(['المزيد']);
    const second = fitPage(long, limits, 2);
    expect(second.buttons.flat().map((b) => b.label)).toEqual(['السابق', 'المزيد']);
    const last = fitPage(long, limits, 999);
    expect(last.buttons.flat().map((b) => b.label)).toEqual(['السابق']);
    expect(last.subject?.view.args[0]).toBe('abc');
    expect(first.buttons[0]?.[0]?.action).toEqual(action('source', 'abc', 2));
  });

  it('wraps rows of buttons and shortens their labels', () => {
    const label = 'عنوان طويل جداً لخبر من الأخبار';
    const buttons = [Array.from({ length: 5 }, () => ({ label, action: action('help') }))];
    const [part] = fitMessage({ ...message([paragraph('نص')]), buttons }, limits);
    expect(part?.buttons.map((r) => r.length)).toEqual([3, 2]);
    for (const b of part?.buttons.flat() ?? []) expect(b.label.length).toBeLessThanOrEqual(12);
  });
});
