import { wordSet } from '#arabic/fold.ts';
import { testOfForm } from '#arabic/forms.ts';
import { rememberWords } from '#arabic/remember-words.ts';
import { speechWord } from '#arabic/speech.ts';
import { isComma, type Token, tokenLike } from '#arabic/tokens.ts';
import {
  AUDIENCES,
  COMPLEMENTIZERS,
  isComplement,
  isDefinite,
  isGivenName,
  isInstitution,
  isMedium,
  isOrdinaryWord,
  isPlaceWord,
  JOINERS,
  QUOTE_OPENERS,
  STOPS,
  TIMES,
  TITLES_TRIE,
} from './speaker-words.ts';

/** Particles of names, which stand between or before their words. */
export const NAME_PARTS = wordSet(
  'بن ابن بنت آل ال ابو ابي ابا ام عبد دي فان فون دو دا لا ديلا ديل آيت اغ ولد سيدي بو ذو سيف نور عز شمس تاج',
);

/** Time words that are something else inside a role: «المدير العام», «الرئيس الحالي». */
const IN_ROLES = new Set(['العام', 'الحالي', 'الحاليه', 'الحالية', 'اول', 'الاول', 'الاولي']);

/** Whether a word ends whatever describes a speaker: a verb of saying, «إن», «خلال», «اليوم». */
export const endsDescription = testOfForm(({ text }) => endsIt(text));

function endsIt(text: string): boolean {
  if (QUOTE_OPENERS.get(text)) return true;
  if (COMPLEMENTIZERS.has(text) || AUDIENCES.has(text)) return true;
  if (STOPS.has(text) && !JOINERS.has(text)) return true;
  if (text[0] === 'و' && (STOPS.has(text.slice(1)) || JOINERS.has(text.slice(1)))) return true;
  if (isGivenName(text)) return false;
  if (TIMES.has(text) && !IN_ROLES.has(text)) return true;
  const word = speechWord(text);
  // «فيشر»: a jussive stands behind «لم» alone, and that has ended it.
  if (!word || word.clipped || TITLES_TRIE.get(text)) return false;
  // «قال», «ذكر» are nobody's names; other words of three letters may be.
  if (text.length <= 3) return isVerbOfSaying(text);
  // «مصدر وصفته بأنه»: the pronoun is the speaker's.
  if (word.suffix !== '' && word.form === 'verb' && !word.doubtful) return true;
  if (word.form === 'participle') return !word.doubtful && !isOrdinaryName(text);
  return !word.doubtful && (word.introduces === 'often' || word.conjunction !== '');
}

/** «جامعة الدول العربية»: an adjective there, and a broadcaster elsewhere. */
export function isArab(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.text ?? '';
  return tokens[at]?.text === 'العربية' && isDefinite(before) && TITLES_TRIE.get(before) === undefined;
}

/** «قال», «أوضح»: a verb that is for saying only. */
export function isVerbOfSaying(text: string): boolean {
  const word = speechWord(text);
  return word?.form === 'verb' && word.introduces === 'often' && !word.doubtful;
}

/** Participles that are first names or surnames too. */
function isOrdinaryName(text: string): boolean {
  return /^(مؤيدا|شاكرا)$/.test(text);
}

/** Where the text itself says that a speaker's words are at an end: a sign, «إن», «قائلاً», the end. */
export function isClosed(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word') return true;
  if (COMPLEMENTIZERS.has(token.text) || QUOTE_OPENERS.longestAt(tokens, at) !== null) return true;
  // «خالد مساعد السهيلي للصحفيين», «جبار خلف في مؤتمر صحفي»
  if (token.text.startsWith('لل') && AUDIENCES.has(token.text)) return true;
  return /^(?:في|فى)$/.test(token.text) && isOccasion(tokens[at + 1]);
}

