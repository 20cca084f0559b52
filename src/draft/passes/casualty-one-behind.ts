import { mayBeginNumber } from '#arabic/numbers.ts';
import { type Token, tokenLike } from '#arabic/tokens.ts';
import { ENDS_OF_LIFE, ONES } from './casualty-words.ts';

const isIn = tokenLike(
  /^(?:في|فى|خلال|اثر|جراء|نتيج[ةه]|داخل|قرب|قبال[ةه]|امام|وسط|(?:شمال|جنوب|شرق|غرب)ي?|بعد|عقب|قبل|على)$/,
);
const isPlace = tokenLike(
  /^بال.{3,}$|^ب(?:ولاي[ةه]|محافظ[ةه]|مدين[ةه]|بلد[ةه]|قري[ةه]|منطق[ةه]|حي|شارع|سبب)$/,
);
/** «برصاص», «بنيران» */
export const isByHarm = tokenLike(
  /^ب(?:ال)?(?:رصاص|رصاص[ةه]|رصاصات|رصاصتين|نيران|جروح|جراح|حروق|كسور|رضوض|اصابات|شظايا|طعن[ةه]|طعنات|قصف|صاروخ|قذيف[ةه]|انفجار|حادث|تفجير|غار[ةه]|لغم|اختناق)$/,
);
const isBy = (token: Token | undefined): boolean => isPlace(token) || isByHarm(token);
const isWhile = tokenLike(/^(?:ساعات|ساعتين|ايام|يومين|دقائق|قليل|ساع[ةه])$/);
const areWounds = tokenLike(/^ب(?:جروح|جراح|حروق|كسور|رضوض|اصابات)$/);
const isGiven = (word: string) => /^(?:ب?ال|.{3,}(?:ه|ها|هم)$)/.test(word);
/** «شاب», «شخص»: one, where no name or number is needed. */
export const isOne = (token: Token | undefined): boolean =>
  token !== undefined && (ONES.has(token.text) || token.text === 'شخص');
/** Adjectives of an event, before whom it struck. */
const MOST_OF_EVENT = 2;

/**
 * «قتل في الهجوم الانتحاري شرطي», «قتل بالرصاص شاب», «أصيبت في حادث سير طفلة», «لقيت حتفها طفلة», «قتل أمس شاب»:
 * where the one stands behind when, how and where; null where nobody does.
 */
export function behindEvent(tokens: readonly Token[], from: number): number | null {
  const when = behindDay(tokens, from);
  const at = behindDay(tokens, behindComplement(tokens, when));
  if (at > from && isOne(tokens[at])) return at;
  // «راح ضحية القصف شاب»
  const isVictimOf = /^ضحي[ةه]$/.test(tokens[at - 1]?.text ?? '') && /^ال/.test(tokens[at]?.text ?? '');
  if (isVictimOf && isOne(tokens[at + 1])) return at + 1;
  const noun = isIn(tokens[at]) ? at + 1 : isBy(tokens[at]) ? at : null;
  if (noun === null || tokens[noun]?.kind !== 'word') return null;
  // «في هجوم مسلح», «برصاص شرطي»: of what sort it is, or whose.
  const behind = isGiven(tokens[noun].text) ? noun + 1 : noun + 2;
  // «قبل ساعات»
  if (isWhile(tokens[noun]) && isOne(tokens[noun + 1])) return noun + 1;
  if (areWounds(tokens[noun]) && isOne(tokens[noun + 1])) return noun + 1;
  if (behind > noun + 1 && !joinsOn(tokens[noun + 1])) return null;
  for (let i = behind; i <= behind + MOST_OF_EVENT; i++) {
    const one = behindDay(tokens, i);
    if (isOne(tokens[one])) return one;
    if (!tokens[i]?.text.startsWith('ال')) return null;
  }
  return null;
}

const areHarms = tokenLike(/^ل(?:ل)?(?:اصابات|اصاب[ةه]|جروح|حروق|كسور|رضوض|اختناق)$/);
const areGrave = tokenLike(/^(?:خطير|بالغ|بليغ|متوسط|متفاوت|طفيف|خفيف|خطر)[ةه]$/);
const isVictim = tokenLike(/^ضحي[ةه]$/);
const isHospital = tokenLike(/^(?:ال)?مستشف[ىي]$/);

/** «لقيت حتفها», «نقل إلى المستشفى», «تعرض لإصابات خطيرة»: behind what the verb says together with it. */
function behindComplement(tokens: readonly Token[], at: number): number {
  // «راح ضحية الحادث شاب»
  if (isVictim(tokens[at]) && isGiven(tokens[at + 1]?.text ?? '')) return at + 2;
  if (ENDS_OF_LIFE.has(tokens[at]?.text ?? '')) return at + 1;
  if (/^ال[ىي]$/.test(tokens[at]?.text ?? '') && isHospital(tokens[at + 1])) return at + 2;
  if (!areHarms(tokens[at])) return at;
  return areGrave(tokens[at + 1]) ? at + 2 : at + 1;
}

const isDay = tokenLike(
  /^(?:ال)?(?:يوم|امس|بارح[ةه]|صباح|مساء|فجر|ظهر|عصر|ليل|ليل[ةه])$|^ال(?:سبت|احد|اثنين|ثلاثاء|اربعاء|خميس|جمع[ةه]|ماضي[ةه]?)$/,
);
/** Words of a day and its hour: «فجر اليوم السبت». */
const LONGEST_DAY = 4;

/** «قتل فجر الأحد شاب», «قتل أول من أمس شاب»: where the word behind the day stands. */
export function behindDay(tokens: readonly Token[], from: number): number {
  let at = from;
  if (tokens[at]?.text === 'اول' && tokens[at + 1]?.text === 'من' && isDay(tokens[at + 2])) at += 3;
  while (at < from + LONGEST_DAY && isDay(tokens[at])) at++;
  return at;
}

const joinsOn = (token: Token | undefined): boolean =>
  token?.kind === 'word' &&
  !isIn(token) &&
  !mayBeginNumber(token.form) &&
  !/^(?:من|على|الى|عن|مع|و.{3,}|ب(?!ال).{3,})$/.test(token.text);
