import { countryOfNisba } from '#arabic/countries.ts';
import type { Form } from '#arabic/forms.ts';
import { type GazetteerEntry, gazetteer, isCommonWord, type PlaceType } from '#arabic/gazetteer.ts';
import { tokenLike } from '#arabic/tokens.ts';
import { type AcceptanceContext, isEvident } from './acceptance-context.ts';
import { isClub, isInFixture, isPlaying } from './place-clubs.ts';
import { isCounty, isNamedLikeMany, mainCountry, NAME_WEIGHT } from './place-countries.ts';
import { isOtherWord } from './place-homographs.ts';
import type { PlaceMention } from './place-mentions.ts';
import { isNamesakeElsewhere, isWholeHospital } from './place-named-after.ts';
import { isInOrganisation } from './place-organisations.ts';
import { isCalledAfter, isHomeOf } from './place-passing.ts';
import { type PlaceRules, placeRules } from './place-rules.ts';
import { isDash, type PlaceToken } from './place-tokens.ts';
import { isGivenName } from './speaker-words.ts';

/** Whether the name is a place where it stands. `known`: accepted elsewhere in the article. */
export function isPlaceHere(
  mention: PlaceMention,
  entry: GazetteerEntry,
  context: AcceptanceContext,
  known: boolean,
): boolean {
  const { tokens, rules, evidence } = context;
  const { before } = mention;
  if (
    !before.locative &&
    !before.admin &&
    mention.stem === null &&
    context.isPerson(mention.from, mention.to, entry.type !== 'country' && entry.type !== 'capital')
  )
    return false;
  if (isStreetOf(mention, entry, context) || isNamesakeElsewhere(mention, tokens, rules)) return false;
  if (isWholeHospital(mention, tokens)) return false;
  if (context.isTitle(mention.from, mention.to)) return false;
  if (isSurname(mention, entry, context) || isSonOf(mention, entry, tokens)) return false;
  if (isWholeWord(mention, entry, context) || isNameOfSomebody(mention, context)) return false;
  if (isFieldOf(mention, entry, tokens, rules)) return false;
  // «حي الزيتون»: every town may have one.
  const isOfAny = entry.type === 'neighbourhood' && !isNamedLikeMany(entry);
  if (isOfAny && evidence.size > 0 && !isEvident(entry, evidence)) return false;
  if (isInOrganisation(mention, entry, context)) return false;
  if (isOtherWord(mention, entry, context) || isInFixture(mention, entry, tokens)) return false;
  if (isPlaying(mention, tokens, rules.clubCities)) return false;
  if (isDateline(mention, tokens)) return true;
  if (context.kind === 'sport' && isClub(mention, entry, context)) return false;
  if (before.hashtag || (isLabel(mention, tokens) && isEvident(entry, evidence))) return true;
  if (before.admin) return entry.certainty === 'certain' || isThinkable(mention, entry, context);
  const strong = before.locative || before.chained || isWithin(mention, entry, tokens, rules);
  switch (entry.certainty) {
    case 'certain':
      return mention.stem?.proclitic !== 'ك' || entry.type === 'country';
    case 'locative':
      return (
        strong ||
        before.weakLocative ||
        isFollowedByCountry(mention, tokens, entry) ||
        isNoAdjective(mention, entry, context) ||
        (isCalledAfter(mention.from, tokens) && isEvident(entry, evidence)) ||
        (known && mention.stem === null)
      );
    case 'named':
      return isCapitalOf(mention, tokens) && isEvident(entry, evidence);
    case 'ordinary':
      return (
        ((strong ||
          isOffice(tokens[mention.from - 1]) ||
          isHomeOf(mention.from, tokens) ||
          isCapitalOf(mention, tokens) ||
          isWayTo(mention, tokens) ||
          isCalledAfter(mention.from, tokens)) &&
          isEvident(entry, evidence)) ||
        // «في جدة» is no grandmother, nor is «بجدة» where no other land is spoken of.
        (entry.id === 'جدة' && before.locative && (mention.stem === null || evidence.size === 0)) ||
        // «محطتا جدة وصلالة»: behind such a word, and before a place that is joined to it.
        (strong && (known || isSeaOfBoats(entry, tokens) || (before.weakLocative && before.chained))) ||
        isFollowedByCountry(mention, tokens, entry)
      );
  }
}

const isCapitalNoun = tokenLike(/^(?:عاصمه|كبري|حاضره)$/);

/** «نقلوا إلى مينا عاصمة الولاية» */
const isCapitalOf = ({ to, stem }: PlaceMention, tokens: readonly PlaceToken[]) =>
  stem === null && isCapitalNoun(tokens[to]) && tokens[to + 1]?.kind === 'word';

const isFeminine = tokenLike(/[\u0621-\u064a]{3}ه$/);

