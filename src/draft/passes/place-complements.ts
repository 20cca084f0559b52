import { tokenLike } from '#arabic/tokens.ts';
import type { LocatedMention } from './located-mention.ts';
import { placeRules } from './place-rules.ts';
import type { PlaceToken } from './place-tokens.ts';

const isRecognition = tokenLike(
  /^[وفبل]?(?:ال)?(?:اعترف|اعترفت|اعترفوا|[يتن]عترف|س[يتن]عترف|يعترفون|اعتراف|اعترافا|اعترافها|اعترافه|اعترافهم|اشاد|اشادت|اشادوا|[يت]شيد|اشاده|ندد|نددت|تنديد|خاص|خاصه|متعلق|متعلقه|معني|معنيه|معنيين|مرتبط|مرتبطه|اهتمام|اهتمامه|اضرار|متربصين|فخور|فخوره|استعان|استعانت|مقارنه)$/,
);
const isStateNoun = tokenLike(/^ب(?:دوله|جمهوريه|مملكه)$/);

/** «اعترفت بفلسطين», «الملف الخاص بسوريا»: «بـ» belongs to the word before, and tells of no scene. */
export function isObject({ from, stem }: LocatedMention, tokens: readonly PlaceToken[]): boolean {
  const state = isStateNoun(tokens[from - 1]);
  if (!state && stem?.proclitic !== 'ب' && !isStateNoun(tokens[from])) return false;
  const at = state ? from - 2 : from - 1;
  // «اعترفت النرويج بفلسطين», «أشاد رئيس الوزراء بفلسطين»: who does it may stand between.
  for (let i = at; i >= at - SUBJECT_REACH; i--) {
    const token = tokens[i];
    if (token?.kind !== 'word' || isPreposition(token)) return false;
    if (isRecognition(token)) return true;
  }
  return false;
}

const SUBJECT_REACH = 2;
const isPreposition = tokenLike(/^(?:في|من|الي|علي|عن|مع|بين|ب.{3,}|الذي|التي)$/);

const isAddress = tokenLike(
  /^[وفبل]?(?:ال)?(?:خطاب|خطابا|خطابه|خطابها|كلمه|كلمته|كلمتها|محاضره|تصريح|تصريحات|تصريحاته|تصريحاتها|مقابله|حديث|حديثا|حديثه)$/,
);
const isGiven = tokenLike(
  /^(?:القاه|القاها|القته|القتها|يلقيه|يلقيها|تلقيه|تلقيها|ادلي|ادلت|له|لها|به|بها|الذي|التي|متلفز|متلفزه|متلفزا|امس|مساء|صباح|امام|انصاره|انصارها|حشد|جمهور|موجه|الي|الشعب|الامه)$/,
);
const ADDRESS_REACH = 7;

/** «في خطاب ألقاه في كذا», «كلمة له أمام أنصاره في كذا»: where somebody spoke of what the story tells. */
export function isAddressedThere({ from, before }: LocatedMention, tokens: readonly PlaceToken[]): boolean {
  if (!before.locative) return false;
  for (let i = from - 2; i >= from - ADDRESS_REACH; i--) {
    if (isAddress(tokens[i])) return true;
    if (!isGiven(tokens[i])) return false;
  }
  return false;
}

const isRoad = tokenLike(/^[وفبل]*(?:ال)?(?:طريق|خط|سكه|طريقا|طرق)$/);
const isRoadWord = tokenLike(
  /^(?:بين|من|الذي|التي|[يت]ربط|[يت]صل|رابط|رابطه|واصل|واصله|ال(?:رابط|رابطه|واصل|واصله|ممتد|ممتده|سريع|سريعه|دولي|دوليه|رئيسي|رئيسيه|رييسي|رييسيه|رءيسي|رءيسيه|ساحلي|ساحليه|وطني|وطنيه|سيار|سياره|بري|بريه|صحراوي|صحراويه|استراتيجي|حديد|حديديه|مودي|موديه)|مدينه|مدينتي|محافظه|محافظتي|مديريه|مديريتي|بلده|بلدتي|قريه|قريتي|ولايه|ولايتي|منطقه|منطقتي|العاصمه)$/,
);
const ROAD_REACH = 7;
/** Words between a scene and the road that it lies on. */
const BESIDE_REACH = 6;

/** The road whose end a place is, from the word before it: «الطريق الرابط بين كذا وكذا», «طريق كذا – كذا»; -1 where there is none. */
function roadTo(from: number, tokens: readonly PlaceToken[]): number {
  let binds = false;
  for (let i = from - 1; i >= from - ROAD_REACH; i--) {
    const token = tokens[i];
    if (isRoad(token)) return binds || DASH.test(tokens[from + 1]?.text ?? '') ? i : -1;
    if (!isRoadWord(token)) return -1;
    binds ||= token?.text === 'بين';
  }
  return -1;
}

