import type { Action } from './action.ts';

/** A sentence shown with the sentence of the article that it comes from, folded under it where evidence is asked for. */
export interface FactLine {
  text: string;
  /** Verbatim from the article; null where the view does not show it. */
  evidence: string | null;
}

/** One row of the casualty ledger, ready to be read: «16 قتيلاً» · «أفراد قوات الأمن» · «توكاييف». */
export interface FigureRow {
  figure: string;
  group: string;
  source: string;
  evidence: string | null;
}

export interface QuoteLine {
  /** The words alone; the renderer adds its platform's quotation marks or block. */
  text: string;
  /** «فلاديمير بوتين، الرئيس الروسي» */
  speaker: string;
  evidence: string | null;
}

/**
 * What is shown, block after block, with no platform's markup in it. `priority`: where the whole does not fit,
 * blocks with the highest number go behind a button first; a block without one always stays.
 */
export type Block = { priority?: number } & (
  | { type: 'heading'; level: 1 | 2; text: string }
  /** `meta`: small print under a heading. `notice`: what has changed, or a warning; stands out. */
  | { type: 'paragraph'; tone: 'body' | 'meta' | 'notice'; text: string }
  | { type: 'facts'; facts: FactLine[] }
  | { type: 'figures'; rows: FigureRow[] }
  | { type: 'quotes'; quotes: QuoteLine[] }
  | { type: 'list'; ordered: boolean; items: string[] }
);

export type BlockType = Block['type'];

/** A button does something in the bot (`action`) or opens an address (`url`). */
export type Button = { label: string } & ({ action: Action; url?: never } | { url: string; action?: never });

/** Which brief, at which revision, in which view a message shows: what a correction has to find again. */
export interface Subject {
  brief: string;
  revision: number;
  /** The action that shows the same view again, so that a delivered copy can be made anew. */
  view: Action;
}

/** Platform-neutral content to show. No HTML, Markdown or embeds in it. */
export interface Message {
  blocks: Block[];
  /** Rows of buttons, first row on top. */
  buttons: Button[][];
  subject: Subject | null;
}
