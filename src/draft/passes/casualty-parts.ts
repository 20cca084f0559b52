import { seldomLike, type Token, tokenLike } from '#arabic/tokens.ts';
import type { CasualtyFigure } from '#draft/fact.ts';
import type { Range } from './speaker.ts';

/** Words of a list in brackets. */
const BRACKETS = 24;
const CLOSES = new Map([
  ['(', ')'],
  ['«', '»'],
  ['"', '"'],
  ['“', '”'],
]);
/** «حيث قتل أربعة في … وخمسة في …»: how a toll came about. */
const explains = tokenLike(/^(?:حيث|اذ)$/);

/** Figures of a headline. */
const MOST_IN_HEADLINE = 6;

/** Whom the headline counts together, and the sentence below it one by one: «مقتل أربعة عسكريين» over «قتل ضابط وثلاثة جنود». */
function addHeadlineParts(
  figures: readonly CasualtyFigure[],
  headlineEnd: number,
  parts: Map<number, number>,
): void {
  figures.slice(0, MOST_IN_HEADLINE).forEach((whole, at) => {
    const n = exactly(whole);
    if (whole.evidence.start >= headlineEnd || n === null || n < 2 || whole.partOf !== null) return;
    const inBody = ({ kind, evidence }: CasualtyFigure) =>
      kind === whole.kind && evidence.start >= headlineEnd;
    const first = figures.find(inBody);
    if (!first) return;
    const below = figures.flatMap((figure, i) =>
      inBody(figure) && figure.evidence.start === first.evidence.start && figure.partOf === null ? [i] : [],
    );
    if (below.length > 1 && sumOf(figures, below) === n) for (const i of below) parts.set(i, at);
  });
}

/**
 * The figures with the parts of those that are told in brackets behind them («توفي 4 (رجل وامرأتان وطفل)») or one by
 * one («قتل تسعة، حيث قُتل أربعة في … وخمسة في …»). `counts`: where each is counted; `headlineEnd`: where the headline
 * over them ends, 0 where none is.
 */
export function withParts(
  tokens: readonly Token[],
  figures: readonly CasualtyFigure[],
  counts: readonly Range[],
  headlineEnd: number,
): CasualtyFigure[] {
  const parts = new Map<number, number>();
  addHeadlineParts(figures, headlineEnd, parts);
  figures.forEach((whole, at) => {
    const count = counts[at];
    const next = figures[at + 1];
    if (!count || !next || next.evidence.start !== whole.evidence.start) return;
    if (whole.partOf !== null || parts.has(at) || (exactly(whole) ?? 0) < 2) return;
    const found = inBrackets(tokens, figures, counts, at) ?? oneByOne(tokens, figures, counts, at);
    for (const part of found) parts.set(part, at);
  });
  addSiblings(tokens, figures, counts, parts);
  figures.forEach((whole, at) => {
    if (areOfThose(tokens, figures[at - 1], counts[at - 1], whole, counts[at])) parts.set(at - 1, at);
  });
  if (parts.size === 0) return [...figures];
  return figures.map((figure, at) => {
    const whole = parts.get(at);
    return whole === undefined ? figure : { ...figure, partOf: whole };
  });
}

const areWho = tokenLike(/^(?:الذين|اللواتي|البالغ|بلغ|يبلغ|عددهم|عددهن)$/);

/** «32 من الجرحى الذين بلغ عددهم مئة»: of those who are counted right behind them. */
function areOfThose(
  tokens: readonly Token[],
  some: CasualtyFigure | undefined,
  count: Range | undefined,
  whole: CasualtyFigure,
  all: Range | undefined,
): boolean {
  if (!some || !count || !all || some.kind !== whole.kind || some.partOf !== null) return false;
  const between = tokens.slice(count.to, all.from);
  return between.length > 1 && between.every(areWho) && (some.min ?? 0) < (whole.min ?? 0);
}

