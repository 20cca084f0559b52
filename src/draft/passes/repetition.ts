import { isCountryName } from '#arabic/countries.ts';
import { mayBeginNumber, readNumber } from '#arabic/numbers.ts';
import type { Sentence } from '#arabic/sentences.ts';
import type { Token } from '#arabic/tokens.ts';
import type { Context } from '#draft/context.ts';
import type { CasualtyFigure } from '#draft/fact.ts';
import type { Reading } from '#draft/reading.ts';
import type { ContentWords } from './content-words.ts';
import type { Candidate } from './score-sentence.ts';

const ALIKE = 0.5;
const ALIKE_ELSEWHERE = 0.7;
const ALIKE_WITH_FIGURES = 0.3;
/** A number that two facts of one story seldom share. */
const LARGE = 100;

const likeness = (words: ContentWords, a: Candidate, b: Candidate): number =>
  words.common(a.words, b.words) / Math.max(1, Math.min(a.words.length, b.words.length));

export const isAlike = (words: ContentWords, a: Candidate, b: Candidate): boolean =>
  likeness(words, a, b) >= ALIKE;

/**
 * Whether a sentence tells what another has told: half their words, or a third of them and no number that the other has
 * not, one of which is a toll or large, of one scene.
 */
export function repeats(words: ContentWords, told: Candidate, again: Candidate): boolean {
  const alike = likeness(words, told, again);
  // Two accidents are told in the same words.
  if (areApart(told.scenes, again.scenes)) return alike >= ALIKE_ELSEWHERE;
  if (alike >= ALIKE) return true;
  if (alike < ALIKE_WITH_FIGURES) return false;
  const [numbers, known] = [again.numbers(), told.numbers()];
  const counts = ({ figures }: Candidate, number: number) =>
    figures.some(({ min, max }) => (min ?? max) === number);
  const weighs = (number: number) => number >= LARGE || counts(told, number) || counts(again, number);
  return numbers.every((number) => known.includes(number)) && numbers.some(weighs);
}

/** Towns of two sentences, none of which is in both; a country may hold the town of the other. */
function areApart(scenes: readonly string[], others: readonly string[]): boolean {
  const isTown = (name: string) => !isCountryName(name);
  return scenes.some(isTown) && others.some(isTown) && !scenes.some((scene) => others.includes(scene));
}

/** The numbers of tokens [from, to) but for years, each once. */
export function numbersIn({ tokens }: Reading, from: number, to: number): number[] {
  const numbers = new Set<number>();
  for (let i = from; i < to; ) {
    const token = tokens[i] as Token;
    const number = token.kind === 'number' || mayBeginNumber(token.form) ? readNumber(tokens, i) : null;
    if (number && !(number.value >= 1900 && number.value <= 2100)) numbers.add(number.value);
    i = Math.max(i + 1, number?.to ?? 0);
  }
  return [...numbers];
}

/** The figures of people harmed that a sentence is the evidence of. */
export const figuresOf = ({ casualties }: Readonly<Context>, sentence: Sentence): CasualtyFigure[] =>
  casualties.filter((figure) => isWithin(figure, sentence));

/** Places of a sentence where something happened. */
export const scenesOf = ({ places }: Readonly<Context>, sentence: Sentence): string[] =>
  places.filter((place) => place.role === 'event' && isWithin(place, sentence)).map(({ name }) => name);

const isWithin = ({ evidence }: { evidence: { start: number; end: number } }, { start, end }: Sentence) =>
  evidence.start >= start && evidence.end <= end + 1;
