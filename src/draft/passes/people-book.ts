import { closeOf } from '#arabic/quotations.ts';
import type { PersonMention } from '#draft/context.ts';
import type { Person } from '#draft/fact.ts';
import type { Reading } from '#draft/reading.ts';
import {
  addRole,
  anonymous,
  type Entry,
  entryOf,
  fatherOf,
  introducedSince,
  isBareRank,
  isFeminine,
  isKindOf,
  isLatter,
  isPluralOffice,
  mayBe,
  namedLast,
  nicknameBehind,
  nominative,
  officeAside,
  titleBefore,
  wordsOf,
} from './book-entry.ts';
import { EntryIndex } from './entry-index.ts';
import { fullNameBefore } from './full-name.ts';
import { honouredBefore, isHonoured } from './honoured.ts';
import { meantBody } from './meant-body.ts';
import {
  ANYBODY,
  DECEASED,
  describedAs,
  isSaidOfHim,
  isSameSource,
  mayBeCalled,
  ofBody,
  REFERRING,
} from './meant-by-office.ts';
import { officePart } from './office-part.ts';
import { officesOf } from './offices-of.ts';
import { agrees, type Resolved, resolvedAs, type Wanted } from './resolved.ts';
import type { Range, SpeakerPhrase } from './speaker.ts';
import { opensAge } from './speaker-limits.ts';
import { isDefinite, isInstitution, isNisba, TITLES_TRIE, withoutArticle } from './speaker-words.ts';
import { textOf } from './text-of.ts';

/** Who is meant: a surname stands for a full name, «الوزير» for the last minister, a verb alone for the last speaker. */
export class PeopleBook {
  readonly #reading: Reading;
  readonly #entries: Entry[];
  readonly #index = new EntryIndex();
  #speakers: Resolved[] = [];
  #actor: Resolved | null = null;
  /** Offset of the newest words that were resolved, and of those of the newest speaker. */
  #resolvedAt = 0;
  #spokenAt = 0;

