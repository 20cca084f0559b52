import { testOfForm } from '#arabic/forms.ts';
import { readNumber } from '#arabic/numbers.ts';
import { isOpeningMark, seldomLike, type Token, tokenLike } from '#arabic/tokens.ts';
import type { CasualtyKind } from '#draft/fact.ts';
import { beginsLine } from './begins-line.ts';
import { frameAt } from './casualty-anchors.ts';
import { isAged } from './casualty-attacker.ts';
import { exactly, isOneWord } from './casualty-counted.ts';
import { type Count, opensMarks, readCount } from './casualty-counts.ts';
import { isByHarm } from './casualty-one-behind.ts';
import { doesTo } from './casualty-one-object.ts';
import { oneVictimAt } from './casualty-one-victim.ts';
import { endsPeople } from './casualty-ones.ts';
import { isOneOfTheirs } from './casualty-relatives.ts';
import {
  AMONG,
  AT_LEAST_AFTER,
  BEFORE_NAMES,
  bareWord,
  FORCES,
  ONES,
  PLURAL_VERBS,
  VERBS,
} from './casualty-words.ts';
import { isIn } from './speaker-words.ts';

/** Words between the verb and «حتفه», «إلى المستشفى». */
const NEAR_VERB = 4;

/** As a doer would have somebody behind them, alone they say what befell the one before: «أن سائحا خطف في الصحراء». */
const befell = tokenLike(
  /^(?:غرق|اعدم|ذبح|انتحر|صعق|شنق|اعتقل|اوقف|احتجز|خطف|اختطف|سجن|حبس|اقتيد|فقد|عولج|اسعف|طعن|اختنق)ت?$|^[يت](?:غرق|نتحر|ختنق)$|^(?:قض|اختف)(?:ى|ت)$/,
);
const metHarm = tokenLike(/^(?:لقيت?|لقى|[يت]لقى|[يت]?فارقت?|قضى|قضت|نقلت?|ادخلت?|اودعت?|تعرضت?|فقدت?)$/);

const isOnlySaid = seldomLike(/^(?:حبا|شوقا|ضحكا|واقفا|فرحا|خجلا|غيظا|حسر[ةه]|عشقا)$/);

/** Words of what one is and where he is from, before the verb. */
const MOST_OF_ONE = 9;
const wasOnce = seldomLike(/^كانت?$/);
const isMore = seldomLike(/^(?:في|فى|من)$/);
const isOfOne = seldomLike(/(?:ا|ي|ي[ةه]|[ةه])$|^(?:اخر|شاب|حامل|مسلح|متقاعد)$/);

/** Whether one of somebody's, joined to him, may stand at a form. */
export const mayBeBeside = testOfForm(
  ({ text, kind }) => kind === 'word' && isOneOfTheirs(text.replace(/^و/, '')) && text[0] === 'و',
);
/** Whether one person may stand at a form. */
export const mayBeOne = testOfForm(({ text }) => ONES.has(text) || /^(?:و?شخصا?|واخرى?)$/.test(text));
const isOther = seldomLike(/^واخرى?$/);
const isInAccusative = tokenLike(/[^ا]ا$|ة$/);

/**
 * «إن بحارا فلبينيا قُتل», «أن شرطيا أصيب», «أن عاملا لقي حتفه», and in a headline «شاب من البلدة يلقى حتفه»: one
 * person whose verb comes behind. The words between are what he is.
 */
