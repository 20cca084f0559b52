import { isOpeningMark, seldomLike, type Token, tokenLike } from '#arabic/tokens.ts';
import { type Count, readCount } from './casualty-counts.ts';
import { groupEnd } from './casualty-group-end.ts';
import { doesTo } from './casualty-one-object.ts';
import { NEVER_PEOPLE, OF_THEM } from './casualty-words.ts';
import { TIMES } from './speaker-words.ts';

/** «نفذه مسلحان», «فجر انتحاريان»: those who did it. */
const isDoing = tokenLike(
  /^[وف]?(?:نفذ|شن|فجر|هاجم|اطلق|اقتحم|فتح|القى|زرع|استهدف|داهم|تسلل|قاد|ارتكب|يقود|ينفذ|يشن|اضرم|حضر|يحضر|شارك|نفذت|شنت|فجرت|هاجمت|اطلقت|اقتحمت|استهدفت)(?:ه|ها|هم|هما)?$/,
);

/** «شنه ثلاثة مسلحين», «بعدما فجر انتحاريان نفسيهما»: counted for what they did, not for what befell them. */
export function areDoers(tokens: readonly Token[], { from, to, counted }: Count): boolean {
  // «نفذه "مئات المسلحين"», «شارك فيها 2500 عنصر»
  const before = tokens[isOpeningMark(tokens[from - 1]) || isInIt(tokens[from - 1]) ? from - 2 : from - 1];
  if (isShotBy(tokens, from)) return true;
  if (counted.is !== 'people') return false;
  if (areTakenFor(tokens, from)) return true;
  // «أوقف أربعة مسلحين سيارة»: what they stopped is named behind.
  // «ضبط قائد مركبة»: whose he is.
  return isDoing(before) || (mayStop(before) && areThings(tokens[to]) && !drives(tokens[to - 1]));
}

const mayHarm = tokenLike(
  /^(?:ال)?(?:مسلح|مهاجم|انتحاري|ارهابي|مستوطن|متطرف|متشدد|ملثم|مجهول|عنصر|مقاتل|متمرد|خاطف|قرصان|لص|جندي|شرطي|دركي|ضابط|حارس|مفتش|رجل)(?:ا|ان|ين|ون|تان)?$|^(?:عناصر|جنود|رجال|افراد|ضباط|حراس|قراصن[ةه]|لصوص)$/,
);

/** «قتل أربعة مسلحين من الحركة 67 شخصا»: as others are counted right behind them, it was they who did it. */
export function harmOthers(tokens: readonly Token[], { from, counted }: Count): boolean {
  if (!doesTo(tokens[from - 1]) || counted.is !== 'people' || !mayHarm(tokens[counted.at])) return false;
  const others = readCount(tokens, groupEnd(tokens, counted.at, true));
  if (!others || others.numberTo === others.from || /^و/.test(tokens[others.from]?.text ?? '')) return false;
  if (OF_THEM.has(tokens[others.to - 1]?.text ?? '')) return false;
  return others.counted.is !== 'nothing' && others.counted.is !== 'things';
}

/** «رجلين يشتبه في أنهما قائدا الرحلة»: who those may be who were counted. */
const areTakenFor = (tokens: readonly Token[], at: number): boolean =>
  /^ب?ان(?:هما|هم|هن)$/.test(tokens[at - 1]?.text ?? '') && [2, 3].some((k) => isThought(tokens[at - k]));

const isShot = seldomLike(/^(?:ناري(?:[ةه]|ا)?|برصاص|بالرصاص|برصاص[ةه]|بنيران|طعنا|ضربا|بطعن(?:[ةه]|ات))$/);

/** «إصابة سيدة بطلق ناري من ثلاثة مجهولين»: who shot. */
const isShotBy = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 1]?.text === 'من' && isShot(tokens[at - 2]);

const isThought = tokenLike(/^(?:[يت]شتبه|[يت]عتقد|[يت]رجح|[يت]زعم)$/);

const isInIt = tokenLike(/^(?:في|ب)ها?$/);
/** «خطف 15 صحفيا يوم الثلاثاء»: when, and nothing that they took. */
const areThings = (token: Token | undefined): boolean =>
  NEVER_PEOPLE.has(token?.text ?? '') && !TIMES.has(token?.text ?? '');

const drives = seldomLike(/^(?:قائد|سائق|راكب|صاحب|مالك)[ايةهت]?$/);
const mayStop = tokenLike(/^[وف]?(?:اوقف|احتجز|خطف|اختطف|اصاب|ضبط)$/);
