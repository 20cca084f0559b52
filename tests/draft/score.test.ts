import { expect, it } from 'vitest';
import { scoreFolder, totalsOf } from '#tests/scoring/score-folder.ts';

/** What has been reached on the annotated articles and posts; it may rise and must not fall. */
it('the annotated articles are read at least as well as they were', () => {
  const totals = totalsOf(scoreFolder('tests/fixtures/articles'));
  const { quotes, casualties, places, eventPlaces, summary, verbatim } = totals;
  const reached = {
    quotes: [quotes.f1, 0.99],
    speakers: [quotes.speakerAccuracy, 0.98],
    casualties: [casualties.f1, 0.97],
    groups: [casualties.groupAccuracy, 0.96],
    places: [places.f1, 0.98],
    countries: [places.countryAccuracy, 0.985],
    events: [eventPlaces.f1, 0.96],
    summaries: [summary, 0.98],
    verbatim: [verbatim, 1],
  } as const;
  const fallen = Object.entries(reached).filter(([, [value, floor]]) => value < floor);
  expect(fallen).toEqual([]);
  expect(quotes.scare).toBeLessThanOrEqual(0);
  expect(casualties.falseAlarms).toBeLessThanOrEqual(1);
});
