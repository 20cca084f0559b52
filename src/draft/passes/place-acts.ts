import { ofForm, testOfForm } from '#arabic/forms.ts';
import { speechWord } from '#arabic/speech.ts';
import { isOpeningMark, tokenLike } from '#arabic/tokens.ts';
import type { LocatedMention, RoleContext } from './located-mention.ts';
import { isAddressee } from './place-addressed.ts';
import { isUniversity } from './place-organisations.ts';
import { isHomeOf } from './place-passing.ts';
import { placeRules } from './place-rules.ts';
import { isOfBuildings } from './place-scene.ts';
import type { PlaceToken } from './place-tokens.ts';

const RELATION_REACH = 4;
const BETWEEN_REACH = 6;
/** «قدمت من الخرطوم»: she came from there. */
const MOTION =
  /^[وف]?(?:قدم|عاد|وصل|جاء|انطلق|خرج|غادر|هرب|فر|نزح|اتى|ات|توجه|انتقل|سافر|اقلع|ابحر|طار|رحل|نقل|اطلق)(?:ت|وا|ا)?$/;

/** Whether a place stands for its government or side: «دعت واشنطن», «تقوده موسكو», «موسكو لن تسمح», «علاقات باريس بالرباط». */
export function isActor(mention: LocatedMention, context: RoleContext): boolean {
  const { tokens, rules } = context;
  const before = tokens[mention.from - 1];
  // «أن تركيا "تقف إلى جانب …"»
  const isGovernment = mention.type === 'country' || mention.type === 'capital';
  const opens = isGovernment && isOpeningMark(tokens[mention.to]);
  const after = tokens[opens ? mention.to + 1 : mention.to];
  const proclitic = mention.stem?.proclitic ?? '';
  const isWord = before?.kind === 'word';
  // «أعلن قصر الإليزيه»
  if (mention.type === 'seat' && before?.text === 'قصر' && isVerb(tokens[mention.from - 2])) return true;
  // «جامعة تبوك توضح»: the university speaks, not the town.
  if (isUniversity(before) || (isWord && isOfBuildings(before))) return false;
  if (isRelated(mention, context) || isGranted(mention, tokens)) return true;
  if (isAuthorityThere(mention, context)) return true;
  if (proclitic !== '') return false;
  // «توسط وجهاء من إب»: they did, and not the town.
  if (mention.type === 'city' && isHomeOf(mention.from, tokens)) return false;
  // «باكو التي تشترط»
  if (after?.kind === 'word' && isWho(after.text, before) && isVerb(tokens[mention.to + 1])) return true;
  if (mention.before.locative) return false;
  // «وقعت أنقرة اتفاقا»
  if (isGovernment && SIGNED.test(before?.text ?? '') && !FELL.test(after?.text ?? '')) return true;
  // «العاصفة عبرت هولندا»
  if (isWord && CROSSES.test(before.text) && after?.text !== 'عن') return false;
  if (isWord && (isVerb(before) || says(before, ACTOR))) return true;
  // «في وقت رفعت فيه إسرائيل التأهب»
  if (isGovernment && isIn(before) && isVerb(tokens[mention.from - 2])) return true;
  // «استهدفت إسرائيل بلدات»: she did, as verb and country agree.
  if (isWord && mention.type === 'country' && STRIKES.test(before.text)) return true;
  // «إسرائيل تغتال قياديا»
  if (!isWord && mention.type === 'country' && STRIKES_NOW.test(after?.text ?? '')) return true;
  if (isAskedFor(mention, tokens) || isEachWho(mention, tokens) || isAddressee(mention, tokens)) return true;
  // «جماعات مدعومة من الهند»
  if (before?.text === 'من' && BACKED.test(tokens[mention.from - 2]?.text ?? ''))
    return mention.type !== 'city';
  // «رفع العقوبات عن طهران»
  if (isWord && /^(?:عن|علي|ضد|ازاء)$/.test(before.text) && mention.type !== 'city')
    return isPressed(mention.from - 2, tokens) || (before.text === 'ضد' && isAgainst(mention, context));
  if (isReaction(mention, tokens) || isLabelOfSpeech(mention, tokens)) return true;
  // «طلبت من أنقرة»
  if (
    before?.text === 'من' &&
    (isVerb(tokens[mention.from - 2]) ||
      (tokens[mention.from - 3]?.text !== 'قد' &&
        isVerb(tokens[mention.from - 3]) &&
        !calls(tokens[mention.from - 3]) &&
        !isConvoy(tokens[mention.from - 2])))
  )
    return mention.type !== 'city' && !MOTION.test(tokens[mention.from - 2]?.text ?? '');
  if (mention.before.admin) return false;
  // «بغداد وأنقرة تختلفان»
  if (isDual(after) || (after?.text.startsWith('و') && isDual(wordFrom(mention.to + 1, tokens)))) return true;
  if (after?.kind !== 'word') return false;
  if (isGovernment && !isGoverning(before) && isChainOfSubjects(mention.to, tokens)) return true;
  // «تنقل السلاح من المغرب وأوقفت رجلين»: what a preposition governs is no subject.
  if (isGoverning(before)) return false;
  // «قمة كمبالا تختتم أعمالها»: the summit does.
  if (isVerb(after)) return !(before && rules.isEventWord(before.form));
  // «أن إسرائيل لا تريد»
  if (NEGATION.test(after.text) && isWord && CLAUSE.test(before.text))
    return /^ت/.test(tokens[mention.to + 1]?.text ?? '');
  return /^(?:لن|لم|قد)$/.test(after.text) && !isWord;
}

