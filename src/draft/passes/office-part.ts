import { type Token, tokenLike } from '#arabic/tokens.ts';
import type { Range } from './speaker.ts';
import {
  isDefinite,
  isGivenName,
  isNisba,
  isOrdinaryWord,
  isPlaceWord,
  ORGANISATIONS_TRIE,
  TITLES_TRIE,
} from './speaker-words.ts';

/** A rank behind an office has at most so many words. */
const LONGEST_RANK = 3;

/** «المتحدث باسم الدفاع المدني العقيد» before a name: the office alone; a rank that stands by itself is all there is. */
export function officePart(tokens: readonly Token[], role: Range): Range {
  let to = beforeStyle(tokens, { from: role.from, to: withoutAbbreviations(tokens, role) });
  for (let from = to - 1; from > role.from && from >= to - LONGEST_RANK; from--) {
    if (!isDefinite(tokens[from]?.text ?? '') || !isRank(tokens, from, to)) continue;
    if (isLate(tokens[from])) continue;
    // «صاحب السمو الملكي الأمير» is one title.
    if (isRank(tokens, role.from, from)) continue;
    // «طبيب الفريق», «المرشح لخلافة الملا»: of whom.
    if (waits(tokens[from - 1]?.text ?? '') && !isOfHouse(tokens, from - 1)) continue;
    to = from;
    from = to;
  }
  return { from: role.from, to };
}

/** «أمير المنطقة الشرقية صاحب السمو الملكي الأمير»: the office, before how one speaks of him. */
function beforeStyle(tokens: readonly Token[], { from, to }: Range): number {
  for (let i = from + 1; i < to - 1; i++) if (opensStyle(tokens[i]) && isStyle(tokens[i + 1])) return i;
  return to;
}

const opensStyle = tokenLike(/^صاحب[ةه]?$/);

/** «مديرة المنطقة الصحية د. منى»: a rank that is shortened to its first letter. */
function withoutAbbreviations(tokens: readonly Token[], { from, to }: Range): number {
  let end = to;
  while (end - 2 > from && tokens[end - 1]?.text === '.' && isShortened(tokens[end - 2])) end -= 2;
  return end;
}

const isShortened = tokenLike(/^[ادم]$/);

/** Whether the words [from, to) are a title that is no office: «العقيد», «الدكتورة», «المهندس». */
export function isRank(tokens: readonly Token[], from: number, to: number): boolean {
  const title = TITLES_TRIE.longestAt(tokens, from);
  // «العميد الركن», «العقيد المتقاعد»
  const full = title && title.to + 1 === to && title.value.kind === 'rank' && isOfRank(tokens[title.to]);
  if (full) return true;
  return title?.to === to && (title.value.kind === 'rank' || HONOURS.test(tokens[from]?.text ?? ''));
}

const isOfRank = tokenLike(/^ال(?:ركن|متقاعد|طيار)$/);

/** Titles that are trades, too. */
const HONOURS =
  /^ال(?:مهندس|محامي|قاضي|شيخ|استاذ|سيد|امير|نقيب|عميد|جنرال|كولونيل|اميرال|ادميرال|اب|نائب|لاعب|مهاجم|مدافع)[ةه]?$/;
export const isHonour = (word: string): boolean => HONOURS.test(word);
/** «الراحل», «الشهيد»: how one speaks of the dead. */
export const isLate = tokenLike(/^ال(?:راحل|مرحوم|فقيد|شهيد)[ةه]?$/);

/** «بجامعة طيبة»: what a house is called ends its name. */
function isOfHouse(tokens: readonly Token[], at: number): boolean {
  const house = (tokens[at - 1]?.text ?? '').replace(/^[بل](?=.{3})/, '');
  return (
    !isDefinite(house) &&
    /^(?:جامعة|مستشفى|مدرسة|كلية|مطار|ميناء|نادي|صحيفة|شركة|مصنع|قناة|محافظة|بلدية|مدينة)$/.test(house)
  );
}

/** A noun without its article that still waits for one with it. */
function waits(text: string): boolean {
  const bare = text.replace(/^[بل](?=.{3})/, '');
  if (isGivenName(text) || /^(?:و?ال|بال|لل)/.test(text) || ORGANISATIONS_TRIE.get(text) !== undefined)
    return false;
  if (isPlaceWord(text) || isPlaceWord(bare)) return false;
  return TITLES_TRIE.get(text) !== undefined || isOrdinaryWord(text) || isOrdinaryWord(bare);
}

const isStyle = tokenLike(/^ال(?:سمو|معالي|سعاد[ةه]|فضيل[ةه])$/);
const isOfStanding = tokenLike(/^ال(?:مسؤول|دبلوماسي|قيادي|سياسي)[ةه]?$/);

/** «البارونة», «الفرنسي», «الجمهوري»: a rank, a nation or a party, and no office. */
export function saysLittle(tokens: readonly Token[], { from, to }: Range): boolean {
  // «صاحب السمو الملكي الأمير خالد»: how one speaks of him.
  if (isStyle(tokens[from + 1])) return true;
  // «د. هدى منصور أستاذة التاريخ»
  if (to - from === 2 && tokens[from]?.text.length === 1 && tokens[to - 1]?.text === '.') return true;
  // «الدبلوماسي الإسرائيلي»: anybody of some standing.
  const anybody = isOfStanding(tokens[from]) && to - from <= 2;
  if (anybody && (to - from === 1 || isNisba(tokens[to - 1]?.text ?? ''))) return true;
  if (to - from > 1 || !isDefinite(tokens[from]?.text ?? '')) return false;
  return TITLES_TRIE.longestAt(tokens, from) === null || isRank(tokens, from, to);
}
