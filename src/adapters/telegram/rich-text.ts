import type { RichBlock, RichMessage, RichText } from 'grammy/types';

/** What is read in a rich message that somebody sent or forwarded, block after block. */
export function readRichMessage(message: RichMessage): string {
  return message.blocks
    .map(readBlock)
    .filter((text) => text !== '')
    .join('\n\n');
}

function readBlock(block: RichBlock): string {
  const parts: string[] = [];
  if ('summary' in block) parts.push(readText(block.summary));
  if ('text' in block && block.text !== undefined) parts.push(readText(block.text));
  if ('blocks' in block) parts.push(...block.blocks.map(readBlock));
  if ('items' in block) parts.push(...block.items.map((item) => item.blocks.map(readBlock).join('\n')));
  if ('cells' in block)
    parts.push(...block.cells.map((row) => row.map((cell) => readText(cell.text ?? '')).join(' ')));
  if ('caption' in block && block.caption !== undefined)
    parts.push(readText(hasText(block.caption) ? block.caption.text : block.caption));
  return parts.filter((text) => text !== '').join('\n');
}

const hasText = (value: object | string): value is { text: RichText } =>
  typeof value === 'object' && 'text' in value && !('type' in value);

function readText(text: RichText): string {
  if (typeof text === 'string') return text;
  if (Array.isArray(text)) return text.map(readText).join('');
  return 'text' in text ? readText(text.text) : '';
}
