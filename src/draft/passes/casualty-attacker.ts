import { isComma, seldomLike, type Token } from '#arabic/tokens.ts';
import { exactly } from './casualty-counted.ts';
import type { Count } from './casualty-counts.ts';

const isHe = seldomLike(/^ال(?:مهاجم|منفذ|انتحاري|مسلح|طاعن)[ةه]?$/);
const carriesOut = seldomLike(/^(?:منفذ|مطلق)$/);
const isAttack = seldomLike(/^(?:ال)?(?:هجوم|عملي[ةه]|تفجير|اعتداء|طعن|نار|رصاص|دهس|اغتيال)$/);

const isBody = seldomLike(/^جث(?:[ةه]|مان)$/);

/** «المهاجم», «جثة الانتحارية», «منفذ الهجوم», «مطلق النار»: the one who did it, where he is among the dead; null where somebody else stands. */
export function attackerAt(tokens: readonly Token[], at: number): Count | null {
  if (isBody(tokens[at])) return attackerAt(tokens, at + 1);
  const isNamedSo = carriesOut(tokens[at]) && isAttack(tokens[at + 1]);
  if (!isNamedSo && !isHe(tokens[at])) return null;
  return exactly(1, { from: at, to: isNamedSo ? at + 2 : at + 1, counted: { is: 'people', at } });
}

/** Words of somebody's age. */
const AGE = 6;
export const isAged = seldomLike(/^(?:[يت]بلغ|عمره|عمرها)$/);
const isYears = seldomLike(/^(?:عاما?|سن[ةه]|ربيعا)$/);
const isOnly = seldomLike(/^فقط$/);

/** «قتل مسلح يبلغ من العمر 18 عاما، 19 طالبا»: where the words of his age end; `at` where none stand. */
export function behindAge(tokens: readonly Token[], at: number): number {
  if (!isAged(tokens[at])) return at;
  for (let i = at + 1; i < at + AGE; i++) {
    if (!isYears(tokens[i])) continue;
    const end = isOnly(tokens[i + 1]) ? i + 2 : i + 1;
    return isComma(tokens[end]) ? end + 1 : end;
  }
  return at;
}
