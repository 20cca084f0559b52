import { type Form, ofForm } from '#arabic/forms.ts';
import { type GazetteerEntry, isArabCountry } from '#arabic/gazetteer.ts';
import { seldomLike, tokenLike } from '#arabic/tokens.ts';
import type { AcceptanceContext } from './acceptance-context.ts';
import { isCentre } from './admin-noun.ts';
import { mainCountry } from './place-countries.ts';
import type { PlaceMention } from './place-mentions.ts';
import { isDisaster } from './place-passing.ts';
import { placeRules } from './place-rules.ts';
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
  if (isTeam(mention, tokens)) return true;
  const kind = headOf(head.form);
  // «قتل عشرة في جامعة غاريسا»: the whole of it is the place.
  if (kind & UNIVERSITY) return !isOurUniversity(entry, context) || isStruckUniversity(at, tokens);
  if (isCentre(head, tokens[mention.to])) return true;
  // «برنامج طهران النووي»
  if (head.text === 'برنامج' && (entry.type === 'capital' || entry.type === 'country')) return false;
  // «ضرب إعصار مانيلا», «إعصار كاترينا»
  if (head.text === 'اعصار' && strikes(tokens[at - 1])) return false;
  // «جيش بوركينا فاسو»: a state's.
  if (isArmy(head) && entry.type === 'country') return false;
  if (kind & BODY) return true;
  if (kind & FACULTY) return entry.type !== 'country' && !mention.before.chained;
  // «جماعة خراسان»; in Morocco «جماعة» is a commune.
  if (kind & GROUP) return mainCountry(context.evidence) !== 'MA';
  if (kind & TRADE) return (wordBefore(at, tokens) & BODY) !== 0;
  if (kind & LIBERATION) return (wordBefore(at, tokens) & LIBERATORS) !== 0;
  // «قال لـ«الخليج»»: a name alone between quotation marks is a title.
  if (
    !alone ||
    mention.before.chained ||
    rules.adminNounOf(head.form) !== null ||
    rules.locatives.has(head.text)
  )
    return false;
  // «اعتداء «سوروتش»», «ذاهبين إلى «كوباني»»
  return !isDisaster(head) && !(isPassage(head) && !PAPERS.has(entry.id) && !isSaidTo(at, tokens));
}

const isPassage = seldomLike(/^[وف]?(?:الي|من|حتي|نحو|صوب)$/);
/** Towns that papers are called by. */
const PAPERS = new Set(['الرياض', 'القدس', 'الخليج', 'المدينة المنورة', 'الشرق الأوسط', 'الأهرامات']);
const talks = seldomLike(
  /^[وفبل]*(?:حديث|حديثه|حديثها|حديثهم|تصريح|تصريحات|تصريحه|تحدث|تحدثت|قال|قالت|وجه|وجهت|رساله|نقلا|مقال|مقاله|نسخه|عدد|صحيفه|نشر|نشرت)$/,
);
const TALK_REACH = 3;

const isSaidTo = (at: number, tokens: readonly PlaceToken[]): boolean =>
  tokens.slice(Math.max(0, at - TALK_REACH), at).some(talks);

const isArmy = tokenLike(/^[وفبل]?جيش$/);
const strikes = tokenLike(/^[وف]?[يس]?(?:ضرب|جتاح|اجتاح|هز|دمر|دهم|داهم)$/);

const OPENING = new Set(['«', '"', '“', '(', '‹', '{', "'"]);

const TEAM = 1;
const UNIVERSITY = 2;
const BODY = 4;
const GROUP = 8;
/** «شركة نفط نيبال», «وكالة أنباء البحرين»: of its trade, and then of its country. */
const TRADE = 16;
/** «حركة تحرير السودان», «الجبهة الشعبية لتحرير فلسطين» */
const LIBERATION = 32;
const LIBERATORS = 64;
/** «هندسة عين شمس», «طب المنصورة»: of the university that is called so. */
const FACULTY = 128;

const TRADES =
  /^(?:انباء|نفط|غاز|كهرباء|مياه|مواني|موانيء|مطارات|اتصالات|سكك|حديد|اسمنت|فوسفات|بترول|تامين|ادويه|سكر|تبغ|نقل)$/;
