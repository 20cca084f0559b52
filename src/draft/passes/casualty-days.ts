import DATES from '#arabic/data/dates.json' with { type: 'json' };
import { fold } from '#arabic/fold.ts';
import { ofForm } from '#arabic/forms.ts';
import type { Token } from '#arabic/tokens.ts';

/** Words between a neighbouring place and the week in which something happened there. */
const NEARBY = 12;

const MONTHS = new Set(
  DATES.months
    .flat()
    .filter((name) => !name.includes(' '))
    .map(fold),
);
const MONTH_ENDS = new Set(['الثاني', 'الاول', 'ثاني', 'اول', ')']);

export const isGone = ofForm(({ text }) => /^ال(ماضي|ماضى|منصرم|فائت|فارط|منقضي)$/.test(text));
export const isMonth = ofForm(({ text }) => MONTHS.has(text));

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

/** «وفي الأسبوع الماضي، قتل 13 في غارة أخرى»: what the sentence begins with is not the day of the news. */
function opens(tokens: readonly Token[], at: number): boolean {
  const first = /^[وف]?(?:في|فى)$/.test(tokens[at - 2]?.text ?? '') ? at - 2 : at - 1;
  const before = tokens[first - 1];
  return before === undefined || before.kind === 'break' || before.text === '.';
}

/** «وفي البلدة المجاورة، أوقع قصف الأسبوع الماضي ثمانية قتلى»: there, and not today. */
export function isElsewhere(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token || !isGone(token.form) || tokens[at - 1]?.text !== 'الاسبوع') return false;
  if (opens(tokens, at)) return true;
  for (let i = at - 2; i > at - NEARBY && i >= 0; i--) {
    const text = tokens[i]?.text ?? '.';
    if (text === '.' || tokens[i]?.kind === 'break') return false;
    if (/^(?:ال)?مجاور[ةه]?$/.test(text)) return true;
  }
  return false;
}
