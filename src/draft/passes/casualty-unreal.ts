import { type Form, testOfForm } from '#arabic/forms.ts';
import { seldomLike, type Token, tokenLike } from '#arabic/tokens.ts';
import { isWork } from './casualty-clauses.ts';
import { readCount } from './casualty-counts.ts';
import { isDeniedOf, isSupposed, saysBetween } from './casualty-supposed.ts';
import { lookUp, NOUNS, ONES, PROJECTED, VERBS } from './casualty-words.ts';

/** Words between a plan or a threat and the number that it is about. */
const PLANNED = 10;
/** Words between a plan and the deed that is planned. */
const BEGUN = 3;
/** Words between a court that upholds a verdict and the verdict. */
const VERDICT = 9;
/** Words between those who expect a toll and the toll: «توقعت وزارة الصحة ارتفاع». */
const EXPECTED = 5;

/** Whether what has not come to pass may begin with a form: a plan, a threat, a fear, an expectation. */
export const mayTellUnreal = (form: Form): boolean =>
  form.kind === 'word' &&
  (PROJECTED.begins(form, 'conjunction') ||
    isThat(form) ||
    isMay(form) ||
    tries(form) ||
    isFuture(form) ||
    isExecution(form) ||
    isNot(form) ||
    isRumour(form) ||
    isNews(form) ||
    tellsAbout(form) ||
    tellsStory(form) ||
    isPart(form) ||
    isDrill(form) ||
    isStory(form) ||
    growsOrDies(form));

/** Whether token `at` says that people counted behind it need not have come to harm. */
export function isUnreal(tokens: readonly Token[], at: number): boolean {
  const { form } = tokens[at] as Token;
  if (PROJECTED.longestAt(tokens, at, 'conjunction'))
    return !isCarriedOut(tokens, at) && !isAttempted(tokens, at) && !isCharged(tokens, at);
  const next = tokens[at + 1];
  // «قد يؤدي إلى وفاة مرضى»; «قد يكون قتل خمسة» has happened, if it has.
  if (isMay(form)) return next !== undefined && (isImperfect(next.form) || mayBeThere(tokens, at + 1));
  // «أن تقتل مئة»: after «أن» nothing has happened yet.
  if (isThat(form)) return isHarmOrToll(next) && !comesBefore(tokens[at - 1]?.text ?? '');
  if (tries(form)) return lookUp(NOUNS, next?.text ?? '') !== undefined;
  // «لم يقتل خمسة جنود», and not «لم يصب السائق وقتل ثلاثة».
  if (isNot(form)) return isHarmed(next) && areThose(tokens, at + 2) && !hasException(tokens, at + 2);
  if (tellsAbout(form)) return isOfHarm(next) && isOfDeniedNews(tokens, at);
  if (isRumour(form) || isNews(form))
    return (
      isOfHarm(isAbout(next) ? tokens[at + 2] : next) &&
      (isRumour(form) || isDenied(tokens, at) || isFalse(tokens, at + 3))
    );
  if (isExecution(form)) return isUpheld(tokens, at);
  if (tellsStory(form)) return isWork(next);
  if (isPart(form)) return isPlayed(tokens, at);
  if (isDrill(form)) return [1, 2].some((k) => isFor(tokens[at + k]));
  if (isStory(form)) return [1, 2].some((k) => isWork(tokens[at - k]));
  return isFuture(form) || (growsOrDies(form) && isExpected(tokens, at));
}

/** Whether a number at token `at` is of what has not happened; `begun`: where the deed before it stands. */
export const isProjected = (
  tokens: readonly Token[],
  status: () => { projectedAt: readonly number[] },
  at: number,
  begun: number,
): boolean =>
  // «خلال محاولة إنقاذهم قتل خمسة»: it did happen.
  isDeniedOf(tokens, at) ||
  (begun >= 0 && at - begun < PLANNED && isOneClause(tokens, begun, at) && isSupposed(tokens, begun)) ||
  (!isDoneBeside(tokens, begun) &&
    status().projectedAt.some(
      (p) => p < at && at - p < PLANNED && begun - p <= BEGUN && !saysBetween(tokens, p, at),
    ));

const endsClause = seldomLike(/^(?:[،؛.:]|لكن|ولكن|بل|بينما|فيما|انما)$/);

/** «لم يقتل الحارس، وبين الجرحى ثلاثة»: what is denied, asked or feared ends with its clause. */
function isOneClause(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) if (endsClause(tokens[i])) return false;
  return !saysBetween(tokens, from, to);
}

