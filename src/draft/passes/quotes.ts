import { goesOnSaying, type QuotationSpan } from '#arabic/quotations.ts';
import { speechWord } from '#arabic/speech.ts';
import { countWords, isComma, type Token } from '#arabic/tokens.ts';
import { evidenceAt } from '#article/evidence.ts';
import type { Attribution, Context } from '#draft/context.ts';
import type { Unsettled } from '#draft/draft.ts';
import type { Quote, Speaker, Strength } from '#draft/fact.ts';
import type { Reading } from '#draft/reading.ts';
import { SentenceIndex } from '#draft/sentence-index.ts';
import {
  addedBehind,
  attributionAfter,
  isNoName,
  isSubjectOfClause,
  pointedAt,
  pointsBack,
  saysDirectly,
  saysThat,
  thusSaid,
  toldBehind,
} from './attribution-of.ts';
import { signatureAfter, speakerBeforeColon, tellerAfter } from './colon-speaker.ts';
import { closesSaying } from './find-said.ts';
import { groupBySentence } from './group-by-sentence.ts';
import { PeopleBook } from './people-book.ts';
import { colonBefore, isDescribedWork, isWork, type Lead, leadOf } from './quote-context.ts';
import { withoutHeadlineDoubles } from './quote-doubles.ts';
import { trimQuote } from './quote-text.ts';
import { holdsPerson, isApposed, isAside, isForeign, isScripture } from './quoted-person.ts';
import type { SpeakerPhrase } from './speaker.ts';
import { isPlaceWord } from './speaker-words.ts';
import { thusTold } from './thus-told.ts';

/** Fewer words than these in quotation marks are a label, unless a verb and its «أنّ» stand right before them. */
const FEWEST_WORDS = 4;
/** So many words that nobody is found for are shown to the editor; fewer are a label. */
const FEWEST_UNSETTLED = 8;

interface Found {
  speaker: Speaker;
  verb: string | null;
  strength: Strength;
}

/** One text between quotation marks, with what stands around it. */
interface Candidate {
  span: QuotationSpan;
  words: number;
  lead: Lead;
  /** Index of its sentence; -1 = none. */
  sentence: number;
  /** All who speak in its sentence. */
  here: readonly Attribution[];
  /** Who speaks before it in its sentence, the nearest last. */
  before: Attribution | undefined;
  /** Who is named right after it. */
  after: Attribution | undefined;
  /** The quotation before it in the same sentence, and whose it is. */
  previous: { span: QuotationSpan; found: Found } | null;
  /** Whether the sentence before it holds a quotation. */
  follows: boolean;
  /** Whom the sentence before it, where nobody speaks, is about. */
  subject: Speaker | null;
  /** Who told something in the sentence before it, where that holds no quotation. */
  teller: Attribution | undefined;
  /** Whether nothing follows it in its line, or a full stop. */
  ends: boolean;
}

/** The words that somebody is quoted with; labels, names and words held at arm's length are none. */
export function findQuotes(reading: Reading, context: Readonly<Context>): Partial<Context> {
  const quotes: Quote[] = [];
  const unsettled: Unsettled[] = [];
  // Nearly all quotations have their speaker from an attribution.
  let known: PeopleBook | null = null;
  const book = () => (known ??= new PeopleBook(reading, context.people, context.mentions));
  const index = new SentenceIndex(reading.sentences);
  const bySentence = groupBySentence(context.attributions);
  let last: { span: QuotationSpan; found: Found; sentence: number } | null = null;
  for (const span of context.spans) {
    const words = countWords(reading.tokens, span.from, span.to);
    const colon = colonBefore(reading.tokens, span.from - 1);
    const sentence = index.at(colon);
    const here = bySentence.get(sentence) ?? [];
    if (words === 0 || here.some((a) => a.written && a.written.from <= span.from && span.to <= a.written.to))
      continue;
    const candidate: Candidate = {
      span,
      words,
      lead: leadOf(reading.tokens, span.from - 1),
      sentence,
      here,
      before: here.findLast(
        (a) => a.cue.from < span.from - 1 && a.said.from < span.from && a.said.to !== a.cue.from,
      ),
      after:
        attributionAfter(span, here, reading.tokens) ??
        thusSaid(span, bySentence.get(sentence + 1) ?? [], reading.tokens),
      previous: last && last.sentence === sentence ? last : null,
      follows: last !== null && last.sentence === sentence - 1,
      subject: context.subjects.get(sentence - 1) ?? null,
      teller: (bySentence.get(sentence - 1) ?? []).at(-1),
      ends: span.closed && endsAt(reading.tokens[span.to + 1]),
    };
    const found: Found | null = foundFor(candidate, reading, book, last?.found ?? null);
    if (found && (span.closed || isOneSentence(reading.tokens, span))) {
      quotes.push(quoteOf(reading, index, span, found));
      last = { span, found, sentence };
      continue;
    }
    if (found || (mayBeQuote(candidate) && !isScripture(reading.tokens, span))) {
      const nobody: Found = { speaker: { name: null, role: null }, verb: null, strength: 'said' };
      const proposal = quoteOf(reading, index, span, found ?? nobody);
      const reason = found ? 'quotation-not-closed' : 'no-speaker';
      unsettled.push({ what: 'quote', reason, evidence: proposal.evidence, proposal });
    }
  }
  return { quotes: withoutHeadlineDoubles(reading, quotes), unsettled };
}

