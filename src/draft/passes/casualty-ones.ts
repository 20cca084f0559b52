import { countryOfNisba, isCountryName } from '#arabic/countries.ts';
import { testOfForm } from '#arabic/forms.ts';
import { loosenWord } from '#arabic/place-spelling.ts';
import { isComma, seldomLike, type Token, tokenLike } from '#arabic/tokens.ts';
import type { CasualtyKind } from '#draft/fact.ts';
import { attackerAt, behindAge } from './casualty-attacker.ts';
import { beginsCircumstance } from './casualty-circumstance.ts';
import { isOnlyOfPeople } from './casualty-clauses.ts';
import { exactly, isOneOfMore, isOneWord, NOBODY, orMore } from './casualty-counted.ts';
import { type Count, countsPeopleBehind, readCount } from './casualty-counts.ts';
import { areOfWork } from './casualty-duals.ts';
import { isHeight, leadsToFall } from './casualty-not-dead.ts';
import { behindEvent, isOne } from './casualty-one-behind.ts';
import { doesTo, isKilling, isOfOffice, isSuspect, whomTheyHarmed } from './casualty-one-object.ts';
import { isOneOfTheirs, isParentOf } from './casualty-relatives.ts';
import {
  AT_LEAST_AFTER,
  BEFORE_NAMES,
  ENDS_OF_LIFE,
  isPeopleWord,
  lookUp,
  ONES,
  PLURAL_VERBS,
  VICTIMS,
  WORK,
} from './casualty-words.ts';
import { COMPLEMENTIZERS } from './speaker-words.ts';

const isThere = tokenLike(/^(?:في|ب)(?:ه|ها|هما)$|^(?:هناك|ايضا|كذلك)$/);
const isAtTheTime = tokenLike(/^[وف]?(?:عند|لدى|حال|حال[ةه])$/);

const isOneMore = tokenLike(/^(?:اخر|اخرى|ثان|(?:ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر)[اةه]?)$/);
const isThirdObject = seldomLike(/^(?:اخر|(?:ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر)ا)$/);
const harmsAnother = seldomLike(/^و(?:اصابت?|[يت]صيب|جرحت?|[يت]جرح|اعتقال|اعتقلت?|خطف|اختطاف)$/);
const isMember = seldomLike(/^فردا?$/);
const isOneOf = tokenLike(/^(?:احد|احدى|احدهم|احداهن|احدهما|احداهما)$/);

const succumbs = tokenLike(/^متاثر(?:ا|[ةه])$/);
/** Words of who and of what, before «متأثرا بجروحه». */
const OF_WOUNDS = 14;

/** Words between commas of when, where and who says so. */
const LONGEST_ASIDE = 7;

/** «قتل، بحسب مصدر أمني، شرطي»: where the words behind an aside begin; null where none closes or none is one person's. */
function behindAside(tokens: readonly Token[], comma: number): number | null {
  for (let i = comma + 2; i < comma + LONGEST_ASIDE; i++) {
    if (isComma(tokens[i])) return isOne(tokens[i + 1]) ? i + 1 : null;
    if (tokens[i]?.kind !== 'word') return null;
  }
  return null;
}

/** What befell whoever follows token `to`. */
export interface Harm {
  kind: CasualtyKind;
  to: number;
  tally: boolean;
  needsPeople: boolean;
}

/**
 * «قتل مسلح», «وأصيبت سيدة»: one person right behind what happened to them. Null where somebody else is named behind:
 * «قتل رجل زوجته» is about her.
 */
