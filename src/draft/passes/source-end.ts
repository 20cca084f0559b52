import { closeOf } from '#arabic/quotations.ts';
import { rememberWords } from '#arabic/remember-words.ts';
import { isComma, type Token, tokenLike } from '#arabic/tokens.ts';
import { readCount } from './casualty-counts.ts';
import { deedOf } from './casualty-doubts.ts';
import { OBJECTS, readBody } from './read-body.ts';
import { isNewsOf } from './role-joins.ts';
import { audienceEnd, MANNERS, skip } from './skip-to-speaker.ts';
import { cutClitic, type SpeakerPhrase } from './speaker.ts';
import { endsDescription, isConjoined, isPrepositional, NAME_PARTS } from './speaker-limits.ts';
import { readSpeaker } from './speaker-phrase.ts';
import {
  ACCORDING_TO,
  COMPLEMENTIZERS,
  FINDING_NOUNS,
  isDefinite,
  isGivenName,
  isInstitution,
  isNisba,
  isOrdinaryWord,
  isPlaceWord,
  JOINERS,
  placeEnd,
  SKIPPABLE,
  STOPS,
  TIMES,
  TITLES_TRIE,
} from './speaker-words.ts';
import { readWithout } from './subject-before.ts';

/** Between what is known of a source and its «إنّ» stand at most so many words of it. */
const LONGEST_REST = 8;

/** «العميد سامي نصر، المتحدث باسم القوات»: to the end of the office behind a name that has only a rank before it. */
export function endOfOffice(tokens: readonly Token[], { name, role }: SpeakerPhrase, end: number): number {
  if (!name || !role) return role?.to ?? 0;
  const to = Math.max(name.to, role.to);
  if (role.from > name.from) return endOfWords(tokens, to, end) ?? to;
  if (role.to - role.from > 1) return to;
  // «العميد سامي نصر في شرطة نينوى»
  if (isIn(tokens[to]) && isService(tokens[to + 1])) return readBody(tokens, to + 1, end).to;
  const at = isComma(tokens[to]) ? to + 1 : to;
  const title = TITLES_TRIE.longestAt(tokens, at);
  if (!title || title.to > end) return to;
  const office = readSpeaker(tokens, at, end);
  if (office?.from !== at || !office.role || office.name) return to;
  // «قائد الفرقة، إحدى تشكيلات الجيش»
  const aside = tokens.slice(at, office.to).findIndex((t) => /^احدى?$/.test(t.text));
  return aside < 0 ? office.to : at + aside;
}

/**
 * Where the source really ends whose beginning is a phrase: «متحدث الهلال في جازان بيشي الصرخي أن», «مراسل "الأناضول" بأن»,
 * «خلية الإعلام الحربي»; the end of the phrase where that is not sure.
 */
export function endOfSource(tokens: readonly Token[], phrase: SpeakerPhrase, end: number): number {
  const { from, to, role } = phrase;
  const head = tokens[from]?.text ?? '';
  const isConstruct =
    to === from + 1 &&
    !role &&
    !isDefinite(head) &&
    !isGivenName(head) &&
    !isInstitution(head) &&
    placeEnd(tokens, from) === from;
  // «والي هذه الولاية»
  if (to === from + 1 && !isDefinite(head) && isThis(tokens[to]) && isOfThis(tokens[to + 1])) return to + 2;
  // «مصادر داخل الحزب»
  if (role && tokens[to]?.text === 'داخل' && hasInsiders(tokens[to + 1]))
    return readBody(tokens, to + 1, end).to;
  // «تقديرات لمنظمة الهجرة»
  if (isFigures(head)) {
    const whose = readWithout(tokens, to, end, 'ل');
    if (whose?.from === to)
      return endOfWords(tokens, to, end) ?? endOfName(tokens, whose.to, end) ?? whose.to;
  }
  let at = to;
  while (isConstruct && at < Math.min(end, to + 3) && isOfBody(tokens, at)) at++;
  if (at > to) return at;
  if (role) return endOfWords(tokens, to, end) ?? (hasSeat(tokens[from]) ? endOfPlace(tokens, to, end) : to);
  return phrase.kind === 'body' ? (endOfName(tokens, to, end) ?? endOfPlace(tokens, to, end)) : to;
}

/** «المدعي العام في باريس»; «الوزير في باريس» is there on a visit. */
const hasSeat = tokenLike(/^ال(?:مدعي|سفير|قنصل|منسق|ممثل|مدير)[ةه]?$/);

/** «الشرطة في نيبال اليوم أن», «إدارة الصحة في المدينة.»: where a body is; «سجلت الوزارة في الرباط 12 وفاة» is where they died. */
function endOfPlace(tokens: readonly Token[], at: number, end: number): number {
  const place = placeBehind(tokens, at);
  if (place <= at || place > end) return at;
  return isComma(tokens[place]) || readCount(tokens, skip(tokens, place, end)) === null ? place : at;
}

