import { fold } from '#arabic/fold.ts';
import { ofForm } from '#arabic/forms.ts';
import { closeOf } from '#arabic/quotations.ts';
import { type SpeechWord, speechOf } from '#arabic/speech.ts';
import { isComma, type Token, tokenLike } from '#arabic/tokens.ts';
import type { Reading } from '#draft/reading.ts';
import { accordingAt, isSelf, mayBeginAccording } from './according-cue.ts';
import { isAddressed, withoutCalledUpon } from './addressed.ts';
import type { Cue } from './cue.ts';
import { DESCRIBING, withoutDescribed } from './described.ts';
import { isInDocument, issuerOf, ownerOfWords, REPORTED } from './document-issuer.ts';
import { findSaid } from './find-said.ts';
import { areFindings } from './findings.ts';
import { furtherRelay } from './further-relay.ts';
import { isInsideSubject } from './inside-subject.ts';
import { isSubject } from './is-subject.ts';
import { CLOSING, isSweeping, mayBeSaid } from './may-be-said.ts';
import { onBehalf } from './on-behalf.ts';
import { areOrdinary } from './ordinary-name.ts';
import { passedOn } from './passed-on.ts';
import { followsQuotation } from './quote-context.ts';
import { skip } from './skip-to-speaker.ts';
import type { Range, SpeakerPhrase } from './speaker.ts';
import { isSaidNext } from './speaker-limits.ts';
import { readSpeaker } from './speaker-phrase.ts';
import {
  BACKGROUND,
  COMPLEMENTIZERS,
  DESCRIBERS,
  isDefinite,
  isGivenName,
  isInstitution,
  isOrdinaryWord,
  isPlaceWord,
  placeEnd,
  QUOTE_OPENERS,
} from './speaker-words.ts';
import { nounBeforeRelative, subjectBefore } from './subject-before.ts';
import { claimsDeed, countsBehind, isTelling, tellingAt } from './telling-cue.ts';
import { readAsReply, tellsDirectly } from './tells-directly.ts';
import { figuresAt, isIssued, tollCue } from './toll-cue.ts';
import { warnedOf } from './warned-of.ts';

const RELATIVES = new Set(['الذي', 'التي', 'الذين']);
/** Who threatens in a relative clause has said nothing of what the sentence goes on with. */
const THREATS = new Set(['توعد', 'هدد', 'وعد', 'تعهد', 'دعا', 'طالب']);
/** Verbs of those who count. */
const COUNTING = new Set(['قدر', 'وثق', 'رصد', 'سجل', 'أحصى'].map(fold));
const PLEADING = new Set(['دفع', 'شهد', 'حاجج']);
const mayBeCue = ofForm((form) => {
  const isWord = form.kind === 'word';
  const mayOpen = isWord && (BACKGROUND.begins(form, 'conjunction') || mayBeginAccording(form));
  const word = speechOf(form);
  return mayOpen || word || isIssued(form) ? { word } : null;
});

/** The cues of one sentence, in order; what stands in quotation marks has none. */
export function findCues(reading: Reading, sentence: Range, quoted: (at: number) => boolean): Cue[] {
  const { tokens } = reading;
  const cues: Cue[] = [];
  for (let i = sentence.from; i < sentence.to; i++) {
    const token = tokens[i] as Token;
    const mayBe = mayBeCue(token.form);
    if (!mayBe || quoted(i)) {
      const told =
        furtherRelay(tokens, i, sentence.to) ??
        (isTelling(token.form) ? tellingAt(tokens, i, sentence.to) : null);
      if (told && !quoted(i)) cues.push(told);
      continue;
    }
    const word = readAsReply(tokens, i) ?? mayBe.word;
    const background = BACKGROUND.longestAt(tokens, i, 'conjunction');
    // «أما المحلل فيعتقد أن»: he does.
    if (background && !/^في.{3}/.test(token.text)) {
      i = background.to - 1;
      continue;
    }
    const according = accordingAt(tokens, i, sentence.to);
    if (according) {
      const isAside = isBetween(tokens, according, cues.at(-1)) || areAccounts(tokens, according.phrase);
      if (!isAside) cues.push(according);
      i = Math.max(i, according.to - 1);
      continue;
    }
    const toll = tollCue(tokens, i, word, sentence.to);
    if (toll) cues.push(toll);
    if (!word || toll || !mayBeSaid(tokens, i, word)) continue;
    // «يقول محمود، الذي اكتفى بذكر اسمه، إن»: of him, and no words of his.
    const last = cues.at(-1);
    const told = last?.saidFrom ?? 0;
    if (last && told > i && isInsideSubject(tokens, last.from + 1, i)) continue;
    if (told > i && RELATIVES.has(tokens[i - 1]?.text ?? '')) continue;
    const cue = verbCue(tokens, i, word, sentence, quoted);
    // «قال النائب العام إن التحقيق يشير إلى أن "…"»: what is found is told by whoever tells of it.
    if (cue && cues.length > 0 && !cue.phrase?.role && areFindings(tokens, cue.phrase?.from ?? i)) continue;
    if (cue) cues.push(turnsTo(tokens, cue, cues.at(-1)) ? { ...cue, phrase: null } : cue);
  }
  return cues;
}

