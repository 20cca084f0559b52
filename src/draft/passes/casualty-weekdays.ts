import DATES from '#arabic/data/dates.json' with { type: 'json' };
import { fold } from '#arabic/fold.ts';
import { ofForm } from '#arabic/forms.ts';
import { speechWord } from '#arabic/speech.ts';
import { isDash, type Token, tokenLike } from '#arabic/tokens.ts';
import { isGone } from './casualty-days.ts';
import { opensOtherNews } from './casualty-incidents.ts';
import { EVENTS, TALLY, VERBS } from './casualty-words.ts';
import { COMPLEMENTIZERS } from './speaker-words.ts';

const WEEKDAYS = new Map(
  DATES.weekdays.flatMap((names, i) => names.map((name): [string, number] => [fold(name), i + 1])),
);
const DAY_NOUNS = new Set([...DATES.dayNouns.map(fold), 'في']);

/** The weekday that a word names; null for none. */
export const weekdayOf = ofForm(
  ({ text }): number | null => WEEKDAYS.get(text.replace(/^و(?=ال)/, '')) ?? null,
);

/** When an article was written. */
export interface News {
  /** Null where nothing tells. */
  year: number | null;
  days: () => NewsDays;
}

/** The days of which an article brings its news. */
export interface NewsDays {
  days: ReadonlySet<number>;
  /** Whether its lead says when that was: then a weekday that it does not name is another day. */
  isDated: boolean;
  /** Whether its lead names the weekday of an event, and not only that of saying so. */
  isNamed: boolean;
}

const isToday = tokenLike(/^(?:اليوم|امس|البارحة|البارحه)$/);
const isBeforeYesterday = tokenLike(/^(?:اول|قبل|من)$/);

/** What the lead, up to token `leadEnd`, says of the day; «أمس (الجمعة)» further on says it too. */
export function newsDaysOf(tokens: readonly Token[], leadEnd: number): NewsDays {
  const days = new Set<number>();
  let isDated = false;
  let isNamed = false;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    const inLead = i < leadEnd;
    isDated ||= inLead && isToday(token);
    const day = weekdayOf(token.form);
    if (day === null) continue;
    isDated ||= inLead;
    isNamed ||= inLead && clauseBefore(tokens, i) !== 'said';
    const before = tokens[i - 1]?.kind === 'mark' ? i - 2 : i - 1;
    if (inLead || (isToday(tokens[before]) && !isBeforeYesterday(tokens[before - 1]))) days.add(day);
  }
  return { days, isDated, isNamed };
}

/**
 * How a sentence behind the lead tells of a weekday that is none of the news: `told` of what happened on it, `before`
 * of what the clause before it came after; null where the weekday at `at` says nothing of that.
 */
export function otherDayAt(
  tokens: readonly Token[],
  at: number,
  { days, isDated, isNamed }: NewsDays,
): 'told' | 'before' | null {
  const day = weekdayOf((tokens[at] as Token).form);
  if (day === null || days.has(day) || days.has(dayBehind(tokens, at) ?? day)) return null;
  if (opensOtherNews(tokens, sentenceStart(tokens, at))) return null;
  const next = tokens[at + 1];
  const clause = clauseBefore(tokens, at);
  if (clause === 'said' || clause === 'itself') return null;
  if (next && isGone(next.form)) return 'told';
  if (!isDated) return null;
  if (clause === 'before') return 'before';
  const isOther = clause === 'had' || isFronted(tokens, at) || (isNamed && !tellsOfToday(tokens, at));
  return isOther ? 'told' : null;
}

/** Words around a weekday that belong to its sentence. */
const SENTENCE = 40;
const endsSentence = ({ kind, text }: Token) => kind === 'break' || text === '.';

function sentenceStart(tokens: readonly Token[], at: number): number {
  let from = at;
  while (from > 0 && at - from < SENTENCE && !endsSentence(tokens[from - 1] as Token)) from--;
  return from;
}

/** «قتل تسعة الثلاثاء، كما أعلنت الشرطة اليوم»: news, whenever that was. */
function tellsOfToday(tokens: readonly Token[], at: number): boolean {
  for (const step of [-1, 1])
    for (let i = at + step; Math.abs(i - at) < SENTENCE; i += step) {
      const token = tokens[i];
      if (!token || endsSentence(token)) break;
      if (isToday(token)) return true;
    }
  return false;
}

/** «ليل الجمعة - السبت», «ليل الأربعاء الخميس»: the second of a night's two days. */
function dayBehind(tokens: readonly Token[], at: number): number | null {
  const next = tokens[isDash(tokens[at + 1]) ? at + 2 : at + 1];
  return next ? weekdayOf(next.form) : null;
}

/** «ومساء الجمعة، قتل»: a sentence begins with the day. */
function isFronted(tokens: readonly Token[], at: number): boolean {
  let i = at;
  while (i > at - 3 && DAY_NOUNS.has((tokens[i - 1]?.text ?? '').replace(/^[وف](?=.{2})/, ''))) i--;
  const before = tokens[i - 1];
  return before === undefined || endsSentence(before);
}

/** Words before a weekday in which the clause says what it is the day of. */
const CLAUSE = 16;
const comesAfter = tokenLike(/^[وف]?(?:على|بعد|عقب|غداة)$/);
const endsClause = (token: Token) =>
  token.kind === 'break' || /^[.،؛:]$/.test(token.text) || COMPLEMENTIZERS.has(token.text);

const isOneOfMany = tokenLike(/^[وفب]?(?:اكثر|اعنف|اسوا|اكبر|اشد|احد|احدى|ثاني|ثالث)$/);
const had = tokenLike(/^[وف]?(?:كان|كانت|كانوا)$/);

/**
 * What the clause before a weekday is: `said` («أعلنت الشرطة الخميس مقتل»: the day of saying), `itself` («الهجوم الذي
 * وقع الأحد»: the event that the article is about), `before` («ردا على هجوم نفذه مسلحون الخميس»), `had` («وكان مسلحون فتحوا النار الخميس»).
 */
function clauseBefore(tokens: readonly Token[], at: number): 'said' | 'itself' | 'before' | 'had' | null {
  let found: 'itself' | null = null;
  for (let i = at - 1; i > at - CLAUSE && i >= 0; i--) {
    const token = tokens[i] as Token;
    if (endsClause(token)) return found;
    if (had(token)) return found ?? 'had';
    // «حصيلة القتلى الثلاثاء»
    if (TALLY.has(token.text)) return 'itself';
    if (EVENTS.has(token.text)) {
      if (!/^ال/.test(token.text)) return comesAfter(tokens[i - 1]) ? 'before' : found;
      // «أكثر التفجيرات دموية الثلاثاء»
      if (!isOneOfMany(tokens[i - 1])) found = 'itself';
    }
    if (VERBS.has(token.text.replace(/^[وف](?=.{3})/, ''))) return found;
    if (speechWord(token.text)?.doubtful === false) return 'said';
  }
  return found;
}
