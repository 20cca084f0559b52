import { closeOf } from '#arabic/quotations.ts';
import { isSpelled } from '#arabic/sentences.ts';
import { seldomLike, type Token, tokenLike } from '#arabic/tokens.ts';
import { behindHonoured } from './behind-honoured.ts';
import { isRank } from './office-part.ts';
import type { Range } from './speaker.ts';
import { endsDescription, happens, isArab, isConjoined, isNumbered, isUnfinished } from './speaker-limits.ts';
import {
  COMPLEMENTIZERS,
  DESCRIBERS,
  isComplement,
  isDefinite,
  isGivenName,
  isInstitution,
  isMedium,
  isNisba,
  isOrdinaryWord,
  isPlaceWord,
  JOINERS,
  ORGANISATIONS_TRIE,
  placeEnd,
  STOPS,
  TIMES,
  TITLES_TRIE,
  withoutArticle,
} from './speaker-words.ts';

/** The longest description of a body, in tokens. */
const LONGEST = 14;
/** What a noun with its article is called, in tokens. */
const LONGEST_OWN_NAME = 5;
/** The longest name of a body that stands in quotation marks, in tokens. */
export const LONGEST_MARKED_NAME = 7;

/** «نفت السفارة الأمر»: what is denied or announced, never who does it. */
export const OBJECTS = new Set(
  'العدد الامر الخبر النبا الانباء التهم التهمة الاتهام الاتهامات المسؤولية القرار الهجوم الهجمات الحادث الحادثة التقارير الخطوة الادعاءات المزاعم الشائعات العملية الحصيلة الحكم الاتفاق المقترح العرض الدعوة الزيارة الوضع الموقف المشهد الحال القصة الحكاية التفاصيل العكس الاهداف الاسباب الملابسات الشريط التسجيل الفيديو التصريح التصريحات المشروع الانتخابات الاقتراح المبادرة الضربة الضربات الغارة الغارات الشكر التحية التهنئة التهاني التعازي اللقاء المعرض المؤتمر الاجتماع الجلسة المباراة الحفل المهرجان الندوة الدورة الحملة المبنى الجائزة اللقب الكاس الكلمة الخطاب المناسبة الفرصة المخيم المنطقة الموقع النتيجة النتائج الفوز الخسارة الهزيمة الهدف ضرورة اهمية وجوب حتمية خطورة صعوبة استحالة'.split(
    ' ',
  ),
);

