import { seldomLike, type Token, tokenLike } from '#arabic/tokens.ts';
import type { Range } from './speaker.ts';

/** Whether those counted behind «احتجز» at token `verb` are held by nobody: by a lift, by fire or flood, or no more. */
export const areTrapped = (tokens: readonly Token[], count: Range, verb: number): boolean =>
  areStuck(tokens, count) ||
  areLedFree(tokens, count) ||
  (isHolding(tokens[verb]) &&
    (isElement(tokens[verb - 1]) || isElement(tokens[verb + 1]) || isFreeing(tokens[verb - 1])));

const isHolding = seldomLike(/^[وفبل]?(?:[يت]?حتجز|احتجزت?|احتجاز)$/);
/** «حريق يحتجز سبعة أشخاص» */
const isElement = seldomLike(
  /^(?:ال)?(?:حريق|حرائق|نار|نيران|سيول|سيل|سيولا|فيضان|فيضانات|مياه|ثلوج|عاصف[ةه]|عواصف|انهيار|انهيارات|انقاض|ركام|امواج|امطار|دخان|ضباب)$/,
);
/** «تحرير احتجاز ثلاثة», «إنهاء احتجاز الرهائن» */
const isFreeing = seldomLike(/^[وفبل]?(?:تحرير|فك|انهاء|انتهاء)$/);

const isInside = tokenLike(/^(?:داخل|في|فى)$/);
const isBox = tokenLike(/^(?:ال)?(?:مصعد|مصاعد|تلفريك|عرب[ةه]|مركب[ةه])$/);

/** «احتجز 20 راكبا داخل المصعد»: nobody holds them. */
const areStuck = (tokens: readonly Token[], { to }: Range) => isInside(tokens[to]) && isBox(tokens[to + 1]);

/** Words between those who are stuck and that they were brought out. */
const BROUGHT_OUT = 10;
const isBroughtOut = tokenLike(/^(?:ل?اخراج|ل?انقاذ|اجلا|اجلاؤ|ل?تخليص)(?:هم|هما|هن)$/);

/** «احتجاز 3 أشخاص في الدور الثاني جرى إخراجهم»: by a fire, and safe. */
function areLedFree(tokens: readonly Token[], { to }: Range): boolean {
  for (let i = to; i < to + BROUGHT_OUT; i++) {
    const token = tokens[i];
    if (!token || token.kind === 'break' || token.text === '.') return false;
    if (isBroughtOut(token)) return true;
  }
  return false;
}
