import DATES from '#arabic/data/dates.json' with { type: 'json' };
import { fold } from '#arabic/fold.ts';
import { testOfForm } from '#arabic/forms.ts';
import { isDash, type Token, tokenLike } from '#arabic/tokens.ts';

const MONTHS = new Set(
  DATES.months
    .flat()
    .filter((name) => !name.includes(' '))
    .map(fold),
);
const MONTH_ENDS = new Set(['الثاني', 'الاول', 'ثاني', 'اول', ')']);

export const isGone = testOfForm(({ text }) => /^ال(ماضي|ماضى|منصرم|فائت|فارط|منقضي)$/.test(text));
export const isMonth = testOfForm(({ text }) => MONTHS.has(text));

/** «في أكتوبر (تشرين الأول) الماضي», «مارس/آذار الماضي»; not «خلال يوليو الماضي», «منذ مارس الماضي». */
export function isLastMonth(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token || !isGone(token.form)) return false;
  let i = at - 1;
  while (i > at - 7 && i >= 0 && isPartOfMonth(tokens[i])) i--;
  const isNamed = i < at - 1 && tokens.slice(i + 1, at).some((t) => isMonth(t.form));
  return isNamed && !/^(?:خلال|منذ|حتى|طوال|طيلة|شهر)$/.test(tokens[i]?.text ?? '');
}

const isPartOfMonth = (token: Token | undefined) =>
  token !== undefined &&
  (isMonth(token.form) || MONTH_ENDS.has(token.text) || /^[/(]$|^تشرين$|^كانون$/.test(token.text));

/** «في 26 يونيو وقع هجوم», «في سوسة في يونيو»: the day of another event, as today's is named by its weekday. */
export function isDay(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token || !isMonth(token.form) || /^[/]$/.test(tokens[at - 1]?.text ?? '')) return false;
  const day = tokens[at - 1]?.kind === 'number' ? at - 2 : at - 1;
  // «في إب» is a town.
  if (token.text === 'اب' && day === at - 1) return false;
  const before = tokens[day]?.text ?? '';
  const isNamed = /^[وف]?(?:في|فى|يوم|يومي|شهر|نهاية|بداية|مطلع|اواخر|اوائل|منتصف)$/.test(before);
  const isWeekOf = before === 'من' && /^(?:الاخير|الاول|الثاني|الثالث)$/.test(tokens[day - 1]?.text ?? '');
  if (!isNamed && !isWeekOf) return false;
  if (/^(?:خلال|منذ|حتى|طوال)$/.test(tokens[day - 1]?.text ?? '')) return false;
  for (let i = at + 1; i < at + 6; i++)
    if (/^ال(?:جاري|حالي|مقبل|قادم|جارى|حالى)$|^20\d\d$/.test(tokens[i]?.text ?? '')) return false;
  return true;
}

/** «وفي 12 يوليو الحالي، قُتل»: where the day ends with which a sentence begins, as the news has its weekday. */
export function endOfOpeningDay(tokens: readonly Token[], at: number): number | null {
  const token = tokens[at];
  if (!token || !isMonth(token.form) || tokens[at - 1]?.kind !== 'number') return null;
  const before = tokens[at - 3];
  if (!/^[وف]?(?:في|يوم)$/.test(tokens[at - 2]?.text ?? '')) return null;
  if (before && before.kind !== 'break' && before.text !== '.') return null;
  for (let i = at + 1; i < at + 5; i++) if (/^ال(?:جاري|حالي)$/.test(tokens[i]?.text ?? '')) return i;
  return null;
}

/** Words between what came first and the week that it happened in. */
const BEFORE_WEEK = 24;

/**
 * «وفي الأسبوع الماضي، قتل 13»: what a sentence begins with is not the day of the news; nor is what came before it
 * («منعت المسيرة بعد أن قتل انتحاري 32 شخصا الأسبوع الماضي») or happened in another place («البلدة المجاورة»).
 */
export function isLastWeek(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (isOfLastWeeks(tokens, at)) return true;
  if (!token || !isGone(token.form) || tokens[at - 1]?.text !== 'الاسبوع') return false;
  const first = /^[وف]?(?:في|فى)$/.test(tokens[at - 2]?.text ?? '') ? at - 2 : at - 1;
  for (let i = first - 1; i > at - BEFORE_WEEK; i--) {
    const { text, kind } = tokens[i] ?? {};
    if (text === undefined || kind === 'break' || text === '.') return i === first - 1;
    if (/^(?:ال)?مجاور[ةه]?$|^بعدما$/.test(text) || (text === 'بعد' && tokens[i + 1]?.text === 'ان'))
      return true;
  }
  return false;
}

const areWeeks = tokenLike(/^ال(?:اسبوعين|اسابيع)$/);
export const areGone = testOfForm(({ text }) => /^ال(?:ماضيين|اخيرين|ماضي[ةه]|اخير[ةه])$/.test(text));

/** «وشنت في الأسبوعين الماضيين ست غارات أودت» at the head of a sentence. */
function isOfLastWeeks(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token || !areGone(token.form) || !areWeeks(tokens[at - 1])) return false;
  return [3, 4].some((k) => tokens[at - k]?.text === '.' || tokens[at - k]?.kind === 'break');
}

/** A dateline stands among the first tokens of an article, at the beginning of a line. */
const FIRST_TOKENS = 80;
const MOST_BEFORE_DAY = 5;
/** Behind the day, «م (سونا) -». */
const MOST_BEHIND_DAY = 8;
const divides = tokenLike(/^[-–/]$/);

/** «عطبرة 22-8-2026م (سونا) -», «الرياض، 14 يونيو 2026 (واس) -»: the year that an article is written in; null where no dateline tells it. */
export function datelineYear(tokens: readonly Token[]): number | null {
  let line = 0;
  for (let i = 0; i < Math.min(tokens.length, FIRST_TOKENS); i++) {
    const { kind, text } = tokens[i] as Token;
    if (kind === 'break') line = i + 1;
    if (kind !== 'number' || !/^20\d\d$/.test(text)) continue;
    const before = tokens[i - 1];
    const inDigits = divides(before) && tokens[i - 2]?.kind === 'number' && divides(tokens[i - 3]);
    const day = before && isMonth(before.form) ? i - 2 : inDigits ? i - 4 : -1;
    if (tokens[day]?.kind !== 'number' || day < line || day - line > MOST_BEFORE_DAY) continue;
    for (let end = i + 1; end <= i + MOST_BEHIND_DAY && tokens[end]?.kind !== 'break'; end++)
      if (isDash(tokens[end]) || tokens[end]?.text === '/') return Number(text);
  }
  return null;
}