/** The tokens that name a body: «وزارة الصحة», «منظمة "غوث" الخيرية», «نقابة المنقبين الحرفيين». */
export function readBody(tokens: readonly Token[], from: number, end: number, objects = false): Range {
  const limit = Math.min(end, from + LONGEST);
  const known = ORGANISATIONS_TRIE.longestAt(tokens, from);
  let i = known ? known.to : from + 1;
  /** A noun in the construct state still waits for its complement. */
  let open = !known && !isDefinite(tokens[from]?.text ?? '');
  let definite = known !== null || !open;
  let adjectives = 0;
  const ofOne = /^ال(?!.*(?:ين|ون|ات)$)/.test(tokens[from]?.text ?? '') && !known;
  while (i < limit) {
    const token = tokens[i] as Token;
    // «شبكة سي.إن.إن»
    if (token.text === '.' && isSpelled(tokens, i)) {
      while (tokens[i]?.text === '.' && isSpelled(tokens, i)) i += 2;
      open = false;
      continue;
    }
    if (token.kind === 'mark') {
      const close = closeOf(tokens, i, Math.min(limit + 1, i + LONGEST_MARKED_NAME));
      // «طالبت الفرقة "الإخوة في الجبهة بإطلاق سراحهم"»: what is asked, and no name.
      const atLength =
        i === from + 1 && isDefinite(tokens[from]?.text ?? '') && (close ?? i) - i > LONGEST_OWN_NAME;
      if (close === null || atLength) break;
      i = close + 1;
      open = false;
      definite = true;
      continue;
    }
    if (isNumbered(tokens, i)) {
      i++;
      continue;
    }
    const { text, kind, form } = token;
    // «منظمات غير حكومية»
    if (text === 'غير' && !definite && /ي[ةه]$/.test(tokens[i + 1]?.text ?? '')) {
      i += 2;
      continue;
    }
    // «منظمة "غوث" غير الحكومية», «وكالة أنباء النخيل شبه الرسمية»
    if ((text === 'غير' || text === 'شبه') && definite && !open && isDefinite(tokens[i + 1]?.text ?? '')) {
      i += 2;
      continue;
    }
    // «منظمة هيومن رايتس ووتش»: a name that is known by itself.
    const within = open && !known && i === from + 1 ? ORGANISATIONS_TRIE.longestAt(tokens, i) : null;
    if (within && within.to <= limit && !isDefinite(text)) {
      i = within.to;
      open = false;
      definite = true;
      continue;
    }
    // «الإدارة الذاتية لشمال وشرق سوريا»
    const side = definite && !open ? pastSides(tokens, i) : i;
    if (side > i) {
      i = side;
      continue;
    }
    // «أطباء بلا حدود», «شباب من أجل المناخ»
    const beyond = pastPurpose(tokens, i);
    if (beyond > i && !open && i > from + 1) {
      i = beyond;
      continue;
    }
    // «اتهم حزب العمال السلطات»: no adjective, and another body.
    if (objects && definite && !open && i > from && isAnother(token)) break;
    // «أغلقت السلطات الطرق», «استقبل الوفد الرئيس»: no adjective of it, and what something is done to.
    if (objects && i > from && definite && !open && !mayDescribe(tokens, from, i)) break;
    // «أعلنت شركة النفط الكويتية السيطرة على الحريق»: what she announced.
    if (!open && isDefinite(text) && announcesBehind(tokens, i)) break;
    // «خلية الإعلام الحربي», «لجنة حماية الصحافيين»: whatever the word ends elsewhere.
    // «لجنة متابعة الأزمة»
    const isOwned = i === from + 1 && /ة$/.test(text) && isDefinite(tokens[i + 1]?.text ?? '');
    const completes = open && (isDefinite(text) || isOwned) && !TIMES.has(text) && !STOPS.has(text);
    if (isOfReporters(tokens, from, i)) {
      i++;
      continue;
    }
    if (kind !== 'word' || JOINERS.has(text) || (endsDescription(form) && !completes && !isArab(tokens, i)))
      break;
    const rest = text.slice(1);
    // «لجنة الدفاع عن الحريات», «مركز الملك سلمان للإغاثة»
    const cause = open && i === from + 1 && isOfCause(tokens[from]) ? behindAim(tokens, i) : null;
    const whole = cause ?? behindHonoured(tokens, i);
    if (whole > i) {
      i = whole;
      open = false;
      definite = true;
      continue;
    }
    const place = placeEnd(tokens, i);
    if (place > i) {
      // «اتهمت حماس إسرائيل»
      if (known && i === known.to && !isDefinite(text)) break;
      if (definite && !open && isGivenName(text) && place === i + 1) break;
      i = place;
      open = false;
      definite = true;
    } else if (isDefinite(text) || isNisba(text)) {
      // «حدد البيان الشخصين المحتجزين»: they are not what one body is called.
      if (
        (ofOne && /^ال.{3,}ين$/.test(text)) ||
        ((objects || isPlaceWord(tokens[i - 1]?.text ?? '')) && !open && OBJECTS.has(text))
      )
        break;
      // «وكيل الوزارة الدكتور سامي نصر»: the rank of whoever follows.
      if (definite && !open && isRank(tokens, i, i + 1)) break;
      // «الحكومة المعترف بها دوليا»
      const recognised = definite && !open ? pastRecognised(tokens, i) : i;
      if (recognised > i) return { from, to: recognised };
      // «الحركة المنضوية في التحالف»
      if (definite && !open && isUnfinished(tokens, i)) break;
      i++;
      open = false;
      definite ||= isDefinite(text);
    } else if (isInstitution(text) || isComplement(text)) {
      if (definite && !open) break;
      i++;
      open = true;
    } else if (isBelonging(text) || isOfWhat(tokens, i)) {
      const what = behindAim(tokens, i);
      i = what ?? i + 1;
      open = !text.startsWith('لل');
      definite = true;
    } else if (open && text[0] === 'و' && !isDefinite(rest) && isOneMore(tokens, i)) {
      // «تلفزيون وإذاعة الجبل», «مركز حماية وحرية الصحافيين»
      i++;
    } else if (happens(tokens, i)) break;
    else if (text[0] === 'و' && (isDefinite(rest) || isComplement(rest)) && definite) i++;
    else if (isConjoined(form)) break;
    else if (open) {
      i++;
      open = false;
      definite = true;
    } else if (!definite && adjectives < 2 && /[يةا]$/.test(text)) {
      i++;
      adjectives++;
    } else break;
  }
  // «اتهمت نقابة المعلمين الحكومة بأنها …»: the last noun is who is accused.
  const described = objects && DESCRIBERS.has(tokens[i]?.text ?? '');
  if (described && i - from > 2 && isDefinite(tokens[i - 1]?.text ?? '')) i--;
  return { from, to: i };
}

