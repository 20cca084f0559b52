import { testOfForm } from '#arabic/forms.ts';
import { readNumber } from '#arabic/numbers.ts';
import { seldomLike, type Token, tokenLike } from '#arabic/tokens.ts';
import { EVENTS } from './casualty-words.ts';
import type { Range } from './speaker.ts';

/** Words between an event and «الذي». */
const EVENT_NAME = 4;

/** Words between a wave of attacks and the time that it fills. */
const WAVE = 32;
const isWave = seldomLike(/^(?:موج[ةه]|سلسل[ةه])$/);

/** «في موجة هجمات أدت إلى مقتل 130 شخصا هذا الشهر»: all of them together, and not today's alone. */
export function isOfWave(tokens: readonly Token[], at: number): boolean {
  if (!/^هذ[اه]$/.test(tokens[at]?.text ?? '') || !/^ال(?:شهر|عام|سن[ةه])$/.test(tokens[at + 1]?.text ?? ''))
    return false;
  for (let i = at - 1; i >= Math.max(0, at - WAVE); i--) {
    const token = tokens[i] as Token;
    if (token.kind === 'break' || token.text === '.') return false;
    if (isWave(token) && EVENTS.has(tokens[i + 1]?.text ?? '')) return true;
  }
  return false;
}

/**
 * Whether token `at` opens what an article tells behind its news: the total of the year, a war that goes on, an event
 * with a clause of its own. It may as well be the news itself; the figures of the article tell which. `ago`: surely not.
 */
export function isBackground(tokens: readonly Token[], at: number): 'around' | 'behind' | 'ago' | null {
  const token = tokens[at];
  if (!token || !mayTellBackground(token.form)) return null;
  if (isOfLateYears(tokens, at) || isOfLongFight(tokens, at)) return 'ago';
  if (isSinceOffice(tokens, at)) return 'around';
  if (isSinceYear(tokens, at)) return 'around';
  if (goesOn(token.form)) return /^منذ$/.test(tokens[at + 1]?.text ?? '') ? 'behind' : null;
  return isWhich(token.form) && tolls(tokens[at + 1]) && isOfEvent(tokens, at) ? 'behind' : null;
}

export const isSince = testOfForm(({ text }) => /^[وف]?منذ$/.test(text));
const isThisYear = testOfForm(({ text }) => /^[وف]?(?:العام|السن[ةه])$/.test(text));
const goesOn = testOfForm(({ text }) => /^(?:ال)?(?:مستمر|دائر|متواصل|مندلع)(?:[ةه])?$/.test(text));
const isYears = testOfForm(({ text }) => /^[وفبل]?ال(?:سنوات|سنين|اعوام|عقود|اشهر|شهور)$/.test(text));
const isMeasured = tokenLike(/^[وفب]?(?:ال)?(?:اول|اولى|اسوا|اعنف|اشد|اكبر|ادمى|ابرز)$/);
export const isWhich = testOfForm(({ text }) => /^(?:الذي|الذى|التي|التى)$/.test(text));

/** «التي وقعت» says when, and no toll. */
const tolls = tokenLike(
  /^(?:اسفر|اود[ىي]|اد[ىي]|خلف|اوقع|تسبب|قتل|راح|لقي|قض[ىي]|سقط|استشهد|غرق|حصد|شرد|اود|اد|قض)ت?$/,
);

/** Whether what stands behind the news may begin with a form. */
export const mayTellBackground = testOfForm(
  (form) => isSince(form) || isThisYear(form) || goesOn(form) || isYears(form) || isWhich(form),
);

/** «منذ مطلع السنة», «هذا العام», «العام الجاري». */
function isSinceYear(tokens: readonly Token[], at: number): boolean {
  const [text, next, after] = [0, 1, 2].map((k) => tokens[at + k]?.text ?? '') as [string, string, string];
  if (/منذ$/.test(text)) {
    if (
      /^(?:بدات?|اندلعت?|انطلقت?|نشبت?|اندلاع|نشوب|اندلاعه|اندلاعها|بدئه|بدئها|بدايته|بدايتها|نشوبها)$/.test(
        next,
      )
    )
      return true;
    const isOfWar = /^(?:ال)?(?:عام|سن[ةه]|حرب|عدوان|نزاع|صراع|قتال|ازم[ةه]|تمرد|انقلاب|ثور[ةه])$/.test(
      after,
    );
    return /^(?:بداي[ةه]|مطلع|بدء|اول|اوائل)$/.test(next) && isOfWar;
  }
  if (!/(?:العام|السن[ةه])$/.test(text)) return false;
  return (
    /^هذ[اه]$/.test(tokens[at - 1]?.text ?? '') || /^ال(?:جاري|جارى|حالي|حالى|جاري[ةه]|حالي[ةه])$/.test(next)
  );
}

