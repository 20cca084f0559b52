import { wordSet } from '#arabic/fold.ts';
import { mayBeginNumber } from '#arabic/numbers.ts';
import { closeOf } from '#arabic/quotations.ts';
import { isComma, seldomLike, type Token, tokenLike } from '#arabic/tokens.ts';
import { canBeginName } from './begins-name.ts';
import { isAmongThem } from './casualty-clauses.ts';
import { deedOf } from './casualty-doubts.ts';
import { EVENTS } from './casualty-words.ts';
import { isAnnounced, LONGEST_MARKED_NAME, readBody } from './read-body.ts';
import { placeBehindAnd } from './role-complement.ts';
import { isOfSide } from './role-words.ts';
import { cutClitic } from './speaker.ts';
import {
  endsDescription,
  isClosed,
  isConjoined,
  isMasdar,
  isPrepositional,
  isSaidNext,
} from './speaker-limits.ts';
import {
  AUDIENCE_KINDS,
  CHANNELS,
  COMPLEMENTIZERS,
  FINDING_NOUNS,
  isComplement,
  isDefinite,
  isDefiniteAt,
  isGivenName,
  isInstitution,
  isMedium,
  isNisba,
  isOrdinaryWord,
  ORGANISATIONS_TRIE,
  placeEnd,
  SKIPPABLE,
  TIMES,
  TITLES_TRIE,
  withoutArticle,
} from './speaker-words.ts';

/** A body that is of an office has at most so many words. */
const LONGEST_OWNER = 7;

/** Whether «في», «باسم» … goes on with the role: «مسؤول في الوقاية المدنية», not «الوزير في بيان». */
export function joins(tokens: readonly Token[], at: number, limit: number, definiteHead: boolean): boolean {
  const joiner = tokens[at]?.text ?? '';
  const next = tokens[at + 1];
  // «الناطق باسم الحكومة في #صنعاء»
  if (next?.text === '#' && placeEnd(tokens, at + 2) > at + 2) return true;
  if (next?.kind !== 'word' || at + 1 >= limit)
    return (
      (joiner === 'باسم' || (/^(?:في|فى|لدى)$/.test(joiner) && isMarkedBody(tokens, at + 1))) &&
      next !== undefined &&
      closeOf(tokens, at + 1, at + LONGEST_MARKED_NAME) !== null
    );
  if (joiner === 'باسم' || joiner === 'بلسان') return true;
  // «ذكر دبلوماسي أوروبي من جهة أخرى أن»
  if ((SKIPPABLE.longestAt(tokens, at)?.to ?? 0) > at + 1) return false;
  // «الناجي من الغارة سامي نصر»
  if (joiner === 'من' && definiteHead && comesFrom(tokens[at - 1]) && isDefinite(next.text)) return true;
  // «بحسب مصادر طبية في هجوم على السوق», «… من بينهم ضابط»: what they tell of.
  if (isAtEvent(next.text) || isAmongThem(next.text)) return false;
  // «صرخت إحدى النازحات في وجه الموظف»
  if (/^(?:وجه|حضور|انتظار|غضون)$/.test(next.text)) return false;
  // «القيادي في الإطار التنسيقي عامر نصر»
  if (/^(?:في|فى|لدى)$/.test(joiner) && isNamedBehind(tokens, at + 1)) return true;
  if (CHANNELS.has(next.text) || CHANNELS.has(withoutArticle(next.text)) || TIMES.has(next.text))
    return false;
  const place = placeEnd(tokens, at + 1) > at + 1;
  if (!place && endsDescription(next.form)) return false;
  const body = isInstitution(next.text) || ORGANISATIONS_TRIE.longestAt(tokens, at + 1) !== null;
  // «النائب عن المنطقة حسن قبيسي»
  const named = isDefinite(next.text) && isGivenName(tokens[at + 2]?.text ?? '');
  const ofRights = next.text === 'حقوق';
  // «دافع اللاعب عن مدربه،»: whom he stood up for.
  const theirs = /.{3}(?:ه|ها|هم)$/.test(next.text);
  if (joiner === 'عن') return place || body || named || ofRights || (isComma(tokens[at + 2]) && !theirs);
  // «صاح أحد الأقارب من آخر القاعة»: where he stood.
  if (joiner === 'من' && isSomewhere(tokens[at + 1])) return false;
  if (joiner === 'من')
    return !definiteHead && (body || place || isDefinite(next.text) || isOrdinaryWord(next.text));
  // «قال وزير الداخلية في الخرطوم»: where he spoke.
  if (!definiteHead)
    return !(place && isOfNation(tokens, at)) || nameFollows(tokens, placeEnd(tokens, at + 1));
  // «الباحث في الشأن الإيراني»
  if (/^(?:ال)?(?:شان|شؤون|شوون|مجال|علوم|قطاع)$/.test(next.text)) return true;
  // «المقرر الخاص المعني بالحق في الغذاء»
  if (isRight(tokens[at - 1]) && isDefinite(next.text)) return true;
  // «السفير التركي في ماليزيا أورهان دمير», «في الشرق الأوسط وشمال أفريقيا سامي نصر»
  if (body || isComplement(next.text) || isOfLocalBody(tokens, at)) return true;
  const end = placeBehindAnd(tokens, placeEnd(tokens, at + 1), limit);
  return place && (nameFollows(tokens, end) || isPosted(tokens, at));
}

