import { fold, wordSet } from '#arabic/fold.ts';
import { rememberWords } from '#arabic/remember-words.ts';
import { speechWord } from '#arabic/speech.ts';
import { addRole, type Entry, hasRole, headOf, isCounterpart, mayBe } from './book-entry.ts';
import { isPeopleWord } from './casualty-words.ts';
import { isDefinite, isNisba, isOrdinaryWord, TITLES_TRIE, withoutArticle } from './speaker-words.ts';

/** A nationality said for the first time is of somebody who was named within so many characters. */
const RECENT = 400;

/** «العمودى» is «العمودي», as it is written on the Nile. */
const keyOf = rememberWords((word: string) => withoutArticle(word).replace(/ى$/, 'ي'));

/** The people of an article by the words of their names, by the heads of their offices and by their nationalities. */
export class EntryIndex {
  readonly #byName = new Map<string, Entry[]>();
  readonly #byHead = new Map<string, Entry[]>();
  readonly #byNation = new Map<string, Entry[]>();

  add(entry: Entry): void {
    for (const word of new Set(entry.nameWords.map(keyOf))) put(this.#byName, word, entry);
    for (const role of entry.roles) this.#file(entry, role);
  }

  /** Gives a person another office. */
  addRole(entry: Entry, words: readonly string[]): void {
    if (addRole(entry, words)) for (const role of entry.roles) this.#file(entry, role);
  }

  /** All whose name holds a word, its article taken off. */
  named(word: string): readonly Entry[] {
    return this.#byName.get(keyOf(word)) ?? [];
  }

  /** All with an office of the same head: «وزيرة» and «وزير» are one. */
  ofHead(word: string): readonly Entry[] {
    return this.#byHead.get(headOf(word)) ?? [];
  }

  /** All whom the article calls by a nationality, its article taken off. */
  ofNation(word: string): readonly Entry[] {
    return this.#byNation.get(word) ?? [];
  }

  /** The person whose name holds every word of this one: the fullest, and of these the one seen last. */
  byName(words: readonly string[], gender: 'm' | 'f' | null = null): Entry | null {
    const bare = words.map(keyOf);
    // «ابن معمر» is «فهد بن معمر».
    if (bare.length > 1 && bare[0] === 'ابن') bare[0] = 'بن';
    const last = bare.at(-1);
    if (last === undefined) return null;
    let best: Entry | null = null;
    for (const entry of this.named(last)) {
      const name = entry.nameWords.map(keyOf);
      if (!bare.every((word) => name.includes(word))) continue;
      // «ابنه أحمد» is not «أبو أحمد».
      if (name.length === 2 && isParentOf(name[0]) && bare.length < 2) continue;
      // «قال الصالحي» is not «الطالبة هدى الصالحي».
      if (gender === 'm' && entry.gender === 'f') continue;
      if (!best || isBetter(entry, best, last)) best = entry;
    }
    return best;
  }

  /** «داود أوغلو حمل», «أوغلو العملية»: a verb or an object that the name does not go on with. */
  byBeginning(words: readonly string[], gender: 'm' | 'f' | null): Entry | null {
    const last = words.at(-1) ?? '';
    const [first = '', second = ''] = words;
    // «ودعا الهمسي المنظمات الدولية إلى»: a noun and its adjective behind a surname.
    if (
      words.length > 2 &&
      isDefinite(second) &&
      /^ال.{3,}ي[ةه]?$/.test(last) &&
      !isNisba(second) &&
      isOrdinaryWord(withoutArticle(second))
    )
      return this.byBeginning([first, second], gender);
    // «ناشد نورمان العالم»
    const object =
      isDefinite(last) && (isOrdinaryWord(withoutArticle(last)) || isPeopleWord(last)) && !isNisba(last);
    if (words.length < 2 || (!object && speechWord(last) === null)) return null;
    const rest = words.slice(0, -1);
    const entry = this.byName(rest, gender);
    const ends = withoutArticle(entry?.nameWords.at(-1) ?? '') === withoutArticle(rest.at(-1) ?? '');
    return ends && (rest.at(-1) ?? '').length >= 3 ? entry : null;
  }

  /** «وأضاف الخطيب»: whoever was named «عمر الخطيب» before, and has no office of that name. */
  byFamily(words: readonly string[], at: number, gender: 'm' | 'f' | null): Entry | null {
    const [family = ''] = words;
    if (words.length !== 1 || !isDefinite(family)) return null;
    return (
      this.named(family).findLast(
        (e) => e.nameWords.length > 1 && e.nameWords.at(-1) === family && e.seen <= at && mayBe(e, gender),
      ) ?? null
    );
  }

  byRole(words: readonly string[], at: number, gender: 'm' | 'f' | null): Entry | null {
    const bare = words.map(withoutArticle);
    const agreeing = this.ofHead(bare[0] ?? '').filter((e) => mayBe(e, gender) && !isAnother(e, words));
    const newest = (entries: readonly Entry[]) => {
      const before = entries.filter((entry) => entry.seen <= at);
      const from = before.length > 0 ? before : entries;
      return from.reduce<Entry | null>((a, b) => (a && a.seen >= b.seen ? a : b), null);
    };
    const fitting = newest(agreeing.filter((entry) => hasRole(entry, bare) && mayBeOfState(entry, words)));
    // «استقبل الوزير نظيرته الكينية سلمى نصر. وقالت الوزيرة»
    const isOffice = TITLES_TRIE.get(words[0] ?? '')?.kind === 'office';
    if (!fitting && bare.length === 1 && gender === 'f' && isOffice)
      return this.ofHead('نظيرته').findLast((entry) => entry.seen <= at) ?? null;
    if (fitting || bare.length < 2) return fitting;
    // «السيناتور عن ولاية مين», «الرئيسة المنتهية ولايتها»
    const seat = words.findIndex((word, i) => i > 0 && /^(?:عن|المنتهي[ةه]?)$/.test(word));
    if (seat > 0 && isDefinite(words[0] ?? '')) return this.byRole(words.slice(0, seat), at, gender);
    // «الرئيس السيسي»: the last word is the name.
    const named = this.byName(words.slice(-1));
    if (named && !isNisba(words.at(-1) ?? '') && words.slice(0, -1).every(isDefinite)) return named;
    // «وصف الرئيس البلجيكي الحريق»: his nationality ends the office.
    const nation = words.findIndex((word) => isDefinite(word) && isNisba(word)) + 1;
    const whole = nation > 1 && nation < words.length ? bare.slice(0, nation) : null;
    const national = whole && newest(agreeing.filter((entry) => hasRole(entry, whole)));
    if (national) return national;
    const compatriot = this.#compatriot(words, bare, at, gender);
    if (compatriot) return compatriot;
    // «المدرب المصري»: nobody of that office has another nationality.
    const rest = bare.filter((_, i) => !isNisba(words[i] ?? ''));
    if (rest.length === bare.length) return agreeing.length === 1 ? holderOf(agreeing[0], bare[0]) : null;
    if (!isDefinite(words[0] ?? '')) return null;
    // «رئيس البرلمان» is no «الرئيس الأميركي».
    const ofState = (e: Entry) =>
      rest[0] !== 'رئيس' ||
      rest.length > 1 ||
      e.roles.some((role) => role[0] === 'رئيس' && (role.length === 1 || role[1] === 'جمهورية'));
    const stateless = agreeing.filter((e) => hasRole(e, rest) && ofState(e) && !e.roles.flat().some(isNisba));
    // Of several, whoever was spoken of just before.
    const last = newest(stateless);
    return stateless.length === 1 || (last && last.seen <= at && at - last.seen < RECENT) ? last : null;
  }

  /** «الوزير الإيطالي», «الناشطة اليمنية»: of whom the article has said «نظيره الإيطالي» or «اليمنية», and no office. */
  #compatriot(
    words: readonly string[],
    bare: readonly string[],
    at: number,
    gender: 'm' | 'f' | null,
  ): Entry | null {
    const nation = bare[1] ?? '';
    if (words.length !== 2 || !words.every(isDefinite) || !isNisba(nation)) return null;
    const isOne = (role: readonly string[]) =>
      role.length === 1 || (role.length === 2 && isCounterpart({ text: role[0] ?? '' }));
    const found = this.ofNation(nation).filter((e) => e.seen <= at && mayBe(e, gender));
    return found.length === 1 && found[0]?.roles.every(isOne) ? found[0] : null;
  }