export function oneAt(
  tokens: readonly Token[],
  { kind, to, tally, needsPeople }: Harm,
  isBeside: boolean,
): Count | null {
  // «وقتل فيه مريض»
  if (!tally && isThere(tokens[to])) return oneAt(tokens, { kind, to: to + 1, tally, needsPeople }, isBeside);
  const aside = tally || !isComma(tokens[to]) ? null : behindAside(tokens, to);
  if (aside !== null) return oneAt(tokens, { kind, to: aside, tally, needsPeople }, isBeside);
  const token = tokens[to];
  // «لم يقتل جندي واحد»
  if (isNot(tokens[to - 2])) return null;
  // «قتلوا شمال المدينة»: those who were told of before.
  const within = tally || PLURAL_VERBS.has(tokens[to - 1]?.text ?? '') ? null : behindEvent(tokens, to);
  if (within !== null) {
    const one = tokens[within]?.text === 'شخص' ? oneAnybody(tokens, within) : onePerson(tokens, within);
    // «توفي في المستشفى شرطي متأثرا بجروح أصيب بها»: what befell him is said before, if not right before.
    const ofWounds = tokens.slice(within, within + OF_WOUNDS).some(succumbs);
    return one && ofWounds ? { ...one, counted: { is: 'victims', kind, at: within }, who: within } : one;
  }
  if (tally || token?.kind !== 'word' || /.{2}ات$/.test(tokens[to - 1]?.text ?? '')) return null;
  // «وعند إصابة أحدهم ينقل إلى المستشفى»: whoever it may be.
  if (isAtTheTime(tokens[to - 2])) return null;
  if (isOneOf(token)) return oneOf(tokens, to);
  if (isOneOfMore(tokens, to)) return null;
  // «مقتل مدني وإصابة آخر», «وأصيب ثالث»; «آخر عناصرها» is the last of them.
  // «واعتقل رابع»
  const seizes = isOnlyOfPeople((tokens[to - 1] as Token).form) || kind === 'detained';
  const isSeized = seizes && token.text !== 'اخر';
  // «ويصيب ثالثا»
  const isObject = isThirdObject(token) && (token.text !== 'اخر' || harmsAnother(tokens[to - 1]));
  const isJoined = isBeside || joinsHarm(tokens[to - 1]);
  const isToll = isJoined && (!needsPeople || tellsHow(tokens[to + 1]) || isSeized || isObject);
  if (isToll && isOneMore(token) && endsPeople(tokens[to + 1]))
    return exactly(1, { from: to, to: to + 1, counted: { is: 'generic', at: to } });
  // «مقتل شخص»
  if (/^شخصا?$/.test(token.text)) return oneAnybody(tokens, to);
  // «استشهاد فرد من قوة التدخل»
  if (isMember(token) && tokens[to + 1]?.text === 'من') return onePerson(tokens, to);
  if (isShock(tokens, to) || isFall(tokens, to)) return null;
  const attacker = kind === 'killed' ? attackerAt(tokens, to) : null;
  if (attacker && endsPeople(tokens[attacker.to])) return attacker;
  const before = whatHeWas(tokens, to, kind);
  if (before) return before;
  // «قتل راع وأصيبت زوجته»
  const acts = doesTo(tokens[to - 1]) || isKilling(tokens[to - 1]);
  // «قتل طفلا واعتقل والده»
  const befallsHim = isJoined && (!acts || (isBeside && tokens[to - 1]?.text[0] === 'و'));
  if (befallsHim && isOneOfTheirs(token.text) && endsPeople(tokens[to + 1]))
    return exactly(1, { from: to, to: to + 1, counted: { is: 'people', at: to } });
  // «قتل شرطي أبيض شابا أسود»: the accusative is whom he killed.
  const killed = whomTheyHarmed(tokens, to);
  if (killed !== null)
    return exactly(1, { from: killed, to: killed + 1, counted: { is: 'people', at: killed } });
  const next = tokens[to + 1];
  // «القبض على متهم بالسرقة», «توقيف مشتبه به»
  const isSought =
    kind === 'detained' && isSuspect(token) && (endsPeople(next) || isInIt(next) || doesTo(next));
  // «قتل مطلوب أمني»
  const isWanted =
    kind === 'killed' &&
    isWantedOne(token) &&
    (endsPeople(next) || (isOfSecurity(next) && endsPeople(tokens[to + 2])));
  if (isSought || isWanted || (isCrewOne(token) && endsPeople(next)))
    return exactly(1, { from: to, to: to + 1, counted: { is: 'people', at: to } });
  // «إمام مسجد», «مدير مدرسة»
  const isAtWork = WORK.has(next?.text ?? '') && endsPeople(tokens[to + 2]);
  const isOfSome = BEFORE_NAMES.has(token.text) && next && (isAtWork || isOfNation(next.form));
  // «قتل مسلحون شيخا قبليا»: not «شيخ», who may be named.
  const isMarked = isOfOffice(token.text);
  const isOne =
    ONES.has(token.text) || isOfSome || isMarked || isSettler(tokens, to) || isWomanOf(tokens, to);
  return isOne || isParentOf(tokens, to) ? onePerson(tokens, to) : null;
}

/** «استشهاد الطفلة ليان سامر وإصابة والدتها»: beside somebody who is named. */
const joinsHarm = seldomLike(/^و(?:اصاب[ةه]|مقتل|استشهاد|وفا[ةه]|مصرع|اعتقال)$/);
const befalls = seldomLike(
  /^[وفبل]?(?:مقتل|استشهاد|استشهدت?|مصرع|وفا[ةه]|توفي|توفى|توفيت|ماتت?|موت|قضى|قضت|لفظت?|فارقت?|لقيت?|اصاب[ةه]|اصيبت?)$/,
);
const isAfter = seldomLike(/^(?:بعد|اثر|عقب|مع|ب(?:ال)?اضاف[ةه])$/);
const endsLife = (next: Token | undefined) => ENDS_OF_LIFE.has(next?.text ?? '');
const isIndefinite = seldomLike(
  /^(?!ال|[وفبل]).{2,}(?:ي|ي[ةه]|[ةه])$|^(?:ثان|ثالث|رابع|خامس|سادس|سابع|اخر)$/,
);

