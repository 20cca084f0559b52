import { withoutLam } from '#arabic/clitics.ts';
import { type Form, formOf, ofForm } from '#arabic/forms.ts';
import { speechOf } from '#arabic/speech.ts';
import { isComma, type Token, tokenLike } from '#arabic/tokens.ts';
import type { Context, PersonMention } from '#draft/context.ts';
import type { Person } from '#draft/fact.ts';
import { evidenceOfTokens, type Reading } from '#draft/reading.ts';
import { behindHonoured } from './behind-honoured.ts';
import { isCounterpart } from './book-entry.ts';
import { isPeopleWord } from './casualty-words.ts';
import { isHonour } from './honoured.ts';
import { isAge, nameEndingAtAge } from './name-before-age.ts';
import { isRival, type Naming, officeAlone, rivalAt, toldOf, withOffices } from './office-and-name.ts';
import { isLate, officePart } from './office-part.ts';
import { onlyFull } from './only-full.ts';
import { areOrdinary } from './ordinary-name.ts';
import { quotedTokens } from './quoted-tokens.ts';
import { cutClitic, type Range, type SpeakerPhrase } from './speaker.ts';
import { endsDescription, isClosed, isInsideName, NAME_PARTS } from './speaker-limits.ts';
import { readSpeaker } from './speaker-phrase.ts';
import {
  isDefinite,
  isGivenName,
  isInstitution,
  isOrdinaryWord,
  isSomebodys,
  placeEnd,
  TITLES_TRIE,
  withoutArticle,
} from './speaker-words.ts';
import { readWithout } from './subject-before.ts';
import { isSurnameBehind, isSurnameHere } from './surnames.ts';
import { textOf } from './text-of.ts';

/** The people that the article names by title and name, or as speakers by their full name. */
export function findPeople(reading: Reading, context: Readonly<Context>): Partial<Context> {
  const people: Person[] = [];
  const mentions: PersonMention[] = [];
  const indexOf = new Map<string, number>();
  for (const { name: range, role, without } of trimmed(
    reading,
    findNamings(reading, quotedTokens(reading, context)),
  )) {
    const name = textOf(reading, range);
    const roleText = role ? textOf(reading, officePart(reading.tokens, role), without) : null;
    let index = indexOf.get(name);
    if (index === undefined) {
      index = people.length;
      indexOf.set(name, index);
      people.push({ name, role: roleText, evidence: evidenceOfTokens(reading, range.from, range.to) });
    } else if (roleText && saysNothing(people[index]?.role ?? null))
      people[index] = { ...(people[index] as Person), role: roleText };
    mentions.push({ ...range, person: index });
  }
  return onlyFull(people, mentions);
}

/** «رئيسها»: of what is said elsewhere; another office of the same person says more. */
const saysNothing = (role: string | null) => role === null || role.startsWith('نظير') || isSomebodys(role);

/** What a word may be the beginning of; null for most. */
const opening = ofForm((form) => {
  const mayBeTitle = form.kind === 'word' && TITLES_TRIE.begins(form, 'conjunction');
  const isFirstName = isGivenName(form.text);
  const word = speechOf(form);
  const speech = word?.form === 'verb' && word.introduces === 'often' ? word : null;
  const governed = !mayBeTitle && !isFirstName ? titleGovernedBy(form) : null;
  return mayBeTitle ||
    isFirstName ||
    speech ||
    governed ||
    isRival(form) ||
    isCounterpart(form) ||
    isHonour(form)
    ? { mayBeTitle, isFirstName, speech, governed }
    : null;
});

/** «لوزير الخارجية», «بالرئيس»: the preposition that is written on what may begin an office. */
function titleGovernedBy({ kind, text }: Form): 'ل' | 'ب' | null {
  const clitic = text[0];
  if (kind !== 'word' || text.length < 5 || (clitic !== 'ل' && clitic !== 'ب')) return null;
  const rest = formOf(clitic === 'ل' ? withoutLam(text) : text.slice(1), 'word');
  return TITLES_TRIE.begins(rest) ? clitic : null;
}

const isDoing = tokenLike(/^م.ا.[^ي][ةه]$/);

/** «لوزير الخارجية سامي نصر»: nobody else stands behind it to end the name, so it ends before the first common word. */
function wholeName(tokens: readonly Token[], phrase: SpeakerPhrase | null): SpeakerPhrase | null {
  if (!phrase?.name || !phrase.role) return null;
  const { from, to } = phrase.name;
  const [head] = tokens.slice(phrase.role.from, phrase.role.to);
  // «لمساعدة المدينة الآن»: what is done, and nobody's office.
  if (isDoing(head && cutClitic(head))) return null;
  let end = from + 1;
  while (end < to && mayGoOn(tokens, end, from)) end++;
  return end - from < 2 ? null : { ...phrase, name: { from, to: end }, to: end };
}

