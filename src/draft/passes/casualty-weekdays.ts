import DATES from '#arabic/data/dates.json' with { type: 'json' };
import { fold } from '#arabic/fold.ts';
import { ofForm } from '#arabic/forms.ts';
import { speechWord } from '#arabic/speech.ts';
import { type Token, tokenLike } from '#arabic/tokens.ts';
import { isGone } from './casualty-days.ts';
import { EVENTS, VERBS } from './casualty-words.ts';
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
}

const isToday = tokenLike(/^(?:اليوم|امس|البارحة|البارحه)$/);
const isBeforeYesterday = tokenLike(/^(?:اول|قبل|من)$/);

/** What the lead, up to token `leadEnd`, says of the day; «أمس (الجمعة)» further on says it too. */
export function newsDaysOf(tokens: readonly Token[], leadEnd: number): NewsDays {
  const days = new Set<number>();
  let isDated = false;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    const inLead = i < leadEnd;
    isDated ||= inLead && isToday(token);
    const day = weekdayOf(token.form);
    if (day === null) continue;
    isDated ||= inLead;
    const before = tokens[i - 1]?.kind === 'mark' ? i - 2 : i - 1;
    if (inLead || (isToday(tokens[before]) && !isBeforeYesterday(tokens[before - 1]))) days.add(day);
  }
  return { days, isDated };
}

/**
 * How a sentence behind the lead tells of a weekday that is none of the news: `told` of what happened on it, `before`
 * of what the clause before it came after; null where the weekday at `at` says nothing of that.
 */
export function otherDayAt(
  tokens: readonly Token[],
  at: number,
  { days, isDated }: NewsDays,
): 'told' | 'before' | null {
  const day = weekdayOf((tokens[at] as Token).form);
  if (day === null || days.has(day)) return null;
  const next = tokens[at + 1];
  const clause = clauseBefore(tokens, at);
  if (clause === 'said' || clause === 'itself') return null;
  if (next && isGone(next.form)) return 'told';
  if (!isDated) return null;
  if (clause === 'before') return 'before';
  return clause === 'had' || isFronted(tokens, at) ? 'told' : null;
}

/** «ومساء الجمعة، قتل»: a sentence begins with the day. */
function isFronted(tokens: readonly Token[], at: number): boolean {
  let i = at;
  while (i > at - 3 && DAY_NOUNS.has((tokens[i - 1]?.text ?? '').replace(/^[وف](?=.{2})/, ''))) i--;
  const before = tokens[i - 1];
  return before === undefined || before.kind === 'break' || before.text === '.';
}

/** Words before a weekday in which the clause says what it is the day of. */
const CLAUSE = 16;
const comesAfter = tokenLike(/^[وف]?(?:على|بعد|عقب|غداة)$/);
const endsClause = (token: Token) =>
  token.kind === 'break' || /^[.،؛:]$/.test(token.text) || COMPLEMENTIZERS.has(token.text);

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
    if (EVENTS.has(token.text)) {
      if (!/^ال/.test(token.text)) return comesAfter(tokens[i - 1]) ? 'before' : found;
      found = 'itself';
    }
    if (VERBS.has(token.text.replace(/^[وف](?=.{3})/, ''))) return found;
    if (speechWord(token.text) !== null) return 'said';
  }
  return found;
}
