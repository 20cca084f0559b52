import { isOpeningMark, seldomLike, tokenLike } from '#arabic/tokens.ts';
import type { LocatedMention, RoleContext } from './located-mention.ts';
import type { PlaceToken } from './place-tokens.ts';

const TRAVEL_REACH = 7;
const isTravel = tokenLike(
  /^[وفبل]?(?:ال)?(?:رحله|رحلات|رحلته|رحلتها|رحلتهم|خطا?|خطوط|طيران|عباره|عبارات|يتنقل|تتنقل|يتنقلون|تنقل|تنقلت|تنقلوا|تنقله|قوافل)$/,
);
const isLink = tokenLike(
  /^(?:جوي|جويه|بحري|بحريه|بري|بريه|مباشر|مباشره|جديد|جديده|يوميه|اسبوعيه|تجاريه|منتظمه)ا?$/,
);

/** «خط جوي بين دبي وصلالة», «كانت تتنقل بين مالمو وأوسلو»: between where somebody travels. */
export function isOfTravel({ from }: LocatedMention, tokens: readonly PlaceToken[]): boolean {
  for (let i = from - 1; i >= from - TRAVEL_REACH; i--) {
    const token = tokens[i];
    if (token?.kind !== 'word') return false;
    if (token.text !== 'بين') continue;
    let at = i - 1;
    while (isLink(tokens[at])) at--;
    return isTravel(tokens[at]);
  }
  return false;
}

export const isSince = tokenLike(/^[وف]?منذ$/);
const isFall = tokenLike(/^(?:سقوط|تحرير|استعاده|مجزره|مذبحه|كارثه|ماساه|فاجعه)$/);

/** «الأعنف منذ سقوط الفاشر»: what goes on since then is told, not that. */
export const isSinceFallOf = ({ from, stem }: LocatedMention, tokens: readonly PlaceToken[]): boolean =>
  stem === null && isFall(tokens[from - 1]) && isSince(tokens[from - 2]);

const isEmbassyNoun = tokenLike(/^[وف]?(?:ال)?(?:سفاره|قنصليه|بعثه|ممثليه)$/);
const isWorldBody = tokenLike(/^[وف]?(?:ال)?(?:مفوضيه|منظمه|امانه|وكاله)$/);
const EMBASSY_REACH = 5;

/** «أعربت السفارة الألمانية في الرباط عن أسفها», and a body of the world abroad: where who speaks has its seat. */
export function isEmbassy(
  { from, before, country }: LocatedMention,
  { tokens, rules, main }: RoleContext,
): boolean {
  if (!before.locative) return false;
  const abroad = main !== null && country !== main;
  for (let i = from - 2; i >= from - EMBASSY_REACH; i--) {
    const token = tokens[i];
    if (token?.kind !== 'word') return false;
    if (!isEmbassyNoun(token) && !(abroad && isWorldBody(token))) continue;
    return rules.actorVerbs.has((tokens[i - 1]?.text ?? '').replace(/^[وف]/, ''));
  }
  return false;
}

const isMotionTo = tokenLike(
  /^[وف]?(?:بلغ|بلغت|بلغوا|دخل|دخلت|دخلوا|زار|زارت|زاروا|غادر|غادرت|غادروا|قصد|قصدت|يزور|تزور|يغادر|تغادر|يبلغ|تبلغ|بلوغ|دخول|مغادره|مغادرته|زياره|زيارته|بزياره|سيزور|ستزور)$/,
);
const visits = tokenLike(/^[وف]?س?[يت]?(?:زار|زور|غادر|دخل)(?:ت|وا)?$/);
const VISITOR_REACH = 4;

/** «يزور الرئيس برلين»: who visits stands between. */
function isVisited(from: number, tokens: readonly PlaceToken[]): boolean {
  for (let i = from - 2; i >= from - VISITOR_REACH; i--) {
    if (visits(tokens[i])) return true;
    if (!tokens[i]?.text.startsWith('ال')) return false;
  }
  return false;
}

const CAPITAL_REACH = 4;
const isCapitalNoun = tokenLike(/^[وفبل]*(?:ال|لل)عاصمه$/);

/** «بلغ مونروفيا برا», «العاصمة الاقتصادية لساحل العاج أبيدجان»: a capital that is a town, and nobody who acts. */
export function isOnlyTown({ from }: LocatedMention, tokens: readonly PlaceToken[]): boolean {
  if (isMotionTo(tokens[from - 1]) || isDisaster(tokens[from - 1]) || isVisited(from, tokens)) return true;
  for (let i = from - 1; i >= from - CAPITAL_REACH; i--) {
    const token = tokens[i];
    if (token?.kind !== 'word') return false;
    if (isCapitalNoun(token)) return true;
  }
  return false;
}

/** «مأساة ياوندي», «حريق كوتشاني»: it is called by where it was. */
export const isDisaster = tokenLike(
  /^[وفبل]?(?:ماساه|كارثه|فاجعه|مذبحه|مجزره|حريق|زلزال|تفجير|تفجيرات|تفجيري|انفجار|فيضانات|هجوم|هجومي|هجمات|اعتداء|اعتداءات|حادثه|معركه|معارك|احتجاجات|مظاهرات|اشتباكات|تدافع)$/,
);

