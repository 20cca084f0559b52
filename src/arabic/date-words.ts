import { createRequire } from 'node:module';
import { fold } from './fold.ts';
import { Trie } from './trie.ts';

/** What a word or phrase of a date is: 1 is Monday, January, Muharram. */
export type DateWord =
  | { kind: 'weekday'; weekday: number }
  | { kind: 'month'; month: number }
  | { kind: 'hijri-month'; month: number }
  | { kind: 'relative'; days: number };

/** «قبل الماضي», «الماضي», «المقبل»: weeks or months from the one of publication. */
export type Turn = -2 | -1 | 1;

interface DatesFile {
  weekdays: string[][];
  months: string[][];
  hijriMonths: string[][];
  relative: Record<string, string[]>;
  past: string[];
  secondPast: string[];
  future: string[];
  dayNouns: string[];
  ordinals: string[];
  thisMonth: string[];
  otherDayBefore: string[];
  otherDayBehind: string[];
  namedToday: string[];
  namedAfterDay: string[];
  planned: string[];
}

export interface DateWords {
  words: Trie<DateWord>;
  direction: Trie<Turn>;
  dayNouns: Trie<true>;
  /** «السابع», «الحادي والثلاثين»: the day of a month. */
  ordinals: Trie<number>;
  thisMonth: ReadonlySet<string>;
  /** Beside «اليوم» where it is not the day of publication. */
  otherDayBefore: ReadonlySet<string>;
  otherDayBehind: ReadonlySet<string>;
  /** Before «اليوم» in the name of a paper. */
  namedToday: ReadonlySet<string>;
  /** «شارع», «ثورة»: before a day that is their name. */
  namedAfterDay: ReadonlySet<string>;
  /** Words that tell of what is to come. */
  planned: ReadonlySet<string>;
}

let loaded: DateWords | null = null;

/** The words of `data/dates.json`, folded; read at the first draft. */
export function dateWords(): DateWords {
  loaded ??= build(createRequire(import.meta.url)('./data/dates.json') as DatesFile);
  return loaded;
}

function build(file: DatesFile): DateWords {
  const words = new Trie<DateWord>();
  file.weekdays.forEach((names, i) => {
    for (const name of names) words.add(name, { kind: 'weekday', weekday: i + 1 });
  });
  file.months.forEach((names, i) => {
    for (const name of names) words.add(name, { kind: 'month', month: i + 1 });
  });
  file.hijriMonths.forEach((names, i) => {
    for (const name of names) words.add(name, { kind: 'hijri-month', month: i + 1 });
  });
  for (const [days, names] of Object.entries(file.relative))
    for (const name of names) words.add(name, { kind: 'relative', days: Number(days) });
  const direction = new Trie<Turn>();
  for (const word of file.past) direction.add(word, -1);
  for (const word of file.secondPast) direction.add(word, -2);
  for (const word of file.future) direction.add(word, 1);
  const dayNouns = new Trie<true>();
  for (const word of file.dayNouns) dayNouns.add(word, true);
  const ordinals = new Trie<number>();
  file.ordinals.forEach((name, i) => {
    ordinals.add(name, i + 1);
  });
  const setOf = (list: string[]) => new Set(list.map(fold));
  return {
    words,
    direction,
    dayNouns,
    ordinals,
    thisMonth: setOf(file.thisMonth),
    otherDayBefore: setOf(file.otherDayBefore),
    otherDayBehind: setOf(file.otherDayBehind),
    namedToday: setOf(file.namedToday),
    namedAfterDay: setOf(file.namedAfterDay),
    planned: setOf(file.planned),
  };
}
