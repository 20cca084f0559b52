import type { Brief, BriefPlace, Change } from '#brief/brief.ts';
import { briefCode } from '#brief/brief-code.ts';
import { action } from './action.ts';
import {
  eventPlaces,
  figureRows,
  headlineBlock,
  metaLine,
  partButtons,
  placesByCountry,
  placeText,
  quoteLine,
  subjectOf,
} from './brief-parts.ts';
import { LABELS } from './labels.ar.ts';
import type { Block, Message } from './message.ts';
import type { ReaderStyle } from './reader-style.ts';
import { writeDay, writeMoment } from './write-time.ts';

/** How many quotes the brief itself shows; the rest stand behind «الاقتباسات». */
const QUOTES_SHOWN = 3;

/** A view is made for one chat at one moment: `now` in epoch milliseconds. */
export interface ViewContext {
  style: ReaderStyle;
  now: number;
}

/** The whole brief: headline, summary, casualties, main quotes, places, and the way to each part. */
export function composeBrief(brief: Brief, context: ViewContext): Message {
  if (brief.retraction) return composeRetraction(brief, context);
  const { style } = context;
  const { summary, quotes, casualties } = brief.facts;
  const blocks: Block[] = [headlineBlock(brief)];
  const meta = metaLine(brief, style);
  if (meta) blocks.push({ type: 'paragraph', tone: 'meta', text: meta });
  blocks.push(...changeNotices(brief, context));
  if (summary.length > 0) {
    blocks.push({ type: 'heading', level: 2, text: LABELS.summary });
    for (const s of summary) blocks.push({ type: 'paragraph', tone: 'body', text: s.text });
  }
  if (casualties.length > 0)
    blocks.push(
      { type: 'heading', level: 2, text: LABELS.casualties },
      { type: 'figures', rows: figureRows(brief, style, false) },
    );
  if (quotes.length > 0)
    blocks.push(
      { type: 'heading', level: 2, text: LABELS.quotes, priority: 2 },
      { type: 'quotes', quotes: quotes.slice(0, QUOTES_SHOWN).map((q) => quoteLine(q, false)), priority: 2 },
    );
  const places = placesByCountry(eventPlaces(brief));
  if (places.length > 0)
    blocks.push(
      { type: 'heading', level: 2, text: LABELS.places, priority: 1 },
      ...places.map((text): Block => ({ type: 'paragraph', tone: 'body', text, priority: 1 })),
    );
  const buttons = [partButtons(brief, style, 'brief')];
  if (brief.revision.changes.length > 0)
    buttons.push([{ label: LABELS.button.changes, action: action('changes', briefCode(brief.id)) }]);
  buttons.push([{ label: LABELS.button.subscribe, action: action('subscribe') }]);
  return { blocks, buttons, subject: subjectOf(brief, 'brief') };
}

/** What stands on top of a brief that has changed: each correction with old and new, or that it was updated. */
function changeNotices(brief: Brief, { style, now }: ViewContext): Block[] {
  const { revision } = brief;
  if (revision.changes.length === 0) return [];
  const time = writeMoment(revision.at, now, style);
  const corrections = revision.changes.filter((c) => c.kind === 'correction');
  if (corrections.length === 0) return [{ type: 'paragraph', tone: 'notice', text: LABELS.updatedAt(time) }];
  return corrections.map((c) => ({
    type: 'paragraph',
    tone: 'notice',
    text: correctionText(brief, c, time),
  }));
}

/** «تصحيح 14:05: القتلى من أفراد قوات الأمن 18، وكان الخبر يقول 16. بحسب وزارة الداخلية.» */
export function correctionText(brief: Brief, change: Change, time: string): string {
  return LABELS.correction(
    time,
    subjectOfChange(brief, change),
    change.after ?? '',
    change.before ?? '',
    change.source,
  );
}

/** A change in one line: «القتلى من أفراد قوات الأمن: 16 ← 18، بحسب وزارة الداخلية» */
export function changeLine(brief: Brief, change: Change): string {
  if (change.kind === 'removal') return `${LABELS.removed}: ${change.before ?? ''}`;
  if (change.before === null) return `${LABELS.added}: ${change.after ?? ''}`;
  return LABELS.changed(subjectOfChange(brief, change), change.before, change.after ?? '', change.source);
}

function subjectOfChange(brief: Brief, change: Change): string {
  const figure = brief.facts.casualties.find((c) => c.id === change.fact);
  if (figure)
    return [LABELS.kind[figure.kind], figure.group && LABELS.fromGroup(figure.group)]
      .filter(Boolean)
      .join(' ');
  if (change.fact.startsWith('s')) return LABELS.summary;
  return change.fact.startsWith('q') ? LABELS.aQuote : LABELS.aPlace;
}

