import { count } from '#arabic/agreement.ts';
import type { Draft, Unsettled } from '#draft/draft.ts';
import { factsOfDraft } from '#draft/edit-draft.ts';
import { type Action, action } from './action.ts';
import { LABELS } from './labels.ar.ts';
import { DESK_LABELS as D, UNSETTLED_REASONS } from './labels-desk.ar.ts';
import { KIND_LABELS } from './labels-subscription.ar.ts';
import type { Block, Button, FactLine, Message } from './message.ts';
import type { ReaderStyle } from './reader-style.ts';
import { writeFact } from './write-fact.ts';
import { writeNumber } from './write-figure.ts';
import { writeDay } from './write-time.ts';

export interface DraftShown {
  draft: Draft;
  /** Null where nobody has named it yet. */
  id: string | null;
  names: readonly string[];
  /** Grows with each change; a button of an older state does nothing. */
  version: number;
}

const draftButton = (label: string, ...args: (string | number)[]): Button => ({
  label,
  action: action('draft', ...args),
});

/** The draft with each fact numbered and its sentence under it, and what extraction would not decide. */
export function composeDraft(shown: DraftShown, style: ReaderStyle, buttons: Button[][]): Message {
  const { draft, names, id } = shown;
  let n = 0;
  const firstFigure = draft.summary.length + draft.quotes.length + 1;
  const lines = (list: 'summary' | 'quotes' | 'casualties' | 'places'): FactLine[] =>
    factsOfDraft(draft)
      .filter((f) => f.list === list)
      .map(({ fact }) => ({
        text: [
          `${writeNumber(++n, style)}. ${writeFact(fact, style)}`,
          'partOf' in fact && fact.partOf !== null
            ? D.partOf(writeNumber(firstFigure + fact.partOf, style))
            : null,
        ]
          .filter(Boolean)
          .join(' — '),
        evidence: fact.evidence.text,
      }));
  const section = (title: string, list: Parameters<typeof lines>[0]): Block[] => {
    const facts = lines(list);
    return facts.length === 0
      ? []
      : [
          { type: 'heading', level: 2, text: title },
          { type: 'facts', facts },
        ];
  };
  const blocks: Block[] = [
    { type: 'heading', level: 1, text: `${D.draftTitle}: ${draft.headline?.text ?? ''}` },
    { type: 'paragraph', tone: 'meta', text: D.kindLine(KIND_LABELS[draft.kind]) },
    ...(id === null ? [] : [namesBlock(names, id)]),
    ...section(LABELS.summary, 'summary'),
    ...section(LABELS.allQuotes, 'quotes'),
    ...section(LABELS.casualties, 'casualties'),
    ...(draft.casualties.length === 0 ? [noFigures(draft)] : []),
    ...section(LABELS.places, 'places'),
    ...listOf(D.people, peopleOf(draft)),
    ...listOf(D.days, daysOf(draft, style)),
  ];
  if (draft.unsettled.length > 0)
    blocks.push(
      { type: 'heading', level: 2, text: D.unsettled },
      { type: 'paragraph', tone: 'meta', text: D.unsettledHint },
      {
        type: 'facts',
        facts: draft.unsettled.map((u) => ({ text: writeUnsettled(u, style), evidence: u.evidence.text })),
      },
    );
  return { blocks, buttons, subject: null };
}

/** What extraction would not decide, and why. */
export const writeUnsettled = ({ proposal, reason }: Unsettled, style: Pick<ReaderStyle, 'digits'>): string =>
  [proposal ? writeFact(proposal, style) : null, UNSETTLED_REASONS[reason] ?? null]
    .filter(Boolean)
    .join(' — ');

/** A figure that is not settled is one of the text all the same. */
const noFigures = ({ unsettled }: Draft): Block => ({
  type: 'paragraph',
  tone: 'meta',
  text: unsettled.some(({ what }) => what === 'casualty') ? D.noSettledFigures : D.noFigures,
});

/** Who is named, with their offices: what an editor needs to check a speaker. */
const peopleOf = ({ people }: Draft): string[] =>
  people.map(({ name, role }) => (role === null ? name : `${name} — ${role}`));

/** «أمس الأحد: الأحد 20 أبريل 2025», as far as the day of publication lets it be known. */
const daysOf = ({ dates }: Draft, style: ReaderStyle): string[] =>
  dates.map(
    ({ date, evidence }) =>
      `${evidence.text}: ${date === null ? D.dayUnknown : writeDay(Temporal.PlainDate.from(date), style)}`,
  );

function listOf(title: string, items: string[]): Block[] {
  if (items.length === 0) return [];
  return [
    { type: 'heading', level: 2, text: title },
    { type: 'list', ordered: false, items },
  ];
}

function namesBlock(names: readonly string[], id: string): Block {
  return { type: 'paragraph', tone: 'meta', text: `${D.namesLine(names.join('، '))} · ${D.idLine(id)}` };
}

/** The buttons under a draft that can be published. */
export function draftButtons({ draft, version }: DraftShown): Button[][] {
  const edit = [
    draftButton(D.button.remove, 'remove', version),
    draftButton(D.button.edit, 'edit', version),
    draftButton(D.button.add, 'add', version),
  ];
  const more = [draftButton(D.button.names, 'names', version)];
  if (draft.unsettled.some((u) => u.proposal)) more.unshift(draftButton(D.button.take, 'take', version));
  return [
    [
      draftButton(D.button.publish, 'publish', version),
      draftButton(D.button.publishAndSend, 'send', version),
      draftButton(D.button.cancel, 'cancel', version),
    ],
    edit,
    more,
  ];
}

/** Numbers to choose a fact by; each button does `verb` to its number. */
export function composeFactPicker(question: string, verb: string, total: number, version: number): Message {
  const buttons: Button[][] = [];
  for (let n = 1; n <= total; n++) {
    if (n % 5 === 1) buttons.push([]);
    buttons.at(-1)?.push(draftButton(String(n), verb, version, n));
  }
  buttons.push([draftButton(D.button.back, 'show', version)]);
  return { blocks: [{ type: 'paragraph', tone: 'body', text: question }], buttons, subject: null };
}

/** While the article is still coming in. */
export function composeCollecting(parts: number, words: number, style: ReaderStyle): Message {
  const text =
    parts === 0
      ? D.sendText
      : D.collected(
          count('message', parts, writeNumber(parts, style)),
          count('word', words, writeNumber(words, style)),
        );
  const done = parts === 0 ? [] : [draftButton(D.button.done, 'done')];
  return {
    blocks: [{ type: 'paragraph', tone: 'body', text }],
    buttons: [[...done, draftButton(D.button.cancel, 'cancel')]],
    subject: null,
  };
}

/** One question with two buttons. */
export function composeQuestion(text: string, yes: { label: string; action: Action }, no: Action): Message {
  return {
    blocks: [{ type: 'paragraph', tone: 'body', text }],
    buttons: [[yes, { label: D.button.cancel, action: no }]],
    subject: null,
  };
}
