import { isCountryName } from '#arabic/countries.ts';
import { isComma, seldomLike, type Token, tokenLike } from '#arabic/tokens.ts';
import { attackerAt } from './casualty-attacker.ts';
import { readCount } from './casualty-counts.ts';
import { behindDay } from './casualty-one-behind.ts';
import { BODIES, bareWord, DUALS, isPeopleWord, NEED_COMPLEMENT, ONES, VERBS } from './casualty-words.ts';

/** Adjectives of who did it, before whom it was done to. */
const MOST_ADJECTIVES = 2;
/** Words of a doer that is known, and of when and where, before whom it was done to. */
const MOST_OF_DOER = 8;

export const isKilling = tokenLike(/^[وبل]?(?:قتل|ذبح|طعن|دهس|اغتيال|خنق)$/);
/** Verbs of what is done to somebody: behind «توفي», «سقط» nobody stands in the accusative. */
export const doesTo = tokenLike(
  /^[وف]?(?:[يت]?قتل|قتلت|ارد[ىيت]|[يت]?غتال|اغتالت?|اغتيال|[يت]?عدم|اعدمت?|[يت]?دهس|دهست|[يت]?طعن|طعنت|[يت]?قنص|قنصت|اصابت?|[يت]صيب|[يت]?عتقل|اعتقلت?|اوقفت?|[يت]وقف|[يت]?حتجز|احتجزت?|[يت]?خطف|خطفت|[يت]?ختطف|اختطفت?|[يت]?اسر|اسرت|[يت]?ضبط|ضبطت)$/,
);
const isHers = seldomLike(/^[وف]?(?:ت.*|.*ت)$/);
const areMany = tokenLike(/^(?:ال)?.{3,}ون$/);
const isPreposition = tokenLike(/^(?:في|فى|من|على|عن|الى|خلال|بعد|قبل|اثر|جراء|ب.{3,})$/);
const isWhere = seldomLike(/^(?:في|فى|قرب|داخل|وسط|شرق|غرب|شمال|جنوب|شرقي|غربي|شمالي|جنوبي|خلال)$/);

/** «نائبا», «شيخا»: one, where «نائب» may stand before a name. */
export const isOfOffice = (text: string): boolean =>
  /^(?:نائب|عضو|شيخ|زعيم|رئيس|مدير|وزير|محافظ|مستشار|سفير|دبلوماسي|لاعب|فنان|متهم|مشتبه|مطلوب|محقق|مراقب|خطيب|امام|صاحب|نقيب|رائد|قريب|صديق|ولد|زميل|رفيق|جار|شقيق|خصم)ا$/.test(
    text,
  );

/** «بحارا»; «سوريا» is more often the country. */
const isMasculine = ({ text }: Token) =>
  (ONES.has(text) && /[^ا]ا$/.test(text) && !isCountryName(text)) || isOfOffice(text);
/** «طفلة», «فتى»: no ending says that it was done to them. */
const isUnmarked = (tokens: readonly Token[], at: number) =>
  ONES.has(tokens[at]?.text ?? '') &&
  /(?:[ةه]|^فت[ىي])$/.test(tokens[at]?.text ?? '') &&
  !/^ال/.test(tokens[at + 1]?.text ?? '');

/** «قتل مسلحون شرطيا», «خطف جنود متمردون طبيبا» */
function didTheyAct(tokens: readonly Token[], verb: number, at: number): boolean {
  if (VERBS.get((tokens[verb]?.text ?? '').replace(/^[وف](?=.{3})/, '')) === undefined) return false;
  const { text } = tokens[at] as Token;
  const isTheirs = isPeopleWord(text) && !ONES.has(text) && areMany(tokens[at + 1]);
  return (isTheirs || areMany(tokens[at])) && readCount(tokens, at) === null;
}

/**
 * The one in the accusative behind who killed, hurt or seized him, with the verb or verbal noun before token `from`;
 * null where none is.
 */
