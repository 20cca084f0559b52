import { stripDirections } from '#arabic/directions.ts';
import type { Brief } from '#brief/brief.ts';
import { briefCode } from '#brief/brief-code.ts';
import { action } from './action.ts';
import { metaLine } from './brief-parts.ts';
import { LABELS } from './labels.ar.ts';
import type { Block, Button, Message } from './message.ts';
import type { ReaderStyle } from './reader-style.ts';

/** Briefs on one page of the list; each has a button of its own in a row of its own. */
export const LATEST_PER_PAGE = 8;

/** How much of a reader's words is repeated to them. */
const QUERY_SHOWN = 60;

const briefButton = (brief: Brief): Button => ({
  label: brief.headline,
  action: action('brief', briefCode(brief.id)),
});

/** A short answer without a brief in it. */
export function composeNotice(text: string, buttons: Button[][] = []): Message {
  return { blocks: [{ type: 'paragraph', tone: 'body', text }], buttons, subject: null };
}

/** The newest briefs; `page` from 1, `hasMore` where a further page exists. */
export function composeLatest(
  briefs: readonly Brief[],
  page: number,
  hasMore: boolean,
  style: ReaderStyle,
): Message {
  if (briefs.length === 0) return composeNotice(LABELS.noBriefs);
  const blocks: Block[] = [
    { type: 'heading', level: 1, text: LABELS.latestTitle },
    {
      type: 'list',
      ordered: false,
      items: briefs.map((b) =>
        [b.retraction ? `[${LABELS.retractedMark}] ${b.headline}` : b.headline, metaLine(b, style)]
          .filter(Boolean)
          .join(' — '),
      ),
    },
  ];
  const paging: Button[] = [];
  if (page > 1) paging.push({ label: LABELS.button.previous, action: action('latest', page - 1) });
  if (hasMore) paging.push({ label: LABELS.button.next, action: action('latest', page + 1) });
  const rows = briefs.map((b) => [briefButton(b)]);
  return { blocks, buttons: paging.length > 0 ? [...rows, paging] : rows, subject: null };
}

/** Several briefs that the words fit equally well. */
export function composeChoice(briefs: readonly Brief[]): Message {
  return composeNotice(
    LABELS.choose,
    briefs.slice(0, LATEST_PER_PAGE).map((b) => [briefButton(b)]),
  );
}

export function composeNotFound(query: string, nearest: readonly Brief[]): Message {
  const shown = printable(query);
  const said = shown === '' ? LABELS.emptyQuery : LABELS.notFound(shown);
  const buttons = nearest.slice(0, 3).map((b) => [briefButton(b)]);
  return composeNotice(nearest.length > 0 ? `${said} ${LABELS.nearest}` : said, [
    ...buttons,
    [{ label: LABELS.button.latest, action: action('latest') }],
  ]);
}

/** A reader's words as they may be repeated: one line, without controls, not longer than a line. */
export function printable(query: string): string {
  const clean = stripDirections(query)
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
  const characters = [...clean];
  return characters.length > QUERY_SHOWN ? `${characters.slice(0, QUERY_SHOWN).join('')}…` : clean;
}

/** One line of the help: the command with its Arabic word, and what it does. */
export interface HelpLine {
  command: string;
  does: string;
}

export function composeHelp(lines: readonly HelpLine[]): Message {
  return {
    blocks: [
      { type: 'heading', level: 1, text: LABELS.helpTitle },
      { type: 'list', ordered: false, items: lines.map((l) => `${l.command}: ${l.does}`) },
    ],
    buttons: [[{ label: LABELS.button.latest, action: action('latest') }]],
    subject: null,
  };
}

export function composeWelcome(): Message {
  return composeNotice(LABELS.welcome, [
    [
      { label: LABELS.button.latest, action: action('latest') },
      { label: LABELS.button.help, action: action('help') },
    ],
  ]);
}
