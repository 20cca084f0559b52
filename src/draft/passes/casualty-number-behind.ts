import type { NumberReading } from '#arabic/numbers.ts';
import type { Token } from '#arabic/tokens.ts';
import { NOBODY } from './casualty-counted.ts';
import { FAMILIES, isPeopleWord } from './casualty-words.ts';

/** «المهاجمين الخمسة», «أطفاله الثلاثة»: the number stands behind those whom it counts. */
export function theseSo(tokens: readonly Token[], at: number, { value, to, definite }: NumberReading) {
  // «الركاب الـ19»
  const apart = tokens[at - 1]?.text === 'ال';
  const of = apart ? at - 2 : at - 1;
  const who = tokens[of];
  if (!(definite || apart) || value < 2 || who?.kind !== 'word') return null;
  const family = /^بافراده(?:ا)?$/.test(who.text) ? familyBefore(tokens, of) : null;
  const areDefinite = isPeopleWord(who.text) && /^[وفبل]?(?:ال|لل)|(?:ه|ها|هم|هما|هن)$/.test(who.text);
  if (family === null && !areDefinite) return null;
  const counted = { is: 'people', at: family ?? of } as const;
  return { ...NOBODY, from: at, to, min: value, max: value, counted, numberTo: to };
}

/** «عائلة سورية بأفرادها الخمسة»: the family before token `at`; null where none is. */
function familyBefore(tokens: readonly Token[], at: number): number | null {
  for (let i = at - 1; i >= at - 3; i--) if (FAMILIES.has(tokens[i]?.text ?? '')) return i;
  return null;
}