const DASH = /^[-–—/]$/;

/** «قرية كذا على الطريق بين كذا وكذا»: the scene has been named, and this tells where it lies. */
export function isRoadByScene(
  { from }: LocatedMention,
  previous: LocatedMention | undefined,
  tokens: readonly PlaceToken[],
): boolean {
  const road = roadTo(from, tokens);
  // «وعلى الطريق بين كذا وكذا» is a scene more.
  if (tokens[road - 1]?.text.startsWith('و')) return false;
  return road >= 0 && previous !== undefined && previous.to <= road && road - previous.to <= BESIDE_REACH;
}

/** «بين محافظة كذا ومديرية كذا»: the other end of a road whose first end is no scene. */
export const isOtherEnd = (
  { from }: LocatedMention,
  previous: LocatedMention | undefined,
  tokens: readonly PlaceToken[],
): boolean =>
  previous !== undefined &&
  from === previous.to + 1 &&
  isJoinedNoun(tokens[previous.to]) &&
  roadTo(previous.from, tokens) >= 0;

const isJoinedNoun = tokenLike(/^و(?:مدينه|محافظه|مديريه|بلده|قريه|منطقه|ولايه|ناحيه|قضاء|العاصمه)$/);

const areThese = tokenLike(/^[وف]?(?:هي|هما)$/);
const arePlaces = tokenLike(
  /^[وفبل]*(?:ال)?(?:بلدات|بلدتين|بلدتان|قري|قريتين|قريتان|مدن|مدينتين|مدينتان|مناطق|منطقتين|محافظات|محافظتين|ولايات|ولايتين|مديريات|مديريتين|احياء|مخيمات|اقاليم|مقاطعات|مطارات|مواني|موانيء|معابر|محطات|قواعد)$/,
);
const THESE_REACH = 6;

/** «في محيط البلدات الأربع، وهي كذا وكذا»: as those that it names. */
export function isOneOfThese({ from }: LocatedMention, tokens: readonly PlaceToken[]): boolean {
  if (!areThese(tokens[from - 1])) return false;
  return tokens.slice(Math.max(0, from - THESE_REACH), from - 1).some(arePlaces);
}

const hosts = tokenLike(/^[وف]?(?:استقبلت|تستقبل|ستستقبل|استقبل|يستقبل)$/);
const isGathering = tokenLike(
  /^(?:ال)?(?:جوله|قمه|مءتمر|موتمر|محادثات|مباحثات|مفاوضات|اجتماع|اجتماعا|اجتماعات|مباراه|حفل|معرض|دوره|لقاء|منافسات)$/,
);

/** «استقبلت مسقط جولة من المحادثات» */
export const isHost = ({ from, to }: LocatedMention, tokens: readonly PlaceToken[]): boolean =>
  hosts(tokens[from - 1]) && isGathering(tokens[to]);

export const isMissile = tokenLike(
  /^[وفبل]?(?:ال)?(?:صاروخ|صاروخا|صواريخ|قذيفه|قذاءف|قذايف|مسيره|مسيرات|قنبله|قنابل|براميل|نيران)$/,
);
const falls = tokenLike(
  /^[وف]?(?:سقط|سقطت|سقوط|اطلق|اطلقت|اطلاق|القي|القت|القاء|انهال|انهالت|تساقط|تساقطت|يسقط|تسقط)$/,
);

/** «سقطت صواريخ على كذا», «إطلاق قذائف على كذا» */
export const isFiredAt = (from: number, tokens: readonly PlaceToken[]): boolean =>
  tokens[from - 1]?.text === 'علي' && isMissile(tokens[from - 2]) && falls(tokens[from - 3]);

const isAmbassador = tokenLike(
  /^[وفبل]?(?:سفيرها|سفيره|سفيرهم|سفيرتها|سفيرته|سفير|سفيرا|سفراءها|قنصلها|مبعوثها|ممثلها)$/,
);
const SENDER_REACH = 3;

/** «سفيرها في الجزائر», «سفير فرنسا لدى الجزائر»: a state, to which another sends. */
export function isEmbassyTo({ from, type }: LocatedMention, tokens: readonly PlaceToken[]): boolean {
  if (type !== 'country' && type !== 'capital') return false;
  if (tokens[from - 1]?.text !== 'في' && tokens[from - 1]?.text !== 'لدي') return false;
  for (let i = from - 2; i >= from - 1 - SENDER_REACH; i--) {
    if (tokens[i]?.kind !== 'word') return false;
    if (isAmbassador(tokens[i])) return true;
  }
  return false;
}

