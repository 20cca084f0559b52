import type { QuotationSpan } from '#arabic/quotations.ts';
import { speechWord } from '#arabic/speech.ts';
import { seldomLike, type Token, tokenLike } from '#arabic/tokens.ts';
import type { Attribution } from '#draft/context.ts';
import { isDescribedWork, isWork } from './quote-context.ts';
import { pastParenthesis, skip } from './skip-to-speaker.ts';
import { BACK_TO_SPEAKER, COMPLEMENTIZERS, isDefinite } from './speaker-words.ts';
import { pastWithholding } from './subject-before.ts';

const CLAUSE_BEGINNERS = new Set([
  'فيما',
  'بينما',
  'حين',
  'حيث',
  'لكن',
  'كما',
  'ثم',
  'اذ',
  'وكان',
  'وكانت',
  'وهو',
  'وهي',
  'الامر',
  'بعدما',
  'قبل',
]);
export const isPause = tokenLike(/^[،,.؟!؛]$/);

/** «"…"، قال الوزير», «"…" بحسب الوزارة»: the cue follows the closing mark at once. */
export function attributionAfter(
  span: QuotationSpan,
  here: readonly Attribution[],
  tokens: readonly Token[],
): Attribution | undefined {
  let next = span.to + 1;
  while (isPause(tokens[next])) next++;
  const introduced = here.some((a) => a.cue.from < span.from);
  return here.find((a) => {
    const gap = a.cue.from - next;
    if (gap < 0 || gap > 2) return false;
    // «"…"، وقال الوزير إنّ», «"…"، فيما طالب الاتحاد» begin something else.
    const word = speechWord(tokens[a.cue.from]?.text ?? '');
    const beginner = tokens[next]?.text === 'في' ? next + 1 : next;
    if (word?.conjunction) return false;
    // «أعلن المدير "…"، كما ذكرت الإذاعة»: his, and passed on by it.
    const asSaid = !introduced && isAsSaid(tokens, beginner, a);
    // «"…"، كما جاء على لسان الوزير في المؤتمر»
    const asReported = gap === 2 && tokens[beginner]?.text === 'كما' && isReported(tokens[beginner + 1]);
    if (asReported) return true;
    if (gap > 0 && CLAUSE_BEGINNERS.has(tokens[beginner]?.text ?? '') && !asSaid) return false;
    // «"…"، يقول وهو ينظر إلى البيت»: the subject is hidden.
    if (!a.written)
      return gap === 0 && next > span.to + 1 && word?.form === 'verb' && a.said.from <= a.cue.to;
    const after = tokens[a.written.to]?.text ?? '';
    return !COMPLEMENTIZERS.has(after) && after !== ':';
  });
}

/** «"…"، كما تقول سعاد نصر لإذاعة محلية.»; «كما أعلن الوزير مقتل ستة» is something else. */
function isAsSaid(tokens: readonly Token[], as: number, { cue, said, written }: Attribution): boolean {
  if (tokens[as]?.text !== 'كما' || said.to !== cue.from || !written) return false;
  const behind = skip(tokens, written.to, tokens.length);
  if (tokens[behind]?.kind !== 'word') return true;
  // «كما قال الوزير أثناء جولة في المخيم»: where and when, and nothing else that he said.
  const word = speechWord(tokens[cue.from]?.text ?? '');
  return word?.takesObject === false && isOnOccasion(tokens[behind]) && !saysFurther(tokens, behind);
}

const isOnOccasion = seldomLike(/^(?:في|فى|خلال|اثناء|بعد|قبل|قبيل|عقب|على|ردا|متحدثا|متحدثة|عبر|امام)$/);
/** Of an occasion at most so many words are told. */
const LONGEST_OCCASION = 24;

function saysFurther(tokens: readonly Token[], from: number): boolean {
  for (let i = from; i < from + LONGEST_OCCASION; i++) {
    const { text = '.', kind = 'break' } = tokens[i] ?? {};
    if (kind === 'break' || text === '.') return false;
    if (text === ':' || COMPLEMENTIZERS.has(text)) return true;
  }
  return true;
}

const isReported = tokenLike(/^(?:جاء|ورد)$/);
const isThus = tokenLike(/^(هكذا|بهذه|بهذا|بتلك|قالها|قالتها|قالوها|يقولها|تقولها)$/);

/** «"…".. هكذا وصفت سعاد أيامها»: the sentence behind the quotation says whose it was. */
export function thusSaid(
  span: QuotationSpan,
  next: readonly Attribution[],
  tokens: readonly Token[],
): Attribution | undefined {
  let at = span.to + 1;
  while (isPause(tokens[at])) at++;
  // The next line may tell it.
  if (at > span.to + 1 && tokens[at]?.kind === 'break') at++;
  const thus = isThus(tokens[at]);
  return thus ? next.find((a) => a.cue.from >= at && a.cue.from <= at + 3 && a.written) : undefined;
}

/** «"…"، على حد قوله»: the last speaker's. */
export function pointsBack(tokens: readonly Token[], span: QuotationSpan): boolean {
  let next = span.to + 1;
  while (tokens[next]?.kind === 'mark') next++;
  return BACK_TO_SPEAKER.longestAt(tokens, next) !== null;
}

