import { type Token, tokenLike } from '#arabic/tokens.ts';
import type { CasualtyKind } from '#draft/fact.ts';
import { attackerAt } from './casualty-attacker.ts';
import { beginsCircumstance } from './casualty-circumstance.ts';
import { exactly, orMore } from './casualty-counted.ts';
import { type Count, readCount } from './casualty-counts.ts';
import { isKnown } from './casualty-ones.ts';
import { isParentOf } from './casualty-relatives.ts';
import { ONES } from './casualty-words.ts';

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
  if (token?.kind !== 'word' || (!ONES.has(token.text) && !isParentOf(tokens, at)) || readCount(tokens, at))
    return null;
  const next = tokens[at + 1];
  // «بينهم سائقا القطارين»
  const areTwo = /^ال/.test(next?.text ?? '') || isOfKind(tokens[among - 1], next);
  if (/[^اىي]ا$/.test(token.text) && areTwo)
    return exactly(2, { from: at, to: at + 1, counted: { is: 'people', at } });
  // «بينهم رئيس البلدية»: somebody who may be named.
  if (next?.kind === 'word' && isKnown(next)) return null;
  return orMore(tokens, exactly(1, { from: at, to: at + 1, counted: { is: 'people', at } }));
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
