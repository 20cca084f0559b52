import { createHash } from 'node:crypto';
import { stripDirections, toRightToLeft } from '#arabic/directions.ts';
import type { TranscriptContent, TranscriptEntry } from '#delivery/transcript.ts';
import { encodeAction } from '#message/action.ts';
import { LABELS } from '#message/labels.ar.ts';
import type { Block, Button, FactLine, Message } from '#message/message.ts';

/*
 * The server sends a description of the message, and the page builds elements from it with `textContent` only. There
 * is no markup on the way, hence nothing to escape and nothing to forget: what an article or a reader writes can
 * become text and never an element.
 */

/** A text as its runs: those at odd places are Latin words or compound numbers, to be isolated (`<bdi>`). */
export type Runs = string[];

export interface PageFact {
  text: Runs;
  evidence: Runs | null;
}

export type PageBlock =
  | { type: 'heading'; level: 1 | 2; text: Runs }
  | { type: 'paragraph'; tone: 'body' | 'meta' | 'notice'; text: Runs }
  | { type: 'facts'; facts: PageFact[] }
  | {
      type: 'figures';
      caption: string;
      head: string[];
      rows: { figure: Runs; group: Runs; source: Runs; evidence: Runs | null }[];
    }
  | { type: 'quotes'; quotes: { text: Runs; speaker: Runs; evidence: Runs | null }[] }
  | { type: 'list'; ordered: boolean; items: Runs[] };

export type PageButton = { label: Runs } & ({ action: string } | { url: string });

export type PageContent =
  | { by: 'reader'; text: Runs }
  | { by: 'mujaz'; blocks: PageBlock[]; buttons: PageButton[][]; evidenceLabel: string; brief: string | null }
  | { by: 'nobody' };

/** One message as the page gets it. */
export interface PageEntry {
  id: number;
  at: number;
  content: PageContent;
}

export function renderEntry({ id, at, content }: TranscriptEntry): PageEntry {
  return { id, at, content: renderContent(content) };
}

function renderContent(content: TranscriptContent): PageContent {
  switch (content.by) {
    case 'reader':
      return { by: 'reader', text: renderText(content.text) };
    case 'mujaz':
      return renderMessage(content.message);
    case 'nobody':
      return content;
    default:
      return content satisfies never;
  }
}

export function renderMessage(message: Message): PageContent & { by: 'mujaz' } {
  return {
    by: 'mujaz',
    blocks: message.blocks.map(renderBlock),
    buttons: message.buttons.map((row) => row.flatMap((button) => renderButton(button) ?? [])),
    evidenceLabel: LABELS.evidence,
    brief: message.subject?.brief ?? null,
  };
}

/** What was shown, as a hash: an edit to an equal one is none. */
export function hashMessage(message: Message): string {
  return createHash('sha256')
    .update(JSON.stringify(renderMessage(message)))
    .digest('base64url');
}

function renderBlock(block: Block): PageBlock {
  switch (block.type) {
    case 'heading':
      return { type: 'heading', level: block.level, text: renderText(block.text) };
    case 'paragraph':
      return { type: 'paragraph', tone: block.tone, text: renderText(block.text) };
    case 'facts':
      return { type: 'facts', facts: block.facts.map(renderFact) };
    case 'figures':
      return {
        type: 'figures',
        caption: LABELS.casualties,
        head: [LABELS.figureHead.figure, LABELS.figureHead.group, LABELS.figureHead.source],
        rows: block.rows.map((row) => ({
          figure: renderText(row.figure),
          group: renderText(row.group),
          source: renderText(row.source),
          evidence: renderEvidence(row.evidence),
        })),
      };
    case 'quotes':
      return {
        type: 'quotes',
        quotes: block.quotes.map((quote) => ({
          text: renderText(quote.text),
          speaker: renderText(quote.speaker),
          evidence: renderEvidence(quote.evidence),
        })),
      };
    case 'list':
      return { type: 'list', ordered: block.ordered, items: block.items.map(renderText) };
    default:
      return block satisfies never;
  }
}

function renderFact({ text, evidence }: FactLine): PageFact {
  return { text: renderText(text), evidence: renderEvidence(evidence) };
}

function renderEvidence(evidence: string | null): Runs | null {
  return evidence === null ? null : renderText(evidence);
}

/** Null for an address that is none of the web: a link must not be able to run anything. */
function renderButton(button: Button): PageButton | null {
  const label = renderText(button.label);
  if (button.action) return { label, action: encodeAction(button.action) };
  const url = URL.parse(button.url);
  return url && /^https?:$/.test(url.protocol) ? { label, url: url.href } : null;
}

/** Directional controls of the text itself are gone; in their place the page has real isolation. */
export function renderText(text: string): Runs {
  return toRightToLeft(stripDirections(text).replaceAll('\0', ''))
    .replaceAll('\u200f', '')
    .split(/\u2068([^\u2069]*)\u2069/);
}