/** Whom «على حد قوله» behind a quotation means. */
export function pointedAt(
  span: QuotationSpan,
  here: readonly Attribution[],
  tokens: readonly Token[],
): Attribution | undefined {
  let next = span.to + 1;
  while (tokens[next]?.kind === 'mark') next++;
  return here.find((a) => a.cue.from === next && a.said.to === a.cue.from);
}

const isSo = tokenLike(/^(?:فان(?:ه|ها|هم)?|فقد)$/);

/** A complementizer stands between the verb and the quotation. */
export function saysThat(tokens: readonly Token[], { cue, said }: Attribution, open: number): boolean {
  for (let i = Math.min(cue.to, said.from); i < open; i++)
    if (COMPLEMENTIZERS.has(tokens[i]?.text ?? '')) return true;
  // «وبحسب الممرضة، التي نجت، فإن "…"»
  return isSo(tokens[said.from]);
}

/** «إن "سيسل" أصيب»: one or two words between marks of whom the clause goes on to speak. */
export function isSubjectOfClause(tokens: readonly Token[], { from, to }: QuotationSpan): boolean {
  return /^[وب]?ان$/.test(tokens[from - 2]?.text ?? '') && tokens[to + 1]?.kind === 'word';
}

/**
 * «قال إن الطائرة "عادت بعد ربع ساعة"»: a definite noun is what the clause is about, not what is named. No name begins as
 * «إغلاق المعبر "حتى يعود الهدوء"» does.
 */
export function isNoName(tokens: readonly Token[], before: Attribution, span: QuotationSpan): boolean {
  const noun = tokens[span.from - 2]?.text ?? '';
  if (isWork(tokens[span.from - 2])) return false;
  // «أن الرواية العربية "تعيش أزمة قراء"»: what is said of it, and no title.
  if (isDescribedWork(tokens, span.from - 2))
    return isDoing(tokens[span.from]) && saysThat(tokens, before, span.from - 1);
  if (!isDefinite(noun) && !/.{3}(ه|ها|هم)$/.test(noun)) return false;
  return BEGINS_A_PHRASE.test(tokens[span.from]?.text ?? '') || saysThat(tokens, before, span.from - 1);
}

const isDoing = tokenLike(/^س?[يت](?!اريخ|جرب|راث|حت$)[^ ]{2,}[^ة]$/);
const BEGINS_A_PHRASE =
  /^(حتى|لان|لانها|لانه|بعد|قبل|دون|لا|لم|لن|قد|الى|على|منذ|خلال|ريثما|كي|لكي|ما|بسبب)$/;

/** Between a verb and what it says stand at most so many words that are no speaker. */
const FEW_WORDS = 3;
/** What is said about the speaker before the quotation begins. */
const ABOUT_THE_SPEAKER = /^(الذي|التي|الذين|اللذان|وهو|وهي|وهم|البالغ|البالغة|المقيم|المقيمة)$/;

/**
 * Nothing but the speaker, or how and to whom, stands between the verb and the quotation; behind «قال» also what is
 * said about the speaker («قالت نازحة أمضت ليلتين في سيارة "…"»), where that is as long as the words are.
 */
export function saysDirectly(
  tokens: readonly Token[],
  { cue, written }: Attribution,
  span: QuotationSpan,
): boolean {
  const open = span.from - 1;
  const behind = pastParenthesis(tokens, written && written.from >= cue.to ? written.to : cue.to);
  // «قال مسؤول، طلب عدم كشف اسمه، "…"»
  const from = pastWithholding(tokens, skip(tokens, behind, open), open);
  const words = tokens.slice(skip(tokens, from, open), open).filter((t) => t.kind === 'word').length;
  if (words <= FEW_WORDS) return true;
  const word = speechWord(tokens[cue.from]?.text ?? '');
  const says = word !== null && !word.takesObject && word.introduces === 'often';
  // «وحمّل الوزير الشركة المسؤولية "لأنها …"»
  if (/^لان/.test(tokens[span.from]?.text ?? '')) return words <= FEW_WORDS * 3;
  return says && ABOUT_THE_SPEAKER.test(tokens[from]?.text ?? '') && words < span.to - span.from;
}

/** «لم يبحث المدرب عن أعذار: "…"، مضيفا أنه …»: whoever adds something has said what stands before. */
export function addedBehind(
  span: QuotationSpan,
  here: readonly Attribution[],
  tokens: readonly Token[],
): Attribution | undefined {
  const next = here.find(({ cue }) => cue.from > span.to);
  const isNear = next && next.written === null && next.cue.from <= span.to + 2;
  const isAdded = isNear && speechWord(tokens[next.cue.from]?.text ?? '')?.form === 'participle';
  return isAdded ? { ...next, verb: null, strength: 'said' } : undefined;
}

/** «المتهم "لا يعترف بالمحكمة"، كما أنه "لن يحضر"، حسبما أعلن محاميه»: who tells all that stands before. */
export function toldBehind(span: QuotationSpan, here: readonly Attribution[]): Attribution | undefined {
  if (here.some(({ cue }) => cue.from < span.from)) return undefined;
  const next = here.find(({ cue }) => cue.from > span.to);
  return next && next.said.from < span.from && next.said.to === next.cue.from ? next : undefined;
}
