import { wordSet } from '#arabic/fold.ts';
import type { Form } from '#arabic/forms.ts';
import { seldomLike, type Token, tokenLike } from '#arabic/tokens.ts';
import { NEED_COMPLEMENT } from './casualty-words.ts';
import { readBody } from './read-body.ts';
import { isOfSide } from './role-words.ts';
import { MANNERS } from './skip-to-speaker.ts';
import { cutClitic } from './speaker.ts';
import {
  endsDescription,
  happens,
  isConjoined,
  isMasdar,
  isPrepositional,
  opensAge,
} from './speaker-limits.ts';
import {
  CHANNELS,
  isComplement,
  isDefinite,
  isGivenName,
  isInstitution,
  isMedium,
  isMediumAt,
  isNisba,
  isOrdinaryWord,
  ORGANISATIONS_TRIE,
  placeEnd,
  TITLES_TRIE,
} from './speaker-words.ts';
import { isFeeling, isPlural } from './word-endings.ts';

/** «المعلمين الأردنيين سامي»: of which nation they are, before the name of who speaks for them. */
const areOfNation = (tokens: readonly Token[], at: number): boolean =>
  /^ال.{2,}ي(?:ين|ات)$/.test(tokens[at]?.text ?? '') && isGivenName(tokens[at + 1]?.text ?? '');

/** «جمعية حماية المستهلك فرع الشمال»: a part of the body that was named. */
export const isBranch = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === 'فرع' && (isDefinite(tokens[at + 1]?.text ?? '') || placeEnd(tokens, at + 1) > at + 1);

/** «المقرب من الحزب», «المعترف بها»: behind what a participle is joined to; null where that is no body and no place. */
export function pastComplement(tokens: readonly Token[], at: number, limit: number): number | null {
  const { text = '' } = tokens[at] ?? {};
  if (/^ب(?:ها|ه|هم)$/.test(text)) return at + 1;
  const joined = tokens[at + 1]?.text ?? '';
  if (isInstitution(joined) || isComplement(joined) || ORGANISATIONS_TRIE.longestAt(tokens, at + 1) !== null)
    return readBody(tokens, at + 1, limit).to;
  const place = placeEnd(tokens, at + 1);
  return place > at + 1 ? place : null;
}

/** «المدير السابق لوكالة تصنيف السفن»: an agency that is no news agency. */
export function isOfAgency(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]?.text ?? '';
  // «للوكالة الدولية للطاقة»
  if (tokens[at]?.text === 'للوكالة') return isDefinite(next) && /^لل.{3}/.test(tokens[at + 2]?.text ?? '');
  if (tokens[at]?.text !== 'لوكالة') return false;
  // «لوكالة الأونروا»
  if (isMediumAt(tokens, at + 1)) return false;
  const body = ORGANISATIONS_TRIE.longestAt(tokens, at + 1) !== null && !isMedium(next);
  return body || isConstruct(tokens, at + 1);
}

/** «تصنيف السفن», «مواجهة آثار السيول»: a noun whose complement is still to come, and no name. */
export function isConstruct(tokens: readonly Token[], at: number): boolean {
  const { text = '', form } = tokens[at] ?? {};
  if (!form || isConjoined(form) || isDefinite(text) || isGivenName(text) || isNisba(text)) return false;
  return (isOrdinaryWord(text) || isMasdar(text)) && isDefinite(tokens[at + 1]?.text ?? '');
}

/** What somebody has won and learned people: of which is still to come. */
const isOfSomething = (text: string): boolean =>
  /^(?:هدف|لقب|جائزة|ميدالية|كاس|فقهاء|علماء|حكماء)$/.test(text);

/** Whether a word of an office waits for what stands at token `at`: «فريق مواجهة آثار السيول», «قائد مقاتلي عشائر نينوى». */
export const waitsFor = (text: string, tokens: readonly Token[], at: number): boolean =>
  (/ي$/.test(text) && NEED_COMPLEMENT.has(text)) ||
  // «مصادر في مناطق شرقي حمص»
  isOfSide(tokens[at]) ||
  // «أحد منظمي المهرجان»
  (/.{3}ي$/.test(text) && isOneOf(tokens[at - 2]) && isDefinite(tokens[at]?.text ?? '')) ||
  // «صاحب هدف الفوز», «مجمع فقهاء المدينة»
  (isOfSomething(text) && isDefinite(tokens[at]?.text ?? '')) ||
  (isOrdinaryWord(text) &&
    (isConstruct(tokens, at) || placeEnd(tokens, at) > at || isInstitution(tokens[at]?.text ?? '')));

