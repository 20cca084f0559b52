import { testOfForm } from '#arabic/forms.ts';
import { isCommonWord } from '#arabic/gazetteer.ts';
import { loosenWord } from '#arabic/place-spelling.ts';
import type { Sentence } from '#arabic/sentences.ts';
import { speechWord } from '#arabic/speech.ts';
import { type Token, tokenLike } from '#arabic/tokens.ts';
import { afterDateline } from './dateline.ts';
import { summaryWords } from './summary-words.ts';

/** What is left of a sentence after trimming: offsets in the original, and its first and last token. */
export interface Trimmed {
  start: number;
  end: number;
  from: number;
  to: number;
}

const LONG_SENTENCE = 38;
const SHORTEST_REST = 12;
/**
 * The sentence without what leans on its neighbours: leading signs, labels, dateline and connectives, and, where it is
 * long, a last clause of further sayings. Only ends are cut, and never a speaker, a hedge or a figure.
 */
export function trimSentence(tokens: readonly Token[], sentence: Sentence): Trimmed {
  let { from, to } = sentence;
  from = afterSigns(tokens, from, to);
  from = afterDateline(tokens, from, to);
  from = afterConnective(tokens, from, to);
  to = beforeTail(tokens, from, to);
  while (to - 1 > from && isTrailingSign(tokens[to - 1])) to--;
  if (to - 3 > from && areTwoStops(tokens, to - 1)) to -= 2;
  const first = tokens[from] ?? (tokens[sentence.from] as Token);
  const last = tokens[to - 1] ?? first;
  const start = isCalling(tokens, from, to) ? first.start + 1 : waw(first);
  return { start, end: last.end, from, to };
}

const mayCall = tokenLike(/^ودع(?:ت|ا)$/);
/** «ودعت الوزارة السكان إلى» calls; «ودعت المدينة ضحاياها» takes leave. */
const isCalling = (tokens: readonly Token[], from: number, to: number): boolean =>
  mayCall(tokens[from]) &&
  tokens.slice(from + 1, Math.min(to, from + LONG_SENTENCE)).some((token) => isToWhat(token));
const isToWhat = tokenLike(/^(?:الى|إلى)$/);

const OPENERS = new Set(['«', '"', '“', '(', '‹', '{', '#']);

function afterSigns(tokens: readonly Token[], from: number, to: number): number {
  const { labels } = summaryWords();
  let at = from;
  for (; at < to; at++) {
    const token = tokens[at] as Token;
    if (token.kind === 'mark' && !OPENERS.has(token.text)) continue;
    // The variation selector of an emoji.
    if (isMarksOnly(token)) continue;
    if (labels.has(token.text) && (isBreaking(token) || isSeparator(tokens[at + 1]))) continue;
    // «#عاجل»
    if (token.text === '#' && labels.has(tokens[at + 1]?.text ?? '')) {
      at++;
      continue;
    }
    break;
  }
  return at < to ? at : from;
}

/** «عاجل مقتل …»: no sentence begins with the adjective. */
const isBreaking = tokenLike(/^عاجل$/);
const isSeparator = (token: Token | undefined) =>
  token?.kind === 'mark' && !OPENERS.has(token.text) && token.text !== '،';

function afterConnective(tokens: readonly Token[], from: number, to: number): number {
  const { connectives, noConnectives } = summaryWords();
  const match = connectives.longestAt(tokens, from, 'conjunction');
  if (!match || to - match.to < 5 || noConnectives.longestAt(tokens, from, 'conjunction')) return from;
  if (isHedged(tokens[match.to - 1], tokens[match.to])) return from;
  return tokens[match.to]?.text === '،' ? match.to + 1 : match.to;
}

/** «قد تستمر الأمطار»: it may rain. Before a verb of the past «قد» says nothing that the verb does not. */
const isHedged = (last: Token | undefined, next: Token | undefined) => mayHedge(last) && maybeImperfect(next);

