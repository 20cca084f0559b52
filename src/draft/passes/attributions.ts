import type { Attribution, Context } from '#draft/context.ts';
import type { Strength } from '#draft/fact.ts';
import type { Reading } from '#draft/reading.ts';
import type { Cue } from './cue.ts';
import { findCues } from './find-cues.ts';
import { PeopleBook, type Resolved } from './people-book.ts';
import { quotedTokens } from './quoted-tokens.ts';
import type { Range } from './speaker.ts';
import { readSpeaker } from './speaker-phrase.ts';
import { isGivenName, isInstitution, TURNS } from './speaker-words.ts';

/** Who says what, sentence by sentence: a named speaker, the one that a short name or role means, or the last one. */
export function findAttributions(reading: Reading, context: Readonly<Context>): Partial<Context> {
  const book = new PeopleBook(reading, context.people);
  const quoted = quotedTokens(reading, context);
  const attributions: Attribution[] = [];
  reading.sentences.forEach((sentence, index) => {
    let current: Resolved | null = null;
    let spoken = false;
    for (const cue of findCues(reading, sentence, quoted)) {
      const speaker: Resolved | null = speakerOf(cue, current, reading, sentence, book);
      if (!speaker) continue;
      current = speaker;
      if (cue.silent) continue;
      spoken = true;
      book.spoke(speaker);
      attributions.push({
        sentence: index,
        cue: { from: cue.from, to: cue.to },
        said: cue.backwards
          ? { from: sentence.from, to: cue.from }
          : { from: cue.saidFrom ?? cue.to, to: sentence.to },
        speaker: { name: speaker.name, role: speaker.role },
        written: cue.phrase && { from: cue.phrase.from, to: cue.phrase.to },
        verb:
          cue.word &&
          reading.article.text.slice(reading.tokens[cue.from]?.start, reading.tokens[cue.from]?.end),
        strength: (cue.word?.strength ?? 'said') as Strength,
      });
    }
    if (!spoken) book.acted(current ?? subjectOf(reading, sentence, sentence.to, book, null));
  });
  return { attributions };
}

/** What may stand before the verb that a sentence begins with. */
const BEFORE_THE_VERB = /^[وف]?(بينما|فيما|لكن|كما|ثم|قد|لقد|لم|لن|لا|ما)$/;

/** «جاء في برقيته»: what is reported is of whom the pronoun means. */
const REPORTED = new Set(['جاء', 'ورد', 'نص']);

function speakerOf(
  cue: Cue,
  current: Resolved | null,
  reading: Reading,
  sentence: Range,
  book: PeopleBook,
): Resolved | null {
  const { word, phrase } = cue;
  const gender = word?.gender ?? null;
  if (phrase) return book.resolve(phrase, word?.form === 'verb' ? gender : null);
  const reported = word !== null && REPORTED.has(word.lemma);
  const wanted = reported ? genderOfPronoun(reading, cue) : gender;
  if (current && (word?.form !== 'verb' || agrees(current, wanted))) return current;
  // «أنهت القوات الحصار، مؤكدة أنّ …»: the subject of the sentence.
  const subject = subjectOf(reading, sentence, cue.from, book, wanted);
  if (subject && agrees(subject, wanted)) return subject;
  return book.lastSpeaker(wanted, word?.continues === true || reported);
}

function agrees(speaker: Resolved, gender: 'm' | 'f' | null): boolean {
  return gender === null || speaker.gender === null || speaker.gender === gender;
}

/** «في بيانها»: of a body; «في كلمته»: of a man. */
function genderOfPronoun(reading: Reading, cue: Cue): 'm' | 'f' | null {
  for (let i = cue.to; i < cue.to + 3; i++) {
    const text = reading.tokens[i]?.text ?? '';
    if (/.{3}ها$/.test(text)) return 'f';
    if (/.{3}ه$/.test(text)) return 'm';
  }
  return null;
}

/** The subject of a sentence that begins with a verb («استقبل الرئيس …») or with it. */
function subjectOf(
  reading: Reading,
  sentence: Range,
  before: number,
  book: PeopleBook,
  gender: 'm' | 'f' | null,
): Resolved | null {
  const { tokens } = reading;
  const turn = TURNS.longestAt(tokens, sentence.from, 'conjunction');
  let from = turn ? turn.to : sentence.from;
  while (/^[،,]$/.test(tokens[from]?.text ?? '')) from++;
  // «وبينما لم يشتبك الجنرال …»
  while (from < before && BEFORE_THE_VERB.test(tokens[from]?.text ?? '')) from++;
  for (const start of [from + 1, from]) {
    if (start >= before) continue;
    const phrase = readSpeaker(tokens, start, before, true);
    if (phrase?.from !== start) continue;
    const first = tokens[start]?.text ?? '';
    if (phrase.role || book.knows(phrase) || isInstitution(first) || isGivenName(first))
      return book.resolve(phrase, gender);
  }
  return null;
}
