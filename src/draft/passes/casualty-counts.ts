import { countryOfNisba } from '#arabic/countries.ts';
import { fold } from '#arabic/fold.ts';
import { type NumberReading, readNumber } from '#arabic/numbers.ts';
import type { Token } from '#arabic/tokens.ts';
import type { CasualtyKind } from '#draft/fact.ts';
import {
  ABOUT,
  AT_LEAST,
  AT_LEAST_AFTER,
  AT_MOST,
  AT_MOST_AFTER,
  BETWEEN,
  bareWord,
  DUALS,
  GENERIC,
  isPeopleWord,
  lookUp,
  NEED_COMPLEMENT,
  NEVER_PEOPLE,
  ONES,
  VAGUE,
  VICTIMS,
} from './casualty-words.ts';
import type { Range } from './speaker.ts';

/** What is counted. */
export type Counted =
  | { is: 'victims'; kind: CasualtyKind; at: number }
  | { is: 'people'; at: number }
  | { is: 'generic'; at: number }
  | { is: 'things' }
  | { is: 'nothing' };

/** A number of people as a text gives it: tokens [from, to), the counted noun included. */
export interface Count extends Range {
  min: number | null;
  max: number | null;
  approximate: string | null;
  counted: Counted;
  /** Where the number itself ends. */
  numberTo: number;
  conjoined: boolean;
  digits: boolean;
  /** «لستة ملايين أسرة»: for so many people, not so many of them. */
  meantFor: boolean;
}

/** The count that begins at token `at`; null where none does. */
export function readCount(tokens: readonly Token[], at: number): Count | null {
  const token = tokens[at];
  if (token?.kind !== 'word' && token?.kind !== 'number') return null;
  const between = BETWEEN.longestAt(tokens, at, 'any');
  if (between) {
    const range = readRange(tokens, between.to);
    if (range) return withNoun(tokens, at, range.to, range.min, range.max, null, false, true);
  }
  for (const [cues, bound] of [
    [AT_LEAST, 'least'],
    [AT_MOST, 'most'],
    [ABOUT, 'about'],
  ] as const) {
    const cue = cues.longestAt(tokens, at, 'any');
    const number = cue && wholeNumber(tokens, cue.to);
    if (!cue || !number) continue;
    const { value, to, digits } = number;
    const about = bound === 'about' ? (tokens[at]?.text ?? null) : null;
    return withNoun(
      tokens,
      at,
      to,
      bound === 'most' ? null : value,
      bound === 'least' ? null : value,
      about,
      cue.stem?.conjunction === 'و',
      digits,
    );
  }
  const vague = VAGUE.longestAt(tokens, at, 'any');
  if (vague) {
    const word = (tokens[vague.to - 1]?.text ?? '').replace(/^ال/, '');
    // «العشرات» stands for itself.
    const alone =
      vague.to === at + 1 && /^[وف]?ال/.test(tokens[at]?.text ?? '') && tokens[vague.to]?.text !== 'من';
    if (alone) return { ...NOBODY, from: at, to: vague.to, numberTo: vague.to, approximate: word };
    return withNoun(tokens, at, vague.to, null, null, word, vague.stem?.conjunction === 'و', false);
  }
  const number = wholeNumber(tokens, at);
  if (number) {
    const or = tokens[number.to]?.text === 'او' ? wholeNumber(tokens, number.to + 1) : null;
    if (or && or.value > number.value)
      return withNoun(tokens, at, or.to, number.value, or.value, null, false, or.digits);
    // «11 إلى 15 شخصا», but «من 48 إلى 61»: a toll that rose.
    const upTo =
      /^(الى|الي)$/.test(tokens[number.to]?.text ?? '') && tokens[at - 1]?.text !== 'من'
        ? wholeNumber(tokens, number.to + 1)
        : null;
    if (upTo && upTo.value > number.value && readCounted(tokens, upTo.to).counted.is !== 'nothing')
      return withNoun(tokens, at, upTo.to, number.value, upTo.value, null, false, upTo.digits);
    return withNoun(
      tokens,
      at,
      number.to,
      number.value,
      number.value,
      null,
      number.before.startsWith('و'),
      number.digits,
    );
  }
  return dual(tokens, at);
}

