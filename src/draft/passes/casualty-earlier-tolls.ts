import { testOfForm } from '#arabic/forms.ts';
import { type Token, tokenLike } from '#arabic/tokens.ts';
import type { CasualtyKind } from '#draft/fact.ts';
import { type Count, readCount } from './casualty-counts.ts';
import { EARLIER_SAID } from './casualty-words.ts';
import type { Range } from './speaker.ts';

export const isFirstToll = testOfForm(({ text }) => /^(?:ال)?اول(?:ي[ةه]|ى)$/.test(text));
export const isToll = tokenLike(/^[وب]?(?:ال)?(?:حصيل[ةه]|محصل[ةه]|تقديرات)$/);

/** Words in which a sentence says that its toll was given before. */
const SAID_BEFORE = 12;

/** Words of a first toll and when that was. */
const WAS = 6;
const isFirst = tokenLike(/^ال?اول(?:ى)?$|^الاولي[ةه]?$/);
const isStatement = tokenLike(/^ب?(?:(?:بيان|تقرير|تصريح|حصيلت|احصائيت)(?:ه|ها|هم)|ال(?:بيان|تقرير|تصريح))$/);
const isFormer = tokenLike(/^سابق[ةه]?$/);

/** «وفي وقت سابق أشارت حصيلة رسمية إلى 24 قتيلا», «تحدث في بيان سابق عن خمسة». */
export function isOfEarlierToll(tokens: readonly Token[], { from, to }: Range): boolean {
  // «وكان عدد الشهداء صباح اليوم 19»
  if (isWas(tokens[from]) && isCount(tokens[from + 1]) && isTally(tokens[from + 2])) return true;
  // «الحصيلة الأولى صباحا كانت 9 شهداء»
  if (isToll(tokens[from]) && isFirst(tokens[from + 1]) && tokens.slice(from + 2, from + WAS).some(isWas))
    return true;
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

/** Words between «بعد أن كانت حصيلة» and the number that it gave. */
const EARLIER = 8;
const isWas = tokenLike(/^[وف]?كانت?$/);
const leadsBack = tokenLike(/^(?:بعدما|ان|فيما|بينما|حين)$/);
const tells = tokenLike(/^(?:تشير|تتحدث|تفيد|تقول|يشير|تحدثت|اشارت|افادت)$/);
export const endsPart = tokenLike(/^[.،؛:!؟]$/);

/** «إلى 73 بعد أن كانت 58», «بعدما كانت حصيلة أولية تحدثت عن 58»: what a toll was before. */
function wasBefore(tokens: readonly Token[], { from, counted }: Count): boolean {
  let isTold = false;
  for (let i = from - 1; i >= from - EARLIER && i > 0; i--) {
    const token = tokens[i] as Token;
    if (isWas(token)) return leadsBack(tokens[i - 1]) && (i === from - 1 || isTold);
    if (token.kind === 'break' || endsPart(token) || counted.is === 'people') return false;
    isTold ||= isToll(token) || tells(token) || isTally(token);
  }
  return false;
}

/** «ارتفع من 48 إلى 61 قتيلا», «ارتفع إلى 61 قتيلا من 48»: the toll that a number stands beside as the later one. */
function risenFrom(tokens: readonly Token[], { from, to, counted }: Count): Count | null {
  if (tokens[from - 1]?.text !== 'من') return null;
  // «إلى 14 قتيلا من ثلاث عائلات»
  const isBare = counted.is === 'nothing' || counted.is === 'victims';
  for (const k of isBare ? [2, 3, 4] : []) {
    const risen = readCount(tokens, from - k);
    if (risen?.to === from - 1 && isTo(tokens[risen.from - 1])) return risen;
  }
  for (let i = to; i < to + 6; i++) if (isTo(tokens[i])) return readCount(tokens, i + 1);
  return null;
}

/** Whether a count is the earlier of two tolls. */
export const isOldToll = (tokens: readonly Token[], count: Count): boolean =>
  wasBefore(tokens, count) || risenFrom(tokens, count) !== null;

/** What a bare number is of that is the earlier of two tolls, where a tally of `kind` is told; null where it is none. */
export function kindOfOldToll(
  tokens: readonly Token[],
  count: Count,
  { kind, tally }: { kind: CasualtyKind; tally: boolean },
): CasualtyKind | null {
  if (!tally || count.counted.is !== 'nothing') return null;
  const later = risenFrom(tokens, count);
  if (later?.counted.is === 'victims') return later.counted.kind;
  return later !== null || wasBefore(tokens, count) ? kind : null;
}