const isAccount = tokenLike(/^(?:روايات|شهادات|افادات|اقوال)$/);

/** «نقلا عن روايات 88 ناجيا»: what many have told, and nobody alone. */
const areAccounts = (tokens: readonly Token[], phrase: SpeakerPhrase | null): boolean =>
  phrase !== null && phrase.to - phrase.from === 1 && isAccount(tokens[phrase.from]);

/** «وقال بحسب الصحيفة: "…"»: whoever spoke says it, and the paper has passed it on. */
function isBetween(tokens: readonly Token[], { from }: Cue, last: Cue | undefined): boolean {
  if (last?.word?.form !== 'verb' || last.phrase || last.saidFrom === null || last.word.doubtful)
    return false;
  return last.to === from || (last.to === from - 1 && isComma(tokens[last.to]));
}

const isTo = tokenLike(/^(?:الى|حد)$/);

function verbCue(
  tokens: readonly Token[],
  at: number,
  word: SpeechWord,
  sentence: Range,
  quoted: (at: number) => boolean,
): Cue | null {
  const cue = { from: at, to: at + 1, word, backwards: false, silent: false };
  // «قال، عبر التلفزيون:»: through what.
  if (
    word.lemma === 'عبر' &&
    isComma(tokens[at - 1]) &&
    !tokens.slice(at, sentence.to).some((t) => t.text === 'عن')
  )
    return null;
  const behindVerb = pastMedium(tokens, at + 1, word);
  const saidFrom = findSaid(tokens, behindVerb, sentence.to, quoted);
  if (word.suffix && isSweeping(tokens[at + 1]))
    return saidFrom === null ? null : { ...cue, phrase: null, saidFrom };
  const passed = passedOn(tokens, at, word, sentence, quoted, saidFrom);
  if (passed !== undefined) return passed;
  const issuer = REPORTED.has(word.lemma) ? issuerOf(tokens, at + 1, saidFrom ?? sentence.to) : null;
  if (issuer && saidFrom !== null) return { ...cue, phrase: issuer, saidFrom };
  const figures = figuresAt(tokens, at, saidFrom, sentence.to);
  if (figures) return { ...cue, phrase: figures, saidFrom: saidFrom ?? figures.to };
  const opener = tokens[saidFrom ?? -1]?.text ?? '';
  // «ذهب الخبير إلى أن», «ذهب إلى القول إن», «دفع المحامي بأن»: they go and push elsewhere.
  const beforeSaid = tokens[(saidFrom ?? 0) - 1]?.text === 'القول' ? 2 : 1;
  if (word.lemma === 'ذهب' && !isTo(tokens[(saidFrom ?? 0) - beforeSaid])) return null;
  const elsewhere = () => tokens.slice(at, saidFrom ?? at).some((t) => t.text === 'الى');
  if (PLEADING.has(word.lemma) && (!opener.startsWith('بان') || elsewhere())) return null;
  const introduced =
    opener === ':' ||
    COMPLEMENTIZERS.has(opener) ||
    followsQuotation(tokens, at) ||
    (saidFrom !== null && tellsDirectly(tokens, at, word, saidFrom)) ||
    (REPORTED.has(word.lemma) && saidFrom !== null && isInDocument(tokens, at + 1, saidFrom)) ||
    (saidFrom !== null && QUOTE_OPENERS.longestAt(tokens, saidFrom));
  // «بلاده ستواصل "التحرك"», «كما يطلق عليه أتباعه»
  if ((word.continues && willBe(tokens[at])) || isNickname(tokens, at)) return null;
  // «يواصل المنقذون البحث»: they go on with something else than speaking.
  if (word.continues && saidFrom === null)
    return followsQuotation(tokens, at) ? goingOn(tokens, cue, sentence.to) : null;
  const inRelative = RELATIVES.has(tokens[at - 1]?.text ?? '');
  const silent =
    (word.doubtful && !introduced) ||
    (saidFrom === null && (word.introduces === 'never' || (inRelative && THREATS.has(word.lemma))));
  const spokesman = silent ? null : onBehalf(tokens, at, sentence.from, saidFrom ?? sentence.to);
  if (spokesman) return { ...cue, phrase: spokesman, saidFrom };
  if (word.form !== 'verb') return silent || saidFrom === null ? null : { ...cue, phrase: null, saidFrom };
  // «"…"، أكد سامي نصر»: what he said stands before, and nothing else is said.
  const objects = word.doubtful || (word.takesObject && !followsQuotation(tokens, at));
  const limit = warnedOf(tokens, behindVerb, saidFrom ?? sentence.to, word);
  const nearest = readSpeaker(tokens, behindVerb, limit, objects);
  const read = nearest && isFarGuess(tokens, nearest, at) ? null : nearest;
  const sent = read !== null && isSent(tokens, read, objects);
  const behind = read && !sent ? withoutCalledUpon(tokens, withoutDescribed(tokens, read, word), word) : null;
  // «واتهمت الحكومة بأنها»: who is accused.
  const described =
    word.suffix === '' && DESCRIBING.has(word.lemma) && DESCRIBERS.has(tokens[behind?.to ?? at]?.text ?? '');
  const addressed = behind !== null && (described || isAddressed(tokens, behind, word));
  const closed = behind && whatIsClosed(tokens, behind, word);
  if (closed === 'event' || (word.continues && behind && isWork(tokens[behind.to]))) return null;
  const phrase = addressed || closed ? null : behind;
  // «تسجيلا لزعيم الجماعة يتوعد فيه الحكومات»: whom he threatens.
  const threatening = THREATS.has(word.lemma) ? ownerOfWords(tokens, at, sentence.from) : null;
  const subject = threatening
    ? threatening
    : phrase && isSubject(tokens, phrase, objects, word.lemma === 'تعهد')
      ? phrase
      : inRelative
        ? // «زيارة الوفد التي وصفها بالناجحة»: the noun is what he describes.
          word.suffix === ''
          ? nounBeforeRelative(tokens, at - 1, sentence.from)
          : null
        : (ownerOfWords(tokens, at, sentence.from) ??
          subjectBefore(tokens, at, word, sentence) ??
          (phrase ? null : behindObject(tokens, at + 1, sentence.to)));
  // «نبهت المديرة إلى أن الولاية سجلت 12»: she says it.
  if (COUNTING.has(word.lemma) && subject && isToldOf(tokens, subject.from)) return null;
  // «وثقت المنظمة مقتل 30»: what a body counts it also says.
  if (
    silent &&
    (COUNTING.has(word.lemma) || (subject && claimsDeed(tokens, word, subject))) &&
    subject?.kind === 'body' &&
    !isPlaceWord(tokens[subject.from]?.text ?? '') &&
    (subject === phrase || phrase === null)
  )
    return { ...cue, phrase: subject, saidFrom: Math.max(subject.to, at + 1), silent: false };
  const counts = silent && COUNTING.has(word.lemma) && subject !== null && subject === phrase;
  if (counts && subject.role && countsBehind(tokens, subject.to))
    return { ...cue, phrase: subject, saidFrom: subject.to, silent: false };
  if (silent) return subject?.role ? { ...cue, phrase: subject, saidFrom: null, silent } : null;
  return { ...cue, phrase: subject, saidFrom, ...(addressed && { addressed: behind }) };
}

