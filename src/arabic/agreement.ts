/** The forms a counted noun takes, by CLDR plural category; `{n}` is the number in digits. */
interface CountedForms {
  zero: string;
  one: string;
  two: string;
  /** Object or after a preposition: «إلى مشتركَين». */
  twoOblique: string;
  few: string;
  many: string;
  other: string;
}

const masculine = (
  one: string,
  dual: string,
  plural: string,
  accusative: string,
  more: Partial<CountedForms> = {},
): CountedForms => ({
  zero: `لا ${plural}`,
  one: `${one} واحد`,
  two: `${dual}ان`,
  twoOblique: `${dual}ين`,
  few: `{n} ${plural}`,
  many: `{n} ${accusative}`,
  other: `{n} ${one}`,
  ...more,
});

const feminine = (one: string, dual: string, plural: string): CountedForms => ({
  zero: `لا ${plural}`,
  one: `${one} واحدة`,
  two: `${dual}ان`,
  twoOblique: `${dual}ين`,
  few: `{n} ${plural}`,
  many: `{n} ${one}`,
  other: `{n} ${one}`,
});

const FORMS = {
  killed: masculine('قتيل', 'قتيل', 'قتلى', 'قتيلاً'),
  injured: masculine('جريح', 'جريح', 'جرحى', 'جريحاً', { zero: 'لا إصابات' }),
  missing: masculine('مفقود', 'مفقود', 'مفقودين', 'مفقوداً'),
  detained: masculine('موقوف', 'موقوف', 'موقوفين', 'موقوفاً'),
  displaced: masculine('نازح', 'نازح', 'نازحين', 'نازحاً'),
  story: masculine('خبر', 'خبر', 'أخبار', 'خبراً'),
  brief: masculine('موجز', 'موجز', 'موجزات', 'موجزاً'),
  quote: masculine('اقتباس', 'اقتباس', 'اقتباسات', 'اقتباساً'),
  place: masculine('موقع', 'موقع', 'مواقع', 'موقعاً'),
  subscriber: masculine('مشترك', 'مشترك', 'مشتركين', 'مشتركاً'),
  chat: feminine('محادثة', 'محادثت', 'محادثات'),
  message: feminine('رسالة', 'رسالت', 'رسائل'),
  copy: feminine('نسخة', 'نسخت', 'نسخ'),
  second: feminine('ثانية', 'ثانيت', 'ثوانٍ'),
  minute: feminine('دقيقة', 'دقيقت', 'دقائق'),
  hour: feminine('ساعة', 'ساعت', 'ساعات'),
  word: feminine('كلمة', 'كلمت', 'كلمات'),
  day: masculine('يوم', 'يوم', 'أيام', 'يوماً'),
} as const;

export type CountedNoun = keyof typeof FORMS;

const plural = new Intl.PluralRules('ar');

/** The number with its noun, agreeing: «قتيل واحد»، «قتيلان»، «3 قتلى»، «16 قتيلاً»، «100 قتيل». */
export function count(noun: CountedNoun, n: number, shown = String(n), oblique = false): string {
  const category = plural.select(n);
  const forms = FORMS[noun];
  if (category === 'two' && oblique) return forms.twoOblique;
  return forms[category].replace('{n}', shown);
}

/** The noun alone in the form that follows `n`: «قتيلاً» after 16, «قتلى» after 3; for ranges and «على الأقل». */
export function nounAfter(noun: CountedNoun, n: number): string {
  const category = plural.select(n);
  const forms = FORMS[noun];
  if (category === 'few' || category === 'many' || category === 'other')
    return forms[category].replace('{n} ', '');
  return forms.other.replace('{n} ', '');
}

/** The plural with its article, after a word of quantity: «عشرات القتلى». */
export function definitePlural(noun: CountedNoun): string {
  return `ال${FORMS[noun].few.replace('{n} ', '')}`;
}
