import { seldomLike, type Token } from '#arabic/tokens.ts';
import { lookUp, NOUNS } from './casualty-words.ts';
import { isIn } from './speaker-words.ts';

/** Words between a verb that brings about and what it brings about: «لم يسفر الهجوم الليلي عن». */
const MOST_OF_CAUSE = 6;
/** Words between who wants, denies or fears a deed and the deed. */
const MOST_OF_SUBJECT = 6;
/** Words behind the deed in which an exception stands. */
const EXCEPTION = 10;

const isImperfect = seldomLike(/^[وف]?(?:ي|ت(?!وف|عرض|م$|سمم|شرد|فحم|حفظ)).{2,}/);
const isJussive = seldomLike(/^[وف]?[يت].{1,}/);
/** «سوف», «هل», «إذا»: behind them nothing has happened yet, whatever the verb. */
const supposes = seldomLike(/^[وف]?(?:سوف|هل|اذا|لو|لولا|لئلا|ربما|كلما|مهما)$/);
const mayBe = seldomLike(/^[وف]?(?:قد|لا|لكيلا|كيلا)$/);
const isNot = seldomLike(/^[وف]?(?:لم|لن)$/);
const isThat = seldomLike(/^[وب]?ان$/);
/** «قبل أن يقتل ثلاثة»: he did. */
const isAtTime = seldomLike(/^[وف]?(?:قبل|بعد|ال[ىي]|منذ)$/);
const almost = seldomLike(/^[وف]?(?:كاد(?:ت|وا|ا)?|[يت]كاد(?:ون)?|اوشك(?:ت|وا)?)$/);
const isFuture = seldomLike(/^[وف]?س[يت].{3,}/);

const bringsAbout = seldomLike(
  /^[وف]?س?(?:[يت]?سفر|اسفرت?|[يت][ؤو]د[يى]?|اد[ىيت]|[يت]?تسبب(?:ت)?|[يت]وقع|اوقعت?|[يت]?خلفت?|[يت]?نجم(?:ت)?|[يت]نتج|نتجت?|[يت]فض[يى]|افض[ىيت]|[يت]قود|[يت]ود[يى]|اود[ىيت])$/,
);
const isBy = seldomLike(/^(?:عن|ال[ىي]|في|فى|ب)$/);
const isWith = (token: Token | undefined): boolean => /^ب.{3}/.test(token?.text ?? '');

/** «دون مقتل أحد»: not so. */
const prevents = seldomLike(
  /^(?:[وب]?دون|[وبل]?عدم|[وبل]?تجنب|[وبل]?تفاد[يى]|[وبل]?تلاف[يى]|[وبل]?منع|[وبل]?احتمالات?|[يت]?تجنبت?|[يت]?تفاد[ىي]|[يت]منع|حال)$/,
);
const isCase = seldomLike(/^(?:حال|حال[ةه])$/);
const isFrom = seldomLike(/^من$/);
const isTo = seldomLike(/^ال[ىي]$/);

