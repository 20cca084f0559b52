/** Days and months as Arabic newspapers write them. */
export const WEEKDAYS = ['الاثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت', 'الأحد'] as const;

const EGYPTIAN = 'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر'.split(' ');
const MAGHREBI = 'جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر'.split(' ');
const LEVANTINE = [
  'كانون الثاني',
  'شباط',
  'آذار',
  'نيسان',
  'أيار',
  'حزيران',
  'تموز',
  'آب',
  'أيلول',
  'تشرين الأول',
  'تشرين الثاني',
  'كانون الأول',
];
const HIJRI = [
  'محرم',
  'صفر',
  'ربيع الأول',
  'ربيع الآخر',
  'جمادى الأولى',
  'جمادى الآخرة',
  'رجب',
  'شعبان',
  'رمضان',
  'شوال',
  'ذو القعدة',
  'ذو الحجة',
];

export type MonthNames = 'egyptian' | 'levantine' | 'maghrebi' | 'double';

/** Month 1–12 by the names that a chat has chosen. */
export function monthName(month: number, names: MonthNames): string {
  const [egyptian, levantine, maghrebi] = [EGYPTIAN, LEVANTINE, MAGHREBI].map(
    (list) => list[month - 1] ?? '',
  );
  if (names === 'egyptian') return egyptian as string;
  if (names === 'levantine') return levantine as string;
  if (names === 'maghrebi') return maghrebi as string;
  return `${egyptian} / ${levantine}`;
}

export function weekdayName(date: Temporal.PlainDate): string {
  return WEEKDAYS[date.dayOfWeek - 1] as string;
}

/** «الاثنين 10 يناير / كانون الثاني 2022» */
export function writeDate(date: Temporal.PlainDate, names: MonthNames, withYear = true): string {
  const day = `${weekdayName(date)} ${date.day} ${monthName(date.month, names)}`;
  return withYear ? `${day} ${date.year}` : day;
}

/** «7 جمادى الآخرة 1443 هـ», in the Umm al-Qura calendar. */
export function writeHijriDate(date: Temporal.PlainDate): string {
  const hijri = date.withCalendar('islamic-umalqura');
  return `${hijri.day} ${HIJRI[hijri.month - 1]} ${hijri.year} هـ`;
}
