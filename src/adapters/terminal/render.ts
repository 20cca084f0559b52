import { LABELS } from '#message/labels.ar.ts';
import type { Block, Button, Message } from '#message/message.ts';
import { wrapText } from './wrap-text.ts';

const INDENT = 4;

/**
 * The message as plain text of 80 columns, a sentence of the article indented under its fact. No colours, and no
 * columns filled up with spaces: right to left, they would stand anywhere but under one another.
 */
export function renderMessage(message: Message): string {
  const parts = message.blocks.map((block) => renderBlock(block));
  const buttons = message.buttons.flat().flatMap((button) => renderButton(button, message) ?? []);
  if (buttons.length > 0) parts.push(buttons.join('\n'));
  return `${parts.join('\n').trim()}\n`;
}

function renderBlock(block: Block): string {
  switch (block.type) {
    case 'heading':
      return block.level === 1 ? wrapText(block.text) : `\n${wrapText(block.text)}`;
    case 'paragraph':
      return wrapText(block.text, 0, block.tone === 'notice' ? '! ' : '');
    case 'facts':
      return block.facts.map(({ text, evidence }) => item(text, evidence)).join('\n');
    case 'figures':
      return block.rows
        .map(({ figure, group, source, evidence }) =>
          item(
            [figure, group, source && `${LABELS.figureHead.source} ${source}`].filter(Boolean).join(' · '),
            evidence,
          ),
        )
        .join('\n');
    case 'quotes':
      return block.quotes
        .map(({ text, speaker, evidence }) => {
          const words = text && wrapText(`«${text}»`, 0, '- ');
          const by = speaker && wrapText(`— ${speaker}`, 2);
          return [words, by, renderEvidence(evidence)].filter(Boolean).join('\n');
        })
        .join('\n');
    case 'list':
      return block.items.map((text, i) => wrapText(text, 0, block.ordered ? `${i + 1}. ` : '- ')).join('\n');
    default:
      return block satisfies never;
  }
}

function item(text: string, evidence: string | null): string {
  return [text && wrapText(text, 0, '- '), renderEvidence(evidence)].filter(Boolean).join('\n');
}

function renderEvidence(evidence: string | null): string {
  return evidence === null ? '' : wrapText(`${LABELS.evidence}: ${evidence}`, INDENT);
}

/**
 * Nothing can be pressed in a terminal. What is left of a button is its address, or, where the message is a choice,
 * the name that can be typed.
 */
function renderButton(button: Button, message: Message): string | null {
  if (button.url !== undefined) return `${wrapText(button.label)}: ${button.url}`;
  const isListed = message.blocks.some(({ type }) => type === 'list');
  const isChoice = message.subject === null && !isListed && button.action.name === 'brief';
  return isChoice ? wrapText(button.label, 0, '- ') : null;
}
