import { seldomLike } from '#arabic/tokens.ts';
import type { PlaceRole } from '#draft/fact.ts';
import type { LocatedMention, RoleContext } from './located-mention.ts';
import { isOrigin } from './place-passing.ts';
import { isHit } from './place-struck.ts';
import type { PlaceToken } from './place-tokens.ts';

/** «اتهمت كيغالي كينشاسا»: a government, as what another does is done to it. */
export const isDoneTo = (
  { from, stem, type }: LocatedMention,
  previous: LocatedMention | undefined,
  roleBefore: PlaceRole,
  tokens: readonly PlaceToken[],
) =>
  roleBefore === 'actor' &&
  stem === null &&
  previous?.to === from &&
  previous.type !== 'city' &&
  !isHit(from, previous, tokens) &&
  (type === 'capital' || type === 'country');

/** «في طرابلس شمال لبنان», «في شارع كذا وسط القاهرة» */
export const liesAround = ({ from, stem, type }: LocatedMention, previous: LocatedMention | undefined) =>
  stem === null &&
  previous?.to === from &&
  (type === 'region' || type === 'province' || type === 'neighbourhood');

/** «إلى مستشفى الرازي بتونس», «من مخيم كذا جنوب الحسكة»: what lies around a place where nothing happened. */
export function holds(
  around: LocatedMention,
  { from, to, type }: LocatedMention,
  { tokens, rules, main }: RoleContext,
) {
  if (around.from === to) return type === 'facility' && around.stem?.proclitic === 'ب';
  if (
    around.from !== to + 1 ||
    // «عمال من نيبال في دبي»
    isOrigin(from, tokens) ||
    around.stem !== null ||
    // «نازحين من بيت حانون في حي الرمال»: no town lies in a quarter.
    isPartOfTown(around) ||
    (around.type === 'country' && around.country === main)
  )
    return false;
  const link = tokens[to]?.text ?? '';
  return link === 'في' || rules.directions.has(link);
}

const isPartOfTown = ({ type }: LocatedMention) =>
  type === 'neighbourhood' || type === 'camp' || type === 'facility' || type === 'district';

const isCountyNoun = seldomLike(/^(?:ولايه|محافظه|اقليم|مقاطعه|قضاء|مديريه|معتمديه|عماله)$/);

/** «في منزل تميم من ولاية نابل»: a place of it, and nobody's origin. */
export const isCountyOf = (
  { from, country }: LocatedMention,
  previous: LocatedMention | undefined,
  tokens: readonly PlaceToken[],
): boolean =>
  previous?.to === from - 2 &&
  previous.country === country &&
  tokens[from - 2]?.text === 'من' &&
  isCountyNoun(tokens[from - 1]);
