import type { CasualtyFigure } from '#draft/fact.ts';
import type { Reading } from '#draft/reading.ts';

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
  const same = (a: CasualtyFigure, b: CasualtyFigure) =>
    a.kind === b.kind &&
    a.min === b.min &&
    a.max === b.max &&
    (a.status === b.status || inHeadline(a) || inHeadline(b));
  const kept: number[] = [];
  figures.forEach((figure, i) => {
    const said = (other: CasualtyFigure) =>
      other.kind === figure.kind && !inHeadline(other) && covers(other, figure);
    if (inHeadline(figure) && figures.some(said)) return;
    const twin = kept.find((k) => {
      const other = figures[k] as CasualtyFigure;
      return (
        same(other, figure) &&
        (other.group === figure.group || other.group === null || figure.group === null) &&
        (other.partOf === figure.partOf || (figure.group !== null && other.group === figure.group))
      );
    });
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