  constructor(reading: Reading, people: readonly Person[], mentions: readonly PersonMention[]) {
    this.#reading = reading;
    this.#entries = people.map(entryOf);
    for (const { from, to, person } of mentions) {
      const entry = this.#entries[person];
      if (!entry) continue;
      for (const role of officesOf(reading, { from, to })) addRole(entry, role);
      entry.nameWords = [...entry.nameWords, ...nicknameBehind(reading.tokens, to)];
    }
    for (const entry of this.#entries) this.#index.add(entry);
  }

  /** Whether a phrase means somebody the article names. */
  knows(phrase: SpeakerPhrase): boolean {
    return phrase.name !== null && this.#index.byName(wordsOf(textOf(this.#reading, phrase.name))) !== null;
  }

  /** «وحاول كارتر تبديد القلق»: whoever has the surname that stands at a token. */
  bySurname(at: number, gender: 'm' | 'f' | null): Resolved | null {
    const { text = '', start = 0 } = this.#reading.tokens[at] ?? {};
    if (text.length < 4) return null;
    const entry = this.#index.byName([text], gender);
    if (!entry || withoutArticle(entry.nameWords.at(-1) ?? '') !== withoutArticle(text)) return null;
    return this.#meant(entry, start, { name: text, role: null, gender, plural: false, isBody: false });
  }

  /** The speaker that a phrase means. */
  resolve(phrase: SpeakerPhrase, verbGender: 'm' | 'f' | null): Resolved {
    const { tokens } = this.#reading;
    const at = tokens[phrase.from]?.start ?? 0;
    this.#resolvedAt = tokens[phrase.to - 1]?.start ?? at;
    const text = (range: Range) =>
      textOf(this.#reading, range, range.from === phrase.from ? phrase.without : undefined);
    const role = phrase.role && text(phrase.name ? officePart(tokens, phrase.role) : phrase.role);
    const gender = phrase.gender ?? verbGender;
    if (!phrase.name)
      return this.#honoured(phrase) ?? this.#byOffice(phrase, role && nominative(role), at, gender);
    const name = fatherOf(text(phrase.name), tokens, phrase);
    const entry =
      this.#index.byName(wordsOf(name), verbGender) ??
      this.#index.byBeginning(wordsOf(name), verbGender) ??
      this.#bySurnameElsewhere(phrase.name, gender);
    if (!entry && phrase.kind === 'person' && wordsOf(name).length > 1 && !this.#holds(name))
      this.#meet({ ...anonymous(name, wordsOf(role), at, gender), role, nameWords: wordsOf(name) });
    const isBodyName = isInstitution(tokens[phrase.name.from]?.text ?? '');
    if (phrase.kind === 'person' || (entry && entry.nameWords.length > 1 && !isBodyName))
      return this.#meant(entry, at, { name, role, gender, plural: false, isBody: false });
    const latter = isLatter(name) ? namedLast(this.#entries, at, gender) : null;
    if (latter) return resolvedAs(latter, gender);
    const plural = /^ال.{2,}(ون|ين)$/.test(wordsOf(name)[0] ?? '') || null;
    const body = { name, role, gender: gender ?? null, plural, isBody: true };
    // «قالت السياسية البالغة من العمر 58 عاماً»
    const last = this.#actor ?? this.#speakers.at(-1);
    const aged = opensAge(wordsOf(name)[1] ?? '') && last && !last.isBody;
    if (aged && agrees(last, { gender, plural: false })) return last;
    return (
      this.#ofNation(phrase.name, at, gender) ?? meantBody(this.#reading, phrase.name, body, this.#speakers)
    );
  }

  /** «معاليه»: whom the article last called so, else whoever spoke last. */
  #honoured({ from, gender }: SpeakerPhrase): Resolved | null {
    const { tokens } = this.#reading;
    if (!isHonoured(tokens[from])) return null;
    const entry = honouredBefore(tokens, from)
      .map((name) => this.#index.byName([name], gender))
      .find(Boolean);
    if (entry) return this.#meant(entry, tokens[from]?.start ?? 0, resolvedAs(entry, gender));
    const isPerson = (s: Resolved) => !s.isBody && agrees(s, { gender, plural: false });
    return [...this.#speakers, this.#actor].findLast((s) => s !== null && isPerson(s)) ?? null;
  }

  /** «وقال نورمان»: whom the article names «كيل نورمان» before, though by no first name that a list has. */
  #bySurnameElsewhere({ from, to }: Range, gender: 'm' | 'f' | null): Entry | null {
    const { tokens } = this.#reading;
    if (to - from > 1 || isInstitution(tokens[from]?.text ?? '')) return null;
    const full = fullNameBefore(tokens, from);
    if (!full) return null;
    const name = textOf(this.#reading, full);
    const titles = titleBefore(tokens, full.from);
    // «قال الصالحي» is not «الطالبة هدى الصالحي».
    if (this.#holds(name) && (titles.length === 0 || isFeminine(titles.join(' ')))) return null;
    const office = officeAside(tokens, full.to);
    const role = office && textOf(this.#reading, office);
    const met = {
      ...anonymous(name, titles, tokens[full.from]?.start ?? 0, gender),
      role,
      nameWords: wordsOf(name),
    };
    addRole(met, wordsOf(role));
    return this.#meet(met);
  }

  /** Whether somebody is called exactly so. */
  #holds(name: string): boolean {
    return this.#index.named(withoutArticle(wordsOf(name).at(-1) ?? '')).some((e) => e.name === name);
  }

  #meet(entry: Entry): Entry {
    this.#entries.push(entry);
    this.#index.add(entry);
    return entry;
  }

  /** «الوزير»: the last minister; «المسؤول»: whoever of an office spoke last; else the office itself. */
  #byOffice(phrase: SpeakerPhrase, role: string | null, at: number, gender: 'm' | 'f' | null): Resolved {
    const words = wordsOf(role);
    const plural = isPluralOffice(words);
    const said = { name: role, role: null, gender: plural ? null : gender, plural, isBody: false };
    const entry = this.#index.byRole(words, at, gender) ?? this.#index.byFamily(words, at, gender);
    const bare = withoutArticle(words[0] ?? '').replace(/[ةه]$/, '');
    const formerly = words.length === 2 && isSaidOfHim(words[1] ?? '');
    const referring = words.length === 2 && REFERRING.has(bare) && isDefinite(words[1] ?? '');
    const anybody = formerly || referring || (words.length === 2 && ANYBODY.has(bare));
    const placed = /^(في|فى)$/.test(words[1] ?? '') && isDefinite(words[0] ?? '');
    const kind = (words[0] ?? '').slice(2);
    const lastRole = this.#speakers.at(-1)?.role ?? null;
    const inBody = placed && isKindOf(kind, lastRole);
    const there = placed && !plural ? ofBody(this.#speakers, words) : null;
    if (there) return there;
    // «وطمأنت الباحثة السويدية»: whoever of that trade spoke last.
    const national = words.length === 2 && isNisba(words[1] ?? '') && isKindOf(bare, lastRole);
    const trade = TITLES_TRIE.get(words[0] ?? '')?.kind === 'person';
    const alone =
      (words.length === 1 || anybody || inBody || national || (placed && trade && this.#actor !== null)) &&
      isDefinite(words[0] ?? '');
    const described = entry || plural ? null : describedAs(this.#speakers.at(-1), words, gender);
    if (described) return described;
    const going = alone ? this.#goesOn(entry, gender) : null;
    if (going) return { ...going, role: going.role ?? role };
    if (entry) return this.#meant(entry, at, { ...said, role });
    // «يقول طالب الهندسة البالغ من العمر 22 عاما»
    const last = this.#speakers.at(-1);
    const ageless = opensAge(this.#reading.tokens[phrase.to]?.text ?? '') ? (this.#actor ?? last) : null;
    if (ageless && !ageless.isBody && agrees(ageless, { gender, plural: false })) return ageless;
    // «صاحبة "بيت بلا نوافذ"»: whoever was spoken of.
    const marked = closeOf(this.#reading.tokens, phrase.to, phrase.to + 8) !== null;
    const author =
      marked && words.length === 1 && /^(?:صاحب|م[وؤ]لف|كاتب|مخرج|نجم|بطل)$/.test(bare)
        ? (this.#actor ?? last)
        : null;
    if (author && !author.isBody && agrees(author, { gender, plural: false })) return author;
    // «قال ضابط في الشرطة. وأضاف المصدر»
    if (words.length === 1 && last && isSameSource(this.#reading.tokens, phrase, last)) return last;
    const meant = alone && !plural ? this.#byKind((words[0] ?? '').slice(2), gender, at, trade) : null;
    if (meant) return meant;
    // «مصدر أمني», «المتحدث العسكري للجيش»: «المصدر», «المتحدث» further on is the same.
    if (words.length > 1 && phrase.without === undefined)
      this.#index.add(anonymous(role ?? '', words, at, said.gender));
    return said;
  }

  /** «المسؤول», «الرجل» for whoever spoke last; «الراحلة» for whom the article is about. */
  #byKind(word: string, gender: 'm' | 'f' | null, at: number, trade: boolean): Resolved | null {
    const bare = word.replace(/[ةه]$/, '');
    if (DECEASED.has(bare)) {
      const first = this.#entries.find((e) => mayBe(e, gender));
      return first ? resolvedAs(first, gender) : null;
    }
    const since = this.#introduced(at, gender);
    const spoke = this.#speakers.at(-1) ?? (ANYBODY.has(bare) ? this.#mentioned(at, gender) : null);
    const candidates = this.#actor ? [this.#actor, since] : [since, spoke];
    return (
      candidates.find((last) => last && mayBeCalled(last, bare, gender, trade || last === this.#actor)) ??
      null
    );
  }

  /** «زرنا منزل يوسف العلي، 72 عاما»: who is named, by whatever case, since somebody spoke. */
  #introduced(at: number, gender: 'm' | 'f' | null): Resolved | null {
    const entry = introducedSince(this.#entries, this.#spokenAt, at, gender);
    return entry && resolvedAs(entry, gender);
  }

  /** Whoever is named last before an offset, where nobody has spoken or acted yet. */
  #mentioned(at: number, gender: 'm' | 'f' | null): Resolved | null {
    const entry = this.#entries.findLast((e) => e.seen < at && mayBe(e, gender));
    return entry ? resolvedAs(entry, gender) : null;
  }

  /** «الأرجنتيني»: the person whom the article calls so. */
  #ofNation(name: Range, at: number, gender: 'm' | 'f' | null): Resolved | null {
    const first = this.#reading.tokens[name.from]?.text ?? '';
    if (name.to - name.from > 1 || !isDefinite(first) || !isNisba(first)) return null;
    const word = withoutArticle(first);
    const entry = this.#index.ofNation(word).findLast((e) => e.seen <= at && mayBe(e, gender));
    if (entry)
      return this.#meant(entry, at, { name: entry.name, role: null, gender, plural: false, isBody: false });
    // «وصل المدرب تن هاغ. قال الهولندي»
    const actor = this.#actor?.isBody === false ? this.#actor : null;
    return actor && agrees(actor, { gender, plural: false }) ? actor : null;
  }

  /** The last speaker that agrees with the verb; where the verb does not go on, whoever acted last. */
  lastSpeaker(wanted: Wanted, continues: boolean): Resolved | null {
    // «كانت الوزارة أعلنت …. وجاء في البيان»
    if (wanted.document && this.#actor?.isBody) return this.#actor;
    const goesOn = continues && this.#speakers.length > 0;
    if (!goesOn && this.#actor && agrees(this.#actor, wanted)) return this.#actor;
    for (let i = this.#speakers.length - 1; i >= Math.max(0, this.#speakers.length - 6); i--)
      if (agrees(this.#speakers[i] as Resolved, wanted)) return this.#speakers[i] as Resolved;
    // «حذر رئيسها …. ومتوعدة»: not he.
    const last = this.#speakers.at(-1);
    return last && (last.isBody || agrees(last, { ...wanted, plural: null })) ? last : null;
  }

  spoke(speaker: Resolved): void {
    this.#speakers.push(speaker);
    this.#spokenAt = this.#resolvedAt;
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
    // «مصدر أمني»: «المصدر» is no office of his.
    if (entry.nameWords.length === 0)
      return { ...said, name: entry.name, role: entry.role, gender: said.gender ?? entry.gender };
    entry.role ??= said.role;
    this.#index.addRole(entry, wordsOf(said.role));
    const role = isBareRank(entry.role) ? (said.role ?? entry.role) : entry.role;
    return { ...said, name: entry.name, role: role ?? said.role, gender: said.gender ?? entry.gender };
  }
}
