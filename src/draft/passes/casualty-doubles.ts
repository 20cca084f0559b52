import { fold } from '#arabic/fold.ts';
import { ofForm } from '#arabic/forms.ts';
import type { Sentence } from '#arabic/sentences.ts';
import { type Token, tokenLike } from '#arabic/tokens.ts';
import type { CasualtyFigure, Place } from '#draft/fact.ts';
import type { Reading } from '#draft/reading.ts';
import { mayBeginAnchor } from './casualty-anchors.ts';
import { isMember } from './casualty-group-end.ts';

/** So few are counted in many incidents; the same number twice is one only where something else says so. */
const FEW = 3;
/** So many of one body are the same, whatever they are called. */
const MANY = 10;

/** Where a figure stands: which sentence, whether that is an item of a list, and whether it begins another story. */
interface Spot {
  sentence: number;
  paragraph: number;
  /** The sign that the paragraph begins with: «🔹», «-»; null for a word. */
  bullet: string | null;
  /** «كما لقي …», «وفي حادث آخر …». */
  isOther: boolean;
  /** «وفي السياق», «وفي الشمال», «من جهة أخرى»: another story or the same. */
  isBeside: boolean;
  /** The first that the article tells of a place, behind its lead. */
  isElsewhere: boolean;
  /** «وفي ديالى، قتل …»: it begins with where that was. */
  opensWhere: boolean;
}

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

/** Said twice is one figure: the headline gives way to the article, the shorter to the one that says who. */
export function withoutDoubles(
  figures: readonly CasualtyFigure[],
  reading: Reading,
  places: readonly Place[],
): CasualtyFigure[] {
  if (figures.length < 2) return [...figures];
  const headlineEnd = reading.sentences.findLast((s) => s.paragraph === 0)?.end ?? 0;
  const hasBody = reading.sentences.some((s) => s.paragraph > 0);
  const inHeadline = (f: CasualtyFigure) => hasBody && f.evidence.start < headlineEnd;
  const spotAt = spotsOf(reading, places);
  const spots = figures.map(spotAt);
  // Of a figure that is said again: which one stands for it.
  const standsFor = new Map<number, number>();
  const isTwin = (k: number, i: number) => {
    const [other, figure] = [figures[k] as CasualtyFigure, figures[i] as CasualtyFigure];
    const anyStatus = inHeadline(other) || inHeadline(figure);
    return (
      (anyStatus || other.status === figure.status) &&
      areBoundAlike(other, figure) &&
      !areApart(spots[k] as Spot, spots[i] as Spot, other, figure) &&
      mayBeSameGroup(other, figure) &&
      (wholeOf(other, standsFor) === wholeOf(figure, standsFor) ||
        (figure.group !== null && other.group === figure.group))
    );
  };
  // By kind and number: a long text has many figures, and few that are alike.
  const kept = new Map<string, number[]>();
  figures.forEach((figure, i) => {
    const said = (other: CasualtyFigure) =>
      other.kind === figure.kind && !inHeadline(other) && covers(other, figure);
    const inArticle = inHeadline(figure) ? figures.findIndex(said) : -1;
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
    else if (figures[first]?.group === null && figure.group !== null) {
      alike[twin] = i;
      standsFor.set(first, i);
    } else standsFor.set(i, first);
  });
  return inOrder(figures, [...kept.values()].flat(), standsFor);
}

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

/** «العشرات» are not the «آلاف» of the war; «قتلى» may be either. */
const magnitudeOf = ({ approximate }: CasualtyFigure): string =>
  (fold(approximate ?? '').match(/عشرات|مئات|الاف|ملايين/g) ?? []).join(' ');

/** «خمسة على الأقل» in the lead are «5» further on; of a few, there may be so many twice. */
const areBoundAlike = (a: CasualtyFigure, b: CasualtyFigure): boolean =>
  a.max === b.max || ((a.min ?? 0) > FEW && [a, b].every(({ min, max }) => max === null || max === min));

/** «11 من عناصر التنظيم» are «11 مسلحا من التنظيم»; two officers need not be two of somebody else. */
function mayBeSameGroup(a: CasualtyFigure, b: CasualtyFigure): boolean {
  if (a.group === null || b.group === null || begins(a.group, b.group) || begins(b.group, a.group))
    return true;
  if ((a.min ?? 0) < FEW) return false;
  // «27 من عناصرها» are the 27 whom the article named.
  if ((a.min ?? 0) > MANY && (isMereMember(a.group) || isMereMember(b.group))) return true;
  const [words, others] = [wordsOf(a.group), wordsOf(b.group)];
  const side = sideOf(words);
  // «تسعة من عناصر التنظيم» are «تسعة عناصر من التنظيم».
  const isSame =
    (words[0] === others[0] && !isMember(words[0] ?? '')) || words.join(' ') === others.join(' ');
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
];

/** Which of them a group is of by its first word: «عسكريينا» are the «جنود» of the lead. */
const sideOf = (words: readonly string[]) => SIDES.find((side) => side.test(words[0] ?? ''));

