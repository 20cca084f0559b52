import { type Form, ofForm, testOfForm } from '#arabic/forms.ts';
import { seldomLike, type Token, tokenLike } from '#arabic/tokens.ts';
import type { CasualtyKind } from '#draft/fact.ts';
import { beginsLine } from './begins-line.ts';
import { beginsCircumstance } from './casualty-circumstance.ts';
import { NOBODY } from './casualty-counted.ts';
import { type Count, readCount } from './casualty-counts.ts';
import { deedOf } from './casualty-doubts.ts';
import { areDefrauded } from './casualty-tallies.ts';
import { AFTER, AMONG, BROKEN_PLURALS, lookUp, ONES, VICTIMS } from './casualty-words.ts';
import type { Range } from './speaker.ts';

/** «سقوط قتلى», «وقوع إصابات»: what is right before victims that nobody has counted. */
const FALLING =
  /^[وفبل]?(سقوط|ارتقاء|ارتقى|ارتقي|وقوع|وصول|حدوث|سقط|خلف|خلفت|[يت]خلف|مخلفا|مخلفة|اوقع|اوقعت|[يت]وقع|موقعا|موقعة|وقعت)$/;
/** «أسفر عن إصابات», «أنباء عن قتلى», «أدى إلى جرحى». */
const TELLING =
  /^[وف]?(اسفر|اسفرت|يسفر|تسفر|نجم|نتج|ادى|ادت|يودي|انباء|تقارير|معلومات|تتحدث|تحدثت|تحدث|اسفرا|اسفروا)$/;
/** Words between what tells of victims, or denies them, and the victims. */
const WITHIN = 5;

/** «قتلى», «وجرحى»: more than one of them, and how many nobody says. */
const victimsOf = ofForm(({ text }) => {
  const joined = text.startsWith('و') && !VICTIMS.has(text);
  const victim = VICTIMS.get(joined ? text.slice(1) : text);
  const isToll = victim?.kind === 'killed' || victim?.kind === 'injured' || victim?.kind === 'missing';
  return victim?.number === 'many' && isToll ? { kind: victim.kind, joined } : null;
});

const areOthers = testOfForm(({ text }) => /^(?:اخرين|اخرون|اخريات)$/.test(text));

/** «مصرع شخص وإصابة آخرين»: how many more, nobody says. */
function othersAt(tokens: readonly Token[], at: number): Count | null {
  // «وما زال آخرون في عداد المفقودين»
  const areLost =
    /زال/.test(tokens[at - 1]?.text ?? '') && AFTER.longestAt(tokens, at + 1)?.value.kind === 'missing';
  if (areLost) return { ...NOBODY, from: at, to: at + 1, counted: { is: 'generic', at }, numberTo: at };
  const deed = deedOf(tokens[at - 1]?.text ?? '');
  if (!deed || deed.kind === 'displaced' || (deed.needsPeople && deed.kind === 'killed')) return null;
  const counted = { is: 'generic', at } as const;
  return isDenied(tokens, at) ? null : { ...NOBODY, from: at, to: at + 1, counted, numberTo: at };
}

const befalls = seldomLike(/^[وفبل]?(?:مقتل|مصرع|استشهاد|اصاب[ةه]|اعتقال|اختطاف)$/);
const HOUSEHOLD = /^(?:عائل|اسر)[ةه]$/;
const isMany = testOfForm(
  ({ text }) => (BROKEN_PLURALS.has(text) && !ONES.has(text)) || HOUSEHOLD.test(text),
);
const isHousehold = seldomLike(HOUSEHOLD);
const isWhole = seldomLike(/^(?:كامل[ةه]|باكملها|بكاملها|باسرها)$/);
const befallsAll = seldomLike(
  /^[وفبل]?(?:مقتل|مصرع|استشهاد|وفا[ةه]|اباد[ةه]|قتل|قتلت|استشهدت|لقيت|توفيت|اصاب[ةه]|اصيبت|اختناق)$/,
);
const isTheirSort = seldomLike(/^(?!ال).{2,}(?:ين|ات)$|^(?:اجانب|اخرين)$/);

