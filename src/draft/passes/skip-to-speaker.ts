import { testOfForm } from '#arabic/forms.ts';
import { closeOf } from '#arabic/quotations.ts';
import { type Token, tokenLike } from '#arabic/tokens.ts';
import { NOUNS } from './casualty-words.ts';
import {
  AUDIENCE_KINDS,
  AUDIENCE_NAMES,
  CHANNELS,
  COMPLEMENTIZERS,
  FINDING_NOUNS,
  isDefinite,
  isGivenName,
  isInstitution,
  isNisba,
  isOrdinaryWord,
  JOINERS,
  placeEnd,
  SKIPPABLE,
  TIMES,
  TITLES_TRIE,
} from './speaker-words.ts';

/** «فرد عليه الوزير»: to whom. */
const LISTENERS = new Set([
  'عليه',
  'عليها',
  'عليهم',
  'فيهم',
  'فيهن',
  'بهم',
  'اليهم',
  'معهم',
  'معه',
  'معها',
  'له',
  'لها',
  'لهم',
  'لنا',
  'لي',
  'لكم',
  'منه',
  'منها',
  'فيه',
  'فيها',
  'خلاله',
  'خلالها',
  'اسفله',
  'اسفلها',
  'تحته',
  'تحتها',
  'فوقه',
  'فوقها',
]);
/** «ذات المتحدث», «نفس المصدر»: the same. */
const SAME = new Set(['ذات', 'نفس', 'عين']);
/** «في بيان», «عبر صفحته». */
const THROUGH = new Set(['في', 'فى', 'عبر', 'خلال', 'ب']);

const isThat = testOfForm(({ text }) => text === 'ذلك' || text === 'هذا');
const isOfThem = testOfForm(({ text }) => /^عن(?:ه|ها|هم)$/.test(text));

/** Most words begin nothing that is passed over. */
const maySkip = testOfForm((form) => {
  const { kind, text } = form;
  if (kind !== 'word') return text === '،' || text === ',';
  if (text === 'و') return false;
  return (
    ['امس', 'الينا', 'كل'].includes(text) ||
    isOfThem(form) ||
    isThat(form) ||
    isSpeaking(form) ||
    [TIMES, LISTENERS, SAME, MANNERS, THROUGH].some((words) => words.has(text)) ||
    SKIPPABLE.begins(form) ||
    mayBeAudience(form)
  );
});

/** Past «بدوره»، «اليوم الاثنين»، commas, «في بيان»، «كل من». */
export function skip(tokens: readonly Token[], from: number, end: number): number {
  let i = from;
  while (i < end) {
    const token = tokens[i];
    // An end counted in words may lie behind that of the text.
    if (token === undefined) break;
    const { text, form } = token;
    if (!maySkip(form)) break;
    const next = tokens[i + 1];
    if (text === '،' || text === ',') i++;
    else if (text === 'امس' && next?.text === 'الاول') i += 2;
    // «أب لستة أطفال» is no «آب».
    else if (TIMES.has(text) && !isGivenName(text) && !(text === 'اب' && token.hamza)) i++;
    else if (LISTENERS.has(text) && !(text === 'لي' && isSurnameLi(next, tokens[i + 2]))) i++;
    // «وقال عنها الوزير»: of whom; «نقلت عنه الوكالة» is from whom.
    else if (isOfThem(form) && /^[وف]?(?:قال|قالت|كتب|كتبت)$/.test(tokens[i - 1]?.text ?? '')) i++;
    // «وأكد ذلك حارس المحمية»
    else if (isThat(form) && next && (TITLES_TRIE.longestAt(tokens, i + 1) || isInstitution(next.text))) i++;
    else if (SAME.has(text) && isDefinite(next?.text ?? '')) i++;
    // «وبعث إلينا أحد الآباء»: to us, and no first name.
    else if (
      text === 'الينا' &&
      (next?.text === 'احد' ||
        TITLES_TRIE.longestAt(tokens, i + 1) ||
        /^[وف]?(?:تحدث|تحدثت|يتحدث|تتحدث|قال|قالت|كتب|كتبت)$/.test(tokens[i - 1]?.text ?? ''))
    )
      i++;
    else if (MANNERS.has(text)) i += 2;
    // «قال متحدثا إلى الصحافيين»
    else if (isSpeaking(form) && isToWhom(next)) i = pastListeners(tokens, i + 1, end);
    else if (text === 'كل' && next?.text === 'من') i += 2;
    else if (THROUGH.has(text) && next && CHANNELS.has(next.text)) i = pastChannel(tokens, i + 2, end);
    else {
      const skipped = SKIPPABLE.longestAt(tokens, i)?.to ?? audienceEnd(tokens, i, end);
      if (skipped === i) break;
      i = skipped;
    }
  }
  return Math.min(i, end);
}

const isSpeaking = testOfForm(({ text }) => text === 'متحدثا' || text === 'متحدثة');
const isToWhom = (next: Token | undefined): boolean =>
  /^(?:الى|امام|للصح[اف]{1,2}يين)$/.test(next?.text ?? '');

/** Behind «إلى الصحافيين في القاعة»: the sign or the «إن» that ends to whom and where somebody speaks. */
function pastListeners(tokens: readonly Token[], from: number, end: number): number {
  const limit = Math.min(end, from + LONGEST_OCCASION);
  let i = from;
  while (i < limit && tokens[i]?.kind === 'word' && !COMPLEMENTIZERS.has(tokens[i]?.text ?? '')) i++;
  return i;
}

