import { wordSet } from '#arabic/fold.ts';
import { testOfForm } from '#arabic/forms.ts';
import { isComma, type Token } from '#arabic/tokens.ts';
import type { Reading } from '#draft/reading.ts';
import { canBeginName } from './begins-name.ts';
import { wordsOf } from './book-entry.ts';
import { readName } from './read-name.ts';
import type { Range, SpeakerPhrase } from './speaker.ts';
import { readSpeaker } from './speaker-phrase.ts';
import {
  isDefinite,
  isGivenName,
  isNisba,
  isOrdinaryWord,
  JOINERS,
  placeEnd,
  TITLES_TRIE,
  withoutArticle,
} from './speaker-words.ts';
import { textOf } from './text-of.ts';

/** A person by name, with the office that stands beside the name. */
export interface Naming {
  name: Range;
  role: Range | null;
  /** A letter on the first word of the role that is no part of it. */
  without?: SpeakerPhrase['without'];
  /** The text itself says where the name ends. */
  closed: boolean;
}

/** Offices whose holder a reader is taken to know: the article may name them in its next sentence only. */
const KNOWN_OFFICES = wordSet('رئيس رئيسة وزير وزيرة محافظ والي حاكم حاكمة عمدة عاهل ملك مدرب');
/** The subject of a sentence stands within so many words of its beginning. */
const FIRST_WORDS = 3;
/** «لقاء وزير الخارجية»: somebody's meeting is the subject, and not he. */
const GOVERNS = /^(?:[وف]?ال.+|.{2,}[ةه]|[وف]?(?:لقاء|اجتماع|قرار|اعلان|وصول|بيان|مكتب|نائب|مقر|ان|بان))$/;

/** «أما الرئيس الأنغولي فرأى», «ووصف رئيس الوزراء البلجيكي الحريق»: a known office without a name, as a subject. */
export function officeAlone({ tokens }: Reading, phrase: SpeakerPhrase, sentence: Range): Range | null {
  const { from, name, role } = phrase;
  if (name || !role || role.to - role.from < 2 || from - sentence.from > FIRST_WORDS) return null;
  if (!KNOWN_OFFICES.has(withoutArticle(tokens[role.from]?.text ?? ''))) return null;
  // «رئيسة "اتحاد الرسامين"»
  const marked = tokens[role.to - 1]?.kind === 'mark';
  const last = marked ? role.to - 2 : role.to - 1;
  if (!marked && !isDefinite(tokens[last]?.text ?? '') && placeEnd(tokens, last) === last) return null;
  const before = from > sentence.from ? (tokens[from - 1]?.text ?? '') : '';
  if (JOINERS.has(before) || GOVERNS.test(before)) return null;
  // «الرئيس البلجيكي الحريق»: what he spoke of stands behind his nationality.
  const nation = tokens.slice(role.from, role.to).findIndex((t) => isDefinite(t.text) && isNisba(t.text));
  return { from: role.from, to: marked || nation < 0 ? role.to : role.from + nation + 1 };
}

/** «المهندس طارق», «الدكتور هاني»: how one speaks of people, and no office. */
const POLITE = wordSet('المهندس المهندسة الأستاذ الأستاذة الشيخ الشيخة المستشار المستشارة');

function isPolite(tokens: readonly Token[], role: Range): boolean {
  if (role.to - role.from > 1) return false;
  const text = tokens[role.from]?.text ?? '';
  return POLITE.has(text) || TITLES_TRIE.get(text)?.kind === 'rank';
}

export const isRival = testOfForm(({ text }) =>
  /^[وف]?[بلك]?(?:منافس|خصم|غريم|سلف|خلف)ت?(?:ه|ها|هم)$/.test(text),
);
/** «منافسه الجمهوري الأبرز» */
const MOST_ADJECTIVES = 3;

/** «لمنافسه الرئيسي أداما ديالو», «على خصمه سامي نصر»: the name of a rival, told beside whoever won. */
export function rivalAt(tokens: readonly Token[], at: number, end: number): Range | null {
  if (!isRival((tokens[at] as Token).form)) return null;
  let from = at + 1;
  while (from < at + MOST_ADJECTIVES && isDefinite(tokens[from]?.text ?? '')) from++;
  if (from >= end || !canBeginName(tokens, from)) return null;
  const name = readName(tokens, from, end, true);
  return name.to - name.from > 1 ? name : null;
}

/** «وكان جواو مينديش، الذي …»: a sentence that begins with a foreign name, and tells more of its bearer. */
export function toldOf(tokens: readonly Token[], at: number, end: number): Range | null {
  if (!/^[وف]?كانت?$/.test(tokens[at]?.text ?? '')) return null;
  const phrase = readSpeaker(tokens, at + 1, end);
  if (phrase?.from !== at + 1 || phrase.kind !== 'person' || !phrase.name || phrase.role) return null;
  const { name } = phrase;
  const first = tokens[name.from]?.text ?? '';
  const tells = isComma(tokens[name.to]) && /^(?:الذي|التي)$/.test(tokens[name.to + 1]?.text ?? '');
  const isName = name.to - name.from > 1 && (isGivenName(first) || !isOrdinaryWord(first));
  return tells && isName ? name : null;
}

/**
 * «ووصف رئيس الوزراء الحريق بأنه …. وقال توماس فيرهايدن خلال زيارته …»: a name that the article gives without an office,
 * right behind an office without a name, is its holder's, unless the article names another.
 */
export function withOffices(reading: Reading, namings: Naming[], offices: readonly Range[]): Naming[] {
  if (offices.length === 0) return namings;
  const { tokens, sentences } = reading;
  const keyOf = (range: Range) => textOf(reading, range);
  const held = namings.flatMap(({ role }) => (role ? [wordsOf(keyOf(role)).map(withoutArticle)] : []));
  const open = offices.filter((office) => {
    const [head, ...rest] = wordsOf(keyOf(office)).map(withoutArticle);
    return !held.some((role) => role[0] === head && rest.every((word) => role.includes(word)));
  });
  const sentenceOf = (at: number) => sentences.findIndex((s) => s.to > at);
  const taken = new Map<Naming, Range>();
  for (const office of open) {
    const limit = sentences[sentenceOf(office.from) + 1]?.to ?? tokens.length;
    const next = namings
      .filter(({ name }) => name.from >= office.to && name.from < limit)
      .reduce<Naming | null>((a, b) => (a && a.name.from <= b.name.from ? a : b), null);
    if (!next || taken.has(next)) continue;
    const polite = next.role === null || isPolite(tokens, next.role);
    const key = keyOf(next.name);
    const known = namings.some((n) => n.name.from < office.from && keyOf(n.name) === key);
    const told =
      /^[(،,]$/.test(tokens[next.name.to]?.text ?? '') && tokens[next.name.to + 1]?.kind === 'number';
    if (polite && !known && !told) taken.set(next, office);
  }
  return namings.map((naming) => {
    const role = taken.get(naming);
    return role ? { ...naming, role } : naming;
  });
}
