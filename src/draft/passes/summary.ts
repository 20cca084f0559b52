import type { Sentence } from '#arabic/sentences.ts';
import { countWords, type Token, tokenLike } from '#arabic/tokens.ts';
import { type Evidence, evidenceAt } from '#article/evidence.ts';
import type { Context } from '#draft/context.ts';
import type { Reading } from '#draft/reading.ts';
import { isBoilerplate, isLinkToItself } from './boilerplate.ts';
import { ContentWords } from './content-words.ts';
import { isKicker } from './headline.ts';
import { leans } from './leaning.ts';
import { figuresOf, isAlike, numbersIn, repeats, scenesOf } from './repetition.ts';
import { type Candidate, centrality, overlap, scoreSentence } from './score-sentence.ts';
import { type Trimmed, trimSentence } from './trim-sentence.ts';
import { wholeEnd } from './whole-sentence.ts';

const MOST = 5;
const FEWEST = 3;
/** Words of a sentence worth telling; in a post a line is news: «وفاة 17», «اعتقال 6 مطلوبين في الموصل». */
const SHORTEST = { sentence: 5, headline: 3, toll: 2 };
const SHORT_POST = 130;
const REPEATED = 0.6;
const REPEATED_WITHIN = 4;
// What stands further down was no summary of the story to the one who wrote it.
const MOST_READ = 300;
/** The share of the sentences that end with a full stop in an article that is careful of them. */
const STOPPED = 0.6;
const CAPTION = 13;
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
  const tolls = ({ figures }: Candidate) => figures.length > 0;
  type Scored = (typeof scored)[number];
  const take = ({ candidate, score }: Scored, isRepeated = repeats) => {
    if (chosen.length >= MOST || (score < 0 && chosen.length >= FEWEST)) return;
    if (!chosen.some((other) => isRepeated(words, other, candidate))) chosen.push(candidate);
  };
  const standing = scored.filter(({ candidate }) => !candidate.leans);
  const leaning = scored.filter(({ candidate }) => candidate.leans);
  const further: Scored[] = [];
  for (const item of standing)
    if (tolls(item.candidate) && chosen.filter(tolls).length >= MOST_TOLLS) further.push(item);
    else take(item);
  for (const item of further) take(item);
  // What points back is told for want of a toll, or of anything that stands alone; rather behind what it points to.
  if (!chosen.some(tolls)) for (const item of leaning) if (tolls(item.candidate)) take(item);
  const follows = ({ candidate }: Scored) => chosen.some(({ order }) => order === candidate.order - 1);
  const fill = (items: readonly Scored[]) => {
    for (const item of items) if (chosen.length < FEWEST) take(item, isAlike);
  };
  fill(leaning.filter(follows));
  fill(standing);
  fill(leaning);
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
  words: ContentWords,
  headlineWords: readonly number[],
): Candidate[] {
  const { tokens } = reading;
  const headline = context.headline?.evidence;
  const isHeadline = (sentence: Sentence) => isOf(headline, sentence);
  const body = reading.sentences.filter((sentence) => !isHeadline(sentence));
  const candidates: Candidate[] = [];
  // In a channel post the first line is the news itself, and seldom does anything below repeat it.
  const isLong = countWords(tokens, 0, tokens.length) > SHORT_POST;
  const isRepeated = () =>
    body
      .slice(0, REPEATED_WITHIN)
      .some(({ from, to }) => overlap(words, words.of(tokens, from, to), headlineWords) >= REPEATED);
  const hasStops = knowsStops(tokens, body);
  const isArticle = isLong || hasStops;
  const withHeadline = body.length === 0 || !(isArticle || isRepeated());
  const sentences = withHeadline ? withWholeHeadline(reading, headline) : body;
  const isCaption = (sentence: Sentence) => hasStops && isShortLine(tokens, body, sentence);
  for (const sentence of sentences.slice(0, MOST_READ)) {
    if (isBoilerplate(reading, sentence) || isLinkToItself(reading, sentence)) continue;
    if (isCaption(sentence)) continue;
    const trimmed = wholeOf(reading, trimSentence(tokens, sentence));
    if (trimmed === null) continue;
    const { from, to } = trimmed;
    const figures = figuresOf(context, sentence);
    const told = figures.length > 0 ? to - from : countWords(tokens, from, to);
    const kind = figures.length > 0 ? 'toll' : isHeadline(sentence) ? 'headline' : 'sentence';
    if (told < (isArticle ? SHORTEST.sentence : SHORTEST[kind]) || isKicker(tokens, sentence, from)) continue;
    candidates.push({
      sentence,
      order: candidates.length,
      trimmed,
      words: words.of(tokens, from, to),
      // There is nothing before the lead that it could point to.
      leans: candidates.length > 0 && leans(reading, context, from, to),
      numbers: () => numbersIn(reading, from, to),
      figures,
      scenes: scenesOf(context, sentence),
    });
  }
  if (!withHeadline) return candidates;
  // «وفاة 4 في حادث» above «لقي أربعة أشخاص مصرعهم …»: the text tells it with where and when.
  const told = candidates.filter(({ sentence }) => !isHeadline(sentence)).slice(0, REPEATED_WITHIN);
  return candidates.filter(
    (candidate) => !isHeadline(candidate.sentence) || !told.some((other) => repeats(words, other, candidate)),
  );
}

const isOf = (headline: Evidence | undefined, { start, end }: Sentence): boolean =>
  headline !== undefined && start < headline.end && end > headline.start;

/** All sentences, those of the headline as one: «انتشال جثة ثالثة.. وارتفاع الضحايا إلى أربعة». */
function withWholeHeadline({ sentences }: Reading, headline: Evidence | undefined): readonly Sentence[] {
  const parts = sentences.filter((sentence) => isOf(headline, sentence));
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last || first === last || first.paragraph !== last.paragraph) return sentences;
  const whole = { ...first, to: last.to, end: last.end };
  return sentences.flatMap((s) => (s === first ? [whole] : parts.includes(s) ? [] : [s]));
}

/** Whether sentences end as a newspaper's do. */
const knowsStops = (tokens: readonly Token[], body: readonly Sentence[]): boolean =>
  body.filter(({ to }) => endsSentence(tokens[to - 1])).length >= Math.max(FEWEST, body.length * STOPPED);

/** A short line without a full stop among those that have one: a caption, a cross-head, a reporter's name. */
const isShortLine = (tokens: readonly Token[], body: readonly Sentence[], sentence: Sentence): boolean =>
  sentence.start >= (body[0]?.start ?? 0) &&
  !endsSentence(tokens[sentence.to - 1]) &&
  countWords(tokens, sentence.from, sentence.to) < CAPTION;

const endsSentence = tokenLike(/^[.!?؟…۔:»"”›)]$/);

function wholeOf({ tokens, quotations }: Reading, trimmed: Trimmed): Trimmed | null {
  const to = wholeEnd(tokens, quotations, trimmed.from, trimmed.to);
  if (to === trimmed.to || to === null) return to === null ? null : trimmed;
  return { ...trimmed, to, end: (tokens[to - 1] as Token).end };
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
