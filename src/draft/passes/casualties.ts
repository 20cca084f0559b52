import type { Sentence } from '#arabic/sentences.ts';
import type { Context } from '#draft/context.ts';
import type { Reading } from '#draft/reading.ts';
import { isLinkToItself } from './boilerplate.ts';
import { claimedBySides } from './casualty-claims.ts';
import { datelineYear } from './casualty-days.ts';
import { withoutDoubles } from './casualty-doubles.ts';
import { type FoundFigures, SentenceFigures } from './casualty-figures.ts';
import { type SentenceStatus, statusOf, tellsOnOfEvent, timeTold } from './casualty-status.ts';
import { settleTimes } from './casualty-tolls.ts';
import { SentenceWalk } from './casualty-walk.ts';
import { type NewsDays, newsDaysOf } from './casualty-weekdays.ts';
import { groupBySentence } from './group-by-sentence.ts';

/** Figures of people killed, injured, missing, detained and displaced, each with its sentence and who says it. */
export function findCasualties(reading: Reading, context: Readonly<Context>): Partial<Context> {
  const found: FoundFigures = {
    figures: [],
    counts: [],
    unsettled: [],
    ofIllness: false,
    doubts: { weak: new Set(), first: new Set(), earlier: new Set(), wide: new Set() },
  };
  const { published } = reading.article;
  const year = published ? Number(published.date.slice(0, 4)) : datelineYear(reading.tokens);
  const lead = Math.max(
    reading.sentences.findIndex((s) => s.paragraph > 0),
    1,
  );
  let days: NewsDays | null = null;
  const leadEnd = reading.sentences[lead]?.to ?? 0;
  const news = { year, days: () => (days ??= newsDaysOf(reading.tokens, leadEnd)) };
  const said = groupBySentence([...context.attributions, ...context.heads]);
  const known = new Map<number, SentenceStatus>();
  const told = (index: number, sentence: Sentence) =>
    known.get(index) ?? statusOf(reading.tokens, sentence, news, index > lead);
  // Most sentences count nobody, and need not be asked when that was.
  const statusAt = (index: number, sentence: Sentence): SentenceStatus => {
    if (known.has(index)) return told(index, sentence);
    let status = told(index, sentence);
    const before = reading.sentences[index - 1];
    const goesOn = index > lead && before?.paragraph === sentence.paragraph && status.past.length === 0;
    if (goesOn && tellsOnOfEvent(reading.tokens, sentence))
      status = { ...status, past: timeTold(told(index - 1, before), sentence) };
    known.set(index, status);
    return status;
  };
  reading.sentences.forEach((sentence, index) => {
    if (isLinkToItself(reading, sentence)) return;
    const status = () => statusAt(index, sentence);
    const attributed = said.get(index) ?? [];
    const figures = new SentenceFigures(reading, sentence, status, attributed, context.kind, found);
    new SentenceWalk(reading, sentence, status, context.kind, figures).run();
  });
  const figures = settleTimes(found.figures, found.doubts);
  return {
    casualties: claimedBySides(withoutDoubles(figures, found.counts, reading, context)),
    unsettled: found.unsettled,
  };
}
