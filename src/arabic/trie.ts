import { type Stem, stemsOf } from './clitics.ts';
import { foldText } from './fold.ts';
import { type Token, tokenize } from './tokens.ts';

/** An entry found in a text: tokens [from, to), its value, and how its first word was read. */
export interface Match<T> {
  from: number;
  to: number;
  value: T;
  /** Null where the first word stands in the lexicon as it is written. */
  stem: Stem | null;
}

/** Which clitics may stand before an entry's first word. */
export type Clitics = 'none' | 'conjunction' | 'any';

interface Node<T> {
  next: Map<string, Node<T>> | null;
  value: T | undefined;
}

/**
 * A lexicon of words and phrases, matched over token sequences: the longest entry wins, an entry never crosses an
 * end of line. Building folds the entries; matching takes time in the length of the text times the longest entry.
 */
export class Trie<T> {
  readonly #root: Node<T> = { next: null, value: undefined };

  /** Adds a phrase; a later addition of the same phrase replaces the value unless `keep` is set. */
  add(phrase: string, value: T, keep = false): void {
    let node = this.#root;
    let empty = true;
    for (const token of tokenize(foldText(phrase))) {
      if (token.kind === 'break') continue;
      empty = false;
      node.next ??= new Map();
      let next = node.next.get(token.text);
      if (!next) {
        next = { next: null, value: undefined };
        node.next.set(token.text, next);
      }
      node = next;
    }
    if (!empty && (node.value === undefined || !keep)) node.value = value;
  }

  /** The longest entry that begins at token `at`; the whole first word is tried before its clitics are taken off. */
  longestAt(tokens: readonly Token[], at: number, clitics: Clitics = 'none'): Match<T> | null {
    const first = tokens[at];
    if (!first || first.kind === 'break') return null;
    const whole = this.#walk(tokens, at, first.text, null);
    if (whole || clitics === 'none' || first.kind !== 'word') return whole;
    for (const stem of stemsOf(first.text)) {
      if (clitics === 'conjunction' && (stem.proclitic !== '' || stem.article)) continue;
      const match = this.#walk(tokens, at, stem.rest, stem);
      if (match) return match;
    }
    return null;
  }

  /** All longest entries from left to right, none overlapping another. */
  matchAll(tokens: readonly Token[], clitics: Clitics = 'none'): Match<T>[] {
    const matches: Match<T>[] = [];
    for (let i = 0; i < tokens.length; ) {
      const match = this.longestAt(tokens, i, clitics);
      if (match) matches.push(match);
      i = match ? match.to : i + 1;
    }
    return matches;
  }

  /** The value of one folded word on its own. */
  get(word: string): T | undefined {
    return this.#root.next?.get(word)?.value;
  }

  #walk(tokens: readonly Token[], at: number, first: string, stem: Stem | null): Match<T> | null {
    let node = this.#root.next?.get(first);
    let found: Match<T> | null = null;
    for (let i = at; node; ) {
      i++;
      if (node.value !== undefined) found = { from: at, to: i, value: node.value, stem };
      const token = tokens[i];
      node = token && token.kind !== 'break' ? node.next?.get(token.text) : undefined;
    }
    return found;
  }
}
