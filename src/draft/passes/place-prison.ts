import { tokenLike } from '#arabic/tokens.ts';
import { isHonorific } from './place-name-end.ts';
import type { PlaceToken } from './place-tokens.ts';

const SENTENCE_REACH = 7;

/** «قضت محكمة عسكرية أمس بسجن القائد السابق»: to prison, and in none. */
export function isSentence(tokens: readonly PlaceToken[], at: number): boolean {
  if (!isPrison(tokens[at])) return false;
  const reach = isHonorific(tokens[at + 1]) ? SENTENCE_REACH : 2;
  return tokens.slice(Math.max(0, at - reach), at).some(sentences);
}

const isPrison = tokenLike(/^ب?سجن$/);
const sentences = tokenLike(
  /^[وفبل]?(?:ال)?(?:[يت]?قضي|قضت|حكم|حكمت|[يت]حكم|[يت]?قرر|قررت|قرار|مصادقه|صادق|صادقت|[يت]صادق|[يت]طلب|طلب|تاييد|[يت]ويد|ايد|ايدت)$/,
);