/** «نشاطات ضد إسرائيل» */
const isAgainst = ({ type, country }: LocatedMention, { main }: RoleContext): boolean =>
  (type === 'country' || type === 'capital') && country !== main;

/** The word at `at`, or behind an opening quotation mark there. */
const wordFrom = (at: number, tokens: readonly PlaceToken[]) =>
  tokens[isOpeningMark(tokens[at]) ? at + 1 : at];

const areNew = tokenLike(
  /^(?:ال)?(?:جديده|اضافيه|مشدده|قاسيه|صارمه|اقتصاديه|دوليه|اميركيه|امريكيه|اوروبيه)$/,
);
const ADJECTIVES = 2;

/** «العقوبات على», «عقوبات اقتصادية جديدة على» */
function isPressed(at: number, tokens: readonly PlaceToken[]): boolean {
  let noun = at;
  while (noun > at - ADJECTIVES && areNew(tokens[noun])) noun--;
  return says(tokens[noun], PRESSURE);
}

const LONGEST_CHAIN = 6;

/** «الكاميرون وتشاد والنيجر تبذل»: what all of them do stands behind the last. */
function isChainOfSubjects(to: number, tokens: readonly PlaceToken[]): boolean {
  let at = to;
  while (at < to + LONGEST_CHAIN && tokens[at]?.text.startsWith('و') && !isVerb(tokens[at])) at++;
  return at > to + 1 && isVerb(tokens[at]);
}

const isGoverning = tokenLike(/^[وف]?(?:من|الي|عن|علي|عبر|نحو|قبل|بعد|حتي|منذ|خلال|بلا|دون|سوي|حول|ضد|مع)$/);

/** «أعلنت كل من أوغندا وكينيا», «تشارك فيها كل من تشاد والنيجر» */
const isEachWho = ({ from, type }: LocatedMention, tokens: readonly PlaceToken[]): boolean =>
  (type === 'country' || type === 'capital') &&
  tokens[from - 1]?.text === 'من' &&
  tokens[from - 2]?.text === 'كل' &&
  (isVerb(tokens[from - 3]) || (isIn(tokens[from - 3]) && isVerb(tokens[from - 4])));

const isIn = tokenLike(/^(?:فيها|فيه|عليها|عليه|لها|له|منها|منه|بها|به)$/);

/** «دعا البابا من روما إلى»: where he spoke. */
const calls = tokenLike(
  /^[وف]?(?:دعا|دعت|حذر|حذرت|اعلن|اعلنت|قال|قالت|اكد|اكدت|ناشد|ناشدت|توعد|توعدت|وجه|وجهت)$/,
);

