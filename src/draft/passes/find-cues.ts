import { fold } from '#arabic/fold.ts';
import { ofForm } from '#arabic/forms.ts';
import { RELAYING, type SpeechWord, speechOf } from '#arabic/speech.ts';
import type { Token } from '#arabic/tokens.ts';
import type { Reading } from '#draft/reading.ts';
import { accordingAt, mayBeginAccording } from './according-cue.ts';
import { isAddressed } from './addressed.ts';
import type { Cue } from './cue.ts';
import { issuerOf, REPORTED } from './document-issuer.ts';
import { leadOf } from './quote-context.ts';
import { OBJECTS } from './read-body.ts';
import { skip } from './skip-to-speaker.ts';
import type { Range, SpeakerPhrase } from './speaker.ts';
import { isClosed, isSaidNext } from './speaker-limits.ts';
import { readSpeaker } from './speaker-phrase.ts';
import {
  BACKGROUND,
  COMPLEMENTIZERS,
  DESCRIBERS,
  isInstitution,
  isMedium,
  isPlaceWord,
  ORGANISATIONS_TRIE,
  QUOTE_OPENERS,
  TITLES_TRIE,
} from './speaker-words.ts';
import { nounBeforeRelative, subjectBefore } from './subject-before.ts';

/** After these a word of saying is a noun («عدم كشف»), or is denied («لم يعلق»). */
const NOT_SAID = new Set([
  'عدم',
  'دون',
  'بدون',
  'بلا',
  'ما',
  'لم',
  'لن',
  'ولم',
  'ولن',
  'فلم',
  'الى',
  'من',
  'على',
  'في',
  'فى',
  'عن',
  'بعد',
  'قبل',
  'رغم',
  'مع',
  'منذ',
  'خلال',
  'بسبب',
  'مسالة',
  'مسألة',
  'قضية',
  'موضوع',
  'احتمال',
  'امكانية',
  'تقديم',
  'دراسة',
]);
/** «بدا لافتاً»: a quality. */
const SEEMS = new Set([
  'بدا',
  'يبدو',
  'بدت',
  'كان',
  'كانت',
  'بات',
  'ليس',
  'امرا',
  'حدثا',
  'رقما',
  'تطورا',
  'شيئا',
  'حضورا',
  'دورا',
]);
/** «لم يستبعد», «لم ينف», «لم يخف»: what is said all the same. */
const SAID_IN_THE_NEGATIVE = new Set(['استبعد', 'نفى', 'انكر', 'اخفى', 'كتم', 'تردد'].map(fold));
const RELATIVES = new Set(['الذي', 'التي', 'الذين']);
/** «رفض الكشف عن اسمه»: about the source, nothing it says. */
const ABOUT_THE_SOURCE = new Set([
  'الكشف',
  'كشف',
  'ذكر',
  'عدم',
  'نشر',
  'الافصاح',
  'التعليق',
  'الادلاء',
  'ذكره',
]);
/** «في الوقت الذي أفاد فيه مصدر»: opens a quotation only where one follows at once. */
const GOES_BACK = /^فيها?$/;
/** Who threatens in a relative clause has said nothing of what the sentence goes on with. */
const THREATS = new Set(['توعد', 'هدد', 'وعد', 'تعهد', 'دعا', 'طالب']);
const PREPOSITIONS = new Set(['بين', 'عبر', 'عقب', 'دون']);
const WITHHOLDING = new Set(['رفض', 'طلب', 'طالب', 'فضل', 'اشترط']);
/** «كتب على اللافتات»: a thing bears the words, and nobody is said to have spoken them. */
const BEARERS = /^(?:ال)?(?:لافت|يافط|جدار|جدران|لوح|شاهد|قميص|قمصان|واجه|باب|بطاق|ورق|علم|حائط)/;
const WITH_OBJECT = new Set(['وصف', 'اتهم', 'طالب', 'اعتبر', 'دعا', 'حمل', 'ناشد', 'حث', 'عد', 'قال']);
const DESCRIBING = new Set(['وصف', 'اتهم', 'نعت']);
/** Verbs of those who count. */
const COUNTING = new Set(['قدر', 'وثق', 'رصد', 'سجل', 'أحصى'].map(fold));
const LONGEST_RELAY = 16;
/** A speaker and what is said about them stand between a verb and its «إنّ» in at most so many words. */
const LONGEST_SUBJECT = 30;

const mayBeCue = ofForm((form) => {
  const isWord = form.kind === 'word';
  const mayOpen = isWord && (BACKGROUND.begins(form, 'conjunction') || mayBeginAccording(form));
  return { mayOpen, word: speechOf(form) };
});

