import { action } from './action.ts';
import { LABELS } from './labels.ar.ts';
import type { Block, Button, Message } from './message.ts';
import { splitBlock } from './split-block.ts';

/** What one message may hold on a platform; characters in UTF-16 units of what a reader sees. */
export interface MessageLimits {
  characters: number;
  /** Rendered pieces: Telegram's blocks, Discord's components. */
  blocks: number;
  buttonsPerRow: number;
  buttonRows: number;
  buttonLabel: number;
  /** Length of a text once it is rendered, where that is not its own length (Discord: escapes count). */
  renderedLength?(text: string): number;
}

/** What a renderer may add around each piece of text: line ends, bullets, marks, a label over evidence. */
const CHARACTERS_PER_PIECE = 24;

/** Room kept on each page for its buttons: two rows of five, and the rows themselves. */
const BUTTON_BLOCKS = 12;

/** Every text of a block that a reader sees. */
export function textsOf(block: Block): string[] {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return [block.text];
    case 'facts':
      return block.facts.flatMap((f) => [f.text, f.evidence ?? '']).filter(Boolean);
    case 'figures':
      return block.rows.flatMap((r) => [r.figure, r.group, r.source, r.evidence ?? '']).filter(Boolean);
    case 'quotes':
      return block.quotes.flatMap((q) => [q.text, q.speaker, q.evidence ?? '']).filter(Boolean);
    case 'list':
      return block.items;
    default:
      return block satisfies never;
  }
}

interface Cost {
  characters: number;
  blocks: number;
}

function costOf(block: Block, limits: MessageLimits): Cost {
  const texts = textsOf(block);
  const length = limits.renderedLength ?? ((text: string) => text.length);
  return {
    characters: texts.reduce((sum, text) => sum + length(text) + CHARACTERS_PER_PIECE, 0),
    blocks: texts.length + 1,
  };
}

function total(blocks: readonly Block[], limits: MessageLimits): Cost {
  const sum = { characters: 0, blocks: 0 };
  for (const block of blocks) {
    const cost = costOf(block, limits);
    sum.characters += cost.characters;
    sum.blocks += cost.blocks;
  }
  return sum;
}

const within = (cost: Cost, limits: MessageLimits, buttonBlocks: number) =>
  cost.characters <= limits.characters && cost.blocks + buttonBlocks <= limits.blocks;

/**
 * The message as one or more that the platform takes: blocks with a priority leave first, highest number first
 * (a button leads to what they held); what is still too long is split between blocks, then between the facts of a
 * block, then between sentences. Nothing else is lost.
 */
export function fitMessage(message: Message, limits: MessageLimits): Message[] {
  const buttons = fitButtons(message, limits);
  const buttonBlocks = buttons.reduce((n, row) => n + row.length + 1, 0);
  let blocks = message.blocks;
  while (!within(total(blocks, limits), limits, buttonBlocks)) {
    const next = Math.max(...blocks.map((b) => b.priority ?? -1));
    if (next < 0) break;
    blocks = blocks.filter((b) => (b.priority ?? -1) !== next);
  }
  const pages = paginate(blocks, limits, buttonBlocks);
  if (pages.length <= 1) return [{ ...message, blocks, buttons }];
  return pages.map((page, i) => ({
    ...message,
    blocks: page,
    buttons: i === pages.length - 1 ? buttons : [],
  }));
}

/**
 * One page of a message that can be shown again by its view's action: page `page` (from 1) with «السابق» and
 * «المزيد». A page beyond the last is the last. A message without a subject has no pages: see `fitMessage`.
 */
export function fitPage(message: Message, limits: MessageLimits, page: number): Message {
  const view = message.subject?.view;
  if (!view) throw new TypeError('a message without a subject has no pages');
  const parts = fitMessage({ ...message, buttons: [] }, { ...limits, blocks: limits.blocks - BUTTON_BLOCKS });
  const current = Math.min(Math.max(1, page), parts.length);
  const base = view.args[0] ?? '';
  const row: Button[] = [];
  if (current > 1) row.push({ label: LABELS.button.previous, action: action(view.name, base, current - 1) });
  if (current < parts.length)
    row.push({ label: LABELS.button.next, action: action(view.name, base, current + 1) });
  const buttons = row.length > 0 ? [row, ...message.buttons] : message.buttons;
  return {
    blocks: parts[current - 1]?.blocks ?? [],
    buttons: fitButtons({ ...message, buttons }, limits),
    subject: message.subject && { ...message.subject, view: action(view.name, base, current) },
  };
}

/** Wraps rows that are too wide and shortens labels that are too long, with an ellipsis. */
function fitButtons(message: Message, limits: MessageLimits): Message['buttons'] {
  const rows = message.buttons.flatMap((row) => {
    const wrapped = [];
    for (let i = 0; i < row.length; i += limits.buttonsPerRow)
      wrapped.push(row.slice(i, i + limits.buttonsPerRow));
    return wrapped;
  });
  return rows
    .slice(0, limits.buttonRows)
    .map((row) => row.map((button) => ({ ...button, label: shorten(button.label, limits.buttonLabel) })));
}

function shorten(label: string, length: number): string {
  if (label.length <= length) return label;
  const cut = label.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '');
  return `${cut.replace(/\s+\S*$/, '') || cut}…`;
}

function paginate(blocks: readonly Block[], limits: MessageLimits, buttonBlocks: number): Block[][] {
  const pages: Block[][] = [];
  let page: Block[] = [];
  const queue = [...blocks];
  while (queue.length > 0) {
    const block = queue.shift() as Block;
    if (within(total([...page, block], limits), limits, buttonBlocks)) {
      page.push(block);
      continue;
    }
    const used = total(page, limits);
    const room = {
      characters: limits.characters - used.characters,
      pieces: limits.blocks - buttonBlocks - used.blocks - 1,
      perPiece: CHARACTERS_PER_PIECE,
      renderedLength: limits.renderedLength ?? ((text: string) => text.length),
    };
    const split =
      splitBlock(block, { ...room, breakWords: false }) ??
      (page.length === 0 ? splitBlock(block, { ...room, breakWords: true }) : null);
    if (split) {
      page.push(split.head);
      queue.unshift(split.rest);
    } else if (page.length > 0) queue.unshift(block);
    else throw new RangeError(`a ${block.type} block cannot be fitted into ${limits.characters} characters`);
    // A heading must not be left alone at the end of a page.
    const orphan = page.at(-1)?.type === 'heading' && page.length > 1 && !split ? page.pop() : undefined;
    if (orphan) queue.unshift(orphan);
    pages.push(page);
    page = [];
  }
  if (page.length > 0) pages.push(page);
  return pages;
}
