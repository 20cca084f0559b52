import { readNumber } from '#arabic/numbers.ts';
import { seldomLike, type Token, tokenLike } from '#arabic/tokens.ts';
import type { Range } from './speaker.ts';

/** Whether those counted behind «قضى» or «سقط» at token `verb` are alive. */
export const didNotDie = (tokens: readonly Token[], count: Range, verb: number): boolean =>
  spendTime(tokens, count, verb) || areCaught(tokens, count, verb);

/** «قضى 40 طالبا ثلاثة أيام في المخيم», «قضت الأسرة ليلتها»: they spent it, and are alive. */
function spendTime(tokens: readonly Token[], { to }: Range, verb: number): boolean {
  if (!isSpending(tokens[verb])) return false;
  // «قضى ثلاثة جنود ليلة أمس»: when they died.
  if (isWhen(tokens[to]))
    return /^(?:كامل[ةه]?|واحد[ةه]?|في|فى|داخل|على|تحت|مع)$/.test(tokens[to + 1]?.text ?? '');
  const number = readNumber(tokens, to);
  const spent = isTime(tokens[to]) || (number !== null && isTime(tokens[number.to]));
  // «قضى تسعة الليلة الماضية جراء القصف»: when they died.
  return spent && !tokens.slice(to, to + OF_DEATH).some(causes);
}

/** Words between the dead and of what they died. */
const OF_DEATH = 6;
const causes = tokenLike(
  /^(?:جراء|اثر|ب(?:ال)?(?:رصاص|نيران|قصف|غاز|حريق|انفجار)|(?:ال)?(?:اشتباكات|انفجار|قصف|غار[ةه]|غارات|حريق|زلزال|سيول|فيضانات|هجوم|انهيار|تصادم))$/,
);
const falls = seldomLike(/^[وفب]?(?:سقوط|سقطت?|سقطوا|[يت]سقط)$/);
const intoHands = seldomLike(/^(?:بيد|بايدي|بقبض[ةه]|قبض[ةه]|يد|ايدي|شباك|الاسر)$/);
/** Words between those who fall and into whose hands. */
const CAUGHT = 5;

/** «سقوط عصابة من أربعة أفراد بيد الشرطة»: caught, and alive. */
const areCaught = (tokens: readonly Token[], { to }: Range, verb: number): boolean =>
  falls(tokens[verb]) && tokens.slice(to, to + CAUGHT).some(intoHands);

const isSpending = tokenLike(/^[وف]?[يت]?قض[ىيت](?:وا)?$/);
const isWhen = tokenLike(/^(?:يوم|ليل[ةه]|ساع[ةه]|اسبوع|شهر|عام|سن[ةه])$/);
const isTime = tokenLike(
  /^يوم$|^(?:ال)?(?:يوما|ايام|اياما|ليل[ةه]|ليال|ليالي|ليلتهم|يومين|ليلتين|ساعتين|اسبوعين|شهرين|عامين|سنتين|عقودا|عقدين|حياتهم|عمرهم|شبابهم|ساع[ةه]|ساعات|اسبوعا?|اسابيع|شهرا?|شهورا?|اشهرا?|عاما?|اعواما?|سن[ةه]|سنوات|عطل[ةه]|عطلتهم|اجاز[ةه]|اجازتهم|العيد|وقتا|وقتهم)$/,
);