const isAnother = seldomLike(
  /^ال(?:سلطات|حكوم[ةه]|ادار[ةه]|جيش|شرط[ةه]|معارض[ةه]|قوات|نظام|جماع[ةه]|مجموع[ةه]|خلي[ةه]|عصاب[ةه]|مي?ليشيات?|حرك[ةه]|حزب|تنظيم|مقاوم[ةه]|فصائل|متمردين|مسلحين|شرك[ةه]|منظم[ةه])$/,
);

const isOneMore = (tokens: readonly Token[], at: number) => {
  const rest = tokens[at]?.text.slice(1) ?? '';
  return isInstitution(rest) || (isOrdinaryWord(rest) && isDefinite(tokens[at + 1]?.text ?? ''));
};

/** Whether a word with its article may be one more adjective of the noun at `from`, as far as both endings tell. */
function mayDescribe(tokens: readonly Token[], from: number, at: number): boolean {
  const [{ text: noun = '' } = {}, { text = '' } = {}] = [tokens[from], tokens[at]];
  for (let i = from; i <= at; i++) if (!isDefinite(tokens[i]?.text ?? '')) return true;
  // «الحكومة المعترف بها»
  if (isUnfinished(tokens, at) || pastRecognised(tokens, at) > at) return true;
  const feminine = /(?:ات|[ةه])$/.test(noun);
  if (!feminine && TITLES_TRIE.get(text)?.kind === 'office' && !isNisba(text)) return false;
  return !feminine || /(?:[ةه]|ات|ين|ون|ى|ا|الام)$/.test(text) || TIMES.has(text);
}

/** «الاتحاد الدولي للصحفيين»: whose union it is; «قال الاتحاد للصحفيين» is to whom. */
const isOfReporters = (tokens: readonly Token[], from: number, at: number): boolean =>
  at > from + 1 &&
  /ي[ةه]?$|^العام[ةه]?$/.test(tokens[at - 1]?.text ?? '') &&
  /^لل(?:صحفيين|صحافيين|اعلاميين|مراسلين)$/.test(tokens[at]?.text ?? '') &&
  /^(?:ال)?(?:اتحاد|نقابة|رابطة|جمعية|شبكة|تجمع)$/.test(tokens[from]?.text ?? '');

const isForSide = tokenLike(/^ل(?:شمال|جنوب|شرق|غرب|وسط)$/);
const isAndSide = tokenLike(/^و(?:شمال|جنوب|شرق|غرب|وسط)$/);

/** Behind «لشمال وشرق سوريا»; the token itself where no such part of a country stands. */
function pastSides(tokens: readonly Token[], at: number): number {
  if (!isForSide(tokens[at])) return at;
  const land = isAndSide(tokens[at + 1]) ? at + 2 : at + 1;
  const end = placeEnd(tokens, land);
  return end > land ? end : at;
}

/** Behind «بلا حدود» and «من أجل المناخ», by which many are called; the token itself where neither stands. */
function pastPurpose(tokens: readonly Token[], at: number): number {
  const first = tokens[at]?.text ?? '';
  const noun = first === 'بلا' ? at + 1 : first === 'من' && tokens[at + 1]?.text === 'اجل' ? at + 2 : at;
  return noun > at && tokens[noun]?.kind === 'word' && !COMPLEMENTIZERS.has(tokens[noun]?.text ?? '')
    ? noun + 1
    : at;
}

