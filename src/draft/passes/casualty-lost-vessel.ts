import { seldomLike, type Token } from '#arabic/tokens.ts';
import type { Count } from './casualty-counts.ts';
import { fateAfter } from './casualty-fates.ts';

/** Words between a vessel and those aboard; between a contact that was lost and the vessel; and on to what became of them. */
const [ABOARD, CONTACT, OUTCOME] = [6, 4, 14];

const isAboard = seldomLike(/^متن(?:ه|ها)$|^[يت](?:قل|حمل)$/);
const isVessel = seldomLike(
  /^[بل]?(?:ال)?(?:قارب|زورق|سفين[ةه]|طائر[ةه]|مروحي[ةه]|مركب|عبار[ةه]|ناقل[ةه]|غواص[ةه]|باخر[ةه]|يخت)ا?$/,
);
const isLost = seldomLike(/^[وفب]?(?:فقدان|فقدت?|اختفاء|اختفت?|اختفى|اختفي)$/);
const isCutOff = seldomLike(/^[وفب]?(?:فقدان|فقدت?|انقطاع|انقطعت?)$/);
const isContact = seldomLike(/^الاتصال$/);
const isMissing = seldomLike(/^مفقود[ةه]?$/);
const tellsOutcome = seldomLike(
  /^[وفب]?(?:نجا[ةه]?|نجوا|[يت]?نقذت?|انقذت?|انقاذ(?:هم|هما)?|سالمين|احياء|عثر|العثور|انتشل|انتشال|مقتل|مصرع|قتلوا|لقوا|عادوا|وصلوا|توازن(?:ه|ها))$/,
);
const ends = (token: Token | undefined) =>
  token === undefined || token.kind === 'break' || /^[.؛:]$/.test(token.text);

/** Whether those counted aboard are told of right behind: «على متنه ستة قتلوا». */
export function areToldOf(tokens: readonly Token[], count: Count): boolean {
  const fate = fateAfter(tokens, count.to);
  return count.counted.is === 'victims' || (fate !== null && !fate.partOf && fate.at === count.to);
}

/** «فقدان الاتصال بقارب على متنه أربعة بحارة»: who is aboard is missing while nothing else is told of them. */
export function areLostAboard(tokens: readonly Token[], { from, to, counted }: Count): boolean {
  if (!isAboard(tokens[from - 1]) || (counted.is !== 'people' && counted.is !== 'generic')) return false;
  const vessel = [1, 2, 3, 4, 5, ABOARD].map((k) => from - 1 - k).find((i) => isVessel(tokens[i]));
  if (vessel === undefined || tokens.slice(vessel, from).some(ends) || !wasLost(tokens, vessel)) return false;
  for (let i = to; i < to + OUTCOME && !ends(tokens[i]); i++) if (tellsOutcome(tokens[i])) return false;
  return true;
}

function wasLost(tokens: readonly Token[], vessel: number): boolean {
  if (isLost(tokens[vessel - 1]) || isMissing(tokens[vessel + 1])) return true;
  const contact = [1, 2].map((k) => vessel - k).find((i) => isContact(tokens[i]));
  if (contact === undefined) return false;
  for (let i = contact - 1; i >= contact - CONTACT && !ends(tokens[i]); i--)
    if (isCutOff(tokens[i])) return true;
  return false;
}
