import type { Stem } from '#arabic/clitics.ts';
import { type GazetteerValue, gazetteer } from '#arabic/gazetteer.ts';
import { seldomLike, tokenLike } from '#arabic/tokens.ts';
import { adminNounAt, isOfOffice } from './admin-noun.ts';
import { isOrdinaryForm } from './ordinary-form.ts';
import type { PlaceRules } from './place-rules.ts';
import type { PlaceToken } from './place-tokens.ts';

const isProvinceNoun = tokenLike(/^[وف]?[بل]?(?:ولايه|محافظه|مقاطعه|اقليم|منطقه)$/);
const PARTICLES = new Set(['دي', 'ديل', 'دل']);
const isParticle = tokenLike(/^(?:دي|ديل|دو|دا)$/);

/** «مدرسة مارشال كاونتي» */
const endsName = seldomLike(/^(?:كاونتي|هايتس|هيلز|فولز|بيتش|سبرينغز|كريك)$/);
const isStreet = seldomLike(/^[وفبل]*(?:شارع|ميدان|ساحه|جسر|كوبري|نفق)$/);

const isNext = tokenLike(/^ال(?!.*(?:ي|يه|ين|ون|ات|كبري|صغري|قديمه|جديده)$).{3,}/);

/** «بلدة آيت سمايل», «قرية إغيل نصر»: the gazetteer knows only a part of the name. */
export function isPartOfName(
  tokens: readonly PlaceToken[],
  at: number,
  match: { to: number; value: GazetteerValue; stem: Stem | null },
  rules: PlaceRules,
): boolean {
  if (match.value === 'not-a-place' || match.stem !== null) return false;
  // «سان خوان دي ديوس»
  const next = tokens[match.to];
  if (PARTICLES.has(next?.text ?? '') || isParticle(tokens[at - 1]) || endsName(next)) return true;
  // «شارع جمال عبد الناصر»
  if (next?.text === 'عبد' && isStreet(tokens[at])) return true;
  if (match.to - at > 1) return false;
  if (match.value.some((entry) => entry.type === 'country' || entry.type === 'capital')) return false;
  const before = tokens[at - 1]?.text ?? '';
  // «في ولاية بورنو أديريمي بادوكون»: a province known by that name, and a man.
  if (isProvinceNoun(tokens[at - 1]) && match.value.some(({ type }) => type === 'province')) return false;
  const noun = adminNounAt(tokens, at - 1, rules);
  // «قرية قصر البريج»
  if (rules.nameHeads.has(before) && adminNounAt(tokens, at - 2, rules) === 'strong') return true;
  // «قرية شبرا العنب»
  if (noun === 'strong' && rules.nameHeads.has(tokens[at]?.text ?? '') && isNext(tokens[match.to]))
    return true;
  if (rules.nameHeads.has(before) && !noun) return adminNounAt(tokens, at - 2, rules) !== null;
  return (
    noun === 'strong' &&
    !isOfOffice(tokens, at - 1) &&
    next?.kind === 'word' &&
    !/^[وفبل]/.test(next.text) &&
    adminNounAt(tokens, match.to, rules) === null &&
    !rules.locatives.has(next.text) &&
    !next.text.startsWith('ال') &&
    !isOrdinaryForm(next.text) &&
    gazetteer(rules.notPlaces).get(next.text) === undefined
  );
}
