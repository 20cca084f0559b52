import { fold } from './fold.ts';
import { type Form, formOf, ofForm } from './forms.ts';
import { rememberWords } from './remember-words.ts';

const LOOSE: Record<string, string> = { ى: 'ي', ة: 'ه', ؤ: 'و', ئ: 'ي' };

/** A folded word as names of places are compared: ى/ي, ة/ه, ؤ/و and ئ/ي are each one. */
export const loosenWord = rememberWords((folded: string) =>
  folded.replace(/[ىةؤئ]/g, (letter) => LOOSE[letter] ?? letter),
);

const changedForm = ofForm((form) => {
  const loose = loosenWord(form.text);
  return loose === form.text ? null : formOf(loose, form.kind);
});

/** The form that a word has once it is loosened; most are as they were. */
export const looseForm = (form: Form): Form => changedForm(form) ?? form;

const PLAIN = /^[\u0621-\u063a\u0641-\u064a ]+$/;
const FOLDED: Record<string, string> = { ...LOOSE, أ: 'ا', إ: 'ا', آ: 'ا' };

/** A written name as names of places are compared. */
export function loosenName(name: string): string {
  // Thousands of names are loosened for the first draft; nearly all hold nothing but letters.
  if (PLAIN.test(name)) return name.replace(/[أإآىةؤئ]/g, (letter) => FOLDED[letter] ?? letter).trim();
  return loosenWord(fold(name)).replace(/[-_/]/g, ' ').replace(/\s+/g, ' ').trim();
}

/** Foreign names are written with غ here and with ج there: «هونغ كونغ», «هونج كونج». */
export function otherSpellings(loose: string): string[] {
  if (loose.length < 5) return [];
  if (loose.includes('غ')) return [loose.replaceAll('غ', 'ج')];
  return [];
}
