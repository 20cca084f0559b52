import { seldomLike, tokenLike } from '#arabic/tokens.ts';
import type { LocatedMention } from './located-mention.ts';
import { placeRules } from './place-rules.ts';
import { MONTH, type SentenceTraits } from './place-sentences.ts';
import type { PlaceToken } from './place-tokens.ts';

const discusses = tokenLike(
  /^[وف]?(?:بحث|بحثا|بحثت|بحثوا|[يت]بحث|[يت]بحثان|س[يت]بحث|لبحث|ناقش|ناقشا|ناقشت|ناقشوا|[يت]ناقش|مناقشه|لمناقشه|تناول|تناولا|تناولت|[يت]تناول|استعرض|استعرضا|استعرضت|[يت]ستعرض|تطرق|تطرقا|تطرقت|تباحث|تباحثا|بشان|حول|حيال)$/,
);
const isSubject = tokenLike(
  /^[وفبل]?(?:ال)?(?:وضع|اوضاع|تطورات|تطور|مستجدات|ازمه|حرب|ملف|امن|ملاحه|جهود|مستقبل|نزاع|صراع|سلام|استقرار|هدنه|تهديه|تصعيد)$/,
);
const SUBJECT_REACH = 4;
const TALK_REACH = 18;

/** «خبير في شؤون تركيا وسورية»; `at` is the word before. */
export const isOfAffairs = (at: number, tokens: readonly PlaceToken[], chained: boolean): boolean =>
  areAffairs(tokens[at]) || (chained && areAffairs(tokens[at - 1]));
const areAffairs = tokenLike(/^[وفبل]?(?:شوون|شءون|تاريخ|جغرافيا)$/);

const isScholar = tokenLike(
  /^[وفبل]?(?:ال)?(?:باحث|باحثه|خبير|خبيره|محلل|محلله|استاذ|استاذه|زميل|زميله|متخصص|متخصصه)$/,
);
const isInstitute = tokenLike(/^[وفبل]?(?:ال)?(?:معهد|جامعه|مركز|موسسه|كليه|شركه)$/);
const SCHOLAR_REACH = 18;

/** «قالت الباحثة في معهد كذا بمدينة ميونيخ إن»: where she works. */
export function isOfScholar(
  { from, before }: LocatedMention,
  sentence: SentenceTraits,
  tokens: readonly PlaceToken[],
): boolean {
  if (sentence.order === 0 || (!before.locative && !before.admin)) return false;
  let institute = false;
  for (let i = from - 1; i >= Math.max(sentence.from, from - SCHOLAR_REACH); i--) {
    const token = tokens[i];
    if (token?.text === '،') return false;
    institute ||= isInstitute(token);
    if (isScholar(token)) return institute;
  }
  return false;
}

const isMeeting = tokenLike(
  /^[وفبل]?(?:لقاء|لقاي|اجتماع|محادثات|مباحثات|موتمر|مءتمر|جلسه|قمه)(?:ه|ها|هما|هم)?$/,
);

/** «بحث الوزيران الوضع في غزة وأمن الملاحة في هرمز»: what is talked about, and somewhere else. */
export function isTopic({ from, before }: LocatedMention, tokens: readonly PlaceToken[]): boolean {
  // «بحثا الملف خلال لقائهما في كذا»: where they met.
  if (!before.locative || isMeeting(tokens[from - 2])) return false;
  let subject = false;
  for (let i = from - 1; i >= from - TALK_REACH; i--) {
    const token = tokens[i];
    if (token === undefined || token.kind === 'break' || token.text === '.') return false;
    subject ||= i >= from - SUBJECT_REACH && isSubject(token);
    if (discusses(token)) return subject;
  }
  return false;
}

const brings = tokenLike(
  /^[وف]?(?:نقل|نقلت|نقلوا|[يت]نقل|نقله|نقلها|نقلهم|احيل|احيلت|احيلوا|سلم|سلمت|سلموا|اعيد|اعيدت|اعيدوا|ارسل|ارسلت)$/,
);
const TO_REACH = 7;
const BRINGS_REACH = 6;

/** Who flees to a place comes from the scene. */
const flees = tokenLike(/^[وف]?(?:لجا|لجات|لجاوا|فر|فرت|فروا|نزح|نزحت|نزحوا|هرب|هربت|هربوا)$/);
const arrives = tokenLike(/^[وف]?(?:وصل|وصلت|وصلوا|عاد|عادت|عادوا|سافر|سافرت|سافروا|توجه|توجهت|توجهوا)$/);

/** «نقلت الجثامين إلى مركز الطب الشرعي في كذا» */
export function isBroughtTo(
  { from, before }: LocatedMention,
  tokens: readonly PlaceToken[],
  abroad: boolean,
): boolean {
  if (!before.locative) return false;
  for (let i = from - 1; i >= from - TO_REACH; i--) {
    const token = tokens[i];
    if (token?.kind !== 'word') return false;
    if (token.text !== 'الي') {
      // «أرسلت إلى منطقة الاشتباكات في جبل كذا»: the scene.
      if (i < from - 1 && placeRules().isEventWord(token.form)) return false;
      continue;
    }
    return tokens
      .slice(Math.max(0, i - BRINGS_REACH), i)
      .some((token) => brings(token) || flees(token) || (abroad && arrives(token)));
  }
  return false;
}

const isFormer = tokenLike(/^ال(?:سابق|سابقه|سابقون|سابقين|اسبق)$/);

const isHolder = tokenLike(
  /^[وفبل]?(?:ال|لل)?(?:معتقل|معتقلون|معتقلين|سجين|سجناء|محتجز|نزيل|سفير|سفيره|مبعوث|قنصل|مراسل|لاعب|مدرب|قايد|مسوول|مسووله|مدير|مديره)$/,
);