const takesOffice = tokenLike(/^(?:تول[يى]|تسلم|انتخاب|تنصيب|وصول|عزل|اطاح[ةه]|الاطاح[ةه])(?:ه|ها)?$/);
const hasRisen = tokenLike(/^[وفل]?(?:[يت]?رتفع|ارتفعت?)$/);
/** Words between a toll that rises and since when. */
const RISEN = 16;

/** «منذ توليه الحكم قُتل 800»; «وبذلك يرتفع إلى 600 عدد القتلى منذ توليه» is the news. */
function isSinceOffice(tokens: readonly Token[], at: number): boolean {
  if (!isSince((tokens[at] as Token).form) || !takesOffice(tokens[at + 1])) return false;
  for (let i = at - 1; i > at - RISEN && i >= 0; i--) if (hasRisen(tokens[i])) return false;
  return true;
}

const goesOnFighting = tokenLike(/^[وف]?[يت](?:خوض|خوضون|دور|تقاتل|تقاتلون|تحارب|تحاربون)$/);
const isYear = tokenLike(/^(?:عام|عاما|عامين|اعوام|سن[ةه]|سنتين|سنوات|عقد|عقدين|عقود)$/);
/** Words of how long it has gone on. */
const LONG = 6;

/** «ويتقاتل الجانبان منذ عامين ونصف العام، قتل فيها العشرات» */
function isOfLongFight(tokens: readonly Token[], at: number): boolean {
  if (!isSince((tokens[at] as Token).form)) return false;
  if (!tokens.slice(at + 1, at + LONG).some(isYear)) return false;
  for (let i = at - 1; i >= 0 && i > at - SENTENCE; i--) {
    const token = tokens[i] as Token;
    if (token.kind === 'break' || token.text === '.') return goesOnFighting(tokens[i + 1]);
  }
  return false;
}

/** Words of a sentence before it says since when. */
const SENTENCE = 30;

/** Words between «أسوأ» and the years that it is the worst of. */
const MEASURED = 10;

/** «شهدت السنوات الماضية حوادث»; not «أسوأ حادث في السنوات الأخيرة», which is today's. */
function isOfLateYears(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token || !isYears(token.form)) return false;
  // «الأعوام العشرة الماضية»
  const gone = readNumber(tokens, at + 1)?.to ?? at + 1;
  if (!/^ال(?:ماضي[ةه]|اخير[ةه]|سابق[ةه]|منصرم[ةه])$/.test(tokens[gone]?.text ?? '')) return false;
  for (let i = at - 1; i > at - MEASURED && i >= 0; i--) if (isMeasured(tokens[i])) return false;
  return true;
}

/** «تفجير المترو الذي», «مأساة المدرسة التي». */
export function isOfEvent(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i >= at - EVENT_NAME && i >= 0; i--) {
    const token = tokens[i];
    if (token?.kind !== 'word') return false;
    if (isEvent(token.form)) return true;
  }
  return false;
}

const isEvent = testOfForm(({ text }) => {
  const bare = text.replace(/^[وفبل](?=.{4})/, '');
  return EVENTS.has(text) || EVENTS.has(bare) || EVENTS.has(bare.replace(/^ل?ل/, 'ال'));
});

const isOutbreak = tokenLike(/^(?:ظهور|تفشي|بدء|بداي[ةه]|انتشار|اكتشاف)ه?ا?$/);

/** Whether a sentence counts «منذ ظهور الفيروس», «منذ تفشيه». */
export function runsSinceOutbreak(tokens: readonly Token[], { from, to }: Range): boolean {
  for (let i = from; i < to; i++)
    if (isSince((tokens[i] as Token).form) && isOutbreak(tokens[i + 1])) return true;
  return false;
}

/** «لقتله ثلاثة», «بقتلها زوجها» */
export const isOwnKilling = testOfForm(({ text }) => /^[لب]قتل(?:ه|ها|هم|هما)$/.test(text));