/** «وزير الداخلية», «رئيس الوزراء»: of a whole country, and of no town, before «في». */
const isOfNation = (tokens: readonly Token[], at: number): boolean =>
  isMinister(tokens[at - 2]) || (isHead(tokens[at - 2]) && isGovernment(tokens[at - 1]));
const isMinister = tokenLike(/^وزير[ةه]?$/);
const isHead = tokenLike(/^رئيس[ةه]?$/);
const isGovernment = tokenLike(/^ال(?:وزراء|حكوم[ةه]|جمهوري[ةه]|دول[ةه])$/);

/** «السفير البريطاني في اليمن», «المنسق المقيم للأمم المتحدة في اليمن»: the country to which somebody is sent. */
function isPosted(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - LONGEST_MARKED_NAME); i--)
    if (representsHere(tokens[i])) return placeEnd(tokens, at + 1) > at + 1;
  return false;
}

const comesFrom = seldomLike(/^ال(?:ناجي|عائد|هارب|فار|لاجئ|نازح|منحدر)[ةه]?$/);
const isRight = seldomLike(/^(?:بال|ال|لل)حق$/);
const representsHere = tokenLike(/^ال(?:سفير|قنصل|منسق|ممثل|مبعوث|مندوب|موفد|مراسل)[ةه]?$/);

/** «المفتش العام للشرطة في تدمر:»: of a body that every town has, and nothing more follows. */
function isOfLocalBody(tokens: readonly Token[], at: number): boolean {
  const body = (tokens[at - 1]?.text ?? '').replace(/^(?:لل|ال|بال)(?=.{3})/, '');
  if (!isInstitution(body) || OF_NATIONS.has(body)) return false;
  const { kind, text = '' } = tokens[at + 1] ?? {};
  const unknown = kind === 'word' && !isOrdinaryWord(text) && !isDefinite(text) && !isGivenName(text);
  const end = Math.max(placeEnd(tokens, at + 1), unknown ? at + 2 : 0);
  return end > at + 1 && isClosed(tokens, end);
}

/** Bodies whose people speak in other places than theirs. */
const OF_NATIONS = wordSet('حكومة وزارة رئاسة برلمان مجلس جيش دولة مملكة حلف اتحاد حزب حركة قصر');

const isSomewhere = tokenLike(/^(?:اخر|داخل|خلف|وراء|خارج|بعيد|فوق|تحت|بين|امام|على)$/);

/** «في عسير العقيد محمد العاصمي», «في جازان بيشي الصرخي أن» */
function nameFollows(tokens: readonly Token[], at: number): boolean {
  const rank = TITLES_TRIE.longestAt(tokens, at);
  if (rank?.value.kind === 'rank') return canBeginName(tokens, rank.to);
  const text = tokens[at]?.text ?? '';
  if (canBeginName(tokens, at)) return mayName(text);
  return !isDefinite(text) && !isOrdinaryWord(text) && isSaidNext(tokens, at + 2);
}

const mayName = (text: string) => isGivenName(text) || !isOrdinaryWord(text);

/** Whether «أن», a colon or a first name follows what closes at a token. */
export function goesOnBehind(tokens: readonly Token[], close: number | null): boolean {
  if (close === null) return false;
  const { text = '' } = tokens[close + 1] ?? {};
  return /^(?::|عن)$/.test(text) || COMPLEMENTIZERS.has(text) || isGivenName(text);
}

