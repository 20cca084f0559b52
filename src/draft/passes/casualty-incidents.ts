import { isCountryName } from '#arabic/countries.ts';
import { dateWords } from '#arabic/date-words.ts';
import { fold } from '#arabic/fold.ts';
import { testOfForm } from '#arabic/forms.ts';
import type { Sentence } from '#arabic/sentences.ts';
import { type Token, tokenLike } from '#arabic/tokens.ts';
import type { Context } from '#draft/context.ts';
import type { CasualtyFigure } from '#draft/fact.ts';
import type { Reading } from '#draft/reading.ts';
import { mayBeginAnchor } from './casualty-anchors.ts';
import { isBodies } from './casualty-kinds.ts';
import { OF_THEM } from './casualty-words.ts';
import { afterDateline } from './dateline.ts';
import type { Range } from './speaker.ts';

/** So few are counted in many incidents; the same number twice is one only where something else says so. */
export const FEW = 3;
/** So many of one body are the same, whatever they are called. */
export const MANY = 10;

/** Where a figure stands: which sentence, whether that is an item of a list, and whether it begins another story. */
export interface Spot {
  sentence: number;
  paragraph: number;
  /** The sign that the paragraph begins with: «🔹», «-»; null for a word. */
  bullet: string | null;
  /** Whether it is the title of the paragraph behind, which says where that was written. */
  isTitle: boolean;
  /** «كما لقي …», «وفي حادث آخر …». */
  isOther: boolean;
  /** «وفي حادث آخر …»: by the event itself, before the figure. */
  isNamed: boolean;
  /** «وفي السياق», «وفي الشمال», «من جهة أخرى»: another story or the same. */
  isBeside: boolean;
  /** The first that the article tells of a place, and of more than a country. */
  hasScene: boolean;
  /** … behind its lead. */
  isElsewhere: boolean;
  /** «وفي ديالى، قتل …»: it begins with where that was. */
  opensWhere: boolean;
  /** «وفي ديالى، …», where the sentence is the first that tells of it. */
  opensScene: boolean;
  /** Where the figure is counted. */
  count: Range;
  /** Nobody is counted before it in its sentence. */
  isFirst: boolean;
  /** Tokens with which somebody begins to tell, in its sentence. */
  cues: readonly number[];
}

const NOWHERE = {
  paragraph: 0,
  bullet: null,
  isTitle: false,
  isOther: false,
  isNamed: false,
  isBeside: false,
  hasScene: false,
  isElsewhere: false,
  opensWhere: false,
  opensScene: false,
};

/** Two items of a list, two clauses, or a few here and a few there: not the same people. */
export function areApart(
  tokens: readonly Token[],
  [a, b]: readonly [Spot, Spot],
  [first, second]: readonly [CasualtyFigure, CasualtyFigure],
): boolean {
  if (a.sentence === b.sentence) return (first.min ?? 0) > 0 && areTwoClauses(tokens, a, b);
  if (a.paragraph !== b.paragraph && a.bullet !== null && a.bullet === b.bullet) return true;
  // In another incident ten may well be killed, too; more than that is a toll told again, unless the other is named.
  if (first.min === null || (first.min > MANY && !b.isNamed)) return false;
  if (b.isOther && a.paragraph > 0) return true;
  // «وذكر أن خمسة جنود آخرين قتلوا»: others than those who were told of.
  const mayBeOthers = second.kind === 'killed' || second.kind === 'detained';
  if (mayBeOthers && b.isFirst && areOthers(tokens, b.count)) return true;
  if (a.hasScene && b.opensScene && a.paragraph > 0) return true;
  if (areOfTwoDays(tokens, a.count, b.count)) return true;
  if (a.isElsewhere && b.isElsewhere && b.opensWhere && a.paragraph > 0) return true;
  if (first.min > FEW) return false;
  if (b.isBeside && a.paragraph > 0) return true;
  if (a.paragraph === b.paragraph) return false;
  const isVague = (first.group === null) !== (second.group === null);
  return isVague && a.paragraph > 1;
}

