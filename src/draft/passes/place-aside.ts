import { ofForm, testOfForm } from '#arabic/forms.ts';
import { isCommonWord } from '#arabic/gazetteer.ts';
import { readNumber } from '#arabic/numbers.ts';
import { seldomLike, tokenLike } from '#arabic/tokens.ts';
import type { LocatedMention } from './located-mention.ts';
import type { SentenceTraits } from './place-sentences.ts';
import type { PlaceToken } from './place-tokens.ts';

const ORIGIN_REACH = 6;
const PLAN_REACH = 8;

export const tellsOrigin = tokenLike(
  /^[وف]?(?:ال)?(?:متحدر|متحدره|متحدرين|منحدر|منحدره|ينحدر|تنحدر|ينحدرون|يتحدر|تتحدر|يتحدرون|مولود|مولوده|مواليد)$/,
);
/** «هوت في منحدر»: a slope, where «من» does not follow. */
const SLOPE = 'منحدر';
const KIN = /^[وفبل]*(?:ذويهم|ذويه|ذويها|ذووهم|عايلاتهم|عايلته|عايلتها|اسرهم|اسرته|اسرتها|اقاربهم|اهاليهم)$/;
const WHEREABOUTS = /^[وف]?(?:كنت|كنا|كانوا|كان|كانت)$/;
const tellsWhereabouts = testOfForm(({ text }) => KIN.test(text) || WHEREABOUTS.test(text));
const IN = new Set(['في', 'وفي', 'ففي']);

/** «المتحدر من بلدة في قضاء صيدا», «إلى ذويهم في حلب», «أولادي كانوا في أكادير»: where people are from, or were. */
export function isOfPeople(
  { from, stem }: LocatedMention,
  { order }: SentenceTraits,
  at: number,
  tokens: readonly PlaceToken[],
): boolean {
  for (let i = from - 1; i >= from - ORIGIN_REACH; i--) {
    const token = tokens[i];
    if (token?.kind !== 'word') break;
    if (tellsOrigin(token)) return token.text !== SLOPE || tokens[i + 1]?.text === 'من';
    if (order > 0 && lives(token)) return true;
    if (isNative(token)) return i === from - 1 || isWhence(tokens[i + 1]);
  }
  if (order === 0) return false;
  if (isResident(at + 1, tokens) || isSchooled(from, tokens)) return true;
  const inside = IN.has(tokens[at]?.text ?? '');
  if (inside && isLivedIn(at, tokens)) return true;
  const noun = tokens[inside ? at - 1 : stem?.proclitic === 'ب' ? from - 1 : -1];
  return noun !== undefined && tellsWhereabouts(noun.form);
}

/** «مقيم بمدينة كذا», «يقطنان في كذا» */
const lives = seldomLike(/^[وف]?(?:مقيم(?:ه|ان|ين|ون)?|[يت](?:قيم|قطن)(?:ان|ون)?)$/);

/** «شاب أصيل منطقة كذا» */
const isNative = seldomLike(/^[وف]?اصيل(?:ه|ا|و|ي)?$/);
const isWhence = seldomLike(/^(?:من|منطقه|مدينه|قريه|بلده|ولايه|محافظه|معتمديه|جهه|حي|اقليم|دوار)$/);

const isSchool = tokenLike(/^[وفبل]?(?:ال)?(?:مدرسه|ثانويه|متوسطه|ابتداييه|ابتداءيه|كليه|معهد|روضه)$/);
const teachesOrLearns = tokenLike(
  /^[وف]?(?:ال)?(?:يدرس|تدرس|درس|درست|يعمل|تعمل|عمل|عملت|حاصل|حاصله|تخرج|تخرجت|معلم|معلمه|طالب|طالبه)$/,
);
const SCHOOL_REACH = 10;

/** «تدرس في المدرسة الثالثة بمحافظة كذا»: of one woman's life. */
function isSchooled(from: number, tokens: readonly PlaceToken[]): boolean {
  let school = false;
  for (let i = from - 1; i >= from - SCHOOL_REACH; i--) {
    const token = tokens[i];
    if (token?.kind !== 'word') return false;
    if (isSchool(token)) school = true;
    else if (teachesOrLearns(token)) return school;
  }
  return false;
}

