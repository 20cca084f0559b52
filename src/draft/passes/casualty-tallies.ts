import { readNumber } from '#arabic/numbers.ts';
import { seldomLike, type Token, tokenLike } from '#arabic/tokens.ts';
import type { CasualtyKind } from '#draft/fact.ts';
import { isWhich } from './casualty-background.ts';
import {
  type Anchor,
  BODIES,
  bareWord,
  FRAMES,
  isPeopleWord,
  NEED_COMPLEMENT,
  PLURAL_VERBS,
  victimsIn,
} from './casualty-words.ts';
import { isNisba } from './speaker-words.ts';

export interface AnchorHere extends Anchor {
  to: number;
  /** «عدد القتلى», «الحصيلة»: a count may stand far behind. */
  tally: boolean;
  /** Token of the people that a tally is of: «عدد الضحايا المدنيين». */
  group?: number | undefined;
}

/** What a tally at token `at` is of: «عدد القتلى», «الحصيلة», «عدد العمال الذين قضوا»; null where nothing is counted. */
export function tallyAt(tokens: readonly Token[], at: number): AnchorHere | null {
  if (isCited(tokens, at)) return null;
  for (let i = at + 1; i < at + 4; i++) {
    const next = tokens[i];
    // «الحصيلة إلى 19 قتيلاً», «الحصيلة: 15 قتيلاً»: a count, and no noun of whom.
    if (next?.kind === 'number' || next?.text === ':' || (next?.kind === 'word' && readNumber(tokens, i)))
      break;
    const told = next?.kind === 'word' ? (toldOf(tokens, i) ?? thoseOf(tokens, i)) : null;
    if (told) return told;
    const victim = next?.kind === 'word' ? victimsIn(next.text) : undefined;
    // «عدد حالات الإصابة»
    const ofCases = victim?.number === 'one' && /^حالات$/.test(tokens[i - 1]?.text ?? '');
    if (victim?.number !== 'many' && !ofCases) {
      if (victim) break;
      continue;
    }
    if (areDefrauded(tokens, i)) return null;
    const ranks = ranksOf(tokens, i + 1);
    const behind = tokens[ranks]?.text ?? '';
    const of =
      /^ال/.test(behind) && (isPeopleWord(behind) || BODIES.has(bareWord(behind))) ? { group: ranks } : {};
    // «عدد الأطفال القتلى»
    const named = tokens[i - 1]?.text ?? '';
    if (i > at + 1 && /^ال/.test(named) && (isPeopleWord(named) || isNisba(named)))
      return { kind: victim.kind, needsPeople: false, to: i + 1, tally: true, group: i - 1 };
    // «عدد الضحايا مرشح للزيادة»: no number follows.
    if (/^(?:مرشح(?:ا|[ةه])?|قابل(?:ا|[ةه])?|غير|مجهول[ةه]?|مرجح[ةه]?)$/.test(behind)) return null;
    return { kind: victim.kind, needsPeople: false, to: i + 1, tally: true, ...of };
  }
  return /حصيل|محصل/.test(tokens[at]?.text ?? '')
    ? { kind: 'killed', needsPeople: true, to: at + 1, tally: true }
    : null;
}

const cites = tokenLike(/^[وف]?(?:وفق|بحسب|حسب)$/);

/** «وفق حصيلة أعلنتها السلطات، فيما …»: of those who were counted before it. */
const isCited = (tokens: readonly Token[], at: number): boolean =>
  cites(tokens[at - 1]) && /^حصيل[ةه]$/.test(tokens[at]?.text ?? '');

/** Words between victims and what shows that they live. */
const DEFRAUDED = 14;
const areVictims = tokenLike(/^[وبل]?(?:ال)?ضحايا$/);
export const isFraud = tokenLike(
  /^[وبل]?(?:ال)?(?:مشتك(?:يا|ين|يين|ون|ي[ةه]|يات)|نصب|احتيال|ابتزاز|اختلاس|قرصن[ةه]|تصيد|ال(?:وهمي|مسروق|مزيف|مزور)[ةه])$/,
);

/** «عدد الضحايا بـ214 مشتكيا», «ضحايا الاحتيال»: cheated, and alive. */
export function areDefrauded(tokens: readonly Token[], at: number): boolean {
  if (!areVictims(tokens[at])) return false;
  for (let i = at + 1; i < at + DEFRAUDED; i++) {
    const token = tokens[i];
    if (!token || token.kind === 'break' || token.text === '.') return false;
    if (isFraud(token)) return true;
  }
  return false;
}

const areWho = tokenLike(/^(?:الذين|اللواتي|ممن)$/);
/** Words between people and what befell them: «الصحفيين الفلسطينيين الذين». */
const MOST_ADJECTIVES = 2;