const denies = seldomLike(
  /^[وف]?(?:نف[ىيت]|نفوا|[يت]نف[ىي]|نافي(?:ا|[ةه]|ين)?|[يت]?توقعت?|[يت]توقعون|توقعوا|[يت]?ستبعدت?)$/,
);
const fears = seldomLike(
  /^[وف]?(?:ال)?(?:مخاوف(?:ه|ها|هم)?|خوف(?:ا)?|تخوف(?:ا|ات)?|خشي[ةه]|حذر(?:ت|وا)?|[يت]حذر(?:ون)?|محذر(?:ا|[ةه]|ين)?|تحذير(?:ا|ات)?|خطر|مخاطر|[يت]خاف(?:ون)?|هربا)$/,
);
const callsFor = seldomLike(
  /^[وف]?(?:دع[اىت]|دعوا|[يت]دعو(?:ن)?|داعي(?:ا|[ةه]|ين)?|دعو[ةه]|دعوات|[يت]?سع[ىت]|[يت]هدف)$/,
);
const demands = seldomLike(
  /^[وف]?(?:ال)?(?:طالب(?:ت|وا)?|[يت]طالب(?:ون)?|مطالب(?:ا|[ةه]|ين|ات)?|هدد(?:ت|وا)?|[يت]هدد(?:ون)?|مهدد(?:ا|[ةه]|ين)?|تهديد(?:ا|ات)?|توعد(?:ت|وا)?|[يت]توعد(?:ون)?|متوعد(?:ا|[ةه]|ين)?|وعد(?:ت|وا)?|تعهد(?:ت|وا)?|[يت]تعهد)$/,
);
const excepts = seldomLike(/^(?:سوى|الا|غير|بل|فقط|فحسب)$/);
const isMark = ({ kind, text }: Token): boolean => kind !== 'word' && !/^["«»“”()]$/.test(text);

/**
 * Whether the deed at token `at`, a verb or a verbal noun of harm, is only asked about, feared, wanted, denied or thought
 * of: «هل قتل ثلاثة», «تجنب إصابة طفلين», «قد يؤدي ذلك إلى وفاة خمسة».
 */
export function isSupposed(tokens: readonly Token[], at: number): boolean {
  const deed = tokens[at];
  if (!deed) return false;
  const isNoun = lookUp(NOUNS, deed.text) !== undefined;
  const isDone = !isNoun || deed.text === 'قتل' || deed.text === 'جرح' || deed.text === 'خطف';
  if (isDone && isUnrealVerb(tokens, at)) return true;
  return isNoun && isUnrealNoun(tokens, at);
}

function isUnrealVerb(tokens: readonly Token[], at: number): boolean {
  const verb = tokens[at] as Token;
  const before = tokens[at - 1];
  if (isFuture(verb) || supposes(before)) return true;
  if (isNot(before)) return isJussive(verb) && !hasException(tokens, at);
  if (!isImperfect(verb)) return false;
  if (mayBe(before)) return !hasException(tokens, at);
  if (isThat(before)) return !isAtTime(tokens[at - 2]);
  return [1, 2, 3].some((k) => almost(tokens[at - k]));
}

function isUnrealNoun(tokens: readonly Token[], at: number): boolean {
  const deed = tokens[at] as Token;
  const before = tokens[at - 1];
  if (prevents(before)) return !hasException(tokens, at);
  if (isCase(before)) return isIn(tokens[at - 2]);
  const through = isWith(deed) && !NOUNS.has(deed.text);
  if (through || isBy(before)) {
    const cause = governor(tokens, through ? at : at - 1, MOST_OF_CAUSE, bringsAbout);
    if (cause !== null && isUnrealVerb(tokens, cause)) return true;
  }
  if (through) return governor(tokens, at, MOST_OF_SUBJECT, demands) !== null;
  if (isTo(before)) return governor(tokens, at - 1, MOST_OF_SUBJECT, callsFor) !== null;
  if (isFrom(before)) return governor(tokens, at - 1, MOST_OF_SUBJECT, fears) !== null;
  // «نفى ضلوعه في خطف ستة»: they were seized.
  if (isBy(before)) return false;
  return governor(tokens, at, MOST_OF_SUBJECT, denies) !== null && !hasException(tokens, at);
}

/** The nearest such word before token `at`, nothing but who does it between; null where none is. */
function governor(
  tokens: readonly Token[],
  at: number,
  most: number,
  governs: (token: Token | undefined) => boolean,
): number | null {
  for (let i = at - 1; i >= Math.max(0, at - most); i--) {
    const token = tokens[i] as Token;
    if (governs(token)) return i;
    if (isMark(token) || endsPhrase(token)) return null;
  }
  return null;
}

/** «نفت أن يكون ثلاثة جنود قد أسروا»: whether those who are counted at token `at` are told of to be denied. */
export function isDeniedOf(tokens: readonly Token[], at: number): boolean {
  const that = isBe(tokens[at - 1]) ? at - 2 : at - 1;
  if (isThat(tokens[that]) && governor(tokens, that, MOST_OF_SUBJECT, denies) !== null) return true;
  for (let i = at - 1; i >= Math.max(1, at - UNTRUE); i--) {
    const token = tokens[i] as Token;
    if (isMark(token)) return false;
    // «لا صحة لما تردد عن مقتل أسرة من خمسة أفراد»
    if (tokens[i - 1]?.text === 'لا' && isTruth(token)) return true;
  }
  return false;
}

/** Words between «لا صحة» and those who are told of. */
const UNTRUE = 16;
const isTruth = seldomLike(/^(?:صح[ةه]|اساس|وجود)$/);

const isBe = seldomLike(/^[يت]كون$/);

const saysOn = seldomLike(/^و(?:قال|اكد|اضاف|اوضح|اعلن|ذكر|اشار|افاد|لفت)(?:ت|وا)?$/);

/** «نفى سقوط قتلى وقال إن خمسة أصيبوا»: whether something else is said between what is denied and those who are counted. */
export function saysBetween(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) if (saysOn(tokens[i])) return true;
  return false;
}

const isEnd = seldomLike(/^(?:بعد|عقب|اثر|منذ|قبل|عن|ال[ىي]|ان|انه|انها|التي|الذي|الذين|ما|مما|و)$/);
const endsPhrase = (token: Token): boolean => isEnd(token) || saysOn(token);

const hasException = (tokens: readonly Token[], at: number): boolean =>
  tokens.slice(at + 1, at + 1 + EXCEPTION).some(excepts);
