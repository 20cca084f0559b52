import { isCountryName } from '#arabic/countries.ts';
import { wordSet } from '#arabic/fold.ts';
import { ofForm, testOfForm } from '#arabic/forms.ts';
import { speechWord } from '#arabic/speech.ts';
import { isComma, type Token, tokenLike } from '#arabic/tokens.ts';
import { canBeginName, isCircumstance, isManner, isOfGod, isRulerOfPlace } from './begins-name.ts';
import { VERBS } from './casualty-words.ts';
import {
  beginsClause,
  isFamily,
  isInPresent,
  isMourning,
  isNoPart,
  isNoun,
  isOwnedByDefinite,
  isRulerOf,
  isThingBeforeMarks,
  isWholeAbi,
  mayFollowShort,
  tellsHow,
} from './name-ends.ts';
import { OBJECTS } from './read-body.ts';
import { ofChildren } from './role-complement.ts';
import { audienceEnd } from './skip-to-speaker.ts';
import type { Range } from './speaker.ts';
import {
  endsDescription,
  isClosed,
  isConjoined,
  isInsideName,
  isJoinedName,
  isMasdar,
  isPrepositional,
  isSaidNext,
  isThatNext,
  NAME_PARTS,
} from './speaker-limits.ts';
import {
  isDefinite,
  isGivenName,
  isInstitution,
  isNisba,
  isOrdinaryWord,
  JOINERS,
  placeEnd,
  TITLES_TRIE,
  withoutArticle,
} from './speaker-words.ts';
import { isSurnameBehind, isSurnameHere } from './surnames.ts';
import {
  bareOf,
  describesHow,
  endsInThem,
  isAccusative,
  isComparative,
  isFeeling,
  isForMany,
  isFuture,
  isOfThem,
} from './word-endings.ts';

/** The longest name: «محمد بن راشد بن سعيد آل مكتوم», particles not counted. */
const WORDS_OF_A_NAME = 5;

const isFatherOrMother = tokenLike(/^(?:ام|ابو|ابي|ابا)$/);
/** «أسامة بن فضل» */
const SONS = wordSet('بن ابن بنت');
/** Names go on behind these. */
const UNFINISHED = wordSet('بن ابن بنت عبد أبو أبي');

/** «أم أحمد», «أبو يوسف»: «أم» is «or» elsewhere. */
export function isParent(tokens: readonly Token[], at: number): boolean {
  return isFatherOrMother(tokens[at]) && tokens[at + 1]?.kind === 'word' && !ofChildren(tokens[at + 1]);
}

const IS_OR_SEEMS =
  /^(?:بدا|بدت|كان|كانت|قال|قالت|راى|رات|يرى|ترى|عبر|ظهر|ظهرت|اكتفى|اكتفت|فضل|اختار|اعتبر|علق|رد|يقول|تقول|يعتقد|تعتقد)$/;
/** Words that behind a first name are of it, whatever they mean elsewhere. */
const FAMILIES = wordSet('الدين الصباح الله الإسلام');
/** Offices and trades that are as often a family's name. */
const FAMILY_TITLES = wordSet(
  'خوري قاضي مطران إمام سلطان أمير ملك معلم نجار حكيم راعي كاتب حارس مختار خطيب قسيس أسقف والي',
);

/**
 * The name that begins at `from`: its words up to what cannot be part of one. Where an object may follow the subject
 * («وصف بشير الحمد الموسم بأنه …»), ordinary nouns after a name end it.
 */
export function readName(tokens: readonly Token[], from: number, limit: number, objects: boolean): Range {
  const end = Math.min(limit, tokens.length);
  let i = from;
  let words = 0;
  while (i < end && words < WORDS_OF_A_NAME) {
    const { kind, text } = tokens[i] as Token;
    if (kind === 'mark' && i > from && i + 1 < end && isInsideName(tokens, i)) {
      i++;
      continue;
    }
    if (kind !== 'word') break;
    if (i > from && endsName(tokens, i, words, objects)) break;
    // «آبي أحمد»
    if (!NAME_PARTS.has(text) || (text === 'ابي' && i === from)) words++;
    i++;
  }
  // A particle never ends a name.
  while (i > from + 1 && UNFINISHED.has(tokens[i - 1]?.text ?? '') && !isWholeAbi(tokens, i)) i--;
  return { from, to: i };
}

