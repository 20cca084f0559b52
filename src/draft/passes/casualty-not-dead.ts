import { readNumber } from '#arabic/numbers.ts';
import { seldomLike, type Token, tokenLike } from '#arabic/tokens.ts';
import { isOneWord } from './casualty-counted.ts';
import { lookUp, VICTIMS } from './casualty-words.ts';
import { isOnly } from './casualty-zero.ts';
import type { Range } from './speaker.ts';

/** Whether those counted behind «قضى» or «سقط» at token `verb` are alive. */
export const didNotDie = (tokens: readonly Token[], count: Range, verb: number): boolean =>
  spendTime(tokens, count, verb) || areCaught(tokens, count, verb) || fellDown(tokens, count, verb);

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

/** «من», «في»: where a fall begins or ends. */
export const leadsToFall = tokenLike(/^(?:من|عن|في|فى|داخل)$/);
/** «شرفة», «بئر»: from where people fall, and into what. */
export const isHeight = tokenLike(
  /^(?:ال)?(?:شرف[ةه]|نافذ[ةه]|سطح|طابق|دور|مبنى|بناي[ةه]|سقال[ةه]|سلم|علو|ارتفاع|منحدر|جبل|شجر[ةه]|دراج[ةه]|حافل[ةه]|قطار|سيار[ةه]|مركب[ةه]|سقف|جسر|رافع[ةه]|شاحن[ةه]|حصان|بئر|حفر[ةه]|نهر|مجرى|واد[يى]?)$/,
);
const isDeep = tokenLike(
  /^(?:ال)?(?:بحر|ماء|مياه|نهر|بئر|حفر[ةه]|ترع[ةه]|قنا[ةه]|خندق|هاوي[ةه]|بالوع[ةه]|بيار[ةه]|مصرف|صهريج|منور)$/,
);
const haveFallen = seldomLike(/^[وفب]?(?:[يت]?سقط(?:ت|ا|تا|وا|ن|ون|ان)?|سقوط)$/);
const theirDeath = tokenLike(
  /^[وفب]?(?:ل)?(?:توفيا|توفوا|ماتا|ماتوا|لقيا|لقوا|قضيا|قضوا|فارقا|فارقوا|غرقا|غرقوا|(?:وفا[ةت]|مصرع|مقتل|حتف|حيا[ةت]|غرق|موت|جثت?ي?|جثث|جثامين|جثمان)(?:هم|هما|هن))$/,
);
/** Words between those who fell and from where, and till it is said that they died. */
const [FROM, TILL_DEATH] = [2, 16];

/** «سقط ثلاثة عمال من سقالة فقتل اثنان»: what became of those who fell, other words say. */
export function fellDown(tokens: readonly Token[], { to }: Pick<Range, 'to'>, verb: number): boolean {
  // «سقوط 12 قتيلا في البحر»
  if (!haveFallen(tokens[verb]) || lookUp(VICTIMS, tokens[to - 1]?.text ?? '')?.kind === 'killed')
    return false;
  const behind = Math.max(to, verb + 1);
  const fell = tokens.slice(behind, behind + FROM).some((token, i) => {
    const where = tokens[behind + i + 1];
    return leadsToFall(token) && (/^[فد]/.test(token.text) ? isDeep(where) : isHeight(where));
  });
  return fell && !tokens.slice(behind, behind + TILL_DEATH).some(theirDeath);
}

const isSpending = tokenLike(/^[وف]?[يت]?قض[ىيت](?:وا)?$/);
const isWhen = tokenLike(/^(?:يوم|ليل[ةه]|ساع[ةه]|اسبوع|شهر|عام|سن[ةه])$/);
const isTime = tokenLike(
  /^يوم$|^(?:ال)?(?:يوما|ايام|اياما|ليل[ةه]|ليال|ليالي|ليلتهم|يومين|ليلتين|ساعتين|اسبوعين|شهرين|عامين|سنتين|عقودا|عقدين|حياتهم|عمرهم|شبابهم|ساع[ةه]|ساعات|اسبوعا?|اسابيع|شهرا?|شهورا?|اشهرا?|عاما?|اعواما?|سن[ةه]|سنوات|عطل[ةه]|عطلتهم|اجاز[ةه]|اجازتهم|العيد|وقتا|وقتهم)$/,
);

/** Words between «لن» and «مواطنا واحدا». */
const DENIED = 4;
const denies = seldomLike(/^[وف]?(?:لم|لن|لا|ليس|دون)$/);

/** «لن نترك مواطنا واحدا في العراء»: not one. */
export function isNotOne(
  tokens: readonly Token[],
  { from, to, min }: Range & { min: number | null },
): boolean {
  if (min !== 1 || !tokens.slice(from, to + 1).some(isOneWord)) return false;
  for (let i = from - 1; i >= from - DENIED && tokens[i]?.kind === 'word'; i--) {
    if (isOnly(tokens[i])) return false;
    if (denies(tokens[i])) return true;
  }
  return false;
}