/** «عبرت قافلة من تركيا» */
const isConvoy = tokenLike(/^(?:قافله|قوافل|شاحنه|شاحنات|سفينه|سفن|طايره|طاءره|قوات|تعزيزات|مساعدات|شحنه)$/);

/** «لم يصدر أي تعليق من بكين», «رد فوري من الرباط»: what a government gives. */
function isReaction({ from, type }: LocatedMention, tokens: readonly PlaceToken[]): boolean {
  if (tokens[from - 1]?.text !== 'من' || (type !== 'capital' && type !== 'country')) return false;
  const at = DESCRIBED.test(tokens[from - 2]?.text ?? '') ? from - 3 : from - 2;
  return REACTION.test(tokens[at]?.text ?? '');
}

// «سنرد», «قصفنا», «لن نسمح»
const OURS = /^(?:[وف]?سن[\u0621-\u064a]{2,}|(?!هنا)[\u0621-\u064a]{3,}نا)$/;
const OUR_WILL = /^ن[\u0621-\u064a]{2,}$/;

/** «باماكو: سنرد في الوقت المناسب»: who speaks of «us». */
function isLabelOfSpeech({ to, type }: LocatedMention, tokens: readonly PlaceToken[]): boolean {
  if (tokens[to]?.text !== ':' || (type !== 'capital' && type !== 'country' && type !== 'seat')) return false;
  const [word, next] = [tokens[to + 1], tokens[to + 2]];
  if (word?.kind !== 'word') return false;
  return OURS.test(word.text) || (NEGATION.test(word.text) && OUR_WILL.test(next?.text ?? ''));
}

const NEGATION = /^(?:لا|لن|لم|قد)$/;
const CLAUSE = /^[وف]?(?:ان|لان|لكن|بان|بينما|فيما|حيث)$/;

/** «باكو التي تشترط»; «رجل من كايمان الذي وافق» is told of him. */
const isWho = (text: string, before: PlaceToken | undefined): boolean =>
  text === 'التي' || (text === 'الذي' && before?.text !== 'من');

const CROSSES = /^[وف]?(?:عبر|عبرت|[يت]عبر)$/;

const SIGNED = /^[وف]?(?:وقعت|وقعتا|توقع)$/;
/** «وقعت بغداد تحت الاحتلال» */
const FELL = /^(?:في|تحت|بيد|بايدي|ضحيه|فريسه)$/;

const STRIKES = /^[وف]?(?:استهدفت|قصفت|تقصف|احتلت|تحتل|اغتالت|تغتال)$/;
const STRIKES_NOW = /^(?:تغتال|تقصف|تضرب|تغزو|تحتل|تجتاح|تتوغل|تقتحم)$/;

const asks = tokenLike(/^[وف]?(?:طلب|طلبت|طلبوا|يطلب|تطلب|طالبا|طالبه|طلبا)$/);
const ASKED_REACH = 6;

/** «طلبت أربيل منظومات دفاع من واشنطن» */
function isAskedFor({ from, type }: LocatedMention, tokens: readonly PlaceToken[]): boolean {
  if (tokens[from - 1]?.text !== 'من' || (type !== 'capital' && type !== 'country')) return false;
  for (let i = from - 2; i >= from - 1 - ASKED_REACH; i--) {
    if (tokens[i]?.kind !== 'word') return false;
    if (asks(tokens[i])) return true;
  }
  return false;
}

const BACKED =
  /^(?:ال)?(?:مدعوم|مدعومه|مدعومين|مدعومون|مدعوما|بدعم|ممول|ممولة|ممولين|موفد|موفدين|مبعوثين|معين|معينه|معينين|مقرب|مقربه|مقربين|مقربون|بضغط|بضغوط|بطلب|بتمويل|باتفاق|بايعاز|بتوجيه|بامر|بتحريض|بتشجيع|بموافقه|بتكليف)$/;
