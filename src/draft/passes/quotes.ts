import type { QuotationSpan } from '#arabic/quotations.ts';
import { speechWord } from '#arabic/speech.ts';
import type { Token } from '#arabic/tokens.ts';
import { evidenceAt } from '#article/evidence.ts';
import type { Attribution, Context } from '#draft/context.ts';
import type { Unsettled } from '#draft/draft.ts';
import type { Quote, Speaker, Strength } from '#draft/fact.ts';
import type { Reading } from '#draft/reading.ts';
import { PeopleBook } from './people-book.ts';
import { leadOf } from './quote-context.ts';
import { readSpeaker } from './speaker-phrase.ts';
import { BACK_TO_SPEAKER, COMPLEMENTIZERS, isDefinite } from './speaker-words.ts';

/** Fewer words than these in quotation marks are a label, unless a verb and its «أنّ» stand right before them. */
const FEWEST_WORDS = 4;

interface Found {
  speaker: Speaker;
  verb: string | null;
  strength: Strength;
}

/** The words that somebody is quoted with; labels, names and words held at arm's length are none. */
export function findQuotes(reading: Reading, context: Readonly<Context>): Partial<Context> {
  const quotes: Quote[] = [];
  const unsettled: Unsettled[] = [];
  const book = new PeopleBook(reading, context.people);
  let last: Found | null = null;
  for (const [i, span] of context.spans.entries()) {
    const words = countWords(reading.tokens, span);
    if (words === 0) continue;
    const found: Found | null = speakerOf(span, words, context.spans[i - 1], reading, context, book, last);
    if (found) {
      quotes.push(quoteOf(reading, span, found));
      last = found;
    } else if (
      words >= FEWEST_WORDS * 2 &&
      span.closed &&
      leadOf(reading.tokens, span.from - 1) !== 'naming'
    ) {
      const proposal = quoteOf(reading, span, {
        speaker: { name: null, role: null },
        verb: null,
        strength: 'said',
      });
      unsettled.push({ what: 'quote', reason: 'no-speaker', evidence: proposal.evidence, proposal });
    }
  }
  return { quotes: withoutHeadlineDoubles(reading, quotes), unsettled };
}

function speakerOf(
  span: QuotationSpan,
  words: number,
  previous: QuotationSpan | undefined,
  reading: Reading,
  context: Readonly<Context>,
  book: PeopleBook,
  last: Found | null,
): Found | null {
  const { tokens } = reading;
  const open = span.from - 1;
  const lead = leadOf(tokens, open);
  const sentence = reading.sentences.findIndex((s) => s.from <= open && open < s.to);
  const here = context.attributions.filter((a) => a.sentence === sentence);
  const before = here
    .filter((a) => a.cue.from < open && a.said.from <= open && a.said.to !== a.cue.from)
    .at(-1);
  if (lead === 'naming' && !(before && isTopic(tokens, before, open) && words >= FEWEST_WORDS)) return null;
  if (lead === 'colon') return foundBy(before) ?? colonSpeaker(reading, sentence, open, book) ?? last;
  if (lead === 'complementizer' && before) return foundBy(before);
  if (before?.written && before.verb && words >= FEWEST_WORDS && hasComplementizer(tokens, before, open))
    return foundBy(before);
  const after = attributionAfter(span, here, tokens);
  if (after && words >= 3) return foundBy(after);
  if (pointsBack(tokens, span) && last) return last;
  if (lead === 'quotation' && previous && last && words >= 2 && isListed(tokens, previous, span)) return last;
  if (words < FEWEST_WORDS) return null;
  if (before && (before.said.from === open || hasComplementizer(tokens, before, open)))
    return foundBy(before);
  if (before && (lead === 'preposition' || directlySaid(tokens, before, open))) return foundBy(before);
  // A quotation that is a sentence of its own goes on with the one before it.
  const alone = lead === 'line' || (lead === 'other' && tokens[open - 1]?.text === '.');
  return alone && last && sentence >= 0 ? last : null;
}

function foundBy(attribution: Attribution | undefined): Found | null {
  return attribution
    ? { speaker: attribution.speaker, verb: attribution.verb, strength: attribution.strength }
    : null;
}

