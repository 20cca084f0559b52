import { digitsAt, readDigits } from './digit-groups.ts';
import { type Form, ofForm } from './forms.ts';
import { type Gender, isNeverNumber, isOrdinal, type NumberWord, numberWord } from './number-words.ts';
import type { Token } from './tokens.ts';

/** A number as it stands in a text: tokens [from, to). */
export interface NumberReading {
  from: number;
  to: number;
  /** Not always whole: «2.5 مليون» is 2,500,000, «5,9» is 5.9. «5ر2» of the agencies is 2.5. NaN where it cannot be read. */
  value: number;
  /** The last multiplier that is written (1 where there is none): «12 و15 ألف» shares it. */
  scale: number;
  digits: boolean;
  /** With «ال»: «السبعة». */
  definite: boolean;
  /** What stood before the first word: «و», «ب», «وب» … */
  before: string;
  /** Gender of the counted noun, where the number shows it. */
  counts: Gender | null;
}

interface FirstWord {
  before: string;
  definite: boolean;
  word: NumberWord;
}

const CONJUNCTIONS = new Set(['و', 'ف']);
const PREPOSITIONS = new Set(['ب', 'ل', 'ك']);

/** «وست نساء», «بست إصابات»: no other number word has two letters. */
const isSix = (text: string) => /^[وبل]ست$/.test(text);

/** A word's number reading with its clitics taken off, the whole word first. */
const firstWord = ofForm(({ text }): FirstWord | null => {
  if (isNeverNumber(text)) return null;
  const whole = numberWord(text);
  if (whole) return { before: '', definite: false, word: whole };
  let before = '';
  let rest = text;
  if (CONJUNCTIONS.has(rest[0] as string) && (rest.length > 3 || isSix(rest))) {
    before = rest[0] as string;
    rest = rest.slice(1);
  }
  if (PREPOSITIONS.has(rest[0] as string) && (rest.length > 3 || isSix(rest)) && !numberWord(rest)) {
    before += rest[0];
    rest = before.endsWith('ل') && rest[1] === 'ل' ? `ال${rest.slice(2)}` : rest.slice(1);
  }
  if (isNeverNumber(rest)) return null;
  const bare = numberWord(rest);
  if (bare) return { before, definite: false, word: bare };
  if (!rest.startsWith('ال')) return null;
  const word = numberWord(rest.slice(2));
  return word ? { before, definite: true, word } : null;
});

/** Whether a number may begin with the word. */
export const mayBeginNumber = (word: Form): boolean => firstWord(word) !== null;

/** The number that begins at token `at`, as long as it goes; null where none begins. */
export function readNumber(tokens: readonly Token[], at: number): NumberReading | null {
  const first = tokens[at];
  if (!first) return null;
  if (first.kind === 'number') {
    const { value, to } = digitsAt(tokens, at, first);
    const word = { is: 'digits', value } as const;
    return new Composition(
      tokens,
      at,
      { before: '', definite: false, word },
      scaleBehind(tokens, at, to),
    ).read();
  }
  if (first.kind !== 'word') return null;
  const read = firstWord(first.form);
  if (!read) return null;
  const previous = tokens[at - 1];
  if (read.word.is === 'unit' && read.word.value === 10 && previous && isOrdinal(previous.text)) return null;
  return new Composition(tokens, at, read).read();
}

const CLOSERS: Record<string, string> = { '(': ')', '«': '»', '"': '"', '“': '”' };

/** «(12)», «"12"»: whether a number at tokens [at, to) stands between marks of its own. */
export const isEnclosed = (tokens: readonly Token[], at: number, to: number): boolean => {
  const closer = CLOSERS[tokens[at - 1]?.text ?? ''];
  return closer !== undefined && tokens[to]?.text === closer;
};