/** «وفاة مصاب متأثرا بجراحه», «استشهاد معتقل في السجن»: one who had been hurt, seized or driven out before. */
function whatHeWas(tokens: readonly Token[], at: number, kind: CasualtyKind): Count | null {
  const victim = befalls(tokens[at - 1]) ? VICTIMS.get(tokens[at]?.text ?? '') : undefined;
  if (victim?.number !== 'one' || victim.kind === 'killed' || victim.kind === kind) return null;
  const next = tokens[at + 1];
  if (!endsPeople(next) && !isIndefinite(next) && !endsLife(next)) return null;
  // «ارتفع العدد إلى خمسة بعد وفاة جريح»: he is one of them.
  if (isAfter(tokens[at - 2])) return null;
  const is = victim.kind === 'injured' ? 'generic' : 'people';
  return exactly(1, { from: at, to: at + 1, counted: { is, at } });
}

function onePerson(tokens: readonly Token[], to: number): Count | null {
  const token = tokens[to] as Token;
  // «غرقت إثيوبيا», «اعتقلت ليبيا»: the country.
  const next = tokens[to + 1];
  // «حالة وفاة جديدة مضيفة أن»: what the ministry adds.
  if (didIt(tokens, to) || isCountryName(token.text) || COMPLEMENTIZERS.has(next?.text ?? '')) return null;
  const counted = { is: 'people', at: to } as const;
  // «لقي سائقا الشاحنتين حتفهما», «قتل ضابطا شرطة»: two, as they are somebody's.
  const theirs = /^(?:ال.*|شرط[ةه]|جيش|امن|درك|مرور|حدود|بحري[ةه])$/.test(next?.text ?? '');
  const n = (/[^ة]ا$/.test(token.text) && theirs) || areOfWork(tokens, to) ? 2 : 1;
  // «مقاتل واحد من القوة»: the same one.
  const end = isOneWord(next) && n === 1 ? to + 2 : to + 1;
  const one = exactly(n, { from: to, to: end, counted });
  return orMore(tokens, one);
}

const isWantedOne = seldomLike(/^مطلوبا?$/);
const isOfSecurity = seldomLike(/^(?:امنيا?|خطيرا?)$/);

/** «مقتل فرنسية»: a woman of that nation. */
const isOfHerNation = testOfForm(
  ({ text }) => /^(?!ال).*ي[ةه]$/.test(text) && countryOfNisba(loosenWord(text)) !== undefined,
);
const isWomanOf = (tokens: readonly Token[], at: number) =>
  isOfHerNation((tokens[at] as Token).form) &&
  isOnlyOfPeople((tokens[at - 1] as Token).form) &&
  endsPeople(tokens[at + 1]);
/** «مقتل مستوطنة»: a woman, as it befalls no place. */
const isSettler = (tokens: readonly Token[], at: number) =>
  /^مستوطن[ةه]$/.test(tokens[at]?.text ?? '') && isOnlyOfPeople((tokens[at - 1] as Token).form);
const isInIt = seldomLike(/^(?:به|بها|فيه|فيها|عليه|عليها)$/);
/** «مقتل سائقها»: of the car that was told of. */
const isCrewOne = seldomLike(/^(?:سائق|قائد|راكب|ربان|طيار)(?:ه|ها|هما)$/);
const isNot = tokenLike(/^[وف]?(?:لم|لن|لا)$/);

/** «سقوط طفلة من شرفة»: how she fares, the sentence would say. */
function isFall(tokens: readonly Token[], at: number): boolean {
  if (!falls(tokens[at - 1])) return false;
  for (let i = at + 1; i <= at + FALL && tokens[i]?.kind === 'word'; i++)
    if (leadsToFall(tokens[i]) && isHeight(tokens[i + 1])) return true;
  return false;
}

/** Words between who falls and from where. */
const FALL = 6;

const falls = tokenLike(/^[وفب]?(?:سقوط|سقطت?|[يت]سقط)$/);
/** «للاشتباه في تورطه», «تجاه»: nobody's. */
const endsInOwnH = tokenLike(/(?:شتبا|تجا|نتبا|ميا|كرا)ه$/);

