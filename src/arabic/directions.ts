const RLM = '\u200f';
const FSI = '\u2068';
const PDI = '\u2069';

const CONTROLS = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g;
const STRONG = /\p{L}/u;
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

// What bidi would tear apart inside an Arabic line: Latin words with what stands between them, and numbers with
// signs in or around them (08:00, 10-12, +3, 5%). A bare number keeps its place without help.
const LATIN_RUN =
  /(?<!\p{N})\p{N}*[\p{Script=Latin}@#/\\_~$€£][\p{Script=Latin}\p{M}\p{N}@#/\\_~$€£%&+=.:'’-]*(?:[ ,]+[\p{Script=Latin}0-9][\p{Script=Latin}\p{M}\p{N}@#/\\_~%&+=.:'’-]*)*/gu;
/** The colon or stop after a Latin word belongs to the Arabic sentence. */
const TRAILING = new Set(".:'’=&");
// No run begins inside a number: that would be slow in a text of nothing but digits, and wrong.
const NUMBER_RUN = /(?<!\d)(?:[+-]?\d+(?:[.,:/–-]\d+)+%?|[+-]\d+|\d+%)/g;

/** Bidirectional control characters taken out: from what people type, and from a brief's own fields. */
export function stripDirections(text: string): string {
  return text.replace(CONTROLS, '');
}

/**
 * A text for platforms without a right-to-left layout of their own: each line begins with a strong right-to-left
 * character or mark, Latin runs and compound numbers are isolated. Control characters of the text itself are
 * removed, so that nothing in it can turn the line around.
 */
export function toRightToLeft(text: string): string {
  return stripDirections(text)
    .split('\n')
    .map((line) => (line.trim() === '' ? line : startRightToLeft(isolateRuns(line))))
    .join('\n');
}

function startRightToLeft(line: string): string {
  const first = STRONG.exec(line.replace(/\u2068[^\u2069]*\u2069/g, ''))?.[0];
  const opensRightToLeft = first !== undefined && RIGHT_TO_LEFT.test(first) && !line.startsWith(FSI);
  return opensRightToLeft && STRONG.exec(line)?.[0] === first ? line : RLM + line;
}

function isolateRuns(line: string): string {
  if (!/[\p{Script=Latin}\d@/]/u.test(line)) return line;
  return line
    .replace(LATIN_RUN, (run) => {
      if (!/\p{L}/u.test(run)) return run;
      let end = run.length;
      while (TRAILING.has(run[end - 1] ?? '')) end--;
      return `${FSI}${run.slice(0, end)}${PDI}${run.slice(end)}`;
    })
    .split(/(\u2068[^\u2069]*\u2069)/)
    .map((part) => (part.startsWith(FSI) ? part : part.replace(NUMBER_RUN, `${FSI}$&${PDI}`)))
    .join('');
}