/** «(12) ألف», «"3" آلاف»: the scale behind the marks is the number's too; else where its digits end. */
function scaleBehind(tokens: readonly Token[], at: number, to: number): number {
  if (!isEnclosed(tokens, at, to)) return to;
  const scale = tokens[to + 1]?.kind === 'word' ? numberWord((tokens[to + 1] as Token).text) : undefined;
  return scale?.is === 'multiplier' && scale.dual !== 'yes' ? to + 1 : to;
}

type Start = Omit<FirstWord, 'word'> & { word: NumberWord | { is: 'digits'; value: number } };

/** Adds up a number word by word: hundreds and units with tens make a group, a multiplier closes it. */
class Composition {
  readonly #tokens: readonly Token[];
  readonly #from: number;
  readonly #start: Start;
  #to: number;
  #total = 0;
  #group = 0;
  /** What may still be added to the group must be smaller than this. */
  #room = Number.POSITIVE_INFINITY;
  #scale = 1;
  #counts: Gender | null = null;

  constructor(tokens: readonly Token[], from: number, start: Start, to = from + 1) {
    this.#tokens = tokens;
    this.#from = from;
    this.#start = start;
    this.#to = to;
  }

  read(): NumberReading | null {
    if (!this.#begin()) return null;
    while (this.#extend());
    const { before, definite, word } = this.#start;
    return {
      from: this.#from,
      to: this.#to,
      value: Math.round((this.#total + this.#group) * 1000) / 1000,
      scale: this.#scale,
      digits: word.is === 'digits',
      definite,
      before,
      counts: this.#counts,
    };
  }

  #begin(): boolean {
    const { word } = this.#start;
    if (word.is === 'digits') {
      this.#group = word.value;
      // Only after a multiplier may digits go on: «22 ألفا و500», never «٢١و٢٢».
      this.#room = 0;
      return true;
    }
    if (word.is === 'fraction') {
      const next = this.#wordAt(this.#to);
      if (next?.is !== 'multiplier' || next.dual === 'yes') return false;
      this.#to++;
      this.#total = word.value * next.value;
      this.#scale = next.value;
      this.#room = 0;
      return true;
    }
    if (word.is === 'unit-in-compound') {
      const ten = this.#wordAt(this.#to);
      const isTeen = ten?.is === 'unit' && ten.value === 10;
      if (!isTeen && this.#joined(this.#to)?.word.is !== 'tens') return false;
    }
    return this.#add(word);
  }

  /** Takes the next words into the number, or says that it has ended. */
  #extend(): boolean {
    const next = this.#wordAt(this.#to);
    if (next?.is === 'multiplier' && next.dual !== 'yes' && this.#group > 0) {
      this.#to++;
      this.#close(next.value);
      return true;
    }
    const joined = this.#joined(this.#to);
    if (!joined) return false;
    const { word, length } = joined;
    if (word.is === 'fraction') {
      if (this.#group !== 0 || this.#scale === 1) return false;
      this.#to += length;
      this.#total += word.value * this.#scale;
      // «مليون ونصف المليون», «مليون ونصف مليون»
      const again = this.#tokens[this.#to]?.text;
      if (again === nameOf(this.#scale) || again === `ال${nameOf(this.#scale)}`) this.#to++;
      this.#scale = 1;
      return false;
    }
    const value = word.is === 'multiplier' ? (word.dual === 'yes' ? 2 * word.value : word.value) : word.value;
    const fitsGroup =
      word.is === 'tens' && this.#group % 100 > 0 && this.#group % 100 < 10 && this.#room >= 10
        ? true
        : value < this.#room && !this.#isTwice(word);
    const fitsTotal = this.#group === 0 && this.#scale > 1 && value < this.#scale;
    if (!(this.#group > 0 ? fitsGroup : fitsTotal)) return false;
    // «20 ألفا و25 ألفا» are two numbers.
    const again = this.#wordAt(this.#to + length);
    if (fitsTotal && again?.is === 'multiplier' && again.dual !== 'yes' && again.value >= this.#scale)
      return false;
    const to = this.#to;
    this.#to += length;
    if (word.is === 'digits') {
      this.#group = value;
      this.#room = 0;
      return true;
    }
    if (this.#add(word)) return true;
    this.#to = to;
    return false;
  }

  /** «ستة وسبعة آلاف» are two numbers. */
  #isTwice(word: NumberWord | { is: 'digits' }): boolean {
    const ones = this.#group % 100;
    return (word.is === 'unit' || word.is === 'unit-in-compound') && ones > 0 && ones < 10;
  }

  #add(word: NumberWord): boolean {
    switch (word.is) {
      case 'unit':
      case 'unit-in-compound': {
        const next = this.#wordAt(this.#to);
        if (next?.is === 'unit' && next.value === 10 && word.value > 0 && word.value < 10) {
          this.#to++;
          this.#group += 10 + word.value;
          this.#room = 0;
        } else if (next?.is === 'hundreds' && next.value === 100 && word.value > 2 && word.value < 10) {
          this.#to++;
          this.#group += 100 * word.value;
          this.#room = 100;
        } else {
          this.#group += word.value;
          this.#room = word.value > 0 && word.value < 10 ? 10 : 0;
          if (word.is === 'unit') this.#counts = word.counts;
        }
        return true;
      }
      case 'tens':
        this.#group += word.value;
        this.#room = 0;
        this.#counts = null;
        return true;
      case 'hundreds':
        this.#group += word.value;
        this.#room = 100;
        return true;
      case 'multiplier': {
        const once = word.dual === 'no' || (word.dual === 'before-noun' && !this.#nounFollows());
        this.#group = once ? 1 : 2;
        this.#close(word.value);
        return true;
      }
      default:
        return false;
    }
  }

  #close(multiplier: number): void {
    this.#total += this.#group * multiplier;
    this.#group = 0;
    this.#room = multiplier;
    this.#scale = multiplier;
    this.#counts = null;
  }

  /** «ألفا قتيل» are two thousand; «بلغت ألفاً» and «ألفاً في المدينة» are one. */
  #nounFollows(): boolean {
    const next = this.#tokens[this.#to];
    if (next?.kind !== 'word' || this.#joined(this.#to) !== null) return false;
    return !/^(?:في|فى|من|على|الى|الي|عن|مع|خلال|منذ|قبل|بعد|بين|حتى|و.{2,}|فقط)$/.test(next.text);
  }

  #wordAt(index: number): NumberWord | undefined {
    const token = this.#tokens[index];
    return token?.kind === 'word' ? numberWord(token.text) : undefined;
  }

  /** The number word or digits that «و» joins at `index`. */
  #joined(index: number): { word: NumberWord | { is: 'digits'; value: number }; length: number } | null {
    const token = this.#tokens[index];
    if (token?.kind !== 'word' || token.text[0] !== 'و') return null;
    if (token.text === 'و') {
      const next = this.#tokens[index + 1];
      if (next?.kind === 'number') return { word: { is: 'digits', value: readDigits(next.text) }, length: 2 };
      // «(15) ألفا و(300)»; «(5) آلاف و(3)» may be two numbers.
      const inBrackets = next?.text === '(' && this.#tokens[index + 3]?.text === ')' ? index + 2 : 0;
      const bracketed = this.#tokens[inBrackets];
      if (inBrackets > 0 && bracketed?.kind === 'number' && readDigits(bracketed.text) >= 100)
        return { word: { is: 'digits', value: readDigits(bracketed.text) }, length: 4 };
      const apart = this.#wordAt(index + 1);
      return apart ? { word: apart, length: 2 } : null;
    }
    if (numberWord(token.text)) return null;
    const bare = token.text.slice(1);
    // «السبعة والعشرين»
    const word = numberWord(bare) ?? (this.#start.definite ? numberWord(bare.replace(/^ال/, '')) : undefined);
    return word ? { word, length: 1 } : null;
  }
}

function nameOf(scale: number): string {
  return scale === 1000 ? 'الف' : scale === 1_000_000 ? 'مليون' : 'مليار';
}