/** «متحدثة باسم فيشر إن»: one word that is nothing else, and nothing more. */
export function isSurnameAlone(tokens: readonly Token[], at: number): boolean {
  const { kind, text = '' } = tokens[at] ?? {};
  return kind === 'word' && !isDefinite(text) && !isOrdinaryWord(text) && isClosed(tokens, at + 1);
}

/**
 * «الرئيس التنفيذي لـ"نيكاتو"»: behind the company that is his, where a first name follows or the word is nothing that an
 * article may have been told to; the token itself else.
 */
export function pastMarkedOwner(tokens: readonly Token[], at: number): number {
  // «مدير المكتب الإعلامي لشبكة أطباء السودان سامي نصر»: a medium, or what is called like one, before his name.
  if (AUDIENCE_KINDS.has(tokens[at]?.text ?? '')) {
    const near = tokens.slice(at, at + LONGEST_OWNER);
    near[0] = cutClitic(tokens[at] as Token);
    const end = at + readBody(near, 0, near.length).to;
    return isGivenName(tokens[end]?.text ?? '') && isDefinite(tokens[end - 1]?.text ?? '') ? end : at;
  }
  if (tokens[at]?.text !== 'ل') return at;
  const close = closeOf(tokens, at + 1, at + 1 + LONGEST_MARKED_NAME);
  if (close === null) return at;
  const { text = '' } = tokens[at + 2] ?? {};
  const unknown = close === at + 3 && !isDefinite(text) && !isOrdinaryWord(text) && !isMedium(text);
  return unknown || isGivenName(tokens[close + 1]?.text ?? '') ? close + 1 : at;
}

/** «لحلف شمال الأطلسي»: behind a side and what lies there; the token itself where none is. */
export function pastSide(tokens: readonly Token[], at: number): number {
  const side = isOfSide(tokens[at]) && placeEnd(tokens, at) === at ? placeEnd(tokens, at + 1) : 0;
  return side > at + 1 || (side > 0 && isDefinite(tokens[at + 1]?.text ?? '')) ? Math.max(at + 2, side) : at;
}

/** What has the name of a town behind it. */
export const isOfTown = (text: string): boolean =>
  /^[وبل]?(?:جامعة|بلدية|مدينة|محافظة|ولاية|مقاطعة|اقليم|ميناء|مطار|ابرشية)$/.test(text);

/** Whether a first name is of a place where it completes an office. */
export function namesPlace(tokens: readonly Token[], at: number): boolean {
  // «الخبير في جامعة سانتياغو خورخي أرافينا»: a first name, too, and the town of the university.
  const town = placeEnd(tokens, at);
  // «محافظ بندر عباس مهرداد نصر»: of two words, of which one alone would be a first name.
  if (town > at + 1) return true;
  if (
    town > at &&
    isOfTown(tokens[at - 1]?.text ?? '') &&
    canBeginName(tokens, town) &&
    tokens[town + 1]?.kind === 'word'
  )
    return true;
  return town > at && !canBeginName(tokens, town);
}

/** «مهندسة الطيران في "ناسا" سلمى نصر»: a body in marks, and then a name. */
function isMarkedBody(tokens: readonly Token[], at: number): boolean {
  const close = closeOf(tokens, at, at + LONGEST_MARKED_NAME);
  if (close === null) return false;
  return isGivenName(tokens[close + 1]?.text ?? '') && canBeginName(tokens, close + 1);
}

/** «الإطار التنسيقي عامر نصر»: a noun and its adjective, and then a name. */
function isNamedBehind(tokens: readonly Token[], at: number): boolean {
  const [noun, kind] = [tokens[at]?.text ?? '', tokens[at + 1]?.text ?? ''];
  if (!isDefinite(noun) || !isDefinite(kind) || TIMES.has(kind) || !/ي[ةه]?$/.test(kind)) return false;
  return isGivenName(tokens[at + 2]?.text ?? '') && canBeginName(tokens, at + 2);
}

const endsInNun = tokenLike(/^(?!ال).*[^ا](?:ون|ين)$/);
const describesMany = tokenLike(
  /(?:ون|ين|[يع]و)$|^(?:اكراد|اتراك|روس|افغان|المان|ارمن|هنود|كبار|صغار|جدد|قدامى|عرب|اجانب|شباب|شبان|بدو|كثر|عدة|اخر|اخرين)$/,
);