  #file(entry: Entry, role: readonly string[]): void {
    put(this.#byHead, headOf(role[0] ?? ''), entry);
    for (const word of role) if (isNisba(word)) put(this.#byNation, word, entry);
  }
}

function put(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  const known = map.get(key);
  if (!known) map.set(key, [entry]);
  // Who is there already was put there just before.
  else if (!known.includes(entry, -8)) known.push(entry);
}

/** «وقال متحدث»: another than «المتحدث العسكري للجيش». */
const isAnother = ({ name, nameWords }: Entry, words: readonly string[]): boolean =>
  nameWords.length === 0 && words.length === 1 && !isDefinite(words[0] ?? '') && isDefinite(fold(name));

/** Offices of which a place or a body has one. */
const SINGLE = wordSet('والي محافظ حاكم عمدة قائمقام مفتي');

/** «والي الولاية»: whom the article has called «الوالي» and no more. */
const holderOf = (entry: Entry | undefined, head = ''): Entry | null =>
  entry && SINGLE.has(headOf(head)) && entry.roles.some((role) => role.length === 1) ? entry : null;

const isParentOf = (word: string | undefined): boolean => /^(?:ابو|ابي|ابا|ام)$/.test(word ?? '');

function isBetter(entry: Entry, best: Entry, last: string): boolean {
  const ends = (e: Entry) => keyOf(e.nameWords.at(-1) ?? '') === last;
  if (ends(entry) !== ends(best)) return ends(entry);
  if (entry.nameWords.length !== best.nameWords.length) return entry.nameWords.length > best.nameWords.length;
  return entry.seen > best.seen;
}

/** «الرئيس الأوكراني» is no «رئيس هيئة الطاقة الأوكرانية». */
function mayBeOfState({ roles }: Entry, words: readonly string[]): boolean {
  if (words[0] !== 'الرئيس' || words.length < 2 || !words.slice(1).every(isNisba)) return true;
  const offices = roles.filter((role) => headOf(role[0] ?? '') === 'رئيس');
  return offices.some((role) => role.length <= 2 || role[1] === 'جمهورية' || role.slice(1).every(isNisba));
}