/** Where a place that is joined with «و» ends («وشمال أفريقيا», «وسوريا»); the token itself where none is. */
export function placeBehindAnd(tokens: readonly Token[], at: number, limit: number): number {
  const token = tokens[at];
  if (token?.text[0] !== 'و' || token.text.length < 5) return at;
  const words = tokens.slice(at, Math.min(limit, at + 4));
  words[0] = cutClitic(token);
  return at + placeEnd(words, 0);
}

/** «كتب المهاجم لعائلته»: to whom; «المدير التنفيذي لشركته سامي نصر» is of it. */
export function isToldToTheirs(tokens: readonly Token[], at: number): boolean {
  // «وأضاف الأب لستة أطفال»: more of whom was named.
  if (ofChildren(tokens[at])) return true;
  const isForTheirs = /^ل(?!ل).{3,}[^يا](?:ه|ها|هم)$/.test(tokens[at]?.text ?? '');
  return isForTheirs && !isGivenName(tokens[at + 1]?.text ?? '');
}

/** «لستة أطفال», «لطفلين»: whose father or mother. */
export const ofChildren = tokenLike(/^ل(?:ثلاث|اربع|خمس|ست|سبع|ثماني|تسع|عشر)[ةه]?$|^لطفلين$/);

const introducesSelf = tokenLike(/^(?:عرفت?|قدمت?|اكتفت|اكتفى)$/);
const isKnownAs = tokenLike(/^(?:ال)?(?:معروف|ملقب)[ةه]?$/);
const isTheirSelf = tokenLike(/^نفس(?:ه|ها)$/);
const isByName = tokenLike(/^(?:باسم|باسمه|باسمها|بانه|بانها)$/);

const isNicknamed = tokenLike(/^(?:ال)?(?:ملقب|مكنى|معروف)[ةه]?$/);

/** Behind «عرّف عن نفسه باسم»; null where nobody so introduces themselves. */
export function behindIntroduction(tokens: readonly Token[], at: number): number | null {
  // «كبيرة المفاوضين، المعروفة باسم روسا»
  if (isKnownAs(tokens[at]) && isByName(tokens[at + 1])) return at + 2;
  // «القائد الملقب بأبي كريم»
  if (isNicknamed(tokens[at]) && /^ب(?:ابي|ابو|ام)$/.test(tokens[at + 1]?.text ?? '')) return at + 1;
  if (!introducesSelf(tokens[at])) return null;
  const self = /^(?:عن|بتعريف)$/.test(tokens[at + 1]?.text ?? '') ? at + 2 : at + 1;
  return isTheirSelf(tokens[self]) && isByName(tokens[self + 1]) ? self + 2 : null;
}

const isGiven = tokenLike(/^ال(?:شكر|تحي[ةه]|تهنئ[ةه]|تهاني|تعازي|عزاء|نداء|لوم)$/);

/** «رجل عرّف عن نفسه باسم كريم»: what a man does; «قائد الحرس إحدى فرق الجيش»: more of what he leads. */
export const tellsOther = (tokens: readonly Token[], at: number): boolean =>
  behindIntroduction(tokens, at) !== null ||
  happens(tokens, at) ||
  // «قال مصدر أمني بلهجة حادة»
  MANNERS.has(tokens[at]?.text ?? '') ||
  // «أبدى مسؤول محلي قلقه»
  isFeeling(tokens[at]?.text ?? '') ||
  // «وجه الشاب الشكر للصياد»: what he gave.
  isGiven(tokens[at]) ||
  // «رئيس بلدية يوم السبت»
  (tokens[at]?.text === 'يوم' && isDefinite(tokens[at + 1]?.text ?? '')) ||
  // «ربة المنزل البالغة 45 عاما»
  (opensAge(tokens[at]?.text ?? '') && tokens[at + 1]?.kind === 'number') ||
  (isOneOf(tokens[at]) && isDefinite(tokens[at - 1]?.text ?? ''));

export const isOneOf = tokenLike(/^احدى?$/);

/** «وجّه رئيس الوزراء بتفتيش المنشآت»: what is ordered is no part of the office. */
export function isDeed(text: string): boolean {
  const bare = text.slice(1);
  // «بعث الرئيس برسالة»
  if (text[0] === 'ب' && /^(?:رسالة|برقية|زيارة|تصريح|كلمة)$/.test(bare)) return true;
  if (!text.startsWith('ب') || isInstitution(bare) || isComplement(bare)) return false;
  return (
    isMasdar(bare) ||
    /^(?:فتح|نشر|وقف|منع|قطع|رفع|سحب|عزل|نقل|صرف|دفع|حل|طرد|بدء|غلق|وضع|ضبط|حبس|رفض|فرض)$/.test(bare)
  );
}

