import { fold } from '#arabic/fold.ts';
import { RELAYING } from '#arabic/speech.ts';
import { isComma, tokenLike } from '#arabic/tokens.ts';
import type { Attribution, Context } from '#draft/context.ts';
import type { Speaker, Strength } from '#draft/fact.ts';
import type { Reading } from '#draft/reading.ts';
import { isSelf, OPENING } from './according-cue.ts';
import { wordsOf } from './book-entry.ts';
import { readCount } from './casualty-counts.ts';
import type { Cue } from './cue.ts';
import { REPORTED } from './document-issuer.ts';
import { findCues } from './find-cues.ts';
import { FullSources } from './full-sources.ts';
import { goesOnAs } from './goes-on-as.ts';
import { Heads } from './heads.ts';
import { PeopleBook } from './people-book.ts';
import { quotedTokens } from './quoted-tokens.ts';
import { agrees, type Resolved, type Wanted } from './resolved.ts';
import { pastPlace, placeBehind } from './source-end.ts';
import type { Range } from './speaker.ts';
import { COMPLEMENTIZERS, isDefiniteAt, isInstitution, TITLES_TRIE } from './speaker-words.ts';
import { saidByColon, subjectOf } from './subject-of.ts';

/** Who says what, sentence by sentence: a named speaker, the one that a short name or role means, or the last one. */
export function findAttributions(reading: Reading, context: Readonly<Context>): Partial<Context> {
  const book = new PeopleBook(reading, context.people, context.mentions);
  const sources = new FullSources(reading, context.people);
  const quoted = quotedTokens(reading, context);
  const attributions: Attribution[] = [];
  const heads = new Heads(reading, book, sources);
  const subjects = new Map<number, Speaker>();
  const colons = context.spans.map((s) => s.from - 2).filter((at) => reading.tokens[at]?.text === ':');
  let next = 0;
  reading.sentences.forEach((sentence, index) => {
    let current: Resolved | null = null;
    let spoken = false;
    let teller: Resolved | null = null;
    for (const cue of findCues(reading, sentence, quoted)) {
      let speaker: Resolved | null = speakerOf(cue, current, reading, sentence, book);
      if (!speaker) continue;
      const nameless = namedNow(reading, cue, speaker, attributions.at(-1), index);
      if (nameless) {
        giveName(attributions, nameless, speaker);
        speaker = { ...speaker, role: nameless };
      }
      // «قال المدعي إن التحقيق يشير إلى …، كاشفا أن …»: he goes on, and not the inquiry.
      if (!spoken || !isInside(reading, cue)) current = speaker;
      if (cue.silent) continue;
      const head: Resolved | null = teller && isOwnBody(reading, cue, teller) ? teller : null;
      if (head) current = head;
      spoken = true;
      book.spoke(head ?? speaker);
      // «قال سامي نصر "…" بحسب الوكالة. وتابع»: he goes on, and not the agency.
      if (teller && cue.backwards && cue.word === null) book.spoke(teller);
      else teller = cue.word && speaker;
      attributions.push({
        sentence: index,
        cue: { from: cue.from, to: cue.to },
        said: saidBy(reading, cue, sentence),
        speaker: { name: speaker.name, role: speaker.role },
        source: sources.of(speaker, cue.phrase, sentence),
        written: cue.phrase && { from: cue.phrase.from, to: cue.phrase.to },
        verb:
          cue.word &&
          reading.article.text.slice(reading.tokens[cue.from]?.start, reading.tokens[cue.from]?.end),
        strength: (cue.word?.strength ?? 'said') as Strength,
      });
    }
    while ((colons[next] ?? sentence.from + 1) <= sentence.from) next++;
    const at = colons[next] ?? sentence.to;
    const colon = !spoken && at < sentence.to ? at : undefined;
    const silent = colon === undefined ? null : saidByColon(reading, sentence, colon, book);
    if (silent && colon !== undefined) {
      spoken = true;
      book.spoke(silent);
      attributions.push({
        sentence: index,
        cue: { from: colon, to: colon },
        said: { from: colon, to: sentence.to },
        speaker: { name: silent.name, role: silent.role },
        source: sources.of(silent, null, sentence),
        written: null,
        verb: null,
        strength: 'said',
      });
    }
    if (spoken) heads.spoke(sentence, attributions.at(-1));
    else heads.hear(sentence, index);
    if (spoken) return;
    const actor = current ?? subjectOf(reading, sentence, sentence.to, book, null);
    // «توفيت زميلته»: the sentence is still about him.
    if (isKinOf(actor)) return;
    book.acted(actor);
    if (actor && !actor.isBody && actor.name !== null && !isOfVictim(reading, sentence))
      subjects.set(index, { name: actor.name, role: actor.role });
  });
  return { attributions, heads: heads.found, subjects };
}

/** Whether a thing speaks in what somebody says: «إن التحقيق يشير إلى». */
function isInside({ tokens }: Reading, { phrase }: Cue): boolean {
  if (phrase?.kind !== 'body' || phrase.role) return false;
  const first = tokens[phrase.from]?.text ?? '';
  return COMPLEMENTIZERS.has(tokens[phrase.from - 1]?.text ?? '') && !isInstitution(first);
}

