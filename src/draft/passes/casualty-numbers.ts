import CUES from '#arabic/data/casualty-cues.json' with { type: 'json' };
import { fold } from '#arabic/fold.ts';
import { testOfForm } from '#arabic/forms.ts';
import { isOrdinal } from '#arabic/number-words.ts';
import { type NumberReading, readNumber } from '#arabic/numbers.ts';
import { isDash, type Token, tokenLike } from '#arabic/tokens.ts';
import type { Match } from '#arabic/trie.ts';
import { isWhich } from './casualty-background.ts';
import { isMonth } from './casualty-days.ts';
import {
  BEFORE_NAMES,
  bareWord,
  FAMILIES,
  GENERIC,
  isPeopleWord,
  lookUp,
  NEVER_PEOPLE,
  NOUNS,
  OFFICES,
  PASSED,
  VERBS,
  VICTIMS,
} from './casualty-words.ts';

/** «الفرقة 30», «اللواء 55», «المادة 14»: a number that names. */
const NUMBERED = new Set(CUES.numbered.map(fold));
const DEFINITE = /^[وف]?(?:[بك]?ال|لل)/;
/** «الفرقة», «للمادة», «رقم». */
const isNumbered = testOfForm(({ text }) =>
  DEFINITE.test(text) ? NUMBERED.has(bareWord(text)) : /^(?:رقم|كيلو|يوم|بتاريخ)$/.test(text),
);

/** A whole number of something countable at a token: no year, ratio, ordinal or name. */
export function wholeNumber(tokens: readonly Token[], at: number): NumberReading | null {
  const number = readNumber(tokens, at);
  if (!number || !Number.isInteger(number.value) || number.value < 1) return null;
  const mayBeYear = isYear(number, tokens[number.to], tokens[at - 1]);
  if (mayBeYear && !isReached(tokens, at) && !isUpTo(tokens, number.to)) return null;
  // «5ر1 مليون» is read from its first digit; what follows the sign alone would be another number.
  if (tokens[at - 1]?.text === 'ر' || (tokens[at - 2]?.text === 'ر' && tokens[at - 1]?.kind === 'number'))
    return null;
  // «أسبوع واحد»
  if (number.value === 1 && NEVER_PEOPLE.has(tokens[at - 1]?.text ?? '')) return null;
  // «واحد من كل خمسة», «38 جريمة قتل لكل مئة ألف»
  if (isOfEach(tokens[at - 1]) || (isOfEach(tokens[at - 2]) && (readNumber(tokens, at - 1)?.to ?? 0) > at))
    return null;
  // «في اليوم الثالث والعشرين»
  if (/^وال/.test(tokens[at]?.text ?? '') && isOrdinal(tokens[at - 1]?.text ?? '')) return null;
  if (isAge(tokens, at, number.to) || isNamed(tokens, at, number.to)) return null;
  // «بريطاني في السبعين»: how old he is.
  if (number.definite && !number.digits && /^(?:في|فى)$/.test(tokens[at - 1]?.text ?? '')) return null;
  const before = tokens[at - 1];
  // «الوحدة 22», but «أحصت الوحدة 22 إصابة»
  const isCount = VICTIMS.has(tokens[number.to]?.text ?? '');
  if (number.digits && before && isNumbered(before.form) && !isCount) return null;
  if (before?.text === 'ال' && isOfThing(tokens, at)) return null;
  if (isPercentage(tokens, number.to) || isClock(tokens, at)) return null;
  if (number.digits && isDate(tokens, at, number.to)) return null;
  if (tokens[number.to]?.text === '%' || isRatio(tokens, at - 1) || isRatio(tokens, number.to)) return null;
  return withRepeated(tokens, number);
}

/** «2000 – 3000 شخص»: a range of people, and no years. */
function isUpTo(tokens: readonly Token[], at: number): boolean {
  const upTo = /^(?:[-–]|ال[ىي])$/.test(tokens[at]?.text ?? '') ? readNumber(tokens, at + 1) : null;
  return upTo !== null && GENERIC.has(tokens[upTo.to]?.text ?? '');
}

