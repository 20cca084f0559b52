import { type Token, tokenLike } from '#arabic/tokens.ts';
import { TIMES } from './speaker-words.ts';

const isThere = tokenLike(
  /^(?:في|فى|من|على|خلال|اثر|جراء|نتيج[ةه]|قبل|بعد|عقب|منذ|اثناء|تحت|قرب|قبال[ةه]|امام|داخل|وسط|عند|عندما|لدى|(?:شمال|جنوب|شرق|غرب)ي?|بال.{4,})$/,
);
const isHow = tokenLike(
  /^(?:متاثر(?:ا|[ةه])|غرقا|دهسا|اختناقا|حرقا|طعنا|خنقا|صعقا|شنقا|فيما|بينما|حين|و.{2,}|ب(?!ن).{3,}|للاشتباه|لاتهام.{1,2}|لتورط.{1,2})$/,
);

/** Whether a phrase of when or where begins with a token: «قرب», «أمس», «يوم». */
export const tellsWhenOrWhere = (token: Token | undefined): boolean =>
  isThere(token) || TIMES.has(token?.text ?? '');

/** Whether a phrase of when, where, how or why, or another clause begins with a token. */
export const beginsCircumstance = (token: Token | undefined): boolean =>
  tellsWhenOrWhere(token) || isHow(token);
