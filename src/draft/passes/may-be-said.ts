import { fold } from '#arabic/fold.ts';
import { type SpeechWord, speechOf } from '#arabic/speech.ts';
import { isComma, seldomLike, type Token, tokenLike } from '#arabic/tokens.ts';
import {
  CHANNELS,
  isDefinite,
  isInstitution,
  isMedium,
  isOrdinaryWord,
  QUOTE_OPENERS,
  TITLES_TRIE,
  withoutArticle,
} from './speaker-words.ts';

/** After these a word of saying is a noun («عدم كشف»), or is denied («لم يعلق»). */
const NOT_SAID = new Set([
  'عدم',
  'دون',
  'بدون',
  'بلا',
  'ما',
  'لم',
  'لن',
  'ولم',
  'ولن',
  'فلم',
  'الى',
  'من',
  'على',
  'في',
  'فى',
  'عن',
  'بعد',
  'قبل',
  'رغم',
  'مع',
  'منذ',
  'خلال',
  'بسبب',
  'مسالة',
  'مسألة',
  'قضية',
  'موضوع',
  'احتمال',
  'امكانية',
  'تقديم',
  'دراسة',
]);
/** «بدا لافتاً»: a quality. */
const SEEMS = new Set([
  'بدا',
  'يبدو',
  'بدت',
  'كان',
  'كانت',
  'بات',
  'ليس',
  'امرا',
  'حدثا',
  'رقما',
  'تطورا',
  'شيئا',
  'حضورا',
  'دورا',
]);
/** «لم يستبعد», «لم ينف», «لم يخف»: what is said all the same. */
const SAID_IN_THE_NEGATIVE = new Set(['استبعد', 'نفى', 'انكر', 'اخفى', 'كتم', 'تردد'].map(fold));
/** «رفض الكشف عن اسمه»: about the source, nothing it says. */
const ABOUT_THE_SOURCE = new Set([
  'الكشف',
  'كشف',
  'ذكر',
  'عدم',
  'نشر',
  'الافصاح',
  'التعليق',
  'الادلاء',
  'ذكره',
]);
const TELLING = new Set(['ذكر', 'كشف', 'نشر']);
const NEGATIONS = new Set(['', 'و', 'ف'].flatMap((c) => [`${c}لم`, `${c}لن`, `${c}لا`]));
const PREPOSITIONS = new Set(['بين', 'عبر', 'عقب', 'دون']);
const WITHHOLDING = new Set(['رفض', 'طلب', 'طالب', 'فضل', 'اشترط']);
/** Verbs of those who begin, go on with or close what they say, or something else. */
export const CLOSING = new Set(['ختم', 'اختتم', 'استهل', 'واصل'].map(fold));
/** «كتب على اللافتات»: a thing bears the words, and nobody is said to have spoken them. */
const BEARERS = /^(?:ال)?(?:لافت|يافط|جدار|جدران|لوح|شاهد|قميص|قمصان|واجه|باب|بطاق|ورق|علم|حائط)/;
/** «وهو ما نفاه الوزير» */
const SAYS_OF_IT = new Set(['نفى', 'اكد', 'كرر', 'ايد', 'رفض', 'استبعد', 'اوضح', 'شدد']);
const WITH_OBJECT = new Set(['وصف', 'اتهم', 'طالب', 'اعتبر', 'دعا', 'حمل', 'ناشد', 'حث', 'عد', 'قال']);

