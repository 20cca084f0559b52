/** How scoring compares texts: spelling, marks and punctuation do not count. */
export function foldForScoring(text: string | null | undefined): string {
  return (text ?? '')
    .normalize('NFKC')
    .replace(/[\u064b-\u065f\u0670\u0640\u0621]/g, '')
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[\u0622\u0623\u0625\u0671]/g, '\u0627')
    .replace(/[\u0649\u0626]/g, '\u064a')
    .replace(/\u0624/g, '\u0648')
    .replace(/\u0629/g, '\u0647')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}

export function wordsForScoring(text: string | null | undefined): string[] {
  return foldForScoring(text).split(' ').filter(Boolean);
}

/** Harmonic mean of precision and recall over the words of both, each word counted as often as it stands. */
export function wordOverlap(a: string | null | undefined, b: string | null | undefined): number {
  const left = wordsForScoring(a);
  const right = wordsForScoring(b);
  if (left.length === 0 || right.length === 0) return 0;
  const supply = new Map<string, number>();
  for (const word of right) supply.set(word, (supply.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of left) {
    const count = supply.get(word) ?? 0;
    if (count === 0) continue;
    supply.set(word, count - 1);
    shared++;
  }
  return (2 * shared) / (left.length + right.length);
}

/** Whether one name is the other, or stands in it as whole words. */
export function isSameName(a: string | null | undefined, b: string | null | undefined): boolean {
  const left = foldForScoring(a);
  const right = foldForScoring(b);
  if (!left || !right) return false;
  return ` ${left} `.includes(` ${right} `) || ` ${right} `.includes(` ${left} `);
}
