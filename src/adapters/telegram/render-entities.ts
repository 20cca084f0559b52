import type { MessageEntity } from 'grammy/types';
import { toRightToLeft } from '#arabic/directions.ts';
import { LABELS } from '#message/labels.ar.ts';
import type { Block, FigureRow, Message, QuoteLine } from '#message/message.ts';
import type { TextContent } from './rendered.ts';

type Style = 'bold' | 'blockquote' | 'expandable_blockquote';

const SEPARATOR = ' · ';

/** One text with entities, for servers without rich messages: every line begins right to left. */
export function renderEntities(message: Message): TextContent {
  const writer = new TextWriter();
  let underHeading = false;
  for (const block of message.blocks) {
    if (!underHeading) writer.standApart();
    writeBlock(writer, block);
    underHeading = block.type === 'heading' && block.level === 2;
  }
  return writer.finish();
}

/** Lines and the entities over them; offsets and lengths are UTF-16 units, as the Bot API counts. */
class TextWriter {
  #text = '';
  #gap = '';
  readonly #entities: MessageEntity[] = [];

  /** The next line stands apart from what came before. */
  standApart(): void {
    this.#gap = this.#text === '' ? '' : '\n\n';
  }

  /** `until`: the styles end before it; the whole line has them where it is left out. */
  line(text: string, styles: Style[] = [], until?: string): void {
    if (text.trim() === '') return;
    const shown = toRightToLeft(text).trimEnd();
    this.#text += this.#gap;
    const offset = this.#text.length;
    const end = until === undefined ? -1 : shown.indexOf(until);
    const length = end < 0 ? shown.length : end;
    for (const type of styles) this.#entities.push({ type, offset, length });
    this.#text += shown;
    this.#gap = '\n';
  }

  finish(): TextContent {
    return { text: this.#text, entities: this.#entities };
  }
}

function writeBlock(writer: TextWriter, block: Block): void {
  switch (block.type) {
    case 'heading':
      writer.line(block.text, ['bold']);
      return;
    case 'paragraph':
      writer.line(block.text, block.tone === 'notice' ? ['blockquote', 'bold'] : []);
      return;
    case 'facts':
      for (const fact of block.facts) {
        writer.line(`• ${fact.text}`);
        writeEvidence(writer, fact.evidence);
      }
      return;
    case 'figures':
      for (const row of block.rows) writeFigure(writer, row);
      return;
    case 'quotes':
      for (const [i, quote] of block.quotes.entries()) {
        if (i > 0) writer.standApart();
        writeQuote(writer, quote);
      }
      return;
    case 'list':
      for (const [i, item] of block.items.entries())
        writer.line(block.ordered ? `${i + 1}. ${item}` : `• ${item}`);
      return;
    default:
      block satisfies never;
  }
}

/** Folded by the client after its first lines; the line before says what it is. */
function writeEvidence(writer: TextWriter, evidence: string | null): void {
  if (evidence === null || evidence.trim() === '') return;
  writer.line(`${LABELS.evidence}: ${evidence}`, ['expandable_blockquote']);
}

function writeFigure(writer: TextWriter, { figure, group, source, evidence }: FigureRow): void {
  const by = source.trim() === '' ? '' : `${LABELS.figureHead.source} ${source}`;
  const parts = [figure, group, by].filter((part) => part.trim() !== '');
  writer.line(parts.join(SEPARATOR), ['bold'], SEPARATOR);
  writeEvidence(writer, evidence);
}

function writeQuote(writer: TextWriter, { text, speaker, evidence }: QuoteLine): void {
  writer.line(`«${text}»`, ['bold']);
  if (speaker.trim() !== '') writer.line(`— ${speaker}`);
  writeEvidence(writer, evidence);
}
