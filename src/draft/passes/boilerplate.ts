import type { Sentence } from '#arabic/sentences.ts';
import { type Token, tokenLike } from '#arabic/tokens.ts';
import type { Reading } from '#draft/reading.ts';
import { summaryWords } from './summary-words.ts';

/** Longer ones are part of the story, whatever they name or begin with. Tokens. */
const LONGEST_WITH_HANDLE = 25;
const LONGEST_OPENED = 14;
const LONGEST_VERSE = 45;

/** Whether a line or sentence is no part of the story: a signature, a link, «تابعونا», hashtags alone. */
export function isBoilerplate({ tokens, article }: Reading, { from, to, start, end }: Sentence): boolean {
  const words = summaryWords();
  const length = to - from;
  if (length < LONGEST_WITH_HANDLE && mayHoldHandle(tokens, from, to)) {
    const text = article.text.slice(start, end).toLowerCase();
    if (words.handles.some((handle) => text.includes(handle))) return true;
  }
  let first = from;
  while (first < to && (tokens[first] as Token).kind !== 'word') first++;
  if (first === to) return true;
  if (length < LONGEST_VERSE && words.scripture.longestAt(tokens, first, 'conjunction')) return true;
  if (isProclaimed(tokens, first, to)) return true;
  const opening = words.boilerplate.longestAt(tokens, first);
  if (opening && opening.to <= to && length < LONGEST_OPENED) return true;
  return isOfHashtags(tokens, from, to);
}

/** So far from its beginning a ministry says that it announces. */
const PROCLAIMING = 6;
const isAnnouncing = tokenLike(/^[يت]علن$/);
const isOfThat = tokenLike(/^(?:عن|ذلك|هذا)$/);

/** «والوزارة إذ تعلن ذلك لتؤكد للجميع …»: the close of every such statement. */
function isProclaimed(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < Math.min(to - 2, from + PROCLAIMING); i++)
    if (tokens[i]?.text === 'اذ' && isAnnouncing(tokens[i + 1]) && isOfThat(tokens[i + 2])) return true;
  return false;
}

/** «رابط الخبر بصحيفة …: مصرع ثلاثة …»: the headline once more, below the story. */
export const isLinkToItself = ({ tokens }: Reading, { from, to }: Sentence): boolean =>
  (isLink(tokens[from]) && isOfStory(tokens[from + 1])) ||
  // «سمات حريق سوق قتلى»: the words that the story is filed under.
  (beginsTags(tokens[from]) && to - from < LONGEST_OPENED && !/^[.،:]$/.test(tokens[to - 1]?.text ?? ''));

const beginsTags = tokenLike(/^(?:سمات|وسوم|الوسوم)$/);

const isLink = tokenLike(/^رابط$/);
const isOfStory = tokenLike(/^ال(?:خبر|مقال|تقرير|موضوع)$/);

const mayBeOfHandle = tokenLike(/[a-z@]/i);

function mayHoldHandle(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (mayBeOfHandle(tokens[i])) return true;
  return false;
}

/** Whether every word belongs to a hashtag. */
function isOfHashtags(tokens: readonly Token[], from: number, to: number): boolean {
  let hashtag = false;
  for (let i = from; i < to; i++) {
    const { text, kind } = tokens[i] as Token;
    if (text === '#') hashtag = true;
    else if (kind === 'word') {
      const before = i > from ? tokens[i - 1]?.text : undefined;
      if (!hashtag && before !== '_') return false;
      hashtag = tokens[i + 1]?.text === '_';
    }
  }
  return true;
}
