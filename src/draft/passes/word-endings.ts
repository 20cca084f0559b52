import { rememberWords } from '#arabic/remember-words.ts';
import type { Token } from '#arabic/tokens.ts';
import { isPeopleWord } from './casualty-words.ts';
import { isMasdar } from './speaker-limits.ts';
import { isGivenName, isOrdinaryWord } from './speaker-words.ts';

/** «عائلته», «ابنها»: something of somebody's. */
export const isOfThem = (text: string) =>
  text.length >= 4 && (text.endsWith('ه') || (text.length >= 5 && endsInThem(text)));

export const endsInThem = (text: string) => text.endsWith('ها') || text.endsWith('هم');

/** «نجاتها» without its pronoun: «نجاة». */
export const bareOf = (text: string) => text.replace(/ت(?:ها|هم|ه)$/, 'ة').replace(/(?:ها|هم|ه)$/, '');

/** «اعتقاده», «تصريحه», «تزويدهم»: a verbal noun and whose it is. */
export const isOwned = (text: string) => isOfThem(text) && isMasdar(text.replace(/(?:ها|هم|ه)$/, ''));

/** «مناصريه», «لاعبيها»: somebody's people. */
export const areTheirs = (text: string) =>
  isOfThem(text) &&
  (/^م.{2,4}[^ي]ي(?:ه|ها|هم)$/.test(text) ||
    (/.{3}ي(?:ه|ها|هم)$/.test(text) && isPeopleWord(text.replace(/(?:ه|ها|هم)$/, 'ن'))));

/** «ستنضم», «سيعود». */
export const isFuture = (text: string) =>
  text[0] === 'س' &&
  /^س[يتن].{3,}/.test(text) &&
  !isGivenName(text) &&
  ['ي', 'ت', 'ن'].some((person) => isOrdinaryWord(person + text.slice(2)));

/** «أمراً», «إيجابياً»: a noun with its ending, which no name has. */
export const isAccusative = (text: string): boolean =>
  text.length >= 4 && text.endsWith('ا') && isOrdinaryWord(text) && isOrdinaryWord(text.slice(0, -1));

/** «تمويلاً», «اتفاقاً»: what is done, not who does it. */
export const isAccusativeNoun = (text: string): boolean =>
  text.length >= 5 && isOrdinaryWord(text.slice(0, -1));

/** «بمتخصصين», «لمقاتلات»: a preposition and a participle in the plural. */
export const isForMany = (text: string): boolean => text[1] === 'م' && /^[بل]م.{3,}(ين|ات)$/.test(text);

/** «أبعد», «أكثر». */
export const isComparative = ({ text, hamza }: Token): boolean =>
  hamza && text.length === 4 && text[0] === 'ا' && !isGivenName(text);

/** «المواطنين», «المسؤولون». */
export const isPlural = (text: string) =>
  text.length >= 8 && text.startsWith('ال') && (text.endsWith('ين') || text.endsWith('ون'));

/** «ممازحا», «مخاطبا جنوده»: how somebody does something. */
export const describesHow = (text: string) => /^م(?![اويى]).{3,}ا$/.test(text);

/** What somebody voices: «قلقه», «استعدادها». */
export const isFeeling = rememberWords((text: string) =>
  /^(?:قلق|اسف|امل|ثق|دهش|رفض|غضب|حزن|سعاد|رغب|خشي|تخوف|مخاوف|استغراب|استياء|استيائ|استعداد|ارتياح|تفاؤل|تشاؤم|اعتقاد|شكوك|شك|خوف|تضامن|تعاطف|امتنان|تقدير|اعتزاز|اندهاش|استنكار|ادانت|تحفظ|امتعاض|ندم)ت?(?:ه|ها|هم)$/.test(
    text,
  ),
);