function oneBefore(tokens: readonly Token[], at: number): Count | null {
  const token = tokens[at];
  if (!token || !mayBeOne(token.form)) return null;
  // «شاب قتل وآخر أصيب»
  if (isOther(token)) {
    const isTold = tokens[at + 1]?.kind === 'word' && endsPeople(tokens[at + 2]);
    const kind = isTold ? befellAt(tokens, at + 1) : null;
    const counted = { is: 'victims', kind: kind ?? 'killed', at } as const;
    return kind && exactly(1, { from: at, to: at + 2, counted, conjoined: true });
  }
  const isFirst = beginsLine(tokens, at);
  const before = tokens[at - 1]?.text ?? '';
  // «وكان شاب قتل أمس»
  const isTold = /^[وف]?كانت?$/.test(before) || (isInAccusative(token) && /^[وفب]?ان$/.test(before));
  if (!isFirst && !isTold) return null;
  // «ضابطا برتبة رائد»
  const after = tokens[at + 1]?.text === 'برتبة' ? at + 3 : at + 1;
  const least = AT_LEAST_AFTER.longestAt(tokens, isOneWord(tokens[after]) ? after + 1 : after);
  for (let i = pastAge(tokens, least?.to ?? after); i < after + MOST_OF_ONE; i++) {
    // «أن جنديا «أصيب بجروح»»
    if (isTold && isOpeningMark(tokens[i])) i++;
    const word = tokens[i];
    if (word?.kind !== 'word') return null;
    // «شاب يموت حبا»
    if (isOnlySaid(tokens[i + 1])) return null;
    // «أن طبيبة كانت من بين القتلى»
    const among = wasOnce(word) ? i + 1 : i;
    if (AMONG.longestAt(tokens, among)?.value)
      return exactly(1, { from: at, to: among, counted: { is: 'people', at } });
    const kind = befellAt(tokens, i);
    // «رجل يقتل جاره»: he did it.
    if (kind && isFirst && doesTo(word) && !endsPeople(tokens[i + 1])) return null;
    if (kind) {
      const counted = { is: 'victims', kind, at } as const;
      const whole = exactly(1, { from: at, to: isJoined(tokens, i + 1) ? i : i + 1, counted });
      // «إن شخصا على الأقل قتل»
      const one: Count = least ? { ...whole, max: null } : whole;
      return /^شخصا?$/.test(token.text) ? one : { ...one, who: at };
    }
    if (isMore(word)) i = pastPlace(tokens, i + 1) - 1;
    else if (!isOfOne(word) && !FORCES.has(word.text)) return null;
    i = pastAge(tokens, i + 1) - 1;
  }
  return null;
}

/** «قتل مع ثلاثة حراس», «أصيب وطفلين»: the same befell those, too. */
const isJoined = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === 'مع' || (/^و.{3}/.test(tokens[at]?.text ?? '') && readCount(tokens, at) !== null);

const isOfTheAge = seldomLike(/^(?:من|العمر|عمره|عمرها|نحو|حوالي)$/);
const isYears = seldomLike(/^(?:عاما?|سن[ةه]|سنوات|اعوام|ربيعا|شهرا|اشهر)$/);
/** Tokens of an age between brackets. */
const LONGEST_AGE = 4;

/** «يبلغ من العمر 25 عاما», «(25 عاما)»: behind how old he is; `at` where nobody says. */
function pastAge(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.text === '(') {
    for (let i = at + 1; i <= at + LONGEST_AGE; i++) if (tokens[i]?.text === ')') return i + 1;
    return at;
  }
  if (!isAged(tokens[at])) return at;
  let i = at + 1;
  while (isOfTheAge(tokens[i])) i++;
  const years = readNumber(tokens, i);
  if (!years || !isYears(tokens[years.to])) return at;
  i = years.to + 1;
  while (isOfTheAge(tokens[i])) i++;
  return i;
}

/** «في تنظيم الراية», «من القرية المجاورة»: behind the noun at token `at` and what is definite behind it. */
function pastPlace(tokens: readonly Token[], at: number): number {
  let i = at + 1;
  while (i <= at + 2 && /^ال.{2}/.test(tokens[i]?.text ?? '')) i++;
  return i;
}

const finds = seldomLike(/^[وفبل]?(?:ال)?(?:عثور|عثر|عثرت|عثروا|وجد|وجدت)$/);
const isDead = seldomLike(/^(?:مقتول|قتيل|متوف[ىي]|متوفا|ميت|مشنوق|مذبوح|مخنوق|مطعون)(?:ا|[ةه])?$/);
/** Words of who it is before how he was found. */
const MOST_FOUND = 2;

/** «العثور على طفلة مقتولة», «وجد صياد مشنوقا»: one found dead. */
function oneFoundDead(tokens: readonly Token[], at: number): Count | null {
  if (!mayBeOne((tokens[at] as Token).form)) return null;
  const on = /^عل[ىي]$/.test(tokens[at - 1]?.text ?? '') ? at - 2 : at - 1;
  if (![0, 1, 2].some((k) => finds(tokens[on - k]))) return null;
  for (let i = at + 1; i <= at + 1 + MOST_FOUND; i++) {
    if (tokens[i]?.kind !== 'word') return null;
    const counted = { is: 'victims', kind: 'killed', at } as const;
    if (isDead(tokens[i])) return { ...exactly(1, { from: at, to: i + 1, counted }), who: at };
    if (!isOfOne(tokens[i])) return null;
  }
  return null;
}