const REACTION =
  /^[وفبل]?(?:ال)?(?:تعليق|تعليقا|رد|ردا|موقف|موقفا|توضيح|توضيحات|اعتراض|ترحيب|ترحيبا|ادانه|ادانات|تنديد|تنديدا|تحفظ|ضمانات|وعود|وعد|وعدا|تعهد|تعهدات|تهديد|تهديدات|تحذير|تحذيرات|احتجاج|تاكيد|مبادره|مقترح|اشاره|تاييد)$/;
const DESCRIBED =
  /^(?:فعل|فوري|رسمي|علني|واضح|سريع|مباشر|اولي|جديد|مماثل|ايجابي|سلبي|صريح|نهايي|خطي|اخضر)(?:ا|ه)?$/;
const ACTOR = 1;
const RELATION = 2;
const PRESSURE = 4;
const AUTHORITY = 8;

/** What a noun before a place says of it: «وفد باريس», «علاقاتها بباريس», «العقوبات على باريس», «السلطات في باريس». */
const saysOf = ofForm(({ kind, text }) => {
  if (kind !== 'word') return 0;
  const rules = placeRules();
  const has = (nouns: ReadonlySet<string>, word: string) =>
    nouns.has(word) ||
    nouns.has(word.replace(/^[وفبل](?=...)/, '')) ||
    nouns.has(word.replace(/^[وف]?(?:[بل]?ال|لل)/, ''));
  return (
    // «وفد باريس», not «الوفد»
    (rules.actorNouns.has(text.replace(/^[وفبل](?=...)/, '')) || rules.actorNouns.has(text) ? ACTOR : 0) |
    (has(rules.relationNouns, withoutPronoun(text)) ? RELATION : 0) |
    (has(rules.pressureNouns, text) ? PRESSURE : 0) |
    (rules.authorities.has(text.replace(/^[وفبل]+(?=ال)/, '')) ? AUTHORITY : 0)
  );
});

const says = (word: PlaceToken | undefined, what: number) =>
  word !== undefined && (saysOf(word.form) & what) !== 0;

const withoutPronoun = (word: string) =>
  word.replace(/(?<=...)ت?(?:ها|هم|هما|ه)$/, (end) => (end === 'ه' ? 'ه' : end.startsWith('ت') ? 'ت' : ''));

/** A verb of will or of saying. */
const isVerbForm = testOfForm((form) => {
  const { kind, text } = form;
  if (kind !== 'word') return false;
  const rules = placeRules();
  // «كانت سيول ستقبل»
  const bare = text.replace(/^[وف]?س?(?=[يت]...)|^[وف]/, '');
  // «أطلقتها روسيا»
  const withoutObject = bare.replace(/(?<=...)(?:ها|هم|ه)$/, '');
  // «أبلغنا روما بالموقع»
  const byUs = bare.replace(/(?<=...)نا$/, '');
  for (const word of [text, bare, withoutObject, byUs]) if (rules.actorVerbs.has(word)) return true;
  if (rules.isEventWord(form)) return false;
  const said = speechWord(text);
  return said !== null && said.form === 'verb' && !said.doubtful && said.suffix === '' && said.gender === 'f';
});

const isVerb = (word: PlaceToken | undefined) => word !== undefined && isVerbForm(word.form);

/** «تختلفان», «اتفقتا»; «شهدتا» tells what befell them. */
const DUAL = /^(?:س?ت[\u0621-\u064a]{2,}ان|(?!شهدتا|اهتزتا|تعرضتا|تضررتا|كانتا|باتتا)[\u0621-\u064a]{3,}تا)$/;

const isDual = (word: PlaceToken | undefined) =>
  word?.kind === 'word' && DUAL.test(word.text) && placeRules().adminNounOf(word.form) === null;

/** Where «بين» stands some words before: «بين حركة حماس وإسرائيل»; -1 where it does not. */
function betweenBefore(from: number, tokens: readonly PlaceToken[]): number {
  for (let i = from - 1; i >= from - RELATION_REACH; i--) if (tokens[i]?.text === 'بين') return i;
  return -1;
}