/** «شابين» are «شابين تونسيين». */
const begins = (group: string, fuller: string) => `${fuller} `.startsWith(`${group} `);

const wordsOf = (group: string) =>
  fold(group)
    .split(/\s+/)
    .map((word) => word.replace(/^(?:وال|بال|لل|ال)(?=.{3})/, ''))
    .filter((word) => word.length > 2);

/** Two items of a list, or a few here and a few there: not the same people. */
function areApart(a: Spot, b: Spot, first: CasualtyFigure, second: CasualtyFigure): boolean {
  if (a.sentence === b.sentence) return false;
  if (a.paragraph !== b.paragraph && a.bullet !== null && a.bullet === b.bullet) return true;
  // In another incident ten may well be killed, too; more than that is a toll told again.
  if (first.min === null || first.min > MANY) return false;
  if (b.isOther && a.paragraph > 0) return true;
  if (a.isElsewhere && b.isElsewhere && b.opensWhere && a.paragraph > 0) return true;
  if (first.min > FEW) return false;
  if (b.isBeside && a.paragraph > 0) return true;
  if (a.paragraph === b.paragraph) return false;
  const isVague = (first.group === null) !== (second.group === null);
  return isVague && a.paragraph > 1;
}

/** Where figures stand, by the sentence that is their evidence. */
function spotsOf({ sentences, tokens }: Reading, places: readonly Place[]): (figure: CasualtyFigure) => Spot {
  const scenes = new Set(places.flatMap(({ role, evidence }) => (role === 'event' ? [evidence.start] : [])));
  const byStart = new Map(sentences.map((sentence) => [tokens[sentence.from]?.start, sentence]));
  const lead = sentences.find((sentence) => sentence.paragraph > 0);
  const first = new Map<number, Sentence>();
  for (const sentence of sentences)
    if (!first.has(sentence.paragraph)) first.set(sentence.paragraph, sentence);
  return ({ evidence }) => {
    const here = byStart.get(evidence.start);
    if (!here)
      return {
        sentence: evidence.start,
        paragraph: 0,
        bullet: null,
        isOther: false,
        isBeside: false,
        isElsewhere: false,
        opensWhere: false,
      };
    const sign = tokens[first.get(here.paragraph)?.from ?? here.from];
    const bullet = sign?.kind === 'mark' && !/^["«“(]$/.test(sign.text) ? sign.text : null;
    return {
      sentence: evidence.start,
      paragraph: here.paragraph,
      bullet,
      isOther: isOtherStory(tokens, here),
      isBeside: turnsElsewhere(tokens, here.from),
      isElsewhere: here !== lead && scenes.has(evidence.start),
      opensWhere: opensWhere(tokens[here.from]),
    };
  };
}

/** Words in which a sentence turns from one story to the next. */
const OPENER = 4;

/** «كما لقي …», «وفي حادث آخر …», «من جهة أخرى، …». */
function isOtherStory(tokens: readonly Token[], { from, to }: Sentence): boolean {
  for (let i = from; i < from + OPENER; i++) if (isSide(tokens[i]) && isOther(tokens[i + 1])) return true;
  const second = tokens[from + 1];
  if (tokens[from]?.text === 'كما' && second && mayBeginAnchor(second.form)) return true;
  for (let i = from + 1; i < to; i++)
    if (isAnother(tokens[i]) && isEvent(tokens[i - 1]?.text ?? '')) return true;
  return false;
}

const opensWhere = tokenLike(/^[وف]?(?:في|فى)$/);

const andIn = tokenLike(/^[وف]في$/);

const turnsElsewhere = (tokens: readonly Token[], from: number): boolean =>
  andIn(tokens[from]) || tokens.slice(from, from + OPENER).some(({ form }) => turns(form));

const turns = ofForm(({ text }) =>
  /^(?:ال)?(?:سياق|اطار|صعيد|شان|متصل|متصل[ةه])$|^(?:جانب|جه[ةه]|ناحي[ةه])$/.test(text),
);

/** «من جهة أخرى», «على صعيد آخر» */
const isSide = tokenLike(/^(?:جه[ةه]|ناحي[ةه]|جانب|صعيد|سياق|شان|موضوع)$/);
const isOther = tokenLike(/^(?:اخر|اخرى|اخري|منفصل)$/);

/** «في حادث مماثل», «وفي غارة ثانية» */
const isAnother = tokenLike(
  /^(?:اخر|اخرى|اخري|منفصل|منفصل[ةه]|ثان|ثاني[ةه]|مماثل|مماثل[ةه]|مشابه|مشابه[ةه])$/,
);
const isEvent = (text: string) =>
  /^[وب]?(?:حادث|حادث[ةه]|حوادث|هجوم|انفجار|غار[ةه]|تفجير|عملي[ةه]|سياق|قصف|حريق|كمين|اشتباك)$/.test(text);
