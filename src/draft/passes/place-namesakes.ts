import type { GazetteerEntry } from '#arabic/gazetteer.ts';
import { seldomLike, tokenLike } from '#arabic/tokens.ts';
import type { AcceptanceContext } from './acceptance-context.ts';
import { isNamedLikeMany, mainCountry, NAME_WEIGHT } from './place-countries.ts';
import type { PlaceMention } from './place-mentions.ts';
import type { PlaceToken } from './place-tokens.ts';

/** Villages whose name every country may have: «تل السلطان», «عين العرب», «كفر قاسم». */
const EVERYWHERE =
  /^(?:تل|عين|كفر|دير|بيت|وادي|رأس|جبل|برج|قصر|خان|باب|أم|أبو|الشيخ|بئر|خربة|حي|السيدة|سوق|سيدي|بني|أولاد|النبي|مار) /;

export const isQuarter = tokenLike(/^[وف]?[بل]?(?:حي|حيي|احياء|شارع|ضاحيه)$/);

/** Known only in a country that the article does not speak of: another of that name is meant. */
export const isHomonym = (entry: GazetteerEntry, evidence: ReadonlyMap<string, number>, inQuarter: boolean) =>
  (inQuarter && isNamedAfter(entry, evidence)) ||
  (isNamedLikeMany(entry) &&
    evidence.size > 0 &&
    (evidence.get(entry.country ?? '') ?? 0) <= ownWeight(entry, evidence)) ||
  ((entry.type === 'town' || entry.type === 'district' || entry.type === 'neighbourhood') &&
    (inQuarter || EVERYWHERE.test(entry.id)) &&
    evidence.size > 0 &&
    (evidence.get(entry.country ?? '') ?? 0) <= ownWeight(entry, evidence));

/** What a name itself speaks for its country, where another is spoken of more. */
const ownWeight = ({ certainty, country }: GazetteerEntry, evidence: ReadonlyMap<string, number>): number =>
  certainty === 'certain' && mainCountry(evidence) !== country ? NAME_WEIGHT : 0;

/** «حي دار السلام» in a story of Egypt, which speaks of Tanzania by nothing else. */
function isNamedAfter({ type, country, certainty }: GazetteerEntry, evidence: ReadonlyMap<string, number>) {
  const main = mainCountry(evidence);
  const own = certainty === 'certain' ? NAME_WEIGHT : 0;
  return type !== 'country' && main !== null && main !== country && (evidence.get(country ?? '') ?? 0) <= own;
}

const NILE = new Set(['EG', 'SD']);

/** The Nile is of the country that the story is told of; «مدينة دجلة» is a town, and no river. */
export const isRiverOf = (
  { id, type, country }: GazetteerEntry,
  evidence: ReadonlyMap<string, number>,
  noun: PlaceToken | undefined,
) =>
  (id === 'نهر النيل' && NILE.has(mainCountry(evidence) ?? '')) ||
  (type === 'water' && country === null && isTownNoun(noun));

const isTownNoun = seldomLike(/^[وف]?[بل]?(?:مدينه|بلده|قريه|ناحيه|قضاء|حي)$/);

const isSmallNoun = tokenLike(/^[وف]?[بل]?(?:بلديه|دايره|منطقه|قريه|دوار|بلده|ناحيه|دشره|عزبه|نجع|مديريه)$/);
/** How much a country is spoken of where the whole story is told of it. */
const WHOLE_STORY = 8;

/** «بمنطقة أراك» in a story of Algeria alone: a village of that name, and no city in Iran. */
export function isVillageOf(
  { from, to, stem }: PlaceMention,
  { country, type, certainty }: GazetteerEntry,
  { tokens, evidence }: AcceptanceContext,
): boolean {
  if (stem !== null || country === null || to - from > 1 || !isSmallNoun(tokens[from - 1])) return false;
  if (type === 'country' || type === 'capital' || type === 'region' || type === 'island') return false;
  const main = mainCountry(evidence);
  const own = certainty === 'certain' ? NAME_WEIGHT : 0;
  return (
    main !== null &&
    main !== country &&
    (evidence.get(main) ?? 0) >= WHOLE_STORY &&
    (evidence.get(country) ?? 0) <= own
  );
}

/** What several countries have a part of: «الأمازون الكولومبية», «الألب الفرنسية». */
export const isAcrossLands = ({ type }: GazetteerEntry): boolean =>
  type === 'region' || type === 'mountain' || type === 'water' || type === 'province';

/** «الإسكندرية» in a headline is that of «ناحية الإسكندرية» below it: a noun before a name tells which of them it is. */
export function agree(names: readonly PlaceMention[], chosen: (GazetteerEntry | null)[]): void {
  const told = new Map<string, GazetteerEntry | null>();
  for (const [i, { before, entries }] of names.entries()) {
    const entry = chosen[i];
    if (!entry || entries.length < 2 || !before.admin || entry.type === 'country' || entry.type === 'capital')
      continue;
    const other = told.get(entry.id);
    told.set(entry.id, other === undefined || other?.country === entry.country ? entry : null);
  }
  if (told.size === 0) return;
  for (const [i, { entries, before }] of names.entries()) {
    const entry = chosen[i];
    const meant = entry && !before.admin ? told.get(entry.id) : null;
    if (meant && meant.country !== entry?.country && entries.includes(meant)) chosen[i] = meant;
  }
}
