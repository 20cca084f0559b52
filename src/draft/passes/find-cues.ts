import { isDoubtful, RELAYING, type SpeechWord, speechWord } from '#arabic/speech.ts';
import type { Token } from '#arabic/tokens.ts';
import type { Reading } from '#draft/reading.ts';
import { leadOf } from './quote-context.ts';
import type { Range, SpeakerPhrase } from './speaker.ts';
import { readSpeaker, skip } from './speaker-phrase.ts';
import {
  ACCORDING_TO,
  ACCORDING_TO_WHAT,
  ACCORDING_WITH_L,
  BACKGROUND,
  COMPLEMENTIZERS,
  isDefinite,
  isGivenName,
  isInstitution,
  QUOTE_OPENERS,
  TITLES_TRIE,
} from './speaker-words.ts';

/** A word or phrase that says that somebody says something. */
export interface Cue extends Range {
  /** Null for «بحسب» and its like. */
  word: SpeechWord | null;
  /** Who, as this clause has it; null where the subject is hidden, or is that of the sentence. */
  phrase: SpeakerPhrase | null;
  /** Where what is said begins; null where nothing follows that a verb of saying introduces. */
  saidFrom: number | null;
  /** «بحسب»: what is said stands before. */
  backwards: boolean;
}

/** After these a word of saying is a noun («عدم كشف»), or what it says is spoken about («ما نشرته صحيفة»). */
const NOT_SAID = new Set(['عدم', 'دون', 'بدون', 'بلا', 'ما', 'الذي', 'التي', 'الذين']);
const WITH_OBJECT = new Set(['وصف', 'اتهم', 'طالب', 'اعتبر', 'دعا', 'حمل', 'ناشد', 'حث', 'عد']);
const LONGEST_RELAY = 16;
/** A speaker and what is said about them stand between a verb and its «إنّ» in at most so many words. */
const LONGEST_SUBJECT = 26;

/** The cues of one sentence, in order; what stands in quotation marks has none. */
export function findCues(reading: Reading, sentence: Range, quoted: (at: number) => boolean): Cue[] {
  const { tokens } = reading;
  const cues: Cue[] = [];
  for (let i = sentence.from; i < sentence.to; i++) {
    const token = tokens[i] as Token;
    if (token.kind !== 'word' || quoted(i)) continue;
    const background = BACKGROUND.longestAt(tokens, i, 'conjunction');
    if (background) {
      i = background.to - 1;
      continue;
    }
    const according = accordingAt(tokens, i, sentence.to);
    if (according) {
      cues.push(according);
      i = Math.max(i, according.to - 1);
      continue;
    }
    const word = speechWord(token.text);
    if (!word || isOfficeHere(tokens, i, word) || NOT_SAID.has(tokens[i - 1]?.text ?? '')) continue;
    const cue = verbCue(tokens, i, word, sentence, quoted);
    if (cue) cues.push(cue);
  }
  return cues;
}

/** «المتحدث باسم …» is an office, «متحدثاً» is not. */
function isOfficeHere(tokens: readonly Token[], at: number, word: SpeechWord): boolean {
  return word.form !== 'verb' && TITLES_TRIE.longestAt(tokens, at) !== null;
}

