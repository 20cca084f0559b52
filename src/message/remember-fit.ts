import { fitPage, type MessageLimits } from './fit.ts';
import type { Message } from './message.ts';

/** `fitPage` that hands out the same page again for the same message: see `rememberViews`. */
export function rememberFit(): typeof fitPage {
  const fitted = new WeakMap<Message, { limits: MessageLimits; page: number; fit: Message }>();
  return (message, limits, page) => {
    const known = fitted.get(message);
    if (known?.limits === limits && known.page === page) return known.fit;
    const fit = fitPage(message, limits, page);
    fitted.set(message, { limits, page, fit });
    return fit;
  };
}
