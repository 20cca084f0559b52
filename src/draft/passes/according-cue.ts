import { testOfForm } from '#arabic/forms.ts';
import { RELAYING, type SpeechWord, speechWord } from '#arabic/speech.ts';
import { isComma, type Token, tokenLike } from '#arabic/tokens.ts';
import type { Cue } from './cue.ts';
import { issuerOf, REPORTED } from './document-issuer.ts';
import { followsQuotation } from './quote-context.ts';
import { pastParenthesis, skip } from './skip-to-speaker.ts';
import { endOfSource, placeBehind } from './source-end.ts';
import type { SpeakerPhrase } from './speaker.ts';
import { isConjoined } from './speaker-limits.ts';
import { readSpeaker } from './speaker-phrase.ts';
import {
  ACCORDING_TO,
  ACCORDING_TO_WHAT,
  ACCORDING_WITH_L,
  BACK_TO_SPEAKER,
  COMPLEMENTIZERS,
  isDefinite,
  isOrdinaryWord,
} from './speaker-words.ts';
import { readWithout } from './subject-before.ts';
import { whoseFigures } from './whose-figures.ts';

const isAccordingWithL = (text: string) =>
  ACCORDING_WITH_L.has(text) || (text.startsWith('و') && ACCORDING_WITH_L.has(text.slice(1)));

/** Whether a cue may begin with a form: most words begin none. */
export const mayBeginAccording = testOfForm(
  (form) =>
    BACK_TO_SPEAKER.begins(form, 'conjunction') ||
    ACCORDING_TO_WHAT.begins(form, 'conjunction') ||
    ACCORDING_TO.begins(form, 'conjunction') ||
    isAccordingWithL(form.text),
);

