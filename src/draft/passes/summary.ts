import { ofForm } from '#arabic/forms.ts';
import { loosenWord } from '#arabic/place-spelling.ts';
import { countWords, type Token } from '#arabic/tokens.ts';
import { evidenceAt } from '#article/evidence.ts';
import type { Context } from '#draft/context.ts';
import type { Reading } from '#draft/reading.ts';
import { isBoilerplate } from './boilerplate.ts';
import { type Candidate, overlap, scoreSentence } from './score-sentence.ts';
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

/** Three to five sentences of the article that stand for it, in its order. */
export function summarize(reading: Reading, context: Readonly<Context>): Partial<Context> {
  const headlineWords = wordsOfHeadline(reading, context);
  const candidates = candidatesOf(reading, context, headlineWords);
  const spread = spreadOf(candidates);
  const scored = candidates
    .map((candidate) => ({
      candidate,
      score: scoreSentence(candidate, reading, context, headlineWords, spread),
    }))
    .sort((a, b) => b.score - a.score || a.candidate.order - b.candidate.order);
  const chosen: Candidate[] = [];
  for (const { candidate, score } of scored) {
    if (chosen.length >= MOST) break;
    if (score < 0 && chosen.length >= FEWEST) break;
    if (!chosen.some((other) => likeness(other.words, candidate.words) >= ALIKE)) chosen.push(candidate);
  }
  chosen.sort((a, b) => a.order - b.order);
  return {
    summary: chosen.map(({ trimmed }) => {
      const evidence = evidenceAt(reading.article, trimmed.start, trimmed.end);
      return { text: evidence.text, evidence };
    }),
  };
}

function candidatesOf(
  reading: Reading,
  context: Readonly<Context>,
  headlineWords: ReadonlySet<string>,
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
      .some(({ from, to }) => overlap(wordsOf(tokens, from, to), headlineWords) >= REPEATED);
  const sentences = body.length > 0 && (isLong || isRepeated()) ? body : reading.sentences;
  for (const sentence of sentences.slice(0, MOST_READ)) {
    if (isBoilerplate(reading, sentence)) continue;
    const trimmed = trimSentence(tokens, sentence);
    const { from, to } = trimmed;
    if (countWords(tokens, from, to) < FEWEST_WORDS || !isBalanced(tokens, from, to)) continue;
    candidates.push({ sentence, order: candidates.length, trimmed, words: wordsOf(tokens, from, to) });
  }
  return candidates;
}

/** In how many of the sentences each word stands. */
function spreadOf(candidates: readonly Candidate[]): Map<string, number> {
  const spread = new Map<string, number>();
  for (const { words } of candidates) for (const word of words) spread.set(word, (spread.get(word) ?? 0) + 1);
  return spread;
}

function wordsOfHeadline({ tokens }: Reading, context: Readonly<Context>): Set<string> {
  const evidence = context.headline?.evidence;
  const from = evidence ? tokens.findIndex((token) => token.start >= evidence.start) : 0;
  const end = evidence ? tokens.findIndex((token) => token.end > evidence.end) : 0;
  return wordsOf(tokens, from, end < 0 ? tokens.length : end);
}

function wordsOf(tokens: readonly Token[], from: number, to: number): Set<string> {
  const words = new Set<string>();
  for (let i = from; i < to; i++) {
    const content = contentOf((tokens[i] as Token).form);
    if (content !== null) words.add(content);
  }
  return words;
}

/** What a word is compared by; null for short ones and signs. */
const contentOf = ofForm(({ kind, text }) =>
  kind === 'number' || (kind === 'word' && text.length > 3)
    ? loosenWord(text).replace(/^[وفبلك]?ال(?=..)/, '')
    : null,
);

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let same = 0;
  for (const word of a) if (b.has(word)) same++;
  return same / Math.max(1, Math.min(a.size, b.size));
}
