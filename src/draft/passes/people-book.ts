import { fold } from '#arabic/fold.ts';
import type { Person, Speaker } from '#draft/fact.ts';
import type { Reading } from '#draft/reading.ts';
import type { Range, SpeakerPhrase } from './speaker.ts';
import { withoutArticle } from './speaker-words.ts';

/** The original text of a range, its white space folded. */
export function textOf(reading: Reading, { from, to }: Range): string {
  const first = reading.tokens[from];
  const last = reading.tokens[to - 1];
  if (!first || !last) return '';
  return reading.article.text.slice(first.start, last.end).replace(/\s+/g, ' ');
}

interface Entry {
  name: string;
  role: string | null;
  nameWords: readonly string[];
  roleWords: readonly string[];
  /** The token index of the newest mention so far. */
  seen: number;
  gender: 'm' | 'f' | null;
}

export interface Resolved extends Speaker {
  gender: 'm' | 'f' | null;
}

const wordsOf = (text: string | null) => (text ? fold(text).split(/\s+/).filter(Boolean) : []);

/** Who is meant: a surname stands for a full name, «الوزير» for the last minister, a verb alone for the last speaker. */
export class PeopleBook {
  readonly #reading: Reading;
  readonly #entries: Entry[];
  #last: Resolved[] = [];

  constructor(reading: Reading, people: readonly Person[]) {
    this.#reading = reading;
    this.#entries = people.map(({ name, role }) => ({
      name,
      role,
      nameWords: wordsOf(name),
      roleWords: wordsOf(role),
      seen: reading.tokens.findIndex((t) => t.start >= 0 && t.text === wordsOf(name)[0]),
      gender: null,
    }));
  }

  /** The speaker that a phrase means. */
  resolve(phrase: SpeakerPhrase, verbGender: 'm' | 'f' | null): Resolved {
    const role = phrase.role && textOf(this.#reading, phrase.role);
    const gender = phrase.gender ?? verbGender;
    if (phrase.name) {
      const name = textOf(this.#reading, phrase.name);
      if (phrase.kind === 'body') return { name, role, gender };
      const entry = this.#byName(name);
      return this.#meant(entry, phrase.from, { name, role, gender });
    }
    const entry = this.#byRole(wordsOf(role), phrase.from, gender);
    if (entry) return this.#meant(entry, phrase.from, { name: entry.name, role, gender });
    return { name: role, role: null, gender };
  }

  /** The last speaker that agrees with the verb. */
  lastSpeaker(gender: 'm' | 'f' | null): Resolved | null {
    return (
      this.#last.findLast((s) => gender === null || s.gender === null || s.gender === gender) ??
      this.#last.at(-1) ??
      null
    );
  }

  spoke(speaker: Resolved): void {
    this.#last.push(speaker);
  }

  #meant(entry: Entry | null, at: number, said: Resolved): Resolved {
    if (!entry) return said;
    entry.seen = at;
    entry.gender ??= said.gender;
    if (entry.role === null && said.role) {
      entry.role = said.role;
      entry.roleWords = wordsOf(said.role);
    }
    return { name: entry.name, role: entry.role ?? said.role, gender: said.gender ?? entry.gender };
  }

  /** The fullest name that holds every word of this one. */
  #byName(name: string): Entry | null {
    const words = wordsOf(name);
    const holds = (entry: Entry) =>
      words.every((w) => entry.nameWords.some((n) => n === w || withoutArticle(n) === withoutArticle(w)));
    const fitting = this.#entries.filter(holds);
    return fitting.sort((a, b) => b.nameWords.length - a.nameWords.length)[0] ?? null;
  }

  #byRole(words: readonly string[], at: number, gender: 'm' | 'f' | null): Entry | null {
    const bare = words.map(withoutArticle);
    const fits = (entry: Entry) => {
      const role = entry.roleWords.map(withoutArticle);
      if (gender && entry.gender && entry.gender !== gender) return false;
      return role[0] === bare[0] && bare.slice(1).every((w) => role.includes(w));
    };
    const fitting = this.#entries.filter(fits);
    const before = fitting.filter((entry) => entry.seen <= at).sort((a, b) => b.seen - a.seen);
    return before[0] ?? fitting[0] ?? null;
  }
}