/** «من بينهم 250 ألفا نزحوا من … و75 ألفا نزحوا من …»: parts of one whole have one verb. */
function addSiblings(
  tokens: readonly Token[],
  figures: readonly CasualtyFigure[],
  counts: readonly Range[],
  parts: Map<number, number>,
): void {
  figures.forEach((part, at) => {
    const [before, count, last] = [figures[at - 1], counts[at], counts[at - 1]];
    if (!before || !count || !last || part.partOf !== null || parts.has(at)) return;
    const whole = parts.get(at - 1) ?? before.partOf;
    if (whole === null || part.kind !== before.kind || part.evidence.start !== before.evidence.start) return;
    const verb = tokens[count.to]?.text ?? '';
    if (!isPlural(verb) || verb !== tokens[last.to]?.text) return;
    if (tokens[count.from]?.text[0] !== 'و' && tokens[count.from - 1]?.text !== 'و') return;
    const left = exactly(figures[whole] as CasualtyFigure) ?? 0;
    if (sumOf(figures, [at - 1, at]) <= left) parts.set(at, whole);
  });
}

const isPlural = (verb: string): boolean => /^[^ال].*وا$/.test(verb);

const exactly = ({ min, max }: CasualtyFigure) => (min === max ? min : null);

/** Those right behind a figure in its sentence that may be parts of it, up to token `to`. */
function partsBehind(
  figures: readonly CasualtyFigure[],
  counts: readonly Range[],
  at: number,
  to: number,
): number[] {
  const { evidence, kind, status } = figures[at] as CasualtyFigure;
  const found: number[] = [];
  for (let i = at + 1; figures[i]?.evidence.start === evidence.start; i++) {
    const part = figures[i] as CasualtyFigure;
    if ((counts[i]?.from ?? to) >= to || part.kind !== kind || part.status !== status) break;
    if (part.partOf === null) found.push(i);
  }
  return found;
}

const sumOf = (figures: readonly CasualtyFigure[], some: readonly number[]) =>
  some.reduce((sum, i) => sum + (exactly(figures[i] as CasualtyFigure) ?? Number.POSITIVE_INFINITY), 0);

/** Words between a toll and the brackets in which it is told apart. */
const BEFORE_BRACKETS = 12;

const areOthers = seldomLike(/^الاخر(?:ون|ين|ان|يان|يين)?$/);

/** Right behind the toll any of its parts; further on only all of them. */
function inBrackets(
  tokens: readonly Token[],
  figures: readonly CasualtyFigure[],
  counts: readonly Range[],
  at: number,
): number[] | null {
  const begun = counts[at]?.to ?? 0;
  let open = begun;
  while (open < begun + BEFORE_BRACKETS && tokens[open]?.kind === 'word') open++;
  const close = CLOSES.get(tokens[open]?.text ?? '');
  // «قتل اثنان وعثر على الآخرين (رجل وابنه)»
  if (close === undefined || (open > begun && areOthers(tokens[open - 1]))) return null;
  let to = open + 1;
  while (to < open + BRACKETS && tokens[to]?.text !== close) to++;
  if (tokens[to]?.text !== close || (counts[at + 1]?.from ?? 0) < open) return null;
  const parts = partsBehind(figures, counts, at, to);
  const whole = exactly(figures[at] as CasualtyFigure) ?? 0;
  const sum = sumOf(figures, parts);
  return (open === begun ? sum <= whole : sum === whole) ? parts : null;
}

/** Only where they add up to the whole. */
function oneByOne(
  tokens: readonly Token[],
  figures: readonly CasualtyFigure[],
  counts: readonly Range[],
  at: number,
): number[] {
  const whole = exactly(figures[at] as CasualtyFigure) ?? 0;
  const [count, next] = [counts[at], counts[at + 1]];
  if (!count || !next || !tokens.slice(count.to, next.from).some(explains)) return [];
  const parts = partsBehind(figures, counts, at, Number.POSITIVE_INFINITY);
  let sum = 0;
  for (const [i, part] of parts.entries()) {
    sum += exactly(figures[part] as CasualtyFigure) ?? Number.POSITIVE_INFINITY;
    if (sum === whole && i > 0) return parts.slice(0, i + 1);
    if (sum >= whole) return [];
  }
  return [];
}
