import { testOfForm } from '#arabic/forms.ts';
import { rememberWords } from '#arabic/remember-words.ts';
import { seldomLike, type Token, tokenLike } from '#arabic/tokens.ts';
import { adjectivesEnd, pastNationality } from './casualty-adjectives.ts';
import { BEFORE_A_NAME, markedEnd, pastAllegiance, phraseEnd, waits } from './casualty-group-phrase.ts';
import { originEnd } from './casualty-origin.ts';
import { isOneOfTheirs, isRelative } from './casualty-relatives.ts';
import {
  AT_LEAST_AFTER,
  BODIES,
  bareWord,
  ENDS_OF_LIFE,
  EVENTS,
  FORCES,
  isPeopleWord,
  LEFT_BEHIND,
  MEMBERS,
  NEED_COMPLEMENT,
  ONES,
  PLURAL_VERBS,
  WORK,
} from './casualty-words.ts';
import { readBody } from './read-body.ts';
import { isDefinite, isGivenName, isInstitution, TIMES } from './speaker-words.ts';

const isSuspect = tokenLike(/^[وب]?(?:ال)?مشتبه(?:ا|ين|ان)?$/);
const isOfWhom = tokenLike(/^(?:ب|في)(?:ه|ها|هم|هما)$/);

/** «مشتبه بهم», «مشتبه فيهما» */
export const areSuspects = (tokens: readonly Token[], at: number): boolean =>
  isSuspect(tokens[at]) && isOfWhom(tokens[at + 1]);

/** Others who are joined to the first: «رجال الجيش والشرطة وعناصر الحشد». */
const MOST_JOINED = 3;

/** «المدنيين», «ميليشيا التمرد», «الجيش»; no victims, who would be counted themselves. */
export function isWhose(tokens: readonly Token[], at: number): boolean {
  const text = tokens[at]?.text ?? '';
  return isPeopleWord(text) || isBody(text) || waits(text);
}

export const isBody = (text: string) => BODIES.has(text) || BODIES.has(bareWord(text));

const areLinked = tokenLike(/^(?:ال)?مرتبط(?:ا|ان|ين|ون|[ةه])?$/);

/** Where the words of a group end; `whole`: with the body that it is of («عضوان من قوات الأمن»). */
export function groupEnd(tokens: readonly Token[], at: number, whole: boolean): number {
  // «مشتبه بهم»
  if (areSuspects(tokens, at)) return at + 2;
  // «مرتبطا بالتنظيم الإرهابي»
  const link = tokens[at + 1]?.text ?? '';
  if (areLinked(tokens[at]) && /^ب.{3}/.test(link)) return phraseEnd(tokens, at + 1, link.slice(1));
  const end = ofBodyEnd(tokens, at, whole);
  return isOne(tokens[at]?.text ?? '') ? end : joinedEnd(tokens, end);
}

/** «الأب», «ابنتها»: with nobody else is one of them counted together. */
const isOne = (text: string) =>
  isOneOfTheirs(text) || (/^ال/.test(text) && (ONES.has(text.slice(2)) || isRelative(text.slice(2))));

/** «عناصر من الجيش والشرطة», «الحوثيين وقوات صالح»: others who are joined, where no clause begins with them. */
function joinedEnd(tokens: readonly Token[], at: number): number {
  let end = orEnd(tokens, at);
  let to: number | null = end;
  for (let n = 0; n < MOST_JOINED; n++) {
    to = conjunctEnd(tokens, to);
    if (to === null) break;
    const next = tokens[to];
    // «43 من المتمردين وقوات الحرس و7 من المدنيين»
    const isCountedOn = next?.text === 'و' && tokens[to + 1]?.kind === 'number';
    if (next?.kind !== 'word' || isCountedOn || goesOn(next.form)) end = to;
  }
  return end;
}

/** «13 جنديا وشرطيا على الأقل»: the two are counted together. */
function orEnd(tokens: readonly Token[], at: number): number {
  const other = /^و(.{3,}ا)$/.exec(tokens[at]?.text ?? '')?.[1];
  const isJoined = other !== undefined && ONES.has(other) && /ا$/.test(tokens[at - 1]?.text ?? '');
  const isLeast = isJoined && AT_LEAST_AFTER.longestAt(tokens, at + 1) !== null;
  return isLeast || areOneNumber(tokens, at) ? at + 1 : at;
}

