import type { Block } from './message.ts';

interface Halves {
  head: Block;
  rest: Block;
}

/** How much fits: characters as rendered, and rendered pieces; what each piece costs beside its text. */
export interface Room {
  characters: number;
  pieces: number;
  perPiece: number;
  /** Whether a word may be broken: only where it is longer than a whole message. */
  breakWords: boolean;
  renderedLength(text: string): number;
}

/**
 * The part of a block that fits into the room, and the rest; null where nothing of it fits. Facts, rows, quotes and
 * items stay whole while they can; a longer text is cut at a sentence's end, else at a space. In a continuation a
 * fact's `text` may be empty, its evidence goes on.
 */
export function splitBlock(block: Block, room: Room): Halves | null {
  switch (block.type) {
    case 'heading':
    case 'paragraph': {
      const cut = cutText(block.text, room.characters - room.perPiece, room);
      return cut && { head: { ...block, text: cut[0] }, rest: { ...block, text: cut[1] } };
    }
    case 'facts':
      return splitItems(
        block.facts.map((f) => [f.text, f.evidence ?? '']),
        room,
        (items) => ({
          ...block,
          facts: items.map(([text = '', evidence = '']) => ({ text, evidence: evidence || null })),
        }),
      );
    case 'figures':
      return splitItems(
        block.rows.map((r) => [r.figure, r.group, r.source, r.evidence ?? '']),
        room,
        (items) => ({
          ...block,
          rows: items.map(([figure = '', group = '', source = '', evidence = '']) => {
            return { figure, group, source, evidence: evidence || null };
          }),
        }),
      );
    case 'quotes':
      return splitItems(
        block.quotes.map((q) => [q.text, q.speaker, q.evidence ?? '']),
        room,
        (items) => ({
          ...block,
          quotes: items.map(([text = '', speaker = '', evidence = '']) => {
            return { text, speaker, evidence: evidence || null };
          }),
        }),
      );
    case 'list':
      return splitItems(
        block.items.map((text) => [text]),
        room,
        (items) => ({ ...block, items: items.map(([text = '']) => text) }),
      );
    default:
      return block satisfies never;
  }
}

function splitItems(items: string[][], room: Room, make: (items: string[][]) => Block): Halves | null {
  let characters = room.characters;
  let pieces = room.pieces;
  let whole = 0;
  for (const item of items) {
    const shown = item.filter(Boolean);
    const cost = shown.reduce((sum, text) => sum + room.renderedLength(text) + room.perPiece, 0);
    if (cost > characters || shown.length > pieces) break;
    characters -= cost;
    pieces -= shown.length;
    whole++;
  }
  if (whole > 0) return { head: make(items.slice(0, whole)), rest: make(items.slice(whole)) };
  const first = items[0];
  const cut = first && cutItem(first, room);
  return cut ? { head: make([cut[0]]), rest: make([cut[1], ...items.slice(1)]) } : null;
}

/** One item longer than a whole message: its texts go on in the next one, in their order. */
function cutItem(item: readonly string[], room: Room): [string[], string[]] | null {
  const head: string[] = item.map(() => '');
  const rest = [...item];
  let characters = room.characters;
  for (const [i, text] of item.entries()) {
    if (text === '') continue;
    const cost = room.renderedLength(text) + room.perPiece;
    if (cost <= characters) {
      characters -= cost;
      head[i] = text;
      rest[i] = '';
      continue;
    }
    const cut = cutText(text, characters - room.perPiece, room);
    if (cut) [head[i], rest[i]] = cut;
    break;
  }
  return head.some(Boolean) && room.pieces >= head.filter(Boolean).length ? [head, rest] : null;
}

/** Below this a cut would leave a crumb; the whole goes to the next message instead. */
const LEAST = 40;

function cutText(text: string, length: number, room: Room): [string, string] | null {
  if (length < LEAST) return null;
  let end = Math.min(text.length, Math.floor(length));
  while (end > LEAST && room.renderedLength(text.slice(0, end)) > length) end = Math.floor(end * 0.8);
  if (room.renderedLength(text.slice(0, end)) > length || end >= text.length) return null;
  const head = text.slice(0, end);
  const sentence = Math.max(head.lastIndexOf('. '), head.lastIndexOf('\u061f '), head.lastIndexOf('\n')) + 1;
  const space = head.lastIndexOf(' ') + 1;
  if (space === 0 && !room.breakWords) return null;
  let at = sentence > end / 2 ? sentence : space > 0 ? space : end;
  if (/[\ud800-\udbff]/.test(text[at - 1] ?? '')) at--;
  return [text.slice(0, at).trimEnd(), text.slice(at).trimStart()];
}
