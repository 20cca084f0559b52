import type { Brief } from '#brief/brief.ts';
import type { ActionName } from './action.ts';
import type { ViewContext } from './compose-brief.ts';
import { composeView } from './compose-view.ts';
import type { Message } from './message.ts';

/** Times of today are written without their date; every zone's day begins on a quarter of an hour. */
const QUARTER = 15 * 60_000;

/** Views of one brief that are kept at once: some styles times the parts of a brief. */
const KEPT = 100;

/** `composeView` that hands out the same message again as long as it would say the same. */
export function rememberViews(): typeof composeView {
  const kept = new WeakMap<Brief, Map<string, Message | null>>();
  return (name: ActionName, brief: Brief, context: ViewContext) => {
    const views = kept.get(brief) ?? new Map<string, Message | null>();
    kept.set(brief, views);
    const { digits, months, hijri, zone } = context.style;
    const key = [name, digits, months, hijri, zone, Math.floor(context.now / QUARTER)].join(' ');
    const known = views.get(key);
    if (known !== undefined) return known;
    if (views.size >= KEPT) views.clear();
    const message = composeView(name, brief, context);
    views.set(key, message);
    return message;
  };
}