/** Whether a word of saying is one here: «عدم كشف», «لم يعلق», «بيان نشرته» say nothing. */
export function mayBeSaid(tokens: readonly Token[], at: number, word: SpeechWord): boolean {
  // «17 فردا»: people, and not «they replied».
  if (tokens[at]?.text === 'فردا') return false;
  const before = tokens[at - 1];
  const text = before?.text ?? '';
  if (word.form === 'participle' && SEEMS.has(text.replace(/^[وف](?=.{3})/, ''))) return false;
  // «وأضاف ردا على سؤال أن»: in reply to what, and not «they both replied».
  if (tokens[at]?.text === 'ردا' && tokens[at + 1]?.text === 'على' && isSpokenBefore(tokens, at))
    return false;
  // «رفضا للقانون»: why, and not «they both refused».
  if (/^(?:رفضا|طلبا|دعما|تاييدا)$/.test(tokens[at]?.text ?? '') && /^ل./.test(tokens[at + 1]?.text ?? ''))
    return false;
  const negated = NEGATIONS.has(text);
  // «تعز» is a town.
  if (word.clipped && !negated) return false;
  if (negated && SAID_IN_THE_NEGATIVE.has(word.lemma)) return true;
  if (word.gender === 'f' && isSaidByToll(tokens, at)) return false;
  // «صواريخ يعتقد أنها محلية الصنع»: by anybody.
  if (isBelieved(tokens[at]) && before?.kind === 'word' && !BEFORE_A_VERB.test(text)) return false;
  // «وهو ما وصفته منظمات بأنه»
  const called = text === 'ما' && word.suffix !== '' && /^[وف]?(هو|الامر)$/.test(tokens[at - 2]?.text ?? '');
  if (called && (WITH_OBJECT.has(word.lemma) || SAYS_OF_IT.has(fold(word.lemma)))) return true;
  // «من أبرز ما قاله المفتي: …»
  if (text === 'ما' && word.suffix === 'ه' && isForemost(tokens[at - 2])) return true;
  // «سرعان ما رد», «قبل أن تضيف»: said all the same.
  if (text === 'ما' && tokens[at - 2]?.text.endsWith('سرعان')) return true;
  if (text === 'ان' && /^(?:قبل|الى|الي)$/.test(tokens[at - 2]?.text ?? '') && word.continues)
    // «قبل أن يختتم الفريق جولته»
    return !CLOSING.has(word.lemma) || QUOTE_OPENERS.longestAt(tokens, at + 1) !== null;
  if (NOT_SAID.has(text) || (text === 'لا' && word.introduces !== 'often')) return false;
  // «من المنتظر أن تعلن»: nobody has said it yet.
  if ((text === 'ان' || text === 'بان') && /^[يت]/.test(tokens[at]?.text ?? '')) return false;
  // «عقب اختياره», «عبر إذاعة»: prepositions, but where a clause begins.
  const mayJoin = PREPOSITIONS.has(word.lemma) && word.conjunction === '' && !explains(tokens, at);
  if (mayJoin && (before?.kind === 'word' || /^["»”)]$/.test(text))) return false;
  // «هوراس، عبر إذاعة الجبل، إن»
  if (mayJoin && word.lemma === 'عبر' && isThrough(tokens[at + 1]?.text ?? '')) return false;
  // «…، عقب المباراة: "…"»
  if (
    mayJoin &&
    word.lemma === 'عقب' &&
    isDefinite(tokens[at + 1]?.text ?? '') &&
    !isSomebody(tokens, at + 1)
  )
    return false;
  // «مصدر تابع لها»: who belongs to somebody.
  const next = tokens[at + 1]?.text ?? '';
  if (word.lemma === 'تابع' && word.conjunction === '' && before?.kind === 'word' && /^ل./.test(next))
    return false;
  // «أستاذة العلوم بارك مي يونغ»: a family of Korea, before a syllable that is none of ours.
  if (word.lemma === 'بارك' && next.length <= 4 && !isDefinite(next) && !isOrdinaryWord(next)) return false;
  // «قال الله تعالى "…"»: scripture, and nobody in the news.
  if (word.lemma === 'قال' && /^(?:الله|تعالى|سبحانه)$/.test(next)) return false;
  // «المتحدث باسم …» is an office, «متحدثاً» is not.
  // «، متعهدا "ألا يعود"»: he promises, and is no contractor.
  const doesSo = isComma(before) && /[^ا]ا$/.test(tokens[at]?.text ?? '');
  if (word.form !== 'verb' && !doesSo && TITLES_TRIE.longestAt(tokens, at) !== null) return false;
  if (WITHHOLDING.has(word.lemma) && ABOUT_THE_SOURCE.has(next)) return false;
  // «استهجن المواطن وصف المقدم»: a noun, and what he dislikes.
  if (word.conjunction === '' && isNounToo(tokens[at]) && isDefinite(text) && governsNoun(tokens[at - 2]))
    return false;
  // «صلى الله عليه وسلم»
  if (tokens[at]?.text === 'وسلم' && text === 'عليه') return false;
  // «أن رد الفعل مبالغ فيه»: a reaction, and nobody's reply.
  if (word.lemma === 'رد' && /^(?:ال)?(?:فعل|اعتبار|جميل)$/.test(next)) return false;
  // «شاب اكتفى بتعريف نفسه باسم كريم»
  if (word.lemma === 'اكتفى' && /^ب(?:تعريف|ذكر)$/.test(next)) return false;
  if (TELLING.has(word.lemma) && /^(اسم|هوي|صفت).{1,4}$/.test(next)) return false;
  // «رئيس مركز رصد الزلازل»: what the centre is for.
  const kept = isInstitution(text) && !isDefinite(text);
  if (word.doubtful && word.form === 'verb' && word.conjunction === '' && kept) return false;
  // «بينهم معلم», «وهما ذكر وأنثى»
  if (word.lemma === 'بين' && word.suffix !== '') return false;
  // «وبين الفرضيات أن يكون»: among them.
  if (
    word.lemma === 'بين' &&
    /^ال.{3,}ات$/.test(next) &&
    !isInstitution(next) &&
    TITLES_TRIE.get(next) === undefined
  )
    return false;
  // «فتاة أعلنت وفاتها»: of whom that was announced.
  if (word.lemma === 'اعلن' && isOne(before) && isDeathOf(tokens[next === 'عن' ? at + 2 : at + 1]))
    return false;
  if (tokens[at]?.text === 'ذكر' && text === 'وهما') return false;
  if (word.lemma === 'تحدث' && /^ب?شر[طي]/.test(next)) return false;
  // «خبراء تحدثت إليهم الصحيفة»: they speak, and not who asked them.
  if (word.lemma === 'تحدث' && /^(?:الي|مع)(?:ه|ها|هم|هما|هن)$/.test(next)) return false;
  if (word.lemma === 'كتب' && isWrittenOn(tokens, at + 1)) return false;
  // «وعبر قوات الحدود»: by way of them; nobody expresses anything without saying what.
  if (word.lemma === 'عبر' && word.conjunction !== '' && !isExpressed(tokens, at + 1)) return false;
  if (word.lemma === 'قال' && word.conjunction === '' && saysAThing(tokens, at - 1)) return false;
  // «بينما تقول لافتة أخرى "…"»
  if (word.lemma === 'قال' && bearsWords(tokens[at + 1])) return false;
  if (bearsWords(tokens[at]) && /^[وف]?(?:[يت]قول|قالت?)$/.test(text)) return false;
  // «في بيان نشرته المجموعة»: the pronoun goes back to the noun.
  const goesBack = word.suffix !== '' && word.conjunction === '' && before?.kind === 'word';
  return !goesBack || (WITH_OBJECT.has(word.lemma) && text !== 'بيان');
}

/** «المتحدث سامي نصر بيّن أن الطريق مقطوع»; «بين أن يبقى وأن يرحل» is a choice. */
const explains = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === 'بين' &&
  /^ان(?:ه|ها|هم)?$/.test(tokens[at + 1]?.text ?? '') &&
  !/^[يتن].{2,}/.test(tokens[at + 2]?.text ?? '');

/** «ورفضهم القاطع»: theirs who speak, and no verb. */
export const isSweeping = seldomLike(
  /^ال(?:قاطع|تام|كامل|مطلق|شديد|عميق|بالغ|صريح|راسخ|ثابت|دائم|مستمر|كلي|متواصل|واضح)$/,
);
const isOne = seldomLike(
  /^(?:فتا[ةه]|امرا[ةه]|سيد[ةه]|(?:طفل|شاب|رجل|مراهق|شخص|مريض|طالب|رضيع|مصاب|جريح|جندي|عامل)(?:ا|[ةه])?)$/,
);
const isDeathOf = seldomLike(/^(?:وفات|مقتل|مصرع|استشهاد)(?:ه|ها)$/);
const isForemost = tokenLike(/^[وف]?(?:ابرز|اهم|اخر|اول|جملة|ضمن|بين)$/);
const isNounToo = tokenLike(/^(?:وصف|نقل|طلب|ذكر|نشر|كشف|رفض|حمل|رد|وعد|شرح|سرد|نفي)$/);
const governsNoun = (token: Token | undefined): boolean => {
  const verb = token ? speechOf(token.form) : null;
  return verb?.form === 'verb' && verb.takesObject && verb.suffix === '';
};

const isBelieved = tokenLike(/^ي(?:عتقد|رجح|شتبه|ظن)$/);
const BEFORE_A_VERB = /^(?:[وف]?(?:ب?ان(?:ه|ها|هم)?|لا|ما|كان|هو|هي|قد|من|كما)|الذي|حيث|لكن|فيما|بينما|اذ)$/;

/** A toll and its verb stand at most so many tokens apart. */
const LONGEST_TOLL = 12;

const endsPart = tokenLike(/^[.؟!؛:]$/);
export const isToll = tokenLike(/^[وف]?(?:ال)?حصيل[ةه]$/);

/** «وكانت حصيلة سابقة أفادت بمقتل ستة»: the toll says so, and nobody who spoke before. */
function isSaidByToll(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i >= 0 && i > at - LONGEST_TOLL; i--) {
    const token = tokens[i];
    if (token?.kind === 'break' || endsPart(token)) return false;
    if (!isToll(token)) continue;
    const before = tokens[i - 1];
    return !before || before.kind === 'break' || /^(?:[.؛]|[وف]?كانت)$/.test(before.text);
  }
  return false;
}

/** An office, a body or a first name. */
function isSomebody(tokens: readonly Token[], at: number): boolean {
  const text = tokens[at]?.text ?? '';
  return (
    TITLES_TRIE.longestAt(tokens, at) !== null || isInstitution(text) || !isOrdinaryWord(withoutArticle(text))
  );
}

const isThrough = (text: string): boolean =>
  CHANNELS.has(text) ||
  isMedium(text) ||
  /^(?:منص[ةه]|صفح[ةه]|صفحت(?:ه|ها)|حساب(?:ه|ها)?|تطبيق|تقني[ةه]|شاش[ةه]|تويتر|فيسبوك|اكس|تلغرام|انستغرام|يوتيوب|الهاتف|الفيديو|البريد)$/.test(
    text,
  );

/** What is expressed stands at most so many tokens behind the verb. */
const LONGEST_EXPRESSING = 16;

/** «وعبر الوزير عن أسفه», «وعبرت بالقول». */
function isExpressed(tokens: readonly Token[], from: number): boolean {
  for (let i = from; i < from + LONGEST_EXPRESSING; i++) {
    const text = tokens[i]?.text ?? '.';
    if (/^(?:عن|عنه|عنها|عنهم|عما|بالقول|بقوله|بقولها|قائلا|قائلة|:)$/.test(text)) return true;
    if (/^["«“.؟!]$/.test(text)) return false;
  }
  return false;
}

const THINGS =
  /^[وبلف]?(?:ال)?(?:مثل|لافت[ةه]|لافتات|يافط[ةه]|مقول[ةه]|عبار[ةه]|رسال[ةه]|قصيد[ةه]|اغني[ةه]|حكم[ةه]|ملصق|منشور)$/;

const bearsWords = tokenLike(/^(?:ال)?(?:لافت[ةه]|لافتات|يافط[ةه]|ملصق|ملصقات)$/);

/** «مثل إنجليزي يقول», «لافتة أخرى تقول»: no person's words. */
function saysAThing(tokens: readonly Token[], last: number): boolean {
  const noun = THINGS.test(tokens[last]?.text ?? '') ? last : last - 1;
  if (!THINGS.test(tokens[noun]?.text ?? '')) return false;
  return noun === last || tokens[last]?.kind === 'word';
}

/** «كتب عليها», «كتبت على الجدران». */
function isWrittenOn(tokens: readonly Token[], at: number): boolean {
  const text = tokens[at]?.text ?? '';
  return /^علي(ها|ه|هما)$/.test(text) || (text === 'على' && BEARERS.test(tokens[at + 1]?.text ?? ''));
}

/** A verb of saying and who says it stand in at most so many words. */
const LONGEST_SAYING = 12;

/** «وأضاف رامي خوري ردا على سؤال»: whether a verb of saying stands shortly before, in the same sentence. */
function isSpokenBefore(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i >= 0 && i >= at - LONGEST_SAYING; i--) {
    const { kind, text, form } = tokens[i] as Token;
    if (kind === 'break' || text === '.') return false;
    const word = speechOf(form);
    if (word?.form === 'verb' && word.introduces === 'often') return true;
  }
  return false;
}
