import { closeOf } from '#arabic/quotations.ts';
import { isComma, isDash, seldomLike, type Token, tokenLike } from '#arabic/tokens.ts';
import { cutClitic, type SpeakerPhrase } from './speaker.ts';
import { endsDescription, isPrepositional } from './speaker-limits.ts';
import { CHANNELS, COMPLEMENTIZERS, JOINERS, placeEnd } from './speaker-words.ts';

/** What says where an office is («منسقتها في بيمبا، …») is of at most so many tokens. */
export const LONGEST_WHERE = 8;

export const isCommaOrDash = (token: Token | undefined) => isComma(token) || isDash(token);

/** «المدعية العامة في ميلانو، سلمى نصر»: with the place between an office and the comma. */
export function located(tokens: readonly Token[], phrase: SpeakerPhrase, comma: number): SpeakerPhrase {
  const { role, to } = phrase;
  if (role?.to !== to || comma === to || !/^(?:في|فى|لدى)$/.test(tokens[to]?.text ?? '')) return phrase;
  return placeEnd(tokens, to + 1) === comma ? { ...phrase, role: { from: role.from, to: comma } } : phrase;
}

const isLevel = seldomLike(/^(?:مستوى|صعيد|راس)$/);

/** «المكلف بالإعلام على مستوى المديرية، …» */
const isOfLevel = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === 'على' && isLevel(tokens[at + 1]);

const isOfThis = tokenLike(/^لهذ[اه]$/);
const isWithThem = tokenLike(/^لدي(ها|ه|هم)$/);

/** «بجزر الكناري» */
function isInPlace(tokens: readonly Token[], at: number): boolean {
  const first = tokens[at] as Token;
  if (!/^ب.{3}/.test(first.text)) return false;
  const place = tokens.slice(at, at + LONGEST_WHERE);
  place[0] = cutClitic(first);
  return placeEnd(place, 0) > 0;
}

/**
 * «منسقتها في بيمبا، …», «محلل المعادن في "أفق"، …», «المتحدثة باسم المهمة "الحارس الأزرق"، …»: to the comma behind what
 * says where an office is; `from` where it does not say so.
 */
export function pastWhere(tokens: readonly Token[], from: number, end: number): number {
  const marked = closeOf(tokens, from, from + 6);
  if (marked !== null) return isCommaOrDash(tokens[marked + 1]) ? marked + 1 : from;
  const first = tokens[from];
  if (first?.kind !== 'word' || CHANNELS.has(tokens[from + 1]?.text ?? '')) return from;
  const theirs = isWithThem(first);
  const ofNow = isOfThis(first);
  if (
    !theirs &&
    !ofNow &&
    !JOINERS.has(first.text) &&
    !isPrepositional(first.form) &&
    !isInPlace(tokens, from) &&
    !isOfLevel(tokens, from)
  )
    return from;
  if (theirs && isCommaOrDash(tokens[from + 1])) return from + 1;
  // «رئيسة المجلس لهذا الشهر، …»
  if (ofNow) return isCommaOrDash(tokens[from + 2]) ? from + 2 : from;
  for (let i = from + 1; i < Math.min(end, from + LONGEST_WHERE); i++) {
    const token = tokens[i] as Token;
    if (isCommaOrDash(token)) return i;
    const close = token.kind === 'mark' ? closeOf(tokens, i, from + LONGEST_WHERE) : null;
    if (close !== null) i = close;
    else if (token.kind !== 'word' || (endsDescription(token.form) && !isNounHere(tokens, i))) return from;
  }
  return from;
}

/** «الناجي من غرق القارب»: a joining word, or what is a noun behind one. */
const isNounHere = (tokens: readonly Token[], at: number): boolean => {
  const { text = '' } = tokens[at] ?? {};
  return JOINERS.has(text) || (JOINERS.has(tokens[at - 1]?.text ?? '') && !COMPLEMENTIZERS.has(text));
};
