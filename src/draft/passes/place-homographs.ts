import { type GazetteerEntry, gazetteer } from '#arabic/gazetteer.ts';
import { seldomLike, tokenLike } from '#arabic/tokens.ts';
import { type AcceptanceContext, isEvident } from './acceptance-context.ts';
import { NAME_WEIGHT } from './place-countries.ts';
import type { PlaceMention } from './place-mentions.ts';
import type { PlaceRules } from './place-rules.ts';
import { CLOSING, isDash, type PlaceToken } from './place-tokens.ts';

/** «في الميادين كافة» */
const ALL_OF_THEM = /^(?:كافه|كلها|جميعا|جميعها|المختلفه|الاخري)$/;
const COUNTED =
  /^[وفب]?(?:مهاجرا|بلدا|لاجيا|لاجءا|زعيما|رءيسا|رييسا|منتخبا|جنديا|مواطنا|طالبا|شخصا|تاجرا|لاعبا|عاملا|مسوولا|اتحادا|تكتلا|موقفا|عضوا|شابا|وزيرا|قاءدا|قايدا|خبيرا|ناديا|حلا|مسارا|اصلا|مطلوبا|رجلا|ضابطا|صحفيا|صحافيا|ساءحا|سايحا|مقاتلا|مسلحا|عنصرا|مدنيا|طبيبا|مهندسا|سجينا|معتقلا|موقوفا|مشتبها|عالما|كاتبا|دبلوماسيا|حاجا|راكبا|ساءقا|سايقا|بحارا|طيارا|شرطيا|قتيلا|جريحا|ناشطا|محاميا|مخرجا|فنانا|صيادا|وفدا|فيلما|ضحيه|اسيرا|متسلقا|باحثا|مدربا|متدربا|موظفا|لصا|ارهابيا|متطرفا|نزيلا|طفلا|صاروخا|قمرا|اصطناعيا|صناعيا|هجوما|قرارا|اتفاقا|مقترحا|كتابا|مسلسلا|عرضا|دعما|تدخلا|وجودا|تواجدا|مشروعا|برنامجا|تعاونا|اقتراحا|طلبا|بيانا|حضورا|نفوذا|تصعيدا|رفضا|ردا|انسحابا|حظرا|جسرا|نظاما|علما|حزبا|فريقا|موقعا|مطعما|متجرا|بنكا|مصرفا|مصنعا|فندقا|نصا|ضغطا|تحركا|تحالفا|مبعوثا|مراقبا|مستشارا|سفيرا|عسكريا|قياديا|ناءبا|نايبا|متظاهرا|محتجا|جاسوسا|مستوطنا|متحدثا|ناطقا|مذيعا|اكاديميا|مغنيا|ممثلا|رساما|سباحا|بطلا|جنرالا|قناصا|متعاقدا|مرتزقا|ملكا|اميرا|قسا|راهبا|متطوعا|مسعفا|ممرضا|مشرعا|عميلا|ثريا|مليارديرا|قبطانا|حارسا|مزارعا|مدرسا|معلما|استاذا)$/;
const SONS = new Set(['بن', 'وبن', 'ابن', 'عبد', 'ابو']);

const SAUDI_COMPANY = /^[وفبل]*(?:ارامكو|سابك|معادن|اكوا)$/;

/** «تبوك السعودية», «أرامكو السعودية»: it tells which. */
function isOfSaudiArabia(word: PlaceToken | undefined, { notPlaces }: PlaceRules): boolean {
  if (word?.kind !== 'word') return false;
  if (SAUDI_COMPANY.test(word.text)) return true;
  const known = gazetteer(notPlaces).longestAt([word], 0, 'any')?.value;
  return (
    known !== undefined &&
    known !== 'not-a-place' &&
    known.some((e) => e.country === 'SA' && e.type !== 'country')
  );
}

