import { isComma, seldomLike, tokenLike } from '#arabic/tokens.ts';
import type { LocatedMention } from './located-mention.ts';
import { placeRules } from './place-rules.ts';
import type { PlaceToken } from './place-tokens.ts';

const isOffice = tokenLike(
  /^[وفبل]*(?:رءيس|رييس|رءيسه|رييسه|رءيسا|رييسا|رءيسي|رييسي|ملك|ملكه|امير|سلطان|وزير|وزيره|وزيرا|وزيري|وزراء|خارجيه|دفاع|رءاسه|رياسه|سفير|سفيره|سفيرا|سفيري|سفراء|قاده|زعيم|زعماء|نواب)$/,
);

const isFormer = tokenLike(/^ال(?:سابق|سابقه|اسبق|راحل|راحله|مخلوع|منتخب)$/);

/** «رئيس الولايات المتحدة», «وزير خارجية اليابان»: whose he is, and no scene. */
export const isOfOfficial = (
  { from, to, stem, type }: LocatedMention,
  tokens: readonly PlaceToken[],
): boolean =>
  !isFormer(tokens[to]) &&
  type === 'country' &&
  stem === null &&
  isOffice(tokens[from - 1]) &&
  !placeRules().admin.has(tokens[from - 1]?.text ?? '');

const areOffices = seldomLike(
  /^[وفبل]*(?:روساء|رءساء|رؤساء|ملوك|قاده|زعماء|وزراء|وزيري|رءيسي|رييسي|خارجيه|دفاع|سفراء|نواب|ممثلي|مندوبي|وفود)$/,
);
const OFFICES_REACH = 8;

/** «رؤساء مصر وتونس والجزائر»: whose the further ones are. */
export function isOneOfOfficials(
  { from, type }: LocatedMention,
  previous: LocatedMention,
  tokens: readonly PlaceToken[],
): boolean {
  if (type !== 'country' || previous.type !== 'country' || previous.to < from - 1) return false;
  for (let i = previous.from - 1; i >= previous.from - OFFICES_REACH; i--) {
    if (areOffices(tokens[i])) return true;
    if (!isComma(tokens[i]) && !/^(?:و|ال)/.test(tokens[i]?.text ?? '')) return false;
  }
  return false;
}
