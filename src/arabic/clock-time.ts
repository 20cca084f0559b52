import { toLatinDigits } from './digits.ts';
import { foldForSearch } from './fold.ts';

/** Hours by their names, «الثامنة» = 8, folded for search. */
const HOURS = new Map(
  'الواحدة الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة العاشرة الحادية_عشرة الثانية_عشرة'
    .split(' ')
    .map((word, i) => [foldForSearch(word.replace('_', ' ')), i + 1]),
);

const MINUTES = new Map([
  ['والنصف', 30],
  ['ونصف', 30],
  ['والربع', 15],
  ['وربع', 15],
  ['الا ربعا', -15],
  ['الا ربع', -15],
]);

const MORNING = new Set(['صباحا', 'صباح', 'ص', 'فجرا', 'فجر', 'am', 'ضحي']);
const AFTERNOON = new Set(['مساء', 'مسا', 'م', 'ظهرا', 'عصرا', 'ليلا', 'بعد الظهر', 'pm'].map(foldForSearch));
const NOISE = new Set(['الساعه', 'ساعه', 'في', 'عند', 'at', 'يوميا']);

/** A time found at the beginning of some words, and the words after it. */
export interface FoundTime {
  /** `HH:MM`, 24 hours. */
  time: string;
  /** How many of the words it took. */
  words: number;
}

/**
 * The time of day that the words begin with: «08:00»، «8»، «٨ صباحاً»، «8:30 مساءً»، «20.15»، «8pm»، «الثامنة والنصف مساء».
 * Null where they begin with something else; `invalid` where it has the form of a time and is none (99:99).
 */
export function readClockTime(words: readonly string[]): FoundTime | 'invalid' | null {
  const folded = words.map((w) => foldForSearch(toLatinDigits(w)));
  let i = 0;
  while (NOISE.has(folded[i] ?? '')) i++;
  const start = readHour(folded, i);
  if (start === null) return null;
  if (start === 'invalid') return 'invalid';
  let { hour, minute, half } = start;
  i = start.next;
  const fraction = MINUTES.get(folded[i] ?? '') ?? MINUTES.get(`${folded[i]} ${folded[i + 1]}`);
  if (fraction !== undefined && minute === 0 && half !== 'clock') {
    i += MINUTES.has(folded[i] ?? '') ? 1 : 2;
    minute = fraction < 0 ? 60 + fraction : fraction;
    if (fraction < 0) hour = hour === 1 ? 12 : hour - 1;
  }
  const part = folded[i] ?? '';
  if (half === 'am' || half === 'pm') {
    // «8pm» in one word has said it already.
  } else if (MORNING.has(part)) {
    half = 'am';
    i++;
  } else if (AFTERNOON.has(part) || AFTERNOON.has(`${part} ${folded[i + 1]}`)) {
    i += AFTERNOON.has(part) ? 1 : 2;
    half = 'pm';
  }
  if ((half === 'am' || half === 'pm') && hour > 12)
    return half === 'pm' ? finish(hour, minute, i) : 'invalid';
  if (half === 'pm' && hour < 12) hour += part === foldForSearch('ليلا') && hour < 5 ? 0 : 12;
  else if (half === 'am' && hour === 12) hour = 0;
  return finish(hour, minute, i);
}

function finish(hour: number, minute: number, words: number): FoundTime | 'invalid' {
  if (hour > 23 || minute > 59) return 'invalid';
  return { time: `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`, words };
}

interface Hour {
  hour: number;
  minute: number;
  half: 'am' | 'pm' | 'clock' | null;
  next: number;
}

function readHour(folded: readonly string[], i: number): Hour | 'invalid' | null {
  const word = folded[i] ?? '';
  const digits = /^(\d{1,4})(?:[:.,\u066b](\d{1,2}))?(am|pm|ص|م)?$/.exec(word);
  if (digits) {
    const [, hour = '', minute, suffix] = digits;
    if (hour.length > 2) return 'invalid';
    const half = suffix === 'pm' || suffix === 'م' ? 'pm' : suffix ? 'am' : minute ? 'clock' : null;
    return { hour: Number(hour), minute: Number(minute ?? 0), half, next: i + 1 };
  }
  if (/^\d{1,4}[:.]/.test(word)) return 'invalid';
  const two = HOURS.get(`${word} ${folded[i + 1]}`);
  const named = two ?? HOURS.get(word);
  return named === undefined ? null : { hour: named, minute: 0, half: null, next: i + (two ? 2 : 1) };
}