/**
 * «قتل مسلح», «وأصيبت سيدة»: one person right behind what happened to them. Null where somebody else is named behind:
 * «قتل رجل زوجته» is about her.
 */
export function oneAt(tokens: readonly Token[], { to, tally }: { to: number; tally: boolean }): Count | null {
  const token = tokens[to];
  if (tally || token?.kind !== 'word' || !ONES.has(token.text)) return null;
  const next = tokens[to + 1];
  if (next?.kind === 'word' && /.{2}(ه|ها|هم|هما)$/.test(next.text)) return null;
  // «قتل انتحاري، يشتبه بأنه …، 32 شخصا»: he is not who was killed.
  for (let i = to + 1; i < to + ACTIVE; i++) {
    const further = tokens[i];
    if (!further || further.kind === 'break' || further.text === '.' || /^و.{3}/.test(further.text)) break;
    if (readCount(tokens, i)?.counted.is === 'generic') return null;
  }
  const counted = { is: 'people', at: to } as const;
  // «لقي سائقا الشاحنتين حتفهما»: two, as they are somebody's.
  const n = /[^ة]ا$/.test(token.text) && /^ال/.test(next?.text ?? '') ? 2 : 1;
  return { ...NOBODY, from: to, to: to + 1, min: n, max: n, approximate: null, counted, numberTo: to };
}

/** Words between who kills and how many. */
const ACTIVE = 12;

const NOBODY = {
  min: null,
  max: null,
  counted: { is: 'nothing' },
  conjoined: false,
  digits: false,
  meantFor: false,
} as const;

/** «الفرقة 30», «اللواء 55», «المادة 14»: a number that names. */
const NUMBERED = new Set(
  [
    'الفرقة',
    'اللواء',
    'الكتيبة',
    'الفوج',
    'المادة',
    'رقم',
    'الطابق',
    'الرحلة',
    'الدورة',
    'النسخة',
    'القناة',
  ].map(fold),
);

function wholeNumber(tokens: readonly Token[], at: number): NumberReading | null {
  const number = readNumber(tokens, at);
  if (!number || !Number.isInteger(number.value) || number.value < 1) return null;
  if (isYear(number, tokens[number.to])) return null;
  // «5ر1 مليون» is one and a half; what follows the sign alone would be another number.
  if (tokens[at - 1]?.text === 'ر' || (tokens[at - 2]?.text === 'ر' && tokens[at - 1]?.kind === 'number'))
    return null;
  if (number.digits && NUMBERED.has(tokens[at - 1]?.text ?? '')) return null;
  if (tokens[number.to]?.text === '%' || tokens[at - 1]?.text === '/' || tokens[number.to]?.text === '/')
    return null;
  return number;
}

/** Four digits without a noun for people are a year: «عام 2019», «أزمة 2009». */
function isYear({ digits, value, scale }: NumberReading, next: Token | undefined): boolean {
  if (!digits || scale !== 1 || value < 1850 || value > 2100) return false;
  const text = next?.text ?? '';
  return !(lookUp(VICTIMS, text) || GENERIC.has(text) || isPeopleWord(text) || text === 'من');
}

/** «بين 12 و15 ألف»: the scale of the second number is the first one's too. */
function readRange(tokens: readonly Token[], at: number): { min: number; max: number; to: number } | null {
  const first = wholeNumber(tokens, at);
  if (!first) return null;
  const joined = tokens[first.to];
  const from = joined && /^(الي|الى|و)$/.test(joined.text) ? first.to + 1 : first.to;
  const second = wholeNumber(tokens, from);
  if (!second) return null;
  const min = first.value < second.value / 10 && second.scale > 1 ? first.value * second.scale : first.value;
  return min < second.value ? { min, max: second.value, to: second.to } : null;
}

