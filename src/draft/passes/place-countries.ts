import { countryOfNisba } from '#arabic/countries.ts';
import { ofForm } from '#arabic/forms.ts';
import type { GazetteerEntry, PlaceType } from '#arabic/gazetteer.ts';
import { tokenLike } from '#arabic/tokens.ts';
import type { PlaceMention } from './place-mentions.ts';
import { isOrigin } from './place-passing.ts';
import { isAcrossBorder } from './place-scene.ts';
import type { PlaceToken } from './place-tokens.ts';

/** How much the article speaks of each country: names that are certain, and nationality adjectives. */
export type CountryEvidence = ReadonlyMap<string, number>;

const OTHER_WORDS = new Set(['سيول', 'جنين']);
export const NAME_WEIGHT = 2;
// «على حدود سوريا» is told of a town of her neighbour's.
const BORDER_WEIGHT = 0.5;
const HEADLINE_WEIGHT = 3;

/** «المالية», «غرامات مالية»: of money far more often than of Mali. */
const ofMoney = /^(?:ال|لل)?مالي(?:ه|ا)?$/;

const nisbaOf = ofForm(({ kind, text }) =>
  kind === 'word' && text.length > 3 && !ofMoney.test(text) ? (countryOfNisba(text) ?? null) : null,
);

export const isCounty = tokenLike(/^[وفبل]*(?:محافظه|مديريه|ولايه|قضاء|مدينه|مقاطعه|اقليم|معتمديه)$/);

/** «مستشفى ابن سينا», «مسجد النور»: every land has one. */
export const isNamedLikeMany = ({ type, id }: GazetteerEntry): boolean =>
  (type === 'facility' || type === 'neighbourhood' || type === 'district') &&
  /^(?:مستشفى|مشفى|مسجد|جامع|مدرسة|كنيسة|فندق|سوق|ملعب|ساحة|ميدان|شارع|حديقة|جسر|طريق) /.test(id);

/** «محافظة إب»: a word of the language too, which the noun makes a name, and that of one country. */
const isOfOne = ({ entries: [first, ...others] }: PlaceMention): boolean =>
  first !== undefined &&
  first.certainty !== 'named' &&
  others.every(({ country }) => country === first.country);

/** «القاهرة»: the capital, whatever village has its name; «مديرية القاهرة» is none. */
const isCapitalFirst = (
  { entries: [first, ...others], from, before }: PlaceMention,
  tokens: readonly PlaceToken[],
) =>
  first?.type === 'capital' &&
  // «درس في جامعة القاهرة» may be of anywhere.
  (before.locative || before.chained || before.capital) &&
  !isCounty(tokens[from - 1]) &&
  others.every(({ certainty }) => certainty !== 'certain');

export function weighCountries(
  tokens: readonly PlaceToken[],
  mentions: readonly PlaceMention[],
): CountryEvidence {
  const weight = new Map<string, number>();
  const add = (country: string | null | undefined, by: number) => {
    if (country) weight.set(country, (weight.get(country) ?? 0) + by);
  };
  const headlineEnd = tokens.findIndex((token) => token.kind === 'break');
  const isHeadline = (at: number) => at < headlineEnd;
  const addPlace = (mention: PlaceMention, country: string | null) => {
    const aside = isAcrossBorder(mention, tokens, mention.from - 1) || isOrigin(mention.from, tokens);
    const by = aside ? BORDER_WEIGHT : NAME_WEIGHT;
    add(country, isHeadline(mention.from) ? by * HEADLINE_WEIGHT : by);
  };
  const shared: PlaceMention[] = [];
  for (const mention of mentions) {
    const [only, other] = mention.entries;
    // «سيول» may be floods, «جنين» an embryo: they speak for no country themselves.
    if (only === undefined || OTHER_WORDS.has(only.id) || isNamedLikeMany(only)) continue;
    if (only.certainty !== 'certain') {
      // «في مالي», «شمال مالي»: no adjective there.
      const isLand = only.type === 'country' && mention.stem === null && mention.before.locative;
      const isCountyOfOne = isCounty(tokens[mention.from - 1]) && mention.before.admin;
      if ((isLand || isCountyOfOne) && isOfOne(mention)) addPlace(mention, only.country);
      continue;
    }
    if (!other || isCapitalFirst(mention, tokens)) addPlace(mention, only.country);
    else if (other.namesake) shared.push(mention);
  }
  for (let i = 0; i < tokens.length; i++) {
    const country = nisbaOf((tokens[i] as PlaceToken).form);
    if (country !== null && !isOfGuest(tokens, i)) add(country, isHeadline(i) ? 2 : 1);
  }
  // A name that is another country's too speaks for the country it is known for, where nothing speaks for the other.
  for (const mention of shared) {
    const [known, ...namesakes] = mention.entries;
    if (namesakes.every(({ country }) => !weight.has(country ?? '')))
      addPlace(mention, known?.country ?? null);
  }
  return weight;
}