/** Names that are other words here: «بقطر 5 أمتار», «مصر على موقفه», «عجز مالي». */
export function isOtherWord(
  mention: PlaceMention,
  entry: GazetteerEntry,
  { tokens, evidence, rules }: AcceptanceContext,
): boolean {
  const word = tokens[mention.from]?.text ?? '';
  const next = tokens[mention.to];
  const previous = tokens[mention.from - 1];
  // «بيروت نيوز», «شط العرب برس»
  if (isOfPress(next)) return true;
  // «الثامنة مساء بتوقيت القاهرة»
  if (isClock(previous)) return true;
  // «الساحل الشمالي الشرقي للفلبين», «الساحل الغربي لأفريقيا»
  if (word.endsWith('الساحل') && isOfAnother(next)) return true;
  // «إسلام آباد - المغرب اليوم» at the end of its line
  if (next?.text === 'اليوم' && isDash(previous) && tokens[mention.to + 1]?.kind !== 'word') return true;
  // «أبوظبي للإعلام», «دبي القابضة»
  if (isOfCompany(next) && !mention.before.locative && !mention.before.admin) return true;
  // «قال لزواره»
  if (entry.id === 'زوارة') return mention.stem !== null && (evidence.get('LY') ?? 0) <= NAME_WEIGHT;
  // «مشتبهة بالحصبة»: the measles, and no quarter of a city.
  if (entry.id === 'الحصبة') return !mention.before.admin && mention.stem !== null;
  // «بن رودس»: a name after «بن» is a person's.
  if (mention.stem === null && SONS.has(previous?.text ?? '')) return true;
  if (entry.certainty !== 'certain' && ALL_OF_THEM.test(next?.text ?? '') && !mention.before.admin)
    return true;
  if (word.endsWith('عديد') && next?.text === 'من') return true;
  // «الدوحة - قنا:» is the agency of Qatar.
  if (entry.id === 'قنا' && isDash(previous)) return (evidence.get('QA') ?? 0) > 0;
  // «عشرون مهاجرا إفريقيا»: an adjective, in the accusative as its noun.
  if (entry.id === 'أفريقيا' || entry.id === 'إفريقيا')
    return mention.stem === null && COUNTED.test(previous?.text ?? '');
  // «مطلوبا ألمانيا»
  if (
    entry.type === 'country' &&
    word.endsWith('يا') &&
    mention.stem === null &&
    (COUNTED.test(previous?.text ?? '') || previous?.kind === 'number')
  )
    return true;
  // The agency, where no region is meant.
  if (entry.id === 'الأناضول') return !mention.before.locative;
  // «الضفة الغربية لبحيرة», «القطاع الصحي»
  if (entry.id === 'الضفة الغربية')
    return (
      tokens[mention.to + 1]?.text !== 'الاردن' && /^ل(?:ل?نهر|بحيره|قناه|وادي|لنيل)/.test(next?.text ?? '')
    );
  if (word.endsWith('القطاع') && mention.to - mention.from === 1) return /^ال/.test(next?.text ?? '');
  if (entry.id === 'قطر') {
    const counted = next?.kind === 'number' || /^(?:دائر|يبلغ|يصل|يتراوح|\d)/.test(next?.text ?? '');
    return counted || previous?.text === 'نصف';
  }
  if (entry.id === 'مصر' && next?.text === 'علي' && !mention.before.locative)
    return previous?.kind === 'word';
  // «الحكومة السعودية», «صحيفة «الصباح» السعودية»: an adjective.
  if (word.endsWith('السعوديه') && mention.to - mention.from === 1)
    return (
      mention.stem === null &&
      (CLOSING.has(previous?.text ?? '') ||
        isOfSaudiArabia(previous, rules) ||
        (previous?.kind === 'word' && /^(?:[وفبك]?ال|لل)../.test(previous.text)))
    );
  if (ALIKE.has(entry.id) && isWordOfItsOwn(mention, entry, tokens, evidence)) return true;
  if (entry.id === 'صور')
    return /^(?:نشر|التقط|بث|تداول|تظهر|اظهر|وزع|جوي|قديم|وفيديو|ومقاطع|لل|من$)/.test(next?.text ?? '');
  if (entry.id === 'سيول')
    return (
      /(?:^|ال)(?:جارف|سيول|فيضان)/.test(next?.text ?? '') ||
      /(?:فيضان|امطار|بسبب|جراء)/.test(previous?.text ?? '') ||
      isOfFloods(next, entry, evidence, rules) ||
      word.endsWith('السيول') ||
      (word.endsWith('سيول') &&
        !(
          mention.before.locative ||
          mention.before.admin ||
          mention.before.chained ||
          isEvident(entry, evidence) ||
          evidence.has('KP')
        ))
    );
  // «بورصة إسطنبول», «بورصة الدار البيضاء»: where shares are dealt in; «مدينة بورصة» is a town.
  if (entry.id === 'بورصة') return !mention.before.admin && next?.kind === 'word' && isWhose(next, rules);
  // «النهر الذي ينبع من»
  if (entry.id === 'ينبع') return next?.text === 'من' || /^(?:الذي|التي|حيث)$/.test(previous?.text ?? '');
  // An embryo, where no other word speaks of the country; «غرب جنين» is the town.
  if (entry.id === 'جنين' && mention.to - mention.from === 1)
    return (
      !mention.before.admin &&
      !isEvident(entry, evidence) &&
      !(mention.before.locative && mention.stem === null)
    );
  if (entry.id === 'سوريا' && word.endsWith('سوريه'))
    return (
      !mention.before.locative &&
      !mention.before.chained &&
      (mention.stem?.proclitic ?? '') === '' &&
      // «قادمة من سورية إلى لبنان»
      !isPassage(previous)
    );
  return false;
}

/** «سيول خوزستان»: of a place, and no town, where nothing else speaks of the country. */
const isOfFloods = (
  next: PlaceToken | undefined,
  entry: GazetteerEntry,
  evidence: AcceptanceContext['evidence'],
  rules: PlaceRules,
): boolean => next?.kind === 'word' && !isEvident(entry, evidence) && isListed(next, rules);

