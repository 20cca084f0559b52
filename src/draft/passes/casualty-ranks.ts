import { isOpeningMark, seldomLike, type Token } from '#arabic/tokens.ts';
import { type Count, readCount } from './casualty-counts.ts';
import { deedOf } from './casualty-doubts.ts';
import { groupEnd, isWhose } from './casualty-group-end.ts';
import { isOneFamily } from './casualty-numbers.ts';
import { lookUp, VICTIMS } from './casualty-words.ts';

const areFamilies = seldomLike(/^(?:عائل|اسر)(?:[ةه]|تين)$/);

/** «أربعة من عائلة واحدة», «من أسرتين»: that they are of one, and nothing of which; «عشر عائلات» are families. */
export function isOfSomeFamily(tokens: readonly Token[], at: number): boolean {
  if (tokens[at - 1]?.text !== 'من' || !areFamilies(tokens[at])) return false;
  return groupEnd(tokens, at, true) === at + 1;
}

/** «11 قتيلا و28 جريحا في صفوف المدنيين»: said once, behind both; «خمسة قتلى وسط المتظاهرين». */
export function inRanks(tokens: readonly Token[], from: number): number | null {
  const near = tokens[from]?.text ?? '';
  const areRanks = isWhose(tokens, from + 1) || areDriven(tokens[from + 1]);
  if (/^(?:وسط|بين|لدى)$/.test(near) && areRanks) return from + 1;
  for (let i = from; i < from + 6; i++) {
    const token = tokens[i];
    if (!token || token.kind === 'break' || token.text === '.') return null;
    const are = isWhose(tokens, i + 1) || areDriven(tokens[i + 1]);
    if ((token.text === 'صفوف' || token.text === 'اوساط') && are) return i + 1;
  }
  return null;
}

/** «ثلاث وفيات وسط النازحين» */
const areDriven = seldomLike(
  /^ال(?:(?:نازح|لاجئ|مهجر|مشرد|محتجز|معتقل|موقوف|مختطف|سجين)(?:ين|ات)|رهائن|اسرى|سجناء)$/,
);

const areChief = seldomLike(/^(?:اخطر|ابرز|اهم|اشهر|خير[ةه]|قدامى)$/);

/** «ثلاثة من كبار كتابها», «4 من العاملين», «3 من الشرطة», «قتيلين من الجانب الآخر». */
export function partOf(tokens: readonly Token[], at: number): number | null {
  if (tokens[at]?.text !== 'من') return null;
  // «13 من "داعش"»
  const from = isOpeningMark(tokens[at + 1]) ? at + 2 : at + 1;
  if (tokens[from]?.kind !== 'word') return null;
  // «من أخطر عناصر العصابة»
  if (areChief(tokens[from]) && isWhose(tokens, from + 1)) return from + 1;
  // «من عائلة واحدة»: anybody.
  if (isOneFamily(tokens, from + 1) || isOfSomeFamily(tokens, from)) return null;
  const isSide = tokens[from]?.text === 'الجانب' && /^ال/.test(tokens[from + 1]?.text ?? '');
  return isSide || isWhose(tokens, from) ? from : null;
}

const areCivil = seldomLike(/^مدني(?:ين|ون|ات)$/);
const areOthers = seldomLike(/^اخر(?:ين|ون)$/);

/** «مقتل تسعة وإصابة 15 من المتمردين», «قتلى وجرحى من الشرطة»: who they are is said once, behind the second. */
export function ofBoth(tokens: readonly Token[], { counted, to, min }: Count): number | null {
  const next = tokens[to];
  if (next?.kind !== 'word' || !next.text.startsWith('و')) return null;
  if (counted.is === 'nothing') {
    if (deedOf(next.text) === undefined) return null;
    const second = readCount(tokens, to + 1);
    if (second?.counted.is === 'people')
      return tokens[second.counted.at - 1]?.text === 'من' && !isOfSomeFamily(tokens, second.counted.at)
        ? second.counted.at
        : null;
    if (second?.counted.is === 'nothing') return partOf(tokens, second.numberTo);
    return second?.counted.is === 'generic' ? partOf(tokens, second.to) : null;
  }
  if (counted.is !== 'victims') return null;
  // «13 قتيلا وإصابة 23 آخرين من الحراس»: others of them.
  if (deedOf(next.text) !== undefined) {
    const others = readCount(tokens, to + 1);
    return others && areOthers(tokens[others.to - 1]) ? partOf(tokens, others.to) : null;
  }
  const victims = lookUp(VICTIMS, next.text);
  if (victims && victims.kind !== counted.kind && min === null)
    // «قتلى وجرحى مدنيين»
    return inRanks(tokens, to + 1) ?? partOf(tokens, to + 1) ?? (areCivil(tokens[to + 1]) ? to + 1 : null);
  const second = readCount(tokens, next.text === 'و' ? to + 1 : to);
  // «26 موقوفا وثلاثة جرحى من الصحفيين»: who was seized is of another kind.
  const isToll = counted.kind !== 'detained';
  return isToll && second?.counted.is === 'victims' && second.counted.kind !== counted.kind
    ? partOf(tokens, second.to)
    : null;
}
