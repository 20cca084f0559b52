/** Latin digits as Arabic-Indic ones: 16 → ١٦. */
export function toArabicDigits(text: string): string {
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0x630));
}

/** Arabic-Indic and Persian digits as Latin ones: ٨ and ۸ → 8. */
export function toLatinDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
}
