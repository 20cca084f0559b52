import { count } from '#arabic/agreement.ts';
import type { Brief, Change } from '#brief/brief.ts';
import { briefCode } from '#brief/brief-code.ts';
import { action } from './action.ts';
import { figureRows } from './brief-parts.ts';
import { changeLine, type ViewContext } from './compose-brief.ts';
import { fitMessage, type MessageLimits } from './fit.ts';
import { LABELS } from './labels.ar.ts';
import { SUBSCRIPTION_LABELS as L } from './labels-subscription.ar.ts';
import type { Block, Button, Message } from './message.ts';
import { writeNumber } from './write-figure.ts';
import { writeClockTime, writeDay, writeMoment } from './write-time.ts';

/** One story of a digest. `changes`: what is different from what this chat had; null = new to it. */
export interface DigestStory {
  brief: Brief;
  changes: readonly Change[] | null;
}

export interface DigestShown<Story extends DigestStory = DigestStory> {
  /** The slot's local date, `YYYY-MM-DD`. */
  localDate: string;
  /** `HH:MM` of the slot where it is late, else null. */
  lateSince: string | null;
  /** Newest first. */
  stories: readonly Story[];
}

/** The most stories that one digest tells; a reader does not scroll through more. */
const MOST_STORIES = 10;

/**
 * A digest as one message within `limits`: as many stories as fit, the rest behind «المزيد». `told` are those that
 * are in it.
 */
export function composeDigest<Story extends DigestStory>(
  shown: DigestShown<Story>,
  context: ViewContext,
  limits: MessageLimits,
): { message: Message; told: readonly Story[] } {
  for (let n = Math.min(shown.stories.length, MOST_STORIES); n > 1; n--) {
    const told = shown.stories.slice(0, n);
    const fitted = fitMessage(digestOf(shown, told, context), limits);
    if (fitted.length === 1 && fitted[0]) return { message: fitted[0], told };
  }
  const told = shown.stories.slice(0, 1);
  const [message] = fitMessage(digestOf(shown, told, context), limits);
  return { message: message as Message, told };
}

function digestOf(shown: DigestShown, told: readonly DigestStory[], context: ViewContext): Message {
  const { style } = context;
  const blocks: Block[] = [
    { type: 'heading', level: 1, text: L.digestTitle(title(shown, context), storiesTitle(shown, context)) },
  ];
  if (shown.lateSince !== null)
    blocks.push({ type: 'paragraph', tone: 'notice', text: L.late(writeClockTime(shown.lateSince, style)) });
  if (shown.stories.length === 0) blocks.push({ type: 'paragraph', tone: 'body', text: L.nothingNew });
  for (const story of told) blocks.push(...storyBlocks(story, context));
  const left = shown.stories.length - told.length;
  const rows: Button[][] = told.map(({ brief }) => [
    { label: brief.headline, action: action('brief', briefCode(brief.id)) },
  ]);
  if (left > 0) {
    const text = L.moreStories(count('story', left, writeNumber(left, style)));
    blocks.push({ type: 'paragraph', tone: 'meta', text });
    rows.push([{ label: LABELS.button.next, action: action('latest') }]);
  }
  return { blocks, buttons: rows, subject: null };
}

function title({ localDate }: DigestShown, { style }: ViewContext): string {
  return writeDay(Temporal.PlainDate.from(localDate), style);
}

/** «ثلاثة أخبار، تغيّر واحد منها» */
function storiesTitle({ stories }: DigestShown, { style }: ViewContext): string {
  const changed = stories.filter((s) => s.changes !== null).length;
  if (stories.length === 1 && changed === 1) return L.oneChanged;
  const all = count('story', stories.length, writeNumber(stories.length, style));
  if (changed === 0) return all;
  const of = changed === 1 ? L.changedOf.one : changed === 2 ? L.changedOf.two : null;
  return `${all}، ${of ?? L.changedOf.more(writeNumber(changed, style))}`;
}

function storyBlocks({ brief, changes }: DigestStory, { style, now }: ViewContext): Block[] {
  const blocks: Block[] = [{ type: 'heading', level: 2, text: brief.headline }];
  if (brief.retraction) {
    const { at, reason } = brief.retraction;
    const text = LABELS.retracted(writeMoment(at, now, style), reason);
    return [...blocks, { type: 'paragraph', tone: 'notice', text }];
  }
  for (const change of changes ?? [])
    blocks.push({ type: 'paragraph', tone: 'notice', text: changeLine(brief, change) });
  const lead = brief.facts.summary[0];
  if (lead) blocks.push({ type: 'paragraph', tone: 'body', text: lead.text });
  const toll = figureRows(brief, style, false)
    .slice(0, 2)
    .map((row) => LABELS.tollLine(row.figure, row.group, row.source));
  if (toll.length > 0) blocks.push({ type: 'paragraph', tone: 'meta', text: toll.join(' · ') });
  return blocks;
}

/** What readers who have a brief get when it changes: the difference, and the way to the whole. */
export function composeChangeNews(
  brief: Brief,
  changes: readonly Change[],
  { style, now }: ViewContext,
): Message {
  const button = { label: LABELS.button.whole, action: action('brief', briefCode(brief.id)) };
  return {
    blocks: [
      { type: 'heading', level: 1, text: brief.headline },
      {
        type: 'paragraph',
        tone: 'notice',
        text: LABELS.updatedAt(writeMoment(brief.revision.at, now, style)),
      },
      { type: 'list', ordered: false, items: changes.map((c) => changeLine(brief, c)) },
    ],
    buttons: [[button]],
    subject: {
      brief: brief.id,
      revision: brief.revision.number,
      view: action('changes', briefCode(brief.id)),
    },
  };
}