/** Behind «المعترف بها دوليا»; the token itself where that is not said. */
function pastRecognised(tokens: readonly Token[], at: number): number {
  if (!/^المعترف$/.test(tokens[at]?.text ?? '') || !/^ب(?:ها|ه)$/.test(tokens[at + 1]?.text ?? '')) return at;
  return /^(?:دولي|رسمي|عالمي|قانوني)ا$/.test(tokens[at + 2]?.text ?? '') ? at + 3 : at + 2;
}

/** Behind a body's nation or town, and of a deed behind any, a definite noun before a preposition is none of its name. */
const announcesBehind = (tokens: readonly Token[], at: number) =>
  isAnnounced(tokens, at) ||
  (beginsComplement(tokens[at + 1]) &&
    !isNisba(tokens[at]?.text ?? '') &&
    !describesBody(tokens[at]) &&
    (describesBody(tokens[at - 1]) ||
      isPlaceWord(tokens[at - 1]?.text ?? '') ||
      tokens[at - 1]?.kind === 'mark'));

const beginsComplement = tokenLike(/^(?:على|من|عن)$/);
const isDeed = tokenLike(/^ال(?:سيطر[ةه]|قبض|عثور|افراج|كشف|توصل|تصدي|انسحاب|قضاء)$/);

/** «السيطرة على حريق», «القبض على ستة»: what is announced, and no part of a name. */
export const isAnnounced = (tokens: readonly Token[], at: number): boolean =>
  isDeed(tokens[at]) && beginsComplement(tokens[at + 1]);

const describesBody = tokenLike(
  /^ال(?:.{3,}ي[ةه]?|عام[ةه]?|عليا|اعلى|كبرى|خاص[ةه]?|مشترك[ةه]?|متحد[ةه]?|موحد[ةه]?|مسلح[ةه]?)$/,
);

/** «كشفت وزارة الدفاع عن»: a ministry is for no cause. */
const isOfCause = tokenLike(
  /^(?:لجن[ةه]|جمعي[ةه]|منظم[ةه]|رابط[ةه]|شبك[ةه]|مركز|موسس[ةه]|مؤسس[ةه]|حرك[ةه]|جبه[ةه])$/,
);
const AIMS = new Set(
  'للحد من,للوقاية من,للحماية من,للتخفيف من,للتحقيق في,للقضاء على,للرقابة على,للسيطرة على,للاشراف على,للحفاظ على,للدفاع عن'.split(
    ',',
  ),
);

/** «المكتب الوطني للحد من مخاطر الكوارث», «المرصد للدفاع عن الصحافيين»: behind what a body works on; null where it does not say. */
function behindAim(tokens: readonly Token[], at: number): number | null {
  const aim = (tokens[at]?.text ?? '').replace(/^ال/, 'لل');
  if (!AIMS.has(`${aim} ${tokens[at + 1]?.text}`)) return null;
  const what = tokens[at + 2];
  if (what?.kind !== 'word') return null;
  if (isDefinite(what.text)) return at + 3;
  return isDefinite(tokens[at + 3]?.text ?? '') ? at + 4 : null;
}

/** «اللجنة المنظمة لكأس العالم», «الشركة المشغلة لخط النفط» */
export const isOfWhat = (tokens: readonly Token[], at: number): boolean =>
  takesWhat(tokens[at - 1]) && /^ل.{3}/.test(tokens[at]?.text ?? '');
const takesWhat = tokenLike(/^ال(?:منظم|راعي|مشغل|مالك|ممثل|منفذ|مصنع|منتج|ناقل|مورد|مسير|مدير)[ةه]?$/);

/** «للدفاع», «لبرنامج», «لحماية»: belongs to the body before it; «لرويترز» is who it spoke to. */
function isBelonging(text: string): boolean {
  if (text.startsWith('لل')) return !isMedium(`ال${text.slice(2)}`) && !isMedium(text.slice(2));
  const rest = text.slice(1);
  if (!text.startsWith('ل') || isMedium(rest)) return false;
  return (isInstitution(rest) || isComplement(rest)) && withoutArticle(rest) !== 'وكالة';
}
