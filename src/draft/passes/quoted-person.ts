import type { QuotationSpan } from '#arabic/quotations.ts';
import { isComma, seldomLike, type Token } from '#arabic/tokens.ts';
import type { Attribution } from '#draft/context.ts';
import { isRank } from './office-part.ts';
import { leadOf } from './quote-context.ts';
import { readSpeaker } from './speaker-phrase.ts';
import { COMPLEMENTIZERS, isGivenName, isInstitution } from './speaker-words.ts';

/** A rank and a name have at most so many words. */
const LONGEST_PERSON = 6;

/** «وأوضح "الدكتور سامي نصر" أن»: some papers put names in marks. */
export function holdsPerson(tokens: readonly Token[], { from, to }: QuotationSpan): boolean {
  if (to - from > LONGEST_PERSON || to - from < 2) return false;
  const phrase = readSpeaker(tokens, from, to);
  if (phrase?.kind !== 'person' || !phrase.name || phrase.to !== to) return false;
  const { role, name } = phrase;
  return (
    (role ? isRank(tokens, role.from, role.to) : name.from === from) &&
    isGivenName(tokens[name.from]?.text ?? '')
  );
}

/** «جهازها الجديد "Tab S2 8.0"», «ميونيخ - "د.ب.أ"»: no word of ours, and what a thing or an agency is called. */
export const isForeign = (tokens: readonly Token[], { from, to }: QuotationSpan): boolean =>
  !tokens
    .slice(from, to)
    .some(({ kind, text }) => kind === 'word' && text.length > 1 && !/^[a-z]/i.test(text));

/** «وأشارت أم سالم «أرملة وأم لثلاثة» إلى أنها»: who she is, and not yet what she said. */
export function isAside(
  tokens: readonly Token[],
  span: QuotationSpan,
  before: Attribution | undefined,
): boolean {
  const open = span.from - 1;
  if (before?.written?.to !== open || leadOf(tokens, open) !== 'other') return false;
  const next = tokens[span.to + 1]?.text ?? '';
  const at = /^(?:الى|على|عن)$/.test(next) ? span.to + 2 : span.to + 1;
  const { text = '' } = tokens[at] ?? {};
  return COMPLEMENTIZERS.has(text) && !text.startsWith('و');
}

/** Between «تعالى» and the words stand at most so many tokens: «في محكم كتابه:». */
const LONGEST_OF_SCRIPTURE = 6;
const isMostHigh = seldomLike(/^(?:تعالى|سبحانه)$/);
const isOfGod = seldomLike(/^(?:[وف]?قال|[وف]?يقول|الله|[وفبل]*قوله|[وفبل]*قول)$/);

const isBlessing = seldomLike(/^(?:افضل|الصلا[ةه]|السلام|وسلم)$/);

/** «وقال تعالى: "…"», «بقوله سبحانه "…"»: scripture, and nobody's words in the news. */
export function isScripture(tokens: readonly Token[], { from }: QuotationSpan): boolean {
  for (let i = from - 2; i >= Math.max(0, from - 2 - LONGEST_OF_SCRIPTURE); i--) {
    if (tokens[i]?.kind === 'break' || tokens[i]?.text === '.') return false;
    // «قال صلى الله عليه وسلم: "…"», «يقول عليه أفضل الصلاة والتسليم "…"»
    if (tokens[i]?.text === 'عليه' && isBlessing(tokens[i + 1])) return true;
    // «الله - سبحانه وتعالى -»
    if (isMostHigh(tokens[i])) return isOfGod(tokens[tokens[i - 1]?.kind === 'mark' ? i - 2 : i - 1]);
  }
  return false;
}

/** Words of a name between commas. */
const LONGEST_NAME = 6;

/** «لكن حزب المعارضة، "الحركة من أجل الفجر"، تحدث»: what the body before it is called. */
export const isApposed = (tokens: readonly Token[], { from, to }: QuotationSpan, words: number): boolean =>
  words <= LONGEST_NAME &&
  isComma(tokens[from - 2]) &&
  isComma(tokens[to + 1]) &&
  [3, 4].some((k) => isInstitution(tokens[from - k]?.text ?? ''));
