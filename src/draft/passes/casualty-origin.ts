import { isCountryName } from '#arabic/countries.ts';
import { type Token, tokenLike } from '#arabic/tokens.ts';
import { readBody } from './read-body.ts';
import { cutClitic } from './speaker.ts';
import { isIn, placeEnd } from './speaker-words.ts';

const isFrom = tokenLike(/^من$/);
/** Bodies that have members and no roof: nobody is hurt *in* them. */
const hasMembers = tokenLike(
  /^ال(?:وفد|بعث[ةه]|حزب|تنظيم)$|^(?:وفد|بعث[ةه]|لجن[ةه]|تنظيم|جماع[ةه]|حرك[ةه]|حزب|مي?ليشيا|كتائب|كتيب[ةه]|لواء|فرق[ةه]|سري[ةه]|فوج|فصيل|منظم[ةه]|نقاب[ةه]|اتحاد|قنا[ةه]|صحيف[ةه]|اذاع[ةه]|وكال[ةه]|شبك[ةه])$/,
);
/** Those one belongs to, works for or learns at. */
const takesPeople = tokenLike(/^(?:جامع[ةه]|كلي[ةه]|معهد|مدرس[ةه]|شرك[ةه]|موسس[ةه]|مؤسس[ةه]|جمعي[ةه]|نادي)$/);
const areStates = tokenLike(/^(?:دول|بلدان)$/);
const isDescent = tokenLike(/^(?:اصل|اصول|جنسي[ةه]|جنسيات)$/);
const isSome = tokenLike(/^(?:مختلف[ةه]|متعدد[ةه]|عدة)$/);
/** «تشاد المجاورة» */
const isBeside = tokenLike(/^ال(?:مجاور|شقيق)[ةه]$/);
/** The name of a body in a group, in tokens. */
const LONGEST = 8;

/**
 * «سياح من اليابان», «شبان من أصل مغربي», «طلاب من جامعة الموصل», «قائد في حزب الأمة»: to the end of where somebody comes
 * from or whose they are; `end` where nothing of the kind follows. «فلاحين من القرية» died there.
 */
export function originEnd(tokens: readonly Token[], end: number): number {
  const near = tokens[end + 1];
  if (isIn(tokens[end])) return hasMembers(near) ? bodyEnd(tokens, end) : end;
  if (!isFrom(tokens[end])) return end;
  if (hasMembers(near) || takesPeople(near)) return bodyEnd(tokens, end);
  if (isDescent(near)) {
    const what = tokens[end + 2]?.text ?? '';
    return isNisbaLike(what) && !isSome(tokens[end + 2]) ? joinedDescents(tokens, end + 3) : end;
  }
  const land = areStates(near) ? end + 2 : end + 1;
  const place = placeEnd(tokens, land);
  const isLand = areStates(near) ? place > land : isCountry(tokens, land, place);
  if (!isLand) return end;
  return isBeside(tokens[place]) ? place + 1 : joinedCountries(tokens, place);
}

const bodyEnd = (tokens: readonly Token[], at: number) =>
  readBody(tokens, at + 1, Math.min(tokens.length, at + 1 + LONGEST)).to;

const isCountry = (tokens: readonly Token[], from: number, to: number) =>
  to > from &&
  isCountryName(
    tokens
      .slice(from, to)
      .map((token) => token.text)
      .join(' '),
  );

const isNisbaLike = (text: string) => /ي[ةه]?$/.test(text);

/** «سورية وعربية وأجنبية» */
function joinedDescents(tokens: readonly Token[], at: number): number {
  const { kind, text = '' } = tokens[at] ?? {};
  const isJoined =
    kind === 'word' && /^و.{4}/.test(text) && isNisbaLike(text) && endsLikeIt(tokens[at - 1], text);
  return isJoined ? joinedDescents(tokens, at + 1) : at;
}

const endsLikeIt = (before: Token | undefined, text: string) =>
  before !== undefined && /[ةه]$/.test(before.text) === /[ةه]$/.test(text);

/** «بنغلادش والهند» */
function joinedCountries(tokens: readonly Token[], at: number): number {
  const token = tokens[at];
  if (token?.text[0] !== 'و') return at;
  const near = [cutClitic(token), ...tokens.slice(at + 1, at + 3)];
  const end = placeEnd(near, 0);
  return isCountry(near, 0, end) ? joinedCountries(tokens, at + end) : at;
}