const areFirms = tokenLike(
  /^[وفبل]?(?:شركه|شركات|شركتين|بنك|بنوك|بنوكا|مصرف|مصارف|كيان|كيانا|كيانات|افراد|افرادا|اشخاص|اشخاصا|موسسات|مءسسات|وسطاء|موانيء|مواني|مصافي)$/,
);
const areSanctions = tokenLike(/^[وفبل]?(?:ال)?(?:عقوبات|عقوبه|حزمه|رسوم|رسوما|حظر|حظرا|تجميد)$/);
const SANCTION_REACH = 12;

/** «عقوبات تستهدف شركات في كازاخستان»: where those are whom it is aimed at. */
export function isOfSanctioned({ from }: LocatedMention, tokens: readonly PlaceToken[]): boolean {
  if (tokens[from - 1]?.text !== 'في' || !areFirms(tokens[from - 2])) return false;
  for (let i = from - 3; i >= from - SANCTION_REACH; i--) {
    if (tokens[i] === undefined || tokens[i]?.kind === 'break') return false;
    if (areSanctions(tokens[i])) return true;
  }
  return false;
}

const isBody = tokenLike(
  /^[وفبل]*(?:ال|لل)?(?:محكمه|منظمه|وكاله|مفوضيه|هيءه|هييه|مجلس|اتحاد|رابطه|امانه|صندوق|برلمان)$/,
);
const isWorldwide = tokenLike(
  /^ال(?:دولي|دوليه|عالمي|عالميه|اممي|امميه|اوروبي|اوروبيه|افريقي|افريقيه|جنايي|جناييه|جنائي|جنائيه|جناءيه|عدل|صحه|عامه|ساميه|متحده|لاجيين|هجره)$/,
);
const BODY_REACH = 4;

/** «المحكمة الجنائية الدولية في لاهاي»: where a body of the world has its seat. */
export function isSeatOfWorld({ from }: LocatedMention, tokens: readonly PlaceToken[]): boolean {
  if (tokens[from - 1]?.text !== 'في' || !isWorldwide(tokens[from - 2])) return false;
  for (let i = from - 3; i >= from - 2 - BODY_REACH; i--) {
    if (isBody(tokens[i])) return !happens(tokens, i);
    if (!isWorldwide(tokens[i])) return false;
  }
  return false;
}

/** «عقد الاتحاد الأوروبي في بروكسل قمة», «اجتماع اللجنة»: it meets there. */
const happens = (tokens: readonly PlaceToken[], body: number): boolean =>
  [1, 2, 3, 4, 5].some((k) => {
    const token = tokens[body - k];
    return token?.kind === 'word' && (placeRules().isEventWord(token.form) || acts(token));
  });
const acts = tokenLike(
  /^[وف]?(?:اقر|اقرت|عقد|عقدت|يعقد|تعقد|قرر|قررت|حكمت|قضت|اصدر|اصدرت|برات|ادانت|وافق|وافقت|صوت|يناقش|ناقش|بدا|بدات|مثل|يمثل|امام)$/,
);

const isStanding = tokenLike(/^(?:تجاه|حيال|ازاء)$/);
const isAimed = tokenLike(
  /^[وفب]?(?:ال)?(?:صاروخ|صواريخ|قذيفه|قذاءف|قذايف|مسيرات|طلقات|نيران|النار|تقدم|زحف|تحرك|توجه)$/,
);
const isEntry = tokenLike(/^[وفبل]?دخول$/);
const isWar = tokenLike(/^(?:علي|في|ال(?:حرب|صراع|نزاع|تحالف|معركه|اتفاق|منافسه))$/);
const AIMED_REACH = 5;

/** «تصريحاته تجاه السعودية», «دخول تركيا على خط الحرب»: a state, and no way or threshold. */
export function isParty({ from, to, stem, type }: LocatedMention, tokens: readonly PlaceToken[]): boolean {
  if (stem !== null || (type !== 'country' && type !== 'capital')) return false;
  if (isEntry(tokens[from - 1])) return type === 'country' && isWar(tokens[to]);
  if (!isStanding(tokens[from - 1])) return false;
  return !tokens.slice(Math.max(0, from - AIMED_REACH), from).some(isAimed);
}

const isItsSeat = tokenLike(/^[وف]?مقر(?:ه|ها|هم|هما)$/);

const flies = tokenLike(/^[وف]?(?:[يت]رفع|رفعت|رافعه|رافعا)$/);

/** «شركة مقرها موريشيوس», «سفينة ترفع علم ليبيريا» */
export const isBased = ({ from }: LocatedMention, tokens: readonly PlaceToken[]): boolean =>
  isItsSeat(tokens[from - 1]) || (tokens[from - 1]?.text === 'علم' && flies(tokens[from - 2]));

const isAmong = tokenLike(/^[وف]?(?:منها|بينها|ابرزها|اهمها|مثل)$/);
const areStates = tokenLike(/^[وفبل]?(?:ال)?(?:دول|دولا|بلدان|بلدانا|دوله)$/);
const STATES_REACH = 6;

