import { seldomLike } from '#arabic/tokens.ts';
import type { LocatedMention } from './located-mention.ts';
import type { PlaceToken } from './place-tokens.ts';

const demands = seldomLike(
  /^[وف]?(?:طالب|طالبت|طالبوا|[يت]طالب|مطالبا|مطالبه|مطالبين|دعا|دعت|دعوا|[يت]دعو|داعيا|داعيه|داعين|حث|حثت|حثوا|[يت]حث|حاثا|ناشد|ناشدت|ناشدوا|[يت]ناشد|مناشدا|مناشده|اتهم|اتهمت|اتهموا|[يت]تهم|متهما|متهمه|متهمين|حمل|حملت|[يت]حمل|محملا|محمله)$/,
);
/** What is asked of it, or laid to its charge. */
const isDemand = seldomLike(
  /^(?:ب[\u0621-\u064a]{3,}|ل[\u0621-\u064a]{3,}|الي|علي|ان|(?:ال)?مسوولي[هة]|كامل)$/,
);
const opensClause = seldomLike(
  /^[وف]?(?:التي|الذي|الذين|ان|انه|انها|بان|حيث|بعد|قبل|عندما|لان|من|في|عن|علي|الي|مع|قرب|نحو)$/,
);
const DEMAND_REACH = 7;

/** «طالب النواب الولايات المتحدة بوقف …», «داعيا إسرائيل إلى …»: the government that is spoken to. */
export function isAddressee(
  { from, to, type, stem }: LocatedMention,
  tokens: readonly PlaceToken[],
): boolean {
  if ((type !== 'country' && type !== 'capital') || stem !== null || !isDemand(tokens[to])) return false;
  if (opensClause(tokens[from - 1])) return false;
  for (let i = from - 1; i >= from - DEMAND_REACH; i--) {
    const token = tokens[i];
    if (demands(token)) return true;
    // «طالب مجلس الإقليم، الولايات المتحدة بتكثيف …»
    if (token === undefined || (token.kind !== 'word' && token.text !== '،')) return false;
    if (/^(?:التي|الذي|ان|بان|حيث)$/.test(token.text)) return false;
  }
  return false;
}
