import { countryOfNisba } from '#arabic/countries.ts';
import { isComma, seldomLike, type Token, tokenLike } from '#arabic/tokens.ts';
import type { CasualtyKind } from '#draft/fact.ts';
import { attackerAt } from './casualty-attacker.ts';
import { exactly, orMore } from './casualty-counted.ts';
import type { Count } from './casualty-counts.ts';
import { bothOf } from './casualty-doubts.ts';
import { areOneNumber, groupEnd } from './casualty-group-end.ts';
import { endsPeople, isKnown } from './casualty-ones.ts';
import { isOtherParent, isRelativeBeside } from './casualty-relatives.ts';
import { bareWord, ENDS_OF_LIFE, FORCES, OF_THEM, ONES, WORK } from './casualty-words.ts';

const ORDINALS = ['ثان', 'ثالث', 'رابع', 'خامس', 'سادس', 'سابع', 'ثامن', 'تاسع', 'عاشر'];
/** Words between two and the third. */
const APART = 4;

/** «شابين بالرصاص المطاطي وثالث بقنبلة»: the `nth` beside those who were counted. */
function nextBeside(tokens: readonly Token[], from: number, nth: number): Count | null {
  const ordinal = ORDINALS[nth - 2];
  for (let at = from; ordinal && at < from + APART && tokens[at]?.kind === 'word'; at++) {
    if (tokens[at]?.text.replace(/[ةه]$/, '') !== `و${ordinal}` || !endsPeople(tokens[at + 1])) continue;
    return exactly(1, { from: at, to: at + 1, counted: { is: 'generic', at }, conjoined: true });
  }
  return null;
}

const isOther = seldomLike(/^واخر(?:ى)?$/);
const isOfWhom = seldomLike(/^(?!ال).{2,}ي(?:ا|[ةه])?$/);

/** «جندي لبناني وآخر سوري», «عنصر من الأمن وآخر من الجيش»: another one, and no more is said than of what sort. */
function otherBeside(tokens: readonly Token[], from: number): Count | null {
  for (let at = from; at <= from + APART && tokens[at]?.kind === 'word'; at++) {
    if (!isOther(tokens[at])) continue;
    const next = tokens[at + 1];
    const isTold = endsPeople(next) || (isOfWhom(next) && endsPeople(tokens[at + 2]));
    return isTold
      ? exactly(1, { from: at, to: at + 1, counted: { is: 'generic', at }, conjoined: true })
      : null;
  }
  return null;
}

/** «ثلاثة طلاب ومعلما», «ضابط وجندي»: one more whom the same befell, named behind those who were counted. */
function oneBeside(tokens: readonly Token[], { to, min, counted }: Count): Count | null {
  const next =
    besides(tokens, to) ??
    (min === null ? null : nextBeside(tokens, to, min + 1)) ??
    (min === 1 ? otherBeside(tokens, to) : null);
  const areSome = counted.is === 'generic' && OF_THEM.has(tokens[to - 1]?.text ?? '');
  if (next || min === null || (counted.is !== 'people' && !areSome)) return next;
  const aged = pastAge(tokens, to);
  for (const near of aged > to ? [aged] : [to, to + 1, groupTo(tokens, counted)]) {
    // «امرأة وحفيدتها، ورجل»
    const at = isComma(tokens[near]) ? near + 1 : near;
    const token = tokens[at];
    if (token?.kind !== 'word') return null;
    if (token.text[0] !== 'و') {
      // «ثلاثة من رجال الأمن ومدني»
      if (/^ال/.test(token.text) && at > to) return null;
      continue;
    }
    if ((isRelativeBeside(token) || isOtherParent(token)) && isToldAlone(tokens[at + 1]))
      return exactly(1, { from: at, to: at + 1, counted: { is: 'people', at }, conjoined: true });
    const isNational = isAnotherNational(tokens, at);
    if (isNational ? min >= MANY : !ONES.has(token.text.slice(1))) return null;
    if (min !== 1 && (isOfEither(tokens[to - 1], token) || areOneNumber(tokens, at))) return null;
    const end = FORCES.has(tokens[at + 1]?.text ?? '') ? at + 2 : at + 1;
    const isTold = endsPeople(tokens[end]) || isOfAge(tokens[end]);
    // «…، ومدني يصاب»: behind a comma a clause may begin.
    const isPlain = isTold || (at === near && endsPeople(tokens[end + 1]));
    // «وسائق الحافلة»
    const isAtWork = /^ال/.test(tokens[end]?.text ?? '') && WORK.has(bareWord(tokens[end]?.text ?? ''));
    if (!isPlain || (!isTold && !isAtWork && isKnown(tokens[end]))) return null;
    const one = exactly(1, { from: at, to: at + 1, counted: { is: 'people', at }, conjoined: true });
    return orMore(tokens, one);
  }
  return null;
}