const isNumber = seldomLike(/^(?:ا?حد[ىي]?|عشر[ةه]?|.{3,}(?:ون|ين)|مئ[ةه]|مائ[ةه])$/);
const befalls = seldomLike(
  /^[وفب]?(?:(?:اصيب|استشهد|توفي)ت?|توفى|قتل|جرح|اعتقل|اختطف|مقتل|مصرع|استشهاد|وفا[ةه]|اصاب[ةه]|اعتقال|اختطاف)$/,
);

/** «إصابة 58 طالبة ومعلمة», «قتل 15 جنديا وضابطا»: two nouns in the case of one number; «وضابط» would be one more. */
export function areOneNumber(tokens: readonly Token[], at: number): boolean {
  const [noun = '', other = ''] = [tokens[at - 1]?.text, /^و(.{3,})$/.exec(tokens[at]?.text ?? '')?.[1]];
  const isSameCase = (/ا$/.test(noun) && /ا$/.test(other)) || (/[ةه]$/.test(noun) && /[ةه]$/.test(other));
  if (!isSameCase || !ONES.has(noun) || !ONES.has(other)) return false;
  const number = tokens[at - 2];
  return (number?.kind === 'number' || isNumber(number)) && befalls(tokens[at - 3]);
}

/** Where the people end that token `at` joins with «و» to those before it; null where it joins none. */
function conjunctEnd(tokens: readonly Token[], at: number): number | null {
  const { kind, text = '' } = tokens[at] ?? {};
  const before = tokens[at - 1]?.text ?? '';
  if (kind !== 'word' || text[0] !== 'و' || text.length < 3) return null;
  if (!/^و?ال|^[»"”)]$|.{3}(?:ه|ها|هم)$/.test(before) && !isBody(before) && !isGivenName(before)) return null;
  const bare = text.slice(1);
  // «الفصائل المقاتلة والإسلامية»
  if (/^ال.{3,}ي[ةه]$/.test(bare) && /^ال.{3,}[ةه]$/.test(before) && !isBody(before) && !isPeopleWord(bare))
    return at + 1;
  // «الحوثيين ومن القوات الموالية»
  if (bare === 'من') return isWhose(tokens, at + 1) ? phraseEnd(tokens, at + 1) : null;
  // «ميليشيا الحوثي وصالح»
  if (isGivenName(bare)) return waits(tokens[at - 2]?.text ?? '') ? at + 1 : null;
  // «قوات الجماعة والرئيس السابق سامي نصر»
  if (BEFORE_A_NAME.test(bare)) return phraseEnd(tokens, at, bare);
  if (/^ال/.test(bare)) return isPeopleWord(bare) || isBody(bare) ? phraseEnd(tokens, at, bare) : null;
  if (BODIES.has(bare) && !waits(bare)) return at + 1;
  const end = waits(bare) ? phraseEnd(tokens, at, bare) : at + 1;
  if (end > at + 1) return end;
  // «المتمردين وعناصر من الحرس»
  const isOfBody = isMember(bare) && tokens[end]?.text === 'من' && isWhose(tokens, end + 1);
  return isOfBody ? phraseEnd(tokens, end + 1) : null;
}

const goesOn = testOfForm(
  ({ text }) =>
    beginsCircumstance(text) ||
    PLURAL_VERBS.has(text) ||
    ENDS_OF_LIFE.has(text) ||
    // «والمتضامنين المشاركين في المسيرة»
    /^و.{2}|^المشارك(?:ين|ون)$/.test(text),
);

const beginsCircumstance = (text: string) =>
  /^(?:في|فى|من|على|الى|اثر|جراء|خلال|منذ|قبل|بعد|عند|عندما|حين|بينما|فيما|وسط|بين|ضمن|اليوم|امس|مساء|صباح|فجر|ليلة|ليل|الذين|بينهم|قرب|داخل|لقوا|تم|ايضا|ب(?:انفجار|قصف|غار|هجوم|حادث|رصاص|نيران|تفجير|اختناق|الاختناق|جروح|كمين|مواجهات|اشتباك|معارك|معركة|ضربات|ضربة|صواريخ|صاروخ|قذائف|قذيفة|عبوة|سيارة|محافظة|مدينة|منطقة).*)$/.test(
    text,
  );

const tellsOfSome = tokenLike(/^(?:احد|احدى|بعض|معظم|اغلب|جميع|كل)(?:هم|هما|هن)$/);

function ofBodyEnd(tokens: readonly Token[], at: number, whole: boolean): number {
  // «عاملا إغاثة», «سائق شاحنة»
  const of = tokens[at + 1]?.text ?? '';
  // «ركاب أحدهم سائح»
  if (tellsOfSome(tokens[at + 1])) return at + 1;
  const ofWork = FORCES.has(of) || WORK.has(of) || areTwoOf(tokens, at);
  // «قائد كتيبة الفجر»
  const work = waits(of) ? phraseEnd(tokens, at + 1) : at + (isOfWork(tokens[at + 2]) ? 3 : 2);
  const noun = ofWork ? work : phraseEnd(tokens, at);
  const isOfAny = isIndefinite(tokens, at, noun);
  // «جندي أول», «رقيب أول»
  if (hasRank(tokens[at]) && isFirst(tokens[at + 1]) && !isBeforeLast(tokens[at + 2])) return at + 2;
  const told = ofWork && isOfFeminine(tokens, noun) ? noun + 1 : adjectivesEnd(tokens, at, noun);
  const plain = isOfAny ? pastAllegiance(tokens, told) : pastNationality(tokens, noun);
  // «21 مسلحا آخرين من التنظيم»
  const others = plain + 1;
  const further = whole && areOthers(tokens[plain]) ? ofWhomEnd(tokens, at, others, of, whole) : others;
  return further > others ? further : ofWhomEnd(tokens, at, plain, of, whole);
}

/** «آخرين», and «اثنين»: no more than has been said. */
const areOthers = seldomLike(/^(?:اخر(?:ين|ون)?|اثن(?:ين|ان)|اثنت(?:ين|ان))$/);

const hasRank = seldomLike(/^(?:جندي|رقيب|عريف|ملازم|مساعد|رئيس)ا?$/);
const isFirst = seldomLike(/^اول$/);
/** «أول أمس», «أول من أمس» */
const isBeforeLast = seldomLike(/^(?:امس|من|البارح[ةه])$/);

/** «قناة محلية», «دراجة نارية» */
const isOfFeminine = (tokens: readonly Token[], at: number): boolean =>
  /[ةه]$/.test(tokens[at - 1]?.text ?? '') && /^(?!ال|[وفبل]).{2,}ي[ةه]$/.test(tokens[at]?.text ?? '');

/** Behind a noun that ends at `end`: to the end of the body, the work or the land that its people are of. */
function ofWhomEnd(tokens: readonly Token[], at: number, end: number, of: string, whole: boolean): number {
  // «عنصرا لقوات النظام»
  const side = tokens[end]?.text ?? '';
  if (whole && /^ل.{3}/.test(side) && isMember(tokens[at]?.text ?? '') && waits(side.slice(1)))
    return phraseEnd(tokens, end, side.slice(1));
  // «قيادي بتنظيم القاعدة»
  if (whole && /^ب(?!قو).{3}/.test(side) && isNamedBody(side.slice(1)))
    return phraseEnd(tokens, end, side.slice(1));
  const work = placeOfWorkEnd(tokens, at, end);
  if (work > end) return work;
  const origin = whole ? originEnd(tokens, end) : end;
  if (origin > end) return origin;
  // «ثلاثة رجال أمن من الدفاع المدني»
  const isOfBody = isMember(tokens[at]?.text ?? '') || FORCES.has(of);
  const sort = whole ? sortEnd(tokens, end) : end;
  if (sort > end) return sort;
  // «قيادي بارز في تنظيم الراية», «ضابط في الشرطة»
  const isIn = tokens[end]?.text === 'في' && isBody(tokens[end + 1]?.text ?? '') && !isFight(tokens, end + 1);
  const leads = isIn && isLeader(tokens[at]);
  if (!whole || (tokens[end]?.text !== 'من' && !isIn) || !(isOfBody || leads)) return end;
  // «مسلحين من (داعش)»
  const marked = markedEnd(tokens, end + 1);
  if (marked !== null) return marked;
  if (!isWhose(tokens, end + 1) && !isMinistry(tokens[end + 1])) return end;
  const bodyEnd = phraseEnd(tokens, end + 1);
  const needsMore = NEED_COMPLEMENT.has(tokens[end + 1]?.text ?? '');
  return needsMore && bodyEnd === end + 2 ? end : bodyEnd;
}

const isLeader = tokenLike(/^(?:ال)?(?:قائد|قاد[ةه]|مسؤول|مسوول|زعيم|قيادي|كادر|ناشط)(?:ا|ان|ين|ون|[ةه])?$/);

const areBoth = tokenLike(/^ال(?:طرف|جانب|فريق)ين$/);
const isSort = tokenLike(/^(?:ال)?(?:اقلي[ةه]|طائف[ةه]|جالي[ةه]|قبيل[ةه]|عشير[ةه])$|^ال(?:يسار|يمين|صف)$/);

/** «نساء من التجار», «شاب من الأقلية الكردية»: to the end of the sort of people that somebody is of; `end` where none is named. */
function sortEnd(tokens: readonly Token[], end: number): number {
  if (tokens[end]?.text !== 'من') return end;
  const { text = '' } = tokens[end + 1] ?? {};
  if (areBoth(tokens[end + 1])) return end + 2;
  if (isSort(tokens[end + 1])) return phraseEnd(tokens, end + 1);
  const areKnown = /^ال/.test(text) && !ONES.has(text.slice(2));
  if (isPeopleWord(text) && (areKnown || /.{3}(?:ه|ها|هم)$/.test(text))) return phraseEnd(tokens, end + 1);
  const bodyEnd = waits(text) ? phraseEnd(tokens, end + 1) : end;
  return bodyEnd > end + 2 ? bodyEnd : end;
}

/** «عنصرا من وزارة الدفاع» */
const isMinistry = tokenLike(/^(?:وزار[ةه]|جهاز|مديري[ةه]|هيئ[ةه]|ادار[ةه]|بلدي[ةه]|منظم[ةه]|جمعي[ةه])$/);

const isNamedBody = (text: string) => waits(text) && BODIES.has(text);

/** «في الدفاع عن المدينة», «في جبهة الجبل»: where they fight, and no body of theirs. */
const isFight = (tokens: readonly Token[], at: number) =>
  /^(?:جبه[ةه]|الفصيل)$/.test(tokens[at]?.text ?? '') || tokens[at + 1]?.text === 'عن';

/** «فارق 25 ضابطا الحياة»: not theirs. */
const endsTwo = (text: string): boolean =>
  TIMES.has(text) || EVENTS.has(text) || ENDS_OF_LIFE.has(text) || LEFT_BEHIND.has(text);

/** «سائقا الشاحنتين»: two of what is definite behind them. */
function areTwoOf(tokens: readonly Token[], at: number): boolean {
  const [two = '', of = ''] = [tokens[at]?.text, tokens[at + 1]?.text];
  return /[^اىي]ا$/.test(two) && ONES.has(two) && /^ال.{2}/.test(of) && !endsTwo(of);
}

/** «سائقي سيارات الأجرة», «سائق سيارة إسعاف» */
const isOfWork = tokenLike(/^(?:ال)?(?:اجر[ةه]|اسعاف|نقل|اطفاء)$/);

const areAtWork = tokenLike(/^(?:ال(?:عامل|مشرف|قائم|موظف|متطوع)|موظف|عامل)ين$/);

/**
 * «العاملين في الفندق», «المشرفين على الموقع الأثري», «موظفين في وزارة النقل»: to the place with its name; «العاملين في
 * الانفجار» were hurt in it.
 */
function placeOfWorkEnd(tokens: readonly Token[], at: number, end: number): number {
  if (!areAtWork(tokens[at])) return end;
  const near = tokens[end]?.text ?? '';
  const place = /^(?:في|فى|على)$/.test(near) ? end + 1 : end;
  const text = tokens[place]?.text ?? '';
  // «الموظفين في حملة أمنية»: what was done to them.
  if (isRaid(tokens[place])) return end;
  if (place > end && isInstitution(text) && !isDefinite(text))
    return readBody(tokens, place, tokens.length).to;
  // «موظفين في المدينة»: where it was.
  if (!isDefinite(tokens[at]?.text ?? '')) return end;
  if (!(place > end ? /^ال.{2}/ : /^بال.{2}/).test(text)) return end;
  if (EVENTS.has(bareWord(text)) || TIMES.has(text)) return end;
  const next = tokens[place + 1]?.text ?? '';
  return /^ال.{2,}ي[ةه]?$/.test(next) && !TIMES.has(next) ? place + 2 : place + 1;
}

const isRaid = tokenLike(/^(?:حمل[ةه]|مداهم[ةه]|عملي[ةه])$/);

/** «جنديا», «ضابط شرطة»; no «أفراد الشرطة», «أطفالها». */
const isIndefinite = (tokens: readonly Token[], at: number, to: number) =>
  tokens.slice(at, to).every(({ text }) => !/^[وبل]?(?:ال|لل)|.{3}(?:ها|هم|هما)$/.test(text));

/** «عضو», «عنصران», «مسلحا»: says little without the body it is of. */
export const isMember = rememberWords(
  (text: string) =>
    MEMBERS.has(text) || MEMBERS.has(text.replace(/^[ول]/, '').replace(/(?:ا|ان|ين|ون)$/, '')),
);
