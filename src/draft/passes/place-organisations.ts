import { ofForm } from '#arabic/forms.ts';
import type { GazetteerEntry } from '#arabic/gazetteer.ts';
import { isArabCountry } from '#arabic/gazetteer.ts';
import { tokenLike } from '#arabic/tokens.ts';
import type { AcceptanceContext } from './acceptance-context.ts';
import { isCentre } from './admin-noun.ts';
import { mainCountry } from './place-countries.ts';
import type { PlaceMention } from './place-mentions.ts';
import type { PlaceRules } from './place-rules.ts';
import { CLOSING, type PlaceToken } from './place-tokens.ts';

/** Whether the name is only a part of another name: «صحيفة الخليج», «بنك القاهرة», «كأس آسيا». */
export function isInOrganisation(
  mention: PlaceMention,
  entry: GazetteerEntry,
  context: AcceptanceContext,
): boolean {
  const { tokens, rules } = context;
  if (mention.stem && mention.stem.proclitic !== '') return false;
  let at = mention.from - 1;
  const quoted = OPENING.has(tokens[at]?.text ?? '') && tokens[at]?.text !== '(';
  if (quoted) at--;
  const alone = quoted && CLOSING.has(tokens[mention.to]?.text ?? '');
  if (alone && mention.entries.some((entry) => entry.type === 'region' || entry.type === 'sea')) return true;
  const head = tokens[at];
  if (head?.kind !== 'word') return false;
  if (mention.stem?.conjunction) return false;
  if (isTeam(mention, tokens, rules)) return true;
  if (isUniversity(head)) return !isOurUniversity(entry, context) && !isStruckUniversity(at, context);
  if (isCentre(head, tokens[mention.to])) return true;
  // «برنامج طهران النووي»
  if (head.text === 'برنامج' && (entry.type === 'capital' || entry.type === 'country')) return false;
  if (has(rules.organisationHeads, head) || isGroup(head, context)) return true;
  if (isOfTrade(at, tokens, rules) || isOfLiberators(at, tokens)) return true;
  // «قال لـ«الخليج»»: a name alone between quotation marks is a title.
  return alone && rules.adminNounOf(head.form) === null && !rules.locatives.has(head.text);
}

const OPENING = new Set(['«', '"', '“', '(', '‹', '{', "'"]);

const withoutLetter = ofForm(({ text }) => text.replace(/^[وفبل]/, ''));

const has = (heads: ReadonlySet<string>, word: PlaceToken) =>
  heads.has(word.text) || heads.has(withoutLetter(word.form));

/** «منتخب فرنسا», «لاعبو إيطاليا», «مرمى جورجيا»: a team, told by its country. */
export function isTeam(
  { from, stem }: PlaceMention,
  tokens: readonly PlaceToken[],
  rules: PlaceRules,
): boolean {
  const head = tokens[from - 1];
  return stem === null && head?.kind === 'word' && has(rules.sportHeads, head);
}

export const isUniversity = tokenLike(/^[وفبل]*جامعه$/);

/** «جامعة تبوك» in a Saudi story names the town; «جامعة كولومبيا» no country, «جامعة ليدز» only who studied there. */
const isOurUniversity = ({ type, country }: GazetteerEntry, { evidence }: AcceptanceContext): boolean =>
  type !== 'country' && isArabCountry(country) && country === mainCountry(evidence);

const isGroupNoun = tokenLike(/^[وفبل]?جماعه$/);

/** «جماعة خراسان»; in Morocco «جماعة» is a commune. */
const isGroup = (head: PlaceToken, { evidence }: AcceptanceContext): boolean =>
  isGroupNoun(head) && mainCountry(evidence) !== 'MA';

const STRUCK_REACH = 10;

/** «قتل عشرة في جامعة غاريسا»: where something happened. */
function isStruckUniversity(at: number, { tokens, rules }: AcceptanceContext): boolean {
  for (let i = at - 1; i >= at - STRUCK_REACH; i--) {
    const token = tokens[i];
    if (token === undefined || token.kind === 'break' || token.text === '.') return false;
    if (token.kind === 'word' && rules.isEventWord(token.form)) return true;
  }
  return false;
}

const isTrade = tokenLike(
  /^(?:انباء|نفط|غاز|كهرباء|مياه|مواني|موانيء|مطارات|اتصالات|سكك|حديد|اسمنت|فوسفات|بترول|تامين|ادويه|سكر|تبغ|نقل)$/,
);

/** «شركة نفط نيبال», «وكالة أنباء البحرين»: of its trade, and then of its country. */
const isOfTrade = (at: number, tokens: readonly PlaceToken[], { organisationHeads }: PlaceRules): boolean => {
  const body = tokens[at - 1];
  return isTrade(tokens[at]) && body?.kind === 'word' && has(organisationHeads, body);
};

const isLiberation = tokenLike(/^ل?تحرير$/);
const areLiberators = tokenLike(
  /^[وفبل]*(?:ال)?(?:حركه|حركتي|جبهه|جيش|منظمه|قوات|هيءه|هييه|شعبيه|ديمقراطيه|ديموقراطيه|وطنيه|وطني|شعبي|اسلاميه|قوميه)$/,
);

/** «حركة تحرير السودان», «الجبهة الشعبية لتحرير فلسطين» */
const isOfLiberators = (at: number, tokens: readonly PlaceToken[]): boolean =>
  isLiberation(tokens[at]) && areLiberators(tokens[at - 1]);