/** The cues of one sentence, in order; what stands in quotation marks has none. */
export function findCues(reading: Reading, sentence: Range, quoted: (at: number) => boolean): Cue[] {
  const { tokens } = reading;
  const cues: Cue[] = [];
  for (let i = sentence.from; i < sentence.to; i++) {
    const token = tokens[i] as Token;
    const { mayOpen, word } = mayBeCue(token.form);
    if ((!mayOpen && !word) || quoted(i)) continue;
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
    if (!word || !mayBeSaid(tokens, i, word)) continue;
    const cue = verbCue(tokens, i, word, sentence, quoted);
    if (cue) cues.push(cue);
  }
  return cues;
}

function mayBeSaid(tokens: readonly Token[], at: number, word: SpeechWord): boolean {
  const before = tokens[at - 1];
  const text = before?.text ?? '';
  if (word.form === 'participle' && SEEMS.has(text)) return false;
  const negated = /^[وف]?(لم|لن|لا)$/.test(text);
  if (negated && SAID_IN_THE_NEGATIVE.has(word.lemma)) return true;
  if (NOT_SAID.has(text) || (text === 'لا' && word.introduces !== 'often')) return false;
  // «من المنتظر أن تعلن»: nobody has said it yet.
  if (/^(ان|بان)$/.test(text) && /^[يت]/.test(tokens[at]?.text ?? '')) return false;
  // «عقب اختياره», «عبر إذاعة»: prepositions, but where a clause begins.
  if (PREPOSITIONS.has(word.lemma) && word.conjunction === '' && before?.kind === 'word') return false;
  // «مصدر تابع لها»: who belongs to somebody.
  const next = tokens[at + 1]?.text ?? '';
  if (word.lemma === 'تابع' && word.conjunction === '' && before?.kind === 'word' && /^ل./.test(next))
    return false;
  // «المتحدث باسم …» is an office, «متحدثاً» is not.
  if (word.form !== 'verb' && TITLES_TRIE.longestAt(tokens, at) !== null) return false;
  if (WITHHOLDING.has(word.lemma) && ABOUT_THE_SOURCE.has(next)) return false;
  // «بينهم معلم», «وهما ذكر وأنثى»
  if (word.lemma === 'بين' && word.suffix !== '') return false;
  if (tokens[at]?.text === 'ذكر' && text === 'وهما') return false;
  if (word.lemma === 'تحدث' && /^ب?شر[طي]/.test(next)) return false;
  if (word.lemma === 'كتب' && isWrittenOn(tokens, at + 1)) return false;
  // «في بيان نشرته المجموعة»: the pronoun goes back to the noun.
  const goesBack = word.suffix !== '' && word.conjunction === '' && before?.kind === 'word';
  return !goesBack || (WITH_OBJECT.has(word.lemma) && text !== 'بيان');
}

/** «كتب عليها», «كتبت على الجدران». */
function isWrittenOn(tokens: readonly Token[], at: number): boolean {
  const text = tokens[at]?.text ?? '';
  return /^علي(ها|ه|هما)$/.test(text) || (text === 'على' && BEARERS.test(tokens[at + 1]?.text ?? ''));
}