/** «وزير الدفاع الأميركي», «نظيره التركي»: whose officials come may be another country than the story's. */
function isOfGuest(tokens: readonly PlaceToken[], at: number): boolean {
  return isOfficial(tokens[at - 1]) || isOfficial(tokens[at - 2]);
}

const isOfficial = tokenLike(/^[وفبل]*(?:ال)?(?:وزير|وزيره|سفير|سفيره|مبعوث|نظيره|نظيرها|نظيرته)$/);

/** The country that the article speaks of most. */
export function mainCountry(evidence: CountryEvidence): string | null {
  let best: string | null = null;
  let most = 0;
  for (const [country, weight] of evidence)
    if (weight > most) {
      best = country;
      most = weight;
    }
  return best;
}

const NEIGHBOURS = new Set(['PS', 'JO', 'SY', 'IQ', 'LB']);

/** Of several places with one name, the one in a country that the article speaks of; else the first that is best known. */
export function chooseEntry(
  mention: PlaceMention,
  evidence: CountryEvidence,
  original: string,
  nisbaAfter: string | undefined,
  joinedType: PlaceType | null,
): GazetteerEntry | null {
  const certain = mention.entries.filter((entry) => entry.certainty === 'certain');
  // A province may be called by its sea: «محافظة البحر الأحمر».
  const sea = mention.before.admin ? undefined : mention.entries.find(({ type }) => type === 'sea');
  if (sea) return sea;
  // A small town of that name is meant only after «بلدة».
  const entries =
    certain.length > 0 && !mention.before.admin && !isOfStory(mention, certain, evidence)
      ? certain
      : mention.entries;
  if (entries.length <= 1) return entries[0] ?? null;
  if (nisbaAfter) {
    const named = entries.find((entry) => entry.country === nisbaAfter);
    if (named) return named;
  }
  // The marks decide where they are written: عُمان is the sultanate, عمّان the city.
  const country = /ع\u064f?م\u0651/.test(original) ? 'JO' : /ع\u064f/.test(original) ? 'OM' : null;
  const marked = country && entries.find((entry) => entry.country === country);
  if (marked) return marked;
  // «العاصمة عمان»
  const capital = entries.filter(({ type }) => type === 'capital');
  if (mention.before.capital && capital.length === 1) return capital[0] ?? null;
  // «متحدث في عمان» in a story of her neighbours
  const levantine = entries.find(({ country, type }) => country === 'JO' && type === 'capital');
  if (levantine && !evidence.has('OM') && NEIGHBOURS.has(mainCountry(evidence) ?? '')) return levantine;
  // «طهران وعمان»
  if (joinedType === 'capital' || joinedType === 'country') {
    const alike = entries.filter((entry) => entry.type === joinedType);
    if (alike.length === 1 && entries.some(({ type }) => type !== joinedType)) return alike[0] ?? null;
  }
  let best: GazetteerEntry | null = null;
  let most = -1;
  for (const entry of entries) {
    const weight = (entry.country ? (evidence.get(entry.country) ?? 0) : 0) + prominence(entry);
    if (weight > most) {
      best = entry;
      most = weight;
    }
  }
  // «تعادلا بالدار البيضاء» in a story of Algeria that speaks of Morocco too: the city, and no suburb of its name.
  const known = mention.entries[0];
  const isCityElsewhere =
    known?.type === 'city' && best !== known && best?.type !== 'city' && evidence.has(known.country ?? '');
  return isCityElsewhere && !mention.before.admin && entries.includes(known) ? known : best;
}

/** How much a country is spoken of before its town of a name is meant, and not the city of another. */
const SPOKEN_OF = 4;

/** «في المنصورة» in a story of Aden, which does not speak of Egypt. */
const isOfStory = (
  { before, entries }: PlaceMention,
  certain: readonly GazetteerEntry[],
  evidence: CountryEvidence,
): boolean =>
  before.locative &&
  certain.length < entries.length &&
  certain.every(
    ({ type, country }) => type !== 'country' && type !== 'capital' && !evidence.has(country ?? ''),
  ) &&
  entries.some(({ country }) => (evidence.get(country ?? '') ?? 0) >= SPOKEN_OF);

function prominence(entry: GazetteerEntry): number {
  if (entry.type === 'country') return 0.9;
  if (entry.type === 'capital') return 0.8;
  if (entry.certainty === 'certain') return entry.type === 'city' || entry.country === null ? 0.6 : 0.5;
  // «حجة» and «سوسة» are words of the language, and cities before they are villages elsewhere.
  const isLarge = entry.type === 'city' || entry.type === 'province' || entry.type === 'region' ? 0.1 : 0;
  return (entry.certainty === 'locative' ? 0.3 : 0) + isLarge;
}
