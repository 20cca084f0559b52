import { fold } from '#arabic/fold.ts';
import type { Context } from '#draft/context.ts';
import type { CasualtyFigure } from '#draft/fact.ts';
import type { Reading } from '#draft/reading.ts';
import { statusBySide } from './casualty-claims.ts';
import { isMember } from './casualty-group-end.ts';
import { areApart, endOfHeadline, FEW, MANY, type Spot, spotsOf } from './casualty-incidents.ts';
import type { Range } from './speaker.ts';
import { withoutArticle } from './speaker-words.ts';

/** So much larger may be what a headline calls more than a number. */
const MORE_THAN = 1.25;

/** «17 قتيلا» in a headline is «ما لا يقل عن 17» in the article. */
function covers(body: CasualtyFigure, { min, max }: CasualtyFigure): boolean {
  const n = min ?? max;
  // «عشرات القتلى» in a headline is whatever number the article has.
  if (n === null || body.min === n || body.max === n || rounds(n, body.min ?? 0)) return true;
  // «أكثر من 40» in a headline are the 43 of the article.
  return max === null && (body.min ?? 0) > n && (body.min ?? 0) <= n * MORE_THAN;
}

/** «21 ألفا» of a headline are the «21103» of the article. */
function rounds(n: number, exact: number): boolean {
  const zeros = /0{2,}$/.exec(String(n))?.[0].length ?? 0;
  return zeros > 0 && String(n).length > zeros && Math.abs(exact - n) < 10 ** zeros && n > 10 ** zeros;
}

/**
 * Said twice is one figure: the headline gives way to the article, the shorter to the one that says who. `counts`: where
 * each is counted.
 */
export function withoutDoubles(
  figures: readonly CasualtyFigure[],
  counts: readonly Range[],
  reading: Reading,
  context: Pick<Context, 'places' | 'attributions'>,
): CasualtyFigure[] {
  if (figures.length < 2) return [...figures];
  const headlineEnd = endOfHeadline(reading);
  const spots = spotsOf(reading, context, figures, counts);
  const inHeadline = (f: CasualtyFigure) => f.evidence.start < headlineEnd;
  const isOfHeadline = (whole: number | null) =>
    whole !== null && inHeadline(figures[whole] as CasualtyFigure);
  // Of a figure that is said again: which one stands for it.
  const standsFor = new Map<number, number>();
  const isTwin = (k: number, i: number) => {
    const [other, figure] = [figures[k] as CasualtyFigure, figures[i] as CasualtyFigure];
    const isSameStatus = other.status === figure.status || statusBySide(other) === statusBySide(figure);
    const anyStatus = inHeadline(other) || inHeadline(figure);
    return (
      (anyStatus || isSameStatus) &&
      areBoundAlike(other, figure) &&
      !areOfTwoTolls(figures, other, figure) &&
      !areApart(reading.tokens, [spots[k] as Spot, spots[i] as Spot], [other, figure]) &&
      mayBeSameGroup(other, figure) &&
      (wholeOf(other, standsFor) === wholeOf(figure, standsFor) ||
        (figure.group !== null && other.group === figure.group) ||
        // «أربعة عسكريين» of the headline, of whom «ثلاثة جنود مصريين» are told again without them.
        (figure.group !== null && other.group !== null && isOfHeadline(wholeOf(other, standsFor))))
    );
  };
  // By kind and number: a long text has many figures, and few that are alike.
  const kept = new Map<string, number[]>();
  figures.forEach((figure, i) => {
    const said = (other: CasualtyFigure) =>
      other.kind === figure.kind && !inHeadline(other) && covers(other, figure);
    const { isTitle, paragraph } = spots[i] as Spot;
    const below = (other: CasualtyFigure, k: number) =>
      other.kind === figure.kind && spots[k]?.paragraph === paragraph + 1 && covers(other, figure);
    const inArticle = inHeadline(figure) ? figures.findIndex(said) : isTitle ? figures.findIndex(below) : -1;
    if (inArticle >= 0) {
      standsFor.set(i, inArticle);
      return;
    }
    const key = `${figure.kind} ${figure.min ?? figure.max ?? magnitudeOf(figure)}`;
    const alike = kept.get(key) ?? [];
    kept.set(key, alike);
    const twin = alike.findIndex((k) => isTwin(k, i));
    const first = alike[twin];
    if (first === undefined) alike.push(i);
    else if (saysMore(figure, figures[first] as CasualtyFigure)) {
      alike[twin] = i;
      standsFor.set(first, i);
    } else standsFor.set(i, first);
  });
  return inOrder(figures, [...kept.values()].flat(), standsFor);
}

/** Whether a figure says who they are where the one before it does not, or in the same sentence who says so. */
const saysMore = (figure: CasualtyFigure, before: CasualtyFigure): boolean =>
  before.group === null && figure.group !== null
    ? true
    : before.source === null &&
      figure.source !== null &&
      figure.group === before.group &&
      figure.evidence.start === before.evidence.start;

/** Index of the figure that one is a part of, or of the one that stands for it. */
function wholeOf({ partOf }: CasualtyFigure, standsFor: ReadonlyMap<number, number>): number | null {
  let whole = partOf;
  for (let next = whole; next !== null; next = standsFor.get(next) ?? null) whole = next;
  return whole;
}

