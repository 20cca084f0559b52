import { countryOfNisba } from '#arabic/countries.ts';
import { gazetteer, isCommonWord } from '#arabic/gazetteer.ts';
import { rememberWords } from '#arabic/remember-words.ts';
import { tokenLike } from '#arabic/tokens.ts';
import { isOrdinaryForm, isParticiple, isState } from './ordinary-form.ts';
import { isDefiniteNoun, isForeignQuarter, isNamedHouse, isWhereItLies, PEOPLE } from './place-constructs.ts';
import { type AdminNoun, type PlaceRules, placeRules } from './place-rules.ts';
import type { PlaceToken } from './place-tokens.ts';
import { isGivenName } from './speaker-words.ts';
import { ADJECTIVE, isNameWord, isUnknownName, OWNED, SHORTEST_UNKNOWN } from './unknown-name.ts';

const LONGEST = 3;
// «مناطق حساسة»: what follows a plural without «ال» is an adjective.
const PLURAL_NOUN = /(?:مناطق|مدن|قري|بلدات|احياء|محافظات|ولايات|مقاطعات|مديريات|مخيمات|اقاليم)$/;
/** «مديرية الأمن» is an office, «مديرية خب» a place. */
const DIRECTORATE = /^[وفبل]*(?:مديريه|جهه)$/;
// «احتجز», «اندلع», «استقبل»: what a hospital or a fire did.
const DID = /^(?:است[^اويه]{3}|ا[^اويه]ت[^اويه]{2}|ان[^اويه]{3})$/;
/** «كابو دي غاتا»: these join the words of a foreign name. */
const JOINING = /^(?:دي|دو|دا|ديل|دل|ديلا|لا|لو|لوس|لاس|آل|ال|ن|فون|فان|اوف|دير|او|اند|آند)$/;
/** «جاكوب آباد», «كونغو تاون»: they end a foreign name. */
const ENDING =
  /^(?:اباد|تاون|سيتي|هيلز|هيل|بيتش|بارك|كاونتي|نغر|ناغار|فولز|فيلدج|كوست|سبرينغز|كريك|رود|ستريت|افنيو)$/;
/** «مستشفى الملك فيصل», «جسر الشهيد سالم» */
const HONORIFIC =
  /^ال(?:ملك|ملكه|امير|اميره|امام|شهيد|شهيده|شيخ|سلطان|رءيس|رييس|قديس|قديسه|سيده|نبي|جنرال|خليفه|صحابي|قايد|قاءد|لواء|عقيد|زعيم|مجاهد|خديوي|دكتور|حاج)$/;
export const isHonorific = (word: PlaceToken | undefined) => HONORIFIC.test(word?.text ?? '');
/** «إدريس الثاني», «محمد الخامس» */
const REIGN = /^ال(?:اول|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر)$/;
const NAME_LINK = /^(?:عبد|مولاي|سيدي|ابو|ابي|ابن|بن|ال)$/;