/** «هجوم سوروتش», «تفجير «سوروتش»» */
export const isCalledAfter = (from: number, tokens: readonly PlaceToken[]): boolean =>
  isDisaster(tokens[isOpeningMark(tokens[from - 1]) ? from - 2 : from - 1]);

/** The same of what is news, and no «مأساة» that is remembered. */
export const isStruckBy = (from: number, tokens: readonly PlaceToken[]): boolean =>
  isAttack(tokens[isOpeningMark(tokens[from - 1]) ? from - 2 : from - 1]);

const isAttack = seldomLike(
  /^[وفبل]?(?:هجوم|هجومي|هجمات|اعتداء|اعتداءات|تفجير|تفجيرات|تفجيري|انفجار|حريق|زلزال)$/,
);

const isDisplaced = tokenLike(
  /^[وف]?(?:ال)?(?:نازح|نازحه|نازحين|نازحون|نزح|نزحت|نزحوا|مهجر|مهجره|مهجرين|متحدر|متحدره|متحدرين)$/,
);

const isFolk = tokenLike(
  /^[وفبل]?(?:ال)?(?:وجهاء|مشايخ|شيوخ|اعيان|شاب|شبان|شباب|مواطن|مواطنون|مواطنين|تاجر|تجار|مزارع|مزارعون|مزارعين|طبيب|اطباء|اسره|عاءله|عايله)$/,
);

/** «عائلة نازحة من الخيام», «وجهاء من إب» */
export const isHomeOf = (from: number, tokens: readonly PlaceToken[]) =>
  isDisplacedFrom(from, tokens) || (tokens[from - 1]?.text === 'من' && isFolk(tokens[from - 2]));

const areFrom = tokenLike(
  /^[وفبل]?(?:ال)?(?:سايح|ساءح|سايحا|سياح|عامل|عاملا|عمال|عمالا|طلابا|حاج|طالب|طالبا|طلاب|طلبه|مهاجر|مهاجرا|مهاجرين|مهاجرون|لاجي|لاجيا|لاجيين|لاجءين|مواطن|مواطنا|مواطنين|مواطنون|رجل|رجلا|رجال|امراه|شاب|شابا|شبان|حجاج|حاجا|معتمرين|مسافرين|زوار|فريق|فرق|خبراء|صحفيين|صحفيون|صحافيين|متطوعين|متطوعون|لاعبين|لاعبون|فنانين|فنانون|مشاركين|مشاركون|عارضين|اطباء|وفد|وفود)$/,
);

/** «ثلاثة سياح من النمسا»: where they are from. */
export const isOrigin = (from: number, tokens: readonly PlaceToken[]): boolean =>
  tokens[from - 1]?.text === 'من' && areFrom(tokens[from - 2]);

export const isDisplacedFrom = (from: number, tokens: readonly PlaceToken[]) =>
  tokens[from - 1]?.text === 'من' && isDisplaced(tokens[from - 2]);

const areCases = tokenLike(
  /^[وف]?(?:ال)?(?:بلاغ|بلاغات|بلاغا|انباء|تقارير|معلومات|حالات|حالتا|اصابات|استغاثات|نداءات)$/,
);
const cameIn = tokenLike(/^[وف]?(?:ال)?(?:وارده|ورد|وردت|وردتا|ترد|جاءت|رصدت|سجلت|تلقينا|تلقت|تلقي)$/);
const REPORT_REACH = 5;

/** «أكثر البلاغات وردت من كسلا»: where the cases are that are counted; `at` is «من». */
export function isReportedFrom(at: number, tokens: readonly PlaceToken[]): boolean {
  let cases = false;
  let came = false;
  for (let i = at - 1; i >= at - REPORT_REACH; i--) {
    const token = tokens[i];
    if (token?.kind !== 'word') return false;
    cases ||= areCases(token);
    came ||= cameIn(token);
    if (cases && came) return true;
  }
  return false;
}

const hasJoined = tokenLike(
  /^[وفبل]?(?:ال)?(?:انضم|انضمت|انضموا|ينضم|ينضمون|انضمام|لانضمام|للانضمام|انضمامه|انضمامهم|التحق|التحقت|التحقوا|التحاق|للالتحاق|التحاقه|التحاقهم)$/,
);
const JOINED_REACH = 7;

/** «سافروا للانضمام إلى تنظيم كذا في سوريا»: where those are whom somebody joins. */
export function isOfJoined({ from, before }: LocatedMention, tokens: readonly PlaceToken[]): boolean {
  if (!before.locative && !before.chained) return false;
  for (let i = from - 2; i >= from - JOINED_REACH; i--) {
    const token = tokens[i];
    if (token?.kind !== 'word') return false;
    if (hasJoined(token)) return true;
  }
  return false;
}
