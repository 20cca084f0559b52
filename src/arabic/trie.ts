import { type Stem, stemsOf } from './clitics.ts';
import { type Form, keepAnswer, keptAnswer, newQuestion } from './forms.ts';
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
  /** The marks of the next words: of twenty words in a text, nineteen are seen to be none of them by theirs. */
  marks: number;
  value: T | undefined;
}

interface Start<T> {
  node: Node<T>;
  stem: Stem | null;
}

/** The phrases that begin with a word, folded and cut into words, the first time that it is asked; then none. */
type Later<T> = (word: string) => Iterable<readonly [readonly string[], T]>;

/**
 * A lexicon of words and phrases, matched over token sequences: the longest entry wins, an entry never crosses an
 * end of line. Building folds the entries; matching takes time in the length of the text times the longest entry.
 */
export class Trie<T> {
  readonly #root: Node<T> = { next: null, marks: 0, value: undefined };
  /** The questions by which it is kept with a form where it begins; most forms begin nothing, which is null. */
  #none = -1;
  #conjunction = -1;
  #any = -1;
  #asked = false;
  readonly #later: Later<T> | null;

  /** `later`: phrases that are put in when their first word is first asked for. */
  constructor(later: Later<T> | null = null) {
    this.#later = later;
  }

  /** Adds a phrase; a later addition of the same phrase replaces the value unless `keep` is set. */
  add(phrase: string, value: T, keep = false): void {
    const words = tokenize(phrase).filter((token) => token.kind !== 'break');
    this.addWords(
      words.map((token) => token.text),
      value,
      keep,
    );
  }

  /** Adds a phrase that is folded and cut into its words already. */
  addWords(words: readonly string[], value: T, keep = false): void {
    if (this.#asked) this.#none = this.#conjunction = this.#any = -1;
    this.#asked = false;
    this.#insert(words, value, keep);
  }

  #insert(words: readonly string[], value: T, keep: boolean): void {
    let node = this.#root;
    for (const word of words) {
      node.next ??= new Map();
      let next = node.next.get(word);
      if (!next) {
        next = { next: null, marks: 0, value: undefined };
        node.next.set(word, next);
        node.marks |= markOf(word);
      }
      node = next;
    }
    if (words.length > 0 && (node.value === undefined || !keep)) node.value = value;
  }

  /** The longest entry that begins at token `at`; the whole first word is tried before its clitics are taken off. */
  longestAt(tokens: readonly Token[], at: number, clitics: Clitics = 'none'): Match<T> | null {
    const first = tokens[at];
    const starts = first ? this.#startsOf(first.form, clitics) : null;
    if (starts === null) return null;
    for (let k = 0; k < starts.length; k++) {
      const { node, stem } = starts[k] as Start<T>;
      const match = walk(tokens, at, node, stem);
      if (match) return match;
    }
    return null;
  }

  #startsOf(form: Form, clitics: Clitics): readonly Start<T>[] | null {
    let question = clitics === 'none' ? this.#none : clitics === 'any' ? this.#any : this.#conjunction;
    if (question < 0) {
      question = newQuestion();
      if (clitics === 'none') this.#none = question;
      else if (clitics === 'any') this.#any = question;
      else this.#conjunction = question;
    }
    const kept = keptAnswer(form, question);
    return kept === undefined
      ? this.#findStarts(form, question, clitics)
      : (kept as readonly Start<T>[] | null);
  }

  /** Where a first word may begin, read whole before its clitics are taken off. */
  #findStarts(form: Form, question: number, clitics: Clitics): readonly Start<T>[] | null {
    this.#asked = true;
    const starts: Start<T>[] = [];
    const whole = this.#below(form.text);
    if (whole) starts.push({ node: whole, stem: null });
    for (const stem of clitics === 'none' || form.kind !== 'word' ? [] : stemsOf(form.text)) {
      if (clitics === 'conjunction' && (stem.proclitic !== '' || stem.article)) continue;
      const node = this.#below(stem.rest);
      if (node) starts.push({ node, stem });
    }
    const found = starts.length > 0 ? starts : null;
    keepAnswer(form, question, found);
    return found;
  }

  #below(word: string): Node<T> | undefined {
    for (const [words, value] of this.#later?.(word) ?? []) this.#insert(words, value, false);
    return this.#root.next?.get(word);
  }

  /** Whether an entry may begin with a form: most begin none, and need no closer look. */
  begins(form: Form, clitics: Clitics = 'none'): boolean {
    return this.#startsOf(form, clitics) !== null;
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
    return this.#below(word)?.value;
  }
}

/** One of 32 bits, by the last letter and the length. */
const markOf = (word: string): number => 1 << ((word.charCodeAt(word.length - 1) + word.length) & 31);

function walk<T>(tokens: readonly Token[], at: number, start: Node<T>, stem: Stem | null): Match<T> | null {
  let node: Node<T> | undefined = start;
  let found: Match<T> | null = null;
  for (let i = at; node; ) {
    i++;
    if (node.value !== undefined) found = { from: at, to: i, value: node.value, stem };
    const token = tokens[i];
    node = token && (node.marks & markOf(token.text)) !== 0 ? node.next?.get(token.text) : undefined;
  }
  return found;
}
