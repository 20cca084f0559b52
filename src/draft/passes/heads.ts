import { isDash, isOpeningMark, type Token } from '#arabic/tokens.ts';
import type { Attribution } from '#draft/context.ts';
import type { Reading } from '#draft/reading.ts';
import { speakerBeforeColon } from './colon-speaker.ts';
import type { FullSources } from './full-sources.ts';
import type { PeopleBook } from './people-book.ts';
import type { Range, SpeakerPhrase } from './speaker.ts';
import { isInstitution, isMedium, ORGANISATIONS_TRIE } from './speaker-words.ts';

/** A colon so far into a sentence has no speaker before it. */
const LAST_COLON = 16;
/** Lines below a head that are its words: «الدفاع المدني:» and what he did, line by line. */
const MOST_LINES = 8;

/** «الجيش: قُتل ستة», «طبيب في المستشفى: …», «الدفاع المدني:» over several lines: who says what bears no quotation marks. */
export class Heads {
  readonly found: Attribution[] = [];
  readonly #reading: Reading;
  readonly #book: PeopleBook;
  readonly #sources: FullSources;
  /** Whose words the next lines are, and how many may still be. */
  #over: Attribution | null = null;
  #lines = 0;

  constructor(reading: Reading, book: PeopleBook, sources: FullSources) {
    this.#reading = reading;
    this.#book = book;
    this.#sources = sources;
  }

  /** Somebody speaks in a sentence by a cue of its own; «وقالت الوزارة:» at the end of a line begins with the next. */
  spoke(sentence: Range, last: Attribution | undefined): void {
    const ends = this.#isLast(sentence, sentence.to - 1) && this.#textAt(sentence.to - 1) === ':';
    this.#over = ends && last ? last : null;
    this.#lines = 1;
  }

  /** A sentence without a cue of saying: its head, or the one above it. */
  hear(sentence: Range, index: number): void {
    const { tokens } = this.#reading;
    const end = Math.min(sentence.to, sentence.from + LAST_COLON);
    for (let i = sentence.from + 1; i < end; i++) {
      if (tokens[i]?.text !== ':' || tokens[i - 1]?.kind === 'number') continue;
      this.#over = null;
      const head = this.#headBefore(sentence, i, index);
      // «تحديث: الشرطة: ارتفاع الحصيلة»
      if (!head) continue;
      if (!this.#isLast(sentence, i)) this.found.push(head);
      else {
        this.#over = head;
        this.#lines = MOST_LINES;
      }
      return;
    }
    if (!this.#over || this.#lines-- <= 0) return;
    const { from, to } = sentence;
    this.found.push({
      ...this.#over,
      sentence: index,
      cue: { from, to: from },
      said: { from, to },
      written: null,
    });
  }

  #headBefore(sentence: Range, colon: number, index: number): Attribution | null {
    const phrase = speakerBeforeColon(this.#reading.tokens, sentence, colon);
    if (!phrase || this.#reading.tokens.slice(phrase.from, phrase.to).some(isDash)) return null;
    const isKnown = phrase.role !== null || this.#book.knows(phrase);
    const isNamed = isKnown && (phrase.role !== null || !this.#isByline(sentence, phrase, colon));
    if (!isNamed && !isBody(this.#reading.tokens, phrase)) {
      if (isKnown) this.#book.spoke(this.#book.resolve(phrase, null));
      return null;
    }
    const speaker = this.#book.resolve(phrase, null);
    // «وزير الدفاع: سنرد في الوقت المناسب»: what follows with a hidden subject is the minister's.
    if (isKnown) this.#book.spoke(speaker);
    return {
      sentence: index,
      cue: { from: colon, to: colon },
      said: { from: colon + 1, to: sentence.to },
      speaker: { name: speaker.name, role: speaker.role },
      source: this.#sources.of(speaker, phrase, sentence),
      written: { from: phrase.from, to: phrase.to },
      verb: null,
      strength: 'said',
    };
  }

  /** «كراتشي - سامي نصر:», a name that ends its line: who wrote it, and where. */
  #isByline(sentence: Range, { to }: SpeakerPhrase, colon: number): boolean {
    return this.#isLast(sentence, colon) || this.#reading.tokens.slice(sentence.from, to).some(isDash);
  }

  #textAt(at: number): string {
    return this.#reading.tokens[at]?.text ?? '';
  }

  #isLast({ to }: Range, at: number): boolean {
    for (let i = at + 1; i < to; i++) if (this.#reading.tokens[i]?.kind === 'word') return false;
    return true;
  }
}

/** «الجيش», «وزارة الصحة»; no paper or agency, which may stand over anybody's words, and no town. */
function isBody(tokens: readonly Token[], { from, kind }: SpeakerPhrase): boolean {
  const first = tokens[from]?.text ?? '';
  return (
    kind === 'body' &&
    tokens[from]?.kind === 'word' &&
    !isMedium(first) &&
    // «كراتشي - «الشرق الأوسط»:», the paper whose news it is.
    !(isOpeningMark(tokens[from - 1]) && (isDash(tokens[from - 2]) || tokens[from - 2]?.text === ':')) &&
    (isInstitution(first) || ORGANISATIONS_TRIE.longestAt(tokens, from) !== null)
  );
}
