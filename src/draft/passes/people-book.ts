import { fold } from '#arabic/fold.ts';
import { rememberWords } from '#arabic/remember-words.ts';
import type { Person, Speaker } from '#draft/fact.ts';
import type { Reading } from '#draft/reading.ts';
import { readBody } from './read-body.ts';
import type { Range, SpeakerPhrase } from './speaker.ts';
import { isDefinite, isInstitution, isNisba, TITLES_TRIE, withoutArticle } from './speaker-words.ts';

/** How many words back «الوزارة» looks for the ministry that it means. */
const LOOK_BACK = 400;
/** Documents speak for the body that issued them. */
const DOCUMENTS = new Set(['بيان', 'بلاغ', 'تقرير', 'مذكره', 'مذكرة', 'نص']);

/** The original text of a range, its white space folded. */
export function textOf(reading: Reading, { from, to }: Range, without?: 'ل' | 'و'): string {
  const first = reading.tokens[from];
  const last = reading.tokens[to - 1];
  if (!first || !last) return '';
  const text = reading.article.text.slice(first.start, last.end).replace(/\s+/g, ' ');
  if (!without) return text;
  return without === 'ل' && text.startsWith('لل') ? `ال${text.slice(2)}` : text.slice(1);
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
  isBody: boolean;
}

const splitWords = rememberWords((text): readonly string[] => fold(text).split(/\s+/).filter(Boolean));
const wordsOf = (text: string | null) => (text ? splitWords(text) : []);

/** Who is meant: a surname stands for a full name, «الوزير» for the last minister, a verb alone for the last speaker. */
export class PeopleBook {
  readonly #reading: Reading;
  readonly #entries: Entry[];
  readonly #byWord = new Map<string, Entry[]>();
  #speakers: Resolved[] = [];
  #actor: Resolved | null = null;