const areParties = tokenLike(/^طرف[اي]$/);

/** «هدى نصر البالغة 50 عاما» */
const isAged = tokenLike(/^البالغ[ةه]?$/);

const isWeekday = tokenLike(/^ال(?:احد|اثنين|ثلاثاء|اربعاء|خميس|جمع[ةه]|سبت)$/);

const isVerb = testOfForm(({ text }) => speechWord(text)?.form === 'verb');

const endingOf = ofForm(({ text }) => /[^ا](?:ين|ا)$/.exec(text)?.[0].length ?? 1);

function endsName(tokens: readonly Token[], at: number, words: number, objects: boolean): boolean {
  const { text, form } = tokens[at] as Token;
  const before = tokens[at - 1]?.text ?? '';
  // «قال العنزي لـ"سبق"»
  // «كارلوس دي لا فوينتي»
  if (text === 'لا' && before === 'دي' && canBeginName(tokens, at + 1)) return false;
  if (text === 'ل' || text === 'ب' || isForMany(text) || audienceEnd(tokens, at, tokens.length) > at)
    return true;
  // «ماري أوكبي فقدت زوجها»
  if (words >= 1 && VERBS.has(text) && !isGivenName(text)) return true;
  // «ودعا تيدروس طرفي النزاع», «طالب كارتر روسيا»: whom he turned to.
  if (areParties(tokens[at]) || (objects && words === 1 && isCountryName(text))) return true;
  if (isAged(tokens[at]) || isRulerOfPlace(tokens, at) || isNoPart(tokens, at, words)) return true;
  if (isOfGod(tokens, at) || (text === 'الله' && isOfGod(tokens, at - 1))) return false;
  if (text === 'فان' && ((tokens[at] as Token).hamza || tokens[at + 1]?.kind !== 'word')) return true;
  if (text === 'فان' && (beginsClause(tokens, at + 1) || isDefinite(before) || isOfThem(before))) return true;
  // «أعلن سامي نصر الأحد مقتل ستة», «سامي عبد الأحد»
  if (isWeekday(tokens[at])) return before !== 'عبد';
  if (/^(?:بين|من|ضمن)(?:هم|هن)$/.test(text)) return true;
  // «ناشدت عائلته السلطات»
  const son = SONS.has(tokens[at - 2]?.text ?? '');
  const owned = isDefinite(text) && isOfThem(before) && !isDefinite(before) && !isGivenName(before) && !son;
  if (owned) return true;
  // «ذهب نيل باركر أبعد من ذلك»
  const isMore = isComparative(tokens[at] as Token) && !(text === 'اكبر' && tokens[at + 2]?.text === 'ان');
  if (words >= 1 && isMore && /^(?:من|مما)$/.test(tokens[at + 1]?.text ?? '')) return true;
  // «سبهان خلف:»: a preposition has something behind it.
  if (words === 1 && text === 'خلف' && isClosed(tokens, at + 1)) return false;
  // «بدأت سهى تبكي وهي»: what she does.
  const isDeed =
    words === 1 &&
    text.length >= 3 &&
    text.length <= 5 &&
    isInPresent(text) &&
    isGivenName(before) &&
    !isGivenName(text);
  if (isDeed && isOrdinaryWord(text) && !isNisba(text) && !isClosed(tokens, at + 1)) return true;
  // «ورد سانجاي راو ممازحا»
  if (words >= 2 && describesHow(text) && !isGivenName(text)) return true;
  // «تعهد خوسيه إشباريا بخفض الضرائب», «اعتبر بيتر ناغي القرار "ابتزازا"»
  if (words >= 2 && (isCircumstance(tokens, at) || OBJECTS.has(text))) return true;
  // «كيم سونغ هو، نائب المستشار», «وقال كيم سونغ هو:»
  const apart = isComma(tokens[at + 1]) || tokens[at + 1]?.text === ':' || isThatNext(tokens, at + 1);
  if (text === 'هو' && words === 2 && apart) return false;
  // «نو كوانغ تشول»: nobody is called by two letters alone.
  if (words === 1 && before.length === 2 && mayFollowShort(tokens, at)) return false;
  // «أكرم إمام أوغلو»
  if (text === 'زاده' || tokens[at + 1]?.text === 'اوغلو') return false;
  // «حسن فضل الدين»
  if (tokens[at + 1]?.text === 'الدين' && text.length <= 4 && isGivenName(before)) return false;
  // «سامي نصر الابن»
  if (words >= 2 && /^ال(?:ابن|اب)$/.test(text) && isClosed(tokens, at + 1)) return false;
  // «سامي نصر خلص إلى أن»: a verb, whatever else it may be.
  if (words >= 2 && !isGivenName(text) && isVerb(form) && isThatNext(tokens, at + 1)) return true;
  // «أسامة بن فضل»: whatever it means elsewhere, it is a father's name here.
  if (SONS.has(before)) return JOINERS.has(text);
  // «والتقى شريفي أمير قطر»: an office, where a country follows, whoever else is called so.
  if (isRulerOf(tokens, at)) return true;
  if (NAME_PARTS.has(before) || NAME_PARTS.has(text)) return JOINERS.has(text) || endsDescription(form);
  if (isGivenName(text) || isSurnameHere(tokens, at)) return false;
  // «أعلن سامي نصر الحداد ثلاثة أيام»: what is declared.
  if (objects && text === 'الحداد' && isMourning(tokens, at + 1)) return true;
  // «استغرب سامي نصر صمت الحكومة», «اعتبر سامي نصر الهدنة "استسلاما"»
  if (words >= 2 && (isOwnedByDefinite(tokens, at) || isThingBeforeMarks(tokens, at))) return true;
  // «أبدى سامي نصر قلقه من أن»
  if (words >= 1 && isFeeling(text)) return true;
  // «أشاد سامي نصر بأدائها»
  if (words >= 1 && /^[بل].{3,}(?:ها|هم|هما)$/.test(text)) return true;
  // «أما الحارس أيمن رزوق فبدا محبطا»
  if (words >= 1 && text[0] === 'ف' && text.length >= 4 && IS_OR_SEEMS.test(text.slice(1))) return true;
  // «راكان ناصر الدين», «فهد يوسف الصباح», «ليو الرابع عشر»
  if (FAMILIES.has(text) && (isGivenName(before) || (text === 'الدين' && words >= 2))) return false;
  // «خريف الخريف»
  if (text.length > 4 && text === `ال${before}` && words === 1) return false;
  if (text === 'عشر' && /^ال(?:ثالث|رابع|خامس|سادس|ثاني)$/.test(before)) return false;
  // «أم سامر تبيع الخبز», «لخصت أم سامر أسبوعين من عمرها»
  if (isParent(tokens, at - 2) && text.length > 2 && isOrdinaryWord(text) && !isDefinite(text)) return true;
  // «تفقدت أم محمد المنطقة»
  if (objects && isParent(tokens, at - 2) && OBJECTS.has(text)) return true;
  // «يرى فريد حداد الأمر من باب آخر»
  if (text === 'الامر') return true;
  // «جيم بوملحة رئيس الاتحاد»: an office is behind a name.
  const office = TITLES_TRIE.longestAt(tokens, at + 1) !== null && !isDefinite(tokens[at + 1]?.text ?? '');
  // «عثمان كوراي», «أدريانو كوستا وزير الطاقة»: «ك» is seldom a preposition behind a first name.
  const foreign = isGivenName(before) || (office && !isOrdinaryWord(before));
  const mayBeK = words <= 2 && foreign && text[0] === 'ك' && TITLES_TRIE.get(text) === undefined;
  if (mayBeK && /^ك(?!ال).{3,}[^ة]$/.test(text)) return false;
  if (isAccusative(text) || isFuture(text) || isManner(tokens, at)) return true;
  if (words >= 2 && isJoinedName(tokens, at)) return true;
  if (JOINERS.has(text) || endsDescription(form) || isConjoined(form)) return true;
  // «نزهة برادة،»: no word without its first letter, and the name is at an end.
  const closes =
    words === 1 && isClosed(tokens, at + 1) && !isOrdinaryWord(text.slice(1)) && !/^[بكف]?ال/.test(text);
  if (isPrepositional(form) && !closes && !(words === 1 && office && !/^[بكف]?ال|^ب.{3,}ة$/.test(text)))
    return true;
  if (isInstitution(text) && !isDefinite(text)) return true;
  // «حسن شيخ محمود»
  if (text === 'شيخ' && isGivenName(before) && canBeginName(tokens, at + 1)) return false;
  // «رنا خوري», but «خالد أمير الكويت»
  if (
    words === 1 &&
    FAMILY_TITLES.has(text) &&
    isGivenName(before) &&
    !isDefinite(tokens[at + 1]?.text ?? '')
  )
    return false;
  // «نفى مستشاره سالم استهداف المدنيين»: what is denied.
  if (isMasdar(text) && !isDefinite(text) && isDefinite(tokens[at + 1]?.text ?? '')) return true;
  // «أعلن سامي نصر تحييد 14 مسلحا»
  if (words >= 2 && objects && isMasdar(text) && tokens[at + 1]?.kind === 'number') return true;
  // «لخصت أمينة ليلتها»
  if (text.length >= 6 && endsInThem(text) && isOrdinaryWord(bareOf(text))) return true;
  // «يختتم يونايتد جولته»
  if (text.length >= 4 && text.endsWith('ته') && isOrdinaryWord(`${text.slice(0, -2)}ة`)) return true;
  const title = TITLES_TRIE.longestAt(tokens, at);
  // «خالد مساعد السهلي:»
  if (title?.to === at + 1 && !isDefinite(text) && isSurname(tokens, at + 1) && isClosed(tokens, at + 2))
    return false;
  // «نور الدين حاكم،»: who governs, governs something.
  const bare = title?.to === at + 1 && title.value.kind === 'office' && !isDefinite(text);
  const closed = isClosed(tokens, at + 1) && !/^["«“(]$/.test(tokens[at + 1]?.text ?? '');
  if (bare && closed && !/[ةا]$/.test(text)) return false;
  if (title && (!isDefinite(text) || words >= 2 || title.to > at + 1)) return true;
  if (words >= 2 && isSurnameBehind(tokens, at)) return false;
  // «أدان الوزير عادل الجبير التصريحات "العدوانية"»
  if (objects && words >= 2 && /^ال.{3,}ات$/.test(text)) return true;
  // «هاجم سامي نصر القانون معتبرا»: what he attacked.
  const how = tellsHow(tokens[at + 1]) && !(words >= 2 && isNoun(text) && !isGivenName(before));
  // «وحذرت شارمين أكبر من أن»
  const toThat =
    !isDefinite(text) && tokens[at + 2]?.text === 'ان' && /^(?:من|على|الى)$/.test(tokens[at + 1]?.text ?? '');
  if (!objects || isSaidNext(tokens, at + 1) || how || toThat) return false;
  // «سجل روبرتو فالي هدفين», «بدا شوقي عواد هادئاً»
  const ending = endingOf(form);
  if (words >= 2 && ending > 1 && isOrdinaryWord(text.slice(0, 1 - ending))) return true;
  // «بدت هدى منصور متعبة»
  if (words >= 2 && /^م.{3,}ة$/.test(text)) return true;
  // «طالب عباس الولايات المتحدة»
  if (/^ال.{3,}ات$/.test(text) || placeEnd(tokens, at) > at + 1) return true;
  // «حذّر المحافظ، سالم بن عبدالله الكثيري، السكان»: his family, whatever the word means elsewhere.
  if (
    SONS.has(tokens[at - 2]?.text ?? '') &&
    (isFamily(text) || (tokens[at + 1]?.text === '،' && isSurname(tokens, at)))
  )
    return false;
  // «عزا سامي عبد الرحمن رضوخ الشركة إلى»: what belongs to a noun with its article.
  const next = tokens[at + 1]?.text ?? '';
  const isOwner = isDefinite(next) && isOrdinaryWord(withoutArticle(next));
  if (words >= 2 && isOwner && (isMasdar(text) || /^..و.$/.test(text))) return true;
  if (words >= 2) return isNoun(text) || placeEnd(tokens, at) > at;
  // One word that is no first name is a surname: what follows it is spoken of.
  const first = isGivenName(before) || tokens[at - 2]?.text === 'عبد';
  // «ألفيس» has no article.
  const noun = (tokens[at] as Token).hamza ? isOrdinaryWord(text) : isNoun(text);
  return !first && noun;
}

/** «السهلي»: of a family or a place, and nothing else. */
export function isSurname(tokens: readonly Token[], at: number): boolean {
  const text = tokens[at]?.text ?? '';
  return (
    /^ال.{3,}ي$/.test(text) &&
    !isOrdinaryWord(withoutArticle(text)) &&
    TITLES_TRIE.longestAt(tokens, at) === null &&
    !isInstitution(text)
  );
}