function mayGoOn(tokens: readonly Token[], at: number, from: number): boolean {
  const { text, form } = tokens[at] as Token;
  if (isGivenName(text) || NAME_PARTS.has(text) || NAME_PARTS.has(tokens[at - 1]?.text ?? '')) return true;
  if (isSurnameHere(tokens, at) || isSurnameBehind(tokens, at) || /^ال(?:دين|له|اسلام)$/.test(text))
    return true;
  // «هادي انتزعت»: a verb.
  if (text[0] === 'و' || /.{3}ت$/.test(text) || endsDescription(form)) return false;
  // A surname may be a common word in the news.
  return !isOrdinaryWord(text) || (at === from + 1 && text.length > 4);
}

function findNamings(reading: Reading, quoted: (at: number) => boolean): Naming[] {
  const { tokens } = reading;
  const namings: Naming[] = [];
  const claimed = new Set<number>();
  const offices: Range[] = [];
  const add = (phrase: SpeakerPhrase | null) => {
    if (phrase?.kind !== 'person' || !phrase.name) return;
    const { name, role, without } = phrase;
    const first = tokens[name.from]?.text ?? '';
    // «والرئيس السابق سامي نصر»; «وطالب قائدي المركبات» asks.
    if (without && !(role && isGivenName(first))) return;
    if (name.to - name.from < 2 && !(role && isGivenName(first))) return;
    if (placeEnd(tokens, name.from) >= name.to) return;
    // «قالت إحصائية رسمية»: no name, though it speaks.
    if (role ? isVerbOrThing(tokens, name) : areOrdinary(tokens, name)) return;
    // «الإدارة المكلفة برئاسة سامي نصر»: he leads, and is not what is led.
    if (role && isUnder(tokens[role.to - 1])) return;
    // «مؤسسة الملك عبدالعزيز»: whom a house is named after.
    if (role && behindHonoured(tokens, role.to - 1) > role.to) return;
    // «والجنرال سامي نصر رئيس الأركان»: the letter stands on the rank, and not on the office.
    const onRole = role?.from === phrase.from ? without : undefined;
    namings.push({ name, role, without: onRole, closed: isClosed(tokens, name.to) });
  };
  for (const { from, to } of reading.sentences) {
    const told = offices.length > 0 ? toldOf(tokens, from, to) : null;
    if (told) namings.push({ name: told, role: null, closed: true });
    for (let i = from; i < to; ) {
      const token = tokens[i] as Token;
      const aged = token.kind === 'mark' && isAge(tokens, i) ? nameEndingAtAge(tokens, i) : null;
      if (aged) namings.push({ name: aged, role: null, closed: true });
      const opened = opening(token.form);
      if (!opened) {
        i++;
        continue;
      }
      const { mayBeTitle, isFirstName, speech, governed } = opened;
      // «التقى بوزير الخارجية سامي نصر»
      if (governed) add(wholeName(tokens, readWithout(tokens, i, to, governed, true)));
      // «استقبل الوزير نظيره الإيطالي كارلو نصر»
      const other = isCounterpart(token) ? readSpeaker(tokens, i, to, true) : null;
      if (other?.from === i) add(other);
      const rival = rivalAt(tokens, i, to);
      if (rival) namings.push({ name: rival, role: null, closed: isClosed(tokens, rival.to) });
      const titled =
        mayBeTitle &&
        tokens[i - 1]?.text !== 'عبد' &&
        TITLES_TRIE.longestAt(tokens, i, 'conjunction') !== null;
      const phrase = titled ? titledAt(tokens, i, to) : null;
      // «جاكوب أيبن، المتحدث باسم رئيسة المفوضية، نكوسازانا زوما»: hers is the office inside his.
      if (phrase?.from === i && !claimed.has(i))
        add(isOfOffice(tokens, i) ? { ...phrase, role: null } : phrase);
      const office = phrase?.from === i ? officeAlone(reading, phrase, { from, to }) : null;
      if (office) offices.push(office);
      // «بحضور معالي سامي نصر وزير النقل»
      const called = isHonour(token.form) && isGivenName(tokens[i + 1]?.text ?? '');
      if (called && TITLES_TRIE.longestAt(tokens, i + 1) === null) add(readSpeaker(tokens, i + 1, to));
      // «زار جيم كرافت المدينة»: whoever speaks by that surname further on.
      if (isFirstName && isSurnameHere(tokens, i + 1)) {
        // «هيلاري وينتر-لوبيز»
        const name = { from: firstOf(tokens, i), to: isInsideName(tokens, i + 2) ? i + 4 : i + 2 };
        namings.push({ name, role: roleBehind(tokens, name, to), closed: true });
      }
      const word = quoted(i) ? null : speech;
      if (word) {
        const spoken = readSpeaker(tokens, i + 1, to, word.takesObject || word.doubtful);
        const role = spoken?.role ?? null;
        const namedFirst = role !== null && spoken?.name && spoken.name.from < role.from;
        if (namedFirst) claimed.add(role.from);
        if (!role || namedFirst) add(spoken);
      }
      i = phrase?.from === i && phrase.name && !claimed.has(i) ? Math.max(phrase.to, i + 1) : i + 1;
    }
  }
  return withOffices(reading, namings, offices);
}