/** «وكالة أنباء دوغان التركية أن», «مكتب الرئيس سامي نصر، أن»: where a name and a place stand up to «إنّ», there; else null. */
function endOfName(tokens: readonly Token[], from: number, end: number): number | null {
  // «اتهمت كييف موسكو بقتل»: two governments, and one of them speaks.
  if (isPlaceWord(tokens[from - 1]?.text ?? '') && placeEnd(tokens, from) > from) return null;
  let isAfterPlace = false;
  for (let i = from; i < Math.min(end, from + LONGEST_REST); i++) {
    if (opensWords(tokens, i) || beginsTelling(tokens[i]?.text ?? '')) return i;
    // «أكد المركز وصول 12 جريحا», «سجل المركز حالتي وفاة»
    if (FINDING_NOUNS.has(tokens[i]?.text ?? '') || isNewsOf(tokens, i))
      return JOINERS.has(tokens[i - 1]?.text ?? '') ? null : i;
    if (readCount(tokens, i) !== null) return isAfterPlace ? null : i;
    // «قدر مجلس المدينة العدد بستين»
    if (OBJECTS.has(tokens[i]?.text ?? '')) return null;
    // «أفادت وكالة رويترز نقلا عن مسعفين»
    if (ACCORDING_TO.longestAt(tokens, i) !== null) return null;
    const { text, kind, form } = tokens[i] as Token;
    const place = placeBehind(tokens, i);
    if (place > i) {
      i = place - 1;
      isAfterPlace = true;
      continue;
    }
    isAfterPlace = false;
    // «وكالة أنباء النخيل شبه الرسمية»
    if (text === 'شبه' && isDefinite(tokens[i + 1]?.text ?? '')) {
      i++;
      continue;
    }
    const isName = isGivenName(text) || NAME_PARTS.has(text) || (isDefinite(text) && isNisba(text));
    const mayBe = !isDefinite(text) && !isOrdinaryWord(text) && !isPrepositional(form) && !isConjoined(form);
    if (kind !== 'word' || TIMES.has(text) || STOPS.has(text) || endsDescription(form)) return null;
    // «وكالة أنباء دوغان»: the name, whatever the word is elsewhere.
    const last = (tokens[from - 1]?.text ?? '').replace(/^و(?=ال)/, '');
    // «تقدر منظمات حقوقية العدد»
    const described = isDefinite(text) && /ي[ةه]$/.test(last);
    const whole = described || isPlaceWord(last) || tokens[from - 1]?.kind === 'mark';
    const completes = i === from && !isDefinite(last) && !whole && !isConjoined(form);
    // «أعلنت الجماعة مسؤوليتها عن»: what is hers.
    if ((!isName && !mayBe && !completes) || /.{3}(?:ها|هم)$/.test(text)) return null;
  }
  return null;
}

const isIn = tokenLike(/^(?:في|فى|من)$/);
/** Where those of a rank serve, or a doctor does. */
const isService = tokenLike(
  /^(?:شرط[ةه]|جيش|قياد[ةه]|مديري[ةه]|وزار[ةه]|قوات|حرس|استخبارات|جهاز|هيئ[ةه]|فرق[ةه]|لواء|مستشفى|مستشفي|الشرط[ةه]|الجيش|الاستخبارات)$/,
);

/** Bodies of which some may talk; nobody talks of a factory so. */
const hasInsiders = tokenLike(
  /^(?:ال)?(?:حزب|حرك[ةه]|جماع[ةه]|تنظيم|حكوم[ةه]|جيش|تحالف|ائتلاف|ادار[ةه]|مؤسس[ةه]|موسس[ةه]|وزار[ةه]|معارض[ةه]|مقاوم[ةه]|شرط[ةه]|سلطات?|استخبارات|قوات|مجلس|نظام|حرس|قياد[ةه]|جبه[ةه])$/,
);

const isThis = tokenLike(/^(?:هذا|هذه|ذلك|تلك|هاتين|هذين)$/);
const isOfThis = tokenLike(/^ال(?!صباح|مساء|يوم|ليل|اسبوع|شهر|عام|سن[ةه]|مر[ةه]|ساع[ةه]).{2,}/);
const opensClause = tokenLike(/^(?:فان(?:ه|ها)?|:)$/);
const isTo = tokenLike(/^(?:الى|الي)$/);
const isWhere = tokenLike(/^(?:في|فى|ب(?:محافظ|مدين|ولاي|منطق|اقليم|مقاطع)[ةه]?)$/);

/** «مقتل», «بمقتل», «عن»: what they say begins. */
export const beginsTelling = (text: string) =>
  text === 'عن' || deedOf(text) !== undefined || (text[0] === 'ب' && deedOf(text.slice(1)) !== undefined);

/** «تقديرات», «أرقام», «تقرير»: what somebody has counted or written. */
export const isFigures = rememberWords((text: string) =>
  /^(?:ال|ل|لل)?(?:تقديرات|تقدير|حسابات|سجلات|ارقام|احصاء|احصاءات|احصائيات|احصائية|تعداد|حصيلة|حصيله|بيانات|معلومات|شروحات|تصريح|تصريحات|توضيحات|معطيات|بيان|بلاغ|تقرير|تحقيق|مسح|دراسة|نشرة)$/.test(
    text,
  ),
);