/** Where a name that begins at `from`, behind a noun, ends; `from` where there is none. */
export function endOfName(
  tokens: readonly PlaceToken[],
  from: number,
  noun: AdminNoun,
  covered: ReadonlySet<number>,
  rules: PlaceRules,
  ofOffice: boolean,
): number {
  const first = tokens[from];
  if (first?.kind !== 'word' || covered.has(from) || OWNED.test(first.text)) return from;
  // «قرية متاخمة», «حي مهجور»
  if (noun !== 'spot' && (isState(first.text) || BEFELL.test(first.text)) && !isGivenName(first.text))
    return from;
  if (PAST.test(first.text) && noun === 'strong') return from;
  if (noun === 'facility' && (DID.test(first.text) || isWare(tokens[from - 1], first.text))) return from;
  const nounText = tokens[from - 1]?.text ?? '';
  let to = from;
  // «قرية ألعاب»: no article stands there.
  if (first.hamza && first.text.length > 3 && first.text.startsWith('ال') && isCommonWord(first.text))
    return from;
  // «شارع بن مبارك بن سالم» is a man.
  if (first.text === 'بن' && (tokens[from + 2]?.text === 'بن' || nounText === 'سهل')) return from;
  if (JOINED_ON.test(first.text)) return from;
  // «العاصمة الباراغوانية أسونسيون»: it can only be described.
  if (/(?:ال|لل)عاصمه$/.test(nounText) && ADJECTIVE.test(first.text)) return from;
  if (noun === 'facility' && HONORIFIC.test(first.text)) return endOfHonoured(tokens, from + 1);
  if (
    /^[وف]/.test(first.text) &&
    !isFirstWaw(first.text) &&
    (PLURAL_NOUN.test(nounText) || !isWholeWithWaw(first.text, noun))
  )
    return from;
  // «عقبة أمام انتشار القوة» is no pass of an imam.
  // ««ديربي» العاصمة أمام الهلال»
  const isBare = noun === 'partOfName' || /(?:ال|لل)عاصمه$/.test(nounText);
  if (isBare && rules.notAfterAdmin.has(first.text)) return from;
  // «مركز حي النزلة»: the quarter has a name of its own.
  if (noun === 'weak' && first.text === 'حي') return from;
  if (rules.nameHeads.has(first.text)) {
    const second = tokens[from + 1];
    if (second?.kind === 'word' && !covered.has(from + 1) && !rules.locatives.has(second.text)) to = from + 2;
    else return from;
  } else if (PLURAL_NOUN.test(nounText) && (/^(?!ال).+ه$/.test(first.text) || PEOPLE.test(first.text)))
    return from;
  else if (DIRECTORATE.test(nounText) && isOrdinaryForm(first.text)) return from;
  else if (isNameWord(first.text) ? isFirstOfName(first.text, noun, nounText) : isOwnedBy(first.text, noun)) {
    // «قرية هجروا منها»
    if (isBackToIt(tokens[from + 1]) && isOrdinaryForm(first.text)) return from;
    to = from + 1;
  } else if ((!first.hamza && isNamedHouse(nounText, first.text)) || isForeignQuarter(nounText, first.text))
    to = from + 1;
  else if (isWhereItLies(nounText, tokens, from, covered, rules)) return from + 1;
  else if (isGivenStreet(nounText, first.text)) return endOfGiven(tokens, from, covered);
  else if (isNoAdjectiveOf(nounText, first.text) && leadsOn(tokens, from + 1, covered, rules))
    return from + 1;
  else return from;
  // «حاكم ولاية كذا فلان»: the name of the man follows.
  if (ofOffice && !JOINING.test(tokens[to]?.text ?? '')) return to;
  return endOfFurther(tokens, from, to, covered);
}

const isWorks = tokenLike(/^[وفبل]?(?:مصنع|معمل|مستودع|مخزن|سوق|متجر)$/);
/** «مصنع مستحضرات», «مستودع إطارات»: what is made or kept there. */
const isWare = (noun: PlaceToken | undefined, word: string) => isWorks(noun) && /^(?!ال).{3,}ات$/.test(word);

const isStreet = (noun: string) => /^[وف]?[بل]?(?:شارع|ميدان|جسر|كوبري|مسجد|مستشفي|ساحه|نفق|حي)$/.test(noun);

/** «شارع فيصل»: called after somebody, whatever else his name may be. */
const isGivenStreet = (noun: string, word: string) => isStreet(noun) && isGivenName(word);

/** «أحمد شوقي», «خالد بن الوليد», «محمد علي» */
function endOfGiven(tokens: readonly PlaceToken[], from: number, covered: ReadonlySet<number>): number {
  const to = endOfHonoured(tokens, from);
  const next = tokens[to];
  const goesOn = next?.kind === 'word' && !covered.has(to);
  const end =
    goesOn && isGivenName(next.text) && next.text !== 'عبد'
      ? to + 1
      : goesOn
        ? endOfFurther(tokens, from, to, covered)
        : to;
  // «الحبيب بورقيبة», and no «الحبيب» alone
  return end === from + 1 && isDefiniteNoun(tokens[from]?.text ?? '') ? from : end;
}

