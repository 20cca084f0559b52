import { countryOfNisba } from '#arabic/countries.ts';
import { gazetteer } from '#arabic/gazetteer.ts';
import { rememberWords } from '#arabic/remember-words.ts';
import { tokenLike } from '#arabic/tokens.ts';
import { adminNounAt } from './admin-noun.ts';
import { endOfFurther } from './place-name-end.ts';
import { isDisaster } from './place-passing.ts';
import type { PlaceRules } from './place-rules.ts';
import type { PlaceToken } from './place-tokens.ts';
import { isUnknownBehind, isUnknownName } from './unknown-name.ts';

export const COAST = /^[وفب]*(?:سواحل|قباله|ضواحي|مشارف|شواطيء|شواطي|صوب)$/;

const FOREIGN_ENDING =
  /(?:ينغ|انغ|ونغ|ستان|بور|فيل|غراد|بورغ|برغ|اباد|تون|سكي|سك|يفا|يفكا|وفو|ولو|غوي|تشي|وكو|اكو|ينو|يلا|يليا|انيا|ونيا|ورا|وبا|ونغو|انغا|اسي|ندي|نتي)$/;

/** A long word that ends as no Arabic one does and holds two long vowels before. */
const isForeignName = rememberWords(
  (word: string) => word.length > 5 && FOREIGN_ENDING.test(word) && (word.match(/[اوي]/g)?.length ?? 0) >= 3,
);

const DIRECTION = /^(?:شمال|جنوب|شرق|غرب|شمالي|جنوبي|شرقي|غربي|وسط|قرب)$/;

const CAUSE = /^(?:العام|عام|سنه|الشهر|الاسبوع|قبل|منذ|اثر|جراء|عقب|نتيجه|مساء|صباح|فجر|امس|اليوم|ليل)$/;

/** «في نيانكبالا شمالي البلاد» */
const isWhole = (text: string) => /^ال(?:بلاد|عاصمه|مدينه|ولايه|محافظه|اقليم|جزيره|مقاطعه)$/.test(text);

/** What follows a disaster that is called by its town: «مأساة يونغاي التي …», «مذبحة كذا عام 1999». */
const isToldOf = tokenLike(
  /^(?:التي|قد|عام|سنه|في|قبل|القريبه|المجاوره|الشهيره|الاولي|الثانيه|حين|حيث|حصدت|اودت)$/,
);
const isSaint = tokenLike(/^(?:سانت|سانتا|سان|ساو|بويرتو|فورت)$/);
const isDefinite = tokenLike(/^ال/);
const isStation = tokenLike(
  /^ال(?:معبر|منفذ|مطار|ميناء|مرفا|سجن|معتقل|مستشفي|مشفي|معسكر|ثكنه|محطه|منجم|مصفاه|جسر|ملعب|سد)$/,
);

/** «المعبر الحدودي في كذا», «الميناء في كذا»: what lies in a town. */
function isOfFacility(at: number, tokens: readonly PlaceToken[]): boolean {
  if (tokens[at]?.text !== 'في' || isDefinite(tokens[at + 1])) return false;
  for (const i of [at - 1, at - 2]) {
    const token = tokens[i];
    if (token?.kind !== 'word' || !isDefinite(token)) return false;
    if (isStation(token)) return true;
  }
  return false;
}

/** «في بورصة بحي كذا»: a town elsewhere that is a word of the language too is the word here. */
function isOrdinaryName(name: string, { notPlaces }: PlaceRules): boolean {
  const known = gazetteer(notPlaces).get(name);
  return (
    known !== undefined &&
    known !== 'not-a-place' &&
    known.every(({ certainty }) => certainty === 'ordinary' || certainty === 'named')
  );
}

const isNearby = tokenLike(/^ال(?:مجاوره|قريبه|واقعه|ساحليه|حدوديه|جبليه)$/);

const haveFallen = tokenLike(
  /^(?:قتيلا?|قتيلان|قتيلين|قتلي|القتلي|جريحا?|جريحان|جريحين|جرحي|الجرحي|وفاتان|وفاتين|وفيات|سقطوا|قضوا|ماتوا|قتلوا|اصيبوا)$/,
);