/** «المعتقل السابق في سجن كذا»: where he was once; `at` is the word before. */
export const isOfFormerTime = (at: number, tokens: readonly PlaceToken[]): boolean =>
  tokens[at]?.text === 'في' && isFormer(tokens[at - 1]) && isHolder(tokens[at - 2]);

const isLying = tokenLike(/^[وف]?(?:ال)?(?:واقعه|واقع)$/);

/** «ميناء المخا الواقع على باب المندب»: where it lies; `at` is the word before. */
export const isLainOn = (at: number, tokens: readonly PlaceToken[]): boolean =>
  tokens[at]?.text === 'علي'
    ? isLying(tokens[at - 1])
    : isShore(tokens[at]) && tokens[at - 1]?.text === 'علي' && isLying(tokens[at - 2]);

const isShore = seldomLike(/^(?:ساحل|سواحل|شاطيء|شاطي|ضفه|ضفاف|مشارف|حدود)$/);

const isNext = tokenLike(/^ال(?:مقبل|مقبله|قادم|قادمه)$/);
const isTime = tokenLike(
  /^(?:ال(?:اسبوع|شهر|عام|سنه|صيف|شتاء|خريف|ربيع|احد|اثنين|ثلاثاء|اربعاء|خميس|جمعه|سبت))$/,
);
const NEXT_REACH = 4;

const isNextTime = (at: number, tokens: readonly PlaceToken[]): boolean =>
  isNext(tokens[at]) && (isTime(tokens[at - 1]) || MONTH.test(tokens[at - 1]?.text ?? ''));

/** «يقام حفل في كذا الأسبوع المقبل» */
export function isSoon(
  { from, to }: LocatedMention,
  { order }: SentenceTraits,
  tokens: readonly PlaceToken[],
) {
  if (order === 0) return false;
  // «تستأنف الاثنين المقبل في كذا»
  for (let i = from - 1; i >= from - NEXT_REACH; i--) {
    if (tokens[i]?.kind !== 'word') break;
    if (isNextTime(i, tokens)) return true;
  }
  for (let i = to; i < to + NEXT_REACH; i++) {
    const token = tokens[i];
    // «في الأقصر وأسوان الأسبوع المقبل»
    if (token?.kind !== 'word' || (i > to && token.text.startsWith('و'))) return false;
    if (token.text === 'غدا' || isNextTime(i, tokens)) return true;
  }
  return false;
}

const isHelp = tokenLike(
  /^(?:ل|ال)?(?:نصره|اغاثه|دعم|مساعده|مساعدات|صالح|لصالح|لنصره|لاغاثه|لدعم|لمساعده|تضامنا|التضامن|للتضامن|تبرعات|التبرعات)$/,
);
const areNeedy = tokenLike(
  /^(?:لل?|ال)?(?:اشقاء|اخوه|شعب|محتاجين|متضررين|متضرره|منكوبين|لاجيين|لاجءين|نازحين|عاءلات|عايلات|اسر|اطفال|ايتام|فقراء|ضحايا)$/,
);
const isFame = tokenLike(/^[وفبل]?(?:ال)?(?:شعبيه|شهره|جماهيريه|سمعه|شعبيته|شعبيتها|شهرته|شهرتها)$/);
const HELP_REACH = 5;
const FAME_REACH = 3;

/** «لنصرة الأشقاء في سوريا», «شعبية واسعة في اليابان»: for whom something is done elsewhere, or where somebody is known. */
export function isFarOff({ from, before }: LocatedMention, tokens: readonly PlaceToken[]): boolean {
  if (!before.locative && !before.chained) return false;
  let needy = false;
  for (let i = from - 1; i >= from - HELP_REACH; i--) {
    const token = tokens[i];
    if (token?.kind !== 'word') return false;
    if (i >= from - (before.chained ? HELP_REACH : FAME_REACH) && isFame(token)) return true;
    needy ||= areNeedy(token);
    if (needy && isHelp(token)) return true;
  }
  return false;
}

const isHouse = tokenLike(
  /^[وفبل]*(?:ال)?(?:مركز|موسسه|مءسسه|معهد|كليه|اكاديميه|دار|متحف|جمعيه|هيءه|هييه|غرفه)$/,
);
const isItsAdjective = tokenLike(/^و?(?:ال|لل)[\u0621-\u064a]{3,}$/);
const HOUSE_REACH = 4;

/** «بالتعاون مع مركز الجودة الشاملة بدبي», «مع دار السويدي في دبي»: where a body sits that takes part. */
export function isHouseOf({ from, stem }: LocatedMention, tokens: readonly PlaceToken[]): boolean {
  if (stem?.proclitic !== 'ب' && tokens[from - 1]?.text !== 'في') return false;
  const last = stem?.proclitic === 'ب' ? from - 1 : from - 2;
  for (let i = last; i >= last - HOUSE_REACH; i--) {
    const token = tokens[i];
    if (isHouse(token)) return isWith(tokens[i - 1]);
    if (!isItsAdjective(token)) return false;
  }
  return false;
}

const isWith = tokenLike(/^(?:مع|عن|من|لدي|بحسب|وفق|و?بشراكه|بدعم|برعايه)$/);

const isRebuilding = tokenLike(/^[وفبل]?(?:اعمار|اعاده|بناء)$/);

/** «المشاركة في إعادة إعمار مدينة كذا»: what is meant to be done elsewhere; `at` is the word before. */
export const isRebuilt = (at: number, tokens: readonly PlaceToken[]): boolean =>
  isRebuilding(tokens[at]) && isRebuilding(tokens[at - 1]);
