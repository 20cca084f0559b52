import type { Stem } from '#arabic/clitics.ts';
import type { PlaceType } from '#arabic/gazetteer.ts';
import type { StoryKind } from '#draft/draft.ts';
import type { PlaceRole } from '#draft/fact.ts';
import type { Reading } from '#draft/reading.ts';
import type { Surroundings } from './place-mentions.ts';
import { AGO, type PlaceRules } from './place-rules.ts';
import type { PlaceToken } from './place-tokens.ts';

/** A place where it stands in the text: place tokens [from, to). `id` is the same for all mentions of a place. */
export interface LocatedMention {
  from: number;
  to: number;
  stem: Stem | null;
  id: string;
  country: string | null;
  type: PlaceType;
  before: Surroundings;
}

interface RoleContext {
  reading: Reading;
  tokens: readonly PlaceToken[];
  rules: PlaceRules;
  /** The country the story is about. */
  main: string | null;
  kind: StoryKind;
}

/** What a sentence is, for the places in it. */
interface SentenceTraits {
  /** 0 for the headline. */
  paragraph: number;
  /** Counted over the article. */
  order: number;
  historical: boolean;
  event: boolean;
  from: number;
  to: number;
}

/** The role of each place, from all its mentions: event before actor before other. */
export function rolesOf(mentions: readonly LocatedMention[], context: RoleContext): Map<string, PlaceRole> {
  const sentences = traitsOf(context);
  const roles = new Map<string, PlaceRole>();
  const rank: Record<PlaceRole, number> = { event: 2, actor: 1, other: 0 };
  let at = 0;
  mentions.forEach((mention, i) => {
    while ((sentences[at]?.to ?? Number.POSITIVE_INFINITY) <= mention.from) at++;
    const role = roleOf(mention, mentions[i - 1], sentences[at], context, roles);
    const old = roles.get(mention.id);
    if (old === undefined || rank[role] > rank[old]) roles.set(mention.id, role);
  });
  return roles;
}

function roleOf(
  mention: LocatedMention,
  previous: LocatedMention | undefined,
  sentence: SentenceTraits | undefined,
  context: RoleContext,
  roles: ReadonlyMap<string, PlaceRole>,
): PlaceRole {
  const { tokens, rules, main } = context;
  if (!sentence || mention.from < sentence.from) return 'other';
  const home = main === null || mention.country === null || mention.country === main;
  // «في روما وباريس»: a place joined to the one before it plays the same role.
  if (mention.before.chained && previous && previous.from >= sentence.from && !mention.before.locative) {
    const role = roles.get(previous.id);
    if (role === 'actor' && mention.type !== 'region')
      return isActor(mention, tokens, rules) || canAct(mention) ? 'actor' : 'other';
    if (role === 'other') return 'other';
    if (role === 'event' && (home || sentence.order < 3)) return 'event';
  }
  if (isTowards(mention, tokens, rules)) return 'other';
  if (canAct(mention) && isActor(mention, tokens, rules)) return 'actor';
  if (context.kind !== 'sport' && mention.type === 'country' && main !== null && mention.country === main)
    return 'event';
  if (isDateline(mention, sentence, tokens) && home) return 'event';
  if (sentence.historical) return 'other';
  if (context.kind === 'sport' && mention.type === 'country') return 'actor';
  const located =
    mention.before.locative ||
    mention.before.admin ||
    mention.before.chained ||
    mention.before.hashtag ||
    isStruck(mention, tokens, rules);
  if (sentence.order === 0) return home || located ? 'event' : 'other';
  if (located && (sentence.order <= 2 || sentence.event) && (home || context.kind !== 'economy'))
    return 'event';
  if (located && home && sentence.order <= 4 && context.kind !== 'sport') return 'event';
  const bare = !located && !mention.before.weakLocative && (mention.stem?.proclitic ?? '') === '';
  return bare && !home && (mention.type === 'capital' || mention.type === 'seat') ? 'actor' : 'other';
}