/** «لاعب يشغل خانة», «جندي بإطلاق النار»: what somebody does, or what something is done to. */
function isVerbOrThing(tokens: readonly Token[], { from, to }: Range): boolean {
  const { text = '' } = tokens[from] ?? {};
  if (isGivenName(text)) return false;
  if (to - from === 1) return isDefinite(text) && isOrdinaryWord(withoutArticle(text));
  return (
    /^[يت].{3,}$|^.{3,}ت$/.test(text) && isOrdinaryWord(text) && !isGivenName(tokens[from + 1]?.text ?? '')
  );
}

const isUnder = tokenLike(/^ب(?:رئاسة|قيادة|زعامة|اشراف|ادارة)$/);
const isAdjective = tokenLike(/^ال.{2,}ي[ةه]?$/);

/** «وزير الخارجية سامي نصر», «والرئيس السابق سامي نصر»: whoever has the title at a token. */
function titledAt(tokens: readonly Token[], at: number, end: number): SpeakerPhrase | null {
  if (TITLES_TRIE.longestAt(tokens, at)) {
    const titled = readSpeaker(tokens, at, end, true);
    // «إن الفقيد خدم وطنه»: what he did.
    const isDeed =
      isLate(tokens[at]) && titled?.name?.from === at + 1 && !isGivenName(tokens[at + 1]?.text ?? '');
    return isDeed ? null : titled;
  }
  // A sign ends the name as well as the verb whose object follows.
  const whole = readWithout(tokens, at, end, 'و');
  const closed = whole?.name && isClosed(tokens, whole.name.to);
  return closed ? whole : readWithout(tokens, at, end, 'و', true);
}

/** «للمكتب الإعلامي»: the office, and nobody in it. */
function isOfOffice(tokens: readonly Token[], at: number): boolean {
  if (!isAdjective(tokens[at])) return false;
  const before = (tokens[at - 1]?.text ?? '')
    .replace(/^(?:[وفبك](?=ال)|ل(?=ل))/, '')
    .replace(/^لل?(?=.{3})/, 'ال');
  return isDefinite(before) && isInstitution(before);
}

/** «منافسه جيم كرافت، زعيم الحزب»: the office behind a comma. */
function roleBehind(tokens: readonly Token[], name: Range, end: number): Range | null {
  const office = isComma(tokens[name.to]) ? readSpeaker(tokens, name.to + 1, end) : null;
  return office?.from === name.to + 1 && !office.name ? office.role : null;
}

/** «جان بيير كرافت»: the first of several first names. */
function firstOf(tokens: readonly Token[], at: number): number {
  let from = at;
  while (from > 0 && at - from < 2 && isGivenName(tokens[from - 1]?.text ?? '')) from--;
  return from;
}

const isPeople = (token: Token | undefined) =>
  token !== undefined &&
  isDefinite(token.text) &&
  isPeopleWord(token.text) &&
  !isGivenName(withoutArticle(token.text));
const isObject = tokenLike(
  /^(?:العالم|المجتمع|الجميع|الامر|الحضور|الشعب|الناس|الدول|الدولة|السلطات|الحكومة)$/,
);

/** A name with no sign after it ends where the same name ends elsewhere: «رامي نصر رضوخ …» beside «رامي نصر:». */
function trimmed(reading: Reading, namings: readonly Naming[]): Naming[] {
  const { tokens } = reading;
  const key = (from: number, to: number) =>
    tokens
      .slice(from, to)
      .map((t) => t.text)
      .join(' ');
  // Asked of names of three words and more that no sign ends: there are few of them.
  let ends: ReadonlySet<string> | null = null;
  const endsElsewhere = (from: number, to: number): boolean => {
    ends ??= new Set(namings.filter((n) => n.closed).map((n) => key(n.name.from, n.name.to)));
    return ends.has(key(from, to));
  };
  const surnames = new Set(namings.filter((n) => n.closed).map((n) => tokens[n.name.to - 1]?.text ?? ''));
  // «وناشد مسعد العالم»: whom the article names in full elsewhere, and an object.
  const holdsObject = ({ name: { from, to }, role }: Naming) =>
    !role &&
    to - from === 2 &&
    surnames.has(tokens[from]?.text ?? '') &&
    (isObject(tokens[from + 1]) || isPeople(tokens[from + 1]));
  return namings
    .filter((naming) => !holdsObject(naming))
    .map((naming) => {
      if (naming.closed) return naming;
      const { from, to } = naming.name;
      for (let end = to - 1; end - from >= 2; end--)
        if (endsElsewhere(from, end)) return { ...naming, name: { from, to: end } };
      return naming;
    });
}
