import exonyms from '#arabic/data/exonyms.json' with { type: 'json' };
import { type Spelling, Spellings } from './lookup-spellings.ts';
import { lookupWords, nameKeys } from './lookup-words.ts';

/** One place, person or story by all the ways it is written. */
export interface Name {
  /** The briefs it leads to, by slot, with how much they are about it: 0–1. */
  briefs: Map<number, number>;
  /** Known from the start, whether or not a brief has it. */
  known: boolean;
  keys: string[];
}

/**
 * All names: those of the briefs, and the countries and cities of the world whether or not there is a brief about
 * them. What a reader means is settled among all of these first, so that «باكستان» is never a misspelt «كازاخستان».
 */
export class NameBook {
  readonly spellings = new Spellings<Name>();
  readonly #countries = new Map<string, Name>();

  constructor() {
    for (const { arabic, latin, country, kind } of exonyms) {
      // «ألماتي» is sometimes written «الماتي», and has no article all the same.
      const withArticle = arabic[0]?.startsWith('ال') ?? false;
      const spellings = [...arabic, ...latin].map((spelling) => lookupWords(spelling));
      const keys = [
        ...new Set(spellings.flatMap((ws) => nameKeys(ws, withArticle || !ws[0]?.text.startsWith('ال')))),
      ];
      const name: Name = { briefs: new Map(), known: true, keys };
      for (const key of keys) this.spellings.add(key, name);
      if (kind === 'country' && country) this.#countries.set(country, name);
    }
  }

  /** Files a brief under a name, or under all that are written so. Returns them, for `remove`. */
  add(written: string, slot: number, weight: number): Name[] {
    const keys = keysOf(written);
    const [first] = keys;
    if (first === undefined) return [];
    const spelling = this.spellings.get(first);
    const names = spelling ? [...spelling.of] : [this.#found(keys)];
    for (const name of names) this.#file(name, slot, weight);
    return names;
  }

  addCountry(code: string, slot: number, weight: number): Name[] {
    const name = this.#countries.get(code);
    if (!name) return [];
    this.#file(name, slot, weight);
    return [name];
  }

  remove(name: Name, slot: number): void {
    if (!name.briefs.delete(slot) || name.known || name.briefs.size > 0) return;
    for (const key of name.keys) this.spellings.remove(key, name);
  }

  #found(keys: string[]): Name {
    const name: Name = { briefs: new Map(), known: false, keys };
    for (const key of keys) this.spellings.add(key, name);
    return name;
  }

  #file(name: Name, slot: number, weight: number): void {
    name.briefs.set(slot, Math.max(weight, name.briefs.get(slot) ?? 0));
  }
}

function keysOf(written: string): string[] {
  return nameKeys(lookupWords(written));
}

/** The names behind spellings that have a brief. */
export function withBriefs(spellings: Iterable<Spelling<Name>>): Name[] {
  const names = new Set<Name>();
  for (const spelling of spellings) for (const name of spelling.of) if (name.briefs.size > 0) names.add(name);
  return [...names];
}