/** «جزيرة بدين»: an adjective of the noun would end as it does, and the name is one elsewhere. */
function isNoAdjectiveOf(noun: string, word: string): boolean {
  if (!/^[وف]?[بل]?(?:جزيره|بحيره|واحه|هضبه)$/.test(noun) || /ه$|^ال/.test(word)) return false;
  const known = gazetteer(placeRules().notPlaces).get(word);
  return known !== undefined && known !== 'not-a-place';
}

/** «… شمال دنقلا»: it goes on to tell where that is. */
const leadsOn = (
  tokens: readonly PlaceToken[],
  at: number,
  covered: ReadonlySet<number>,
  rules: PlaceRules,
) => rules.directions.has(tokens[at]?.text ?? '') && covered.has(at + 1);

/** Where the name ends whose words up to `to` are known: «كابو» → «كابو دي غاتا». */
export function endOfFurther(
  tokens: readonly PlaceToken[],
  from: number,
  to: number,
  covered: ReadonlySet<number>,
): number {
  let end = to;
  while (end - from < LONGEST) {
    const next = tokens[end];
    if (next?.kind !== 'word' || covered.has(end)) break;
    const after = tokens[end + 1];
    if (ENDING.test(next.text)) return end + 1;
    // «جمال عبد الناصر»
    if (next.text === 'عبد' && after?.kind === 'word') return end + 2;
    if (JOINING.test(next.text) && after?.kind === 'word' && !covered.has(end + 1)) {
      // «لا يبعد», «لو كان»: not every one of them joins; «آل» is a family's.
      if (!isUnknownName(after.text) && !/^دي|^د[او]$|^ديل|^دل|^ال$/.test(next.text)) break;
      // «دي لا فيغا»
      end += JOINING.test(after.text) && tokens[end + 2]?.kind === 'word' ? 3 : 2;
      continue;
    }
    if (end > from && isHowItIs(next.text, tokens, from)) break;
    if (!isFurtherWord(next.text)) break;
    end++;
  }
  return end;
}

/** «شاطئ الخروبة المهجور», «شاطئ النخيل المميز» */
function isHowItIs(word: string, tokens: readonly PlaceToken[], from: number): boolean {
  if (!/^الم/.test(word) || !isDefiniteNoun(tokens[from]?.text ?? '')) return false;
  return isState(word.slice(2)) || (isBeach(tokens[from - 1]?.text ?? '') && isParticiple(word.slice(2)));
}

/** The name of whom a facility honours. */
function endOfHonoured(tokens: readonly PlaceToken[], from: number): number {
  let to = from;
  const isWord = (at: number) => tokens[at]?.kind === 'word';
  if (!isWord(to)) return from - 1;
  while (NAME_LINK.test(tokens[to]?.text ?? '') && isWord(to + 1)) to++;
  to++;
  if (REIGN.test(tokens[to]?.text ?? '')) return to + 1;
  while (tokens[to]?.text === 'بن' && isWord(to + 1))
    to += NAME_LINK.test(tokens[to + 1]?.text ?? '') ? 3 : 2;
  return to;
}

const PAST =
  /^(?:[\u0621-\u064a]ا[^اويي]{2}|است[^اوي]{3}|ان[^اوي]{3}|ا[^اوي]ت[^اوي]{2}|ت[^اوي]{3})(?<![نرس])ت$/;
const FEMININE_PARTICIPLE = /^م[\u0621-\u064a]{3,5}ه$/;

/** «بلدة حوصرت», «نهبت», «أخليت»: what befell her. */
const BEFELL = /^(?:[^اوي]و[^اوي]{2}|ا[^اوي]{2}[^او]|[^اوي]{3})ت$/;

const isFurtherWord = rememberWords((word: string): boolean => {
  // «مدينة لاجيادو معزولة»
  if (FEMININE_PARTICIPLE.test(word)) return false;
  // «محافظة كذا عاقبت أربعة»: a verb.
  if (PAST.test(word)) return false;
  if (isOrdinaryForm(word) || !(isNameWord(word) || isForeignEnd(word)) || /^[وف]|^[بل]ال|^لل/.test(word))
    return false;
  const { admin } = placeRules();
  return !admin.has(word) && !(word.startsWith('ب') && admin.has(word.slice(1)));
});

