import { joinBrackets } from '#arabic/double-brackets.ts';
import { findQuotations, type QuotationSpan } from '#arabic/quotations.ts';
import { type Sentence, splitSentences } from '#arabic/sentences.ts';
import { type Token, tokenize } from '#arabic/tokens.ts';
import type { Article } from '#article/article.ts';
import { type Evidence, evidenceAt } from '#article/evidence.ts';

/** An article made ready for the passes: what each of them reads, and none of them changes. */
export interface Reading {
  article: Article;
  tokens: readonly Token[];
  /** Outermost quotations, in order. */
  quotations: readonly QuotationSpan[];
  sentences: readonly Sentence[];
}

export function readArticle(article: Article): Reading {
  const tokens = joinBrackets(article.text, tokenize(article.text));
  const quotations = findQuotations(tokens);
  return { article, tokens, quotations, sentences: splitSentences(tokens, quotations) };
}

/** The original text from the first to the last token of [from, to) as evidence. */
export function evidenceOfTokens(reading: Reading, from: number, to: number): Evidence {
  const first = reading.tokens[from];
  const last = reading.tokens[to - 1];
  if (!first || !last) throw new RangeError(`no tokens ${from}–${to}`);
  return evidenceAt(reading.article, first.start, last.end);
}