/** «خمسة (5) أشخاص»: the same in words and in digits. */
function withRepeated(tokens: readonly Token[], number: NumberReading): NumberReading {
  const again = tokens[number.to]?.text === '(' ? readNumber(tokens, number.to + 1) : null;
  const isSame = again?.value === number.value && tokens[again.to]?.text === ')';
  return isSame ? { ...number, to: again.to + 1 } : number;
}

const isOfEach = tokenLike(/^[لف]?كل$/);

/** «حركة "إم 23"», «كتيبة "بدر 3"»: the last of a name in marks. */
function isNamed(tokens: readonly Token[], at: number, to: number): boolean {
  const [open, word] = [tokens[at - 2], tokens[at - 1]];
  if (word?.kind !== 'word' || !isMark(open) || !isMark(tokens[to])) return false;
  return lookUp(VERBS, word.text) === undefined && lookUp(NOUNS, word.text) === undefined;
}

const isMark = tokenLike(/^["«»“”]$/);

/** «فرانس24»: written on a word that is more than a prefix. */
export function isOfName(tokens: readonly Token[], at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  if (token?.kind !== 'number' || before?.kind !== 'word' || before.end !== token.start) return false;
  // «يوقع15 قتيلا»: run together.
  const counted = tokens[at + 1]?.text ?? '';
  // «إصابة12 بانفجار»
  const isHarm = lookUp(NOUNS, before.text) !== undefined;
  if (before.text.length > 3) return !(isHarm || VICTIMS.has(counted) || GENERIC.has(counted));
  return before.text === 'ال' && isOneOfMany(tokens[at - 2]);
}

/** «رئيسها», «أسبوعه»: without whose it is. */
const withoutOwner = (word: string): string => bareWord(word).replace(/(?<=.{3})(?:ه|ها|هم|نا)$/, '');

/** «رئيسها الـ11»: the eleventh; «القتلى الـ11» are as many. */
const isOneOfMany = (token: Token | undefined): boolean => {
  const bare = withoutOwner(token?.text ?? '');
  return BEFORE_NAMES.has(bare) || OFFICES.has(bare);
};

/** «أسبوعه الـ 12», «أحياء المدينة الـ 14»: as many of those. */
const isThing = testOfForm(({ text }) => {
  const bare = withoutOwner(text);
  return bare === 'احياء' || NEVER_PEOPLE.has(bare);
});

const isOfThing = (tokens: readonly Token[], at: number): boolean => {
  const [noun, its] = [tokens[at - 3], tokens[at - 2]];
  if (its && isThing(its.form)) return true;
  return (
    noun !== undefined && isThing(noun.form) && !DEFINITE.test(noun.text) && !isPeopleWord(its?.text ?? '')
  );
};

/** «30-9» of a dateline; «10-15 قتيلا» are people. */
function isDate(tokens: readonly Token[], at: number, to: number): boolean {
  const [before, sign, behind] = [tokens[at - 2], tokens[at - 1], tokens[to]];
  // «30 - 8 - 2006»
  const [month, year] = [tokens[to + 1], tokens[to + 3]];
  if (isDash(behind) && month?.kind === 'number' && isDash(tokens[to + 2]) && year?.kind === 'number')
    return true;
  // «عطبرة 2-11 (سونا)»
  if (behind?.text === '-' && month?.kind === 'number' && tokens[to + 2]?.text === '(') return true;
  const isJoined =
    (sign?.text === '-' || sign?.text === '–') && before?.kind === 'number' && before.end === sign?.start;
  return isJoined && sign?.end === tokens[at]?.start && behind?.kind !== 'word';
}

/** «12:10» */
function isClock(tokens: readonly Token[], at: number): boolean {
  const [hour, sign, minute] = [tokens[at - 2], tokens[at - 1], tokens[at]];
  return (
    sign?.text === ':' && hour?.kind === 'number' && hour.end === sign.start && sign.end === minute?.start
  );
}

const isInHundred = tokenLike(/^بالم[ائ]{1,2}[ةه]$/);
const isHundred = tokenLike(/^الم[ائ]{1,2}[ةه]$/);

/** «بالمئة», or the second word of «في المئة»: no count. */
export function isShareAt(tokens: readonly Token[], at: number): boolean {
  if (isInHundred(tokens[at])) return true;
  const before = tokens[at - 1]?.text;
  return (before === 'في' || before === 'ب') && isHundred(tokens[at]);
}

/** «90 في المئة», «90 بالمائة»: a share. */
function isPercentage(tokens: readonly Token[], at: number): boolean {
  if (isInHundred(tokens[at])) return true;
  return isHundred(tokens[at + 1]) && /^(?:في|فى)$/.test(tokens[at]?.text ?? '');
}

/** «5/10», but «12 / 40» only sets two tolls apart. */
function isRatio(tokens: readonly Token[], at: number): boolean {
  const [before, sign, behind] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  return sign?.text === '/' && (before?.end === sign.start || behind?.start === sign.end);
}

/** «في الخمسين من عمره», «عن عمر 80», «عمرها سبعة أشهر». */
function isAge(tokens: readonly Token[], at: number, to: number): boolean {
  const [behind, before] = [tokens[to], tokens[at - 1]];
  if (behind?.text === 'من' && isAgeWord(tokens[to + 1])) return true;
  return isAgeWord(before) || (isAgeWord(tokens[at - 2]) && /^(?:ناهز|يناهز|بين)$/.test(before?.text ?? ''));
}

const isAgeWord = tokenLike(/^[وب]?(?:ال)?(?:عمر|اعمار)(?:ه|ها|هم|هما|هن)?$/);

/** Words between the name of a toll and its number. */
const TOLL = 4;
const isNumberOf = tokenLike(/^[وفب]?(?:عدد|اعداد|حصيل[ةه]|اجمالي)$/);
const comesTo = tokenLike(/^(?:الى|الي|بلغ|بلغت|عند)$/);

/** «زاد عدد المصابين إلى 2059»: what a toll came to. */
export function isReached(tokens: readonly Token[], at: number): boolean {
  if (!comesTo(tokens[at - 1])) return false;
  for (let i = at - 2; i > at - 2 - TOLL && i >= 0; i--) {
    if (tokens[i]?.kind !== 'word') return false;
    if (lookUp(VICTIMS, tokens[i]?.text ?? '')?.number === 'many' && isNumberOf(tokens[i - 1])) return true;
  }
  return false;
}

/** Four digits without a noun for people are a year: «عام 2019», «أزمة 2009». */
function isYear(
  { digits, value, scale }: NumberReading,
  next: Token | undefined,
  before: Token | undefined,
): boolean {
  const arePeople = (word: string) => lookUp(VICTIMS, word) || GENERIC.has(word) || isPeopleWord(word);
  // «توفي عام 1201»
  if (digits && scale === 1 && value >= 100 && value <= 2100 && isYearWord(before))
    return !arePeople(next?.text ?? '');
  if (!digits || scale !== 1 || value < 1850 || value > 2100) return false;
  // «عدد النازحين يتجاوز 1900»
  if (PASSED.has(before?.text ?? '')) return false;
  const text = next?.text ?? '';
  // «حصد زلزال فبراير 2023 أرواح خمسين ألفا»
  if (before && isMonth(before.form)) return true;
  // «حصد في 2017 أرواح 134 شخصا»
  if (/^(?:في|فى|عام|العام|سنة)$/.test(before?.text ?? '') && !/^(?:شخص|شخصا|اشخاص)$/.test(text)) return true;
  return !(arePeople(text) || text === 'من');
}

const isYearWord = tokenLike(/^[وب]?(?:ال)?(?:عام|سن[ةه])$/);

/** «بين 12 و15 ألف»: the scale of the second number is the first one's too. */
export function readRange(
  tokens: readonly Token[],
  at: number,
): { min: number; max: number; to: number } | null {
  const first = wholeNumber(tokens, at);
  if (!first) return null;
  const joined = tokens[first.to];
  const from = joined && /^(الي|الى|و)$/.test(joined.text) ? first.to + 1 : first.to;
  const second = wholeNumber(tokens, from);
  if (!second) return null;
  const min = sameUnit(first, second);
  return min < second.value ? { min, max: second.value, to: second.to } : null;
}

/** «12 إلى 15 ألفا»: the thousands are said once, for both. */
export function sameUnit(first: { value: number }, second: { value: number; scale: number }): number {
  return first.value < second.value / 10 && second.scale > 1 ? first.value * second.scale : first.value;
}

/** «أصيب من 10 إلى 12»: a range; «ارتفع عدد القتلى من 10 إلى 12» has an earlier toll. */
export function isRangeFrom(tokens: readonly Token[], at: number): boolean {
  const deed = tokens[at - 2]?.text ?? '';
  return tokens[at - 1]?.text === 'من' && (lookUp(VERBS, deed) ?? lookUp(NOUNS, deed)) !== undefined;
}

/** «من عائلة واحدة»: that they are of one, and nobody counted. */
export const isOneFamily = (tokens: readonly Token[], at: number) =>
  (tokens[at]?.text === 'واحدة' || tokens[at]?.text === 'واحده') && FAMILIES.has(tokens[at - 1]?.text ?? '');

/** «بعدد يصل إلى 465»: that many, and not at most so many. */
export function reaches(tokens: readonly Token[], at: number): boolean {
  // «ارتفع العدد ليصل إلى 19»
  if (/^ل[يت]صل$/.test(tokens[at]?.text ?? '')) return true;
  if (!/^[يت]صل$/.test(tokens[at]?.text ?? '')) return false;
  const before = tokens[at - 1];
  if (!before) return false;
  // «عدد الموقوفين الذي يصل إلى 431»
  return /عدد|اجمالي|حصيل/.test(before.text) || isWhich(before.form);
}

/** The words of a cue as they are shown: «عشرات», «آلاف», «عدد كبير», «ما يقارب». */
export function cueWords(tokens: readonly Token[], at: number, { to, stem }: Match<boolean>): string {
  const words = tokens.slice(at, to).map((token) => token.text);
  if (stem) words[0] = stem.rest;
  if (words.at(-1) === 'من') words.pop();
  return words.map((word) => spelled(word.replace(/^ال(?=عشرات|مئات|الاف)/, ''))).join(' ');
}

/** As a reader expects them: «آلاف», «عدد كبير», however they are folded and whatever their case. */
function spelled(word: string): string {
  const bare = word.replace(/^(عدد|اعداد|كثير|كبير|محدود|قليل|معروف|محدد|الاف)ا$/, '$1');
  return bare
    .replace(/^الاف$/, 'آلاف')
    .replace(/^اعداد$/, 'أعداد')
    .replace(/^اخر$/, 'آخر');
}

/** «وأحد المصابين», «دفعة واحدة», «19 منه»: no number of people. */
export function isNoOne(tokens: readonly Token[], at: number): boolean {
  const text = tokens[at]?.text;
  // «من 17 يوليو حتى 19 منه»
  if (tokens[at]?.kind === 'number' && tokens[at + 1]?.text === 'منه') return true;
  // «وأحد السائقين.» is one more, «وأحد السائقين قال» somebody else.
  const isAnother = isPeopleWord(tokens[at + 1]?.text ?? '') && tokens[at + 2]?.kind !== 'word';
  if (text === 'واحد') return isManyOf(tokens[at + 1]) && !isAnother;
  return text === 'واحدة' && endsLikeIt(tokens[at - 1]);
}

const isManyOf = tokenLike(/^ال.{3,}(?:ين|ات)$/);
const endsLikeIt = tokenLike(/.{2}[ةه]$/);