function dual(tokens: readonly Token[], at: number): Count | null {
  const word = tokens[at]?.text ?? '';
  const conjoined = word.replace(/^[وف](?=.{4})/, '');
  const bare = conjoined.replace(/^[بل](?=.{5})/, '');
  const victim = VICTIMS.get(word) ?? VICTIMS.get(conjoined) ?? VICTIMS.get(bare);
  const base = {
    from: at,
    to: at + 1,
    min: 2,
    max: 2,
    approximate: null,
    numberTo: at,
    conjoined: conjoined !== word,
    digits: false,
    meantFor: false,
  };
  if (victim?.number === 'two') return { ...base, counted: { is: 'victims', kind: victim.kind, at } };
  for (const form of [word, conjoined, bare])
    if (DUALS.has(form)) return { ...base, counted: { is: 'people', at } };
  if (/^(شخصان|شخصين)$/.test(bare)) return { ...base, counted: { is: 'generic', at } };
  return null;
}

function withNoun(
  tokens: readonly Token[],
  from: number,
  numberTo: number,
  min: number | null,
  max: number | null,
  approximate: string | null,
  conjoined: boolean,
  digits: boolean,
): Count {
  const { counted, to } = readCounted(tokens, numberTo);
  const least = AT_LEAST_AFTER.longestAt(tokens, to) ?? AT_LEAST_AFTER.longestAt(tokens, numberTo);
  const most = AT_MOST_AFTER.longestAt(tokens, to);
  return {
    from,
    to: least?.to ?? most?.to ?? to,
    min: most ? null : min,
    max: least ? null : max,
    approximate,
    counted,
    numberTo,
    conjoined,
    digits,
    meantFor: (readNumber(tokens, from)?.before ?? '').endsWith('ل'),
  };
}

/** The noun behind a number: «11 قتيلا», «16 من أفراد …», «نحو 20 آخرين». */
function readCounted(tokens: readonly Token[], at: number): { counted: Counted; to: number } {
  let i = at;
  const least = AT_LEAST_AFTER.longestAt(tokens, i);
  if (least) i = least.to;
  if (tokens[i]?.text === 'من') i++;
  if (/^["«“]$/.test(tokens[i]?.text ?? '')) i++;
  const token = tokens[i];
  if (token?.kind !== 'word') return { counted: { is: 'nothing' }, to: at };
  const { text } = token;
  const bare = bareWord(text);
  const victim = VICTIMS.get(text) ?? (text.startsWith('و') ? undefined : lookUp(VICTIMS, text));
  if (victim) return { counted: { is: 'victims', kind: victim.kind, at: i }, to: i + 1 };
  const complement = tokens[i + 1];
  const isBodyOf =
    NEED_COMPLEMENT.has(bare) &&
    complement?.kind === 'word' &&
    /^(ال|قوات|جيش|طاقم|حرس)/.test(complement.text);
  if (isBodyOf) return { counted: { is: 'people', at: i }, to: i + 1 };
  if (GENERIC.has(text) || GENERIC.has(bare)) return { counted: { is: 'generic', at: i }, to: i + 1 };
  if (/^(منهم|منهن|منهما)$/.test(text)) return { counted: { is: 'generic', at: i }, to: i + 1 };
  if (isPeopleWord(text) && !/^و(?!ال?د|زير|كيل)/.test(text))
    return { counted: { is: 'people', at: i }, to: i + 1 };
  if (countryOfNisba(text) !== undefined && !text.startsWith('ال'))
    return { counted: { is: 'people', at: i }, to: i + 1 };
  if (NEVER_PEOPLE.has(text) || NEVER_PEOPLE.has(bare)) return { counted: { is: 'things' }, to: i + 1 };
  return { counted: { is: 'nothing' }, to: at };
}
