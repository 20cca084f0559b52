import type { Sentence } from '#arabic/sentences.ts';
import type { Context } from '#draft/context.ts';
import type { Reading } from '#draft/reading.ts';
import { isLinkToItself } from './boilerplate.ts';
import { claimedBySides } from './casualty-claims.ts';
import { datelineYear } from './casualty-days.ts';
import { withoutDoubles } from './casualty-doubles.ts';
import { SentenceFigures } from './casualty-figures.ts';
import type { FoundFigures } from './casualty-found.ts';
import { endOfHeadline } from './casualty-incidents.ts';
import { isMemorial } from './casualty-memorial.ts';
import { withParts } from './casualty-parts.ts';
import { type SentenceStatus, statusOf, tellsOnOfEvent, timeTold } from './casualty-status.ts';
import { settleTimes } from './casualty-tolls.ts';
import { SentenceWalk } from './casualty-walk.ts';
import { type NewsDays, newsDaysOf } from './casualty-weekdays.ts';
import { groupBySentence } from './group-by-sentence.ts';

/** What tells of another time from the first word of a sentence on. */
const LONG_AGO = { weak: false, back: true, over: false };

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
  const { sentences, tokens } = reading;
  const ofMemory = isMemorial(tokens, sentences[0]);
  const known = new Map<number, SentenceStatus>();
  const goesOn = (index: number) => {
    const [before, sentence] = [sentences[index - 1], sentences[index]];
    return (
      index > lead && sentence && before?.paragraph === sentence.paragraph && tellsOnOfEvent(tokens, sentence)
    );
  };
  // Most sentences count nobody, and need not be asked when that was.
  const statusAt = (index: number): SentenceStatus => {
    const told = known.get(index);
    if (told) return told;
    let from = index;
    while (!known.has(from) && goesOn(from)) from--;
    let status = known.get(from);
    for (let i = from; i <= index; i++) {
      const sentence = sentences[i] as Sentence;
      const before = i > from ? status : undefined;
      status = known.get(i) ?? statusOf(tokens, sentence, news, i > lead);
      if (ofMemory) status = { ...status, past: [...status.past, { ...LONG_AGO, at: sentence.from }] };
      if (before && status.past.length === 0) status = { ...status, past: timeTold(before, sentence) };
      known.set(i, status);
    }
    return status as SentenceStatus;
  };
  reading.sentences.forEach((sentence, index) => {
    if (isLinkToItself(reading, sentence)) return;
    const status = () => statusAt(index);
    const attributed = said.get(index) ?? [];
    const figures = new SentenceFigures(reading, sentence, status, attributed, context.kind, found);
    new SentenceWalk(reading, sentence, status, context.kind, figures).run();
  });
  const settled = settleTimes(found.figures, found.doubts);
  const figures = withParts(reading.tokens, settled, found.counts, endOfHeadline(reading));
  return {
    casualties: claimedBySides(withoutDoubles(figures, found.counts, reading, context)),
    unsettled: found.unsettled,
  };
}