/** «مقتل أطفال في قصف»: how many, nobody says. */
function someAt(tokens: readonly Token[], at: number): Count | null {
  // «وفاة أسرة كاملة»
  // … but «عائلة كاملة من خمسة أفراد» are five.
  const isNumbered = [at + 3, at + 4].some(
    (i) => tokens[i - 1]?.text === 'من' && readCount(tokens, i) !== null,
  );
  const isFamily =
    isHousehold(tokens[at]) && isWhole(tokens[at + 1]) && befallsAll(tokens[at - 1]) && !isNumbered;
  if (isFamily) return { ...NOBODY, from: at, to: at + 1, counted: { is: 'people', at }, numberTo: at };
  if (!isMany((tokens[at] as Token).form) || !befalls(tokens[at - 1])) return null;
  const next = tokens[at + 1];
  const ends = next?.kind !== 'word' || beginsCircumstance(next);
  const isSort = isTheirSort(next) && (tokens[at + 2]?.kind !== 'word' || beginsCircumstance(tokens[at + 2]));
  if ((!ends && !isSort) || isDenied(tokens, at)) return null;
  return { ...NOBODY, from: at, to: at + 1, counted: { is: 'people', at }, numberTo: at };
}

/** Victims without a number and without «ال», said to have fallen: «سقوط قتلى وجرحى»; null where token `at` is none. */
export function unnumberedAt(tokens: readonly Token[], at: number): Count | null {
  const token = tokens[at];
  if (token && areOthers(token.form)) return othersAt(tokens, at);
  const victims = token ? victimsOf(token.form) : null;
  if (!victims) return token ? someAt(tokens, at) : null;
  const { kind, joined } = victims;
  // «ضحايا الحادث», «جرحى الحرب», «قتلى 2015»: those of something that is spoken of.
  const next = tokens[at + 1];
  if (next?.kind === 'number' || (next?.kind === 'word' && /^(ال|هذ|الى$|لم$|محتمل)/.test(next.text)))
    return null;
  const begins = joined
    ? unnumberedAt(tokens, at - 1) !== null || VICTIMS.has(tokens[at - 1]?.text ?? '')
    : isFalling(tokens, at) || opensLine(tokens, at);
  if (!begins || isDenied(tokens, at)) return null;
  return {
    ...NOBODY,
    from: at,
    to: at + 1,
    counted: { is: 'victims', kind, at },
    numberTo: at,
    conjoined: joined,
  };
}

const isSuch = seldomLike(/^(?:عد[ةه]|كثير|طفيف|خطير|بالغ|متفاوت|متوسط|عديد)[ةه]?$/);

/** «قتلى وجرحى في قصف على السوق»: the first words of a post. */
function opensLine(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  // «إصابات طفيفة في حادث»
  const behind = isSuch(next) ? tokens[at + 2] : next;
  const isTold = next?.kind === 'word' && (victimsOf(next.form)?.joined === true || isCause(behind));
  return isTold && beginsLine(tokens, at);
}

export const isCause = tokenLike(
  /^(?:في|بين|جراء|اثر|نتيجة|مدنيون|ب(?:انفجار|قصف|غار|هجوم|حادث|رصاص|اطلاق|استهداف|انهيار|تفجير|نيران).*)$/,
);

const isOfCases = testOfForm(({ text }) => text === 'منها' || text === 'ومنها');
const followsVictims = (tokens: readonly Token[], at: number): boolean =>
  lookUp(VICTIMS, tokens[tokens[at - 1]?.text === '،' ? at - 2 : at - 1]?.text ?? '') !== undefined;
const isThey = ofForm(({ text }) => /^[وف]?هم$/.test(text));

/** Whether victims that nobody counted may stand at a form. */
export const mayBeVictims = (form: Form): boolean =>
  victimsOf(form) !== null || areOthers(form) || isMany(form);
/** Whether a part of the figure before may begin with a form. */
export const mayBeginAmong = (form: Form): boolean =>
  isThey(form) || isOfCases(form) || AMONG.begins(form, 'conjunction');

