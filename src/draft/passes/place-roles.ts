import { seldomLike, tokenLike } from '#arabic/tokens.ts';
import type { StoryKind } from '#draft/draft.ts';
import type { PlaceRole } from '#draft/fact.ts';
import type { LocatedMention, RoleContext } from './located-mention.ts';
import { isActor } from './place-acts.ts';
import { isAddressee } from './place-addressed.ts';
import { isHeldThere, isOnTour } from './place-arrivals.ts';
import { isLikeness, isPlanned, isToCome } from './place-aside.ts';
import { isEachOf, isFled, isLaunchedFrom } from './place-coming.ts';
import {
  isAddressedThere,
  isBased,
  isEmbassyTo,
  isHomeOfOne,
  isHost,
  isLinked,
  isObject,
  isOfSanctioned,
  isOneOfPowers,
  isOneOfStates,
  isOneOfThese,
  isOtherEnd,
  isParty,
  isRoadByScene,
  isSeatOfWorld,
} from './place-complements.ts';
import { isDateline, isWrittenThere } from './place-datelines.ts';
import { distanceTo } from './place-distance.ts';
import { leaveOut, makeScenes, type PlaceInStory } from './place-lands.ts';
import { holds, isCountyOf, isDoneTo, liesAround } from './place-neighbours.ts';
import { isOfOfficial, isOneOfOfficials } from './place-officials.ts';
import { isOnlyTown, isOrigin, isStruckBy } from './place-passing.ts';
import type { PlaceRules } from './place-rules.ts';
import {
  isAhead,
  isElsewhere,
  isItem,
  isOfBuildings,
  isOffShore,
  isOnTheWay,
  isReached,
  isSetThere,
  isTowards,
} from './place-scene.ts';
import { LEAD, type SentenceTraits, traitsOf } from './place-sentences.ts';
import { isMinistryThere, isOfSource, isSeatOf, isSpokenAt } from './place-sources.ts';
import { isHit, isStruck } from './place-struck.ts';
import { isSubject } from './place-subjects.ts';
import type { PlaceToken } from './place-tokens.ts';

// What these stories are about has no scene: a town named late in them is an example.
const WITHOUT_SCENE = new Set<StoryKind>(['economy', 'sport', 'culture']);

/** Mostly told of as of the lands around it. */
const GULF = 'الخليج/';

// What befalls a country.
const SUFFERED = new Set<StoryKind>(['disaster', 'accident', 'health', 'protest']);

// What is told of the country that such a story is about may all be said or done by its government.
const MAY_ONLY_SPEAK = new Set<StoryKind>(['politics', 'economy', 'other']);

/** The role of each place, from all its mentions: event before actor before other. */
export function rolesOf(
  mentions: readonly LocatedMention[],
  context: RoleContext,
): Map<string, PlaceInStory> {
  const sentences = traitsOf(context);
  const roles = new Map<string, PlaceInStory>();
  const rank: Record<PlaceRole, number> = { event: 2, actor: 1, other: 0 };
  const headlineEnd = sentences[0]?.to ?? 0;
  let at = 0;
  let before: PlaceRole = 'other';
  const isPolitics = MAY_ONLY_SPEAK.has(context.kind);
  const acted = new Set<string>();
  const shown = new Set<string>();
  mentions.forEach((mention, i) => {
    while ((sentences[at]?.to ?? Number.POSITIVE_INFINITY) <= mention.from) at++;
    const role = roleOf(mention, mentions[i - 1], before, sentences[at], context);
    before = role;
    if (role === 'actor') acted.add(mention.id);
    else if (isPolitics && role === 'event' && isLocated(mention, context.tokens, context.rules))
      shown.add(mention.id);
    const old = roles.get(mention.id);
    const isShownBetter =
      old === undefined ||
      rank[role] > rank[old.role] ||
      // A headline shows less than a sentence of the text.
      (role === old.role && old.shownBy.from < headlineEnd && mention.from >= headlineEnd);
    if (isShownBetter) roles.set(mention.id, { role, shownBy: mention });
  });
  if (!WITHOUT_SCENE.has(context.kind)) makeScenes(mentions, roles, context, headlineEnd);
  if (isPolitics) leaveOut(mentions, roles, context, headlineEnd, acted, shown);
  return roles;
}

