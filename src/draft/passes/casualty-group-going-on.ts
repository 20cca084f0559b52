import { fold } from '#arabic/fold.ts';
import { seldomLike, type Token } from '#arabic/tokens.ts';
import type { CasualtyFigure, CasualtyKind } from '#draft/fact.ts';
import type { Reading } from '#draft/reading.ts';
import type { Count } from './casualty-counts.ts';
import { harmed } from './casualty-doubts.ts';
import { isBody, isMember } from './casualty-group-end.ts';
import { BROKEN_PLURALS, bareWord, isPeopleWord, OF_THEM } from './casualty-words.ts';
import { textOf } from './text-of.ts';

/** Words between those who died and those beside them who were hurt. */
const BESIDE = 5;
/** … and those of them. */
const OF_THOSE = 8;

const isOfThem = (...near: (Token | undefined)[]) => near.some((token) => OF_THEM.has(token?.text ?? ''));

const isCaptivity = (tokens: readonly Token[], at: number) =>
  /^(?:في|فى)$/.test(tokens[at]?.text ?? '') && tokens[at + 1]?.text === 'الاسر';

/** Who they are whom a sentence goes on counting without a noun of their own; `lastTo`: where the count before ends. */
export function groupGoingOn(
  tokens: readonly Token[],
  count: Count,
  kind: CasualtyKind,
  here: readonly CasualtyFigure[],
  lastTo: number,
): string | null {
  const before = here.at(-1);
  const between = count.from - lastTo;
  if (lastTo < 0 || !before || before.partOf !== null) return null;
  const isOne = before.min !== null && before.min <= 2;
  if (isOne || before.group === null) return null;
  const { counted, numberTo } = count;
  // «16 عاملا … وجرح العشرات منهم»: they are of those, where nobody else was counted.
  if (counted.is === 'generic' && isOfThem(tokens[counted.at], tokens[count.to]))
    return between <= OF_THOSE && here.every((f) => f.group === before.group) ? before.group : null;
  // «قتل ستة جنود وأصيب تسعة»: a bare number goes on counting them; beside workers anybody may be hurt.
  const areTaken = counted.is === 'generic' && isCaptivity(tokens, count.to);
  if (counted.is !== 'nothing' && !areTaken) return null;
  // «ضابطان وأربعة جنود، وإصابة ستة»: of either.
  if (here.some((f) => f.kind === before.kind && f.group !== before.group)) return null;
  if (between > BESIDE || before.min === null || before.kind === kind) return null;
  const who = fold(before.group).split(' ')[0] ?? '';
  const member = bareWord(who);
  // «مقاتلي الفصيل»: before what they are of.
  if (!isMember(member) && !isMember(member.replace(/ي$/, '')) && !isBody(who)) return null;
  // «قتل ثلاثة من عناصر الحركة ووقع اثنان آخران في الأسر»: others of them, as only fighters are taken so.
  if (areTaken) return before.group;
  return /^(?:من|اخر.*)$/.test(tokens[numberTo]?.text ?? '') ? null : before.group;
}

/** Words between people and how many of them came to harm. */
const TOLD = 20;
const areLocals = seldomLike(/^ال(?:اهالي|سكان|قرويين|قرويون)$/);
const areMany = seldomLike(/(?:ون|ين|ات)$/);

/** «تجمع الأهالي أمام المبنى فأوقف الجيش تسعة منهم»: the nearest people that the sentence has told of, where it has counted nobody. */
export function groupTold(reading: Reading, { counted, from, to }: Count, begin: number): string | null {
  const { tokens } = reading;
  if (counted.is !== 'generic' || !isOfThem(tokens[counted.at], tokens[to])) return null;
  // «فتح المسلحون النار … فقتلوا تسعة منهم»: those nearest did it.
  if (harmed(tokens[from - 1])) return null;
  for (let i = from - 1; i >= Math.max(begin, from - TOLD); i--) {
    const token = tokens[i] as Token;
    if (token.kind === 'break' || token.text === '.') return null;
    if (!token.text.startsWith('ال') || !(areLocals(token) || isPeopleWord(token.text))) continue;
    if (areLocals(token) || areMany(token) || BROKEN_PLURALS.has(bareWord(token.text)))
      return textOf(reading, { from: i, to: i + 1 });
  }
  return null;
}