  constructor(reading: Reading, people: readonly Person[]) {
    this.#reading = reading;
    this.#entries = people.map(({ name, role, evidence }) => ({
      name,
      role,
      nameWords: wordsOf(name),
      roleWords: wordsOf(role),
      seen: evidence.start,
      gender: isFeminine(role) ? 'f' : null,
    }));
    for (const entry of this.#entries)
      for (const word of new Set(entry.nameWords.map(withoutArticle))) {
        const known = this.#byWord.get(word);
        if (known) known.push(entry);
        else this.#byWord.set(word, [entry]);
      }
  }

  /** Whether a phrase means somebody the article names. */
  knows(phrase: SpeakerPhrase): boolean {
    return phrase.name !== null && this.#byName(wordsOf(textOf(this.#reading, phrase.name))) !== null;
  }

  /** The speaker that a phrase means. */
  resolve(phrase: SpeakerPhrase, verbGender: 'm' | 'f' | null): Resolved {
    const at = this.#reading.tokens[phrase.from]?.start ?? 0;
    const text = (range: Range) =>
      textOf(this.#reading, range, range.from === phrase.from ? phrase.without : undefined);
    const role = phrase.role && text(phrase.role);
    const gender = phrase.gender ?? verbGender;
    if (!phrase.name) {
      const words = wordsOf(role);
      const entry = this.#byRole(words, at, gender);
      const going = words.length === 1 ? this.#goesOn(entry, gender) : null;
      if (going) return { ...going, role: going.role ?? role };
      return this.#meant(entry, at, {
        name: entry?.name ?? role,
        role: entry && role,
        gender,
        isBody: false,
      });
    }
    const name = text(phrase.name);
    const entry = this.#byName(wordsOf(name), verbGender);
    if (phrase.kind === 'person' || (entry && entry.nameWords.length > 1 && !this.#isBodyName(phrase.name)))
      return this.#meant(entry, at, { name, role, gender, isBody: false });
    return this.#meantBody(phrase.name, { name, role, gender: gender ?? null, isBody: true });
  }

  /** The last speaker that agrees with the verb; where the verb does not go on, whoever acted last. */
  lastSpeaker(gender: 'm' | 'f' | null, continues: boolean): Resolved | null {
    const agrees = (s: Resolved) => gender === null || s.gender === null || s.gender === gender;
    if (!continues && this.#actor && agrees(this.#actor)) return this.#actor;
    for (let i = this.#speakers.length - 1; i >= Math.max(0, this.#speakers.length - 6); i--)
      if (agrees(this.#speakers[i] as Resolved)) return this.#speakers[i] as Resolved;
    return this.#speakers.at(-1) ?? null;
  }

  spoke(speaker: Resolved): void {
    this.#speakers.push(speaker);
    this.#actor = null;
  }

  /** A sentence in which nobody spoke was about somebody. */
  acted(actor: Resolved | null): void {
    this.#actor = actor;
  }

  /** «الرئيس», while somebody without a known office speaks, and nobody of that office has spoken: the one who speaks. */
  #goesOn(entry: Entry | null, gender: 'm' | 'f' | null): Resolved | null {
    const last = this.#speakers.at(-1);
    if (!entry || !last || last.isBody || last.role !== null || last.name === null) return null;
    // «أحد الصحافيين» goes on as nobody in particular.
    const first = wordsOf(last.name)[0] ?? '';
    if (isDefinite(first) || TITLES_TRIE.get(first) || /^(احد|احدى|بعض|عدد|شهود?)$/.test(first)) return null;
    if (this.#speakers.some((s) => s.name === entry.name)) return null;
    return gender === null || last.gender === null || last.gender === gender ? last : null;
  }

  #meant(entry: Entry | null, at: number, said: Resolved): Resolved {
    if (!entry) return said;
    entry.seen = at;
    entry.gender ??= said.gender;
    if (entry.role === null && said.role) {
      entry.role = said.role;
      entry.roleWords = wordsOf(said.role);
    }
    return { ...said, name: entry.name, role: entry.role ?? said.role, gender: said.gender ?? entry.gender };
  }

  #isBodyName(name: Range): boolean {
    return isInstitution(this.#reading.tokens[name.from]?.text ?? '');
  }

  /** «الوزارة»: the ministry named last; «البيان»: the body that issued it. */
  #meantBody(name: Range, said: Resolved): Resolved {
    const first = this.#reading.tokens[name.from]?.text ?? '';
    if (name.to - name.from > 1 || !isDefinite(first) || !isInstitution(first)) return said;
    const head = withoutArticle(first);
    const last = this.#speakers.at(-1);
    if (DOCUMENTS.has(head)) return last?.isBody ? last : said;
    const { tokens } = this.#reading;
    for (let i = name.from - 1; i >= Math.max(0, name.from - LOOK_BACK); i--) {
      const text = tokens[i]?.text ?? '';
      if (text !== head && !(text.length === head.length + 1 && /^[وبلف]/.test(text) && text.endsWith(head)))
        continue;
      const body = readBody(tokens, i, i + 10);
      if (body.to - body.from < 2) continue;
      const whole = textOf(this.#reading, body, text === head ? undefined : 'و');
      return { ...said, name: whole };
    }
    return said;
  }

  /** The person whose name holds every word of this one: the fullest, and of these the one seen last. */
  #byName(words: readonly string[], gender: 'm' | 'f' | null = null): Entry | null {
    const bare = words.map(withoutArticle);
    const last = bare.at(-1);
    if (last === undefined) return null;
    let best: Entry | null = null;
    for (const entry of this.#byWord.get(last) ?? []) {
      const name = entry.nameWords.map(withoutArticle);
      if (!bare.every((word) => name.includes(word))) continue;
      // «قال الصالحي» is not «الطالبة هدى الصالحي».
      if (gender === 'm' && entry.gender === 'f') continue;
      if (!best || isBetter(entry, best, last)) best = entry;
    }
    return best;
  }

  #byRole(words: readonly string[], at: number, gender: 'm' | 'f' | null): Entry | null {
    const bare = words.map(withoutArticle);
    const agreeing = this.#entries.filter((e) => !gender || !e.gender || e.gender === gender);
    const rolesOf = (entry: Entry) => entry.roleWords.map(withoutArticle);
    const fits = (entry: Entry, wanted: readonly string[]) => {
      const role = rolesOf(entry);
      return isSameHead(role[0], wanted[0]) && wanted.slice(1).every((word) => role.includes(word));
    };
    const newest = (entries: readonly Entry[]) => {
      const before = entries.filter((entry) => entry.seen <= at);
      const from = before.length > 0 ? before : entries;
      return from.reduce<Entry | null>((a, b) => (a && a.seen >= b.seen ? a : b), null);
    };
    const fitting = newest(agreeing.filter((entry) => fits(entry, bare)));
    if (fitting || bare.length < 2) return fitting;
    // «الرئيس السيسي»: the last word is the name.
    const named = this.#byName(words.slice(-1));
    if (named && !isNisba(words.at(-1) ?? '')) return named;
    // «المدرب المصري»: nobody of that office has another nationality.
    const rest = bare.filter((_, i) => !isNisba(words[i] ?? ''));
    if (rest.length === bare.length || !isDefinite(words[0] ?? '')) return null;
    const stateless = agreeing.filter((e) => fits(e, rest) && !e.roleWords.some((word) => isNisba(word)));
    return stateless.length === 1 ? (stateless[0] ?? null) : null;
  }
}

/** Offices of men that end like those of women. */
const MASCULINE = /^(?:ال)?(?:عمد|داعي|خليف|علام)[ةه]$/;

/** «الطالبة», «وزيرة العدل». */
function isFeminine(role: string | null): boolean {
  const head = wordsOf(role)[0] ?? '';
  return /[ةه]$/.test(head) && !MASCULINE.test(head);
}

function isBetter(entry: Entry, best: Entry, last: string): boolean {
  const ends = (e: Entry) => withoutArticle(e.nameWords.at(-1) ?? '') === last;
  if (ends(entry) !== ends(best)) return ends(entry);
  if (entry.nameWords.length !== best.nameWords.length) return entry.nameWords.length > best.nameWords.length;
  return entry.seen > best.seen;
}

/** «وزيرة» and «وزير», «متحدث» and «ناطق»: the same office. */
function isSameHead(a: string | undefined, b: string | undefined): boolean {
  const bare = (word: string | undefined) =>
    (word ?? '')
      .replace(/[ةه]$/, '')
      .replace(/^ناطق$/, 'متحدث')
      .replace(/^مندوب$/, 'مبعوث');
  return a !== undefined && b !== undefined && bare(a) === bare(b);
}