const isOccasion = tokenLike(
  /^(?:مؤتمر|بيان|تصريح|تصريحات|مقابل[ةه]|كلم[ةه]|تغريد[ةه]|تدوين[ةه]|منشور|حديث|حوار|اتصال|مداخل[ةه]|رسال[ةه]|خطاب)$/,
);

/** Where a verb may have an object, only these show that the subject is at an end: «إن», a colon, a quotation. */
export function isSaidNext(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind === 'mark') return token.text === ':' || /["«“‹{]/.test(token.text);
  return token?.kind === 'word' && COMPLEMENTIZERS.has(token.text) && !token.text.startsWith('ب');
}

/** The same with «بأن» and «إلى أن», where what stands before can be no object. */
export function isThatNext(tokens: readonly Token[], at: number): boolean {
  if (isSaidNext(tokens, at) || /^بان(?:ه|ها|هم)?$/.test(tokens[at]?.text ?? '')) return true;
  return (
    /^(?:الى|من|على)$/.test(tokens[at]?.text ?? '') && /^ان(?:ه|ها|هم)?$/.test(tokens[at + 1]?.text ?? '')
  );
}

/** How far behind a name its office and the occasion go. */
const FEW_BETWEEN = 24;
/** «اعتبرت نجاة بلقاسم، الأستاذة بالكلية، أن "…"»: what was said, behind what is set between commas. */
export function isSaidBehind(tokens: readonly Token[], at: number): boolean {
  if (!isComma(tokens[at])) return false;
  for (let i = at; i < at + FEW_BETWEEN && tokens[i]?.text !== '.'; i++)
    if (isComma(tokens[i]) && tokens[i + 1]?.kind === 'word' && isSaidNext(tokens, i + 1)) return true;
  return false;
}

/** Participles that say nothing without what they are joined to: «المقرب من», «المنضوية في», «المعترف بها». */
const needsMore = tokenLike(
  /^ال(?:مسؤول|مسئول|مقرب|قريب|منضوي|منتمي|معترف|موالي|مناهض|مؤيد|معارض|بالغ|مقيم|متحدر|منحدر|مكلف|مدعوم|مؤلف|مكون|مطل|واقع|متمركز|متخصص|مختص|معني|مرتبط|متهم|مشارك|قادم|عامل|صادر|محسوب|متحالف|مدافع|مطالب|قائم)[ةه]?$/,
);

/** Whether a definite participle at a token goes on with a preposition: «الصحافي المقرب من الحزب», «البالغ من العمر». */
export function isUnfinished(tokens: readonly Token[], at: number): boolean {
  if (!needsMore(tokens[at])) return false;
  return /^(?:من|في|فى|الى|عن|على|مع|تحت|ب(?:ها|ه|هم))$/.test(tokens[at + 1]?.text ?? '');
}

const OF_AGE = new Set(['البالغ', 'البالغة', 'البالغه']);
/** «البالغ من العمر 58 عاما»: an age follows. */
export const opensAge = (word: string): boolean => OF_AGE.has(word);

/** «بالهجرة», «لموظفي»: a preposition and a noun; a name may begin with the same letter («بوتين», «لينش»). */
export const isPrepositional = testOfForm(({ text }) => {
  if (/^[بلكف][a-z]/i.test(text)) return true;
  if (isGivenName(text) || text.length < 4) return false;
  if (/^[بكف]ال../.test(text)) return isNoun(text.slice(1)) || isNoun(text.slice(3));
  // «بوعلي»: a family's name.
  if (text.startsWith('بو') && isGivenName(text.slice(2))) return false;
  // «بوعزة»: a name.
  if (text.startsWith('لل') || /^(?!بو)[بلك].{2,}ة$/.test(text)) return true;
  if (!/^[بلك]/.test(text)) return false;
  const rest = text.slice(1);
  // «بوجه», «بقلب»; «باول» is a name.
  if (/^ب(?!اول).{3}$/.test(text) && isOrdinaryWord(text) && isOrdinaryWord(rest)) return true;
  return isNoun(rest) || isMedium(rest) || isMasdar(rest);
});

