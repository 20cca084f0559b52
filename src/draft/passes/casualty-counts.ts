import { testOfForm } from '#arabic/forms.ts';
import { mayBeginNumber, readNumber } from '#arabic/numbers.ts';
import { isOpeningMark, seldomLike, type Token, tokenLike } from '#arabic/tokens.ts';
import {
  type Counted,
  countedOfAll,
  endOfAll,
  leastBehind,
  NOBODY,
  namedBefore,
  readCounted,
} from './casualty-counted.ts';
import {
  areNotMeant,
  areOfWork,
  areTwoPolicemen,
  areVictimsOf,
  dualOf,
  isDoneTo,
  isDualBehind,
  isOneObject,
  twoByContext,
  twoCases,
} from './casualty-duals.ts';
import { theseSo } from './casualty-number-behind.ts';
import {
  cueWords,
  isNoOne,
  isOfName,
  isOneFamily,
  isRangeFrom,
  isShareAt,
  reaches,
  readRange,
  sameUnit,
  wholeNumber,
} from './casualty-numbers.ts';
import {
  ABOUT,
  AT_LEAST,
  AT_LEAST_AFTER,
  AT_MOST,
  AT_MOST_AFTER,
  BETWEEN,
  FORCES,
  isPeopleWord,
  PLURAL_VERBS,
  VAGUE,
  VERBS,
} from './casualty-words.ts';
import type { Range } from './speaker.ts';

/** A number of people as a text gives it: tokens [from, to), the counted noun included. */
export interface Count extends Range {
  min: number | null;
  max: number | null;
  approximate: string | null;
  counted: Counted;
  /** Where the number itself ends. */
  numberTo: number;
  conjoined: boolean;
  digits: boolean;
  /** «لستة ملايين أسرة»: for so many people, not so many of them. */
  meantFor: boolean;
  /** Token of whom the victim is, where another word counts him: «إن بحارا فلبينيا قُتل». */
  who?: number;
}

const BOUNDS = [
  [AT_LEAST, 'least'],
  [AT_MOST, 'most'],
  [ABOUT, 'about'],
] as const;

/** Whether a count may begin with a form. */
export const mayBeginCount = testOfForm((form) => {
  if (form.kind !== 'word') return form.kind === 'number';
  const cues = [BETWEEN, AT_LEAST, AT_MOST, ABOUT, VAGUE];
  return (
    cues.some((cue) => cue.begins(form, 'any')) ||
    mayBeginNumber(form) ||
    dualOf(form.text) !== null ||
    /^(?:[وب]?حالت[اي]|[وف]?[بل]?الاثن(?:ان|ين|تان|تين)|و?طالبان)$/.test(form.text)
  );
});

/** What was read in a text, by token: a count is asked for by all that stand around it. */
const readBefore = new WeakMap<readonly Token[], Map<number, Count | null>>();
/** Those of a few sentences are enough. */
const MOST_READ = 1000;

/** The count that begins at token `at`; null where none does. */
export function readCount(tokens: readonly Token[], at: number): Count | null {
  const token = tokens[at];
  if (!token || !mayBeginCount(token.form) || isOfName(tokens, at) || isNoOne(tokens, at)) return null;
  let counts = readBefore.get(tokens);
  if (!counts || counts.size > MOST_READ) {
    counts = new Map();
    readBefore.set(tokens, counts);
  }
  const known = counts.get(at);
  if (known !== undefined) return known;
  const plain = countAt(tokens, at);
  const count = plain && namedBefore(tokens, plain);
  counts.set(at, count);
  return count;
}

const isDefinite = tokenLike(/^[وفبل]?ال.{2}/);
const isTheNumber = tokenLike(/^[وف]?العدد$/);