/** «نفى ناشطون استهداف», «أفاد مسعفون وكالة الأنباء»: a plural that has kept its «ن» owns nothing, and only what agrees with it describes it. */
function leavesMany(tokens: readonly Token[], at: number): boolean {
  const { text = '', form } = tokens[at] ?? {};
  // «زار خبراء اقتصاديون المعمل», «افتتحت مصادر محلية المعرض»: no adjective of theirs.
  if (isDefiniteAt(tokens, at) && isWhole(tokens, at - 1)) return true;
  if (!form || !endsInNun(tokens[at - 1]) || isConjoined(form) || isPrepositional(form)) return false;
  if (describesMany(tokens[at]) || isNisba(text)) return false;
  return isOrdinaryWord(text) || isMasdar(text) || isInstitution(text) || FINDING_NOUNS.has(text);
}

/** «ناشطون», «مصادر محلية»: a plural with its «ن», or an adjective behind a noun that has no article. */
function isWhole(tokens: readonly Token[], at: number): boolean {
  const { text = '' } = tokens[at] ?? {};
  const described = TITLES_TRIE.get(text) === undefined && !isDefinite(text);
  // «زار دبلوماسي أوروبي المخيم»
  const one = /.{3}(?:ي|ان)$/.test(text) && TITLES_TRIE.get(tokens[at - 1]?.text ?? '') !== undefined;
  return /.{3}ون$/.test(text) || (described && (one || /.{3}(?:ين|ي[ةه])$/.test(text)));
}

const isOfKind = tokenLike(
  /^(?:عسكري|امني|طبي|محلي|حكومي|رسمي|سياسي|دبلوماسي|قضائي|حزبي|قبلي|ميداني|حقوقي|اعلامي)[ةه]?$/,
);
const isBorn = tokenLike(/^ال(?:اصل|جنسي[ةه]|مولد|مستوى|رتب[ةه]|هوي[ةه])$/);

/** «أكد مصدر عسكري الهجوم», «اتهم نشطاء قوات الأمن»: a noun with its article describes nobody without one. */
function isObjectOfAny(tokens: readonly Token[], at: number, afterTitle: number): boolean {
  const { text = '' } = tokens[at] ?? {};
  if (at === afterTitle) return text === 'قوات';
  const before = tokens[at - 1]?.text ?? '';
  return isDefinite(text) && !isBorn(tokens[at]) && (isNisba(before) || isOfKind(tokens[at - 1]));
}

/** «في هجوم», «في حصيلة أولية»; «في الهجوم» may say which of them. */
const isAtEvent = (text: string) =>
  !/^ال/.test(text) &&
  (EVENTS.has(text) || EVENTS.has(`ال${text}`) || /^(?:حصيل[ةه]|ظروف|ظل|محاول[ةه])$/.test(text));

const isToll = tokenLike(/^حصيل[ةه]$/);
const isNews = tokenLike(/^(?:نبا|انباء|خبر|صح[ةه]|حدوث|وقوع)$/);

/** «أكد مصدر أمني نبأ مقتل ستة», «أعلن شهود حصيلة جديدة»: of what somebody tells. */
export const isNewsOf = (tokens: readonly Token[], at: number): boolean =>
  isToll(tokens[at]) || (isNews(tokens[at]) && deedOf(tokens[at + 1]?.text ?? '') !== undefined);

/** «أعلن سكان ارتفاع عدد القتلى», «أحصت مصادر طبية ستة قتلى», «أعلن شهود العثور على»: what is told, behind who tells it. */
function beginsTold(tokens: readonly Token[], at: number): boolean {
  const { text = '', form } = tokens[at] ?? {};
  if (!form) return false;
  // «بحسب سكان بينهم طفل», «… شمالي العاصمة»
  if (isAmongThem(text) || (isOfSide(tokens[at]) && isDefinite(tokens[at + 1]?.text ?? ''))) return true;
  if (FINDING_NOUNS.has(text) || isAnnounced(tokens, at) || isNewsOf(tokens, at)) return true;
  // «أرملة أحد العمال», «أب لثلاثة أطفال», «الفرع الرابع عشر»
  return mayBeginNumber(form) && !/^(?:ال|ل.{3}|احدى?$|عشرة?$)/.test(text) && !isGivenName(text);
}

/** Whether an office is at an end at a token; `anybody`: it is of somebody without an article, and waits for nothing. */
export const endsOffice = (
  tokens: readonly Token[],
  at: number,
  afterTitle: number,
  anybody: boolean,
): boolean =>
  beginsTold(tokens, at) || (anybody && (leavesMany(tokens, at) || isObjectOfAny(tokens, at, afterTitle)));
