import { monthAt } from '#arabic/calendar-dates.ts';
import type { Sentence } from '#arabic/sentences.ts';
import { tokenLike } from '#arabic/tokens.ts';
import type { Reading } from '#draft/reading.ts';

const opensDate = tokenLike(/^[وف]?(?:في|يوم)$/);
/** Words in which a sentence that opens with a date names its month. */
const OPENING_REACH = 6;
const NOW = /^(?:الجاري|الحالي|المقبل|القادم)$/;
/** The sentences that date the story itself. */
const DATING = 3;

/** Whether sentences open with another month than the story's: «وفي 13 أكتوبر اصطدم قطاران». To be asked of each. */
export function earlierMonths({ article, sentences, tokens }: Reading): (sentence: Sentence) => boolean {
  const own = new Set<number>();
  // «إب» is a town, and no «آب».
  const named = (i: number) => {
    const month = monthAt(tokens, i);
    if (month === null || tokens[i]?.text !== 'اب') return month;
    return article.text.charAt(tokens[i].start) === 'آ' || tokens[i + 1]?.text === '/' ? month : null;
  };
  const published = article.published?.date;
  if (published) own.add(Number(published.slice(5, 7)));
  for (const { from, to } of sentences.slice(0, DATING))
    for (let i = from; i < to; i++) {
      const month = named(i)?.month;
      if (month !== undefined) own.add(month);
    }
  return ({ from, to }) => {
    if (!opensDate(tokens[from])) return false;
    for (let i = from + 1; i < Math.min(to, from + OPENING_REACH); i++) {
      const month = named(i);
      if (month) return !own.has(month.month) && !NOW.test(tokens[month.to]?.text ?? '');
    }
    return false;
  };
}