/** «مغادرة مالي», where the article speaks of Mali: the adjective of a feminine noun would be «مالية». */
const isNoAdjective = (
  { from, to, stem }: PlaceMention,
  entry: GazetteerEntry,
  { tokens, evidence }: AcceptanceContext,
): boolean =>
  entry.id === 'مالي' &&
  to - from === 1 &&
  stem === null &&
  isFeminine(tokens[from - 1]) &&
  isEvident(entry, evidence);

const goesOn = tokenLike(
  /^(?:و?ب[\u0621-\u064a]{2,}|في|من|علي|عن|الي|التي|حيث|امس|اليوم|مساء|صباح|فجر|ليل|قرب|بعد|قبل)$/,
);

/** «في حقل قمح», «معسكر تدريب»: the noun, and no town that is called so. */
const isFieldOf = (
  { from, to, before }: PlaceMention,
  { certainty }: GazetteerEntry,
  tokens: readonly PlaceToken[],
  rules: PlaceRules,
): boolean =>
  certainty === 'ordinary' &&
  to - from === 1 &&
  !before.admin &&
  rules.adminNounOf(tokens[from]?.form as Form) !== null &&
  tokens[to]?.kind === 'word' &&
  !goesOn(tokens[to]);

const isStreet = tokenLike(/^[وفبل]*(?:شارع|ساحه|ميدان|جاده|دوار|حديقه|كوبري)$/);

/** «ساحة فرنسا» elsewhere is called after her. */
const isStreetOf = (
  { from, stem }: PlaceMention,
  entry: GazetteerEntry,
  { tokens, evidence }: AcceptanceContext,
) => stem === null && isStreet(tokens[from - 1]) && entry.country !== mainCountry(evidence);

/** «صحة الحدود الشمالية», «شرطة الخليل» */
const isOffice = (word: PlaceToken | undefined) =>
  word?.kind === 'word' &&
  /^[وبل]?(?:صحه|تعليم|شرطه|مرور|امانه|اماره|بلديه|امير|محافظ|والي|اعيان|وجهاء)$/.test(word.text);

/** «من كوستي إلى الأبيض» */
const isWayTo = ({ from, to, stem }: PlaceMention, tokens: readonly PlaceToken[]) =>
  stem === null &&
  ((tokens[from - 1]?.text === 'الي' && [3, 4].some((k) => tokens[from - k]?.text === 'من')) ||
    (tokens[from - 1]?.text === 'من' && tokens[to]?.text === 'الي'));

const BOAT = /^(?:ال)?(?:قارب|قوارب|زورق|مركب|مهاجر|مهاجرا|مهاجرين|سفينه|سواحل|سفن)$/;

/** «الحمدانية بمحافظة نينوى»: a place of its country follows, in which it lies. */
function isWithin(
  { to }: PlaceMention,
  { country }: GazetteerEntry,
  tokens: readonly PlaceToken[],
  rules: PlaceRules,
): boolean {
  const noun = tokens[to];
  if (noun?.kind !== 'word' || !/^ب/.test(noun.text) || rules.adminNounOf(noun.form) === null) return false;
  const around = gazetteer(rules.notPlaces).longestAt(tokens, to + 1)?.value;
  return (
    around !== undefined && around !== 'not-a-place' && around.some((place) => place.country === country)
  );
}

/** «غرق قارب في المتوسط»; «في المتوسط» alone may be an average. */
const isSeaOfBoats = ({ type }: GazetteerEntry, tokens: readonly PlaceToken[]) =>
  (type === 'sea' || type === 'water') && tokens.some(({ text }) => BOAT.test(text));

/** «بلدات الساحل» in Mozambique is no place in Egypt: another name that nobody knows stands there. */
function isThinkable(
  mention: PlaceMention,
  entry: GazetteerEntry,
  { tokens, rules, evidence }: AcceptanceContext,
): boolean {
  // «محافظة حقل», «مدينة معبر»: what is a noun of places elsewhere is her name.
  if (rules.adminNounOf(tokens[mention.from]?.form as Form) !== null)
    return isCounty(tokens[mention.from - 1]) && isEvident(entry, evidence);
  return evidence.size === 0 || entry.country === null || isEvident(entry, evidence);
}

const isStop = tokenLike(/^\.$/);

/** «▪️ الوادي: وفاة طفل», «صبراتة | …»: what an item of a list is about. */
function isLabel({ from, to, stem }: PlaceMention, tokens: readonly PlaceToken[]): boolean {
  const isTold = /^[:|]$/.test(tokens[to]?.text ?? '') || (isStop(tokens[to]) && isStop(tokens[to + 1]));
  if (stem !== null || !isTold) return false;
  let at = from - 1;
  while (tokens[at]?.kind === 'mark') at--;
  return tokens[at] === undefined || tokens[at]?.kind === 'break';
}