const FIGHTERS =
  /^[وفبل]*(?:ال)?(?:حركه|حركتي|جبهه|جيش|منظمه|قوات|هيءه|هييه|شعبيه|ديمقراطيه|ديموقراطيه|وطنيه|وطني|شعبي|اسلاميه|قوميه)$/;

/** What a word before a name makes of it, all in one question. */
const headOf = ofForm(({ kind, text }) => {
  if (kind !== 'word') return 0;
  const { sportHeads, organisationHeads } = placeRules();
  const bare = text.replace(/^[وفبل]/, '');
  const has = (heads: ReadonlySet<string>) => heads.has(text) || heads.has(bare);
  return (
    (has(sportHeads) ? TEAM : 0) |
    (/^[وفبل]*جامعه$/.test(text) ? UNIVERSITY : 0) |
    (has(organisationHeads) ? BODY : 0) |
    (/^[وفبل]?جماعه$/.test(text) ? GROUP : 0) |
    (TRADES.test(text) ? TRADE : 0) |
    (/^ل?تحرير$/.test(text) ? LIBERATION : 0) |
    (FIGHTERS.test(text) ? LIBERATORS : 0) |
    (/^[وبل]?(?:هندسه|طب|حقوق|اداب|صيدله|تجاره|حاسبات)$/.test(text) ? FACULTY : 0)
  );
});

const wordBefore = (at: number, tokens: readonly PlaceToken[]): number => {
  const word = tokens[at - 1];
  return word === undefined ? 0 : headOf(word.form);
};

/** «منتخب فرنسا», «لاعبو إيطاليا», «مرمى جورجيا»: a team, told by its country. */
export const isTeam = ({ from, stem }: PlaceMention, tokens: readonly PlaceToken[]): boolean =>
  stem === null && (wordBefore(from, tokens) & TEAM) !== 0;

export const isUniversityForm = (form: Form): boolean => (headOf(form) & UNIVERSITY) !== 0;

export const isUniversity = (word: PlaceToken | undefined): boolean =>
  word !== undefined && isUniversityForm(word.form);

/** «جامعة تبوك» in a Saudi story names the town; «جامعة كولومبيا» no country, «جامعة ليدز» only who studied there. */
const isOurUniversity = ({ type, country }: GazetteerEntry, { evidence }: AcceptanceContext): boolean =>
  type !== 'country' && isArabCountry(country) && country === mainCountry(evidence);

const STRUCK_REACH = 10;
const SCHOLAR_REACH = 4;
const isScholar = tokenLike(
  /^[وفبل]?(?:ال)?(?:باحث|باحثه|خبير|خبيره|محلل|محلله|استاذ|استاذه|زميل|زميله|متخصص|متخصصه|محاضر|محاضره)$/,
);
/** «وقعت جامعة كذا اتفاقية»: she signed it. */
const isHerDeed = tokenLike(/^[وف]?(?:وقعت|نفذت|اطلقت|شنت|ضبطت|خلفت)$/);
const enters = tokenLike(
  /^[وف]?(?:دخل|دخلت|دخلوا|يدخل|تدخل|دخول|اقتحم|اقتحمت|داهم|داهمت|[يت]داهم|[يت]قتحم|اقتحام|تحرير|حررت?|[يت]حرر|استعادت?|[يت]ستعيد|استعاده|حاصرت?|[يت]حاصر|اخلت|اخلاء|سيطرت?|[يت]سيطر|سيطره|سيطرتها|سيطرته)$/,
);

/** «قتل عشرة في جامعة غاريسا»: where something happened; `at` is the word «جامعة». */
export function isStruckUniversity(at: number, tokens: readonly PlaceToken[]): boolean {
  const { isEventWord } = placeRules();
  for (let i = at - 1; i >= at - STRUCK_REACH; i--) {
    const token = tokens[i];
    if (token === undefined || token.kind === 'break' || token.text === '.') return false;
    if (i >= at - SCHOLAR_REACH && isScholar(token)) return false;
    if (isHerDeed(token) && isUniversity(tokens[i + 1])) return false;
    if (token.kind === 'word' && (isEventWord(token.form) || enters(token))) return true;
  }
  return false;
}
