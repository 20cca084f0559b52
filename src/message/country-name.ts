// Made when first asked: it costs 12 ms, which no start should wait for.
let names: Intl.DisplayNames | null = null;

/** Where newspapers say it otherwise than CLDR does. */
const USUAL: Record<string, string> = {
  AE: 'الإمارات',
  BA: 'البوسنة والهرسك',
  CD: 'الكونغو الديمقراطية',
  CG: 'الكونغو',
  MK: 'مقدونيا الشمالية',
  PS: 'فلسطين',
};

/** The Arabic name of a country by its ISO 3166-1 alpha-2 code. */
export function countryName(code: string): string {
  names ??= new Intl.DisplayNames(['ar'], { type: 'region' });
  return USUAL[code] ?? names.of(code) ?? code;
}