/** A mark that was never closed ends with the line, where that is one sentence. */
function isOneSentence(tokens: readonly Token[], { from, to }: QuotationSpan): boolean {
  if (goesOnSaying(tokens, to)) return true;
  for (let i = from; i < to - 1; i++) if (/^[.؟!]$/.test(tokens[i]?.text ?? '')) return false;
  return to >= tokens.length || tokens[to]?.kind === 'break';
}

function mayBeQuote({ words, span, lead }: Candidate): boolean {
  return words >= FEWEST_UNSETTLED && span.closed && lead !== 'naming' && lead !== 'named';
}

/** Whose words a quotation is, by what stands before it, then by what stands after it; null where nobody's. */
function foundFor(
  candidate: Candidate,
  reading: Reading,
  book: () => PeopleBook,
  last: Found | null,
): Found | null {
  const { span, words, lead, before, after, previous, here } = candidate;
  const { tokens } = reading;
  const open = span.from - 1;
  if (isName(candidate, tokens) || isForeign(tokens, span)) return null;
  if (!before && isApposed(tokens, span, words)) return null;
  if (holdsPerson(tokens, span) || isAside(tokens, span, before) || isScripture(tokens, span)) return null;
  if (lead === 'colon') {
    const told =
      foundBy(before) ?? colonSpeaker(candidate, reading, book) ?? foundBy(addedBehind(span, here, tokens));
    // «القاهرة - وكالات: "…"، قال الوزير»
    if (told || !after) return told ?? goesOn(candidate, last);
  }
  // «قالت إن "سيسل" أصيب بسهم»
  if (lead === 'complementizer' && words < 3 && isSubjectOfClause(tokens, span)) return null;
  if (lead === 'complementizer' && before) return foundBy(before);
  // «وقال إنه "…". وإنه "…"»
  if (lead === 'complementizer' && words >= FEWEST_WORDS && beginsWithThat(tokens, open)) return last;
  if (before?.verb && words >= FEWEST_WORDS && saysThat(tokens, before, open)) return foundBy(before);
  // «وأضاف سامي نصر "…" بحسب مراسل الوكالة»: his, and passed on by another.
  if (before?.verb && words >= FEWEST_WORDS && before.said.from === open && after?.verb === null)
    return foundBy(before);
  if (after && words >= 3) return foundBy(after);
  const signature =
    before || words < FEWEST_WORDS
      ? null
      : (signatureAfter(tokens, span) ?? thusTold(tokens, span) ?? tellerAfter(tokens, span));
  if (signature) return { speaker: named(book, signature), verb: null, strength: 'said' };
  if (words >= 3 && pointsBack(tokens, span)) return foundBy(pointedAt(span, here, tokens)) ?? last;
  // «"…"، تقول سعاد، "…"» and «"…"، و"…"»
  if (previous && words >= 2 && continues(tokens, previous.span, candidate)) return previous.found;
  if (before && words >= 2 && saysShortly(tokens, before, span)) return foundBy(before);
  if (words < FEWEST_WORDS) return null;
  if (before && (before.said.from === open || saysThat(tokens, before, open))) return foundBy(before);
  if (before && (lead === 'preposition' || saysDirectly(tokens, before, span))) return foundBy(before);
  return goesOn(candidate, last) ?? (words >= FEWEST_UNSETTLED ? foundBy(toldBehind(span, here)) : null);
}

/** «فأجاب "لا تعليق الآن".»: nothing stands between a verb of saying alone and the words, and nothing follows. */
function saysShortly(
  tokens: readonly Token[],
  { cue }: Attribution,
  { from, to, closed }: QuotationSpan,
): boolean {
  const word = speechWord(tokens[cue.from]?.text ?? '');
  const says = word?.form === 'verb' && word.introduces === 'often' && !word.takesObject;
  const after = tokens[to + 1];
  return says && closed && cue.to === from - 1 && endsAt(after);
}

/** Whether nothing more is said in a line, or in a sentence. */
const endsAt = (after: Token | undefined) => !after || after.kind === 'break' || after.text === '.';

/** «. وإنه "…"»: a sentence that begins with «إن» goes on with the one before it. */
function beginsWithThat(tokens: readonly Token[], open: number): boolean {
  const before = tokens[open - 2];
  const begins = !before || before.kind === 'break' || /^[.؛]$/.test(before.text);
  return begins && /^و[اأإ]ن/.test(tokens[open - 1]?.text ?? '');
}

