import { seldomLike, type Token, tokenLike } from '#arabic/tokens.ts';
import { adjectivesEnd } from './casualty-adjectives.ts';
import type { Count } from './casualty-counts.ts';
import { endsPeople, type Harm, oneAt } from './casualty-ones.ts';
import { isInAccusative } from './casualty-other-meanings.ts';

const isLost = tokenLike(/^[وفب]?(?:[يت]?فقدت?|فقدان|[يت]?ختف[يى]|اختفت|اختف[يى]|اختفاء)$/);
/** Words between who lost something and what that is. */
const LOST_BEHIND = 6;
const isOfHis = tokenLike(
  /^(?:ساق|يد|قدم|ذراع|رجل|عين|اصبع|بصر|سمع|وعي|صواب|ذاكر|توازن|عمل|وظيفت|منصب|منزل|بيت|والد|والدت|ابن|ابنت|زوج|زوجت|شقيق|امل|ثقت|مقعد|لقب)(?:ه|ها|يه|يها)$/,
);

const isBereft = seldomLike(/^[وف]?[يت]?فقدت?$/);

/** «فقدان بحار», «اختفت طفلة قرب المنزل»: one who is missed; «فقد عامل في الحادث ساقه» is not lost himself. */
export function oneLost(tokens: readonly Token[], { kind, to }: Harm, isBeside: boolean): Count | null {
  if (!isLost(tokens[to - 1])) return null;
  const one = oneAt(tokens, { kind, to, tally: false, needsPeople: false }, isBeside);
  if (!one) return null;
  const end = one.counted.is === 'people' ? adjectivesEnd(tokens, one.counted.at, one.to) : one.to;
  // «فقد الفريق قائدا»: he died, or left.
  if (isBereft(tokens[to - 1]) && isInAccusative(tokens[one.from])) return null;
  const loses = tokens.slice(end, end + LOST_BEHIND).some(isOfHis);
  return endsPeople(tokens[end]) && !loses ? one : null;
}