const mayHedge = tokenLike(/^[وف]?قد$/);
const maybeImperfect = tokenLike(/^(?:ي|ت(?!مت?$)|لا$)/);

/** Where the first word begins without a joining و that it can spare. */
function waw(first: Token): number {
  return sparesWaw(first.form) || isJoined(first) ? first.start + 1 : first.start;
}

/** Verbs by their shape: «وسيبدأ», «وتشترط», «ويتبادل», «واستمع», «واقتسم»; not «وسيلة», «وتيرة», «ويلسون», «واتساب». */
const JOINED_VERB =
  /^و(?:سي[^لطمن]..|ست[^نمو]..|ت(?!ير|ر$|ري)...|ي(?:[ترعشضقبخحجصطهذزد]|س(?!ت)|م(?!ب))..|ا(?:ست|[^لتو]ت)..)/;
/** «وبددت»: a verb in the feminine, and no plural. */
const FEMININE = /^و.{2,}[^ا]ت$/;

const sparesWaw = testOfForm(({ kind, text }) => {
  if (kind !== 'word' || !text.startsWith('و')) return false;
  const { initialWaw, joinedParticles } = summaryWords();
  if (joinedParticles.has(text)) return true;
  if (initialWaw.has(text) || initialWaw.has(text.replace(/(?:ت|ا|وا)$/, ''))) return false;
  const bare = text.slice(1);
  if (speechWord(bare)?.form === 'verb') return true;
  return (
    text.length >= 4 && (isCommonWord(loosenWord(bare)) || JOINED_VERB.test(text) || FEMININE.test(text))
  );
});

/** No word has a و of its own before a hamza, and few before the article. */
const isJoined = (first: Token) =>
  first.kind === 'word' &&
  ((first.hamza && first.text.startsWith('وا')) || /^وال(?:[^ديهى]...|ه....)/.test(first.text));

function beforeTail(tokens: readonly Token[], from: number, to: number): number {
  if (to - from < LONG_SENTENCE) return to;
  const { tails } = summaryWords();
  for (let at = to - 1; at > from + SHORTEST_REST; at--) {
    if (tokens[at]?.text !== '،') continue;
    const word = tokens[at + 1];
    if (word?.kind !== 'word' || !tails.has(word.text)) continue;
    const tail = tokens.slice(at, to);
    if (tail.some((token) => token.kind === 'number') || !isBalanced(tokens, from, at)) return to;
    return at;
  }
  return to;
}

const PAIRS: Record<string, string> = { '»': '«', '”': '“', '›': '‹', ')': '(', '}': '{' };

const OPENING = new Set(Object.values(PAIRS));
const isOfPair = tokenLike(/^["«»“”‹›(){}]$/);

/** Whether every quotation mark and bracket among tokens [from, to) is opened and closed. */
export function isBalanced(tokens: readonly Token[], from: number, to: number): boolean {
  const open: string[] = [];
  let straight = 0;
  for (let i = from; i < to; i++) {
    const token = tokens[i] as Token;
    if (token.kind !== 'mark' || !isOfPair(token)) continue;
    if (token.text === '"') straight++;
    else if (OPENING.has(token.text)) open.push(token.text);
    else if (PAIRS[token.text] !== undefined && open.pop() !== PAIRS[token.text]) return false;
  }
  return open.length === 0 && straight % 2 === 0;
}

const isMarksOnly = tokenLike(/^\p{M}+$/u);
const isEndOfSpeech = tokenLike(/[.!؟?»”")›}%…]/);

/** «طهران ..»: two full stops are a pause and no end. */
const areTwoStops = (tokens: readonly Token[], at: number) =>
  tokens[at]?.text === '.' && tokens[at - 1]?.text === '.' && tokens[at - 2]?.text !== '.';

const isTrailingSign = (token: Token | undefined) => token?.kind === 'mark' && !isEndOfSpeech(token);
