import type { Brief } from './brief.ts';
import { Newest } from './by-newest.ts';
import { type Name, NameBook } from './lookup-names.ts';
import { type Understood, understand } from './lookup-query.ts';
import { lookupWords } from './lookup-words.ts';

/** What the words of a query lead to, newest first. */
export interface Lookups {
  /** Equally good ones together; as many as a choice may offer. */
  best: Brief[];
  /** Close, but not close enough to answer with. */
  near: Brief[];
}

/** How many briefs are named where nothing close was found, and how many a choice offers at most. */
export const NEAREST = 3;
const LARGEST_CHOICE = 8;

/** How much a brief is about what it is found by. */
const WEIGHT = {
  name: 1,
  event: 0.95,
  country: 0.85,
  person: 0.7,
  actor: 0.6,
  other: 0.5,
  headlineWord: 0.4,
} as const;

/** Briefs whose scores are no further apart than this are equally good. */
const EQUAL = 0.1;
/** UTF-16 units; longer ones are no question. */
const LONGEST_QUERY = 400;

const NOTHING: Lookups = { best: [], near: [] };

interface Entry {
  brief: Brief;
  slot: number;
  names: Name[];
  words: string[];
}

/** Finds briefs by their names, places, people and headlines. Putting or removing one costs what that one costs. */
export class Lookup {
  readonly #entries = new Map<string, Entry>();
  readonly #slots: (Entry | null)[] = [];
  readonly #free: number[] = [];
  readonly #headlines = new Map<string, Set<number>>();
  /** Not filed yet: the names of the world are read with the first question, which keeps them out of the start. */
  readonly #waiting = new Map<string, Brief>();
  #names: NameBook | null = null;
  #scores = new Float64Array(64);
  #hits = new Uint16Array(64);

  put(brief: Brief): void {
    if (this.#names) this.#file(brief, this.#names);
    else this.#waiting.set(brief.id, brief);
  }

  remove(id: string): void {
    this.#waiting.delete(id);
    const entry = this.#entries.get(id);
    if (!entry || !this.#names) return;
    for (const name of entry.names) this.#names.remove(name, entry.slot);
    for (const word of entry.words) {
      const slots = this.#headlines.get(word);
      slots?.delete(entry.slot);
      if (slots?.size === 0) this.#headlines.delete(word);
    }
    this.#entries.delete(id);
    this.#slots[entry.slot] = null;
    this.#free.push(entry.slot);
  }

  search(query: string): Lookups {
    if (query.length > LONGEST_QUERY) return NOTHING;
    const parts = understand(query, this.#ready(), this.#headlines);
    const best = this.#best(parts);
    if (best.length > 0) return { best, near: [] };
    const near = new Newest(NEAREST);
    for (const part of parts)
      if (part.kind === 'nothing')
        for (const name of part.near) for (const slot of name.briefs.keys()) this.#offer(slot, near);
    return { best, near: near.briefs };
  }

  #ready(): NameBook {
    if (this.#names) return this.#names;
    this.#names = new NameBook();
    for (const brief of this.#waiting.values()) this.#file(brief, this.#names);
    this.#waiting.clear();
    return this.#names;
  }

  /** The highest scores. A brief that no name leads to has to have every word in its headline. */
  #best(parts: readonly Understood[]): Brief[] {
    const touched: number[] = [];
    for (const part of parts) {
      if (part.kind !== 'name') continue;
      for (const [slot, weight] of weigh(part.names)) this.#score(slot, weight * part.quality, touched);
    }
    const named = touched.length;
    for (const part of parts)
      if (part.kind === 'word')
        for (const slot of part.briefs) this.#score(slot, WEIGHT.headlineWord, touched);
    const eligible = (i: number, slot: number) => i < named || this.#hits[slot] === parts.length;
    let highest = 0;
    for (const [i, slot] of touched.entries())
      if (eligible(i, slot)) highest = Math.max(highest, this.#scores[slot] as number);
    const best = new Newest(LARGEST_CHOICE);
    for (const [i, slot] of touched.entries())
      if (eligible(i, slot) && (this.#scores[slot] as number) >= highest - EQUAL) this.#offer(slot, best);
    for (const slot of touched) {
      this.#scores[slot] = 0;
      this.#hits[slot] = 0;
    }
    return best.briefs;
  }

  #score(slot: number, points: number, touched: number[]): void {
    if (this.#hits[slot] === 0) touched.push(slot);
    this.#scores[slot] = (this.#scores[slot] as number) + points;
    this.#hits[slot] = (this.#hits[slot] as number) + 1;
  }

  #offer(slot: number, newest: Newest): void {
    const entry = this.#slots[slot];
    if (entry) newest.offer(entry.brief);
  }

  #file(brief: Brief, book: NameBook): void {
    this.remove(brief.id);
    const slot = this.#takeSlot();
    const names = new Set<Name>();
    const add = (written: string, weight: number) => {
      for (const name of book.add(written, slot, weight)) names.add(name);
    };
    for (const written of [brief.id, ...brief.names]) add(written, WEIGHT.name);
    for (const { name, alsoKnownAs, role, country } of brief.facts.places) {
      for (const written of [name, ...alsoKnownAs]) add(written, WEIGHT[role]);
      if (role !== 'event' || country === null) continue;
      for (const known of book.addCountry(country, slot, WEIGHT.country)) names.add(known);
    }
    for (const { name } of brief.people) for (const written of callings(name)) add(written, WEIGHT.person);
    const words = headlineKeys(brief);
    for (const word of words) {
      const slots = this.#headlines.get(word);
      if (slots) slots.add(slot);
      else this.#headlines.set(word, new Set([slot]));
    }
    const entry: Entry = { brief, slot, names: [...names], words };
    this.#entries.set(brief.id, entry);
    this.#slots[slot] = entry;
  }

  #takeSlot(): number {
    const slot = this.#free.pop() ?? this.#slots.length;
    if (slot >= this.#scores.length) {
      const scores = new Float64Array(this.#scores.length * 2);
      const hits = new Uint16Array(this.#hits.length * 2);
      scores.set(this.#scores);
      hits.set(this.#hits);
      this.#scores = scores;
      this.#hits = hits;
    }
    return slot;
  }
}

/** Each brief once, by the most that any of the names makes of it. */
function weigh(names: readonly Name[]): ReadonlyMap<number, number> {
  const [first, ...others] = names;
  if (!first) return new Map();
  if (others.length === 0) return first.briefs;
  const weights = new Map(first.briefs);
  for (const name of others)
    for (const [slot, weight] of name.briefs) weights.set(slot, Math.max(weight, weights.get(slot) ?? 0));
  return weights;
}

/** What a person is called by: the whole name, the last two words, the last. A first name alone is anybody's. */
function callings(name: string): string[] {
  const words = name.trim().split(/\s+/);
  return [...new Set([name, words.slice(-2).join(' '), words.at(-1) ?? name])];
}

/** Words of the headline and of the names; those of places are not taken apart («نور» is not «نور سلطان»). */
function headlineKeys(brief: Brief): string[] {
  const words = [brief.headline, ...brief.names].flatMap((text) => lookupWords(text));
  return [...new Set(words.filter((w) => !w.stop).flatMap((w) => [w.text, w.bare]))];
}
