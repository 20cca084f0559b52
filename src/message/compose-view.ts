import type { Brief } from '#brief/brief.ts';
import type { ActionName } from './action.ts';
import {
  composeBrief,
  composeCasualties,
  composeChanges,
  composePlaces,
  composeQuotes,
  composeRetraction,
  composeSource,
  type ViewContext,
} from './compose-brief.ts';
import type { Message } from './message.ts';

/** The views of a brief by the action that shows them; the same table serves answers and the remaking of copies. */
const VIEWS: Partial<Record<ActionName, (brief: Brief, context: ViewContext) => Message>> = {
  brief: composeBrief,
  quotes: composeQuotes,
  casualties: composeCasualties,
  places: composePlaces,
  source: composeSource,
  changes: composeChanges,
};

export function isView(name: ActionName): boolean {
  return name in VIEWS;
}

/** The view that `name` shows; of a retracted brief every view is the notice. Null where no view has that name. */
export function composeView(name: ActionName, brief: Brief, context: ViewContext): Message | null {
  const compose = VIEWS[name];
  if (!compose) return null;
  return brief.retraction ? composeRetraction(brief, context) : compose(brief, context);
}