/** «نجا من محاولة اغتيال وقتل اثنان من مرافقيه»: beside the plan, and no part of it. */
function isDoneBeside(tokens: readonly Token[], begun: number): boolean {
  const word = tokens[begun]?.text ?? '';
  // «حذرت من قتل المدنيين بعد سقوط 12»: it was before.
  // «بالسجن بعد إدانته بقتل أربعة»: what a court has found done.
  if (isAfter(tokens[begun - 1]) || isConvicted(tokens[begun - 1])) return true;
  if (!word.startsWith('و') || !VERBS.has(word.slice(1))) return false;
  return !NOUNS.has(word.slice(1)) || /.{3}(?:ان|ون)$/.test(tokens[begun + 1]?.text ?? '');
}

const isAfter = tokenLike(/^[وف]?(?:بعد|عقب|اثر)$/);
const isConvicted = tokenLike(/^(?:ل?ادانت(?:ه|ها|هم|هما)|[وف]?(?:ادين|يدان|تدان)(?:ت|وا|ا)?)$/);

/** «قد يكون هناك مئات القتلى» */
const mayBeThere = (tokens: readonly Token[], at: number): boolean =>
  /^[يت]كون$/.test(tokens[at]?.text ?? '') &&
  /^(?:هناك|ثم[ةه]|في|فيها|فيه|بينهم|تحت|عدد|العدد)$/.test(tokens[at + 1]?.text ?? '');

const isMay = testOfForm(({ text }) => /^[وف]?(?:قد|ربما)$/.test(text));
/** «حاول دهس شرطي», «سيتم إجلاء 60 ألفا»; who tried to flee may have been killed. */
const tries = testOfForm(({ text }) =>
  /^[وف]?(?:س[يت](?:تم|جر[يى])|حاول(?:ت|وا|ا)?|[يت]حاول(?:ون|وا)?|كاد(?:ت|وا)?|[يت]كاد)$/.test(text),
);
const isThat = testOfForm(({ text }) => text === 'ان' || text === 'بان');
/** Not «توفي», «تسبب»: those are of the past. */
const isImperfect = testOfForm(
  ({ text, kind }) =>
    kind === 'word' &&
    /^(?:ي(?!كون).{2,}|ت(?:ودي|ؤدي|سفر|صل|بلغ|رتفع|تسبب|تجاوز|خلف|قتل|شرد|موت|حصد|صاب|طال|دفن|شهد|واجه|خسر|دفع))$/.test(
      text,
    ),
);
const isHarmOrToll = tokenLike(
  /^[يت](?:قتل|صل|بلغ|تجاوز|رتفع|سقط|ودي|موت|صاب|نزح|شرد|خلف|سفر|تسبب|حصد|فقد|لق[يى])(?:وا)?$/,
);
/** «سيقتل», «ستودي». */
const isFuture = testOfForm(({ text }) =>
  /^[وف]?س[يت](?:قتل|ودي|ؤدي|تسبب|موت|صاب|نزح|شرد|خلف|سفر|حصد|فقد|لق[يى]|رتفع|صل|بلغ)(?:ون)?$/.test(text),
);
const isNot = testOfForm(({ text }) => /^[وف]?(?:لم|لن)$/.test(text));
const isHarmed = tokenLike(
  /^[يت](?:قتل|صب|صاب|لق|مت|جرح|سقط|عتقل|حتجز|وقف|ختطف|خطف|فقد|ستشهد|نزح|شرد)(?:وا)?$/,
);

const isNews = testOfForm(({ text }) => /^[وفبل]?(?:ال)?(?:انباء|خبر|اخبار|تقارير|معلومات)$/.test(text));
/** Words between news and that it is false. */
const FALSE = 12;

/** «أنباء مقتل سبعة جنود غير صحيحة», «… لا أساس لها» */
function isFalse(tokens: readonly Token[], from: number): boolean {
  for (let i = from; i < from + FALSE; i++) {
    const { text = '.' } = tokens[i] ?? {};
    const next = tokens[i + 1]?.text ?? '';
    if (text === '.') return false;
    if (/^[وب]?(?:كاذب|ملفق|مفبرك|مغلوط|مختلق)[ةه]?$/.test(text)) return true;
    if (text === 'غير' && /^(?:صحيح|دقيق)[ةه]?$/.test(next)) return true;
    if (text === 'لا' && /^(?:اساس|صح[ةه])$/.test(next)) return true;
    if (/^عاري?[ةه]?$/.test(text) && next === 'عن') return true;
  }
  return false;
}