/** «بينهم», «منهم», and «هم» before a number: parts of the figure before it follow. */
export function amongAt(tokens: readonly Token[], at: number) {
  const among = AMONG.longestAt(tokens, at, 'conjunction');
  // «لا يزال مالكاه، وهما شقيقان، فارين»: they are two others.
  if (among && /^و?هما$/.test(tokens[at]?.text ?? '') && areTwoOfHis(tokens, at)) return null;
  if (among) return among;
  const token = tokens[at];
  // «227 وفاة، منها 103 أطفال»
  if (token && isOfCases(token.form) && followsVictims(tokens, at)) return { to: at + 1, value: null };
  const areTold = token && isThey(token.form) && readCount(tokens, at + 1)?.counted.is === 'people';
  return areTold ? { to: at + 1, value: null } : null;
}

const areTwoOfHis = (tokens: readonly Token[], at: number) =>
  /.{3}ا(?:ه|ها)$/.test(tokens[tokens[at - 1]?.kind === 'mark' ? at - 2 : at - 1]?.text ?? '');

/** Words before «بينهم» where a sentence goes on telling of those in the one before: «وكان من بينهم». */
const OPENING = 3;

export const opensSentence = (at: number, { from }: Range): boolean => at - from < OPENING;

/** Words between victims and the part of them that is told. */
const SPOKEN_OF = 30;

/** «نُقل الجرحى إلى المستشفى، بينهم ثلاثة في حال حرجة»: of those whom another sentence has counted. */
export function victimsBefore(tokens: readonly Token[], from: number, to: number): CasualtyKind | null {
  for (let i = to - 1; i >= Math.max(from, to - SPOKEN_OF); i--) {
    const kind = kindOfMany((tokens[i] as Token).form);
    if (kind) return areDefrauded(tokens, i) ? null : kind;
  }
  return null;
}

const kindOfMany = ofForm(({ text, kind }): CasualtyKind | null => {
  const victims = kind === 'word' ? lookUp(VICTIMS, text) : undefined;
  return victims?.number === 'many' ? victims.kind : null;
});

/** «لم يتحدثوا عن سقوط ضحايا», «لم يعرف ما إذا أسفر عن قتلى». */
export function isDenied(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i > at - 3 - WITHIN && i >= 0; i--) {
    // «لم تسفر إلا عن إصابة واحدة»
    if (tokens[i]?.kind !== 'word' || /^(?:الا|سو[ىي])$/.test(tokens[i]?.text ?? '')) return false;
    if (/^[وف]?(لم|لن|لا|دون|عدم|قد|ربما|اذا|نفى|نفت|ينفي|تنفي|نفي|نافيا|نافية)$/.test(tokens[i]?.text ?? ''))
      return true;
  }
  return false;
}

const isThere = seldomLike(/^(?:وجود|هناك|ثمة)$/);

export function isFalling(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.text ?? '';
  // «هناك قتلى وجرحى»
  if (isThere(tokens[at - 1]) && !/^جث/.test(tokens[at]?.text ?? '')) return true;
  if (FALLING.test(before)) return !/^(دون|بلا|بدون|عدم)$/.test(tokens[at - 2]?.text ?? '');
  if (!/^(عن|الى|الي)$/.test(before)) return false;
  for (let i = at - 2; i > at - 2 - WITHIN && i >= 0; i--) {
    const text = tokens[i]?.text ?? '';
    if (tokens[i]?.kind === 'break' || text === '.') return false;
    // «يجري البحث عن مفقودين»
    if (
      /^(?:(?:ال|بال|لل)?بحثا?|[وف]?[يت]بحث(?:ون)?)$/.test(text) &&
      victimsOf((tokens[at] as Token).form)?.kind === 'missing'
    )
      return true;
    if (TELLING.test(text)) return !/^(لم|لن|قد|لا|ولم|ولا)$/.test(tokens[i - 1]?.text ?? '');
  }
  return false;
}