function roleOf(
  mention: LocatedMention,
  previous: LocatedMention | undefined,
  roleBefore: PlaceRole,
  sentence: SentenceTraits | undefined,
  context: RoleContext,
): PlaceRole {
  const { tokens, rules, main, kind } = context;
  if (!sentence || mention.from < sentence.from) return 'other';
  // «في الخليج», «في أوروبا» late in a text may be anywhere; a sea is where it happened, if anything did.
  const anywhere =
    mention.country === null &&
    sentence.order > 1 &&
    (mention.type === 'region' || (mention.id === GULF && !sentence.event));
  const home = main === null || mention.country === main || (mention.country === null && !anywhere);
  // «شهد» is also «to testify», and a governorate no witness.
  if (home && sentence.historical === null && hasSeen(mention, tokens)) return 'event';
  // «في روما وباريس»: a place joined to the one before it plays the same role.
  if (mention.before.chained && previous && isCapitalOf(mention, previous)) return 'actor';
  if (isAddressee(mention, tokens)) return 'actor';
  // «رؤساء مصر وتونس»
  if (mention.before.chained && previous && isOneOfOfficials(mention, previous, tokens)) return 'actor';
  if (mention.before.chained && previous && previous.from >= sentence.from && !mention.before.locative) {
    if (roleBefore === 'actor' && mention.type !== 'region')
      return isActor(mention, context) || canAct(mention) ? 'actor' : 'other';
    // «بورت سودان (السودان) -»: the country is the story's all the same.
    const aside =
      mention.type === 'country' && mention.country === main && tokens[mention.from - 1]?.text === '(';
    if (roleBefore === 'other' && !aside) return 'other';
    // «كييف/موسكو 3 مايو»: it was written in both, and happened in one.
    if (roleBefore === 'event' && !home && isSlash(tokens[mention.from - 1])) return 'other';
    // «في غارات على خوست وإسلام آباد تتحدث عن مسلحين»
    const speaks = mention.type === 'capital' && mention.stem !== null && isActor(mention, context);
    if (roleBefore === 'event' && !speaks && (home || sentence.order < LEAD)) return 'event';
  }
  if (isCountyOf(mention, previous, tokens)) return roleBefore;
  if (isOfOfficial(mention, tokens)) return 'actor';
  if (isHost(mention, tokens) || isOnTour(mention, previous, tokens)) return 'event';
  if (sentence.historical === null && isHeldThere(mention, tokens)) return 'event';
  if (isEmbassyTo(mention, tokens) || isParty(mention, tokens) || isOneOfPowers(mention, tokens))
    return 'actor';
  if (isBased(mention, tokens) || isOneOfStates(mention, tokens)) return 'other';
  if (mention.type === 'country' && isOrigin(mention.from, tokens)) return 'other';
  if (isLinked(mention, previous, tokens)) return 'other';
  // «أوغندا تعلن تفشي الوباء»: who tells of it is where it happens.
  if (mention.type === 'country' && mention.country === main && SUFFERED.has(kind)) return 'event';
  if (canAct(mention) && (isActor(mention, context) || isDoneTo(mention, previous, roleBefore, tokens)))
    return 'actor';
  if ((mention.country !== main || kind === 'politics') && isSubject(mention, tokens)) return 'actor';
  if (roleBefore === 'other' && previous && holds(mention, previous, context)) return 'other';
  if (mention.country !== main && isObject(mention, tokens)) return 'other';
  if (isRoadByScene(mention, roleBefore === 'event' ? previous : undefined, tokens)) return 'other';
  if (roleBefore === 'other' && isOtherEnd(mention, previous, tokens)) return 'other';
  const reached = mention.from < sentence.futureFrom && isReached(mention, context);
  if (!reached && isTowards(mention, context)) return 'other';
  if (kind !== 'sport' && mention.type === 'country' && main !== null && mention.country === main)
    return 'event';
  if (isDateline(mention, sentence, tokens) && (home || kind === 'sport')) return 'event';
  if (sentence.order > 0 && isMinistryThere(mention, tokens)) return 'other';
  if (isSeatOf(mention, tokens) || (sentence.order > 0 && isSpokenAt(mention, tokens, home))) return 'other';
  if (sentence.order > 0 && (isAddressedThere(mention, tokens) || isSeatOfWorld(mention, tokens)))
    return 'other';
  if (!home && (isOfSanctioned(mention, tokens) || isHomeOfOne(mention, tokens))) return 'other';
  if (isOnTheWay(mention, tokens)) return 'other';
  if (!home && (isWrittenThere(mention, sentence, tokens) || isOfSource(mention, tokens))) return 'other';
  if (isElsewhere(mention, sentence, context)) return 'other';
  // «▪️ نينوى: فتح مقبرة أعدم أهلها عام 2014»
  if (context.telegraphic && home && (mention.before.hashtag || isSetThere(mention, sentence, context)))
    return 'event';
  if (
    (context.telegraphic || isStar(tokens[sentence.from])) &&
    sentence.event &&
    isItem(mention, sentence, tokens)
  )
    return 'event';
  // «ستلتقي أنغولا مع جنوب أفريقيا»: who plays.
  if (kind === 'sport' && mention.type === 'country' && !mention.before.locative && !mention.before.admin)
    return 'actor';
  if (sentence.order > 0 && isToCome(mention, tokens)) return 'other';
  if (isOfAnotherTime(sentence, kind, home) || mention.from >= sentence.olderFrom) return 'other';
  if (sentence.order >= LEAD && (isPlanned(mention, tokens) || isLikeness(sentence, tokens))) return 'other';
  const located =
    isLocated(mention, tokens, rules) ||
    (roleBefore === 'event' && liesAround(mention, previous)) ||
    isOffShore(mention, tokens) ||
    isHit(mention.from, previous, tokens) ||
    reached ||
    isFled(mention, context) ||
    isLaunchedFrom(mention, context) ||
    (home && (isEachOf(mention.from, tokens) || isStruckBy(mention.from, tokens))) ||
    isOneOfThese(mention, tokens) ||
    isOfBuildings(tokens[mention.from - 1]) ||
    distanceTo(mention.from - 1, tokens, rules) === 'near';
  // «أعظم ناد في آسيا»
  if (kind === 'sport' && mention.country === null && mention.type === 'region') return 'other';
  if (kind === 'sport' && mention.type === 'country')
    return sentence.event && sentence.order < LEAD ? 'event' : 'other';
  if (kind === 'sport' && context.telegraphic && mention.before.locative) return 'event';
  if (sentence.order === 0) return located || (home && mention.type !== 'seat') ? 'event' : 'other';
  if (
    home &&
    !WITHOUT_SCENE.has(kind) &&
    (located || context.telegraphic || isSetThere(mention, sentence, context))
  )
    return 'event';
  if (
    located &&
    !anywhere &&
    (sentence.order < LEAD || sentence.event) &&
    (home || kind !== 'economy') &&
    !isAhead(sentence) &&
    !(sentence.earlier && sentence.order > 1)
  )
    return 'event';
  const bare =
    !located &&
    !mention.before.weakLocative &&
    (mention.stem?.proclitic ?? '') === '' &&
    !isOnlyTown(mention, tokens);
  return bare && !home && (mention.type === 'capital' || mention.type === 'seat') ? 'actor' : 'other';
}

