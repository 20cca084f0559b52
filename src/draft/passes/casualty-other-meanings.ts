import { seldomLike, type Token, tokenLike } from '#arabic/tokens.ts';
import { ONES } from './casualty-words.ts';

/** Whether a word of harm at token `at` stands for something else: «أردت» to want, «سجن» a place, «غرق» in what. */
export const meansOther = (tokens: readonly Token[], at: number): boolean =>
  isWish(tokens, at) ||
  isShipwreck(tokens, at) ||
  isPrison(tokens, at) ||
  isAmbulance(tokens, at) ||
  holdsBreath(tokens, at) ||
  departs(tokens, at) ||
  isDeported(tokens, at);

/** «إذا أردت ثلاثة أطفال»: to want, and not to bring down. */
const isWish = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === 'اردت' &&
  (/^(?:اذا|ان|لو|كلما|متى|كما|هل|ما|قد)$/.test(tokens[at - 1]?.text ?? '') || tokens[at + 1]?.text === 'ان');

const isAfter = tokenLike(/^(?:في|فى|اثر|جراء|بعد|عقب|نتيج[ةه]|بسبب|خلال|حادث)$/);
const isVessel = tokenLike(/^(?:ال)?(?:مركب|مراكب|قارب|قوارب|زورق|زوارق|سفين[ةه]|عبار[ةه]|يخت|باخر[ةه])$/);

/** «فقد ستة في غرق مركب»: in what. */
const isShipwreck = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === 'غرق' && isAfter(tokens[at - 1]) && isVessel(tokens[at + 1]);

/** «داخل سجن غربي المدينة»: a place, and nobody is sent there. */
const isPrison = (tokens: readonly Token[], at: number) =>
  tokens[at]?.text === 'سجن' &&
  /^[وف]?(?:في|فى|داخل|من|الى|الي|قرب|خارج|على|امام|باحة|باحه|مدير|ادارة|نزلاء|سجناء|حراس|عن)$/.test(
    tokens[at - 1]?.text ?? '',
  );

const carries = tokenLike(
  /^[وفبل]?(?:ال)?(?:سيار(?:[ةه]|ات|تي|تا)|طائر(?:[ةه]|ات)|فرق[ةه]?|طواقم|مركب(?:[ةه]|ات)|خدم(?:[ةه]|ات)|هيئ[ةه])$/,
);

/** «14 سيارة إسعاف»: what carries them. */
const isAmbulance = (tokens: readonly Token[], at: number) =>
  /^(?:ال)?اسعاف$/.test(tokens[at]?.text ?? '') && carries(tokens[at - 1]);

const isBreath = tokenLike(/^(?:ال)?انفاس(?:ه|ها|هم)?$/);
const holds = tokenLike(/حبس/);

/** «حبس الفيلم أنفاس 500 متفرج» */
function holdsBreath(tokens: readonly Token[], at: number): boolean {
  if (!holds(tokens[at])) return false;
  return [1, 2, 3].some((k) => isBreath(tokens[at + k]));
}

const isGone = seldomLike(/^[وف]?رحلت?$/);
export const isInAccusative = seldomLike(/[^ا]ا$/);

/** «ورحل طبيب القرية»: he died or left, and nobody drove him out; «رحلت السلطات مهاجرا». */
const departs = (tokens: readonly Token[], at: number): boolean =>
  isGone(tokens[at]) && ONES.has(tokens[at + 1]?.text ?? '') && !isInAccusative(tokens[at + 1]);

const deports = seldomLike(/^[وفب]?(?:[يت]?رحلت?|ترحيل)$/);
const isOffice = seldomLike(
  /^(?:ال)?(?:سلطات|شرط[ةه]|جوازات|هجر[ةه]|وزار[ةه]|ادار[ةه]|دائر[ةه]|مديري[ةه]|حكوم[ةه])$/,
);

const isAlien = seldomLike(/^(?:مخالف|متخلف|متسلل|متسول|وافد|مجهول)(?:ا|ين|ون|[ةه])?$/);

/** «رحلت السلطات 300 مخالف»: sent back by the law, and not driven from home. */
const isDeported = (tokens: readonly Token[], at: number): boolean =>
  deports(tokens[at]) && (isOffice(tokens[at + 1]) || [2, 3].some((k) => isAlien(tokens[at + k])));