const willBe = tokenLike(/^[وف]?س[يت]/);
const isNickname = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 1]?.text === 'كما' && /^(?:[يت]طلق|اطلق|[يت]سمى|[يت]لقب)/.test(tokens[at]?.text ?? '');

/** Whether a clause that somebody tells begins before a token; «غير أن» begins one of its own. */
const isToldOf = (tokens: readonly Token[], at: number): boolean =>
  COMPLEMENTIZERS.has(tokens[at - 1]?.text ?? '') &&
  !/^(?:غير|الا|بيد|كما|رغم|حيث|اذ)$/.test(tokens[at - 2]?.text ?? '');

/** Verbs that have whom they tell before who tells it, where that is shorter. */
const INFORMING = new Set(['أبلغ', 'أخبر', 'بلغ'].map(fold));
/** Words of a medium in marks. */
const LONGEST_MEDIUM = 5;

/** «وأبلغ "الغد" مصدر أمني بأن …»: past the paper that he told. */
function pastMedium(tokens: readonly Token[], at: number, { lemma, suffix }: SpeechWord): number {
  if (!INFORMING.has(lemma) || suffix !== '') return at;
  const close = closeOf(tokens, at, at + LONGEST_MEDIUM);
  return close !== null && tokens[close + 1]?.kind === 'word' ? close + 1 : at;
}

const EVENTS = /^ال(?:مؤتمر|ملتقى|منتدى|ندوة|معرض|مهرجان|برنامج|دورة)$/;

