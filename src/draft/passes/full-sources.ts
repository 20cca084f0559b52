import { fold } from '#arabic/fold.ts';
import { rememberWords } from '#arabic/remember-words.ts';
import { type Token, tokenLike } from '#arabic/tokens.ts';
import type { Person, Speaker } from '#draft/fact.ts';
import type { Reading } from '#draft/reading.ts';
import { nominative, wordsOf } from './book-entry.ts';
import { isRank } from './office-part.ts';
import { readBody } from './read-body.ts';
import { skip } from './skip-to-speaker.ts';
import { beginsTelling, endOfOffice, endOfSource } from './source-end.ts';
import type { Range, SpeakerPhrase } from './speaker.ts';
import { isClosed, isMasdar, isSelfTold } from './speaker-limits.ts';
import {
  isDefinite,
  isInstitution,
  isSomebodys,
  ORGANISATIONS_TRIE,
  placeEnd,
  possessedTitle,
  TITLES_TRIE,
} from './speaker-words.ts';
import { readWithout } from './subject-before.ts';
import { textOf } from './text-of.ts';

/** So many characters at most does a rank have. */
const LONGEST_RANK = 20;
/** «الشرطة وشهود ومسعفون»: so many may speak beside the first. */
const MOST_BESIDE = 2;

/**
 * How the article names those who say something most fully, office and name in its own words: «المتحدث باسم الوزارة سامي
 * نصر» for «نصر», «الشرطة وشهود عيان» where two speak.
 */
export class FullSources {
  readonly #reading: Reading;
  readonly #people: readonly Person[];
  readonly #byName = new Map<string, string>();
  /** By their first noun without its article, who was last called by more than it. */
  readonly #byHead = new Map<string, string>();

  constructor(reading: Reading, people: readonly Person[]) {
    this.#reading = reading;
    this.#people = people;
  }

