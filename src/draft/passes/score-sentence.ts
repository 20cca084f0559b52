import { ofForm } from '#arabic/forms.ts';
import type { Sentence } from '#arabic/sentences.ts';
import type { Token } from '#arabic/tokens.ts';
import type { Context } from '#draft/context.ts';
import type { CasualtyFigure } from '#draft/fact.ts';
import type { Reading } from '#draft/reading.ts';
import type { ContentWords } from './content-words.ts';
import { hasBareSource } from './leaning.ts';
import { summaryWords } from './summary-words.ts';
import type { Trimmed } from './trim-sentence.ts';

/** A sentence that may stand in the summary. */
export interface Candidate {
  sentence: Sentence;
  /** Its place among the sentences of the body, from 0. */
  order: number;
  trimmed: Trimmed;
  words: readonly number[];
  /** See `leans`. */
  leans: boolean;
  numbers: () => readonly number[];
  /** Its figures of people harmed. */
  figures: readonly CasualtyFigure[];
  /** Places where something happened. */
  scenes: readonly string[];
}

// What a sentence is worth for the summary; the lead counts most, then the toll.
const LEAD = 4;
const TOLL = 2;
const EVENT_PLACE = 0.7;
const SAID = 0.6;
const HEADLINE = 2.5;
const BACKGROUND = -1.5;
const DEPENDENT = -1.6;
const HISTORICAL = -1;
const QUESTION = -3;
const CENTRAL = 2;
const FULL_SHARE = 8;
const LEANING = -1.6;
const BARE_SOURCE = -0.5;
const LONG = -0.8;
const LONG_FROM = 55;

/** `repeated`: the share of the headline that it repeats; `central`: see `centrality`. */
export function scoreSentence(
  candidate: Candidate,
  reading: Reading,
  context: Readonly<Context>,
  repeated: number,
  central: number,
): number {
  const { sentence, order, trimmed } = candidate;
  const { from, to } = trimmed;
  let score = LEAD / (1 + order * 0.6);
  const { figures, scenes } = candidate;
  if (figures.some((figure) => figure.status !== 'historical')) score += TOLL;
  if (figures.length > 0 && figures.every((figure) => figure.status === 'historical')) score += HISTORICAL;
  score += EVENT_PLACE * Math.min(2, scenes.length);
  if (context.attributions.some((a) => reading.sentences[a.sentence] === sentence)) score += SAID;
  score += HEADLINE * repeated;
  score += CENTRAL * central;
  if (candidate.leans) score += LEANING;
  if (hasBareSource(reading.tokens, from)) score += BARE_SOURCE;
  const lexicon = summaryWords();
  if (lexicon.background.longestAt(reading.tokens, sentence.from)) score += BACKGROUND;
  if (lexicon.dependentStarts.longestAt(reading.tokens, trimmed.from, 'conjunction')) score += DEPENDENT;
  const told = toldBy(reading.tokens, from, to);
  if (told & ASKED) score += QUESTION;
  if (told & DATED) score += HISTORICAL;
  if (to - from > LONG_FROM) score += LONG;
  return score;
}

/** How much of what the sentences share is in one of them, 0 to 1. */
export function centrality(words: readonly number[], spread: readonly number[]): number {
  let shared = 0;
  for (const word of words) shared += Math.max(0, (spread[word] ?? 1) - 1);
  return Math.min(1, shared / (FULL_SHARE + words.length));
}

/** The share of the headline's words that a sentence has. */
export function overlap(
  words: ContentWords,
  sentence: readonly number[],
  headline: readonly number[],
): number {
  return headline.length === 0 ? 0 : words.common(sentence, headline) / headline.length;
}

const ASKED = 1;
const DATED = 2;
/** A question mark, a year. */
const tellsOf = ofForm(({ kind, text }) => {
  if (kind === 'mark') return text === '؟' || text === '?' ? ASKED : 0;
  return kind === 'number' && /^(?:19|20)\d\d$/.test(text) ? DATED : 0;
});

function toldBy(tokens: readonly Token[], from: number, to: number): number {
  let told = 0;
  for (let i = from; i < to; i++) told |= tellsOf((tokens[i] as Token).form);
  return told;
}
