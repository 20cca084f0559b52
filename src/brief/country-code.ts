import codes from 'i18n-iso-countries/codes.json' with { type: 'json' };

const ALPHA2 = new Set(codes.map(([alpha2]) => alpha2));

/** Whether the code is one of ISO 3166-1 alpha-2, in capitals; `XK` (Kosovo, user-assigned, as in CLDR) is one too. */
export function isCountryCode(code: string): boolean {
  return ALPHA2.has(code);
}