function accordingAt(tokens: readonly Token[], at: number, end: number): Cue | null {
  const what = ACCORDING_TO_WHAT.longestAt(tokens, at, 'conjunction');
  if (what) {
    const verb = tokens[what.to];
    const word = verb?.kind === 'word' ? speechWord(verb.text) : null;
    if (word?.form !== 'verb' || word.introduces === 'never') return null;
    // «كما أكد أنّ …» goes on, «كما أكد الوزير» at the end points back.
    const phrase = readSpeaker(tokens, what.to + 1, end);
    const after = phrase ? phrase.to : what.to + 1;
    const follows = tokens[skip(tokens, after, end)];
    if (follows && (COMPLEMENTIZERS.has(follows.text) || follows.text === ':' || /["«“]/.test(follows.text)))
      return null;
    if (!phrase && tokens[at]?.text === 'كما') return null;
    return { from: what.to, to: what.to + 1, word, phrase, saidFrom: null, backwards: true };
  }
  const plain = ACCORDING_TO.longestAt(tokens, at, 'conjunction');
  const withL = ACCORDING_WITH_L.has(tokens[at]?.text ?? '');
  if (!plain && !withL) return null;
  const from = plain ? plain.to : at + 1;
  const phrase = withL ? readAfterL(tokens, from, end) : readSpeaker(tokens, from, end);
  return phrase && { from: at, to: phrase.to, word: null, phrase, saidFrom: null, backwards: true };
}

/** «وفقاً للوزارة»: the speaker's first word with its «ل» taken off. */
function readAfterL(tokens: readonly Token[], from: number, end: number): SpeakerPhrase | null {
  const first = tokens[from];
  if (first?.kind !== 'word' || !first.text.startsWith('ل')) return null;
  const text = first.text.startsWith('لل') ? `ال${first.text.slice(2)}` : first.text.slice(1);
  const cut = first.text.startsWith('لل') ? 0 : 1;
  const changed = tokens.slice(from, end);
  changed[0] = { ...first, text, start: first.start + cut };
  const phrase = readSpeaker(changed, 0, changed.length);
  if (!phrase) return null;
  const shift = (range: Range | null) => range && { from: range.from + from, to: range.to + from };
  return { ...phrase, ...(shift(phrase) as Range), name: shift(phrase.name), role: shift(phrase.role) };
}

function verbCue(
  tokens: readonly Token[],
  at: number,
  word: SpeechWord,
  sentence: Range,
  quoted: (at: number) => boolean,
): Cue | null {
  const cue = { from: at, to: at + 1, word, backwards: false };
  const saidFrom = findSaid(tokens, at + 1, sentence.to, quoted);
  if (RELAYING.has(word.lemma)) {
    const end = Math.min(sentence.to, at + LONGEST_RELAY);
    for (let i = at + 1; i < end; i++)
      if (tokens[i]?.text === 'عن')
        return { ...cue, phrase: readSpeaker(tokens, i + 1, sentence.to), saidFrom };
    if (word.form !== 'verb') return null;
  }
  const opener = tokens[saidFrom ?? -1]?.text ?? '';
  if (isDoubtful(word) && opener !== ':' && !COMPLEMENTIZERS.has(opener)) return null;
  if (word.introduces === 'never' && saidFrom === null) return null;
  if (word.form !== 'verb') return saidFrom === null ? null : { ...cue, phrase: null, saidFrom };
  const whole = readSpeaker(tokens, at + 1, saidFrom ?? sentence.to);
  const phrase = whole && WITH_OBJECT.has(word.lemma) ? withoutObject(tokens, whole) : whole;
  const subject =
    phrase && isSubject(tokens, phrase, saidFrom) ? phrase : nominalSubject(tokens, at, sentence);
  return { ...cue, phrase: subject, saidFrom };
}

/** «اتهمت نقابة المعلمين الحكومة بأنها …»: the last noun is who is accused. */
function withoutObject(tokens: readonly Token[], phrase: SpeakerPhrase): SpeakerPhrase {
  const last = tokens[phrase.to - 1]?.text ?? '';
  if (phrase.kind !== 'body' || !phrase.name || phrase.to - phrase.from < 2 || !isDefinite(last))
    return phrase;
  const to = phrase.to - 1;
  return { ...phrase, to, name: { from: phrase.name.from, to } };
}

/** A person or a known body may be the subject; any other noun only where what is said follows it at once. */
function isSubject(tokens: readonly Token[], phrase: SpeakerPhrase, saidFrom: number | null): boolean {
  if (phrase.role || phrase.kind === 'person') return true;
  if (isInstitution(tokens[phrase.from]?.text ?? '') || phrase.gender !== null) return true;
  return saidFrom !== null && skip(tokens, phrase.to, saidFrom) >= saidFrom - 1;
}

/** «بوتين قال»، «أما مدرب العراق، الإسباني خافيير مونتيرو، فرأى». */
function nominalSubject(tokens: readonly Token[], verb: number, sentence: Range): SpeakerPhrase | null {
  let from = sentence.from;
  for (let i = verb - 1; i >= sentence.from && i > verb - LONGEST_SUBJECT; i--)
    if (/^(اما|لكن|بينما|فيما)$/.test(tokens[i]?.text ?? '')) {
      from = i + 1;
      break;
    }
  const phrase = readSpeaker(tokens, from, verb);
  const first = tokens[phrase?.from ?? -1]?.text ?? '';
  if (!phrase || (first.startsWith('و') && !phrase.role && !isGivenName(first) && phrase.kind === 'person'))
    return null;
  const between = skip(tokens, phrase.to, verb);
  const parenthesis =
    tokens[between]?.text === '(' && tokens.slice(between, verb).some((t) => t.text === ')');
  return between >= verb || parenthesis ? phrase : null;
}

/** The complementizer, colon, opener or quotation mark with which what is said begins, before the next verb of saying. */
function findSaid(
  tokens: readonly Token[],
  from: number,
  end: number,
  quoted: (at: number) => boolean,
): number | null {
  const limit = Math.min(end, from + LONGEST_SUBJECT);
  for (let i = from; i < limit; i++) {
    const token = tokens[i] as Token;
    if (token.text === ':' || COMPLEMENTIZERS.has(token.text)) return i;
    if (quoted(i)) {
      const name = namedInMarks(tokens, i, limit, quoted);
      if (name === null) return i;
      i = name;
      continue;
    }
    if (token.kind !== 'word') continue;
    if (QUOTE_OPENERS.longestAt(tokens, i)) return i;
    const next = speechWord(token.text);
    if (next && next.form !== 'masdar' && !isDoubtful(next) && next.introduces === 'often' && i > from)
      return null;
  }
  return null;
}

/** The end of a name in quotation marks inside a speaker («الناطق باسم "جبهة الشمال"»); null where it is a quotation. */
function namedInMarks(
  tokens: readonly Token[],
  open: number,
  limit: number,
  quoted: (at: number) => boolean,
): number | null {
  let close = open;
  while (close + 1 < limit && quoted(close + 1)) close++;
  return close - open <= 5 && leadOf(tokens, open) === 'naming' ? close : null;
}