/** «عدد الصحافيين الذين قتلوا», «عدد عمال الإغاثة الذين قتلوا»: people, and what befell them. */
function toldOf(tokens: readonly Token[], at: number): AnchorHere | null {
  const [who = '', of = ''] = [tokens[at]?.text, tokens[at + 1]?.text];
  const areKnown = /^ال/.test(who) ? isPeopleWord(who) : NEED_COMPLEMENT.has(who) && /^ال/.test(of);
  if (!areKnown) return null;
  for (let i = at + 1; i <= at + 1 + MOST_ADJECTIVES; i++) {
    if (!areWho(tokens[i])) continue;
    const verb = PLURAL_VERBS.get(tokens[i + 1]?.text ?? '');
    return verb ? { kind: verb.kind, needsPeople: false, to: i + 2, tally: true, group: at } : null;
  }
  return null;
}

/** «عدد الذين قضوا», «عدد من فُقدوا»: those whom it befell, and nothing else is said of them. */
function thoseOf(tokens: readonly Token[], at: number): AnchorHere | null {
  if (!areWho(tokens[at]) && tokens[at]?.text !== 'من') return null;
  const [verb = '', complement = ''] = [tokens[at + 1]?.text, tokens[at + 2]?.text];
  const told = PLURAL_VERBS.get(verb);
  if (told) return { kind: told.kind, needsPeople: false, to: at + 2, tally: true };
  // «عدد من لقوا حتفهم»
  const met = FRAMES.find(({ verbs, complements }) => verbs.has(verb) && complements.has(complement));
  return met ? { kind: met.kind, needsPeople: false, to: at + 3, tally: true } : null;
}

/** «عدد الضحايا المدنيين», «القتلى من المدنيين», «القتلى في صفوف المدنيين»: where those stand whom a tally is of. */
function ranksOf(tokens: readonly Token[], at: number): number {
  const { text = '' } = tokens[at] ?? {};
  if (/^(?:بين|من|وسط)$/.test(text)) return at + 1;
  return text === 'في' && /^(?:صفوف|اوساط)$/.test(tokens[at + 1]?.text ?? '') ? at + 2 : at;
}

const isWhole = tokenLike(/^ال(?:اجمالي|كلي|نهائي)$/);
const isTotal = tokenLike(/^(?:العدد|الاجمالي|المجموع)$/);
const isToll = tokenLike(/^ال(?:حصيل|محصل)[ةه]$/);

/**
 * «عن 20 قتيلا، فيما قالت السلطات إن العدد لا يتجاوز سبعة», «عن 12 قتيلا قبل أن ترتفع الحصيلة إلى 21»: of those that the
 * sentence counted, of `kind`; a toll is of the dead.
 */
export function goesOnCounting(
  tokens: readonly Token[],
  at: number,
  kind: CasualtyKind | null,
): AnchorHere | null {
  // «العدد الإجمالي للأسرى»: of others.
  const of = tokens[isWhole(tokens[at + 1]) ? at + 2 : at + 1]?.text ?? '';
  if (of.startsWith('لل') && victimsIn(of.slice(2))?.kind !== kind) return null;
  const isTheir = isTotal(tokens[at]) || (kind === 'killed' && isToll(tokens[at]));
  return isTheir && kind ? { kind, needsPeople: false, to: at + 1, tally: true } : null;
}

/** «عالجت 156 جريحا، توفي منهم ستة»: what befell some of those befell none of the others. */
export const befellSome = (anchor: AnchorHere | null, among: number, last: CasualtyKind | null): boolean =>
  anchor?.to === among && !anchor.tally && last !== null && last !== anchor.kind;

const isOf = seldomLike(/^(?:بسبب|جراء|نتيج[ةه]|اثر|من)$/);

/** «عدد المصابين بالاختناق 45», «عدد الذين توفوا بسبب الإصابة»: of what they suffer. */
export function isSaidOfTally(
  tokens: readonly Token[],
  { kind, tally }: AnchorHere,
  open: AnchorHere | null,
  at: number,
): boolean {
  if (open === null || tally) return false;
  // «عدد قتلى الزلزال الذي ضرب الجزيرة»
  const before = tokens[at - 1];
  // «الحصيلة مقتل معلمة»: what the toll is.
  return (
    (kind === open.kind && !open.needsPeople && at - open.to < 2) ||
    (before !== undefined && (isWhich(before.form) || isOf(before)))
  );
}

/** «ما يرفع الحصيلة إلى أربعة وعشرين»: of the dead, where it does not say of whom. */
export const rises = seldomLike(
  /^[وفل]?(?:[يت]?رفعت?|[يت]?رتفع|ارتفعت?|ارتفاع|[يت]صل|وصلت?|بلغت?|زادت?|[يت]زيد|قفزت?|[يت]قفز)$/,
);