export function composeQuotes(brief: Brief, { style }: ViewContext): Message {
  const { quotes } = brief.facts;
  const body: Block =
    quotes.length > 0
      ? { type: 'quotes', quotes: quotes.map((q) => quoteLine(q, true)) }
      : { type: 'paragraph', tone: 'body', text: LABELS.noQuotes };
  return part(brief, style, 'quotes', LABELS.allQuotes, [body]);
}

export function composeCasualties(brief: Brief, { style }: ViewContext): Message {
  const body: Block =
    brief.facts.casualties.length > 0
      ? { type: 'figures', rows: figureRows(brief, style, true) }
      : { type: 'paragraph', tone: 'body', text: LABELS.noCasualties };
  return part(brief, style, 'casualties', LABELS.casualties, [body]);
}

export function composePlaces(brief: Brief, { style }: ViewContext): Message {
  const section = (label: string, places: BriefPlace[]): Block[] =>
    places.length === 0
      ? []
      : [
          { type: 'paragraph', tone: 'meta', text: label },
          { type: 'facts', facts: places.map((p) => ({ text: placeText(p), evidence: p.evidence.text })) },
        ];
  const role = (wanted: BriefPlace['role']) => brief.facts.places.filter((p) => p.role === wanted);
  const body = [
    ...section(LABELS.eventPlaces, role('event')),
    ...section(LABELS.actorPlaces, role('actor')),
    ...section(LABELS.otherPlaces, role('other')),
  ];
  if (body.length === 0) body.push({ type: 'paragraph', tone: 'body', text: LABELS.noPlaces });
  return part(brief, style, 'places', LABELS.places, body);
}

/** Where the brief comes from, and the article itself, whole. */
export function composeSource(brief: Brief, { style }: ViewContext): Message {
  const blocks: Block[] = [];
  for (const [i, article] of brief.articles.entries()) {
    if (brief.articles.length > 1)
      blocks.push({ type: 'heading', level: 2, text: LABELS.articleNumber(String(i + 1)) });
    const published = article.published;
    const facts = [
      article.outlet ? LABELS.outlet(article.outlet) : LABELS.noOutlet,
      published && LABELS.publishedOn(writeDay(Temporal.PlainDate.from(published.date), style)),
      published?.knownFrom === 'editor' && LABELS.dateByEditor,
    ].filter((line) => typeof line === 'string');
    blocks.push({ type: 'paragraph', tone: 'meta', text: facts.join(' · ') });
    for (const text of article.text.split('\n'))
      if (text.trim() !== '') blocks.push({ type: 'paragraph', tone: 'body', text });
  }
  const message = part(brief, style, 'source', LABELS.source, blocks);
  const links = brief.articles.flatMap((a) => (a.link ? [{ label: LABELS.openLink, url: a.link }] : []));
  return links.length > 0 ? { ...message, buttons: [links, ...message.buttons] } : message;
}

/** What the newest revision changed, each as «before ← after». */
export function composeChanges(brief: Brief, { style, now }: ViewContext): Message {
  const time = writeMoment(brief.revision.at, now, style);
  const items = brief.revision.changes.map((c) =>
    c.kind === 'correction' ? correctionText(brief, c, time) : changeLine(brief, c),
  );
  const body: Block[] =
    items.length > 0
      ? [
          { type: 'paragraph', tone: 'meta', text: time },
          { type: 'list', ordered: false, items },
        ]
      : [{ type: 'paragraph', tone: 'body', text: LABELS.noChanges }];
  return part(brief, style, 'changes', LABELS.changes, body);
}

/** «سُحب هذا الموجز 14:05. السبب: …» in the place of everything the brief said. */
export function composeRetraction(brief: Brief, { style, now }: ViewContext): Message {
  const { at, reason } = brief.retraction ?? { at: now, reason: '' };
  const notice = LABELS.retracted(writeMoment(at, now, style), reason);
  return {
    blocks: [headlineBlock(brief), { type: 'paragraph', tone: 'notice', text: notice }],
    buttons: [[{ label: LABELS.button.latest, action: action('latest') }]],
    subject: subjectOf(brief, 'brief'),
  };
}

function part(
  brief: Brief,
  style: ReaderStyle,
  view: 'quotes' | 'casualties' | 'places' | 'source' | 'changes',
  label: string,
  body: Block[],
): Message {
  const title: Block[] = [headlineBlock(brief), { type: 'heading', level: 2, text: label }];
  return {
    blocks: [...title, ...body],
    buttons: [partButtons(brief, style, view)],
    subject: subjectOf(brief, view),
  };
}
