import type { Brief } from '#brief/brief.ts';
import type { PersonKey } from '#delivery/desk-store.ts';
import type { NewJob } from '#delivery/job.ts';
import type { DeskTools } from './desk-tools.ts';
import { type PendingAct, PendingActs } from './pending-acts.ts';
import type { PushDesk } from './push-desk.ts';

type CopyKind = 'correction' | 'retraction';

/** The order that brings every copy of a brief to the revision that now stands. */
export function copyOrder(revised: Brief, kind: CopyKind, by: PersonKey, at: number): NewJob {
  const revision = revised.revision.number;
  return { kind, brief: revised.id, revision, view: null, before: revision - 1, topics: [], at, by };
}

/**
 * An act ends after its order is written, and the order is written after the revision. Where the process ended between
 * these, the revision stands and the copies would stay wrong for ever: the order is given now.
 */
export async function resumeCopyOrders(tools: DeskTools, push: PushDesk): Promise<void> {
  const { store, shelf, clock } = tools;
  const acts = new PendingActs(store.drafts);
  for (const { id, act } of await acts.all()) {
    const kind = kindOf(act);
    const brief = kind && 'brief' in act ? shelf.get(act.brief) : null;
    // The revision has the act's own time: no other act has made it.
    if (!kind || !brief || !('base' in act)) continue;
    if (brief.revision.number !== act.base + 1 || brief.revision.at !== act.at) continue;
    const open = await store.jobs.open(Number.MAX_SAFE_INTEGER);
    const ordered = open.some(
      (job) => job.kind === kind && job.brief === brief.id && job.revision === brief.revision.number,
    );
    if (!ordered) await push.add(copyOrder(brief, kind, brief.revision.editor ?? act.by, clock.now()));
    await acts.take(id);
  }
}

function kindOf(act: PendingAct): CopyKind | null {
  if (act.type === 'correct') return 'correction';
  if (act.type === 'retract') return 'retraction';
  const corrects = act.type === 'update' && act.decisions.some(([, decision]) => decision === 'correction');
  return corrects ? 'correction' : null;
}