const isRule = tokenLike(/^(?:ال)?حكوم[ةه]$/);
const isKindOfPlace = tokenLike(
  /^(?:ال)?(?:اقليم|محافظ[ةه]|مقاطع[ةه]|ولاي[ةه]|بلد[ةه]|مدين[ةه]|منطق[ةه]|قري[ةه]|قضاء|ناحي[ةه]|مديري[ةه]|قطاع|بلاد)$/,
);

/** Token `at`, or where the place that stands there ends. */
export const pastPlace = (tokens: readonly Token[], at: number): number =>
  Math.max(at, placeBehind(tokens, at));

/** Where «في تعز», «بمحافظة المهرة», «بغزة», «في الإقليم» at token `at` ends; 0 where nothing of the kind stands there. */
export function placeBehind(tokens: readonly Token[], at: number): number {
  const token = tokens[at];
  if (!token) return 0;
  if (isWhere(token)) {
    // «وزارة الصحة في حكومة الوحدة»
    if (isRule(tokens[at + 1]))
      return readBody(tokens, at + 1, Math.min(tokens.length, at + LONGEST_REST)).to;
    const end = placeEnd(tokens, at + 1);
    if (end > at + 1) return end;
    if (!/^ف/.test(token.text) || !isKindOfPlace(tokens[at + 1])) return 0;
    // «في محافظة ذي قار»; «في بلدة سان خوسيه»: its name is of no list.
    return Math.max(placeEnd(tokens, at + 2), at + 2);
  }
  if (!/^ب.{3}/.test(token.text)) return 0;
  const near = tokens.slice(at, at + 4);
  near[0] = cutClitic(token);
  const end = placeEnd(near, 0);
  return end > 0 ? at + end : 0;
}

/** «أن», «فإن», «، أن», «:»: what is said begins. */
function opensWords(tokens: readonly Token[], at: number): boolean {
  const open = isComma(tokens[at]) ? at + 1 : at;
  const that = isTo(tokens[open]) ? open + 1 : open;
  return COMPLEMENTIZERS.has(tokens[that]?.text ?? '') || opensClause(tokens[open]);
}

/** «بيشي الصرخي، تلقت»: a family name before a comma. */
const closesName = (tokens: readonly Token[], at: number) =>
  isComma(tokens[at]) &&
  /^ال.{2,}ي$/.test(tokens[at - 1]?.text ?? '') &&
  !isNisba(tokens[at - 1]?.text ?? '') &&
  !isDefinite(tokens[at - 2]?.text ?? '');

function isOfBody(tokens: readonly Token[], at: number): boolean {
  const { text, form } = tokens[at] as Token;
  return isDefinite(text) && !TIMES.has(text) && !endsDescription(form);
}

/** Where nothing but words of a name or an office stand up to «إنّ»: there; else null. */
function endOfWords(tokens: readonly Token[], from: number, end: number): number | null {
  for (let i = from; i < Math.min(end, from + LONGEST_REST); i++) {
    const { text, kind } = tokens[i] as Token;
    if (opensWords(tokens, i) || (i > from + 1 && closesName(tokens, i))) return i;
    if (FINDING_NOUNS.has(text) || isNewsOf(tokens, i)) return i;
    // «مصادر في تعز لـ"الرياض" أن»: who it was said to.
    if (text === 'ل' || audienceEnd(tokens, i, end) > i) return i > from ? i : null;
    if (kind === 'mark') {
      const close = closeOf(tokens, i, Math.min(end, i + LONGEST_REST));
      if (close === null) return null;
      i = close;
      continue;
    }
    const place = text === 'في' || text === 'فى' ? placeEnd(tokens, i + 1) : 0;
    if (place > i + 1) i = place - 1;
    else if (!isOfSource(tokens, i)) return null;
  }
  return null;
}

function isOfSource(tokens: readonly Token[], at: number): boolean {
  const { text, kind, form } = tokens[at] as Token;
  if (kind !== 'word' || TIMES.has(text) || STOPS.has(text) || JOINERS.has(text) || MANNERS.has(text))
    return false;
  if (SKIPPABLE.longestAt(tokens, at) || endsDescription(form) || isConjoined(form)) return false;
  if (isGivenName(text) || NAME_PARTS.has(text) || isNisba(text) || isInstitution(text)) return true;
  if (isPrepositional(form)) return false;
  // «بيشي بن عيسى», «بيشي الصرخي أن»: a name that no list has.
  const next = tokens[at + 1]?.text ?? '';
  if (
    next === 'بن' ||
    (/^ال.{2,}ي$/.test(next) && (opensWords(tokens, at + 2) || closesName(tokens, at + 2)))
  )
    return true;
  return (
    isDefinite(text) || placeEnd(tokens, at) > at || (!isOrdinaryWord(text) && !/^[يت]|[اه]$/.test(text))
  );
}
