import { countWords } from '#arabic/tokens.ts';
import { evidenceAt } from '#article/evidence.ts';
import type { Context } from '#draft/context.ts';
import type { Reading } from '#draft/reading.ts';
import { isBoilerplate } from './boilerplate.ts';
import { ContentWords } from './content-words.ts';
import { type Candidate, centrality, overlap, scoreSentence } from './score-sentence.ts';
import { isBalanced, trimSentence } from './trim-sentence.ts';

const MOST = 5;
const FEWEST = 3;
const FEWEST_WORDS = 5;
const ALIKE = 0.5;
const SHORT_POST = 130;
const REPEATED = 0.6;
const REPEATED_WITHIN = 4;
// What stands further down was no summary of the story to the one who wrote it.
const MOST_READ = 300;
/** Sentences with figures of people that a summary has before anything else that is worth telling. */
const MOST_TOLLS = 3;

/** Three to five sentences of the article that stand for it, in its order. */
export function summarize(reading: Reading, context: Readonly<Context>): Partial<Context> {
  const words = new ContentWords();
  const headline = wordsOfHeadline(reading, context, words);
  const candidates = candidatesOf(reading, context, words, headline);
  const spread = spreadOf(candidates);
  const scored = candidates
    .map((candidate) => ({
      candidate,
      score: scoreSentence(
        candidate,
        reading,
        context,
        overlap(words, candidate.words, headline),
        centrality(candidate.words, spread),
      ),
    }))
    .sort((a, b) => b.score - a.score || a.candidate.order - b.candidate.order);
  const chosen: Candidate[] = [];
  const tolls = tollsIn(context);
  const take = ({ candidate, score }: (typeof scored)[number]) => {
    if (chosen.length >= MOST || (score < 0 && chosen.length >= FEWEST)) return;
    if (chosen.every((other) => likeness(words, other.words, candidate.words) < ALIKE))
      chosen.push(candidate);
  };
  const further: typeof scored = [];
  for (const item of scored)
    if (tolls(item.candidate) && chosen.filter(tolls).length >= MOST_TOLLS) further.push(item);
    else take(item);
  further.forEach(take);
  chosen.sort((a, b) => a.order - b.order);
  return {
    summary: chosen.map(({ trimmed }) => {
      const evidence = evidenceAt(reading.article, trimmed.start, trimmed.end);
      return { text: evidence.text, evidence };
    }),
  };
}

/** Whether figures of people stand in a sentence. */
function tollsIn({ casualties }: Readonly<Context>): (candidate: Candidate) => boolean {
  const starts = new Set(casualties.map(({ evidence }) => evidence.start));
  return ({ sentence }) => starts.has(sentence.start);
}

function candidatesOf(
  reading: Reading,
  context: Readonly<Context>,
  words: ContentWords,
  headlineWords: readonly number[],
): Candidate[] {
  const { tokens } = reading;
  const headline = context.headline?.evidence;
  const body = reading.sentences.filter(
    (sentence) => !headline || sentence.end <= headline.start || sentence.start >= headline.end,
  );
  const candidates: Candidate[] = [];
  // In a channel post the first line is the news itself, and seldom does anything below repeat it.
  const isLong = countWords(tokens, 0, tokens.length) > SHORT_POST;
  const isRepeated = () =>
    body
      .slice(0, REPEATED_WITHIN)
      .some(({ from, to }) => overlap(words, words.of(tokens, from, to), headlineWords) >= REPEATED);
  const sentences = body.length > 0 && (isLong || isRepeated()) ? body : reading.sentences;
  for (const sentence of sentences.slice(0, MOST_READ)) {
    if (isBoilerplate(reading, sentence)) continue;
    const trimmed = trimSentence(tokens, sentence);
    const { from, to } = trimmed;
    if (countWords(tokens, from, to) < FEWEST_WORDS || !isBalanced(tokens, from, to)) continue;
    candidates.push({ sentence, order: candidates.length, trimmed, words: words.of(tokens, from, to) });
  }
  return candidates;
}

/** In how many of the sentences each word stands. */
function spreadOf(candidates: readonly Candidate[]): number[] {
  const spread: number[] = [];
  for (const { words } of candidates) for (const word of words) spread[word] = (spread[word] ?? 0) + 1;
  return spread;
}

function wordsOfHeadline(
  { tokens }: Reading,
  context: Readonly<Context>,
  words: ContentWords,
): readonly number[] {
  const evidence = context.headline?.evidence;
  const from = evidence ? tokens.findIndex((token) => token.start >= evidence.start) : 0;
  const end = evidence ? tokens.findIndex((token) => token.end > evidence.end) : 0;
  return words.of(tokens, from, end < 0 ? tokens.length : end);
}

function likeness(words: ContentWords, a: readonly number[], b: readonly number[]): number {
  return words.common(a, b) / Math.max(1, Math.min(a.length, b.length));
}
