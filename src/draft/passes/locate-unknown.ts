import type { Stem } from '#arabic/clitics.ts';
import { countryOfNisba } from '#arabic/countries.ts';
import { gazetteer } from '#arabic/gazetteer.ts';
import { tokenLike } from '#arabic/tokens.ts';
import type { LocatedMention } from './located-mention.ts';
import { cliticsOfNoun } from './place-name.ts';
import { isOfItsKind } from './place-named-after.ts';
import { nearestCountry } from './place-nearest.ts';
import type { PlaceRules } from './place-rules.ts';
import type { PlaceToken } from './place-tokens.ts';
import { findUnknownPlaces } from './unknown-places.ts';

/** The country that all known places lie in, where it is one. */
function onlyCountry(known: readonly LocatedMention[]): string | null {
  const country = known[0]?.country ?? null;
  return known.every((mention) => mention.country === country) ? country : null;
}

/** The places that only the noun before them shows: «بلدة كذا». */
export function locateUnknown(
  tokens: readonly PlaceToken[],
  known: readonly LocatedMention[],
  main: string | null,
  rules: PlaceRules,
  isPerson: (from: number, to: number) => boolean,
): LocatedMention[] {
  const countryNear = nearestCountry(known, tokens);
  const home = main ?? onlyCountry(known);
  const found: LocatedMention[] = findUnknownPlaces(tokens, known, main, rules)
    .filter(({ from, to, noun }) => noun === 'facility' || !isPerson(from, to))
    .map(({ from, to, noun, joined }) => {
      const country =
        nisbaCountry(tokens[to]) ??
        countryNear(from) ??
        home ??
        (noun === 'facility' ? countryInside(tokens, from + 1, to, rules) : null);
      const name = tokens.slice(from, to);
      return { from, to, noun, joined, country, id: idOfUnknown(name, joined ?? false, country, rules) };
    })
    .map(({ from, to, noun, joined, country, id }) => ({
      from,
      to,
      stem: joined ? stemOfJoined(tokens[from]) : null,
      id,
      country,
      type: noun === 'facility' ? 'facility' : 'town',
      before: {
        admin: noun !== null,
        locative: noun === null,
        weakLocative: false,
        hashtag: false,
        chained: false,
        capital: false,
      },
    }));
  const ids = new Set(found.map(({ id }) => id));
  return found.map((place) => withoutNoun(place, ids));
}

/** «مستشفى البدرشين المركزي»: the country of the town that it is called by, where nothing else tells. */
function countryInside(
  tokens: readonly PlaceToken[],
  from: number,
  to: number,
  rules: PlaceRules,
): string | null {
  const town = gazetteer(rules.notPlaces).longestAt(tokens, from);
  if (!town || town.to > to || town.value === 'not-a-place') return null;
  const countries = new Set(town.value.map(({ country }) => country));
  return countries.size === 1 ? (town.value[0]?.country ?? null) : null;
}

/** «منجم تكيبولي» where the text speaks of «تكيبولي» too: the town is the place. */
function withoutNoun(place: LocatedMention, ids: ReadonlySet<string>): LocatedMention {
  const town = `?${place.id.slice(place.id.indexOf(' ') + 1)}`;
  if (place.type !== 'facility' || !place.id.startsWith('?') || !ids.has(town)) return place;
  return { ...place, from: place.from + 1, id: town, stem: null };
}

// «مقاطعة إسكس البريطانية»
export const nisbaCountry = (word: PlaceToken | undefined) =>
  // «بلدة كذا الصحراوية» lies in a desert.
  word?.kind === 'word' && word.text.startsWith('ال') && !word.text.startsWith('الصحراوي')
    ? countryOfNisba(word.text)
    : undefined;

const isForArms = tokenLike(/^ال(?:جويه|بحريه|عسكريه|عسكري|دولي|دوليه|مدني|حربي)$/);
const isIsland = tokenLike(/^[وف]?[بل]?جزيره$/);

/** The same for «مستشفى الأمل», «بمستشفى الأمل» and «مستشفى «الأمل»»; that of the gazetteer where it knows the name. */
function idOfUnknown(
  name: readonly PlaceToken[],
  joined: boolean,
  country: string | null,
  rules: PlaceRules,
): string {
  const words = name.filter(({ kind }) => kind === 'word');
  // «في شمع» and «بلدة شمع» are one, though the name alone is taken for another word.
  const own = joined ? null : gazetteer(rules.notPlaces).longestAt(words, 0);
  if (own?.to === words.length && own.value !== 'not-a-place') {
    const entry = own.value.find((place) => place.country === country);
    if (entry) return `${entry.id}/${country ?? ''}`;
  }
  const known = words.length < name.length ? gazetteer(rules.notPlaces).longestAt(words, 0, 'any') : null;
  if (known?.to === words.length && known.value !== 'not-a-place') {
    const [entry] = known.value;
    if (entry) return `${entry.id}/${entry.country ?? ''}`;
  }
  // «جزيرة لوزون» is «لوزون».
  const island = isIsland(words[0]) ? gazetteer(rules.notPlaces).longestAt(words, 1) : null;
  if (island?.to === words.length && island.value !== 'not-a-place') {
    const land = island.value.find(
      ({ type }) => type === 'island' || type === 'region' || type === 'province',
    );
    if (land) return `${land.id}/${land.country ?? ''}`;
  }
  // «مستشفى عرعر» and «مستشفى عرعر المركزي» are one, «قاعدة العند» and «قاعدة العند الجوية».
  if (words.length > 2 && (isOfItsKind(words.at(-1)) || isForArms(words.at(-1)))) words.pop();
  const [first = '', ...rest] = words.map(({ text }) => text);
  return `?${[first.slice(joined ? 1 : cliticsOfNoun(first)), ...rest].join(' ')}`;
}

const stemOfJoined = (word: PlaceToken | undefined): Stem => ({
  conjunction: 'و',
  proclitic: '',
  article: false,
  rest: (word?.text ?? '').slice(1),
});