/** «قتل أربعة في الأول وأربعة في الثاني»; but «قتل أربعة، وأوضح المتحدث أن أربعة …» is the same told again. */
function areTwoClauses(
  tokens: readonly Token[],
  { count: first, cues }: Spot,
  { count: second }: Spot,
): boolean {
  // «جندي وآخر», «إصابة متوسطة وإصابة خطيرة»
  if (/^و(?:اخر|اصاب[ةه]$|حال[ةه]$)/.test(tokens[second.from]?.text ?? '')) return true;
  if (second.from <= first.to + 1) return false;
  if (/^ال/.test(tokens[second.from]?.text ?? '')) return false;
  if ([first, second].some(({ from, to }) => tokens.slice(from, to).some(isBodies))) return false;
  // «ثم قتلوا اثنين منهما»
  if (tokens.slice(second.from, second.to).some(({ text }) => OF_THEM.has(text))) return false;
  const retold = cues.find((at) => at >= first.to && at < second.from);
  // «اتهمت كييف …، بينما قالت موسكو إن …»
  return retold === undefined || isWhile(tokens[retold - 1]);
}

const isWhile = tokenLike(/^[وف]?(?:فيما|بينما|حين)$/);

/** Words between those who are counted and the day. */
const ON = 3;

/** «شخصان الأحد», «شخصان السبت»: what is said of the day right behind each. */
function areOfTwoDays(tokens: readonly Token[], first: Range, second: Range): boolean {
  const [one, other] = [dayBehind(tokens, first), dayBehind(tokens, second)];
  return one !== null && other !== null && one !== other;
}

function dayBehind(tokens: readonly Token[], { to }: Range): number | null {
  for (let i = to; i < to + ON; i++) {
    const word = dateWords().words.longestAt(tokens, i)?.value;
    if (word?.kind === 'weekday') return word.weekday;
  }
  return null;
}

/** «خمسة آخرين», «خمسة جنود آخرين». */
const areOthers = (tokens: readonly Token[], { from, to }: Range) =>
  tokens.slice(from, to + 1).some(({ text }) => /^(?:اخر|اخرى|اخران|اخرين|اخرون|اخريات)$/.test(text));

/** Where figures stand, by the sentence that is their evidence. */
export function spotsOf(
  { sentences, tokens }: Reading,
  { places, attributions }: Pick<Context, 'places' | 'attributions'>,
  figures: readonly CasualtyFigure[],
  counts: readonly Range[],
): Spot[] {
  const scenes = new Map<number, string[]>();
  for (const { role, name, evidence } of places)
    if (role === 'event') scenes.set(evidence.start, [...(scenes.get(evidence.start) ?? []), name]);
  const byStart = new Map(sentences.map((sentence) => [tokens[sentence.from]?.start, sentence]));
  const cues = new Map<number | undefined, number[]>();
  for (const { sentence, cue } of attributions) {
    const start = tokens[sentences[sentence]?.from ?? -1]?.start;
    cues.set(start, [...(cues.get(start) ?? []), cue.from]);
  }
  const lead = sentences.find((sentence) => sentence.paragraph > 0);
  const first = new Map<number, Sentence>();
  for (const sentence of sentences)
    if (!first.has(sentence.paragraph)) first.set(sentence.paragraph, sentence);
  return figures.map(({ evidence }, i): Spot => {
    const here = byStart.get(evidence.start);
    const count = counts[i] as Range;
    const isFirst = figures[i - 1]?.evidence.start !== evidence.start;
    const own = { sentence: evidence.start, count, isFirst, cues: cues.get(evidence.start) ?? [] };
    if (!here) return { ...NOWHERE, ...own };
    const names = scenes.get(evidence.start);
    return {
      ...own,
      paragraph: here.paragraph,
      bullet: bulletOf(tokens, first.get(here.paragraph)?.from ?? here.from),
      isTitle: here.paragraph > 0 && isTitle(tokens, here, first.get(here.paragraph + 1)),
      isOther: isOtherStory(tokens, here),
      isNamed: namesAnother(tokens, here.from, count.from),
      isBeside: turnsElsewhere(tokens, here.from),
      hasScene: names?.some((name) => !isCountryName(name)) === true,
      isElsewhere: here !== lead && names !== undefined,
      opensWhere: opensWhere(tokens[here.from]),
      opensScene: here !== lead && names !== undefined && opensWith(tokens, here.from, names),
    };
  });
}

/** «* قتلى في كابل» over «* كابل - «رويترز»: قالت …»: a line without a full stop, and where the next was written. */
function isTitle(tokens: readonly Token[], { to }: Sentence, next: Sentence | undefined): boolean {
  if (!next || next.from !== to + 1 || tokens[to - 1]?.text === '.') return false;
  const from = bulletOf(tokens, next.from) === null ? next.from : next.from + 1;
  return afterDateline(tokens, from, next.to) > from;
}

