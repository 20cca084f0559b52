import { countWords, type Token } from '#arabic/tokens.ts';
import { evidenceAt } from '#article/evidence.ts';
import type { Context } from '#draft/context.ts';
import type { Draft } from '#draft/draft.ts';
import type { Reading } from '#draft/reading.ts';
import { isBoilerplate } from './boilerplate.ts';
import { kindOf, tellsOfStory } from './kind.ts';
import { isInstitution, ORGANISATIONS_TRIE, TITLES_TRIE } from './speaker-words.ts';
import { summaryWords } from './summary-words.ts';
import { trimSentence } from './trim-sentence.ts';

const FEWEST_WORDS = 2;
// A first line longer than this is the text itself: its first sentence stands for it.
const LONGEST = 220;
/** Words. */
const LONGEST_KICKER = 7;

/** The headline (the first line, cleaned at its ends) and the kind of story. */
export function findHeadline(reading: Reading, _context: Readonly<Context>): Partial<Context> {
  return { headline: headlineOf(reading), kind: kindOf(reading) };
}

function headlineOf(reading: Reading): Draft['headline'] {
  // One line may announce what follows; where nothing does, it stands for the text.
  let kicker = reading.tokens.findIndex(({ kind }, i) => kind === 'break' && i > 0) < 0;
  for (const line of linesOf(reading.tokens)) {
    const first = reading.tokens[line.from];
    const last = reading.tokens[line.to - 1];
    if (!first || !last || countWords(reading.tokens, line.from, line.to) < FEWEST_WORDS) continue;
    const whole = { ...line, start: first.start, end: last.end, paragraph: 0 };
    // «بالصور: …» is a label before a headline, and alone a line of its own.
    const labelled = trimSentence(reading.tokens, whole);
    if (isBoilerplate(reading, { ...whole, ...labelled })) continue;
    if (!kicker && isKicker(reading.tokens, line, labelled.from)) {
      kicker = true;
      continue;
    }
    const long = last.end - first.start > LONGEST;
    const sentence = long ? (reading.sentences.find((s) => s.from >= line.from) ?? whole) : whole;
    const { from, to, start: untouched } = trimSentence(reading.tokens, sentence);
    const start = Math.min(untouched, reading.tokens[from]?.start ?? untouched);
    let end = reading.tokens[to - 1]?.end ?? sentence.end;
    if (reading.tokens[to - 1]?.text === '.' && reading.tokens[to - 2]?.text !== '.')
      end = reading.tokens[to - 2]?.end ?? end;
    if (end <= start) continue;
    const evidence = evidenceAt(reading.article, start, end);
    return { text: evidence.text, evidence };
  }
  return null;
}

/**
 * «الدفاع المدني في غزة:», «بيان صادر عن الوزارة»: a short first line that only says what follows; «غارات على المدينة:»
 * is what follows in short.
 */
export function isKicker(
  tokens: readonly Token[],
  { from, to }: { from: number; to: number },
  start: number,
): boolean {
  if (countWords(tokens, from, to) > LONGEST_KICKER) return false;
  for (let i = from; i < to; i++) if (tokens[i]?.kind === 'number') return false;
  if (tokens[to - 1]?.text === ':') return speaks(tokens, start) || !tellsOfStory(tokens, start, to);
  for (let i = start; i < to; i++) if (tokens[i]?.text === ':') return false;
  const { kickers } = summaryWords();
  // «#دير_البلح | تغطية مستمرة»
  for (let i = start; i < to; i++)
    if ((i === start || tokens[i - 1]?.text === '|') && kickers.longestAt(tokens, i)) return true;
  return false;
}

const speaks = (tokens: readonly Token[], at: number): boolean =>
  isInstitution(tokens[at]?.text ?? '') ||
  ORGANISATIONS_TRIE.longestAt(tokens, at) !== null ||
  TITLES_TRIE.longestAt(tokens, at) !== null;

function* linesOf(tokens: readonly Token[]): Generator<{ from: number; to: number }> {
  let from = 0;
  for (let i = 0; i <= tokens.length; i++)
    if (i === tokens.length || tokens[i]?.kind === 'break') {
      if (i > from) yield { from, to: i };
      from = i + 1;
    }
}