/** «السفير والجنرال سامي نصر»: the rank of another. */
export const isJoinedRank = (text: string): boolean =>
  text[0] === 'و' && (text === 'والجنرال' || TITLES_TRIE.get(text.slice(1))?.kind === 'rank');

const tellsOrigin = tokenLike(/^(?:ذات|ذو|ذي)$/);

/** «المصممة ذات الأصول المغربية»: behind what somebody has; the token itself where nothing is said. */
export function behindOrigin(tokens: readonly Token[], at: number): number {
  // «عضو المجلس الأكبر سنا»
  if (tokens[at]?.text === 'سنا' && isDefinite(tokens[at - 1]?.text ?? '')) return at + 1;
  if (!tellsOrigin(tokens[at])) return at;
  let end = at + 1;
  while (end < at + 4 && isDefinite(tokens[end]?.text ?? '')) end++;
  return end > at + 1 ? end : at;
}

/** After a guessed complement («رئيس بلدية كفر شوبا قاسم …») a known first name shows where the name begins. */
export function nextGivenName(tokens: readonly Token[], from: number, limit: number): number {
  for (let i = from; i < Math.min(limit, from + 3); i++) {
    const token = tokens[i];
    if (token?.kind !== 'word' || endsDescription(token.form) || isConjoined(token.form)) return from;
    if (isGivenName(token.text)) return i;
  }
  return from;
}

const isTalk = tokenLike(/^ال(?:حديث|كلام|تعليق|اجاب[ةه]|رد|كشف|افصاح|خوض|سؤال)$/);

/** «رفض المدير الحديث عن التحكيم»: what he would not speak of, and no part of his office. */
export const speaksOf = (tokens: readonly Token[], at: number): boolean =>
  isTalk(tokens[at]) && /^(?:عن|على|في|فى)$/.test(tokens[at + 1]?.text ?? '');

/** «زعيمة السكان الأصليين»: people, though the word has no ending of a plural. */
const isOfPeople = (word: string): boolean =>
  /^ال(?:سكان|عمال|طلاب|طلبة|تجار|شباب|اطفال|رجال|اعمال|افراد|بحارة|صيادلة|اسرى|جرحى|ضباط|جنود|اباء|ضحايا|شهداء|رهائن|نواب|قضاة|اطباء|حجاج|ركاب)$/.test(
    word,
  );

/** «وصف الوزير المحتجين»: others than those whom an office is of. */
export function isOtherPeople(tokens: readonly Token[], at: number, indefinite: boolean): boolean {
  const before = tokens[at - 1]?.text ?? '';
  const goesOn = indefinite || areOfNation(tokens, at);
  return isPlural(tokens[at]?.text ?? '') && !(goesOn && (isPlural(before) || isOfPeople(before)));
}

/** «للمصفاة», «لهيئة», «بتبوك», «بوزارة»: a preposition written on the noun it joins to the role. */
export function isAttached(form: Form): boolean {
  const { text } = form;
  // «ألقى الوزير كلمة»
  // «أجاب المتهم بصوت خافت»
  if (!isPrepositional(form) || text === 'كلمة' || MANNERS.has(text)) return false;
  if (text.startsWith('لل')) return !isMedium(`ال${text.slice(2)}`) && !isMedium(text.slice(2));
  const rest = text.slice(1);
  if (text.startsWith('ب')) return true;
  return !isMedium(rest) && rest !== 'وكالة' && !CHANNELS.has(rest);
}
/** What is praised, asked for or condemned, and where nobody has an office. */
const DEEDS = wordSet(
  'أداء مستوى موقف مواقف قرار قرارات جهود دور سرعة ضرورة فتح وقف إلغاء توفير حل إيجاد محاسبة معاقبة إنهاء إطلاق تنوع نجاح فوز روح شجاعة قوة نتائج نتيجة سياسة سياسات تصرف تصرفات سلوك خطوة خطوات مبادرة دعم حسن كرم صمود تفاعل اهتمام حرص حجم عدم منح منع رفض زيادة رفع تخفيض تحسين تفعيل تطبيق تنفيذ تشكيل إعادة إقالة رحيل عودة مشاركة حضور وجود إجراء إجراءات تصريحات كلام مقتل قتل اغتيال اعتداء هجوم مجزرة جريمة تدخل تدخلات',
);