/** «أوضحت رئيسة الهيئة أن …، مشيرة إلى أن الهيئة وثقت»: she goes on, and not the body that is hers. */
function isOwnBody({ tokens }: Reading, { phrase }: Cue, teller: Resolved): boolean {
  if (phrase?.kind !== 'body' || phrase.role || teller.isBody || teller.role === null) return false;
  const [first, before] = [tokens[phrase.from]?.text ?? '', tokens[phrase.from - 1]?.text ?? ''];
  return COMPLEMENTIZERS.has(before) && isInstitution(first) && wordsOf(teller.role).includes(first);
}

/**
 * «وقالت القاضية إن …. وأضافت ماريا هولم أن …»: who goes on by a name that the article has not given before is whoever
 * spoke last by an office alone. Returns the office.
 */
function namedNow(
  { tokens }: Reading,
  { word, phrase }: Cue,
  { name, role, isBody, gender }: Resolved,
  last: Attribution | undefined,
  sentence: number,
): string | null {
  const office = last?.speaker.role === null && last.sentence === sentence - 1 ? last.speaker.name : null;
  if (
    !office ||
    !last?.written ||
    !word?.continues ||
    isBody ||
    name === null ||
    role !== null ||
    !phrase?.name
  )
    return null;
  const trade = TITLES_TRIE.longestAt(tokens, last.written.from);
  const hers = trade?.value.feminine ? 'f' : 'm';
  const isAlone = isDefiniteAt(tokens, last.written.from) && trade !== null && trade.value.kind !== 'plural';
  const isFull =
    phrase.name.to - phrase.name.from > 1 &&
    fold(name).split(' ').length === phrase.name.to - phrase.name.from;
  return isAlone && isFull && (gender ?? word.gender ?? hers) === hers ? office : null;
}

/** Names whoever was called by an office alone. */
function giveName(attributions: Attribution[], office: string, { name }: Resolved): void {
  attributions.forEach((a, i) => {
    if (a.speaker.name === office && a.speaker.role === null)
      attributions[i] = { ...a, speaker: { name, role: office } };
  });
}

/** What a cue is about: what stands before it, behind it, or around it. */
function saidBy(reading: Reading, cue: Cue, sentence: Range): Range {
  if (isInserted(reading, cue, sentence)) return { from: sentence.from, to: sentence.to };
  return cue.backwards || closesSentence(reading, cue, sentence)
    ? { from: sentence.from, to: cue.from }
    : { from: cue.saidFrom ?? cue.to, to: sentence.to };
}

/** A verb, a comma and «وفقا لما» before who says it. */
const OPENING_WORDS = 4;

/** «خلفت العاصفة، بحسب الدفاع المدني، 131 قتيلا», «لم يعرف، بحسبه، "من …"»: what follows is his, too. */
function isInserted({ tokens }: Reading, { backwards, from, phrase, to }: Cue, sentence: Range): boolean {
  const named = Math.max(to, phrase?.to ?? 0);
  // «بحسب مديرية الصحة في نينوى، ستة»
  const place = placeBehind(tokens, named);
  const last = isComma(tokens[place]) ? place : named;
  // «بحسب المنصة نفسها، ستة»
  const end = isSelf(tokens[last]) ? last + 1 : last;
  // «ما أدى بحسب الدفاع المدني إلى مقتل ستة»
  if (backwards && isResult(tokens[from - 1]) && /^(?:عن|الى|الي|في|فى)$/.test(tokens[end]?.text ?? ''))
    return true;
  if (!backwards || !isComma(tokens[end])) return false;
  // «ارتفعت، بحسب الوزارة، الحصيلة»: a verb alone stands before; «وقتل، وفقا لما أعلن الجيش، ستة».
  const opens = tokens.slice(sentence.from, from).findIndex(isComma);
  if (opens === 1 && from - sentence.from <= OPENING_WORDS) return true;
  if (!isComma(tokens[from - 1])) return false;
  const next = tokens[end + 1]?.text ?? '';
  return (
    /^(?:عن|عند|الى|الي|في|فى|خلال|جراء|اثر|نتيج[ةه]|بسبب|حين|عندما)$/.test(next) ||
    OPENING.test(next) ||
    readCount(tokens, end + 1) !== null
  );
}

const isResult = tokenLike(/^[وف]?[يت]?(?:اسفر|سفر|نجم|نتج|اد|ؤد|تسبب)[تىي]?$/);

/** «والده», «زميلتها»: somebody's, and without a name. */
const isKinOf = (actor: Resolved | null) =>
  actor?.isBody === false && /^[^ ]{2,}(?:ه|ها)$/.test(fold(actor.name ?? ''));

/** «قُتل سامي نصر»: who speaks behind it is somebody else. */
const isOfVictim = ({ tokens }: Reading, { from, to }: Range) =>
  tokens
    .slice(from, Math.min(to, from + 6))
    .some((t) => /^[وف]?(?:قتل|توفي|استشهد|لقي|اعتقل|اصيب|رحل|فقد|اختفى|غرق|مات|دفن|شيع)ت?$/.test(t.text));