/** What is kept, as the text has it, with the parts of each whole pointing at it again. */
function inOrder(
  figures: readonly CasualtyFigure[],
  kept: number[],
  standsFor: ReadonlyMap<number, number>,
): CasualtyFigure[] {
  kept.sort((a, b) => a - b);
  const places = new Map(kept.map((i, place) => [i, place]));
  return kept.map((i) => {
    const figure = figures[i] as CasualtyFigure;
    const whole = wholeOf(figure, standsFor);
    // A toll told as a part of itself is the whole.
    return { ...figure, partOf: whole === null || whole === i ? null : (places.get(whole) ?? null) };
  });
}

/** «قتل جندي وأصيب خمسة», «قتل خمسة شرطيين وأصيب خمسة»: a few who were hurt, beside whom others died here than there. */
function areOfTwoTolls(figures: readonly CasualtyFigure[], a: CasualtyFigure, b: CasualtyFigure): boolean {
  if (a.kind !== 'injured' || (a.min ?? MANY) >= MANY || a.partOf !== null || b.partOf !== null) return false;
  const [one, other] = [a, b].map(({ evidence }) =>
    figures.filter((f) => f.kind === 'killed' && f.partOf === null && f.evidence.start === evidence.start),
  );
  const [dead, otherDead] = [one?.[0], other?.[0]];
  if (one?.length !== 1 || other?.length !== 1 || !dead || !otherDead) return false;
  const areTold = dead.group !== null && otherDead.group !== null;
  return areTold && dead.min !== otherDead.min && !mayBeSameGroup(dead, otherDead);
}

/** «العشرات» are not the «آلاف» of the war; «قتلى» may be either. */
const magnitudeOf = ({ approximate }: CasualtyFigure): string =>
  (fold(approximate ?? '').match(/عشرات|مئات|الاف|ملايين/g) ?? []).join(' ');

/** «خمسة على الأقل» in the lead are «5» further on; of a few, there may be so many twice. */
const areBoundAlike = (a: CasualtyFigure, b: CasualtyFigure): boolean =>
  a.max === b.max || ((a.min ?? 0) > FEW && [a, b].every(({ min, max }) => max === null || max === min));

/** «11 من عناصر التنظيم» are «11 مسلحا من التنظيم»; two officers need not be two of somebody else. */
function mayBeSameGroup(a: CasualtyFigure, b: CasualtyFigure): boolean {
  if (a.group === null || b.group === null) return true;
  const [name, otherName] = [stemsOf(a.group), stemsOf(b.group)];
  if (begins(name, otherName) || begins(otherName, name)) return true;
  if ((a.min ?? 0) < FEW) return false;
  // «27 من عناصرها» are the 27 whom the article named.
  if ((a.min ?? 0) > MANY && (isMereMember(a.group) || isMereMember(b.group))) return true;
  const [words, others] = [wordsOf(a.group), wordsOf(b.group)];
  const side = sideOf(words);
  // «تسعة من عناصر التنظيم» are «تسعة عناصر من التنظيم», and of «تنظيم الراية» those of «الراية».
  const isWithin = (some: readonly string[], all: readonly string[]) =>
    some.length > 1 && some.every((word) => all.includes(word));
  const isSame =
    words[0] === others[0] &&
    (!isMember(words[0] ?? '') || isWithin(words, others) || isWithin(others, words));
  if (isSame || (side !== undefined && side === sideOf(others))) return true;
  return (a.min ?? 0) >= MANY && others.some((word) => words.includes(word));
}

/** «عناصرها», «عنصرا»: of whom, another sentence says. */
const isMereMember = (group: string) =>
  /^[^ ]+(?:ها|هم)$|^(?:عنصر|عناصر|فرد|افراد|عضو|اعضاء)ا?$/.test(fold(group));

/** Other words for the same people, stem by stem. */
const SIDES = [
  /^(?:جند|جنود|عسكري)/,
  /^(?:مسلح|مقاتل|متمرد|ارهابي|متشدد|متطرف|جهادي)/,
  /^(?:مدني|مواطن)/,
  /^شرط/,
  /^(?:تلميذ|تلاميذ|طالب|طلاب|طلب[ةه])/,
  /^(?:(?:اسر|عائل)(?:[ةه]|ت(?:ه|ها|هم|هما))|اهل[هي].*|اقارب.*|ذو[يو].*)$/,
];

/** Which of them a group is of by its first word: «عسكريينا» are the «جنود» of the lead, «أفراد عائلتها» «أسرتها». */
const sideOf = ([first = '', second = '']: readonly string[]) =>
  SIDES.find((side) => side.test(first === 'افراد' ? second : first));

/** «ضابطا شرطة» are «ضابطي شرطة», «أحد الرعاة» is a herdsman: without the endings of their case and the article. */
const stemsOf = (group: string) =>
  fold(group)
    .split(/\s+/)
    .map((word) =>
      withoutArticle(word)
        .replace(/(?<=.{3})(?:ان|ين|ون)$/, '')
        .replace(/(?<=.{3})[اي]+$/, ''),
    )
    .join(' ');

/** «شابين» are «شابين تونسيين». */
const begins = (group: string, fuller: string) => `${fuller} `.startsWith(`${group} `);

const wordsOf = (group: string) =>
  fold(group)
    .split(/\s+/)
    .map((word) => word.replace(/^(?:وال|بال|لل|ال)(?=.{3})/, ''))
    .filter((word) => word.length > 2);