const isWhose = (word: PlaceToken, rules: PlaceRules): boolean =>
  word.text.startsWith('ال') || isListed(word, rules);

const isListed = (word: PlaceToken, { notPlaces }: PlaceRules): boolean =>
  gazetteer(notPlaces).longestAt([word], 0) !== null;

const breaks = tokenLike(/^[وف]?(?:انقطع|انقطاع|ينقطع|قطع|سقط|سقوط|تمزق|مد|ربط|سرقه|سرق|تلف)$/);

const isOfCompany = tokenLike(
  /^(?:القابضه|لل(?:اعلام|طيران|استثمار|استثمارات|تامين|بترول|بتروكيماويات|اتصالات|عقارات|صرافه|تمويل|الومنيوم|تعدين))$/,
);
const isOfPress = tokenLike(/^(?:نيوز|برس|تايمز|بوست|تلغراف|اونلاين)$/);

const isOfGoods = tokenLike(
  /^(?:من|بحري|الانترنت|انترنت|الكهرباء|كهرباء|كهرباءي|كهربايي|التيار|فولاذي|نحاسي)$/,
);
const isDefinite = tokenLike(/^[وفبك]?ال/);
const areWomen = tokenLike(/^ال(?:لاتي|لواتي|لائي|لايي|نساء|فتيات)$/);

const isOfAnother = seldomLike(/^(?:ال(?:شرقي|غربي|شمالي|جنوبي|اطلسي)|لل?.{3,})$/);

const isClock = seldomLike(/^[وبل]?توقيت$/);
const isPassage = seldomLike(/^[وف]?(?:من|الي|حتي|نحو|صوب)$/);

const isYardOf = tokenLike(/^ال(?:خلفيه|اماميه|داخليه|خارجيه|رءيسيه|رييسيه)$/);

// «مركز مالي»
const isCentreNoun = tokenLike(/^[وفبل]?(?:ال)?مركز$/);

const isOfSaudiStory = (evidence: AcceptanceContext['evidence']): boolean => {
  const own = evidence.get('SA') ?? 0;
  return own > NAME_WEIGHT || [...evidence].every(([country, weight]) => country === 'SA' || weight < own);
};

const ALIKE = new Set([
  'المنطقة الشرقية',
  'صلاح الدين',
  'الباحة',
  'الطائف',
  'المهرة',
  'حماة',
  'صبر',
  'لحج',
  'عدن',
  'فيينا',
  'كابول',
  'صربيا',
  'بنين',
  'مالي',
]);

/** Names that a word of the language is written like, told apart by the words beside them. */
function isWordOfItsOwn(
  { from, to, stem, before }: PlaceMention,
  entry: GazetteerEntry,
  tokens: readonly PlaceToken[],
  evidence: AcceptanceContext['evidence'],
): boolean {
  if (before.admin) return entry.id === 'مالي' && isCentreNoun(tokens[from - 1]);
  // Chad has one of its own, and other countries too.
  if (entry.id === 'المنطقة الشرقية') return !isOfSaudiStory(evidence);
  if (to - from > 1) return entry.id === 'صلاح الدين' && !isSure(before);
  const word = tokens[from]?.text ?? '';
  const [previous, next] = [tokens[from - 1], tokens[to]];
  const sure = isSure(before);
  switch (entry.id) {
    // «الباحة الخلفية»
    case 'الباحة':
      return isYardOf(next);
    // In Lebanon it is the accord: «دولة الطائف», «الانقلاب على الطائف».
    case 'الطائف':
      return !sure && evidence.has('LB');
    // «الصناع المهرة»
    case 'المهرة':
      return !sure && !before.weakLocative && stem === null && isDefinite(previous);
    // «حماة الحرية»
    case 'حماة':
      return !sure && isDefinite(next) && (evidence.get('SY') ?? 0) <= NAME_WEIGHT;
    // «انتظروا في صبر»: beside another town it is one.
    case 'صبر':
      return !before.chained;
    // «خرجت للحج»
    case 'لحج':
      return stem?.proclitic === 'ل';
    // «اللاتي عدن إلى العمل»
    case 'عدن':
      return areWomen(previous);
    // «سيجد فينا سندا»
    case 'فيينا':
      return word.endsWith('فينا') && !sure && !before.weakLocative;
    case 'كابول':
      return word.endsWith('كابل') && !sure && (isOfGoods(next) || breaks(previous));
    // «هاجم الصرب المدينة» are a people.
    case 'صربيا':
      return word.endsWith('الصرب') && !sure;
    // «ثلاثة من البنين»
    case 'بنين':
      return word.endsWith('البنين') && !sure && !evidence.has('BJ');
    default:
      return false;
  }
}

const isSure = ({ locative, hashtag, chained }: PlaceMention['before']) => locative || hashtag || chained;