/** «بوتين: "…"», without a verb. */
function colonSpeaker(reading: Reading, sentence: number, open: number, book: PeopleBook): Found | null {
  const range = reading.sentences[sentence];
  if (!range) return null;
  const phrase = readSpeaker(reading.tokens, range.from, open - 1);
  if (!phrase) return null;
  const { name, role } = book.resolve(phrase, null);
  return { speaker: { name, role }, verb: null, strength: 'said' };
}

/** «"…"، قال الوزير»، «"…" بحسب الوزارة»: the cue follows the closing mark at once. */
function attributionAfter(
  span: QuotationSpan,
  here: readonly Attribution[],
  tokens: readonly Token[],
): Attribution | undefined {
  let next = span.to + 1;
  while (tokens[next]?.kind === 'mark' && /^[،,.؟!]$/.test(tokens[next]?.text ?? '')) next++;
  return here.find((a) => {
    const gap = a.cue.from - next;
    const word = tokens[a.cue.from]?.text ?? '';
    // «وقال الوزير إنّ» after the mark begins something else.
    if (/^[وف]/.test(word) && speechWord(word)?.form === 'verb' && speechWord(word.slice(1))) return false;
    if (gap < 0 || gap > 2 || !a.written) return false;
    // «"…"، وأضاف أنّ» begins something else.
    return !COMPLEMENTIZERS.has(tokens[a.written.to]?.text ?? '') && tokens[a.written.to]?.text !== ':';
  });
}

function pointsBack(tokens: readonly Token[], span: QuotationSpan): boolean {
  let next = span.to + 1;
  while (tokens[next]?.kind === 'mark') next++;
  return BACK_TO_SPEAKER.longestAt(tokens, next) !== null;
}

/** «"…"، و"…"»: nothing but a conjunction between two quotations. */
function isListed(tokens: readonly Token[], previous: QuotationSpan, span: QuotationSpan): boolean {
  const between = tokens.slice(previous.to + 1, span.from - 1).filter((t) => t.kind === 'word');
  return between.length <= 1 && between.every((t) => /^(و|وأن|وان|ثم)$/.test(t.text));
}

function hasComplementizer(tokens: readonly Token[], { cue, said }: Attribution, open: number): boolean {
  for (let i = Math.min(cue.to, said.from); i < open; i++)
    if (COMPLEMENTIZERS.has(tokens[i]?.text ?? '')) return true;
  return false;
}

/** «قال إن الطائرة "عادت بعد ربع ساعة"»: a definite noun is what the clause is about, not what is named. */
function isTopic(tokens: readonly Token[], before: Attribution, open: number): boolean {
  return isDefinite(tokens[open - 1]?.text ?? '') && hasComplementizer(tokens, before, open);
}

/** Nothing but the speaker stands between the verb and the quotation. */
function directlySaid(tokens: readonly Token[], { cue, written }: Attribution, open: number): boolean {
  const from = written && written.from >= cue.to ? written.to : cue.to;
  return tokens.slice(from, open).filter((t) => t.kind === 'word').length <= 3;
}

function quoteOf(reading: Reading, span: QuotationSpan, found: Found): Quote {
  const { tokens, sentences, article } = reading;
  const first = tokens[span.from] as Token;
  const end = (tokens[Math.min(span.to, tokens.length) - 1] as Token).end;
  const opening = sentences.find((s) => s.from <= span.from - 1 && span.from - 1 < s.to);
  const closing = sentences.find((s) => s.from <= span.to - 1 && span.to - 1 < s.to);
  const evidence = evidenceAt(article, opening?.start ?? first.start, Math.max(closing?.end ?? end, end));
  return { text: article.text.slice(first.start, end), ...found, evidence };
}

function countWords(tokens: readonly Token[], span: QuotationSpan): number {
  let n = 0;
  for (let i = span.from; i < span.to; i++) if (tokens[i]?.kind === 'word') n++;
  return n;
}

/** A headline often repeats what the article quotes; the article's own place counts. */
function withoutHeadlineDoubles(reading: Reading, quotes: readonly Quote[]): Quote[] {
  const headlineEnd = reading.sentences.findLast((s) => s.paragraph === 0)?.end ?? 0;
  const body = quotes.filter((q) => q.evidence.start >= headlineEnd);
  return quotes.filter((q) => {
    if (q.evidence.start >= headlineEnd) return true;
    const words = q.text.split(/\s+/);
    return !body.some((b) => words.filter((w) => b.text.includes(w)).length >= words.length * 0.6);
  });
}
