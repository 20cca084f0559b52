import { isClosingMark, isComma, seldomLike, type Token } from '#arabic/tokens.ts';
import { exactly } from './casualty-counted.ts';
import { type Count, opensMarks, readCount } from './casualty-counts.ts';
import { isOneOfTheirs, isRelative } from './casualty-relatives.ts';
import { BEFORE_NAMES, ONES } from './casualty-words.ts';

/** Those who were counted together, told one by one up to token `to`. */
export interface Listed {
  items: Count[];
  to: number;
}

/** More than these are told one by one in no sentence. */
const MOST = 20;
/** Words between a toll and those of whom it is: where they died, and that it was at once. */
const BEFORE_LIST = 14;
/** Words of what one is, before the next: «رضيع عمره شهران». */
const OF_ONE = 9;

const areThese = seldomLike(/^و?(?:هم|هما|هن)$/);

/**
 * «وفاة أربعة أشخاص هم الأب وزوجته واثنتان من بناتهما», «4 عسكريين: ضابط وثلاثة جنود»: those who were counted, one by
 * one; null where nobody tells them, or they do not add up to so many.
 */
export function listBehind(tokens: readonly Token[], { min, max, to, counted }: Count): Listed | null {
  if (min === null || min !== max || min < 2 || min > MOST) return null;
  // «ثلاث وفيات معلم وتلميذتين»
  if (counted.is === 'victims') {
    const list = listAt(tokens, to, min);
    if (list) return list;
  }
  for (let i = to; i < to + BEFORE_LIST; i++) {
    const token = tokens[i];
    if (!token || token.kind === 'break' || token.text === '.' || readCount(tokens, i)) return null;
    const opens = areThese(token) || isComma(token) || token.text === ':' || opensMarks(token);
    const list = opens ? listAt(tokens, i + 1, min) : null;
    if (list) return list;
  }
  return null;
}

/** Those whom the words from token `at` name, where they are `n` in all. */
function listAt(tokens: readonly Token[], at: number, n: number): Listed | null {
  const items: Count[] = [];
  let sum = 0;
  // «ثلاثة من الخاطفين، وجنديين»: others.
  const first = itemAt(tokens, at, false);
  for (let item = first?.conjoined ? null : first; item; item = nextItem(tokens, item)) {
    // «… وتلميذتين وخمس حالات خطيرة»: no more of them.
    if (sum === n && item.counted.is === 'generic') break;
    items.push(item);
    sum += item.min ?? n;
    if (sum > n) return null;
  }
  const last = items.at(-1);
  return last && sum === n && items.length > 1 ? { items, to: last.to } : null;
}

/** The next whom the words behind `before` name: «… وطفلة», «…، ورجل». */
function nextItem(tokens: readonly Token[], before: Count): Count | null {
  for (let i = before.to; i < before.to + OF_ONE; i++) {
    const token = tokens[i];
    if (!token || token.kind === 'break' || token.text === '.' || isClosingMark(token)) return null;
    if (token.text === ')') return null;
    if (token.text === '(') {
      i = closeOfBrackets(tokens, i);
      continue;
    }
    const isJoined = token.kind === 'word' && token.text[0] === 'و';
    const item = isJoined || isComma(tokens[i - 1]) ? itemAt(tokens, i, isJoined) : null;
    if (item) return item;
  }
  return null;
}

/** «سائق (35 عاما)» */
function closeOfBrackets(tokens: readonly Token[], open: number): number {
  for (let i = open + 1; i < open + OF_ONE; i++) if (tokens[i]?.text === ')') return i;
  return open;
}

function itemAt(tokens: readonly Token[], at: number, isJoined: boolean): Count | null {
  if (tokens[at]?.text === 'و') return itemAt(tokens, at + 1, false);
  const count = readCount(tokens, at);
  if (count) {
    // «واثنان عسكريان»: the same two.
    const same = count.counted.is === 'nothing' ? readCount(tokens, count.numberTo) : null;
    if (same?.counted.is === 'people' && same.min === count.min) return { ...same, from: count.from };
    // «سبعة من الجيش وخمسة من الحشد»
    const ofBody = count.counted.is === 'nothing' && tokens[count.numberTo]?.text === 'من';
    const areSome = ofBody || count.counted.is === 'people' || count.counted.is === 'generic';
    return areSome && count.min !== null && count.min === count.max ? count : null;
  }
  const { kind, text = '' } = tokens[at] ?? {};
  if (kind !== 'word') return null;
  // «وأطفالهما الأربعة»
  const so = readCount(tokens, at + 1);
  if (so?.counted.is === 'people' && so.counted.at === at) return { ...so, from: at };
  const who = isJoined ? text.slice(1) : text;
  const areTwo = areTwoHere(who, tokens[at + 1]);
  if (!areTwo && !isSomebody(who)) return null;
  const n = areTwo ? 2 : 1;
  return exactly(n, { from: at, to: at + 1, counted: { is: 'people', at }, conjoined: isJoined });
}

/** «وعاملين», who may be many where nobody says how many there are; «سائقا الشاحنتين», as they are somebody's. */
const areTwoHere = (who: string, next: Token | undefined): boolean =>
  (/[^ي]ين$/.test(who) && ONES.has(who.slice(0, -2))) ||
  (/[^اىي]ا$/.test(who) && ONES.has(who) && /^ال/.test(next?.text ?? ''));

/** «الأب», «زوجته», «رجل», «مدير المدرسة»: one person. */
const isSomebody = (text: string): boolean =>
  ONES.has(text) ||
  BEFORE_NAMES.has(text) ||
  isOneOfTheirs(text) ||
  (/^ال/.test(text) && [ONES, BEFORE_NAMES].some((known) => known.has(text.slice(2)))) ||
  (/^ال/.test(text) && isRelative(text.slice(2)));
