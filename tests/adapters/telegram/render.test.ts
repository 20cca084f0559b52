import { describe, expect, it } from 'vitest';
import { type Format, LIMITS, SERVER_LIMITS } from '#adapters/telegram/profile.ts';
import { renderMessage } from '#adapters/telegram/render.ts';
import { sizeOfRich } from '#adapters/telegram/render-rich.ts';
import { composeBrief, composeQuotes } from '#message/compose-brief.ts';
import { fitMessage, textsOf } from '#message/fit.ts';
import type { Message } from '#message/message.ts';
import { words } from '#tests/contracts/platform.ts';
import { aBrief } from '#tests/fakes/a-brief.ts';
import { EVERY_BLOCK, HOSTILE_TEXT, manyFacts, notice } from '#tests/fixtures/messages/sample-messages.ts';

const context = {
  style: { digits: 'latin', months: 'double', hijri: false, zone: 'Asia/Riyadh' },
  now: Date.parse('2026-11-25T08:00:00Z'),
} as const;

const GOLDEN: Record<string, Message> = {
  'every-block': EVERY_BLOCK,
  brief: composeBrief(aBrief(), context),
  quotes: composeQuotes(aBrief(), context),
};

const FORMATS: Format[] = ['rich', 'entities'];

describe.each(FORMATS)('a message as %s', (format) => {
  it.each(Object.keys(GOLDEN))('looks as in the fixture: %s', async (name) => {
    const { contentHash: _, ...shown } = renderMessage(GOLDEN[name] as Message, format);
    const file = `${import.meta.dirname}/../../fixtures/telegram/${name}.${format}.json`;
    await expect(`${visible(JSON.stringify(shown, null, 2))}\n`).toMatchFileSnapshot(file);
  });

  it('has equal hashes where it shows the same, and others where a button differs', () => {
    const hash = (message: Message) => renderMessage(message, format).contentHash;
    expect(hash(structuredClone(EVERY_BLOCK))).toBe(hash(EVERY_BLOCK));
    expect(hash({ ...EVERY_BLOCK, buttons: [] })).not.toBe(hash(EVERY_BLOCK));
  });

  it.each([1, 40, 90, 400])(
    'stays within the server’s limits where fitMessage says so (%i facts)',
    (count) => {
      const mixed = { ...EVERY_BLOCK, blocks: [...EVERY_BLOCK.blocks, ...manyFacts(count).blocks] };
      for (const part of fitMessage(mixed, LIMITS[format]))
        expect(() => renderMessage(part, format)).not.toThrow();
    },
  );

  it('refuses what is too long, and what has no text at all', () => {
    expect(() => renderMessage(notice('طويل '.repeat(10_000)), format)).toThrow(RangeError);
    expect(() => renderMessage(notice(' \n '), format)).toThrow(RangeError);
    expect(() => renderMessage({ ...EVERY_BLOCK, blocks: [] }, format)).toThrow(RangeError);
  });

  it('leaves out empty texts instead of sending an empty block', () => {
    const message: Message = {
      blocks: [
        { type: 'heading', level: 1, text: '' },
        { type: 'list', ordered: true, items: ['', 'واحد'] },
        { type: 'quotes', quotes: [{ text: 'قول', speaker: '', evidence: '' }] },
        { type: 'figures', rows: [] },
      ],
      buttons: [[]],
      subject: null,
    };
    expect(words(JSON.stringify(renderMessage(message, format)))).toContain('قول');
  });
});

describe('a text with entities', () => {
  const lines = (message: Message) => {
    const rendered = renderMessage(message, 'entities');
    if (rendered.format !== 'entities') throw new Error('not a text');
    return rendered;
  };

  it('begins every line right to left, whatever it begins with', () => {
    const { text } = lines({
      ...EVERY_BLOCK,
      blocks: [
        ...EVERY_BLOCK.blocks,
        { type: 'list', ordered: true, items: ['WHO تعلن', '08:00 موعد', HOSTILE_TEXT] },
      ],
    });
    for (const line of text.split('\n').filter((l) => l !== ''))
      expect(line, line).toMatch(/^(\u200f|[^\p{L}]*[\p{Script=Arabic}])/u);
  });

  it('puts each entity over exactly the text that it is for', () => {
    const { text, entities } = lines(EVERY_BLOCK);
    const marked = (type: string) =>
      entities.filter((e) => e.type === type).map((e) => words(text.slice(e.offset, e.offset + e.length)));
    expect(marked('bold')).toContain('18 قتيلاً (صُحِّح، كان 16)');
    expect(marked('bold')).toContain('«لن نترك أحداً خلفنا»');
    expect(marked('expandable_blockquote')).toContain(
      'الجملة في المقال: أعلن الهلال الأحمر مقتل 18 من سكان البلدة.',
    );
    for (const { offset, length } of entities) {
      expect(text.slice(offset, offset + length)).toBe(text.slice(offset, offset + length).trim());
      expect(length).toBeGreaterThan(0);
    }
  });

  it('marks nothing that the article wrote as markup', () => {
    const { text, entities } = lines(notice(HOSTILE_TEXT));
    expect(words(text)).toBe(words(HOSTILE_TEXT));
    expect(entities).toEqual([]);
  });
});

describe('a rich message', () => {
  it('is laid out from right to left', () => {
    expect(renderMessage(EVERY_BLOCK, 'rich')).toMatchObject({ rich: { is_rtl: true } });
  });

  it('counts blocks as the server does: with list items, table rows and what is folded', () => {
    const { blocks } = sizeOfRich({
      blocks: [
        { type: 'list', items: [{ blocks: [{ type: 'paragraph', text: 'أ' }] }] },
        { type: 'table', cells: [[], []] },
        {
          type: 'details',
          summary: 'ب',
          blocks: [{ type: 'paragraph', text: ['ج', { type: 'bold', text: 'د' }] }],
        },
      ],
    });
    expect(blocks).toBe(8);
  });

  it('uses no more than half of the blocks that the server takes, as fitMessage counts them', () => {
    for (const block of EVERY_BLOCK.blocks) {
      const rendered = renderMessage({ blocks: [block], buttons: [], subject: null }, 'rich');
      if (rendered.format !== 'rich') throw new Error('not rich');
      expect(sizeOfRich(rendered.rich).blocks).toBeLessThanOrEqual(2 * (textsOf(block).length + 1));
    }
    expect(LIMITS.rich.blocks * 2).toBeLessThanOrEqual(SERVER_LIMITS.rich.blocks);
  });
});

/** Marks of direction as escapes: a reviewer of the fixture has to see them. */
function visible(json: string): string {
  return json.replace(/[\u200e\u200f\u2066-\u2069]/g, (c) => `\\u${c.charCodeAt(0).toString(16)}`);
}