/** «أشاد المدرب بأداء اللاعبين», «طالب الأهالي بسرعة الإنجاز»; «المتحدث بوزارة الصحة» is at a body. */
const isBareDeed = (tokens: readonly Token[], at: number): boolean =>
  DEEDS.has(/^ب(.+)$/.exec(tokens[at]?.text ?? '')?.[1] ?? '') &&
  // «المتحدث بقوة الإطفاء»: a force, and not how strong somebody is.
  !(tokens[at]?.text === 'بقوة' && isOfForce(tokens[at + 1]));

const isOfForce = seldomLike(/^(?:ال(?:اطفاء|مهام|تدخل|واجب|طوارئ|دفاع|امن|شرط[ةه])|حماي[ةه]|خفر|حفظ)$/);

/** «الصحافي المختص بالجماعات», «الخبيرة المعنية بالمدافعين» */
const isConcerned = tokenLike(/^(?:ال)?(?:مختص|متخصص|مكلف|معني|مهتم|خبير|مستشار|قائم|عامل|ضابط)[ةه]?$/);

/** «أشادت الوزيرة الفلبينية بالرعاية», «احتفل لاعبو الأهلي باللقب»: what a verb governs, and no part of the office. */
export const isGoverned = (tokens: readonly Token[], at: number): boolean => {
  const rest = tokens[at]?.text.slice(1) ?? '';
  if (isConcerned(tokens[at - 1])) return false;
  if (isBareDeed(tokens, at)) return true;
  if (!/^بال.{3}/.test(tokens[at]?.text ?? '')) return false;
  // «المتحدث بالجوازات سالم حداد» is at them; «أشاد الرئيس باللاعب سالم حداد».
  if (isGivenName(tokens[at + 1]?.text ?? '') && TITLES_TRIE.get(rest) === undefined) return false;
  if (isInstitution(rest) || isComplement(rest) || OFFICES.has(rest)) return false;
  return placeEnd([cutClitic(tokens[at] as Token)], 0) === 0;
};

const OFFICES = wordSet('الجوازات الأحوال الأوقاف العاصمة الحرم الادعاء القطاع الإقليم الساحل الضفة');

const isOnThem = tokenLike(/^(?:عن|علي)(?:ه|ها|هم)$/);
const isTheirTerm = tokenLike(/^(?:ولايت|مهام|مدت)(?:ه|ها|هم)$/);

/** «المفرج عنه», «المحكوم عليهم», «المنتهية ولايتها»: what a participle goes on with. */
export function completesParticiple(tokens: readonly Token[], at: number): boolean {
  const participle = tokens[at - 1]?.text ?? '';
  // «القرى غير المعترف بها», «الخبيرة المعنية بالمدافعين»
  const { text = '' } = tokens[at] ?? {};
  if (text === 'غير') return /^(?:ال|لل).{2}/.test(participle) && isDefinite(tokens[at + 1]?.text ?? '');
  if (/^ب(?:ه|ها|هم)$/.test(text)) return /^ال(?:معترف|مرحب|مسموح|مرغوب)$/.test(participle);
  if (/^بال.{3}/.test(text) && /^ال(?:معني|مكلف|مختص)[ةه]?$/.test(participle)) return true;
  if (isOnThem(tokens[at])) return /^ال(?:مفرج|محكوم|مدعى|مجني|معتدى)$/.test(participle);
  return isTheirTerm(tokens[at]) && /^المنتهي[ةه]?$/.test(participle);
}

/** «رئيس ومدير تحرير القناة»: another office of the same person, which waits for the same complement. */
export const isJoinedOffice = (text: string): boolean =>
  text[0] === 'و' && TITLES_TRIE.get(text.slice(1))?.kind === 'office';

const isOfPower = tokenLike(/^ال(?:سلطات|حكومة|جيش|شرطة|معارضة|قوات|نظام|جماعة)$/);

/** «الأمريكي القوات»: behind somebody's nation a body with its article is another. */
export const isOtherBody = (tokens: readonly Token[], at: number): boolean =>
  isOfPower(tokens[at]) && isDefinite(tokens[at - 1]?.text ?? '') && isNisba(tokens[at - 1]?.text ?? '');

/** «زميلته في الجامعة نفسها سلمى نصر» */
export const isSameOne = (tokens: readonly Token[], at: number): boolean =>
  /^(?:نفس|ذات)(?:ه|ها)$/.test(tokens[at]?.text ?? '') &&
  isDefinite(tokens[at - 1]?.text ?? '') &&
  /^(?:في|فى|لدى)$/.test(tokens[at - 2]?.text ?? '') &&
  isPlainWord(tokens[at + 1]);

const isPlainWord = (token: Token | undefined) => token?.kind === 'word' && !endsDescription(token.form);
