import { seldomLike, type Token } from '#arabic/tokens.ts';
import { beginsLine } from './begins-line.ts';

/** Words of a measure that a sentence opens with: «في أسوأ حادث سير منذ سنوات». */
const LONGEST = 8;

const isSince = seldomLike(/^(?:منذ|خلال)$/);
const isMeasure = seldomLike(/^[وف]?[بل]?(?:اول|اولى|اسوا|اعنف|اشد|اكبر|ادمى|سابق[ةه])$/);
const leadsIn = seldomLike(/^[وف]?(?:في|فى|ل|هو|هي)$/);

/** «لأول مرة منذ عام 2010 قتل خمسة», «في أسوأ حادث منذ سنوات»: what today's is measured by, where a sentence opens with it. */
export function opensWithMeasure(tokens: readonly Token[], at: number): boolean {
  let since = false;
  for (let i = at; i >= 0 && i > at - LONGEST; i--) {
    const token = tokens[i] as Token;
    if (token.kind !== 'word' && token.kind !== 'number') return false;
    since ||= isSince(token);
    if (since && isMeasure(token)) return beginsLine(tokens, leadsIn(tokens[i - 1]) ? i - 1 : i);
  }
  return false;
}

/** Words between «متأثرا» and when the wound was dealt: «متأثرا بجروح أصيب بها قبل أسبوع». */
const WOUNDED = 6;
const succumbs = seldomLike(/^متاثر(?:ا|[ةه]|ين|ات)$/);
const isAgo = seldomLike(/^(?:قبل|منذ|ال(?:اسبوع|شهر|سبت|احد|اثنين|ثلاثاء|اربعاء|خميس|جمع[ةه]))$/);

/** Whether a time is that of the wound, and not of the death. */
export function isOfWound(tokens: readonly Token[], at: number): boolean {
  if (!isAgo(tokens[at])) return false;
  for (let i = at - 1; i >= Math.max(0, at - WOUNDED) && tokens[i]?.kind === 'word'; i--)
    if (succumbs(tokens[i])) return true;
  return false;
}

/** Words between «بني» and the year. */
const FOUNDED = 3;
const founds = seldomLike(
  /^(?:(?:بني|شيد|افتتح|تاسس|انشئ|دشن|صنع|اقيم)ت?|[يت]عود|المبني[ةه]?|المشيد[ةه]?|المقام[ةه]?)$/,
);

const isNamed = seldomLike(
  /^[وفبل]?(?:ال)?(?:حي|شارع|ساح[ةه]|ميدان|ملعب|جسر|جامع[ةه]|مستشفى|مستشفي|مدرس[ةه]|نهج|مجمع|نفق|طريق|ثانوي[ةه])$/,
);

/** «حي 8 ماي 1945»: what it is called after. */
const isInName = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 2]?.kind === 'number' && isNamed(tokens[at - 3]);

/** «مصنع بني عام 1970»: how old the place is. */
export function isOfPlace(tokens: readonly Token[], at: number): boolean {
  if (isInName(tokens, at)) return true;
  for (let i = at - 1; i >= 0 && i >= at - FOUNDED; i--) {
    if (founds(tokens[i])) return true;
    if (tokens[i]?.kind !== 'word') return false;
  }
  return false;
}
