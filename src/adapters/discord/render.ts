import {
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  ComponentType,
  MessageFlags,
  SeparatorSpacingSize,
} from 'discord.js';
import { LABELS } from '#message/labels.ar.ts';
import type { Block, Message } from '#message/message.ts';
import { writeText } from './escape.ts';
import { BYTES_PER_DISPLAY, MAX_BYTES, MAX_CHARACTERS, MAX_COMPONENTS } from './profile.ts';
import { renderButtons } from './render-buttons.ts';

/** The body of a message as Discord takes it, the same for sends, edits and answers. Nobody is ever pinged. */
export interface MessageBody {
  flags: number;
  components: APIMessageTopLevelComponent[];
  allowed_mentions: { parse: [] };
}

const ACCENT = 0x1f6f5c;

/**
 * A message as one container: its sections between separators, its buttons below. Throws RangeError where it is
 * larger than Discord takes: the core fits messages, nothing is cut here.
 */
export function renderMessage(message: Message): MessageBody {
  const sections = splitSections(message.blocks).map((blocks) => blocks.map(renderBlock).join('\n\n'));
  const rows = renderButtons(message.buttons, MAX_COMPONENTS - 2);
  const taken = 1 + rows.reduce((sum, row) => sum + 1 + row.components.length, 0);
  const texts = sections.length * 2 - 1 + taken > MAX_COMPONENTS ? [sections.join('\n\n')] : sections;
  const components: APIComponentInContainer[] = texts
    .filter((text) => text !== '')
    .flatMap((content, i) => [
      ...(i > 0 ? [{ type: ComponentType.Separator as const, spacing: SeparatorSpacingSize.Small }] : []),
      { type: ComponentType.TextDisplay as const, content },
    ]);
  assertFits(texts, components.length + taken);
  return {
    flags: MessageFlags.IsComponentsV2,
    components: [
      { type: ComponentType.Container, accent_color: ACCENT, components: [...components, ...rows] },
    ],
    allowed_mentions: { parse: [] },
  };
}

/** A new section begins with each heading of the second level. */
function splitSections(blocks: readonly Block[]): Block[][] {
  const sections: Block[][] = [];
  for (const block of blocks) {
    const current = sections.at(-1);
    if (!current || (block.type === 'heading' && block.level === 2)) sections.push([block]);
    else current.push(block);
  }
  return sections;
}

function renderBlock(block: Block): string {
  switch (block.type) {
    case 'heading':
      return mark(block.level === 1 ? '## ' : '### ', block.text.replaceAll('\n', ' '));
    case 'paragraph':
      return renderParagraph(block);
    case 'facts': {
      const separate = block.facts.some((fact) => fact.evidence !== null);
      return block.facts
        .map(({ text, evidence }) =>
          separate ? joinLines(text && writeText(text), renderEvidence(evidence)) : mark('- ', text),
        )
        .join(separate ? '\n\n' : '\n');
    }
    case 'figures':
      return block.rows
        .map((row) =>
          joinLines(
            [
              `**${writeText(row.figure)}**`,
              row.group && writeText(row.group),
              row.source && `${LABELS.figureHead.source}: ${writeText(row.source)}`,
            ]
              .filter(Boolean)
              .join(' · '),
            renderEvidence(row.evidence),
          ),
        )
        .join('\n');
    case 'quotes':
      return block.quotes
        .map(({ text, speaker, evidence }) =>
          joinLines(
            text && mark('> ', `«${text}»`),
            speaker && `\u200f— ${writeText(speaker)}`,
            renderEvidence(evidence),
          ),
        )
        .join('\n\n');
    case 'list':
      return block.items.map((item, i) => mark(block.ordered ? `${i + 1}. ` : '- ', item)).join('\n');
    default:
      return block satisfies never;
  }
}

function renderParagraph({ tone, text }: Extract<Block, { type: 'paragraph' }>): string {
  switch (tone) {
    case 'body':
      return writeText(text);
    case 'meta':
      return mark('-# ', text);
    case 'notice':
      return writeText(text)
        .split('\n')
        .map((line) => (line.trim() === '' ? '>' : `> **${line}**`))
        .join('\n');
    default:
      return tone satisfies never;
  }
}

/** The sentence of the article in small print under its fact. */
function renderEvidence(evidence: string | null): string {
  return evidence === null ? '' : mark('-# ', `${LABELS.evidence}: ${evidence}`);
}

/** Each line of the text with the mark before it; empty lines would end a quotation or a list. */
function mark(prefix: string, text: string): string {
  return writeText(text)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => prefix + line)
    .join('\n');
}

function joinLines(...lines: string[]): string {
  return lines.filter(Boolean).join('\n');
}

function assertFits(texts: readonly string[], components: number): void {
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text) + BYTES_PER_DISPLAY, 0);
  if (characters > MAX_CHARACTERS || bytes > MAX_BYTES || components > MAX_COMPONENTS)
    throw new RangeError(
      `message too large for Discord: ${characters} characters, ${bytes} bytes, ${components} components`,
    );
}
