import { fold } from '#arabic/fold.ts';
import { ofForm } from '#arabic/forms.ts';
import type { CasualtyFigure } from '#draft/fact.ts';
import type { Reading } from '#draft/reading.ts';
import { mayBeginAnchor } from './casualty-anchors.ts';

/** So few are counted in many incidents; the same number twice is one only where something else says so. */
const FEW = 3;
/** So many of one body are the same, whatever they are called. */
const MANY = 10;

/** Where a figure stands: which paragraph, whether that is an item of a list, and whether it begins another story. */
interface Spot {
  paragraph: number;
  /** The sign that the paragraph begins with: «🔹», «-»; null for a word. */
  bullet: string | null;
  /** «كما لقي …», «وفي حادث آخر …». */
  isOther: boolean;
}

/** «17 قتيلا» in a headline is «ما لا يقل عن 17» in the article. */
function covers(body: CasualtyFigure, { min, max }: CasualtyFigure): boolean {
  const n = min ?? max;
  // «عشرات القتلى» in a headline is whatever number the article has.
  return n === null || body.min === n || body.max === n;
}

/** Said twice is one figure: the headline gives way to the article, the shorter to the one that says who. */
export function withoutDoubles(figures: readonly CasualtyFigure[], reading: Reading): CasualtyFigure[] {
  const headlineEnd = reading.sentences.findLast((s) => s.paragraph === 0)?.end ?? 0;
  const hasBody = reading.sentences.some((s) => s.paragraph > 0);
  const inHeadline = (f: CasualtyFigure) => hasBody && f.evidence.start < headlineEnd;
  const spots = figures.map((figure) => spotOf(reading, figure));
  const isTwin = (k: number, i: number) => {
    const [other, figure] = [figures[k] as CasualtyFigure, figures[i] as CasualtyFigure];
    const isLoose = inHeadline(other) || inHeadline(figure);
    return (
      isSameNumber(other, figure, isLoose) &&
      !areApart(spots[k] as Spot, spots[i] as Spot, other, figure) &&
      mayBeSameGroup(other, figure) &&
      (other.partOf === figure.partOf || (figure.group !== null && other.group === figure.group))
    );
  };
  const kept: number[] = [];
  figures.forEach((figure, i) => {
    const said = (other: CasualtyFigure) =>
      other.kind === figure.kind && !inHeadline(other) && covers(other, figure);
    if (inHeadline(figure) && figures.some(said)) return;
    const twin = kept.find((k) => isTwin(k, i));
    if (twin === undefined) kept.push(i);
    else if ((figures[twin] as CasualtyFigure).group === null && figure.group !== null)
      kept[kept.indexOf(twin)] = i;
  });
  kept.sort((a, b) => a - b);
  return kept.map((i) => {
    const figure = figures[i] as CasualtyFigure;
    const partOf = figure.partOf === null ? -1 : kept.indexOf(figure.partOf);
    return { ...figure, partOf: partOf < 0 ? null : partOf };
  });
}

function isSameNumber(a: CasualtyFigure, b: CasualtyFigure, anyStatus: boolean): boolean {
  return a.kind === b.kind && a.min === b.min && a.max === b.max && (anyStatus || a.status === b.status);
}

/** «11 من عناصر التنظيم» are «11 مسلحا من التنظيم»; two officers need not be two of somebody else. */
function mayBeSameGroup(a: CasualtyFigure, b: CasualtyFigure): boolean {
  if (a.group === b.group || a.group === null || b.group === null) return true;
  if ((a.min ?? 0) < MANY) return false;
  const words = wordsOf(a.group);
  return wordsOf(b.group).some((word) => words.includes(word));
}

const wordsOf = (group: string) =>
  fold(group)
    .split(/\s+/)
    .map((word) => word.replace(/^(?:وال|بال|لل|ال)(?=.{3})/, ''))
    .filter((word) => word.length > 2);

/** Two items of a list, or a few here and a few there: not the same people. */
function areApart(a: Spot, b: Spot, first: CasualtyFigure, second: CasualtyFigure): boolean {
  if (a.paragraph === b.paragraph) return false;
  if (a.bullet !== null && a.bullet === b.bullet) return true;
  if (first.min === null || first.min > FEW) return false;
  if (b.isOther && a.paragraph > 0) return true;
  const isVague = (first.group === null) !== (second.group === null);
  return isVague && a.paragraph > 1;
}

function spotOf({ sentences, tokens }: Reading, { evidence }: CasualtyFigure): Spot {
  const here = sentences.findLast((s) => s.start <= evidence.start);
  const first = sentences.find((s) => s.paragraph === here?.paragraph);
  if (!here || !first) return { paragraph: 0, bullet: null, isOther: false };
  const sign = tokens[first.from];
  const bullet = sign?.kind === 'mark' && !/^["«“(]$/.test(sign.text) ? sign.text : null;
  const second = tokens[here.from + 1];
  const begins = tokens[here.from];
  let isOther = begins?.text === 'كما' && second !== undefined && mayBeginAnchor(second.form);
  for (let i = here.from; i < here.to && !isOther; i++) {
    const token = tokens[i];
    isOther = token !== undefined && isAnother(token.form) && isEvent(tokens[i - 1]?.text ?? '');
  }
  return { paragraph: here.paragraph, bullet, isOther };
}

const isAnother = ofForm(({ text }) => /^(?:اخر|اخرى|اخري|منفصل|منفصلة|ثان|ثانية)$/.test(text));
const isEvent = (text: string) =>
  /^[وب]?(?:حادث|حادثة|هجوم|انفجار|غارة|تفجير|عملية|سياق|قصف|حريق|كمين|اشتباك)$/.test(text);
