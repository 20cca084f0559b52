import type { InputRichBlock as RichBlock, RichBlockTableCell, RichText } from 'grammy/types';
import { toRightToLeft } from '#arabic/directions.ts';
import { LABELS } from '#message/labels.ar.ts';
import type { Block, FactLine, FigureRow, Message, QuoteLine } from '#message/message.ts';
import type { RichContent } from './rendered.ts';

/** Sizes of headings, 1 the largest: the story's own, and those of its parts. */
const HEADING_SIZE = { 1: 2, 2: 4 } as const;

export function renderRich(message: Message): RichContent {
  return {
    blocks: message.blocks.flatMap(renderBlock),
    is_rtl: true,
    // In a brief nothing is a link or a command that the article did not make one; in help, commands can be tapped.
    ...(message.subject ? { skip_entity_detection: true } : {}),
  };
}

function renderBlock(block: Block): RichBlock[] {
  switch (block.type) {
    case 'heading':
      return isBlank(block.text)
        ? []
        : [{ type: 'heading', size: HEADING_SIZE[block.level], text: toRightToLeft(block.text) }];
    case 'paragraph':
      return isBlank(block.text) ? [] : [renderParagraph(block.tone, block.text)];
    case 'facts':
      return block.facts.flatMap(renderFact);
    case 'figures':
      return renderFigures(block.rows);
    case 'quotes':
      return block.quotes.flatMap(renderQuote);
    case 'list':
      return renderList(block.ordered, block.items);
    default:
      return block satisfies never;
  }
}

const isBlank = (text: string) => text.trim() === '';

const paragraph = (text: RichText): RichBlock => ({ type: 'paragraph', text });

function renderParagraph(tone: 'body' | 'meta' | 'notice', text: string): RichBlock {
  const shown = toRightToLeft(text);
  if (tone === 'meta') return { type: 'footer', text: shown };
  if (tone === 'body') return paragraph(shown);
  return { type: 'blockquote', blocks: [paragraph({ type: 'bold', text: shown })] };
}

function renderFact({ text, evidence }: FactLine): RichBlock[] {
  return [paragraph(toRightToLeft(text)), ...foldEvidence([evidence])];
}

/** The sentences that it comes from, folded under a line that is always shown. */
function foldEvidence(sentences: readonly (string | null)[]): RichBlock[] {
  const shown = sentences.filter((s): s is string => s !== null && !isBlank(s));
  if (shown.length === 0) return [];
  return [
    { type: 'details', summary: LABELS.evidence, blocks: shown.map((s) => paragraph(toRightToLeft(s))) },
  ];
}

function renderFigures(rows: readonly FigureRow[]): RichBlock[] {
  if (rows.length === 0) return [];
  const head = LABELS.figureHead;
  return [
    {
      type: 'table',
      is_striped: true,
      cells: [
        [head.figure, head.group, head.source].map((text) => ({ ...cell(text), is_header: true as const })),
        ...rows.map((row) => [
          cell(toRightToLeft(row.figure), true),
          cell(toRightToLeft(row.group)),
          cell(toRightToLeft(row.source)),
        ]),
      ],
    },
    ...foldEvidence(rows.map((row) => row.evidence)),
  ];
}

function cell(text: string, bold = false): RichBlockTableCell {
  return { text: bold && !isBlank(text) ? { type: 'bold', text } : text, align: 'right', valign: 'top' };
}

function renderQuote({ text, speaker, evidence }: QuoteLine): RichBlock[] {
  return [
    {
      type: 'pullquote',
      text: toRightToLeft(`«${text}»`),
      ...(isBlank(speaker) ? {} : { credit: toRightToLeft(speaker) }),
    },
    ...foldEvidence([evidence]),
  ];
}

function renderList(ordered: boolean, items: readonly string[]): RichBlock[] {
  const shown = items.filter((item) => !isBlank(item));
  if (shown.length === 0) return [];
  return [
    {
      type: 'list',
      items: shown.map((item, i) => ({
        blocks: [paragraph(toRightToLeft(item))],
        ...(ordered ? { type: '1' as const, value: i + 1 } : {}),
      })),
    },
  ];
}

/** What the server counts: characters of all texts; blocks with those inside others, list items and table rows. */
export function sizeOfRich(rich: RichContent): { characters: number; blocks: number } {
  const size = { characters: 0, blocks: 0 };
  for (const block of rich.blocks ?? []) measureBlock(block, size);
  return size;
}

function measureBlock(block: RichBlock, size: { characters: number; blocks: number }): void {
  size.blocks += 1;
  if ('text' in block && block.text !== undefined) size.characters += lengthOf(block.text);
  if ('credit' in block && block.credit !== undefined) size.characters += lengthOf(block.credit);
  if ('summary' in block) size.characters += lengthOf(block.summary);
  if ('blocks' in block) for (const inner of block.blocks) measureBlock(inner, size);
  if ('items' in block)
    for (const item of block.items) {
      size.blocks += 1;
      for (const inner of item.blocks) measureBlock(inner, size);
    }
  if ('cells' in block)
    for (const row of block.cells) {
      size.blocks += 1;
      for (const { text } of row) size.characters += text === undefined ? 0 : lengthOf(text);
    }
}

function lengthOf(text: RichText): number {
  if (typeof text === 'string') return text.length;
  if (Array.isArray(text)) return text.reduce((sum: number, part) => sum + lengthOf(part), 0);
  return 'text' in text ? lengthOf(text.text) : 0;
}