/** «قتيلان في ماتياس باربوزا،», «و4 في يشيل يورت.»: where some of those counted fell, up to what ends the clause. */
function isWhereTheyFell(at: number, to: number, tokens: readonly PlaceToken[]): boolean {
  if (tokens[at]?.text !== 'في' || isDefinite(tokens[at + 1])) return false;
  const [count, next] = [tokens[at - 1], tokens[to]];
  if (count?.kind !== 'number' && !haveFallen(count)) return false;
  return next === undefined || next.kind === 'break' || /^[.،,؛]$/.test(next.text) || /^و../.test(next.text);
}

/** «في كارتاهينا شمال كولومبيا», «في لافايت بولاية لويزيانا», «سواحل موتريل»: where the unknown name ends. */
export function endBesideKnown(
  tokens: readonly PlaceToken[],
  at: number,
  covered: ReadonlySet<number>,
  rules: PlaceRules,
): number {
  const word = tokens[at] as PlaceToken;
  if (isSaint(tokens[at + 1]) && isUnknownName(tokens[at + 2]?.text ?? '') && !covered.has(at + 1))
    return covered.has(at + 2) ? at : endOfFurther(tokens, at + 1, at + 3, covered);
  let to = at + 1;
  while (
    to <= at + 2 &&
    !covered.has(to) &&
    (to === at + 1 ? isUnknownBehind : isUnknownName)(tokens[to]?.text ?? '') &&
    tokens[to]?.kind === 'word'
  )
    to++;
  if (to === at + 1) return at;
  if (isDisaster(word)) return to === at + 2 && isToldOf(tokens[to]) ? to : at;
  if (COAST.test(word.text) || isOfFacility(at, tokens)) return to;
  if (isOrdinaryName(tokens[at + 1]?.text ?? '', rules)) return at;
  if (isWhereTheyFell(at, to, tokens))
    return gazetteer(rules.notPlaces).get(tokens[at + 1]?.text ?? '') ? at : to;
  // «قرب قيرة», «في أوبورينسكي»
  const name = tokens[at + 1]?.text ?? '';
  if ((/^و?قرب$/.test(word.text) && !/^ال|(?:ات|ين|ون|ان|يه|تي)$/.test(name)) || isForeignName(name))
    // A known name that was not taken for a place is a club's or another word.
    return gazetteer(rules.notPlaces).get(name) === undefined ? to : at;
  const next = tokens[to];
  if (next?.kind !== 'word') return at;
  const isOneWord = to === at + 2 && !/^ال/.test(name);
  // «وفاة شخصين في شيترال إثر انهيار»
  const happened = () => [1, 2, 3].some((k) => rules.isEventWord((tokens[at - k] ?? word).form));
  if (isOneWord && CAUSE.test(next.text) && happened()) return to;
  // «في أوبا المجاورة»
  if (isOneWord && isNearby(next)) return to;
  // «في تاوسا الكولومبية»
  if (isOneWord && /^ال.*ه$/.test(next.text) && countryOfNisba(next.text)) return to;
  if (DIRECTION.test(next.text)) {
    const isKnown = covered.has(to + 1) || adminNounAt(tokens, to + 1, rules) !== null;
    return isKnown || isWhole(tokens[to + 1]?.text ?? '') ? to : at;
  }
  // «المتخصصة في الحروق بوهران»: in what, and not where.
  const inField = /^ال(?:م?تخصص|مختص|متخصص)(?:ه|ون|ين)?$/.test(tokens[at - 1]?.text ?? '');
  const inside =
    !inField &&
    next.text.startsWith('ب') &&
    (covered.has(to) ||
      adminNounAt(tokens, to, rules) === 'strong' ||
      // «في كذا بإقليم أراغون»
      (adminNounAt(tokens, to, rules) === 'weak' &&
        covered.has(to + 1) &&
        !/^ال/.test(name) &&
        !/مدينه$/.test(next.text)));
  return inside ? to : at;
}
