import { testOfForm } from '#arabic/forms.ts';
import { type Token, tokenLike } from '#arabic/tokens.ts';
import { EARLIER_SAID } from './casualty-words.ts';
import type { Range } from './speaker.ts';

export const isFirstToll = testOfForm(({ text }) => /^(?:ال)?اول(?:ي[ةه]|ى)$/.test(text));
export const isToll = tokenLike(/^[وب]?(?:ال)?(?:حصيل[ةه]|محصل[ةه]|تقديرات)$/);

/** Words in which a sentence says that its toll was given before. */
const SAID_BEFORE = 12;

const isFirst = tokenLike(/^ال?اول(?:ى)?$|^الاولي[ةه]?$/);
const isStatement = tokenLike(/^ب?(?:(?:بيان|تقرير|تصريح|حصيلت|احصائيت)(?:ه|ها|هم)|ال(?:بيان|تقرير|تصريح))$/);
const isFormer = tokenLike(/^سابق[ةه]?$/);

/** «وفي وقت سابق أشارت حصيلة رسمية إلى 24 قتيلا», «تحدث في بيان سابق عن خمسة». */
export function isOfEarlierToll(tokens: readonly Token[], { from, to }: Range): boolean {
  let isSaid = false;
  let isBefore = false;
  for (let i = from; i < Math.min(to, from + SAID_BEFORE); i++) {
    const token = tokens[i] as Token;
    isSaid ||= isToll(token) || isEarlierSaying(token.form);
    // «حصيلة أولية سابقة»
    const of = tokens[isFirstToll((tokens[i - 1] as Token | undefined)?.form ?? token.form) ? i - 2 : i - 1];
    isBefore ||= isFormer(token) && /^(?:وقت|بيان|حصيل[ةه]|تصريح|تقرير)$/.test(of?.text ?? '');
    // «في بيانها الأول»
    isBefore ||= isFirst(token) && isStatement(tokens[i - 1]);
  }
  return isSaid && isBefore;
}

const isEarlierSaying = testOfForm(
  ({ text }) => EARLIER_SAID.has(text) || EARLIER_SAID.has(text.replace(/^[وف]/, '')),
);

/** Tokens of a channel post, of which one line takes the place of another. */
const LONGEST_POST = 240;
/** Words before «ارتفاع الحصيلة» in such a line: «تحديث | عاجل:». */
const LABELS = 4;
const rises = tokenLike(/^[وفل]?(?:ارتفاع|ارتفعت?|[يت]رتفع)$/);
const isCount = tokenLike(/^(?:عدد|اعداد|حصيل[ةه])$/);
const isTally = tokenLike(/^ال(?:حصيل[ةه]|عدد|ضحايا|قتلى|وفيات|شهداء|مصابين|جرحى|اصابات)$/);
const isTo = tokenLike(/^ال[ىي]$/);

/** «تحديث: ارتفاع الحصيلة إلى 7 قتلى» in a post, of no event that is named: the tolls above it are of before. */
export function isUpdate(tokens: readonly Token[], { from }: Range): boolean {
  if (tokens.length > LONGEST_POST) return false;
  for (let i = from; i <= from + LABELS; i++) {
    if (!rises(tokens[i])) continue;
    const tally = isCount(tokens[i + 1]) ? i + 2 : i + 1;
    return isTally(tokens[tally]) && isTo(tokens[tally + 1]);
  }
  return false;
}
