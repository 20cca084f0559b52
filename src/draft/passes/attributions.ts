import type { Attribution, Context } from '#draft/context.ts';
import type { Strength } from '#draft/fact.ts';
import type { Reading } from '#draft/reading.ts';
import { type Cue, findCues } from './find-cues.ts';
import { PeopleBook, type Resolved } from './people-book.ts';
import type { Range } from './speaker.ts';
import { readSpeaker } from './speaker-phrase.ts';

/** Who says what, sentence by sentence: a named speaker, the one that a short name or role means, or the last one. */
export function findAttributions(reading: Reading, context: Readonly<Context>): Partial<Context> {
  const book = new PeopleBook(reading, context.people);
  const quoted = quotedTokens(reading, context);
  const attributions: Attribution[] = [];
  reading.sentences.forEach((sentence, index) => {
    let current: Resolved | null = null;
    for (const cue of findCues(reading, sentence, quoted)) {
      const speaker: Resolved | null = speakerOf(cue, current, reading, sentence, book);
      if (!speaker) continue;
      if (cue.phrase || !cue.backwards) book.spoke(speaker);
      current = speaker;
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
  });
  return { attributions };
}

/** «جاء في برقيته»: what is reported is of the subject of the sentence. */
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
  if (phrase) return book.resolve(phrase, word?.form === 'verb' && phrase.kind === 'person' ? gender : null);
  if (word?.form !== 'verb' && current) return current;
  const mayBeOf = word !== null && (word.form !== 'verb' || REPORTED.has(word.lemma));
  if (mayBeOf && !current) {
    // «أنهت القوات الحصار، مؤكدة أنّ …»: the subject of the sentence.
    const subject = readSpeaker(reading.tokens, sentence.from + 1, cue.from);
    if (subject && (subject.role || subject.kind === 'body')) return book.resolve(subject, gender);
  }
  return book.lastSpeaker(gender);
}

function quotedTokens(reading: Reading, context: Readonly<Context>): (at: number) => boolean {
  const inside = new Uint8Array(reading.tokens.length + 1);
  for (const { from, to } of context.spans) inside.fill(1, from - 1, Math.min(to + 1, inside.length));
  return (at) => inside[at] === 1;
}