function verbCue(
  tokens: readonly Token[],
  at: number,
  word: SpeechWord,
  sentence: Range,
  quoted: (at: number) => boolean,
): Cue | null {
  const cue = { from: at, to: at + 1, word, backwards: false, silent: false };
  const saidFrom = findSaid(tokens, at + 1, sentence.to, quoted);
  if (RELAYING.has(word.lemma)) {
    const end = Math.min(sentence.to, at + LONGEST_RELAY);
    for (let i = at + 1; i < end; i++)
      if (tokens[i]?.text === 'عن' && tokens[i + 1]?.text !== 'طريق')
        return { ...cue, phrase: readSpeaker(tokens, i + 1, sentence.to), saidFrom };
      else if (/^عنه(ا|م)?$/.test(tokens[i]?.text ?? '') && saidFrom !== null)
        return { ...cue, phrase: null, pronoun: tokens[i]?.text === 'عنها' ? 'f' : 'm', saidFrom };
    if (word.lemma !== 'اورد') return null;
  }
  const issuer = REPORTED.has(word.lemma) ? issuerOf(tokens, at + 1, saidFrom ?? sentence.to) : null;
  if (issuer && saidFrom !== null) return { ...cue, phrase: issuer, saidFrom };
  const opener = tokens[saidFrom ?? -1]?.text ?? '';
  const introduced =
    opener === ':' ||
    COMPLEMENTIZERS.has(opener) ||
    followsQuotation(tokens, at) ||
    (saidFrom !== null && QUOTE_OPENERS.longestAt(tokens, saidFrom));
  const inRelative = RELATIVES.has(tokens[at - 1]?.text ?? '');
  const silent =
    (word.doubtful && !introduced) ||
    (saidFrom === null && (word.introduces === 'never' || (inRelative && THREATS.has(word.lemma))));
  if (word.form !== 'verb') return silent || saidFrom === null ? null : { ...cue, phrase: null, saidFrom };
  const objects = word.takesObject || word.doubtful;
  const behind = readSpeaker(tokens, at + 1, saidFrom ?? sentence.to, objects);
  // «واتهمت الحكومة بأنها»: who is accused.
  const described =
    word.suffix === '' && DESCRIBING.has(word.lemma) && DESCRIBERS.has(tokens[behind?.to ?? at]?.text ?? '');
  const addressed = behind !== null && (described || isAddressed(tokens, behind, word));
  const phrase = addressed ? null : behind;
  const subject =
    phrase && isSubject(tokens, phrase, objects)
      ? phrase
      : inRelative
        ? nounBeforeRelative(tokens, at - 1, sentence.from)
        : subjectBefore(tokens, at, word, sentence);
  // «وثقت المنظمة مقتل 30»: what a body counts it also says.
  if (silent && COUNTING.has(word.lemma) && phrase?.kind === 'body' && subject === phrase)
    return { ...cue, phrase, saidFrom: phrase.to, silent: false };
  if (silent) return subject?.role ? { ...cue, phrase: subject, saidFrom: null, silent } : null;
  return { ...cue, phrase: subject, saidFrom, ...(addressed && { addressed: behind }) };
}

/** «"…"، تحكي نعيمة» */
function followsQuotation(tokens: readonly Token[], at: number): boolean {
  return /^[،,]$/.test(tokens[at - 1]?.text ?? '') && /^[»”"›]$/.test(tokens[at - 2]?.text ?? '');
}

/** A person or a known body may be the subject; any other noun only where nothing else can follow the verb. */
function isSubject(tokens: readonly Token[], phrase: SpeakerPhrase, objects: boolean): boolean {
  if (phrase.role || phrase.kind === 'person' || !objects) return true;
  const first = tokens[phrase.from];
  if (first?.kind === 'mark' || isInstitution(first?.text ?? '') || isPlaceWord(first?.text ?? ''))
    return true;
  // «في بيان تبنت فيه الهجوم أن»
  if (OBJECTS.has(first?.text ?? '')) return false;
  // «طالب الخاطفون بفدية»: by its ending.
  if (/^ال.{3,}ون$/.test(first?.text ?? '')) return true;
  // «ينص البند على أن»
  const end = skip(tokens, phrase.to, phrase.to + 4);
  // «ووصف القرار بأنه»: what is described.
  if (DESCRIBERS.has(tokens[end]?.text ?? '')) return false;
  const preposition = /^(على|الى|عن|من)$/.test(tokens[end]?.text ?? '') ? 1 : 0;
  return ORGANISATIONS_TRIE.longestAt(tokens, phrase.from) !== null || isClosed(tokens, end + preposition);
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
      const name = namedInMarks(tokens, i, limit, quoted, from);
      if (name === null) return i;
      i = name;
      continue;
    }
    if (token.kind !== 'word') continue;
    if (QUOTE_OPENERS.longestAt(tokens, i) && (!GOES_BACK.test(token.text) || isSaidNext(tokens, i + 1)))
      return i;
    const next = speechOf(token.form);
    if (next && !next.doubtful && next.introduces === 'often' && i > from && mayBeSaid(tokens, i, next))
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
  afterVerb: number,
): number | null {
  let close = open;
  while (close + 1 < limit && quoted(close + 1)) close++;
  if (close - open > 7) return null;
  const lead = leadOf(tokens, open);
  // «لـ"المدينة":» is who it was said to.
  if (lead === 'naming' || lead === 'named' || /^لـ?$/.test(tokens[open - 1]?.text ?? '')) return close;
  const after = tokens[close + 1]?.text ?? '';
  const first = tokens[open + 1]?.text ?? '';
  // «كتبت على "فيسبوك": "…"»
  if (after === ':' || (isMedium(first) && close - open <= 4)) return close;
  if (open !== afterVerb) return null;
  const body = isInstitution(first) || ORGANISATIONS_TRIE.longestAt(tokens, open + 1) !== null;
  return COMPLEMENTIZERS.has(after) || (body && close - open <= 6) ? close : null;
}
