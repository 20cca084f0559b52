import { ofForm, testOfForm } from './forms.ts';
import { speechWord } from './speech.ts';
import type { Token } from './tokens.ts';

/** Text between two quotation marks: tokens [from, to) between the marks; the opening one is token `from - 1`. */
export interface QuotationSpan {
  from: number;
  to: number;
  /** False where the closing mark was never written and the end is a guess. */
  closed: boolean;
}

const CLOSER_OF = new Map([
  ['«', '»'],
  ['“', '”'],
  ['‹', '›'],
  ['{', '}'],
  ['„', '“'],
  ['❝', '❞'],
  ['‘', '’'],
  ['"', '"'],
  ['＂', '＂'],
  ['″', '″'],
  ["'", "'"],
]);
const CLOSERS = new Set(CLOSER_OF.values());
const isQuotationMark = testOfForm(({ text }) => CLOSER_OF.has(text) || CLOSERS.has(text));
const closerOf = ofForm(({ text }) => CLOSER_OF.get(text) ?? null);
/** Marks that open and close alike: which of the two they do is read from what stands beside them. */
const STRAIGHT = new Set(['"', '＂', '″', "'"]);

/** A quotation may go on over this many line ends before its mark counts as never closed. */
const LINES = 3;
/** Marks looked at for the end of one quotation, so that texts full of unclosed marks stay linear. */
const MARKS = 40;

/**
 * The outermost quotations of a text, in order. Marks nested in a quotation are part of it. A mark of another kind
 * closes where the right one is missing before the end of the paragraph; a quotation goes on over paragraphs only where
 * a closing mark is found that nothing else opened.
 */
export function findQuotations(tokens: readonly Token[]): QuotationSpan[] {
  const spans: QuotationSpan[] = [];
  const marks: number[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const { kind, form } = tokens[i] as Token;
    if (kind === 'break' || (kind === 'mark' && isQuotationMark(form))) marks.push(i);
  }
  for (let m = 0; m < marks.length; m++) {
    const at = marks[m] as number;
    const token = tokens[at] as Token;
    if (turnedAround(tokens, marks, m)) {
      spans.push({ from: at + 1, to: marks[m + 1] as number, closed: true });
      m++;
      continue;
    }
    if (token.kind === 'break' || !CLOSER_OF.has(token.text) || !opens(tokens, at)) continue;
    const end = findClose(tokens, marks, m);
    if (end.to > at + 1) spans.push({ from: at + 1, to: end.to, closed: end.closed });
    m = end.mark;
  }
  return spans;
}

/** «…، وأضاف البيان»: words outside any quotation begin at a comma. */
export function goesOnSaying(tokens: readonly Token[], comma: number): boolean {
  if (!/^[،,]$/.test(tokens[comma]?.text ?? '')) return false;
  const word = speechWord(tokens[comma + 1]?.text ?? '');
  return word?.form === 'verb' && word.conjunction !== '' && word.introduces === 'often';
}

interface Close {
  /** Token index of the closing mark, or of where the quotation is taken to end. */
  to: number;
  closed: boolean;
  /** Index in `marks` of the last mark used up. */
  mark: number;
}

function findClose(tokens: readonly Token[], marks: readonly number[], opening: number): Close {
  const at = marks[opening] as number;
  const kind = (tokens[at] as Token).text;
  const closer = CLOSER_OF.get(kind) as string;
  const straight = kind === closer;
  let depth = 1;
  let lines = 0;
  /** Where it ends if its mark never comes, the likeliest first. */
  let fallback: Close | null = null;
  const last = Math.min(marks.length, opening + MARKS);
  for (let m = opening + 1; m < last; m++) {
    const i = marks[m] as number;
    const token = tokens[i] as Token;
    if (token.kind === 'break') {
      if (fallback) return fallback;
      if (lines === 0) fallback = { to: i, closed: false, mark: m };
      lines++;
      continue;
    }
    if (lines > LINES) break;
    if (token.text === closer) {
      // «""فيفا" ستكون معنا"»: a name in marks begins it.
      if (straight && i === at + 1 && tokens[i + 1]?.kind === 'word' && touches(token, tokens[i + 1])) {
        depth++;
        continue;
      }
      // «"الطلب مسجل على نظام "إحالة" منذ شهر"»: another quotation in it, if as many marks close as open.
      if (straight && beginsWord(tokens, i)) {
        if (lines > 0 && fallback) return fallback;
        fallback ??= { to: endBefore(tokens, at + 1, i), closed: false, mark: m - 1 };
        depth++;
        continue;
      }
      depth--;
      if (depth === 0) return { to: i, closed: true, mark: m };
    } else if (lines > 0) {
      // After a line end the same opening mark at the start of a line carries the quotation on.
      if (token.text === kind && tokens[i - 1]?.kind === 'break') continue;
      if (CLOSER_OF.has(token.text)) break;
    } else if (token.text === kind) {
      depth++;
      fallback ??= { to: endBefore(tokens, at + 1, i), closed: false, mark: m - 1 };
    } else if (!fallback && closesAlone(tokens, marks, opening, m)) {
      fallback = { to: i, closed: true, mark: m };
    }
  }
  return fallback ?? { to: tokens.length, closed: false, mark: marks.length - 1 };
}

