import type { GazetteerEntry } from '#arabic/gazetteer.ts';
import { seldomLike, tokenLike } from '#arabic/tokens.ts';
import type { AcceptanceContext } from './acceptance-context.ts';
import type { PlaceMention } from './place-mentions.ts';
import { isDisaster } from './place-passing.ts';
import { isDash, type PlaceToken } from './place-tokens.ts';

/** In a story of sport a city without «في» or «مدينة» is its club. */
export function isClub(mention: PlaceMention, entry: GazetteerEntry, context: AcceptanceContext): boolean {
  const name = context.tokens[mention.to - 1]?.text ?? '';
  const stemmed = mention.stem?.rest ?? name;
  const isClubCity = context.rules.clubCities.has(stemmed);
  // «ليما 1964»: what happened there then.
  if (isYear(context.tokens[mention.to])) return false;
  if (isClubCity) return !mention.before.admin;
  if (entry.type === 'country' || entry.type === 'region') return false;
  // «وأعربت القاهرة عن أسفها»
  const isDone = (word: PlaceToken | undefined) =>
    context.rules.actorVerbs.has((word?.text ?? '').replace(/^[وف]/, ''));
  const { tokens } = context;
  // «مأساة ياوندي»
  if (isDisaster(tokens[mention.from - 1]) && !isOfPlay(tokens[mention.from - 1])) return false;
  if (entry.type === 'capital' && (isDone(tokens[mention.from - 1]) || isDone(tokens[mention.to])))
    return false;
  // «مونتيفيديو تودع أبناءها»: a club would be masculine.
  if (entry.type === 'capital' && isHers(tokens[mention.to])) return false;
  return !(
    mention.before.locative ||
    mention.before.admin ||
    mention.before.chained ||
    mention.before.weakLocative
  );
}

/** «هجوم برشلونة» is how it plays. */
const isOfPlay = seldomLike(/^[وفبل]?(?:هجوم|هجومي|معركه|معارك)$/);

const isYear = tokenLike(/^(?:19|20)\d\d$/);
const isHers = tokenLike(
  /^(?:تخسر|خسرت|تودع|ودعت|تشيع|شيعت|تبكي|بكت|تحتفل|احتفلت|تستيقظ|استيقظت|تستعد|تفقد|فقدت|تنتظر)$/,
);

const plays = tokenLike(
  /^[وف]?(?:تعادل|فاز|يفوز|تغلب|يتغلب|خسر|يخسر|تاهل|يتاهل|هزم|يهزم|اقصي|تصدر|يتصدر|اكتسح|سحق|يسقط|يواجه|سيواجه|يلاقي|سيلاقي|يلتقي)$/,
);

/** «تعادل ليفربول وإيفرتون»: a verb of play in the masculine has the club for its subject, as a town is feminine. */
export const isPlaying = (
  { from, to, stem }: PlaceMention,
  tokens: readonly PlaceToken[],
  clubCities: ReadonlySet<string>,
): boolean => stem === null && plays(tokens[from - 1]) && clubCities.has(tokens[to - 1]?.text ?? '');

const NIL = 'صفر';

/** «سبارتا (هولندا) - أوسترا (السويد)», «الفوز على أوسترا 3 - 1»: in a list of fixtures, or by its result. */
export function isInFixture(
  { from, to, before }: PlaceMention,
  entry: GazetteerEntry,
  tokens: readonly PlaceToken[],
): boolean {
  if (entry.type === 'country' || entry.type === 'region' || before.locative || before.admin) return false;
  return isPaired(from, to, tokens) || isResult(to, tokens);
}

/** Its country between brackets, and a dash to the other club, which has one too. */
function isPaired(from: number, to: number, tokens: readonly PlaceToken[]): boolean {
  const after = bracketEnd(to, tokens);
  if (after === to) return false;
  if (isDash(tokens[after])) return hasBracket(after + 1, tokens);
  // The second of the two, behind what else its name may begin with.
  for (let i = from - 1; i >= from - 2; i--) if (isDash(tokens[i])) return tokens[i - 1]?.text === ')';
  return false;
}

const LONGEST_COUNTRY = 3;
const LONGEST_CLUB = 3;

/** Where a bracket of a few words that opens at `at` has closed; `at` where none opens. */
function bracketEnd(at: number, tokens: readonly PlaceToken[]): number {
  if (tokens[at]?.text !== '(') return at;
  for (let i = at + 1; i <= at + 1 + LONGEST_COUNTRY; i++) if (tokens[i]?.text === ')') return i + 1;
  return at;
}

function hasBracket(at: number, tokens: readonly PlaceToken[]): boolean {
  for (let i = at + 1; i <= at + LONGEST_CLUB; i++) if (bracketEnd(i, tokens) > i) return true;
  return false;
}

/** «3 - 1», «3-صفر» */
function isResult(at: number, tokens: readonly PlaceToken[]): boolean {
  const isGoals = (token: PlaceToken | undefined) =>
    (token?.kind === 'number' && token.text.length <= 2) || token?.text === NIL;
  return isGoals(tokens[at]) && isDash(tokens[at + 1]) && isGoals(tokens[at + 2]);
}
