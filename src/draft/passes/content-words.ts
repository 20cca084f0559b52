import { ofForm } from '#arabic/forms.ts';
import { loosenWord } from '#arabic/place-spelling.ts';
import type { Token } from '#arabic/tokens.ts';

/** What a word is compared by; null for short ones and signs. */
const contentOf = ofForm(({ kind, text }) =>
  kind === 'number' || (kind === 'word' && text.length > 3)
    ? loosenWord(text).replace(/^[وفبلك]?ال(?=..)/, '')
    : null,
);

/** The words by which the sentences of an article are compared, numbered from 0 as they come. */
export class ContentWords {
  readonly #numbers = new Map<string, number>();
  /** By number, the last list that the word was met in. */
  readonly #metIn: number[] = [];
  #lists = 0;

  /** The numbers of the words of tokens [from, to), each once. */
  of(tokens: readonly Token[], from: number, to: number): readonly number[] {
    const words: number[] = [];
    const list = ++this.#lists;
    for (let i = from; i < to; i++) {
      const content = contentOf((tokens[i] as Token).form);
      if (content === null) continue;
      let number = this.#numbers.get(content);
      if (number === undefined) {
        number = this.#numbers.size;
        this.#numbers.set(content, number);
      } else if (this.#metIn[number] === list) continue;
      this.#metIn[number] = list;
      words.push(number);
    }
    return words;
  }

  /** How many words two lists have in common. */
  common(a: readonly number[], b: readonly number[]): number {
    const list = ++this.#lists;
    for (let i = 0; i < a.length; i++) this.#metIn[a[i] as number] = list;
    let common = 0;
    for (let i = 0; i < b.length; i++) if (this.#metIn[b[i] as number] === list) common++;
    return common;
  }
}
