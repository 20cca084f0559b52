import { wordSet } from '#arabic/fold.ts';
import { type Token, tokenLike } from '#arabic/tokens.ts';
import { TITLES_TRIE } from './speaker-words.ts';

/** Offices that may be «عام». */
export const GENERAL = /^(مديرة?|امينة?|قائد|مدعي[ةه]?|مدعى|مفتش|منسقة?|سكرتيرة?|مراقب|امينا)$/;
/** «طالبا عدم كشف هويته» */
export const setsTerms = tokenLike(/^(?:طالبا|طالبة|مفضلا|مفضلة|رافضا|رافضة|مشترطا|مشترطة)$/);
export const isInNameOf = tokenLike(/^(?:باسم|بلسان)$/);
export const isOfSide = tokenLike(/^(?:شمال|جنوب|شرق|غرب)ي?$/);
export const ACTING = wordSet('بالإنابة بالنيابة بالوكالة بالتكليف');
export const OF_SIDES = new Set(
  ['شرقي', 'غربي', 'شمالي', 'جنوبي'].flatMap((side) => [side, `${side}ة`, `${side}ه`]),
);
/** «المبعوث الأممي إلى اليمن» */
export const SENT = /^(?:ال)?(?:مبعوث|موفد|سفير|مندوب|ممثل|قنصل|رسول|بعث|وفد)[ةه]?$/;
export const SPOKESMAN = /^(?:ال)?(?:متحدث|ناطق|متكلم)[ةه]?$/;
/** Complements that need none themselves. */
export const COMPLETE = new Set(['اطفال', 'نساء', 'شباب', 'لاجئين', 'عيان', 'قدم', 'عام']);
/** The longest name between marks of a house that is waiting for one, in tokens. */
export const LONGEST_HOUSE = 12;

const isThis = tokenLike(/^(?:هذا|هذه|ذلك|تلك)$/);

/** «رئيس هذه اللجنة القاضي سامي نصر»: the office goes on behind the demonstrative. */
export const isThisBody = (tokens: readonly Token[], at: number): boolean =>
  isThis(tokens[at]) && /^ال.../.test(tokens[at + 1]?.text ?? '');

const isForThem = tokenLike(/^لل.{3,}$/);

/** «قال القاضي للمتهم:», «قالت المعلمة للتلاميذ إن»: to whom, behind an office that is whole. */
export function isToSomebody(tokens: readonly Token[], at: number): boolean {
  if (!isForThem(tokens[at]) || !/^ال/.test(tokens[at - 1]?.text ?? '')) return false;
  const whom = (tokens[at]?.text ?? '').slice(2);
  return /^(?:person|plural)$/.test(TITLES_TRIE.get(whom)?.kind ?? '');
}
