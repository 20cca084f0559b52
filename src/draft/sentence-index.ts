import type { Sentence } from '#arabic/sentences.ts';

/** Finds a token's sentence in logarithmic time. */
export class SentenceIndex {
  readonly #sentences: readonly Sentence[];

  constructor(sentences: readonly Sentence[]) {
    this.#sentences = sentences;
  }

  /** The index of the sentence that holds a token; -1 where none does (an end of line). */
  at(token: number): number {
    let low = 0;
    let high = this.#sentences.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const { from, to } = this.#sentences[middle] as Sentence;
      if (token < from) high = middle - 1;
      else if (token >= to) low = middle + 1;
      else return middle;
    }
    return -1;
  }
}