const isHarm = seldomLike(/^[وفبل]?(?:مقتل|مصرع|استشهاد|وفا[ةه]|اصاب[ةه]|اعتقال|اغتيال|اختطاف)$/);
/** Words of an office and a name. */
const LONGEST_NAMED = 6;

/** «مقتل القيادي سامي نصر ومرافقه»: one of somebody's, beside him who is named. */
function besideNamed(tokens: readonly Token[], at: number): Count | null {
  if (!mayBeBeside((tokens[at] as Token).form) || !endsPeople(tokens[at + 1])) return null;
  for (let i = at - 1; i >= at - LONGEST_NAMED && i >= 0; i--) {
    if (tokens[i]?.kind !== 'word') return null;
    if (!isHarm(tokens[i])) continue;
    // «إصابة السوق وصاحبه»: only somebody has an office or a title.
    const who = tokens[i + 1]?.text ?? '';
    const isSomebody = i + 2 < at && (BEFORE_NAMES.has(bareWord(who)) || ONES.has(bareWord(who)));
    if (!isSomebody) return null;
    return exactly(1, { from: at, to: at + 1, counted: { is: 'people', at }, conjoined: true });
  }
  return null;
}

const isPersonToo = seldomLike(/^وشخصا?$/);
/** Words between those of one place and the one of the next. */
const NEXT_PLACE = 12;

/** «قتل شخصان في حلب وشخص في حمص»: one more, elsewhere. */
function oneElsewhere(tokens: readonly Token[], at: number): Count | null {
  if (!isPersonToo(tokens[at]) || !isIn(tokens[at + 1])) return null;
  for (let i = at - 1; i > at - NEXT_PLACE && i >= 0; i--) {
    if (tokens[i]?.kind === 'break' || tokens[i]?.text === '.') return null;
    const { is } = readCount(tokens, i)?.counted ?? {};
    if (is === 'generic' || is === 'people')
      return exactly(1, { from: at, to: at + 1, counted: { is: 'generic', at }, conjoined: true });
  }
  return null;
}

/** One person whom no number counts, by the verb behind him or as a victim. */
export const oneWithoutNumber = (tokens: readonly Token[], at: number): Count | null =>
  oneElsewhere(tokens, at) ??
  oneBefore(tokens, at) ??
  oneFoundDead(tokens, at) ??
  besideNamed(tokens, at) ??
  oneVictimAt(tokens, at);

/** Words of when and where between who did it and to how many. */
const MOST_BETWEEN = 4;

const isHour = seldomLike(/^الساع[ةه]$/);

/** «إن مسلحا طعن صباح اليوم ثلاثة»: he did it. */
function countsWhom(tokens: readonly Token[], at: number): boolean {
  for (let i = at + 1; i <= at + MOST_BETWEEN; i++) {
    const token = tokens[i];
    // «انتحاري يقتل "33" مقاتلا»
    if (token !== undefined && opensMarks(token)) continue;
    // «بحار قتل وأصيب ثلاثة»: what befell others.
    if (token === undefined || token.kind === 'mark' || /^و.{2}/.test(token.text)) return false;
    // «قتل مع اثنين من مرافقيه»
    if (isHour(token) || token.text === 'مع') return false;
    if (readCount(tokens, i)) return true;
  }
  return false;
}

/** What the verb at token `at` says to have befallen the one before it; null where he did it, or it is no such verb. */
function befellAt(tokens: readonly Token[], at: number): CasualtyKind | null {
  const verb = tokens[at] as Token;
  const met = metHarm(verb) ? frameAt(tokens, at, NEAR_VERB) : null;
  if (met === 'killed' || met === 'injured' || met === 'detained') return met;
  const told = PLURAL_VERBS.has(verb.text) ? undefined : VERBS.get(verb.text);
  if (!told) return null;
  const next = tokens[at + 1];
  if (!told.needsPeople)
    // «قتل زوجته»: he did it.
    return /.{2}(ه|ها|هم|هما)$/.test(next?.text ?? '') || countsWhom(tokens, at) ? null : told.kind;
  // «أن قاضيا قضى بسجنه»
  const rules = passes(verb) && /^ب/.test(next?.text ?? '') && !isByHarm(next);
  return befell(verb) && endsPeople(next) && !rules && !countsWhom(tokens, at) ? told.kind : null;
}

const passes = tokenLike(/^قض(?:ى|ت)$/);