/** «قال لي وي»: a short word that is none of ours behind «لي» makes a Chinese name of the two. */
const isSurnameLi = (next: Token | undefined, last: Token | undefined): boolean =>
  next?.kind === 'word' &&
  next.text.length <= 6 &&
  !isDefinite(next.text) &&
  (!isGivenName(next.text) || isSyllable(last)) &&
  !isOrdinaryWord(next.text) &&
  !JOINERS.has(next.text) &&
  TITLES_TRIE.get(next.text) === undefined;

/** «لي تشنغ وي»: two letters that are no word of ours. */
const isSyllable = (token: Token | undefined): boolean =>
  token?.kind === 'word' &&
  token.text.length === 2 &&
  !isOrdinaryWord(token.text) &&
  !JOINERS.has(token.text);

/** «بصوت خفيض», «بلهجة حادة»: how, and another word. */
export const MANNERS = new Set([
  'بصوت',
  'بنبرة',
  'بلهجة',
  'بلغة',
  'بعينين',
  'بعيون',
  'بابتسامة',
  'بوجه',
  'بوجوه',
  'بنظرة',
  'بنبرات',
  'بكلمات',
]);
/** The name of a newspaper or channel has at most so many words. */
const LONGEST_MEDIUM = 4;

const mayBeAudience = testOfForm(
  (form) => form.text === 'ل' || AUDIENCE_KINDS.has(form.text) || AUDIENCE_NAMES.begins(form),
);

/** Where who it was said to ends («لرويترز», «لصحيفة "الغد"», «لقناة الغد الإخبارية»); `at` where that is not said. */
export function audienceEnd(tokens: readonly Token[], at: number, end: number): number {
  const first = tokens[at];
  if (!first || !mayBeAudience(first.form)) return at;
  const named = AUDIENCE_NAMES.longestAt(tokens, at);
  if (named) return named.to;
  const { text } = first;
  if (!AUDIENCE_KINDS.has(text) && text !== 'ل') return at;
  const close = closeOf(tokens, at + 1, at + 8);
  if (close !== null) return close + 1;
  // «لـ(الغد)»
  const bracketed = pastParenthesis(tokens, at + 1);
  if (bracketed > at + 1) return bracketed;
  if (text === 'ل') return at;
  let i = at + 1;
  while (i < Math.min(end, at + 1 + LONGEST_MEDIUM)) {
    const { kind, text } = tokens[i] as Token;
    // «لقناة #ليبيا_اليوم»
    if (text === '#' || text === '_') {
      i++;
      continue;
    }
    if (kind !== 'word' || COMPLEMENTIZERS.has(text) || TITLES_TRIE.longestAt(tokens, i)) break;
    if (!isDefinite(text) && !isNisba(text) && placeEnd(tokens, i) === i && i > at + 1) break;
    i++;
  }
  return i;
}

/** «بعد لقائه …» and whom it was with are so many tokens at most. */
const LONGEST_OCCASION = 16;
const isOnOccasion = tokenLike(/^(?:بعد|قبل|عقب|اثر|خلال|اثناء)$/);
/** «لقائه», «محادثاتها» */
const isOwned = tokenLike(/^(?:لقائ|اجتماع|محادثات|مباحثات|مشاورات|مكالم|اتصال|استقبال|زيار)ت?(?:ه|ها|هما)$/);

/** «مؤتمر صحفي», «لقاء صحافي»: what kind of meeting, and nobody who was there. */
const ofPress = tokenLike(/^صح[ا]?في$/);

/** «في بيان على موقعه الإلكتروني»: to the sign that ends it, or to a title or body that may be the speaker. */
function pastChannel(tokens: readonly Token[], from: number, end: number): number {
  let i = from;
  let governed = false;
  while (i < end && i < from + (governed ? LONGEST_OCCASION : 6)) {
    const token = tokens[i] as Token;
    if (token.kind !== 'word' || COMPLEMENTIZERS.has(token.text)) return i;
    // «أعلن في وقت سابق مقتل ثلاثة جنود»: what is told begins, and no soldier tells it.
    if (NOUNS.has(token.text.replace(/^ب(?=.{3})/, '')) || FINDING_NOUNS.has(token.text)) return i;
    // «في تصريح بعد لقائه مع الوزير سامي نصر "…"»: he was met, and has not spoken.
    governed ||= isOnOccasion(token) && isOwned(tokens[i + 1]);
    const before = tokens[i - 1]?.text ?? '';
    const free = !JOINERS.has(before) && !/^(مع|الى|على|امام|بعد|قبل)$/.test(before);
    if (i > from && free && !ofPress(token) && TITLES_TRIE.longestAt(tokens, i) && !isDefinite(token.text))
      return i;
    i++;
  }
  return governed ? end : i;
}

/** «حاكمة الولاية (شمال)». */
export function pastParenthesis(tokens: readonly Token[], from: number): number {
  if (tokens[from]?.text !== '(') return from;
  const close = tokens.slice(from, from + 8).findIndex((t) => t.text === ')');
  return close > 0 ? from + close + 1 : from;
}