/** «سياح من جنسيات عربية ومرشد»: where it is told whose or from where they are. */
const groupTo = (tokens: readonly Token[], { is, at }: { is: string; at?: number }): number =>
  is === 'people' && at !== undefined ? groupEnd(tokens, at, true) : -1;

/** «وزوجته الحامل», «وابنته مصرعهم»: not «وزوجته تنظر». */
const isToldAlone = (next: Token | undefined): boolean =>
  endsPeople(next) || ENDS_OF_LIFE.has(next?.text ?? '') || /^ال/.test(next?.text ?? '');

/** Who else is counted by the words behind a count of those whom `kind` befell: others too, or one more. */
export function alsoCounted(
  tokens: readonly Token[],
  count: Count,
  kind: CasualtyKind,
): (Count & { kind: CasualtyKind }) | null {
  const both = bothOf(tokens, count);
  const one = both ? null : oneBeside(tokens, count);
  return both ?? (one && { ...one, kind });
}

/** As many have a noun in the singular: «17 عاملا هنديا وباكستانيا» are of either nation. */
const MANY = 11;
/** Words of somebody's age. */
const LONGEST_AGE = 7;
const isOfAge = seldomLike(
  /^(?:في|من|يبلغ|تبلغ|عمره|عمرها|عاما?|اعوام|سن[ةه]|سنوات|نحو|حوالي|العقد|العمر|ال(?:اول|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر)[ةه]?|ال(?:عشرين|ثلاثين|اربعين|خمسين|ستين|سبعين|ثمانين)(?:ات|يات)?)$/,
);

/** «شاب في العقد الثاني من عمره ووالدته»: where the words of his age end; `at` where none stand. */
function pastAge(tokens: readonly Token[], at: number): number {
  let end = at;
  while (end < at + LONGEST_AGE && (isOfAge(tokens[end]) || tokens[end]?.kind === 'number')) end++;
  return isRelativeBeside(tokens[end]) ? end : at;
}

const isBesides = tokenLike(/^و?(?:ب?ال)?(?:اضاف[ةه]|فضلا|علاو[ةه])$/);

/** «64 قتيلا، إضافة إلى طبيب»: one more, behind those who were counted and what they are. */
function besides(tokens: readonly Token[], from: number): Count | null {
  for (let at = from; at <= from + APART; at++) {
    const token = tokens[at];
    if (!token || token.kind === 'break' || token.text === '.') return null;
    if (!isBesides(token)) continue;
    const attacker = attackerAt(tokens, at + 2);
    if (attacker) return attacker;
    const who = tokens[at + 2];
    // «إضافة إلى السائق»
    const isOne =
      ONES.has(who?.text ?? '') || (/^ال/.test(who?.text ?? '') && ONES.has(who?.text.slice(2) ?? ''));
    const isHe = who?.text[0] === 'ا' && !ONES.has(who.text) && !endsPeople(tokens[at + 3]);
    if (!who || !isOne || isHe || isKnown(tokens[at + 3])) return null;
    return exactly(1, { from: at + 2, to: at + 3, counted: { is: 'people', at: at + 2 } });
  }
  return null;
}

/** «18 عاملا وعاملة»: so many of either, and nobody besides. */
const isOfEither = (one: Token | undefined, other: Token): boolean =>
  one !== undefined && other.text.replace(/[ةه]$/, '') === `و${one.text.replace(/ا$/, '')}`;

/** «تونسيا وباكستانيا»: two of two nations, each named by the adjective alone. */
function isAnotherNational(tokens: readonly Token[], at: number): boolean {
  const [one = '', other = ''] = [tokens[at - 1]?.text, tokens[at]?.text.slice(1)];
  return [one, other].every((text) => isNational(text)) && isInAccusative(one) === isInAccusative(other);
}

const isInAccusative = (text: string) => text.endsWith('ا');
const isNational = (text: string) =>
  !/ي(?:ان|ين)$/.test(text) &&
  !text.startsWith('ال') &&
  countryOfNisba(text.replace(/(?<=ي)ا$/, '').replace(/ة$/, 'ه')) !== undefined;