export function whomTheyHarmed(tokens: readonly Token[], from: number): number | null {
  const at = behindDay(tokens, from);
  const doer = tokens[at];
  if (doer?.kind !== 'word') return null;
  const verb = tokens[from - 1];
  // «قتلت ضابط شرطة»: she did it.
  const isHe =
    (isKilling(verb) || (doesTo(verb) && !isHers(verb))) &&
    (ONES.has(doer.text) || (DUALS.has(doer.text) && /ان$/.test(doer.text))) &&
    !/[^ا]ا$|ة$/.test(doer.text);
  if (!isHe && !didTheyAct(tokens, from - 1, at)) return doesTo(verb) ? behindKnown(tokens, at) : null;
  for (let i = at + 1; i <= at + 1 + MOST_ADJECTIVES; i++) {
    const token = tokens[i];
    if (token?.kind !== 'word' || token.text[0] === 'و') return null;
    // «خطف مسلحون ثلاثة عشر مواطنا»: so many of them.
    if (readCount(tokens, i)) return null;
    if (isMasculine(token) || isUnmarked(tokens, i)) return i;
    if (isPreposition(token)) return null;
  }
  return null;
}

const isBody = ({ text }: Token) =>
  BODIES.has(bareWord(text)) ||
  NEED_COMPLEMENT.has(text) ||
  /^(?:غار|قذيف|طائر|مسير|رصاص|دباب|قو|دوري|مجموع|عصاب|سيار|شاحن)[ةه]$|^(?:غارات|قذائف|مسيرات|صاروخ|لغم|مصالح|اجهز[ةه]|رصاص|نيران|قصف|شظايا|انفجار|تفجير|عبو[ةه]|قنبل[ةه])$/.test(
    text,
  );
/** «متهم بالسرقة», «المشتبه به» */
export const isSuspect = seldomLike(
  /^(?:ال)?(?:متهم|مشتبه|مطلوب|مشبوه|قاتل|سارق|مجرم|هارب|فار|مدان|محكوم|خاطف|محتال|لص|جاني|فاعل|مهاجم)[ةه]?$/,
);
/** «خطف النادي لاعبا», «يقتل البطل شرطيا»: what those do is no harm. */
export const harmsNobody = seldomLike(
  /^ال(?:حكم|نادي|فريق|منتخب|شرك[ةه]|لجن[ةه]|اتحاد|بطل|بطل[ةه]|فيلم|رواي[ةه]|مسلسل|شخصي[ةه]|دوري|ممثل|ممثل[ةه]|مدرب|لاعب|مهاجم|مدافع|جامع[ةه]|مدرس[ةه]|مجلس|ادار[ةه]|بنك)$/,
);
const isTheirKind = seldomLike(/^(?![وفب]).{2,}(?:ي|ي[ةه]|[ةه]|ات)$|^(?:هاون|مجهول|عشوائي)$/);

const seizes = seldomLike(/^[وف]?(?:[يت]?عتقل|اعتقلت?|اوقفت?|[يت]وقف|احتجزت?|[يت]حتجز|ضبطت?|[يت]ضبط)$/);

/** «أوقفت الشرطة سائق الحافلة», «اعتقل الدرك المشتبه به» */
const isSeizedOne = (tokens: readonly Token[], verb: number, at: number): boolean => {
  const token = tokens[at] as Token;
  if (!seizes(tokens[verb])) return false;
  const isOf = /^ال/.test(tokens[at + 1]?.text ?? '');
  return isSuspect(token) || (ONES.has(token.text) && isOf);
};

/** «قتلت الشرطة رجلا», «اعتقلت قوات الاحتلال، فجر اليوم، شابا»: whom a body or somebody known did it to. */
function behindKnown(tokens: readonly Token[], at: number): number | null {
  const first = tokens[at] as Token;
  const isKnown = first.text.startsWith('ال');
  if ((!isKnown && !isBody(first)) || harmsNobody(first)) return null;
  // «قتل الشاب», «أصابت السيدة»: to whom it may have been done.
  const mayBeWhom = isKnown && ONES.has(bareWord(first.text));
  let isPlace = false;
  for (let i = at + 1; i < at + MOST_OF_DOER; i++) {
    const day = behindDay(tokens, i);
    if (day > i && day < at + MOST_OF_DOER) i = day;
    const token = tokens[i];
    if (!token || (token.kind !== 'word' && !isComma(token)) || readCount(tokens, i)) return null;
    // «قتلت الشرطة المهاجم»
    const isTheirs = i > at + 1 || isKnown;
    if (isBody(first) && isTheirs && (attackerAt(tokens, i) || isSeizedOne(tokens, at - 1, i))) return i;
    if (isMasculine(token) || (!mayBeWhom && !isPlace && isUnmarked(tokens, i))) return i;
    if (isWhere(token)) isPlace = true;
    else if (!isPlace && !isComma(token) && !/^ال/.test(token.text) && !(i === at + 1 && isTheirKind(token)))
      return null;
  }
  return null;
}
