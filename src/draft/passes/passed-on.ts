import { RELAYING, type SpeechWord } from '#arabic/speech.ts';
import { isComma, type Token, tokenLike } from '#arabic/tokens.ts';
import type { Cue } from './cue.ts';
import { findSaid } from './find-said.ts';
import type { Range, SpeakerPhrase } from './speaker.ts';
import { readSpeaker } from './speaker-phrase.ts';
import { COMPLEMENTIZERS } from './speaker-words.ts';

/** Whose words are passed on stands at most so many tokens behind the verb. */
const LONGEST_RELAY = 16;

/**
 * Who speaks where a verb passes another's words on: behind «نقلت الصحيفة عن», «علمت الصحيفة من», «استشهد بقول». Null
 * where nobody is said to speak, undefined where the verb passes nothing on.
 */
export function passedOn(
  tokens: readonly Token[],
  at: number,
  word: SpeechWord,
  { to: end }: Range,
  quoted: (at: number) => boolean,
  saidFrom: number | null,
): Cue | null | undefined {
  const cue = { from: at, to: at + 1, word, backwards: false, silent: false };
  if (RELAYING.has(word.lemma)) {
    for (let i = at + 1; i < Math.min(end, at + LONGEST_RELAY); i++)
      if (tokens[i]?.text === 'عن' && tokens[i + 1]?.text !== 'طريق')
        return { ...cue, phrase: readSpeaker(tokens, i + 1, end), saidFrom };
      else if (/^عنه(ا|م)?$/.test(tokens[i]?.text ?? '') && saidFrom !== null)
        return { ...cue, phrase: null, pronoun: tokens[i]?.text === 'عنها' ? 'f' : 'm', saidFrom };
    return word.lemma === 'اورد' ? undefined : null;
  }
  // «نسبت الوكالة إلى سامي نصر قوله إن»
  if (word.lemma === 'نسب') {
    const whom = tokens.slice(at + 1, Math.min(end, at + LONGEST_LEARNER)).findIndex((t) => t.text === 'الى');
    const phrase = whom < 0 ? null : readSpeaker(tokens, at + whom + 2, end);
    const told = phrase && isComma(tokens[phrase.to]) ? phrase.to + 1 : phrase?.to;
    return phrase && told === saidFrom && told !== undefined && isTheirWord(tokens[told])
      ? { ...cue, phrase, saidFrom }
      : null;
  }
  // «علمت "الغد" من مصادر في الوزارة أن»: the sources say it.
  if (word.lemma === 'علم') {
    const from = learntFrom(tokens, at + 1, end);
    const phrase = from === null ? null : readSpeaker(tokens, from, end);
    if (!phrase || phrase.from !== from) return null;
    return { ...cue, phrase, saidFrom: findSaid(tokens, phrase.to, end, quoted) };
  }
  // «واستشهد الشاعر بقول المتنبي: …»: his words, and not the poet's.
  const cited = word.lemma === 'استشهد' ? wordsCited(tokens, at + 1, end) : null;
  if (cited !== null) return { ...cue, phrase: readSpeaker(tokens, cited, end), saidFrom };
  // «وعلق الكاتب بمقولة المتنبي "…"»
  const saying = saidFrom === null ? null : sayingOf(tokens, at + 1, saidFrom);
  return saying ? { ...cue, phrase: saying, saidFrom } : undefined;
}

const isTheirWord = tokenLike(/^(?:قول|تاكيد)(?:ه|ها|هم|هما)$/);

/** Whoever has learnt something, and «من», are so many tokens. */
const LONGEST_LEARNER = 8;

/** Behind the «من» that says from whom something was learnt; null where it does not say. */
function learntFrom(tokens: readonly Token[], from: number, end: number): number | null {
  const limit = Math.min(end, from + LONGEST_LEARNER);
  for (let i = from; i < limit && !COMPLEMENTIZERS.has(tokens[i]?.text ?? ''); i++)
    if (tokens[i]?.text === 'من') return i + 1;
  return null;
}

/** Behind «بقول» or «بمقولة»; null where nobody's words are cited. */
function wordsCited(tokens: readonly Token[], from: number, end: number): number | null {
  for (let i = from; i < Math.min(end, from + LONGEST_RELAY); i++)
    if (/^ب(?:قول|مقولة|كلام|عبارة|كلمات)$/.test(tokens[i]?.text ?? '')) return i + 1;
  return null;
}

/** Whose saying «بمقولة المتنبي» is, right before it is quoted. */
function sayingOf(tokens: readonly Token[], from: number, said: number): SpeakerPhrase | null {
  for (let i = Math.max(from, said - LONGEST_RELAY); i < said; i++) {
    if (tokens[i]?.text !== 'بمقولة') continue;
    const phrase = readSpeaker(tokens, i + 1, said);
    return phrase?.kind === 'person' && phrase.from === i + 1 && phrase.to === said ? phrase : null;
  }
  return null;
}