/** «بونت سونديه»: no adjective that we know would end so. */
const isForeignEnd = (word: string) =>
  /^(?!ال).*[^ا]يه$/.test(word) &&
  word.length > 4 &&
  countryOfNisba(word) === undefined &&
  !isOrdinaryForm(word.slice(0, -1));

// «وادي», «واحة» begin names; any other و after the noun joins a further word.
const isFirstWaw = (word: string) =>
  /^(?:واد|واح|ود|ورق|وهر|وزان|فـ|ف[^يا])/.test(word) || word.startsWith('فا') || word.startsWith('في');

/** «منطقة واردوج», «مدينة ولديا» */
const isWholeWithWaw = (word: string, noun: AdminNoun) =>
  (noun === 'strong' || noun === 'weak') && isUnknownName(word);

/** «من جهة والجنود من جهة أخرى» */
const JOINED_ON = /^[وف]ال.{3}/;

/** «إنزكان وآيت عميرة وتيزنيت»: whether tokens [from, to) between two names are a third, joined to them. */
export function isJoinedUnknown(
  tokens: readonly PlaceToken[],
  from: number,
  to: number,
  rules: PlaceRules,
): boolean {
  const first = tokens[from];
  if (to - from > 2 || to === from || first?.kind !== 'word' || !/^و./.test(first.text)) return false;
  const name = first.text.slice(1);
  if (to - from === 1) return isUnknownName(name) && isUnknownName(first.text);
  const second = tokens[from + 1];
  if (second?.kind !== 'word' || !isNameWord(second.text)) return false;
  return rules.nameHeads.has(name) || (isUnknownName(name) && isUnknownName(second.text));
}

const isBeach = (noun: string) => /^[وف]?[بل]?شاط(?:يء|يي|ي|ء)$/.test(noun);
/** «شاطئ البحر»: no name. */
const WATER =
  /^ال(?:بحر|محيط|نهر|بحيره|خليج|متوسط|مدينه|قريه|بلده|منطقه|عاصمه|جزيره|ولايه|بلديه|مجاور|رءيسي|رييسي|عام|خاص)$/;

/** A definite noun may be an everyday word after «بلدة», «حي» or «شاطئ», nowhere else. */
function isFirstOfName(word: string, noun: AdminNoun, nounText: string): boolean {
  if (noun === 'spot' || ((noun === 'strong' || isBeach(nounText)) && isDefiniteNoun(word)))
    return !(isBeach(nounText) && WATER.test(word));
  if (isOrdinaryForm(word))
    return (word.endsWith('وا') || (noun === 'strong' && nounText.endsWith('ه'))) && isOrdinaryByEnding(word);
  // «حقل قطن», «سد تلي» are things of a kind; «عن كل طريق نتفق عليه»
  if (noun === 'facility' && (word.length < SHORTEST_UNKNOWN || /^ن.{2}[^هاوي]$/.test(word))) return false;
  return noun === 'strong' || !isParticiple(word);
}

/** «قرية كيلوا», «قرية نعمي»: behind her no verb of many and nothing masculine can stand. */
const isOrdinaryByEnding = (word: string) =>
  /^[^وفبليت][\u0621-\u064a]{2,}(?:وا|ي|ين)$/.test(word) && !isCommonWord(word);
const isBackToIt = tokenLike(/^(?:منها|فيها|اليها|عنها|بها|عليها|لها|عندها|حولها)$/);

/** «حي البجيري», «منطقة الحامضية»: behind a noun without article it is no adjective, whatever its ending. */
function isOwnedBy(word: string, noun: AdminNoun): boolean {
  if (noun !== 'strong' && ((noun !== 'weak' && noun !== 'partOfName') || isOrdinaryForm(word))) return false;
  if (!isDefiniteNoun(word) || PEOPLE.test(word) || !ADJECTIVE.test(word)) return false;
  const { notAfterAdmin, admin } = placeRules();
  return !notAfterAdmin.has(word) && !admin.has(word) && countryOfNisba(word) === undefined;
}