const isResidents = tokenLike(/^(?:سكان|اهالي|ابناء|اهل)$/);
const isMany = tokenLike(/^(?:ال)?(?:الاف|مءات|ميات|عشرات|عدد|عددا|عديد|كثير|كثيرين|كثيرون|مزيد)$/);
/** Words of a number of people. */
const HEAD_COUNT = 2;

/** «نقاش من أهالي الأقصر», «هدى، من سكان صفد»: where one man lives; «أربعة من سكان صفد» may be of the scene. */
function isResident(from: number, tokens: readonly PlaceToken[]): boolean {
  if (!isResidents(tokens[from - 1]) || tokens[from - 2]?.text !== 'من') return false;
  const before = tokens[from - 3];
  if (before === undefined || before.kind === 'number' || isMany(before)) return false;
  // «خمسة آلاف من سكان كذا», «خمسة آلاف شخص من سكان كذا»
  for (let at = from - 3 - HEAD_COUNT; at < from - 2; at++) {
    const count = readNumber(tokens, at)?.to;
    if (count === from - 2 || count === from - 3) return false;
  }
  return true;
}

const tellsLife = tokenLike(
  /^[وف]?(?:ال)?(?:يقيم|تقيم|مقيم|مقيمه|يدرس|تدرس|درس|درست|يعمل|تعمل|عمل|عملت|ولد|ولدت|خدم|خدمت|نشا|نشات|تخرج|تخرجت|صنع|صنعت|يصنع|تصنع)$/,
);
/** «ولد في كذا، ودرس في كذا»: a sentence that begins so is of somebody's life. */
export const tellsOfLife = tokenLike(
  /^[وف]?(?:ولد|نشا|نشات|تخرج|تخرجت|ينحدر|تنحدر|ينحدران|يتحدر|تتحدر|يتحدران)$/,
);

const LIFE_REACH = 3;

/** «شقيقه المقيم في الأقصر», «يعمل الرجل في أسوان»: of one man's life. */
function isLivedIn(at: number, tokens: readonly PlaceToken[]): boolean {
  for (let i = at - 1; i >= at - LIFE_REACH; i--) {
    const token = tokens[i];
    if (token?.kind !== 'word') return false;
    if (tellsLife(token)) return true;
  }
  return false;
}

const isMeant = tokenLike(
  /^[وفبل]*(?:ال)?(?:مزمع|مقرر|مقترح|مرتقب|يعتزم|تعتزم|يعتزمون|ستقام|سيقام|ستبني|سيبني|ستنشا|سينشا|ستعقد|سيعقد|تعقد|يعقد|ستستضيف|ستنظم|سينظم|سيفتتح|ستفتتح|سيلتقي|ستلتقي|سيجتمع|ستجتمع|انشاء|استحداث)$/,
);
/** «أمرت الوزارة بجرد المباني في فاس» */
const isOrdered = tokenLike(/^[وف]?(?:امر|امرت|اوعز|اوعزت)$/);
const isProject = tokenLike(/^[وفبل]*(?:ال)?(?:مشروع|مشاريع|مقترح|خطه|مخطط)$/);

const isCall = tokenLike(/^[وف]?(?:دعا|دعت|داعيا|داعيه|داعين|يدعو|تدعو|دعوه|دعوته|دعوتها)$/);
const isMeeting = tokenLike(
  /^(?:ال)?(?:حوار|مفاوضات|محادثات|اجتماع|لقاء|موتمر|مءتمر|قمه|جلسه|تظاهر|تظاهره|مظاهره|اضراب|اعتصام|مسيره)$/,
);
const isTable = tokenLike(/^(?:طاوله|مايده|ماءده)$/);
const isTo = tokenLike(/^[وف]?(?:الي|ل)$/);

