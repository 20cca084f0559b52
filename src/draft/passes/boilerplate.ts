import type { Token } from '#arabic/tokens.ts';
import { summaryWords } from './summary-words.ts';

/** Whether a line or sentence is no part of the story: a signature, a link, «تابعونا», hashtags alone. */
export function isBoilerplate(tokens: readonly Token[], text: string): boolean {
  const words = summaryWords();
  const lower = tokens.length < 25 ? text.toLowerCase() : '';
  if (words.handles.some((handle) => lower.includes(handle))) return true;
  const first = tokens.findIndex((token) => token.kind === 'word');
  if (first < 0) return true;
  const match = words.boilerplate.longestAt(tokens, first);
  if (match && tokens.length < 14) return true;
  // Every word belongs to a hashtag.
  let hashtag = false;
  for (const [i, token] of tokens.entries()) {
    if (token.text === '#') hashtag = true;
    else if (token.kind === 'word') {
      if (!hashtag && !(tokens[i - 1]?.text === '_')) return false;
      hashtag = tokens[i + 1]?.text === '_';
    }
  }
  return true;
}
