import type { NumberReading } from '#arabic/numbers.ts';
import { type Token, tokenLike } from '#arabic/tokens.ts';
import { NOBODY } from './casualty-counted.ts';
import { FAMILIES, isPeopleWord, lookUp, NEED_COMPLEMENT, VICTIMS } from './casualty-words.ts';

const DEFINITE = /^[وفبل]?(?:ال|لل)/;

/** «المهاجمين الخمسة», «أطفاله الثلاثة»: the number stands behind those whom it counts. */
export function theseSo(tokens: readonly Token[], at: number, { value, to, definite }: NumberReading) {
  // «الركاب الـ19»
  const apart = tokens[at - 1]?.text === 'ال';
  const of = apart ? at - 2 : at - 1;
  const who = tokens[of];
  if (!(definite || apart) || value < 2 || who?.kind !== 'word') return null;
  const family = /^بافراده(?:ا)?$/.test(who.text) ? familyBefore(tokens, of) : aboard(tokens, of);
  const areDefinite = isPeopleWord(who.text) && /^[وفبل]?(?:ال|لل)|(?:ه|ها|هم|هما|هن)$/.test(who.text);
  // «من بين الجرحى الـ30 خمسة أطفال»: of whom some are told.
  const isAmong = /^(?:بين|من|ضمن)$/.test(tokens[of - 1]?.text ?? '');
  // «ضحايا الجريمة الخمسة»: of one thing that befell them.
  const theirs = isOne(who)
    ? VICTIMS.get((tokens[of - 1]?.text ?? '').replace(/^[وبل](?=.{4})/, ''))
    : undefined;
  const told = theirs?.number === 'many' ? theirs : lookUp(VICTIMS, who.text);
  const victims = DEFINITE.test(who.text) && !isAmong ? told : undefined;
  if (family === null && !areDefinite && victims?.number !== 'many') return null;
  const counted =
    family === null && !areDefinite && victims
      ? ({ is: 'victims', kind: victims.kind, at: of } as const)
      : ({ is: 'people', at: family ?? of } as const);
  return { ...NOBODY, from: at, to, min: value, max: value, counted, numberTo: to };
}

/** «ركاب الحافلة الستة», «أفراد الطاقم الثلاثة»: of one thing or body; null where many may be counted there. */
const aboard = (tokens: readonly Token[], of: number): number | null =>
  isOne(tokens[of]) && NEED_COMPLEMENT.has((tokens[of - 1]?.text ?? '').replace(/^[وفبل](?=.{4})/, ''))
    ? of - 1
    : null;

const isOne = tokenLike(
  /^ال(?:.{2,}[ةه]|قارب|مركب|زورق|طاقم|فريق|قطار|وفد|باص|هجوم|حادث|انفجار|قصف|حريق|انهيار|اعتداء|تفجير)$/,
);

/** «عائلة سورية بأفرادها الخمسة»: the family before token `at`; null where none is. */
function familyBefore(tokens: readonly Token[], at: number): number | null {
  for (let i = at - 1; i >= at - 3; i--) if (FAMILIES.has(tokens[i]?.text ?? '')) return i;
  return null;
}
