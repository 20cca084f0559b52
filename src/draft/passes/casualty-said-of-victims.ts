import { readNumber } from '#arabic/numbers.ts';
import { type Token, tokenLike } from '#arabic/tokens.ts';
import { tellsWhenOrWhere } from './casualty-circumstance.ts';
import { readCount } from './casualty-counts.ts';
import { lookUp, VICTIMS } from './casualty-words.ts';

/** «ارتفعت الوفيات إلى 31», «الإصابات بلغت 40»: victims that a number is said of. */
export function isCounted(tokens: readonly Token[], at: number): boolean {
  const [before, next] = [tokens[at - 1], tokens[at + 1]];
  if (rises(before) && risesTo(tokens, at + 1)) return true;
  // «اقتصرت الإصابات على ثلاثة»
  if (isLimited(before) && next?.text === 'على' && readCount(tokens, at + 2) !== null) return true;
  // «أما المصابون فعشرة»
  if (next?.text[0] === 'ف' && readNumber(tokens, at + 1)?.before === 'ف') return true;
  // «أما الجرحى فعددهم سبعة»
  if (next?.text === 'فعددهم' && readCount(tokens, at + 2) !== null) return true;
  // «عدد القتلى 14 والجرحى 60»
  const number = /^و?ال/.test(tokens[at]?.text ?? '') ? readCount(tokens, at + 1) : null;
  if (number?.counted.is === 'nothing' && /^و/.test(tokens[at]?.text ?? '')) return true;
  // «وقال آخرون إن المفقودين 109»
  const after = tokens[number?.to ?? -1];
  const ends = number !== null && (after?.kind !== 'word' || tellsWhenOrWhere(after) || areVictimsToo(after));
  const isLast = ends && number.counted.is === 'nothing';
  if (isLast && /^[وبف]?ان$/.test(before?.text ?? '')) return true;
  // «القتلى 60 والجرحى 61»
  if (isLast && areVictimsToo(after)) return true;
  // «والقتلى خمسة رجال», «الضحايا ستة أشخاص»
  const arePeople = number?.counted.is === 'people' || number?.counted.is === 'generic';
  if (arePeople && number.numberTo > number.from) return true;
  // «القتلى 43، الجرحى 210»
  const listed = /^[:،|/–—-]$/.test(tokens[at - 1]?.text ?? '') || tokens[at - 1]?.kind === 'break';
  if (
    number?.counted.is === 'nothing' &&
    listed &&
    (after?.kind !== 'word' || tellsWhenOrWhere(after)) &&
    after?.kind !== 'number'
  )
    return true;
  // «وفيات الحمى بلغت 12 حالة»
  if (next && /^ال/.test(next.text) && !/^[وفب]?ال/.test(tokens[at]?.text ?? ''))
    return [2, 3].some((k) => reaches(tokens[at + k]) && readCount(tokens, at + k + 1) !== null);
  // «جرحى: 10»
  if (!/^[وفب]?ال/.test(tokens[at]?.text ?? ''))
    return next?.text === ':' && tokens[at + 2]?.kind === 'number';
  // «قدرت المنظمة الوفيات بنحو 70»
  if (next && /^ب.{2}/.test(next.text) && (readCount(tokens, at + 1) ?? readCount(tokens, at + 2)))
    return true;
  // «القتلى لا يتعدون 30»
  const bound = tells(next) ? readCount(tokens, at + 1) : null;
  if (bound && bound.min !== bound.max && bound.counted.is === 'nothing') return true;
  return counts(before) || counts(next) || next?.text === ':';
}

const isLimited = tokenLike(/^[وف]?(?:اقتصرت?|[يت]قتصر)$/);
/** «المصابين 47 والمفقودين 34» */
const areVictimsToo = (token: Token | undefined): boolean =>
  /^وال/.test(token?.text ?? '') && lookUp(VICTIMS, token?.text ?? '')?.number === 'many';

/** Words between victims and the number that they have come to: «ارتفاع قتلى غرق "عبارة الجزيرة" في المكلا إلى 38». */
const RISEN = 12;
const rises = tokenLike(/^[وفبل]?(?:ارتفاع|تزايد|ازدياد|زيادة|صعود|ارتفعت?|[يت]رتفع)$/);

function risesTo(tokens: readonly Token[], at: number): boolean {
  for (let i = at; i < at + RISEN; i++) {
    const token = tokens[i];
    if (!token || token.kind === 'break' || /^[.،]$/.test(token.text)) return false;
    if (/^(?:ال[ىي]|ل)$/.test(token.text)) return readCount(tokens, i + 1) !== null;
  }
  return false;
}

const tells = tokenLike(/^(?:لا|لم|[يت]\p{L}{3,})$/u);

const reaches = (token: Token | undefined) =>
  /^(?:بلغ|بلغت|وصل|وصلت|ارتفع|ارتفعت|تجاوز|تجاوزت|تخطت)$/.test(token?.text ?? '');

const counts = tokenLike(
  /^[وفل]?(?:بلغ|بلغت|وصل|وصلت|ارتفع|ارتفعت|يرتفع|ترتفع|زاد|زادت|تجاوز|تجاوزت|تخطى|تخطت|فاق|فاقت|يقدر|تقدر|قدر|قدرت|الي|الى|رفع|رفعت|يرفع|ترفع)$/,
);