/** «داعيا النقابات إلى الحوار في مدينة كذا»; `at` is the word before «الحوار». */
function isCalledTo(at: number, tokens: readonly PlaceToken[]): boolean {
  const to = isTable(tokens[at]) ? at - 1 : at;
  if (!isTo(tokens[to])) return false;
  for (let i = to - 1; i >= at - PLAN_REACH; i--) {
    const token = tokens[i];
    if (token?.kind !== 'word') return false;
    if (isCall(token)) return true;
  }
  return false;
}

/** «المزمع إقامته في باكسي», «إنشاء مركز في جوبا», «مشروع سد كذا»: nothing has happened there yet. */
export function isPlanned({ from }: LocatedMention, tokens: readonly PlaceToken[]): boolean {
  for (let i = from - 1; i >= from - PLAN_REACH; i--) {
    const token = tokens[i];
    if (token?.kind !== 'word') return false;
    if (isMeant(token) || (isOrdered(token) && tokens[i + 1]?.kind === 'word')) return true;
    if (i >= from - 2 && isProject(token)) return true;
    if (isMeeting(token) && isCalledTo(i - 1, tokens)) return true;
  }
  return false;
}

const mayBeWill = testOfForm(
  ({ kind, text }) => kind === 'word' && /^[وف]?س[يت][\u0621-\u064a]{3,}$/.test(text) && isWill(text),
);
const isWill = (text: string) =>
  !/^[وف]?(?:ستار|ستاد|سيار|سيول)/.test(text) &&
  (/^[وف]?س[يت](?:ست|ت.)../.test(text) || WILL.test(text) || isCommonWord(text.replace(/^[وف]?س/, '')));
// «سيطعن»; «سياسي», «سيطر»
const WILL =
  /^[وف]?سي(?:واري|صلي|لقي|نتهي|ودي|حيي)$|^[وف]?سي(?!طر|اس|ار|نار|اد|اق|ول|رك|لان|دت|دات)[\u0621-\u064a]{2,3}[^هياءتو]$/;
const isClauseOfPast = tokenLike(/^(?:بعد|عقب|اثر|منذ|الذي|التي|الذين|حيث|عندما|حين|بان|ان|انها|انه)$/);

const isForecast = tokenLike(/^[وف]?[يت]?توقعت?$/);
const isPresent = tokenLike(/^[يت][\u0621-\u064a]{3,}$/);

/** «سيستفيد منه سكان كذا», «قد تستأنف في كذا»: it is still to come. */
export function isToCome({ from }: LocatedMention, tokens: readonly PlaceToken[]): boolean {
  for (let i = from - 1; i >= from - PLAN_REACH; i--) {
    const token = tokens[i];
    if (token?.kind !== 'word' || isClauseOfPast(token)) return false;
    if (mayBeWill(token.form) || isForecast(token) || (isPresent(token) && tokens[i - 1]?.text === 'قد'))
      return true;
  }
  return false;
}

const LIKE = /^[وف]?(?:ال)?(?:مماثل|مماثله|مماثلا|مشابه|مشابهه|مشابها|شبيه|شبيها|يشبه|تشبه)$/;
const MEMORY = /^(?:ال)?(?:اذهان|ذاكره)$|^[وف]?(?:استلهم|استلهمت|استلهموا)$/;
const PAST = /^ال(?:ماضي|ماضيه|فارط|فارطه|منصرم|منصرمه)$/;

const LIKE_LAST = 3;
const MEMORY_TOLD = 4;

/** One question for each word, as whole sentences are asked. */
const recallsOf = ofForm(({ kind, text }) =>
  kind === 'word' ? (LIKE.test(text) ? 1 : 0) | (PAST.test(text) ? 2 : 0) | (MEMORY.test(text) ? 4 : 0) : 0,
);

/** «حادثا مماثلا شهدته سواحل كذا في آذار الماضي»: another event than the story's. */
export function isLikeness({ from, to }: SentenceTraits, tokens: readonly PlaceToken[]): boolean {
  let said = 0;
  for (let i = from; i < to; i++) said |= recallsOf((tokens[i] as PlaceToken).form);
  return (said & MEMORY_TOLD) !== 0 || (said & LIKE_LAST) === LIKE_LAST;
}