/** «تروي المسرحية مقتل خمسة»: a story that is told. */
const tellsStory = testOfForm(({ text }) =>
  /^[وف]?(?:[يت]?رو[ىيت]|[يت]?حك[ىيت]|[يت]دور|دارت|[يت]?(?:جسد|صور|تناول|سرد|مثل|عرض)ت?)$/.test(text),
);

/** «تمرينا على إخلاء 300 شخص», «مناورة لإجلاء 40»: nobody came to harm. */
const isDrill = testOfForm(({ text }) =>
  /^[وفب]?(?:ال)?(?:تمرين(?:ا|ات)?|مناور[ةه]|مناورات|تدريب(?:ا|ات)?|محاكا[ةه]|تجرب[ةه])$/.test(text),
);
const isFor = tokenLike(/^(?:على|لاخلاء|لاجلاء|لانقاذ|لاسعاف|لنقل|اخلاء|اجلاء)$/);
/** «يروي الفيلم قصة جندي قتل ثلاثة» */
const isStory = testOfForm(({ text }) => /^(?:قص[ةه]|حكاي[ةه])$/.test(text));

const isPart = testOfForm(({ text }) => /^[وب]?(?:شخصي[ةه]|دور)$/.test(text));
/** Words between a part and the film in which it is played. */
const PLAYED = 10;

/** «جسد في فيلم كذا شخصية ضابط قتل خمسة»: what is played. */
function isPlayed(tokens: readonly Token[], at: number): boolean {
  for (let i = Math.max(0, at - PLAYED); i < at + PLAYED; i++) if (isWork(tokens[i])) return true;
  return false;
}

/** «شائعات عن مقتل خمسة»; «أدت شائعة إلى مقتل خمسة» did harm. */
const isRumour = testOfForm(({ text }) => /^[وفبل]?(?:ال)?(?:شائع[ةه]|شائعات|اشاع[ةه]|اشاعات)$/.test(text));
/** Not «إثر شائعات قتل خمسة», which may be a verb. */
const isOfHarm = (token: Token | undefined) =>
  token?.text !== 'قتل' && lookUp(NOUNS, token?.text ?? '') !== undefined;
const tellsAbout = testOfForm(({ text }) => /^(?:عن|حول|بشان)$/.test(text));
const isAbout = (token: Token | undefined): boolean => token !== undefined && tellsAbout(token.form);

/** Words between those who deny and the news that they deny: «نفت إدارة مستشفى المدينة صحة أنباء». */
const DENIED = 8;
const denies = tokenLike(/^[وف]?(?:نف[ىيت]|[يت]نفي|نفيه|نافيا|نافي[ةه]|كذبت?|[يت]كذب|فندت?|[يت]فند|دحضت?)$/);

function isDenied(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i > at - DENIED && i >= 0; i--) {
    const token = tokens[i] as Token;
    if (token.kind !== 'word' || isAfter(token)) return false;
    if (denies(token)) return true;
  }
  return false;
}

const isSpread = seldomLike(
  /^(?:[يت]?نشر|تناقل|[يت]تداول|تداول|اشيع|[يت]شاع|تردد|[يت]تردد|بث|روج|ذكر|اورد|قيل|[يت]قال)/,
);
/** Words between news and what they are about: «أنباء تداولها ناشطون عن وفاة». */
const SPREAD = 6;

function isOfDeniedNews(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i > at - SPREAD && i >= 0; i--) {
    const token = tokens[i] as Token;
    if (token.kind !== 'word') return false;
    if (isNews(token.form)) return isDenied(tokens, i);
    // «نفى ما نشرته صفحات عن وفاة السائق»
    if (token.text === 'ما' && isSpread(tokens[i + 1])) return isDenied(tokens, i);
  }
  return false;
}

const areThose = (tokens: readonly Token[], at: number): boolean =>
  readCount(tokens, at) !== null || (ONES.has(tokens[at]?.text ?? '') && tokens[at + 1]?.text === 'واحد');

/** «لم يقتل سوى خمسة», «لم يقتل خمسة بل ستة», «لم يقتل خمسة وجرح ستة»: it did happen to some of them. */
const hasException = (tokens: readonly Token[], from: number): boolean =>
  tokens
    .slice(from, from + PLANNED)
    .some(({ text }) => /^(?:سوى|الا|غير|بل|فقط|وحدهم?|فحسب|وجرح)$/.test(text));

/** «قبل أن يقتل ثلاثة»: he did. */
const comesBefore = (text: string) => /^[وف]?(?:قبل|بعد|الى|منذ|دون)$/.test(text);

