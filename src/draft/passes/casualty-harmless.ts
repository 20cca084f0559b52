import { ofForm } from '#arabic/forms.ts';
import { seldomLike, type Token, tokenLike } from '#arabic/tokens.ts';
import { readCount } from './casualty-counts.ts';
import { endsPart } from './casualty-earlier-tolls.ts';
import { HARMLESS } from './casualty-words.ts';
import type { Range } from './speaker.ts';

/** Words between «سقط» and «امتحان». */
const LONGEST = 8;

const complementsOf = ofForm(({ text, kind }) => {
  if (kind !== 'word') return null;
  const bare = text.replace(/^[وف](?=.{3})/, '');
  return HARMLESS.find(({ verbs }) => verbs.has(text) || verbs.has(bare))?.complements ?? null;
});

/** «سقط ثلاثة طلاب في الامتحان», «خطف لاعبان الأنظار»: the complement makes the verb one that harms nobody. */
export function isHarmless(tokens: readonly Token[], at: number): boolean {
  if (citesThem(tokens, at) || topplesThem(tokens, at)) return true;
  const complements = complementsOf((tokens[at] as Token).form);
  if (!complements) return false;
  for (let i = at + 1; i <= at + LONGEST; i++) {
    const token = tokens[i];
    if (!token || token.kind === 'break' || endsPart(token)) return false;
    if (complements.has(token.text)) return true;
  }
  return false;
}

const cites = tokenLike(/^[وف]?[اي]?[يت]?ستشهدت?$/);

/** «استشهد الكاتب بثلاثة مؤرخين», and not «استشهد الشاب بثلاث رصاصات»: those whom he cites. */
function citesThem(tokens: readonly Token[], at: number): boolean {
  if (!cites(tokens[at]) || !/^ال/.test(tokens[at + 1]?.text ?? '')) return false;
  const count = /^ب.{2}/.test(tokens[at + 2]?.text ?? '') ? readCount(tokens, at + 2) : null;
  return count !== null && count.counted.is !== 'things';
}

const topples = tokenLike(/^[وف]?(?:اطاحت?|[يت]طيح)$/);
const polices = tokenLike(
  /^[وبل]?(?:ال)?(?:شرط[ةه]|امن(?:ي[ةه])?|قوات|جمارك|دوريات|مباحث|مكافح[ةه]|اجهز[ةه]|رجال|حرس|درك|فرق[ةه]|مصالح|سلطات|استخبارات|مخابرات|جيش|تحريات|كمين)$/,
);
/** Words between «أطاحت» and the police who did it, behind it and before it. */
const [BEHIND, BEFORE] = [4, 6];

/** «أطاح الانقلاب بثلاثة قادة»: from office; «أطاحت الشرطة بثلاثة مروجين» is an arrest. */
function topplesThem(tokens: readonly Token[], at: number): boolean {
  if (!topples(tokens[at])) return false;
  for (let i = Math.max(0, at - BEFORE); i <= at + BEHIND; i++) if (polices(tokens[i])) return false;
  return true;
}

const isCall = seldomLike(/^[وف]?(?:ال)?(?:[يت]?تدخلت?|تدخلوا|تدخلات|[يت]?تعاملت?|[يت]?باشرت?|استجابت?)$/);
const isCallFor = seldomLike(/^(?:غرق|حريق|اختناق|تسمم|انهيار)$/);
/** Words between a call and what it was for. */
const OF_CALL = 7;

/** «تدخلت الفرق في 651 حالة غرق»: so often were they called, and some were saved. */
export function areCalls(tokens: readonly Token[], { from, to }: Range): boolean {
  if (!isCallFor(tokens[to - 1])) return false;
  for (let i = from - 1; i >= from - OF_CALL && i >= 0; i--) if (isCall(tokens[i])) return true;
  return false;
}

const areNamedAfterThem = tokenLike(
  /^[وفبل]?(?:ال)?(?:قاع[ةه]|ساح[ةه]|ميدان|شارع|مسجد|جامع|حي|ملعب|مدرس[ةه]|جسر|نصب|مقبر[ةه]|مقابر|عيد|يوم|مستشفى|مستشفي|مخيم|معسكر|كتيب[ةه]|كتائب|لواء|سرايا|مؤسس[ةه]|هيئ[ةه]|رابط[ةه]|صندوق|دار|طريق)$/,
);

/** «ساحة الشهداء», «مقبرة الشهداء»: what is called after them. */
export const isNamedAfterThem = (tokens: readonly Token[], at: number): boolean =>
  areNamedAfterThem(tokens[at - 1]);