/** The end of the last sentence that ends in [from, to), or the comma before «، وأضاف البيان», or `to`. */
function endBefore(tokens: readonly Token[], from: number, to: number): number {
  for (let i = to - 1; i > from && i > to - 8; i--) if (goesOnSaying(tokens, i)) return i;
  for (let i = to - 1; i > from; i--) if (tokens[i]?.text === '.') return i;
  return to;
}

/** Whether a closing mark of another kind has no opening mark of its own since the quotation began. */
function closesAlone(
  tokens: readonly Token[],
  marks: readonly number[],
  opening: number,
  closing: number,
): boolean {
  const closer = (tokens[marks[closing] as number] as Token).text;
  if (!CLOSERS.has(closer)) return false;
  if (STRAIGHT.has(closer)) return !opens(tokens, marks[closing] as number);
  const from = Math.max(opening + 1, closing - 4);
  for (let m = closing - 1; m >= from; m--)
    if (CLOSER_OF.get((tokens[marks[m] as number] as Token).text) === closer) return false;
  return true;
}

/** Closing marks that some type for opening ones, and what may then close. */
const TURNED = new Map([
  ['»', /^[»«]$/],
  ['”', /^“$/],
]);

/** «البلاد»عينت قنصلاً»», «”عينت قنصلاً“»: a closing mark that was typed for an opening one, close to the word behind it. */
function turnedAround(tokens: readonly Token[], marks: readonly number[], m: number): boolean {
  const at = marks[m] as number;
  const closer = TURNED.get((tokens[at] as Token).text);
  const close = marks[m + 1] ?? -1;
  const next = tokens[close];
  if (!next || !closer?.test(next.text) || tokens[at + 1]?.kind !== 'word') return false;
  if (!touches(tokens[at], tokens[at + 1])) return false;
  // «"الأولى” و“الثانية»: the mark between two quotations opens the second.
  return next.text === '»' || (!touches(tokens[at - 1], tokens[at]) && touches(tokens[close - 1], next));
}

const touches = (left: Token | undefined, right: Token | undefined) =>
  left !== undefined && right !== undefined && left.end === right.start;

/** A straight mark opens where a word follows it closely and none stands closely before it, except a clitic («بـ"…»). */
function opens(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  if (!STRAIGHT.has(token.text)) return true;
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  if (!after || after.kind === 'break') return false;
  if (token.text === "'") return after.kind === 'word' && touches(token, after) && !touches(before, token);
  if (!before || before.kind === 'break' || before.text === ':') return true;
  if (!touches(before, token)) return true;
  if (before.kind === 'word' && before.text.length <= 2) return true;
  return touches(token, after) && before.kind === 'mark' && before.text !== '.' && before.text !== '،';
}

/** A straight mark that can only open: white space or a single letter («و"النور"») before it and a word close after it. */
function beginsWord(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const after = tokens[at + 1];
  const before = tokens[at - 1];
  if (after?.kind !== 'word' || !touches(token, after)) return false;
  return !touches(before, token) || /^[وفبلك]$/.test(before?.text ?? '');
}

/** The closing mark of a short quotation that opens at token `at`, before token `limit`; null where none does. */
export function closeOf(tokens: readonly Token[], at: number, limit: number): number | null {
  const mark = tokens[at];
  const closer = mark ? closerOf(mark.form) : null;
  if (closer === null) return null;
  for (let i = at + 1; i < limit && i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (token.kind === 'break') return null;
    if (token.kind === 'mark' && (token.text === closer || token.text === '»' || token.text === '”'))
      return i;
  }
  return null;
}