function countAt(tokens: readonly Token[], at: number): Count | null {
  // «30 في المائة منهم», «90 بالمئة من الضحايا»
  if (isShareAt(tokens, at)) return null;
  const between = BETWEEN.longestAt(tokens, at, 'any');
  if (between) {
    const range = readRange(tokens, between.to);
    if (range) return withNoun(tokens, at, range.to, range.min, range.max, null, false, true);
  }
  for (const [cues, bound] of BOUNDS) {
    // «القارب الستة» are not nearly six.
    const cue = isDefinite(tokens[at]) ? null : cues.longestAt(tokens, at, 'any');
    // «تجاوزوا الـ80 ألفا»
    const isApart = cue && (opensMarks(tokens[cue.to]) || tokens[cue.to]?.text === 'ال');
    const number = cue && wholeNumber(tokens, isApart ? cue.to + 1 : cue.to);
    if (!cue || !number || (bound === 'most' && reaches(tokens, at))) continue;
    const { value, to, digits } = number;
    const about = bound === 'about' ? cueWords(tokens, at, cue) : null;
    // «نحو 40 إلى 50 متمردا», but «ارتفع من نحو 40 إلى 50»
    const isRange = /^ال[ىي]$/.test(tokens[to]?.text ?? '') && tokens[at - 1]?.text !== 'من';
    const upTo = about && isRange ? readRange(tokens, cue.to) : null;
    return withNoun(
      tokens,
      at,
      upTo?.to ?? to,
      bound === 'most' ? null : value,
      bound === 'least' ? null : (upTo?.max ?? value),
      about,
      cue.stem?.conjunction === 'و',
      digits,
    );
  }
  // «هذا العدد من القتلى»: the one that was given.
  const vague = isTheNumber(tokens[at]) ? null : VAGUE.longestAt(tokens, at, 'any');
  if (vague) {
    // «عدد من قضوا»: how many that is, the number would say.
    const those = tokens[vague.to]?.text === 'من' ? vague.to + 1 : vague.to;
    const who = tokens[those]?.text ?? '';
    if (tokens[those - 1]?.text === 'من' && (PLURAL_VERBS.has(who) || /.{2}وا$/.test(who))) return null;
    const word = cueWords(tokens, at, vague);
    // «آلاف», as it is folded, is no «ال…».
    const isDefinite = /^[وفبل]?ال(?!اف$)/.test(tokens[vague.to - 1]?.text ?? '');
    const next = tokens[vague.to];
    // «مئات الآلاف»: nothing is said of whom.
    const alone =
      isDefinite &&
      next?.text !== 'من' &&
      (vague.to === at + 1 || next?.kind !== 'word' || /^(?:في|على|خلال|منذ|الى)$/.test(next.text));
    if (alone)
      return {
        ...NOBODY,
        from: at,
        to: vague.to,
        numberTo: vague.to,
        approximate: word,
        counted: { is: 'generic', at },
      };
    const several = withNoun(tokens, at, vague.to, null, null, word, vague.stem?.conjunction === 'و', false);
    // «ضربت مدنا عدة»: said of what stands before it.
    return word === 'عدة' && several.counted.is === 'nothing' ? null : several;
  }
  const number = isOneFamily(tokens, at) ? null : wholeNumber(tokens, at);
  if (number) {
    const those = theseSo(tokens, at, number);
    if (those) return those;
    const or = tokens[number.to]?.text === 'او' ? wholeNumber(tokens, number.to + 1) : null;
    if (or && or.value > number.value)
      return withNoun(tokens, at, or.to, sameUnit(number, or), or.value, null, false, or.digits);
    // «11 إلى 15 شخصا», but «من 48 إلى 61»: a toll that rose.
    const upTo =
      /^(?:الى|الي|[-–])$/.test(tokens[number.to]?.text ?? '') &&
      (tokens[at - 1]?.text !== 'من' || isRangeFrom(tokens, at))
        ? wholeNumber(tokens, number.to + 1)
        : null;
    if (upTo && upTo.value > number.value && readCounted(tokens, upTo.to).counted.is !== 'nothing')
      return withNoun(tokens, at, upTo.to, sameUnit(number, upTo), upTo.value, null, false, upTo.digits);
    return withNoun(
      tokens,
      at,
      number.to,
      number.value,
      number.value,
      null,
      number.before.startsWith('و'),
      number.digits,
    );
  }
  return dual(tokens, at);
}

/** Words between who kills and how many. */
const ACTIVE = 12;