/** «التي تشارك فيها تركيا، أنقرة»: no list of places. */
const isCapitalOf = ({ type, country, stem }: LocatedMention, previous: LocatedMention) =>
  type === 'capital' &&
  stem === null &&
  previous.type === 'country' &&
  previous.country === country &&
  previous.stem === null &&
  !previous.before.locative;

const isStar = tokenLike(/^[*•]$/);
const isSlash = tokenLike(/^\/$/);

/** Its own crime may be long ago where the story is a trial, its beginning some weeks. */
function isOfAnotherTime(
  { historical, order, earlier }: SentenceTraits,
  kind: StoryKind,
  home: boolean,
): boolean {
  if (historical === null) return false;
  // «وكانت سائحة قد قتلت في كذا قبل شهر», «وسبق أن فر من سجن» abroad
  if (order > 1 && (earlier || !home)) return true;
  if (order > LEAD || WITHOUT_SCENE.has(kind)) return true;
  return historical === 'years' && kind !== 'crime' && kind !== 'justice';
}

function isLocated(mention: LocatedMention, tokens: readonly PlaceToken[], rules: PlaceRules): boolean {
  const { locative, admin, chained, hashtag } = mention.before;
  const first = tokens[mention.from];
  // «ضرب زلزال إقليم بلوشستان»: its own name says what it is.
  if (mention.to - mention.from > 1 && first && rules.adminNounOf(first.form) !== null) return true;
  return (
    locative || admin || chained || hashtag || isForemost(mention, tokens) || isStruck(mention, tokens, rules)
  );
}

const isMostly = tokenLike(/^و?(?:مثل|سيما|خاصه|خصوصا|تحديدا|بالاخص)$/);

/** «مدن عدة لا سيما حلب»: one of those where it happened. */
const isForemost = ({ from, type, stem }: LocatedMention, tokens: readonly PlaceToken[]): boolean =>
  type !== 'country' && (stem?.proclitic ?? '') === '' && isMostly(tokens[from - 1]);

const sees = tokenLike(/^(?:شهدت?|شهدتا|شهدا|[يت]شهدان|اهتزت?|اهتزتا|تعرضتا)$/);

/** «عدن شهدت قتالا», «محافظتا عدن وتعز شهدتا قتالا»: what befell the place stands behind it. */
function hasSeen({ to }: LocatedMention, tokens: readonly PlaceToken[]): boolean {
  const joined = tokens[to]?.text.startsWith('و') && !sees(tokens[to]) ? to + 1 : to;
  return sees(tokens[joined]) || (isWhich(tokens[to]) && befellIt(tokens[to + 1]));
}

const isWhich = seldomLike(/^(?:التي|الذي)$/);
/** «القرية التي اجتاحتها السيول» */
const befellIt = seldomLike(
  /^(?:ضرب|[يت]ضرب|اجتاح|[يت]جتاح|غمر|[يت]غمر|قصف|[يت]قصف|هاجم|[يت]هاجم|هز|[يت]هز|دمر|[يت]دمر|استهدف|[يت]ستهدف|شهد|[يت]شهد|طال|[يت]طال|حاصر|[يت]حاصر|داهم|[يت]داهم)(?:ت|وا)?(?:ها|ه)$|^(?:احصت|سجلت|شهدت|عرفت)$/,
);

const canAct = ({ type }: LocatedMention) =>
  type === 'capital' || type === 'country' || type === 'seat' || type === 'city';
