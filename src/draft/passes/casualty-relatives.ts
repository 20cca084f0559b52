import { rememberWords } from '#arabic/remember-words.ts';
import { seldomLike, type Token } from '#arabic/tokens.ts';
import { readCount } from './casualty-counts.ts';
import { ENDS_OF_LIFE, isPeopleWord, ONES, POSSESSED_DUALS } from './casualty-words.ts';

/** «أب», «زوجة», «رفيق»: whose somebody is. */
export const isRelative = (word: string) =>
  /^(?:اب|اخ|والد|والد[ةه]|ام|ابن|ابن[ةه]|زوج|زوج[ةه]|شقيق|شقيق[ةه]|جد[ةه]|عم|عم[ةه]|خال|خال[ةه]|حما[ةه]|حفيد|حفيد[ةه]|نجل|ولد|قريب|جار|صديق|رفيق|زميل|زميل[ةه]|خطيب|خطيب[ةه]|خادم|ضيف|شريك|مساعد|ا[بخ][ويا]|اخت)$/.test(
    word,
  );

/** «زوجته», «طفلها», «مرافقه»: one person, told by whose they are. */
export const isOneOfTheirs = rememberWords((word: string): boolean => {
  const bare = /^(.{2,}?)(?:ه|ها|هم|هما)$/.exec(word)?.[1];
  if (bare === undefined) return false;
  // «طفلاها» are two.
  const isOne = (one: string) => ONES.has(one) && !/ا$/.test(one);
  return [bare, bare.replace(/ت$/, 'ة')].some((one) => isOne(one) || isRelative(one));
});

/** «وزوجته», «ووالدته» */
export const isRelativeBeside = (token: Token | undefined): boolean =>
  token?.kind === 'word' && token.text[0] === 'و' && isOneOfTheirs(token.text.slice(1));

/** Not «والده»: somebody's. */
const isParent = seldomLike(/^(?:اب|ام|والدة?|زوجة?|جدة?|شقيقة?)$/);

const isTheParent = seldomLike(/^ال(?:اب|ام|والدة?|زوجة?)$/);

/** «وأم», «والأم» */
export const isOtherParent = seldomLike(/^و(?:ال)?(?:اب|ام|زوج[ةه]|والد[ةه])$/);

/** «أب وابنه», «أم وأطفالها الثلاثة», «أم لثلاثة أطفال»: a person of whom no more is told than whose. */
export function isParentOf(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  // «الأب والأم»
  if (isTheParent(tokens[at]))
    return isRelativeBeside(next) || isOtherParent(next) || areHersBeside(tokens, at + 1);
  if (!isParent(tokens[at]) || next?.kind !== 'word') return false;
  // «فقدت أم حياتها»
  if (ENDS_OF_LIFE.has(next.text)) return true;
  // «أب وأم وطفلاهما»
  if (isRelativeBeside(next) || isOtherParent(next)) return true;
  // «أم وطفليها»
  if (POSSESSED_DUALS.has(next.text.slice(1))) return true;
  if (areHersBeside(tokens, at + 1)) return true;
  const theirs = /^و(.{3,})(?:ه|ها|هما)$/.exec(next.text)?.[1];
  return (theirs !== undefined && isPeopleWord(theirs)) || readCount(tokens, at + 1)?.meantFor === true;
}

/** «… وثلاثة من أطفالها» */
function areHersBeside(tokens: readonly Token[], at: number): boolean {
  const others = /^و/.test(tokens[at]?.text ?? '') ? readCount(tokens, at) : null;
  return others?.counted.is === 'people' && /.{3}(?:ه|ها|هما)$/.test(tokens[others.counted.at]?.text ?? '');
}
