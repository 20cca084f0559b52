import type { Brief } from '#brief/brief.ts';
import type { PersonKey } from '#delivery/desk-store.ts';
import type { NewJob } from '#delivery/job.ts';
import type { DeskTools } from './desk-tools.ts';
import { copyOrder, placeOrders, pushOrder } from './orders.ts';
import { actKey, type PendingAct, PendingActs } from './pending-acts.ts';

type UpdateAct = Extract<PendingAct, { type: 'update' }>;

/** What a published update orders: a figure that was wrong is put right whether or not the update is sent. */
export function updateOrders(act: UpdateAct, revised: Brief, by: PersonKey, at: number): NewJob[] {
  const corrects = act.decisions.some(([, decision]) => decision === 'correction');
  return [
    ...(corrects ? [copyOrder(revised, 'correction', by, at)] : []),
    ...(act.send ? [pushOrder(revised, by, at, act.base)] : []),
  ];
}

/**
 * An act's revision is durable before its orders are. Where the process ended between the two, the revision stands
 * and the copies would stay wrong for ever: the orders are given now.
 */
export async function resumeActs(tools: DeskTools): Promise<void> {
  const { store, shelf, clock } = tools;
  for (const { id, act } of await new PendingActs(store.drafts).all()) {
    const brief = 'brief' in act ? shelf.get(act.brief) : null;
    // The revision has the act's own time: no other act has made it.
    if (!brief || !('base' in act)) continue;
    if (brief.revision.number !== act.base + 1 || brief.revision.at !== act.at) continue;
    const orders = ordersOf(act, brief, brief.revision.editor ?? act.by, clock.now());
    if (orders) await placeOrders(tools, actKey(id), orders);
  }
}

function ordersOf(act: PendingAct, revised: Brief, by: PersonKey, at: number): NewJob[] | null {
  switch (act.type) {
    case 'correct':
      return [copyOrder(revised, 'correction', by, at)];
    case 'retract':
      return [copyOrder(revised, 'retraction', by, at)];
    case 'update':
      return updateOrders(act, revised, by, at);
    default:
      return null;
  }
}