/** «بحسب الوزارة»، «وفقاً للشرطة»، «على ما أعلن الجيش»: the cue at a token whose words stand before it, or null. */
export function accordingAt(tokens: readonly Token[], at: number, end: number): Cue | null {
  const first = tokens[at];
  if (!first || !mayBeginAccording(first.form)) return null;
  const base = { saidFrom: null, backwards: true, silent: false };
  const back = BACK_TO_SPEAKER.longestAt(tokens, at, 'conjunction');
  const pointing = back && pointingBack(tokens, at, back.to, end);
  if (pointing) return pointing;
  const what = ACCORDING_TO_WHAT.longestAt(tokens, at, 'conjunction');
  if (what) {
    const verb = tokens[what.to];
    const word = verb?.kind === 'word' ? speechWord(verb.text) : null;
    const these = /^بهذ/.test(tokens[at]?.text ?? '');
    // «حسبما عُلم اليوم لدى الحماية المدنية»
    const learnt = verb?.text === 'علم' ? learntFrom(tokens, what.to + 1, end) : null;
    if (learnt) return { ...base, from: what.to, to: what.to + 1, word: null, phrase: learnt };
    if (isAlsoWeak(first, word)) return null;
    if (word?.form !== 'verb' || (word.introduces === 'never' && !these)) return null;
    const behind = /^(?:بذلك|به|بها)$/.test(tokens[what.to + 1]?.text ?? '') ? what.to + 2 : what.to + 1;
    const about = RELAYING.has(word.lemma) ? pastAbout(tokens, behind, end) : behind;
    const phrase =
      (REPORTED.has(word.lemma) ? issuerOf(tokens, behind, end) : null) ??
      // «حسب ما أفادت به، اليوم السبت، حصيلة لمصالح الدرك»
      whoseFigures(tokens, skip(tokens, behind, end), end) ??
      readSpeaker(
        tokens,
        about,
        end,
        word.takesObject && word.suffix === '' && !followsQuotation(tokens, at),
      ) ??
      readSpeaker(tokens, about, end);
    const behindSource = phrase ? endOfSource(tokens, phrase, end) : what.to + 1;
    const after = tokens[skip(tokens, behindSource, end)];
    // «كما أكد أنّ …» goes on, «كما أكد الوزير» at the end points back.
    const goesOn =
      after && (COMPLEMENTIZERS.has(after.text) || after.text === ':' || /["«“{]/.test(after.text));
    const isAlso = /^و?كما$/.test(first.text);
    // «كما تحدثت تقارير عن مصرع سبعة»
    if (isAlso && phrase && tellsFurther(after)) return null;
    const forwards = phrase ? pastComma(tokens, behindSource) : end;
    const follows = !isAlso && isSoThat(after);
    if ((goesOn && !follows) || (!phrase && isAlso)) return null;
    const opens = phrase !== null && opensSentence(tokens, at, forwards);
    // «كما أعلن الوزير مقتل ستة»: he announced that, too.
    if (isAlso && !opens && beginsSentence(tokens, at)) return null;
    if (phrase && (opens || follows))
      return { ...base, from: what.to, to: phrase.to, word, phrase, saidFrom: forwards, backwards: false };
    return { ...base, from: what.to, to: what.to + 1, word, phrase };
  }
  // «على ذمة التحقيق»: held, and nobody's words.
  if (first.text === 'على' && /^(?:ال)?(?:تحقيق|تحقيقات|قضي[ةه])$/.test(tokens[at + 2]?.text ?? ''))
    return null;
  const plain = ACCORDING_TO.longestAt(tokens, at, 'conjunction');
  const withL = isAccordingWithL(first.text);
  if (!plain && !withL) return null;
  const from = plain ? plain.to : at + 1;
  const read =
    whoseFigures(tokens, from, end) ??
    (withL ? readWithout(tokens, from, end, 'ل') : readSpeaker(tokens, from, end));
  if (!read) return null;
  const phrase = beginsSentence(tokens, at) ? withForeignName(tokens, read) : read;
  // «وبحسب الشرطة فإن …»: what is said follows.
  const told = pastTold(tokens, pastTime(tokens, pastOrigin(tokens, phrase.to, end), end), end);
  const forwards = soSaid(tokens, told, end) ?? pastComma(tokens, pastJoined(tokens, told, end));
  // «ذكرت الإذاعة نقلا عن قائد الشرطة قوله: …»
  const behind = tokens[forwards]?.text ?? '';
  const follows =
    COMPLEMENTIZERS.has(behind) || /^(فان|فانه|فانها|فقد|:|قوله|قولها|قولهم|تاكيده|تاكيدها)$/.test(behind);
  const cue = { ...base, from: at, to: phrase.to, word: null, phrase };
  return follows || opensSentence(tokens, at, forwards) || opensQuotation(tokens, at, forwards)
    ? { ...cue, saidFrom: forwards, backwards: false }
    : cue;
}

const withholds = tokenLike(/^(?:رفض|طلب|فضل|اشترط|اكتف[تى])ت?$/);
const isSoThat = tokenLike(/^(?:فان|فانه|فانها)$/);

/** «ووفق كريم صالح، كبير محللي الأسواق لدى "أفق" في لندن، فإن …»: where «فإن» stands; null where it does not. */
function soSaid(tokens: readonly Token[], at: number, end: number): number | null {
  // «وبحسب ممرضة رفضت ذكر اسمها، فإن …»
  if (!isComma(tokens[at]) && tokens[at]?.text !== 'لدى' && !withholds(tokens[at])) return null;
  for (let i = at + 1; i < Math.min(end, at + LONGEST_TOLD); i++) {
    if (tokens[i]?.kind === 'break' || /^[.:؛]$/.test(tokens[i]?.text ?? '')) return null;
    if (isSoThat(tokens[i])) return isComma(tokens[i - 1]) ? i : null;
  }
  return null;
}

/** Words of a foreign name behind what is known of it. */
const FOREIGN = 3;

/** «وبحسب منظمة فرونتيراس ديل مار، لقي …»: a body's name in words of no language we know, up to the comma. */
function withForeignName(tokens: readonly Token[], phrase: SpeakerPhrase): SpeakerPhrase {
  const { to, kind, role, name } = phrase;
  if (kind !== 'body' || role || !name || name.to !== to) return phrase;
  let end = to;
  while (end < to + FOREIGN && isForeign(tokens[end])) end++;
  return end > to && isComma(tokens[end]) ? { ...phrase, to: end, name: { ...name, to: end } } : phrase;
}

const isForeign = (token: Token | undefined): boolean =>
  token?.kind === 'word' &&
  !isDefinite(token.text) &&
  !isConjoined(token.form) &&
  !isOrdinaryWord(token.text);

/** «كما دفع الأطباء الثمن»: a verb that seldom says anything. */
const isAlsoWeak = ({ text }: Token, word: SpeechWord | null) =>
  /^و?كما$/.test(text) && word?.doubtful === true;

/** Words between «علم» and from whom. */
const LONGEST_LEARNT = 6;

function learntFrom(tokens: readonly Token[], from: number, end: number): SpeakerPhrase | null {
  for (let i = from; i < Math.min(end, from + LONGEST_LEARNT); i++)
    if (/^(?:لدى|من)$/.test(tokens[i]?.text ?? '')) return readSpeaker(tokens, i + 1, end);
  return null;
}

/** Words of others who are joined to a source. */
const LONGEST_JOINED = 8;

const isJoinedOn = tokenLike(/^و.{3}/);

/** «وفقا للسجلات وتصريحات الوزارة فإن …»: past others up to «فإنّ»; `at` where it does not follow. */
function pastJoined(tokens: readonly Token[], at: number, end: number): number {
  if (!isJoinedOn(tokens[at])) return at;
  for (let i = at + 1; i < Math.min(end, at + LONGEST_JOINED) && tokens[i]?.kind === 'word'; i++)
    if (isSoThat(tokens[i])) return i;
  return at;
}

const opensSaid = tokenLike(/^(?:فقد|فان(?:ه|ها)?|ب?ان(?:ه|ها)?|:)$/);
const isRelative = tokenLike(/^(?:الذي|التي|الذين|وهو|وهي|وهم)$/);
/** «لم تكشف عن أسمائهم» is of at most so many tokens. */
const LONGEST_UNNAMED = 6;
/** What is said of a source between two commas has at most so many tokens. */
const LONGEST_TOLD = 16;

/** «وبحسب كريم نصر (26 عاما)، وهو سائق، فإن»: past an age and what is said of the source, to a comma or a colon. */
function pastTold(tokens: readonly Token[], at: number, end: number): number {
  const behind = pastParenthesis(tokens, at);
  // «نقلا عن مسؤولين لم تسمهم، أن»
  const isUnnamed =
    tokens[behind]?.text === 'لم' && /^[يت](?:سم|كشف|ذكر)/.test(tokens[behind + 1]?.text ?? '');
  if (isUnnamed)
    for (let i = behind + 2; i < Math.min(end, behind + LONGEST_UNNAMED); i++)
      if (isComma(tokens[i])) return i + 1;
  if (!isComma(tokens[behind]) || !isRelative(tokens[behind + 1])) return behind;
  for (let i = behind + 2; i < Math.min(end, behind + LONGEST_TOLD); i++) {
    if (isComma(tokens[i])) return i + 1;
    if (tokens[i]?.kind === 'mark') return tokens[i]?.text === ':' ? i : behind;
  }
  return behind;
}

/** Of what or where a source is stands in at most so many words. */
const LONGEST_ORIGIN = 7;

/** «بحسب النقيب سامي نصر من الحماية المدنية بالمدينة، فقد …»: past where a source is from, to a comma. */
function pastOrigin(tokens: readonly Token[], at: number, end: number): number {
  const place = placeBehind(tokens, at);
  if (isComma(tokens[place]) || opensSaid(tokens[place])) return place;
  if (!/^(?:من|في|لدى|استنادا|بناء|ال(?:ذي|تي|ذين))$/.test(tokens[at]?.text ?? '')) return at;
  for (let i = at + 1; i < Math.min(end, at + LONGEST_ORIGIN); i++) {
    if (isComma(tokens[i])) return i;
    if (tokens[i]?.kind !== 'word') return at;
  }
  return at;
}

/** «وبحسب أرقام نشرتها الهيئة مساء الأحد، ارتفع …»: past when it was, to a comma. */
function pastTime(tokens: readonly Token[], at: number, end: number): number {
  if (isComma(tokens[at])) return at;
  const behind = skip(tokens, at, end);
  return behind > at && isComma(tokens[behind - 1]) ? behind - 1 : at;
}

/** «نفسه», «ذاتها» */
export const isSelf = tokenLike(/^(نفس|ذات|عين)(ه|ها|هم)$/);

/** Behind «نفسه» and a comma. */
function pastComma(tokens: readonly Token[], at: number): number {
  const same = isSelf(tokens[at]) ? at + 1 : at;
  return isComma(tokens[same]) ? same + 1 : same;
}

const tellsFurther = tokenLike(/^(?:عن|ب?(?:مقتل|مصرع|وفا[ةه]|اصاب[ةه]|جرح|سقوط|اعتقال|توقيف|خطف|نزوح))$/);

/** «بحسب ما نقلت الوكالة عن رئيس البلدية»: behind «عن». */
function pastAbout(tokens: readonly Token[], from: number, end: number): number {
  // «ما أورده المتحدث فإن الحادث أسفر عن»: of what he says.
  for (let i = from; i < Math.min(end, from + 10) && !isSoThat(tokens[i]); i++)
    if (tokens[i]?.text === 'عن') return i + 1;
  return from;
}

/** «"…"، على حد قولها»; «وبرأيه، "…"» and «وبحسبه فإن» go forwards. */
function pointingBack(tokens: readonly Token[], from: number, to: number, end: number): Cue | null {
  const last = tokens[to - 1]?.text ?? '';
  const several = /(هم|وا|ون)$/.test(last);
  const pronoun: Cue['pronoun'] = several ? null : /(ها|ت)$/.test(last) ? 'f' : 'm';
  const forwards = pastComma(tokens, to);
  const opens = opensSentence(tokens, from, forwards);
  const between = isComma(tokens[from - 1]) && isComma(tokens[to]);
  const quoted = between && OPENING.test(tokens[forwards]?.text ?? '');
  const goesOn = opens || quoted || isSoThat(tokens[forwards]);
  // «كما قال الوزير» names him.
  if (tokens[to]?.kind === 'word' && to < end && !goesOn && /^(قال|قالت|يقول|تقول|عبر|عبرت)$/.test(last))
    return null;
  const base = { from, to, word: null, phrase: null, pronoun, silent: false };
  return goesOn
    ? { ...base, saidFrom: forwards, backwards: false }
    : { ...base, saidFrom: null, backwards: true };
}

export const OPENING = /^["«“‹{„❝＂]$/;

/** «وفقا للشرطة، أصيب ستة», «وبرأيه، "…"»: a cue that a sentence begins with is of what stands behind it. */
function opensSentence(tokens: readonly Token[], at: number, forwards: number): boolean {
  if (!beginsSentence(tokens, at)) return false;
  return OPENING.test(tokens[forwards]?.text ?? '') || isComma(tokens[forwards - 1]);
}

/** «ولم يعرف بحسب المرصد، "ما إذا كان …"»: a clause that says nothing by itself stands before, and then the words. */
const opensQuotation = (tokens: readonly Token[], at: number, forwards: number): boolean =>
  tokens[at - 1]?.kind === 'word' &&
  isComma(tokens[forwards - 1]) &&
  OPENING.test(tokens[forwards]?.text ?? '');

function beginsSentence(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return !before || before.kind === 'break' || /^[.؟!؛|]$/.test(before.text);
}
