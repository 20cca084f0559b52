import { addRole, type Entry, headOf } from './book-entry.ts';
import { isNisba, withoutArticle } from './speaker-words.ts';

/** The people of an article by the words of their names, by the heads of their offices and by their nationalities. */
export class EntryIndex {
  readonly #byName = new Map<string, Entry[]>();
  readonly #byHead = new Map<string, Entry[]>();
  readonly #byNation = new Map<string, Entry[]>();

  add(entry: Entry): void {
    for (const word of new Set(entry.nameWords.map(withoutArticle))) put(this.#byName, word, entry);
    for (const role of entry.roles) this.#file(entry, role);
  }

  /** Gives a person another office. */
  addRole(entry: Entry, words: readonly string[]): void {
    const role = addRole(entry, words);
    if (role) this.#file(entry, role);
  }

  /** All whose name holds a word, its article taken off. */
  named(word: string): readonly Entry[] {
    return this.#byName.get(word) ?? [];
  }

  /** All with an office of the same head: «وزيرة» and «وزير» are one. */
  ofHead(word: string): readonly Entry[] {
    return this.#byHead.get(headOf(word)) ?? [];
  }

  /** All whom the article calls by a nationality, its article taken off. */
  ofNation(word: string): readonly Entry[] {
    return this.#byNation.get(word) ?? [];
  }

  #file(entry: Entry, role: readonly string[]): void {
    put(this.#byHead, headOf(role[0] ?? ''), entry);
    for (const word of role) if (isNisba(word)) put(this.#byNation, word, entry);
  }
}

function put(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  const known = map.get(key);
  if (!known) map.set(key, [entry]);
  else if (!known.includes(entry, -8)) known.push(entry);
}
