import { isCommonWord } from '#arabic/gazetteer.ts';
import { rememberWords } from '#arabic/remember-words.ts';

const SUFFIXES = ['ها', 'هم', 'نا', 'ات', 'ون', 'ين', 'تين', 'ان', 'يه', 'ه', 'ي', 'ا', 'وا', 'ت'];
const SHORTEST_STEM = 3;
// «مزدحم», «معزوله», «متكيء», «محظوره»: participles, as adjectives of a noun without article.
const PARTICIPLE = /^م(?:ت|ن|ست)?[\u0621-\u064a]{3,4}ه?$/;

/** Whether a loosened word is a form of an everyday word: with clitics before it or endings after it. */
export const isOrdinaryForm = rememberWords((word: string): boolean => {
  if (isCommonWord(word)) return true;
  for (const bare of withoutPrefixes(word)) {
    if (bare !== word && isCommonWord(bare)) return true;
    for (const suffix of SUFFIXES) {
      if (!bare.endsWith(suffix)) continue;
      const stem = bare.slice(0, -suffix.length);
      if (stem.length >= SHORTEST_STEM && (isCommonWord(stem) || isCommonWord(`${stem}ه`))) return true;
    }
  }
  return false;
});

export function isParticiple(word: string): boolean {
  return PARTICIPLE.test(word);
}

function withoutPrefixes(word: string): string[] {
  const forms = [word];
  for (const prefix of ['و', 'ف', 'ب', 'ل', 'ال', 'وال', 'بال', 'لل', 'ولل', 'س', 'وب', 'ول'])
    if (word.startsWith(prefix) && word.length - prefix.length >= SHORTEST_STEM)
      forms.push(word.slice(prefix.length));
  return forms;
}

const ROOT = '[^اوي]';
// «مهجورة», «متاخمة», «مضطرب», «منعزلة», «مستهدف», «ملاصقة»
const STATE = new RegExp(
  `^م(?:${ROOT}{2}و${ROOT}|ت[\u0621-\u064a]{3,4}|${ROOT}[تط]${ROOT}{2}|زد${ROOT}{2}|ن${ROOT}{3}|ست[\u0621-\u064a]{2,4}|${ROOT}ا${ROOT}{2})ه?$`,
);

/** A participle by its pattern, which tells how a town is and not how it is called. */
export const isState = rememberWords((word: string): boolean => STATE.test(word));