/** «تمولها دول عدة، منها فرنسا وبلجيكا» */
export function isOneOfStates({ from, type }: LocatedMention, tokens: readonly PlaceToken[]): boolean {
  if (type !== 'country' || !isAmong(tokens[from - 1])) return false;
  return tokens.slice(Math.max(0, from - STATES_REACH), from - 1).some(areStates);
}

const arePowers = tokenLike(/^[وفبل]?(?:ال)?(?:دول|دوله|قوي|بلدان|حكومات)$/);
const POWERS_REACH = 8;

/** «القوى الست، وهي الصين وفرنسا»: all those who act are named, and not some for example. */
export function isOneOfPowers({ from, stem, type }: LocatedMention, tokens: readonly PlaceToken[]): boolean {
  if (type !== 'country' || stem !== null || !areThese(tokens[from - 1])) return false;
  return tokens.slice(Math.max(0, from - POWERS_REACH), from - 1).some(arePowers);
}

const lives = tokenLike(
  /^[وف]?(?:(?:ال)?لاجي|(?:ال)?لاجيه|لاجيا|(?:ال)?منفي|[يت]عيش|عاش|عاشت|[يت]سكن|[يت]قطن|[يت]ختبيء|[يت]ختبي|لجا|لجات|قاتل|قاتلا|قاتلت|قاتلوا|حارب|حاربوا|تدرب|تدربا|تدربوا|تدريبا|تدريبات)$/,
);

const isTraining = tokenLike(/^[وفبل]?(?:ال)?(?:تدريبات|تدريبا|تدريب|تدربوا|تدرب|تدربا)$/);

/** «أحدهم يعيش في الأردن» */
export const isHomeOfOne = ({ from, before }: LocatedMention, tokens: readonly PlaceToken[]): boolean =>
  (tokens[from - 1]?.text === 'في' && lives(tokens[from - 2])) ||
  (before.locative && [1, 2, 3, 4].some((k) => isTraining(tokens[from - k])));

const isLine = tokenLike(
  /^[وفبل]?(?:ال)?(?:سكه|انبوب|انابيب|خط|كابل|مشروع|ممر|جسر|قطار|قناه|طريق|طريقا|اوتوستراد|حلقه|وصل|منفذ)$/,
);
const links = tokenLike(/^[يتس]{0,2}(?:ربط|صل)$/);
const LINE_REACH = 7;

const isWithNoun = tokenLike(/^ب(?:مدينه|محافظه|محافظتي|مدينتي|ميناء|مطار|ولايه|بلده|منطقه|العاصمه)$/);
const isOfNation = tokenLike(/^ال[\u0621-\u064a]{3,}يه$/);

/** Where «بالعاصمة التشيلية سانتياغو», «بميناء كذا» begins; `from` where no such noun stands before the name. */
const withNoun = (from: number, tokens: readonly PlaceToken[]): number =>
  isWithNoun(tokens[from - 1])
    ? from - 1
    : isOfNation(tokens[from - 1]) && isWithNoun(tokens[from - 2])
      ? from - 2
      : from;

const isPlaceNoun = tokenLike(/^(?:مدينه|محافظه|ميناء|مطار|ولايه|بلده|منطقه|العاصمه)$/);

const beforeAdmin = (from: number, tokens: readonly PlaceToken[]) =>
  isPlaceNoun(tokens[from - 1]) ? from - 2 : from - 1;

/** «سكة حديد تربط ترمذ بمزار شريف»: what a line is laid between. */
export function isLinked(
  { from, stem }: LocatedMention,
  previous: LocatedMention | undefined,
  tokens: readonly PlaceToken[],
): boolean {
  const noun = withNoun(from, tokens);
  const gap = previous && isOfNation(tokens[previous.to]) ? 1 : 0;
  const second =
    (stem?.proclitic === 'ب' || noun < from) && previous !== undefined && previous.to + gap === noun;
  const verb = beforeAdmin(second ? previous.from : from, tokens);
  if (!links(tokens[verb])) return false;
  return tokens.slice(Math.max(0, verb - LINE_REACH), verb).some(isLine);
}

const isCut = tokenLike(/^[وف]?(?:ال)?(?:انقطع|انقطعت|تنقطع|انقطاع|انقطاعها|قطع|قطعت|غاب|غابت|حجب|حجبت)$/);
const CUT_REACH = 4;

/** «انقطعت الكهرباء عن أربيل» */
export function isCutOff(from: number, tokens: readonly PlaceToken[]): boolean {
  if (tokens[from - 1]?.text !== 'عن') return false;
  return tokens.slice(Math.max(0, from - 1 - CUT_REACH), from - 1).some(isCut);
}
