import { speechWord } from '#arabic/speech.ts';
import type { LocatedMention, RoleContext } from './located-mention.ts';

const RELATION_REACH = 4;

/** Whether a place stands for its government or side: «دعت واشنطن», «تقوده موسكو», «موسكو لن تسمح», «علاقات باريس بالرباط». */
export function isActor(mention: LocatedMention, context: RoleContext): boolean {
  const { tokens, rules } = context;
  const before = tokens[mention.from - 1];
  const after = tokens[mention.to];
  const proclitic = mention.stem?.proclitic ?? '';
  const isWord = before?.kind === 'word';
  if (isRelated(mention, context)) return true;
  if (isAuthorityThere(mention, context)) return true;
  if (proclitic !== '') return false;
  // «باكو التي تشترط»
  if (after?.kind === 'word' && /^الت?[ذ]?ي$/.test(after.text) && isVerb(mention.to + 1, context))
    return true;
  if (mention.before.locative) return false;
  if (isWord && (isVerb(mention.from - 1, context) || isActorNoun(before.text, rules.actorNouns)))
    return true;
  // «رفع العقوبات عن طهران»
  if (isWord && /^(?:عن|علي|ضد|ازاء)$/.test(before.text) && mention.type !== 'city')
    return isActorNoun(tokens[mention.from - 2]?.text ?? '', rules.pressureNouns);
  if (mention.before.admin) return false;
  if (after?.kind !== 'word') return false;
  // «قمة كمبالا تختتم أعمالها»: the summit does.
  if (isVerb(mention.to, context)) return !(before && rules.isEventWord(before.form));
  return /^(?:لن|لم|قد)$/.test(after.text) && !isWord;
}

const isActorNoun = (word: string, nouns: ReadonlySet<string>) =>
  nouns.has(word) ||
  nouns.has(word.replace(/^[وفبل](?=...)/, '')) ||
  nouns.has(word.replace(/^[وف]?[بل]?ال/, ''));

/** A verb of will or of saying. */
function isVerb(at: number, { tokens, rules, reading }: RoleContext): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word') return false;
  const bare = token.text.replace(/^[وف]/, '');
  // «أطلقتها روسيا»
  const withoutObject = bare.replace(/(?<=...)(?:ها|هم|ه)$/, '');
  for (const form of [token.text, bare, withoutObject]) if (rules.actorVerbs.has(form)) return true;
  if (rules.isEventWord(token.form)) return false;
  const said = speechWord(reading.tokens[token.index]?.text ?? '');
  return said !== null && said.form === 'verb' && !said.doubtful && said.suffix === '' && said.gender === 'f';
}

/** «علاقاتها بأنقرة», «العلاقات مع طهران», «التوتر بين الجزائر وباريس», «المسؤولية للرباط». */
function isRelated(mention: LocatedMention, { tokens, rules }: RoleContext): boolean {
  if (mention.type !== 'capital' && mention.type !== 'country' && mention.type !== 'seat') return false;
  const proclitic = mention.stem?.proclitic ?? '';
  const link = tokens[mention.from - 1]?.text ?? '';
  if (proclitic !== 'ب' && proclitic !== 'ل' && link !== 'مع' && link !== 'بين') return false;
  for (let at = mention.from - 1; at >= mention.from - RELATION_REACH; at--) {
    const token = tokens[at];
    if (token === undefined || token.kind === 'break' || token.text === '.') return false;
    if (token.kind === 'word' && isActorNoun(withoutPronoun(token.text), rules.relationNouns)) return true;
  }
  return false;
}

const withoutPronoun = (word: string) =>
  word.replace(/(?<=...)ت?(?:ها|هم|هما|ه)$/, (end) => (end === 'ه' ? 'ه' : end.startsWith('ت') ? 'ت' : ''));

/** «السلطات في بوغوتا رفضت», «الحكومة في كييف». */
function isAuthorityThere(mention: LocatedMention, { tokens, rules }: RoleContext): boolean {
  if (mention.type !== 'capital' && mention.type !== 'seat') return false;
  const [noun, link] = [tokens[mention.from - 2], tokens[mention.from - 1]];
  return (
    link?.text === 'في' &&
    noun?.kind === 'word' &&
    rules.authorities.has(noun.text.replace(/^[وفبل]+(?=ال)/, ''))
  );
}