/** «علاقاتها بأنقرة», «العلاقات مع طهران», «التوتر بين الجزائر وباريس», «المسؤولية للرباط». */
function isRelated(mention: LocatedMention, { tokens }: RoleContext): boolean {
  if (mention.type !== 'capital' && mention.type !== 'country' && mention.type !== 'seat') return false;
  const proclitic = mention.stem?.proclitic ?? '';
  const link = tokens[mention.from - 1]?.text ?? '';
  // «الاتفاق بين الدول الكبرى وإيران»
  const between = mention.stem?.conjunction === 'و' ? betweenBefore(mention.from, tokens) : -1;
  const joined = between >= 0;
  if (!joined && proclitic !== 'ب' && proclitic !== 'ل' && link !== 'مع' && link !== 'بين') return false;
  // «مفاوضات جديدة اليوم الأربعاء بين موسكو وكييف»
  const reach = link === 'بين' ? BETWEEN_REACH : RELATION_REACH;
  const last = (joined ? between : mention.from) - reach;
  for (let at = mention.from - 1; at >= last; at--) {
    const token = tokens[at];
    if (token === undefined || token.kind === 'break' || token.text === '.') return false;
    if (says(token, RELATION) || (link === 'مع' && agreesWith(token))) return true;
  }
  return false;
}

/** «اتفاق وقعته نواكشوط مع مدريد» */
const agreesWith = tokenLike(
  /^[وف]?(?:وقعت|توقع|ابرمت|تبرم|اتفقت|تتفق|تفاوضت|تتفاوض|تبادلت|تتبادل|تقاسمت|تتقاسم|تخوض|تحالفت|تتحالف|تعاونت|تتعاون|شاركت|تشارك|نسقت|تنسق|تعمل)(?:ها|ه)?$/,
);

const grants = tokenLike(
  /^[وف]?(?:(?:ال)?سماح|سمح|سمحت|سمحوا|[يت]سمح|س[يت]سمح|اذن|اذنت|تاذن|اتاح|اتاحت|[يت]تيح|منح|منحت|[يت]منح|سلم|سلمت|[يت]سلم|باع|باعت|[يت]بيع|اكد|اكدت|[يت]وكد)$/,
);

/** «سمحت للولايات المتحدة باستخدام القاعدة»: to whom it is given. */
const isGranted = ({ from, stem, type }: LocatedMention, tokens: readonly PlaceToken[]): boolean =>
  (type === 'country' || type === 'capital') && stem?.proclitic === 'ل' && grants(tokens[from - 1]);

const isInformant = tokenLike(
  /^[وفبل]*(?:ال)?(?:مصدر|مصادر|مسوول|مسوولا|مسوولون|مسوولين|متحدث|متحدثه|ناطق|مراسل|خبير)$/,
);
const isAdjective = tokenLike(/^(?:ال)?[\u0621-\u064a]{2,}يه?$/);

const isGovernmentNoun = tokenLike(/^[وفبلك]?(?:ال|لل)حكومه$/);

/** «السلطات في بوغوتا رفضت», «الحكومة في كييف». */
function isAuthorityThere(mention: LocatedMention, { tokens }: RoleContext): boolean {
  if (tokens[mention.from - 1]?.text !== 'في') return false;
  // «الحكومة في عدن»
  if (mention.type === 'city') return isGovernmentNoun(tokens[mention.from - 2]);
  if (mention.type !== 'capital' && mention.type !== 'seat') return false;
  // «السلطات الصحية في كينشاسا»
  const at = isAdjective(tokens[mention.from - 2]) ? mention.from - 3 : mention.from - 2;
  if (mention.type === 'seat' && isInformant(tokens[at])) return true;
  return says(tokens[at], AUTHORITY) && !BY_ITS_HOUSE.test(tokens[at - 1]?.text ?? '');
}

/** «أمام البرلمان في صوفيا» is a building. */
const BY_ITS_HOUSE =
  /^[وف]?(?:امام|قرب|قباله|داخل|خارج|محيط|مقر|مبني|مبنى|بمحيط|حول|نحو|باحه|ساحه|مجمع|قصر|اقتحام|اقتحم|اقتحموا|انتخب|صوت|اقر|ناقش|اجتمع|انعقد)$/;