function dual(tokens: readonly Token[], at: number): Count | null {
  const cases = twoCases(tokens, at) ?? twoByContext(tokens, at);
  if (cases) return cases;
  const two = dualOf(tokens[at]?.text ?? '');
  if (!two || two.is === 'many' || areNotMeant(tokens, at) || (two.is !== 'victims' && kills(tokens, at)))
    return null;
  if (two.throughB && two.is !== 'victims' && !isDoneTo(tokens, at)) return null;
  if (two.is === 'victims' && areVictimsOf(tokens, at)) return null;
  if (two.is === 'perhaps' && !isDualBehind(tokens, at) && !areTwoPolicemen(tokens, at)) return null;
  const of = tokens[at + 1]?.text ?? '';
  const ofForce = two.is === 'construct' && (FORCES.has(of) || areOfWork(tokens, at));
  if (two.is === 'construct' && !ofForce && (!/^ال/.test(of) || /ا$/.test(tokens[at]?.text ?? '')))
    return null;
  const is = two.is === 'generic' ? 'generic' : 'people';
  const counted: Counted = two.is === 'victims' ? { is: two.is, kind: two.kind, at } : { is, at };
  const to = ofForce ? at + 2 : at + 1;
  const least = leastBehind(tokens, to);
  // «جثتين أو ثلاثا»
  const or = tokens[to]?.text === 'او' ? wholeNumber(tokens, to + 1) : null;
  const most =
    or && or.value > 2 && readCounted(tokens, or.to).counted.is === 'nothing' ? or : { to, value: 2 };
  return {
    ...NOBODY,
    from: at,
    to: least ?? most.to,
    min: 2,
    max: least ? null : most.value,
    counted,
    numberTo: at,
    conjoined: two.conjoined,
  };
}

export const opensMarks = (token: Token | undefined): boolean => isOpeningMark(token) || token?.text === '(';

/** «قتلت شابتان انتحاريتان 13 شخصا»: who did it, as somebody else is counted behind. */
function kills(tokens: readonly Token[], at: number): boolean {
  if (
    !/ان$/.test(tokens[at]?.text ?? '') ||
    !VERBS.has((tokens[at - 1]?.text ?? '').replace(/^[وف](?=.{3})/, ''))
  )
    return false;
  return isOneObject(tokens[at + 1]) || countsPeopleBehind(tokens, at, /^(?:[.،:]|و.{3}.*)$/);
}

const areOtherTwo = seldomLike(/^اخر(?:ان|تان|يان)$/);
const isMeanwhile = tokenLike(/^(?:فيما|بينما|حين|كما)$/);

/** «… 32 شخصا»: whether people are counted behind token `at`, before a token that matches `end` or a new line. */
export function countsPeopleBehind(tokens: readonly Token[], at: number, end: RegExp): boolean {
  // «قتل مهاجمان آخران»: the two themselves.
  const from = areOtherTwo(tokens[at + 1]) ? at + 2 : at + 1;
  for (let i = from; i < at + ACTIVE; i++) {
    const token = tokens[i];
    if (!token || token.kind === 'break' || end.test(token.text) || isMeanwhile(token)) return false;
    if (readCount(tokens, i)?.counted.is === 'generic') return true;
  }
  return false;
}

function withNoun(
  tokens: readonly Token[],
  from: number,
  numberTo: number,
  min: number | null,
  max: number | null,
  approximate: string | null,
  conjoined: boolean,
  digits: boolean,
): Count {
  const { counted: read, to: noun } = countedOfAll(tokens, numberTo, min) ?? readCounted(tokens, numberTo);
  // «سبع مزارع»: a farmer is no plural.
  const areFarms = min !== null && min > 2 && min < 11 && tokens[numberTo]?.text === 'مزارع';
  const counted: Counted = areFarms ? { is: 'things' } : read;
  const end = (tokens[numberTo]?.text === 'من' ? endOfAll(tokens, noun) : null) ?? noun;
  // «17 جنديا وممرضا على الأقل»
  const other = counted.is === 'people' ? /^و(.{3,})$/.exec(tokens[end]?.text ?? '')?.[1] : undefined;
  const joined = other && isPeopleWord(other) && AT_LEAST_AFTER.longestAt(tokens, end + 1);
  const to = joined ? end + 1 : end;
  const least = leastBehind(tokens, to) ?? AT_LEAST_AFTER.longestAt(tokens, numberTo)?.to;
  const most = AT_MOST_AFTER.longestAt(tokens, to);
  return {
    from,
    to: least ?? most?.to ?? to,
    min: most ? null : min,
    max: least ? null : max,
    approximate,
    counted,
    numberTo,
    conjoined,
    digits,
    meantFor: (readNumber(tokens, from)?.before ?? '').endsWith('ل'),
  };
}
