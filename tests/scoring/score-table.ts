import { type Counts, f1 } from './match-facts.ts';
import type { ArticleScore } from './score-article.ts';
import type { Totals } from './score-folder.ts';

const HEAD = [
  'article',
  'quotes',
  'F1',
  'speaker',
  'scare',
  'casualties',
  'F1',
  'group',
  'alarm',
  'places',
  'F1',
  'event',
  'country',
  'summary',
  'verbatim',
];

const counts = (c: Counts) => `${c.right}+${c.extra}-${c.missed}`;
const share = (value: number) => value.toFixed(3);
const f1OrDash = (c: Counts) => (c.right + c.extra + c.missed === 0 ? '-' : f1(c).toFixed(2));

function articleRow(score: ArticleScore): string[] {
  const { quotes, casualties, places, eventPlaces, summary, evidence } = score;
  return [
    score.name,
    counts(quotes),
    f1OrDash(quotes),
    `${quotes.speakersRight}/${quotes.speakers}`,
    String(quotes.scare),
    counts(casualties),
    f1OrDash(casualties),
    `${casualties.groupsRight}/${casualties.right}`,
    String(casualties.falseAlarms),
    counts(places),
    f1OrDash(places),
    f1OrDash(eventPlaces),
    `${places.countriesRight}/${places.countries}`,
    `${summary.points}/${summary.of}${summary.enough ? '' : ' LOW'}`,
    `${evidence.facts - evidence.faults}/${evidence.facts}`,
  ];
}

function totalRow(name: string, totals: Totals): string[] {
  const { quotes, casualties, places, eventPlaces } = totals;
  return [
    name,
    counts(quotes),
    share(quotes.f1),
    share(quotes.speakerAccuracy),
    String(quotes.scare),
    counts(casualties),
    share(casualties.f1),
    share(casualties.groupAccuracy),
    String(casualties.falseAlarms),
    counts(places),
    share(places.f1),
    share(eventPlaces.f1),
    share(places.countryAccuracy),
    share(totals.summary),
    share(totals.verbatim),
  ];
}

/** The scores as a table for the terminal: right+extra-missed, then the figures; the totals stand last. */
export function scoreTable(
  scores: readonly ArticleScore[],
  totals: ReadonlyArray<readonly [name: string, totals: Totals]>,
): string {
  const rows = [HEAD, ...scores.map(articleRow), ...totals.map(([name, t]) => totalRow(name, t))];
  const widths = HEAD.map((_, i) => Math.max(...rows.map((row) => (row[i] as string).length)));
  return rows
    .map((row) => row.map((cell, i) => cell.padEnd(widths[i] as number)).join('  '))
    .map((row) => row.trimEnd())
    .join('\n');
}