/** «غارة على دمشق», «قصف حلب»: what happened, and then the place it happened to. */
function isStruck(mention: LocatedMention, tokens: readonly PlaceToken[], rules: PlaceRules): boolean {
  const [deed, before] = [tokens[mention.from - 2], tokens[mention.from - 1]];
  const isDeed = (token: PlaceToken | undefined) => token !== undefined && rules.isEventWord(token.form);
  if (before?.text === 'علي') return isDeed(deed);
  // «قصف حلب», «شهدت أكادير», «هز انفجار بيروت»
  return mention.stem === null && isDeed(before);
}

/** «كولويزي (الكونغو الديموقراطية) - لقي …» */
function isDateline(
  mention: LocatedMention,
  sentence: SentenceTraits,
  tokens: readonly PlaceToken[],
): boolean {
  if (sentence.order > 1 || mention.from !== sentence.from) return false;
  return tokens.slice(mention.to, mention.to + 6).some((token) => /^[-–—/]$/.test(token.text));
}

const canAct = (mention: LocatedMention) =>
  mention.type === 'capital' ||
  mention.type === 'country' ||
  mention.type === 'seat' ||
  mention.type === 'city';

/** Subject of a verb of will or speech: «دعت واشنطن», «تقوده موسكو», «موسكو لن تسمح». */
function isActor(mention: LocatedMention, tokens: readonly PlaceToken[], rules: PlaceRules): boolean {
  if (mention.stem && mention.stem.proclitic !== '') return false;
  if (mention.before.locative) return false;
  const before = tokens[mention.from - 1];
  const after = tokens[mention.to];
  const verb = (word: string) =>
    rules.actorVerbs.has(word) || rules.actorVerbs.has(word.replace(/^[وف]/, ''));
  if (
    before?.kind === 'word' &&
    (verb(before.text) || rules.actorNouns.has(before.text.replace(/^[وفبل](?=...)/, '')))
  )
    return true;
  if (mention.before.admin) return false;
  if (after?.kind === 'word' && verb(after.text)) return true;
  return (
    after?.kind === 'word' &&
    (after.text === 'لن' || after.text === 'لم' || after.text === 'قد') &&
    before?.kind !== 'word'
  );
}

function isTowards(mention: LocatedMention, tokens: readonly PlaceToken[], rules: PlaceRules): boolean {
  let at = mention.from - 1;
  if (rules.admin.has(tokens[at]?.text ?? '')) at--;
  const word = tokens[at]?.text ?? '';
  return rules.towards.has(word) || (word === 'من' && rules.towards.has(tokens[at - 1]?.text ?? ''));
}

function traitsOf({ reading, tokens, rules }: RoleContext): SentenceTraits[] {
  const traits: SentenceTraits[] = [];
  let at = 0;
  for (const [order, sentence] of reading.sentences.entries()) {
    while (at < tokens.length && (tokens[at]?.index ?? 0) < sentence.from) at++;
    const from = at;
    let event = false;
    for (; at < tokens.length && (tokens[at] as PlaceToken).index < sentence.to; at++)
      event ||= rules.isEventWord((tokens[at] as PlaceToken).form);
    traits.push({
      paragraph: sentence.paragraph,
      order,
      from,
      to: at,
      historical: isHistorical(tokens, from, at, rules),
      event,
    });
  }
  return traits;
}

/** «قبل ستة أعوام», «منذ عامين», «قبل نحو شهرين». */
const LONG_AGO = /^(?:اعوام|سنوات|عاما|عام|عامين|سنه|سنتين|اشهر|شهرين|عقود|عقدين|قرن)$/;
const YEAR = /^(?:19|20)\d\d$/;

function isHistorical(tokens: readonly PlaceToken[], from: number, to: number, rules: PlaceRules): boolean {
  for (let i = from; i < to; i++) {
    const { form, kind } = tokens[i] as PlaceToken;
    if (kind === 'number' && YEAR.test(form.text)) return true;
    if (!rules.mayBeHistorical(form)) continue;
    const cue = rules.historicalCues.longestAt(tokens, i, 'conjunction');
    if (cue && cue.to <= to) return true;
    if (!AGO.test(form.text)) continue;
    for (const unit of [i + 1, i + 2]) if (unit < to && LONG_AGO.test(tokens[unit]?.text ?? '')) return true;
  }
  return false;
}
