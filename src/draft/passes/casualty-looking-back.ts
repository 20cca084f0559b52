import { testOfForm } from '#arabic/forms.ts';
import { type Token, tokenLike } from '#arabic/tokens.ts';
import { readCount } from './casualty-counts.ts';
import { DISTANT_UNITS, EVENTS, NEAR_UNITS } from './casualty-words.ts';

/** Words between what comes and the event that it comes after. */
const BESIDE = 8;
const BEFORE_OTHER = 11;

/** «وبعد» */
export const withoutConjunction = (word: string) =>
  word.length > 2 && (word[0] === 'و' || word[0] === 'ف') ? word.slice(1) : word;

/** «بعد يومين من هجوم», «بعد ثلاثة أعوام على مقتل», «غداة تفجير». */
export function looksBack(tokens: readonly Token[], at: number, deep: boolean): boolean {
  const text = withoutConjunction(tokens[at]?.text ?? '');
  if (text === 'قبل' && /^(?:ذلك|هذا|هذه)$/.test(tokens[at + 1]?.text ?? '')) return isShift(tokens[at + 2]);
  if (text === 'بعد' && EVENTS.has(tokens[at + 1]?.text ?? '') && isAnotherOne(tokens, at)) return true;
  // «اتسعت الاحتجاجات غداة مواجهات أسفرت عن مقتل سبعة»: the news itself, where nobody was counted before.
  if (text === 'غداة') return EVENTS.has(tokens[at + 1]?.text ?? '') && (deep || countsBefore(tokens, at));
  if (!/^(?:بعد|قبل|عقب|مر|مرت|مضى|مضت|مرور)$/.test(text)) return false;
  // «بعد حادثين أوقعا 15 قتيلا»
  if (text !== 'قبل' && /ين$/.test(tokens[at + 1]?.text ?? '') && EVENTS.has(tokens[at + 1]?.text ?? ''))
    return true;
  // «مرت ساعات على الهجوم»: today's.
  const units = text[0] === 'م' ? DISTANT_UNITS : NEAR_UNITS;
  const unit = [1, 2, 3, 4].find((k) => units.has(tokens[at + k]?.text ?? ''));
  if (unit === undefined) return false;
  for (let i = at + unit + 1; i < at + unit + 4; i++)
    if (/^(من|على|علي)$/.test(tokens[i]?.text ?? '')) return EVENTS.has(tokens[i + 1]?.text ?? '');
  return false;
}

/** Words between those who are counted and «غداة». */
const COUNTED_BEFORE = 20;

function countsBefore(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i > at - COUNTED_BEFORE && i >= 0; i--) {
    const token = tokens[i] as Token;
    if (token.kind === 'break' || token.text === '.') return false;
    const count = readCount(tokens, i);
    if (count && count.counted.is !== 'nothing' && count.counted.is !== 'things') return true;
  }
  return false;
}

/** «بعد عشرة أيام على اعتداء انتحاري آخر»: surely none of the news. */
export function isOfAnother(tokens: readonly Token[], at: number): boolean {
  for (let i = at + 2; i < at + BESIDE; i++)
    if (isOther(tokens[i]) && [1, 2].some((k) => EVENTS.has(tokens[i - k]?.text ?? ''))) return true;
  return false;
}

const isOther = tokenLike(/^(?:اخر|اخرى|سابق|سابق[ةه]|مماثل|مماثل[ةه])$/);

/** «ردا على الهجوم الذي أسفر عن», «انتقاما لتفجير أودى بـ»: what happened before it. */
export function answers(tokens: readonly Token[], at: number): boolean {
  const text = withoutConjunction(tokens[at]?.text ?? '');
  const next = tokens[at + 1]?.text ?? '';
  if (text === 'انتقاما') return EVENTS.has(next.replace(/^لل/, 'ال').replace(/^ل/, ''));
  return /^(?:ال)?ردا?$/.test(text) && next === 'على' && EVENTS.has(tokens[at + 2]?.text ?? '');
}

/** «وجاء ذلك بعد أن لقيت امرأة حتفها» */
export const comesOfIt = (tokens: readonly Token[], at: number): boolean =>
  /^و?بعد$/.test(tokens[at]?.text ?? '') &&
  tokens[at + 1]?.text === 'ان' &&
  /^(?:ذلك|هذا)$/.test(tokens[at - 1]?.text ?? '') &&
  /^و(?:جاء|ياتي)$/.test(tokens[at - 2]?.text ?? '');

/** «قبل ذلك بيومين» */
const isShift = (token: Token | undefined) =>
  token?.text.startsWith('ب') === true && NEAR_UNITS.has(token.text.slice(1));

/** «ويأتي الهجوم بعد تفجير أودى بـ», «ثاني حادث من نوعه بعد غرق عبارة»; «جاء القرار بعد الهجوم» is of the same. */
function isAnotherOne(tokens: readonly Token[], at: number): boolean {
  let isEvent = false;
  for (let i = at - 1; i > at - BEFORE_OTHER && i >= 0; i--) {
    const token = tokens[i];
    if (!token || token.kind === 'break' || token.text === '.') return false;
    if (isEvent && comes(token.form)) return true;
    isEvent ||= EVENTS.has(token.text);
  }
  return false;
}

const comes = testOfForm(({ text }) => /^[وف]?(?:[يت]اتي|[يت]اتى|جاء|جاءت|ثاني|ثالث|رابع|خامس)$/.test(text));