/** «قتل رجل زوجته», but «لقي عامل مصرعه»; «قتل انتحاري، يشتبه بأنه …، 32 شخصا»: he is not who was killed. */
function didIt(tokens: readonly Token[], at: number): boolean {
  // «إصابة سيدة برصاص من ثلاثة أشخاص»: so much befalls people only.
  if (befalls(tokens[at - 1])) return false;
  const next = tokens[at + 1];
  const isTheirs =
    next?.kind === 'word' &&
    ((/^(?!ل.{3}|ب(?!نات|قر).{3})[^و].+(ه|ها|هم|هما)$/.test(next.text) && !endsInOwnH(next)) ||
      isOneOfTheirs(next.text));
  // «قتل رجل أربعة من أقاربه»
  const others = readCount(tokens, behindAge(tokens, at + 1));
  const areOthers = others !== null && !others.conjoined && !others.meantFor;
  if (areOthers && /^(?:people|generic|victims)$/.test(others.counted.is)) return true;
  // «قتل مسلح شرطيين»
  if (/ين$/.test(next?.text ?? '') && !/^(?:ال|و)/.test(next?.text ?? '') && isPeopleWord(next?.text ?? ''))
    return true;
  // «دهس سائق حشدا»
  if (isCrowd(next)) return true;
  return (
    (isTheirs && !ENDS_OF_LIFE.has(next.text) && !isVerb(next)) ||
    countsPeopleBehind(tokens, at, /^(?:\.|و.{3}.*)$/)
  );
}

/** «رجلا يشتبه في صلته»: what he is or does, and nobody of his. */
const isVerb = tokenLike(/^(?:[يت](?:شتبه|واجه|توجه|تجه|شبه|نتبه)|عمره|عمرها)$/);

const isCrowd = tokenLike(/^(?:حشدا|جمعا|جموعا|مجموعة|مشاة|مارة|مصلين|متظاهرين)$/);

/** «صومالي», «فرنسية»: not «الصومالي», whose name follows. */
const isOfNation = testOfForm(({ text }) => !text.startsWith('ال') && countryOfNisba(text) !== undefined);

/** «صعق كهربائي»: what they died of. */
const isShock = (tokens: readonly Token[], at: number) =>
  /^كهربائي[ةه]?$/.test(tokens[at]?.text ?? '') && /صعق$/.test(tokens[at - 1]?.text ?? '');

/** «البلدية», «جنودها»: spoken of as known. */
export const isKnown = tokenLike(/^ال|.{3}(?:ه|ها|هم)$/);

/** Whether no word of whom they are stands behind people. */
export const endsPeople = (next: Token | undefined) => next?.kind !== 'word' || beginsCircumstance(next);

/** «قضى آخر متأثرا بجراحه» */
const tellsHow = tokenLike(/^(?:متاثر(?:ا|[ةه])|غرقا|دهسا|اختناقا|حرقا|طعنا|خنقا|صعقا|شنقا)$/);

/** «مقتل شخص», not «قتل شخص زوجته». */
function oneAnybody(tokens: readonly Token[], at: number): Count | null {
  if (didIt(tokens, at)) return null;
  // «شخص واحد على الأقل»
  const to = tokens[at + 1]?.text === 'واحد' ? at + 2 : at + 1;
  const least = AT_LEAST_AFTER.longestAt(tokens, to);
  const max = least ? null : 1;
  return {
    ...NOBODY,
    from: at,
    to: least?.to ?? to,
    min: 1,
    max,
    counted: { is: 'generic', at },
    numberTo: at,
  };
}

const isDeath = tokenLike(/^[وفب]?(?:قضى|توفي|مات|وفا[ةه])$/);

const isOutstanding = seldomLike(/^(?:اخطر|ابرز|اكبر|اهم|اشهر|اقدم|كبار|قدامى|اوائل)$/);

/** «مقتل أحد جنودها», «إصابة إحدى العاملات», «قتل أحدهم». */
function oneOf(tokens: readonly Token[], at: number): Count | null {
  if (/ه(?:ما|م|ن)$/.test(tokens[at]?.text ?? ''))
    return exactly(1, { from: at, to: at + 1, counted: { is: 'generic', at } });
  const next = tokens[at + 1];
  // «توفي أحد المصابين»
  if (isDeath(tokens[at - 1]) && lookUp(VICTIMS, next?.text ?? '')?.number === 'many')
    return exactly(1, { from: at, to: at + 2, counted: { is: 'generic', at } });
  // «أحد أخطر المطلوبين», «أحد كبار القادة»
  const who = isOutstanding(next) ? at + 2 : at + 1;
  // «قتل أحد المسلحين ثلاثة جنود»: he did it.
  if (!isPeopleWord(tokens[who]?.text ?? '') || readCount(tokens, who + 1)) return null;
  return exactly(1, { from: at, to: who + 1, counted: { is: 'people', at: at + 1 } });
}