const isMeanwhile = tokenLike(/^(?:فيما|بينما)$/);

/** «استقبلنا 16 جريحا، تقول مديرة المستشفى.»: what was said stands before. */
function closesSentence({ tokens }: Reading, { from, saidFrom, phrase }: Cue, sentence: Range): boolean {
  if (!phrase || saidFrom !== null || !isComma(tokens[from - 1])) return false;
  // «… بسبب الجفاف، تقول المفوضية، فيما …»
  const end = pastPlace(tokens, phrase.to);
  if (isComma(tokens[end]) && isMeanwhile(tokens[end + 1])) return true;
  return end === sentence.to || (end === sentence.to - 1 && tokens[end]?.text === '.');
}

function speakerOf(
  cue: Cue,
  current: Resolved | null,
  reading: Reading,
  sentence: Range,
  book: PeopleBook,
): Resolved | null {
  const { word, phrase } = cue;
  const gender = word?.gender ?? null;
  if (phrase) {
    // «نقلت الصحيفة عن النائب»: the paper is what the verb agrees with.
    const isSubject = word?.form === 'verb' && !RELAYING.has(word.lemma) && !LEARNING.has(word.lemma);
    // «قالت النائب هدى نصر»: the verb knows what the office does not say.
    const isHers = isSubject && gender === 'f' && phrase.kind === 'person' && isBeside(cue, phrase);
    const meant = book.resolve(isHers ? { ...phrase, gender } : phrase, isSubject ? gender : null);
    return (word?.continues && goesOnAs(reading, phrase, meant, book)) || meant;
  }
  // «وأبلغ بوتين الحضور بأن»: a surname that is a common word in the news, and somebody's here.
  const known = word?.form === 'verb' && !cue.addressed ? book.bySurname(cue.to, gender) : null;
  if (known && agrees(known, { gender, plural: null })) return known;
  const { pronoun } = cue;
  if (pronoun !== undefined) {
    const of: Wanted = { gender: pronoun, plural: null };
    if (current && word === null && agrees(current, of)) return current;
    const subject = word === null ? subjectOf(reading, sentence, cue.from, book, pronoun) : null;
    return subject && agrees(subject, of) ? subject : book.lastSpeaker(of, false);
  }
  const reported = word !== null && REPORTED.has(word.lemma);
  const wanted: Wanted = reported
    ? { gender: genderOfPronoun(reading, cue), plural: null, document: true }
    : { gender, plural: word?.form === 'verb' ? word.plural : null };
  // «رد الوزير بأن …، حين قاطعه النائب قائلا»
  const own =
    word?.lemma === 'قال' && word.form === 'participle'
      ? clauseBefore(reading, sentence, cue.from, isWhen)
      : null;
  const interrupter = own ? subjectOf(reading, own, cue.from, book, wanted.gender) : null;
  if (interrupter && agrees(interrupter, wanted)) return interrupter;
  if (current && (word?.form !== 'verb' || agrees(current, wanted))) return current;
  // «أنهت القوات الحصار، مؤكدة أنّ …»: the subject of the sentence.
  const clause = clauseBefore(reading, sentence, cue.from);
  for (const part of clause ? [clause, sentence] : [sentence]) {
    const subject = subjectOf(reading, part, cue.from, book, wanted.gender);
    if (subject && agrees(subject, wanted)) return subject;
  }
  const last = book.lastSpeaker(wanted, word?.continues === true || reported);
  return last ?? (cue.addressed ? book.resolve(cue.addressed, gender) : null);
}

/** «قالت النائب», «أما النائب فقد قالت»: nothing else may be the subject. */
const isBeside = (cue: Cue, { from, to }: Range): boolean =>
  from === cue.to || (to <= cue.from && cue.from - to <= 2);

/** «علمت الصحيفة من النائب» */
const LEARNING = new Set(['علم', 'استشهد'].map(fold));

/** «…، فيما أدلى عامل التحويلة بأقواله مؤكدا»: the last clause before a cue that brings its own subject. */
function clauseBefore({ tokens }: Reading, sentence: Range, at: number, begins = isMeanwhile): Range | null {
  for (let i = at - 1; i > sentence.from; i--) if (begins(tokens[i])) return { from: i + 1, to: sentence.to };
  return null;
}

const isWhen = tokenLike(/^(?:حين|حينما|عندما)$/);

/** «في بيانها»: of a body; «في كلمته»: of a man. */
function genderOfPronoun(reading: Reading, cue: Cue): 'm' | 'f' | null {
  for (let i = cue.to; i < cue.to + 3; i++) {
    const text = reading.tokens[i]?.text ?? '';
    // «في بيان نشرته»: who published it is a body or a woman.
    if (/^(نشر|اصدر|بث|وزع|كتب|وجه|اذاع)ته?ا?$/.test(text)) return 'f';
    if (/.{3}ها$/.test(text)) return 'f';
    if (/.{3}ه$/.test(text)) return 'm';
  }
  return null;
}
