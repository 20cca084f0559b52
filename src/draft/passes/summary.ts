import { ofForm } from '#arabic/forms.ts';
import { loosenWord } from '#arabic/place-spelling.ts';
import type { Token } from '#arabic/tokens.ts';
import { evidenceAt } from '#article/evidence.ts';
import type { Context } from '#draft/context.ts';
import type { Reading } from '#draft/reading.ts';
import { isBoilerplate } from './boilerplate.ts';
import { type Candidate, scoreSentence } from './score-sentence.ts';
import { isBalanced, trimSentence } from './trim-sentence.ts';

const MOST = 5;
const FEWEST = 3;
const FEWEST_WORDS = 5;
const ALIKE = 0.5;
const SHORT_POST = 130;
// What stands further down was no summary of the story to the one who wrote it.
const MOST_READ = 300;

/** Three to five sentences of the article that stand for it, in its order. */
export function summarize(reading: Reading, context: Readonly<Context>): Partial<Context> {
  const candidates = candidatesOf(reading, context);
  const headlineWords = wordsOf(headlineTokens(reading, context));
  const scored = candidates
    .map((candidate) => ({ candidate, score: scoreSentence(candidate, reading, context, headlineWords) }))
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

function candidatesOf(reading: Reading, context: Readonly<Context>): Candidate[] {
  const headline = context.headline?.evidence;
  const body = reading.sentences.filter(
    (sentence) => !headline || sentence.end <= headline.start || sentence.start >= headline.end,
  );
  const candidates: Candidate[] = [];
  // In a channel post the first line is the news itself, and nothing below repeats it.
  const words = reading.tokens.filter((token) => token.kind === 'word').length;
  const sentences = body.length > 0 && words > SHORT_POST ? body : reading.sentences;
  for (const sentence of sentences.slice(0, MOST_READ)) {
    const tokens = reading.tokens.slice(sentence.from, sentence.to);
    if (isBoilerplate(tokens, reading.article.text.slice(sentence.start, sentence.end))) continue;
    const trimmed = trimSentence(reading.tokens, sentence);
    const kept = reading.tokens.slice(trimmed.from, trimmed.to);
    if (kept.filter((token) => token.kind === 'word').length < FEWEST_WORDS) continue;
    if (!isBalanced(kept)) continue;
    candidates.push({ sentence, order: candidates.length, trimmed, words: wordsOf(kept) });
  }
  return candidates;
}

function headlineTokens(reading: Reading, context: Readonly<Context>): Token[] {
  const evidence = context.headline?.evidence;
  if (!evidence) return [];
  return reading.tokens.filter((token) => token.start >= evidence.start && token.end <= evidence.end);
}

function wordsOf(tokens: readonly Token[]): Set<string> {
  const words = new Set<string>();
  for (const token of tokens) {
    const content = contentOf(token.form);
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