/** «وختم تغريداته بالقول», «واختتم المؤتمر الصحافي»: what is closed, and not who closes it. */
function whatIsClosed(
  tokens: readonly Token[],
  { from, kind, role }: SpeakerPhrase,
  word: SpeechWord,
): 'words' | 'event' | null {
  const { text } = tokens[from] as Token;
  if (!CLOSING.has(word.lemma) || role || isGivenName(text)) return null;
  if (/.{3}(?:ه|ها|هم)$/.test(text)) return 'words';
  const isThing = kind === 'body' && isDefinite(text) && !isInstitution(text) && isOrdinaryWord(text);
  return isThing || EVENTS.test(text) ? 'event' : null;
}

/** «تابع الأمن عملياته النشطة»: what he goes on with. */
const isWork = tokenLike(
  /^(?:عملي[ةه]|عمليات|جول[ةه]|جولات|زيار[ةه]|هجوم|هجمات|تقدم|حمل[ةه]|مهام|مهم[ةه]|اعمال|جهود|نشاط|انشط[ةه]|سير|رحل[ةه]|مسير[ةه]|تنفيذ|البحث|المسير|السير)(?:ه|ها|هم)?$|^(?:عملي|جول|زيار|حمل|مهم|رحل|مسير)ت(?:ه|ها|هم)$/,
);

/** «كشف المدير سامي نصر عن …، وطالب المركز بإرسال قوارب»: he goes on, and whom he turns to is named. */
function turnsTo(tokens: readonly Token[], { word, phrase }: Cue, before: Cue | undefined): boolean {
  if (word?.conjunction !== 'و' || !before || (before.phrase && before.phrase.kind !== 'person'))
    return false;
  if (word.lemma === 'ناشد' && phrase?.kind === 'body' && phrase.to - phrase.from === 1) return true;
  if (!before.phrase?.name) return false;
  if (phrase?.kind !== 'body' || phrase.to - phrase.from > 1 || word.gender !== 'm') return false;
  return (
    /^(?:طالب|دعا|ناشد|حث)$/.test(word.lemma) &&
    /^ب.{2}|^(?:الى|علي|على)$/.test(tokens[phrase.to]?.text ?? '')
  );
}

/** «أعلن في بلاغ له فتح تحقيق بخصوص شبهات تهم واردات»: no name that nobody knows stands so far behind. */
const isFarGuess = (tokens: readonly Token[], { from, role, kind }: SpeakerPhrase, at: number) =>
  from > at + 5 && role === null && kind === 'person' && !isGivenName(tokens[from]?.text ?? '');

/** «وأعلن القرار من العاصمة وزير الزراعة سامي نصر»: behind what is announced, and where. */
function behindObject(tokens: readonly Token[], object: number, end: number): SpeakerPhrase | null {
  if (!isDefinite(tokens[object]?.text ?? '') || !/^(من|في|فى)$/.test(tokens[object + 1]?.text ?? ''))
    return null;
  const at = Math.max(placeEnd(tokens, object + 2), object + 3);
  const behind = readSpeaker(tokens, at, end, true);
  return behind?.from === at && behind.role && behind.name ? behind : null;
}

const isMessage = tokenLike(/^(?:رسالة|برقية|دعوة|نداء|تحية)$/);

/** «وجه رسالة قوية بأن»: what is sent, and nobody. */
function isSent(tokens: readonly Token[], phrase: SpeakerPhrase, objects: boolean): boolean {
  const { from, to, role, name, kind } = phrase;
  if (role || !name || !objects || isSaidNext(tokens, to)) return false;
  return isMessage(tokens[from]) || (kind === 'person' && areOrdinary(tokens, name));
}

/** «"…"، يضيف المسؤول ذاته.», «"…"، يتابع.»: what was quoted is gone on with where nothing but the speaker follows. */
function goingOn(tokens: readonly Token[], cue: Omit<Cue, 'phrase' | 'saidFrom'>, end: number): Cue | null {
  const phrase = readSpeaker(tokens, cue.to, end, true);
  // «"…"، يواصل المنقذون البحث»
  const first = tokens[phrase?.from ?? cue.from]?.text ?? '';
  const several = phrase?.kind === 'body' || /^ال.{3,}ون$/.test(first);
  if (several && (phrase?.to ?? 0) - (phrase?.from ?? 0) > 1 && !isInstitution(first)) return null;
  const behind = skip(tokens, phrase?.to ?? cue.to, end);
  const same = isSelf(tokens[behind]) ? behind + 1 : behind;
  return same >= end || tokens[same]?.kind === 'mark' ? { ...cue, phrase, saidFrom: null } : null;
}
