import { seldomLike, type Token, tokenLike } from '#arabic/tokens.ts';
import type { CasualtyKind } from '#draft/fact.ts';
import { adjectivesEnd } from './casualty-adjectives.ts';
import { attackerAt } from './casualty-attacker.ts';
import { beginsCircumstance } from './casualty-circumstance.ts';
import { exactly, isOneWord, orMore } from './casualty-counted.ts';
import { type Count, readCount } from './casualty-counts.ts';
import { endsPeople, isKnown } from './casualty-ones.ts';
import { isParentOf } from './casualty-relatives.ts';
import { isPeopleWord, ONES } from './casualty-words.ts';

/** «بينهم طفلة», «أحدهم شرطي»: one of those who were counted, without a name or a number. */
export function oneAmong(
  tokens: readonly Token[],
  among: number,
  at: number,
  kind: CasualtyKind,
): Count | null {
  const token = tokens[at];
  const hurt = kind === 'injured' ? oneInBadState(tokens, among, at) : null;
  if (hurt) return hurt;
  // «لم يكن بينهم جندي واحد»
  if (
    /^[وف]?(?:لم|ليس|ليست|لا|ما)$/.test(tokens[among - 2]?.text ?? '') ||
    /^[وف]?(?:ليس|لا)$/.test(tokens[among - 1]?.text ?? '')
  )
    return null;
  const attacker = kind === 'killed' ? attackerAt(tokens, at) : null;
  if (attacker) return attacker;
  const behind = isHeadOf(tokens, at) ? at : pastSome(tokens, at);
  if (behind > at) return oneBesideSome(tokens, behind);
  const isOne =
    token !== undefined && (ONES.has(token.text) || isParentOf(tokens, at) || isHeadOf(tokens, at));
  if (token?.kind !== 'word' || !isOne || readCount(tokens, at)) return null;
  const next = tokens[at + 1];
  // «بينهم سائقا القطارين»
  const areTwo = /^ال/.test(next?.text ?? '') || isOfKind(tokens[among - 1], next);
  if (/[^اىي]ا$/.test(token.text) && areTwo)
    return exactly(2, { from: at, to: at + 1, counted: { is: 'people', at } });
  // «بينهم معلم التحق بالمدرسة»: what he did; «بينهم سائق الحافلة» is he.
  if (isKnown(next) && didSo(next)) return null;
  return orMore(tokens, exactly(1, { from: at, to: at + 1, counted: { is: 'people', at } }));
}

const isHead = seldomLike(
  /^(?:مدير|رئيس|امام|قائد|عمد|مختار|نائب|شيخ|كاهن|راعي|صاحب|مالك|محافظ|وزير|قاضي|عميد|زعيم|مساعد)[ةه]?$/,
);

/** «بينهم إمام المسجد», «بينهم مديرة المدرسة» */
const isHeadOf = (tokens: readonly Token[], at: number): boolean =>
  isHead(tokens[at]) && /^ال.{3}/.test(tokens[at + 1]?.text ?? '');

const didSo = seldomLike(/^الت(?:حق|قى|زم|قط|مس|هم)ت?$/);

/** Sorts of people that are named before one: «نساء وأطفال و…». */
const MOST_SORTS = 3;

/** «بينهم نساء وأطفال وجندي»: behind those whom nobody counted; `at` where none stand there. */
function pastSome(tokens: readonly Token[], at: number): number {
  let end = at;
  while (end < at + MOST_SORTS && areSome(tokens, end, end > at)) end++;
  return end;
}

function areSome(tokens: readonly Token[], at: number, isJoined: boolean): boolean {
  const { kind, text = '' } = tokens[at] ?? {};
  if (kind !== 'word' || (isJoined && text[0] !== 'و')) return false;
  const who = isJoined ? text.slice(1) : text;
  return isPeopleWord(who) && !/^ال/.test(who) && !ONES.has(who) && readCount(tokens, at) === null;
}

/** «… وجندي أفغاني واحد على الأقل»: one more of them. */
function oneBesideSome(tokens: readonly Token[], at: number): Count | null {
  const { kind, text = '' } = tokens[at] ?? {};
  if (kind !== 'word' || text[0] !== 'و' || !ONES.has(text.slice(1)) || readCount(tokens, at)) return null;
  const end = adjectivesEnd(tokens, at, at + 1);
  const isOne = isOneWord(tokens[end]);
  if (!isOne && !endsPeople(tokens[end])) return null;
  const one = exactly(1, { from: at, to: at + 1, counted: { is: 'people', at }, conjoined: true });
  return orMore(tokens, { ...one, to: isOne ? end + 1 : at + 1 });
}

const isOneOfThem = tokenLike(/^و?احد(?:هم|اهم|اهن|اها|ها)$/);
const isBadly = tokenLike(/^(?:[وب]?حال(?:[ةه]|ته|تها)?|اصابته|اصابتها|جراحه|جروحه)$/);
const isGrave = tokenLike(/^(?:ال)?(?:خطر|خطير|حرج|بالغ|بليغ|صعب)[ةه]?$/);

/** «أصيب أربعة، أحدهم بحالة حرجة», «أحدهم إصابته خطيرة»: how one of them is. */
function oneInBadState(tokens: readonly Token[], among: number, at: number): Count | null {
  if (!isOneOfThem(tokens[among])) return null;
  const state = tokens[at]?.text === 'في' ? at + 1 : at;
  // «إصابات إحداها خطيرة»
  const isBad =
    isGrave(tokens[at]) || (isBadly(tokens[state]) && [1, 2].some((k) => isGrave(tokens[state + k])));
  return isBad ? exactly(1, { from: among, to: at, counted: { is: 'generic', at: among } }) : null;
}

const isThat = tokenLike(/^[وب]?ان(?:ه|ها)?$|^كان(?:ت|وا)?$/);

/** «بينهم عاملا غابات»: two of them, as one would be «عامل»; not behind «أن», where «عاملا» is one. */
const isOfKind = (before: Token | undefined, next: Token | undefined): boolean =>
  !isThat(before) &&
  next?.kind === 'word' &&
  !beginsCircumstance(next) &&
  /[^اىي]$/.test(next.text) &&
  next.text.length > 2;
