import type { Draft } from '#draft/draft.ts';
import { factsOfDraft } from '#draft/edit-draft.ts';
import { action } from './action.ts';
import { DESK_LABELS as D, UNSETTLED_REASONS } from './labels-desk.ar.ts';
import type { Block, Button, Message } from './message.ts';
import type { ReaderStyle } from './reader-style.ts';
import { writeFact } from './write-fact.ts';

/** A figure of the new text beside the one that stands, and what the editor has made of it. */
export interface DifferenceShown {
  index: number;
  what: string;
  standing: string;
  standingSource: string;
  fresh: string;
  freshSource: string;
  evidence: string;
  decision: keyof typeof D.decided | null;
}

export interface UpdateShown {
  id: string;
  headline: string;
  draft: Draft;
  differences: readonly DifferenceShown[];
}

const CHOICES = [
  ['c', 'correction'],
  ['l', 'later'],
  ['b', 'beside'],
] as const;

/** What an update would bring: its facts with their sentences, and each figure that differs with three choices. */
export function composeUpdatePreview(shown: UpdateShown, style: ReaderStyle): Message {
  const { id, draft, differences } = shown;
  const facts = factsOfDraft(draft).map(({ fact }) => ({
    text: writeFact(fact, style),
    evidence: fact.evidence.text,
  }));
  const blocks: Block[] = [{ type: 'heading', level: 1, text: `${D.updateTitle}: ${shown.headline}` }];
  if (facts.length > 0) blocks.push({ type: 'facts', facts });
  if (draft.unsettled.length > 0)
    blocks.push(
      { type: 'heading', level: 2, text: D.unsettled },
      {
        type: 'facts',
        facts: draft.unsettled.map((u) => ({
          text: u.proposal ? writeFact(u.proposal, style) : (UNSETTLED_REASONS[u.reason] ?? D.unsettled),
          evidence: u.evidence.text,
        })),
      },
    );
  if (differences.length > 0) blocks.push({ type: 'heading', level: 2, text: D.differencesTitle });
  const rows: Button[][] = [];
  for (const [i, d] of differences.entries()) {
    const line = D.difference(d.what, d.standing, d.standingSource, d.fresh, d.freshSource);
    const text = `${i + 1}. ${line}${d.decision ? ` — ${D.decided[d.decision]}` : ''}`;
    blocks.push({ type: 'facts', facts: [{ text, evidence: d.evidence }] });
    rows.push(
      CHOICES.map(([code, decision]) => ({
        label: `${d.decision === decision ? '✓ ' : ''}${i + 1}. ${D.decided[decision]}`,
        action: action('update', 'decide', id, d.index, code),
      })),
    );
  }
  rows.push([
    { label: D.button.publish, action: action('update', 'publish', id) },
    { label: D.button.publishAndSend, action: action('update', 'send', id) },
    { label: D.button.cancel, action: action('update', 'drop', id) },
  ]);
  return { blocks, buttons: rows, subject: null };
}