/** The sign that a paragraph begins with, from its first token; one for all numbers of a list («٣- …»). */
function bulletOf(tokens: readonly Token[], at: number): string | null {
  const sign = tokens[at];
  if (sign?.kind === 'number') return endsNumber(tokens[at + 1]) ? '#' : null;
  return sign?.kind === 'mark' && !/^["«“(]$/.test(sign.text) ? sign.text : null;
}

const endsNumber = tokenLike(/^[-–—.)ـ/]$/);

/** «🔴 …» over «🔴 …»: the first line is an item like the second, and no headline. */
function isListed({ sentences, tokens }: Reading): boolean {
  const second = sentences.find((sentence) => sentence.paragraph > 0);
  const bullet = bulletOf(tokens, 0);
  return bullet !== null && second !== undefined && bulletOf(tokens, second.from) === bullet;
}

/** Where the headline ends whose figures the text below tells in full; 0 where none stands over the text. */
export function endOfHeadline(reading: Reading): number {
  if (!reading.sentences.some((s) => s.paragraph > 0) || isListed(reading)) return 0;
  return reading.sentences.findLast((s) => s.paragraph === 0)?.end ?? 0;
}

/** Words in which a sentence turns from one story to the next. */
const OPENER = 4;

/** «كما لقي …», «وفي حادث آخر …», «من جهة أخرى، …». */
function isOtherStory(tokens: readonly Token[], { from, to }: Sentence): boolean {
  for (let i = from; i < from + OPENER; i++) if (isSide(tokens[i]) && isAnother(tokens[i + 1])) return true;
  const second = tokens[from + 1];
  if (tokens[from]?.text === 'كما' && second && mayBeginAnchor(second.form)) return true;
  return namesAnother(tokens, from, to);
}

/** «في حادث آخر», «زلزال ثان» within the tokens [from, to). */
function namesAnother(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++)
    if (isAnother(tokens[i]) && isEvent(tokens[i - 1]?.text ?? '')) return true;
  return false;
}

const opensWhere = tokenLike(/^[وف]?(?:في|فى|قرب|جنوب|شمال|شرق|غرب|جنوبي|شمالي|شرقي|غربي|وسط)$/);

/** Words of a place that a sentence opens with. */
const PLACE = 8;
const isWhere = tokenLike(/^(?:حيث|الذي|التي)$/);

/** «وفي مدينة الموصل، …»: one of the places right behind the first word. */
function opensWith(tokens: readonly Token[], from: number, names: readonly string[]): boolean {
  if (!opensWhere(tokens[from])) return false;
  // «وفي الموصل حيث وقع التفجير»: where the news was.
  for (let i = from + 1; i < from + PLACE && tokens[i]?.kind === 'word'; i++)
    if (isWhere(tokens[i])) return false;
  const words = ` ${tokens
    .slice(from + 1, from + 1 + OPENER)
    .map(({ text }) => text)
    .join(' ')} `;
  return names.some((name) => words.includes(` ${fold(name).split(' ')[0]} `));
}

const andIn = tokenLike(/^[وف](?:في|قرب|جنوب|شمال|شرق|غرب)$/);

const turnsElsewhere = (tokens: readonly Token[], from: number): boolean =>
  andIn(tokens[from]) || opensOtherNews(tokens, from);

/** «من جهة أخرى», «وفي سياق متصل»: what a sentence that begins at a token tells is news like the rest. */
export const opensOtherNews = (tokens: readonly Token[], from: number): boolean =>
  tokens.slice(from, from + OPENER).some(({ form }) => turns(form));

const turns = testOfForm(({ text }) =>
  /^(?:ال)?(?:سياق|اطار|صعيد|شان|متصل|متصل[ةه])$|^(?:جانب|جه[ةه]|ناحي[ةه])$/.test(text),
);

/** «من جهة أخرى», «على صعيد آخر» */
const isSide = tokenLike(/^(?:جه[ةه]|ناحي[ةه]|جانب|صعيد|سياق|شان|موضوع)$/);

/** «في حادث مماثل», «وفي غارة ثانية» */
const isAnother = tokenLike(
  /^(?:اخر|اخرى|اخري|منفصل|منفصل[ةه]|ثان|ثاني[ةه]|مماثل|مماثل[ةه]|مشابه|مشابه[ةه])$/,
);
const isEvent = (text: string) =>
  /^[وب]?(?:حادث|حادث[ةه]|حوادث|هجوم|انفجار|غار[ةه]|تفجير|عملي[ةه]|قصف|حريق|كمين|اشتباك|زلزال|هز[ةه]|اعتداء|ضرب[ةه]|انهيار|فيضان|تصادم|اصطدام|شجار|انقلاب)$/.test(
    text,
  );