const growsOrDies = testOfForm(({ text }) =>
  /^(?:ب?)(?:ارتفاع|تجاوز|وصول|بلوغ|زيادة|سقوط|مقتل|مصرع|وفا[ةه]|موت|فقدان|نزوح|تشريد|اصاب[ةه]|وقوع)$/.test(
    text,
  ),
);
/** «توقعت», and «نفت»: what they deny has not happened either. */
const expects = tokenLike(
  /^[وف]?(?:ال)?(?:[يت]?توقعت?|[يت]توقعون|توقعوا|توقعات|متوقع[اةه]?|نف[ىيت]|[يت]نفي|نفيه|نافيا|نافي[ةه])$/,
);

const isFrom = tokenLike(/^من$/);
/** «حذرت المنظمة من وفاة 300 ألف» */
const warns = tokenLike(/^[وف]?(?:ال)?(?:حذر(?:ت|وا)?|[يت]حذر(?:ون)?|محذر(?:ا|[ةه]|ين)?|تحذير|تحذيرات)$/);

/** «توقعت الشرطة فقدان 29 آخرين»; not «توقعت أمطارا بعد مقتل خمسة». */
function isExpected(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i > at - EXPECTED && i >= 0; i--) {
    const token = tokens[i] as Token;
    if (token.kind !== 'word' || /^(?:بعد|اثر|عقب|منذ|جراء)$/.test(token.text)) return false;
    // «نفت علاقتها بمقتل خمسة»: they died.
    if (isInvolvement(token)) return false;
    if (expects(token) || (isFrom(tokens[at - 1]) && warns(token))) return true;
  }
  return false;
}

const isInvolvement = seldomLike(
  /^(?:ال)?(?:علاقت?|صلت?|ضلوع|تورط|مسؤولي[ةت]?|وقوف|اتهام|تهم[ةت]?|دور)(?:[ةه]|ها|هم|ه)?$/,
);

const isExecution = testOfForm(({ text }) => text === 'اعدام');
const upholds = tokenLike(
  /^[وف]?(?:[يت]?[ؤو]?يد(?:ت)?|ايدت?|تاييد|مؤيد[اةه]?|ثبتت?|[يت]ثبت|تثبيت|صادقت?|[يت]صادق|صدقت?|[يت]صدق|نقضت?|[يت]نقض|قررت?|[يت]قرر|طلبت?|[يت]طلب)$/,
);

/** «أيدت محكمة النقض، اليوم، إعدام ستة»: a verdict, and nobody has died of it. */
function isUpheld(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i > at - VERDICT && i >= 0; i--) {
    if (tokens[i]?.kind === 'break' || tokens[i]?.text === '.') return false;
    if (upholds(tokens[i])) return true;
  }
  return false;
}

/** «خلفت محاولة الانقلاب 11 قتيلا»: it was more than a plan. */
function isAttempted(tokens: readonly Token[], at: number): boolean {
  return /^(?:ال)?محاول(?:[ةه]|ات)$/.test(tokens[at]?.text ?? '') && leadsTo(tokens[at - 1]);
}

const leadsTo = tokenLike(/^[وف]?(?:خلف|اسفر|اد|اوقع|تسبب|اود|حصد|كلف)ت$/);

/** Words between those who accuse and the deed: «اتهمت المنظمة جيش البلاد بإعدام 223 مدنيا». */
const CHARGED = 12;
const charges = tokenLike(/^[وف]?(?:[يت]?تهم(?:ت|وا|ون)?|اتهم(?:ت|وا)?|متهم(?:ا|[ةه])|اتهام|اتهامات)$/);
const isExecuting = tokenLike(/^باعدام$/);

/** Said to have been done, and no verdict. */
function isCharged(tokens: readonly Token[], at: number): boolean {
  if (!isExecuting(tokens[at])) return false;
  for (let i = at - 1; i > at - CHARGED && i >= 0; i--) {
    const token = tokens[i] as Token;
    if (token.kind === 'break' || token.text === '.') return false;
    if (charges(token)) return true;
  }
  return false;
}

/** «نفذ حكم الإعدام في أربعة»: no verdict alone. */
function isCarriedOut(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i > at - 4 && i >= 0; i--) if (carriesOut(tokens[i])) return true;
  return false;
}

const carriesOut = tokenLike(/^[وفبل]?(?:نفذ|نفذت|ينفذ|تنفذ|تنفيذ|قام|قامت|قاموا|اقدم|اقدمت|قيام)$/);
