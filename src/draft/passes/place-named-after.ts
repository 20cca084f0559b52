import { gazetteer } from '#arabic/gazetteer.ts';
import { seldomLike, tokenLike } from '#arabic/tokens.ts';
import type { PlaceMention } from './place-mentions.ts';
import type { PlaceRules } from './place-rules.ts';
import { MONTH } from './place-sentences.ts';
import type { PlaceToken } from './place-tokens.ts';

/** What is often called after a place that is elsewhere; no airport, dam or crossing is. */
const isCalledAfter = tokenLike(
  /^[وفبل]*(?:شارع|ساحه|ميدان|جاده|دوار|حديقه|كوبري|جسر|فندق|مستشفي|مشفي|مدرسه|ثانويه|مسجد|جامع|كنيسه|مقهي|مطعم|سينما|قاعه|برج|سوق|ملعب)$/,
);

const isHospital = tokenLike(/^[وفبل]*(?:مستشفي|مشفي)$/);
export const isOfItsKind = tokenLike(
  /^ال(?:عام|مركزي|مرجعي|تخصصي|حكومي|عسكري|وطني|اميري|ميداني|اقليمي|جهوي|خيري)$/,
);

/** «مستشفى عرعر المركزي»: called so in full, and no word of the town alone. */
export const isWholeHospital = (
  { from, to, stem }: { from: number; to: number; stem: unknown },
  tokens: readonly PlaceToken[],
): boolean => stem === null && isHospital(tokens[from - 1]) && isOfItsKind(tokens[to]);

/** «مستشفى القدس في حلب», «شارع بغداد وسط دمشق»: where it lies follows, in another country. */
export function isNamesakeElsewhere(
  { from, to, stem, entries }: PlaceMention,
  tokens: readonly PlaceToken[],
  rules: PlaceRules,
): boolean {
  if (stem !== null || !isCalledAfter(tokens[from - 1])) return false;
  let at = to;
  while (at < to + 2 && isLocative(tokens[at], rules)) at++;
  const free = at > to;
  // «بمدينة حلب», «في العاصمة دمشق»
  const noun = tokens[at];
  const led =
    noun?.kind === 'word' && (free || noun.text.startsWith('ب')) && rules.admin.has(bare(noun.text));
  const around = gazetteer(rules.notPlaces).longestAt(tokens, led ? at + 1 : at, 'any');
  if (!around || around.value === 'not-a-place' || around.stem?.article) return false;
  if (free || led ? around.stem !== null : around.stem?.proclitic !== 'ب') return false;
  const countries = new Set(entries.map(({ country }) => country));
  return around.value.every(({ country }) => country !== null && !countries.has(country));
}

const isIn = tokenLike(/^(?:في|قرب|ب?وسط)$/);

const isLocative = (word: PlaceToken | undefined, rules: PlaceRules) =>
  isIn(word) || (word?.kind === 'word' && rules.directions.has(bare(word.text)));

const bare = (word: string) => word.replace(/^ب(?=...)/, '');

const isOfTime = seldomLike(/^(?:ال(?:ماضي|مقبل|جاري|حالي|قادم)|عام|سنه|من)$/);

/** «1 ماي»: a day that a square is called after, and not when something happened there. */
export const isDay = (tokens: readonly PlaceToken[], at: number): boolean =>
  tokens[at]?.kind === 'number' &&
  (tokens[at]?.text.length ?? 0) <= 2 &&
  MONTH.test(tokens[at + 1]?.text ?? '') &&
  tokens[at + 2]?.kind !== 'number' &&
  !isOfTime(tokens[at + 2]);
