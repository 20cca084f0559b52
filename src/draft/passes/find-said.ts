import { ofForm } from '#arabic/forms.ts';
import { closeOf } from '#arabic/quotations.ts';
import { speechOf } from '#arabic/speech.ts';
import { countWords, isComma, type Token, tokenLike } from '#arabic/tokens.ts';
import { isInsideSubject } from './inside-subject.ts';
import { mayBeSaid } from './may-be-said.ts';
import { isDescribedWork, isWork, leadOf } from './quote-context.ts';
import { isSaidNext } from './speaker-limits.ts';
import {
  COMPLEMENTIZERS,
  isDefinite,
  isInstitution,
  isMedium,
  ORGANISATIONS_TRIE,
  QUOTE_OPENERS,
  TITLES_TRIE,
} from './speaker-words.ts';

/** «في الوقت الذي أفاد فيه مصدر»: opens a quotation only where one follows at once. */
const GOES_BACK = /^فيها?$/;
/** A speaker and what is said about them stand between a verb and its «إنّ» in at most so many words. */
const LONGEST_SUBJECT = 30;

const hasReceived = tokenLike(/^(?:تلقت?|تلقته|تلقتها|تلقى|حصلت|اطلعت|تسلمت)$/);
const WHEN = new Set(['قبل', 'بعد', 'دون', 'منذ']);
const opensSaid = ofForm(({ text }) => text === ':' || COMPLEMENTIZERS.has(text));

/** The complementizer, colon, opener or quotation mark with which what is said begins, before the next verb of saying. */
export function findSaid(
  tokens: readonly Token[],
  from: number,
  end: number,
  quoted: (at: number) => boolean,
): number | null {
  const limit = Math.min(end, from + LONGEST_SUBJECT);
  for (let i = from; i < limit; i++) {
    const token = tokens[i] as Token;
    // «قالت قبل أن تغادر»
    const opens = opensSaid(token.form);
    const when = opens && token.text === 'ان' && WHEN.has(tokens[i - 1]?.text ?? '');
    if (when && (tokens[i - 1]?.text === 'دون' || tokens[i - 2]?.text !== 'من')) continue;
    if (opens) return i;
    if (quoted(i)) {
      const name = namedInMarks(tokens, i, limit, quoted, from);
      if (name === null) return i;
      i = name;
      continue;
    }
    if (token.kind !== 'word') continue;
    if (isWho(token) && isComma(tokens[i - 1])) {
      const behind = saidBehindClause(tokens, i, limit);
      if (behind !== null) return behind;
    }
    if (QUOTE_OPENERS.longestAt(tokens, i) && (!GOES_BACK.test(token.text) || isSaidNext(tokens, i + 1)))
      return i;
    const next = speechOf(token.form);
    // «أعلن الدفاع المدني وفاة 20، مبرزا أن …»: the second of two things that are said.
    if (
      next?.form === 'participle' &&
      isComma(tokens[i - 1]) &&
      COMPLEMENTIZERS.has(tokens[i + 1]?.text ?? '')
    )
      return null;
    if (!next || next.doubtful || next.introduces !== 'often' || i === from) continue;
    if (mayBeSaid(tokens, i, next) && !isInsideSubject(tokens, from, i)) return null;
  }
  return null;
}

const isWho = tokenLike(/^(?:الذي|التي|الذين)$/);

/** «يقول سامي نصر، الذي يتابع الملف، إن»: what is said, behind the comma that ends what he does; null where none is. */
function saidBehindClause(tokens: readonly Token[], from: number, limit: number): number | null {
  for (let i = from + 1; i < limit; i++) {
    const { form, kind } = tokens[i] as Token;
    if (isComma(tokens[i])) {
      // «، قلقه من أن», «، إلى أن»
      for (let said = i + 1; said < Math.min(limit, i + 4); said++)
        if (opensSaid((tokens[said] as Token).form)) return said;
      return null;
    }
    // «الذي يتابع الملف منذ سنوات:»
    if (form.text === ':' && i > from + 2 && speechOf((tokens[from + 1] as Token).form)?.continues) return i;
    if (opensSaid(form) || (kind === 'mark' && !/^[()]$/.test(form.text))) return null;
  }
  return null;
}

/** Fewer words than these are a name behind «المخيم». */
const FEWEST_WORDS = 4;
const isStop = tokenLike(/^[.؟!]$/);
const ends = tokenLike(/^[.،,؟!]$/);

/**
 * «قالت نازحة في المخيم "خرجنا حفاة في الليل".»: behind «قال» alone and a noun with its article, words that end the
 * sentence are what was said; a name would leave nothing said.
 */
export function closesSaying(
  tokens: readonly Token[],
  open: number,
  close: number,
  afterVerb: number,
): boolean {
  if (!isDefinite((tokens[open - 1]?.text ?? '').replace(/^[وفبك](?=ال)/, ''))) return false;
  const verb = speechOf((tokens[afterVerb - 1] as Token).form);
  if (verb?.form !== 'verb' || verb.introduces !== 'often' || verb.takesObject || verb.doubtful) return false;
  const next = tokens[close + 1];
  const closes = !next || next.kind === 'break' || ends(next);
  return (
    closes &&
    countWords(tokens, open + 1, close) >= FEWEST_WORDS &&
    !isWork(tokens[open - 1]) &&
    !isDescribedWork(tokens, open - 1)
  );
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
  // «رأت صحيفة "النهضة" "الخطاب …"»: two in marks right behind each other.
  const first = closeOf(tokens, open, close);
  if (first !== null && tokens[first + 1]?.kind === 'mark') close = first;
  if (close - open > 7) return null;
  const lead = leadOf(tokens, open);
  // «لـ"المدينة":» is who it was said to.
  if (lead === 'named' && closesSaying(tokens, open, close, afterVerb)) return null;
  if (lead === 'naming' || lead === 'named' || /^لـ?$/.test(tokens[open - 1]?.text ?? '')) return close;
  // «في بيان تلقت "الغد" نسخة منه أن»: who has received it.
  if (close - open <= 4 && hasReceived(tokens[open - 1])) return close;
  const after = tokens[close + 1]?.text ?? '';
  const name = tokens[open + 1]?.text ?? '';
  // «أفاد مراسل "الأندلس" بأن»
  const whose = TITLES_TRIE.get(tokens[open - 1]?.text ?? '') !== undefined;
  if (whose && close - open <= FEWEST_WORDS && COMPLEMENTIZERS.has(after)) return close;
  // «كتبت على "فيسبوك": "…"»
  if (after === ':' || (isMedium(name) && close - open <= 4)) return close;
  if (open !== afterVerb) return null;
  // «وأضاف "أوبك أمام خيار صعب".»: with a name alone nothing would be said.
  const closesSentence = close - open > FEWEST_WORDS && (after === '' || isStop(tokens[close + 1]));
  const body = isInstitution(name) || ORGANISATIONS_TRIE.longestAt(tokens, open + 1) !== null;
  return COMPLEMENTIZERS.has(after) || (body && close - open <= 6 && !closesSentence) ? close : null;
}