  /** `phrase`: the speaker as this sentence has it, null where it is hidden. */
  of({ name, role }: Speaker, phrase: SpeakerPhrase | null, sentence: Range): string | null {
    const plain = name ?? role;
    if (plain === null) return null;
    const written = phrase && this.#written(phrase, plain, sentence);
    const isItself = phrase !== null && this.#isNobodyElse(phrase);
    const known = isItself ? null : (this.#byName.get(plain) ?? this.#titled(plain, role));
    const named = written && written.length >= (known?.length ?? 0) ? written : (known ?? plain);
    const whole = named === plain ? (this.#meant(plain) ?? plain) : named;
    this.#byName.set(plain, whole);
    if (whole.includes(' ')) this.#byHead.set(headOf(whole), whole);
    return phrase ? whole + this.#beside(phrase, sentence) : whole;
  }

  /** Office and name as they stand here; null where the article has a fuller name elsewhere. */
  #written(phrase: SpeakerPhrase, plain: string, sentence: Range): string | null {
    const { tokens } = this.#reading;
    const { from, to, name, role, without } = phrase;
    const text = (start: number, end: number) =>
      nominative(textOf(this.#reading, { from: start, to: end }, start === from ? without : undefined));
    if (!name || !role) {
      const end = endOfSource(tokens, phrase, sentence.to);
      // «بيان صادر عن الوزارة في بنزرت»: she says it.
      const behind = name !== null && tokens[from]?.kind === 'word' ? name.from : from;
      if (end > to || this.#isNobodyElse(phrase)) return text(phrase.kind === 'body' ? behind : from, end);
      return null;
    }
    if (textOf(this.#reading, name) !== plain || possessedTitle((tokens[role.from] as Token).form))
      return null;
    // «سامي نصر وهو أحد السكان»: who he is, told beside his name.
    if (isSelfTold(tokens[role.from - 1])) return null;
    const start = isRank(tokens, from, from + 1) ? from : Math.min(name.from, role.from);
    const marked = to === name.to + 1;
    return text(start, marked ? to : endOfOffice(tokens, phrase, sentence.to));
  }

  /** «المتحدث», «المرصد السوري»: who was called by the whole of an office or a name before. */
  #meant(plain: string): string | null {
    const head = headOf(plain);
    if (!REFERRING.test(head) || !plain.startsWith('ال')) return null;
    const whole = this.#byHead.get(head);
    if (whole === undefined || whole.length <= plain.length) return null;
    const rest = plain.split(' ').slice(1).join(' ');
    return rest === '' || isOfItsKind(rest) || fold(whole).startsWith(`${fold(plain)} `) ? whole : null;
  }

  /** «مصدر مطلع», «مصادر في المحافظة»: whoever they are, nobody who was named before. */
  #isNobodyElse({ from, name, role }: SpeakerPhrase): boolean {
    const title = role && !name ? TITLES_TRIE.longestAt(this.#reading.tokens, from) : null;
    if (!title || role?.from !== from || isDefinite(this.#reading.tokens[from]?.text ?? '')) return false;
    return title.value.kind === 'person' || title.value.kind === 'plural';
  }

  /** The office before or behind a name, where the article has the two together. */
  #titled(name: string, role: string | null): string | null {
    const { text } = this.#reading.article;
    for (const office of [this.#people.find((p) => p.name === name)?.role, role]) {
      // «مديرته نادية الزين»: of somebody who is not named there.
      if (!office || office === name || isSomebodys(office)) continue;
      const whole = [`${office} ${name}`, `${office}، ${name}`, `${name}، ${office}`, `${name} ${office}`];
      const found = whole.find((w) => text.includes(w)) ?? this.#ranked(office, name);
      if (found) return found;
    }
    return null;
  }

  /** «المتحدث باسم الدفاع المدني العقيد سامي نصر»: a rank between the office and the name. */
  #ranked(office: string, name: string): string | null {
    const { text } = this.#reading.article;
    const from = text.indexOf(`${office} `);
    const at = from < 0 ? -1 : text.indexOf(name, from + office.length + 1);
    if (at < 0 || at - from > office.length + LONGEST_RANK) return null;
    const rank = wordsOf(text.slice(from + office.length + 1, at));
    const isRank = rank.every((word) => TITLES_TRIE.get(word)?.kind === 'rank');
    return isRank ? text.slice(from, at + name.length).replace(/\s+/g, ' ') : null;
  }

  /** Those who are joined to a speaker with «و», up to where what they say begins. */
  #beside({ to }: SpeakerPhrase, sentence: Range): string {
    const { tokens } = this.#reading;
    let end = to;
    for (let n = 0; n < MOST_BESIDE; n++) {
      const { text = '' } = tokens[end] ?? {};
      const other = otherEnd(tokens, end, sentence.to);
      if (other !== null) {
        end = other;
        continue;
      }
      if (text[0] !== 'و' || text.length < 4 || !isSomebody(this.#reading, end)) break;
      const next = readWithout(tokens, end, sentence.to, 'و');
      if (next?.from !== end) break;
      end = next.to;
    }
    // «… ومكتب الصحة في عدن»
    const place = end > to && tokens[end]?.text === 'في' ? placeEnd(tokens, end + 1) : 0;
    if (place > end + 1) end = place;
    const after = skip(tokens, end, sentence.to);
    const next = tokens[after]?.text ?? '';
    // «الشرطة وخفر السواحل انتشال …»
    // «أشارت مصادر أهلية وفي الحرس إلى مقتل …»
    const tells = beginsTelling(next) || isMasdar(next) || /^(?:الى|الي|عن)$/.test(next);
    const ends = after >= sentence.to || isClosed(tokens, after) || tells;
    return end > to && ends ? ` ${textOf(this.#reading, { from: to, to: end })}` : '';
  }
}

/** Nouns that alone mean who was named before; «الشرطة» may be any. */
/** «المنظمة غير الحكومية»: what it is, and no other name. */
const isOfItsKind = (rest: string): boolean =>
  /^(?:غير الحكومية|الحقوقية|الإنسانية|الخيرية|المذكورة|نفسها|ذاتها)$/.test(rest);

const REFERRING =
  /^(?:مصدر|مصادر|متحدث[ةه]?|ناطق[ةه]?|مسؤول[ةه]?|مسؤولون|مرصد|شبك[ةه]|منظم[ةه]|وكال[ةه]|صحيف[ةه]|قنا[ةه]|وزار[ةه]|جماع[ةه]|حرك[ةه]|بعث[ةه]|هيئ[ةه]|جمعي[ةه]|لجن[ةه]|خلي[ةه]|مركز|مكتب|مجلس|سكان|شهود|صحف|تلفزيون|اذاع[ةه]|مديري[ةه]|تنسيقي[ةه]|مفوضي[ةه])$/;

const isAnother = tokenLike(/^واخر(?:ى|ون|ين)?$/);
const isOf = tokenLike(/^و?(?:في|فى|من)$/);

/** «مصادر محلية وفي المقاومة», «مسؤول في الوزارة وآخر في الشرطة»: where the body of the other ends; null where none is. */
function otherEnd(tokens: readonly Token[], at: number, end: number): number | null {
  const of = isAnother(tokens[at]) ? at + 1 : at;
  if (!isOf(tokens[of]) || (of === at && tokens[at]?.text !== 'وفي')) return null;
  return isInstitution(tokens[of + 1]?.text ?? '') ? readBody(tokens, of + 1, end).to : null;
}

const headOf = rememberWords((name: string) => fold(name.split(' ', 1)[0] ?? '').replace(/^ال/, ''));

/** Whether «و» is written on an office, a body or several people. */
function isSomebody({ tokens }: Reading, at: number): boolean {
  if (isInstitution((tokens[at]?.text ?? '').slice(1))) return true;
  if (TITLES_TRIE.longestAt(tokens, at, 'conjunction')) return true;
  return ORGANISATIONS_TRIE.longestAt(tokens, at, 'conjunction') !== null;
}