/** Whether the marks hold a name or a title: «رواية "…"», «بعنوان "…"». */
function isName({ span, words, lead, before }: Candidate, tokens: readonly Token[]): boolean {
  if (lead !== 'naming' && lead !== 'named') return false;
  if (!before || words < FEWEST_WORDS) return true;
  // «وقالت نازحة تنام في سيارة "لا نجرؤ على دخول البيت حتى لجلب البطانيات"»: too long for a name.
  const work = isWork(tokens[span.from - 2]) || isDescribedWork(tokens, span.from - 2);
  const atLength = !work && before.verb && before.said.from === span.from - 1 && words >= FEWEST_WORDS * 2;
  if (words > FEWEST_WORDS && isDescribed(tokens, span.from - 1)) return false;
  if (lead === 'named' && (atLength || closesSaying(tokens, span.from - 1, span.to, before.cue.to)))
    return false;
  return !isNoName(tokens, before, span);
}

/** «ووصفه بـ"المتوازن والحكيم في ظرف دقيق"»: at length they are words, and no label. */
const isDescribed = (tokens: readonly Token[], open: number) =>
  [open - 1, open - 2].some((at) =>
    /^[وف]?(?:وصف|يصف|تصف)(?:ت|وا)?(?:ه|ها|هم)$/.test(tokens[at]?.text ?? ''),
  );

function foundBy(attribution: Attribution | undefined): Found | null {
  return attribution
    ? { speaker: attribution.speaker, verb: attribution.verb, strength: attribution.strength }
    : null;
}

/** A quotation that is a sentence of its own goes on with the one before it. */
function goesOn(
  { span, lead, sentence, words, subject, follows, teller, ends }: Candidate,
  last: Found | null,
): Found | null {
  // «تقول المعلمة إنها تنام في سيارة. "كلما مرت شاحنة قفزنا".»: hers.
  if (lead === 'stop' && words >= FEWEST_WORDS && ends && !follows && teller?.verb)
    return teller.speaker.name === last?.speaker.name
      ? last
      : { speaker: teller.speaker, verb: null, strength: 'said' };
  const alone = lead === 'line' || lead === 'stop' || lead === 'item';
  // «"…"، قال المزارع وهو يقف أمام بيته. "خرجنا حفاة في الليل".»
  const fewest = lead === 'item' || (lead === 'stop' && follows) ? FEWEST_WORDS : FEWEST_WORDS * 2;
  if (!alone || sentence < 0 || words < fewest || !span.closed) return null;
  // «تنظر لينا سالم إلى الطريق. "…"»
  return subject && lead === 'stop' ? { speaker: subject, verb: null, strength: 'said' } : last;
}

/** Two quotations of one sentence with nothing but a speaker or a conjunction between them. */
function continues(
  tokens: readonly Token[],
  previous: QuotationSpan,
  { span, after, lead, before }: Candidate,
): boolean {
  if (lead === 'quotation') return true;
  const open = span.from - 1;
  const between = tokens.slice(previous.to + 1, open).filter((t) => t.kind === 'word');
  if (between.length <= 1) return between.every((t) => /^(و|وان|ثم|او|بل)$/.test(t.text));
  const comma = isComma(tokens[open - 1]);
  return (
    comma &&
    !after &&
    before !== undefined &&
    before.cue.from >= previous.to &&
    before.cue.from <= previous.to + 3
  );
}

/** «بوتين: "…"», without a verb; «الخرطوم: "الشرق الأوسط"» is where and for whom. */
function colonSpeaker(
  { span, words, sentence }: Candidate,
  reading: Reading,
  book: () => PeopleBook,
): Found | null {
  const range = reading.sentences[sentence];
  if (!range || words < 3) return null;
  const phrase = speakerBeforeColon(reading.tokens, range, colonBefore(reading.tokens, span.from - 1));
  if (!phrase) return null;
  if (isPlaceWord(reading.tokens[phrase.from]?.text ?? '') && words < FEWEST_WORDS) return null;
  return { speaker: named(book, phrase), verb: null, strength: 'said' };
}

function named(book: () => PeopleBook, phrase: SpeakerPhrase): Speaker {
  const { name, role } = book().resolve(phrase, null);
  return { name, role };
}

function quoteOf(reading: Reading, index: SentenceIndex, span: QuotationSpan, found: Found): Quote {
  const { tokens, sentences, article } = reading;
  const { start, end } = trimQuote(tokens, span);
  const opening = sentences[index.at(span.from - 1)];
  const closing = sentences[index.at(span.to - 1)];
  const evidence = evidenceAt(
    article,
    Math.min(opening?.start ?? start, start),
    Math.max(closing?.end ?? end, end),
  );
  return { text: article.text.slice(start, end), ...found, evidence };
}