/** Verbal nouns by their shape: تأجيل, انتهاء, استعادة. */
export const isMasdar = rememberWords((word: string) => /^(ت..ي.|ا.ت.ا.|ان..ا.|است.{3,5})$/.test(word));

const isNoun = (word: string) =>
  word.length >= 3 &&
  (isInstitution(word) ||
    isComplement(word) ||
    isPlaceWord(word) ||
    (word.length >= 4 && isOrdinaryWord(word)));

/** «والوزير», «وأحمد»: something else is joined; «وينارتو» is a name. */
export const isConjoined = testOfForm(({ text }) => {
  if (text[0] !== 'و' || text.length < 4 || isGivenName(text) || isPlaceWord(text)) return false;
  const rest = text.slice(1);
  if (isDefinite(rest) || isGivenName(rest) || isInstitution(rest) || isPlaceWord(rest)) return true;
  return TITLES_TRIE.get(rest) !== undefined || isOrdinaryWord(rest) || speechWord(rest) !== null;
});

const isPastVerb = (text: string) =>
  /^(?:وقع|حدث|حصل|اندلع|دخل|خرج|بدا|هرع|هز|استهدف|انهار|تضرر|نقل|شهد)ت?$/.test(text);
const carries = tokenLike(/^ونقل$/);
const areCarried = tokenLike(/^ال(?:جرحى|مصابين|مصابون|ضحايا|قتلى|جثث|جثامين|جثمان|جثة|مصاب|جريح)$/);

/** «مصادر أمنية ووقع الهجوم», «الشرطة ونقل الجرحى»: what happened, told by whoever writes. */
export function happens(tokens: readonly Token[], at: number): boolean {
  if (carries(tokens[at])) return areCarried(tokens[at + 1]);
  const { text = '' } = tokens[at] ?? {};
  const rest = text.slice(1);
  return text[0] === 'و' && isPastVerb(rest) && isDefinite(tokens[at + 1]?.text ?? '');
}

/** «الرئيس سامي نصر وجوشي بلومر رئيس الاتحاد»: of two names and an office right behind, another's. */
export function isJoinedName(tokens: readonly Token[], at: number): boolean {
  const { text = '' } = tokens[at] ?? {};
  if (text[0] !== 'و' || text.length < 4 || tokens[at + 1]?.kind !== 'word') return false;
  if (isDefinite(tokens[at + 2]?.text ?? '') || TITLES_TRIE.longestAt(tokens, at + 1)) return false;
  return TITLES_TRIE.longestAt(tokens, at + 2)?.value.kind === 'office';
}

/** «أ. ف. ب.», «جان-بيير»: a sign inside a name. */
export function isInsideName(tokens: readonly Token[], at: number): boolean {
  const [before, mark, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (mark?.kind !== 'mark' || after?.kind !== 'word' || before?.kind !== 'word') return false;
  if (mark.text === '.')
    return before.text.length === 1
      ? after.text.length <= 8
      : after.text.length === 1 && tokens[at + 2]?.kind === 'mark';
  if (!/^[-–ـ'’]$/.test(mark.text) || before.end !== mark.start) return false;
  // «وينتر- بوثام،»
  return after.start === mark.end || isComma(tokens[at + 2]);
}

const isPart = tokenLike(
  /^[بل]?ال(?:منطق[ةه]|دائر[ةه]|فرق[ةه]|قطاع|لواء|كتيب[ةه]|سري[ةه]|مقاطع[ةه]|ناحي[ةه])$/,
);

/** «قائد شرطة المنطقة 8»: the number that a district or a unit goes by. */
export const isNumbered = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.kind === 'number' && isPart(tokens[at - 1]);

/** «سامي نصر، وهو مدير المعمل»: who he is comes next. */
export const isSelfTold = tokenLike(/^(?:وهو|وهي)$/);