/** «سبق - جدة:», «محمد سالم - الطائف» at the end of its line: where it was written. */
function isDateline({ from, to, stem }: PlaceMention, tokens: readonly PlaceToken[]): boolean {
  if (stem !== null || !isDash(tokens[from - 1])) return false;
  const next = tokens[to];
  return next?.kind === 'break' || next?.text === ':';
}

/** «بحوث»: a word of its own, and not «in حوث». */
function isWholeWord(
  { from, to, stem }: PlaceMention,
  entry: GazetteerEntry,
  { tokens, evidence }: AcceptanceContext,
): boolean {
  if (!stem || stem.proclitic === '' || to - from > 1) return false;
  const written = tokens[from]?.text ?? '';
  const word = stem.conjunction === '' ? written : written.slice(1);
  // «بيوتا», «بابين»: with the ending of its case or number.
  const inflected =
    entry.type !== 'country' && entry.type !== 'capital' ? /^(.{3,}?)(?:ا|ين|ان)$/.exec(word) : null;
  if (inflected && stem.proclitic === 'ب' && isCommonWord(inflected[1] ?? '')) return true;
  // «تترك بابها مفتوحا», «بائعات»: «بأبها» has its hamza, or the article speaks of her country.
  const owned = stem.proclitic === 'ب' && !tokens[from]?.hamza ? /^(.{3,}?)(?:ها|هم|ات)$/.exec(word) : null;
  const isOwned = isCommonWord(owned?.[1] ?? '') || owned?.[1] === 'باب';
  if (isOwned && (evidence.get(entry.country ?? '') ?? 0) <= NAME_WEIGHT) return true;
  return entry.certainty !== 'certain' && isCommonWord(word);
}

/** «العقيد بافلو شيفتشنكو»: his name, and not «in أفلو». */
const isNameOfSomebody = (
  { from, to, stem, before }: PlaceMention,
  { isPerson }: AcceptanceContext,
): boolean => !!stem?.proclitic && to - from === 1 && !before.admin && isPerson(from, to, true);

const isOfSon = tokenLike(/^و?(?:بن|ابن|عبد)$/);

/** «عادل بن أحمد الجبير»: only «في بن أحمد» is the town. */
function isSonOf(
  { from, before }: PlaceMention,
  entry: GazetteerEntry,
  tokens: readonly PlaceToken[],
): boolean {
  if (before.locative || before.admin || before.hashtag || entry.type === 'capital') return false;
  return isOfSon(tokens[from]);
}

const TITLE = /^ال(?:ملكه|اميره|سيده|قديسه|انسه|دكتوره|ممثله|مغنيه)$/;
const SURNAMES = new Set<PlaceType>(['city', 'town', 'district', 'province', 'neighbourhood']);

/** «محمد علي العروي»: a town's name with the article, behind a given name, is a man's. */
function isSurname(
  { from, to, stem, before }: PlaceMention,
  entry: GazetteerEntry,
  { tokens, evidence }: AcceptanceContext,
): boolean {
  if (stem !== null || before.locative || before.admin || before.chained) return false;
  if (to - from > 1) return false;
  // «الملكة فيكتوريا»
  if (entry.type !== 'country' && TITLE.test(tokens[from - 1]?.text ?? '')) return true;
  if (!SURNAMES.has(entry.type)) return false;
  const written = tokens[from]?.text ?? '';
  const previous = tokens[from - 1];
  // «أمير القصيم» is of it.
  if (entry.country === 'SA' && /^[وفبل]?امير$/.test(previous?.text ?? '')) return false;
  // «غارة على الضالع» is nobody called Ali.
  const deed = tokens[from - 2];
  if (previous?.text === 'علي' && deed !== undefined && placeRules().isEventWord(deed.form)) return false;
  if (previous?.kind !== 'word' || !isGivenName(previous.text)) return false;
  // «جاين أوستن»: nothing else in the article is in that country.
  const spoken = (evidence.get(entry.country ?? '') ?? 0) > NAME_WEIGHT;
  return written.startsWith('ال') || (!spoken && previous.text !== 'علي');
}

function isCountry(country: string | null, tokens: readonly PlaceToken[], at: number): boolean {
  const found = gazetteer(placeRules().notPlaces).longestAt(tokens, at)?.value;
  return (
    found !== undefined &&
    found !== 'not-a-place' &&
    found.some((place) => place.type === 'country' && place.country === country)
  );
}

/** «البيضاء اليمنية» */
function isFollowedByCountry(
  mention: PlaceMention,
  tokens: readonly PlaceToken[],
  entry: GazetteerEntry,
): boolean {
  const next = tokens[mention.to];
  // «وصلوا إلى أدري في تشاد»
  if (mention.before.weakLocative && next?.text === 'في' && isCountry(entry.country, tokens, mention.to + 1))
    return true;
  return (
    mention.before.weakLocative &&
    next?.kind === 'word' &&
    entry.country !== null &&
    countryOfNisba(next.text) === entry.country
  );
}
