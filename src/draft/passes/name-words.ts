import { fold } from '#arabic/fold.ts';
import { speechWord } from '#arabic/speech.ts';
import type { Token } from '#arabic/tokens.ts';
import {
  AUDIENCES,
  isComplement,
  isGivenName,
  isInstitution,
  isOrdinaryWord,
  TITLES_TRIE,
} from './speaker-words.ts';

/** Particles of names, which stand between or before their words. */
export const NAME_PARTS = new Set(
  'بن ابن بنت آل ال ابو ابي ام عبد دي فان فون دو لا ديلا'.split(' ').map(fold),
);

/** Those who are spoken to: never the speaker. */
export const LISTENERS = new Set(['الصحافيين', 'الصحفيين', 'الاعلاميين']);

/** «للدفاع المدني», «لبرنامج الأغذية» go on with an office; «للصحافيين» ends it. A name may simply begin with ل. */
export function belongsTo(text: string, hasTitle: boolean): boolean {
  if (AUDIENCES.has(text)) return false;
  if (text.startsWith('لل')) return hasTitle && !LISTENERS.has(`ال${text.slice(2)}`);
  const rest = text.slice(1);
  if (isInstitution(rest) || isComplement(rest)) return hasTitle;
  return !isOrdinaryWord(rest) && !/[ةه]$/.test(rest);
}

/** «بالهجرة», «لموظفي»: a preposition and a noun, the beginning of no name. */
function isPrepositional(text: string): boolean {
  if (isGivenName(text)) return false;
  return (
    /^(بال|لل|كال|فال)/.test(text) ||
    (/^[بلك]/.test(text) && text.length > 4 && isOrdinaryWord(text.slice(1)))
  );
}

/** Whether a word can be the first of a person's name. */
export function beginsName(text: string): boolean {
  if (isGivenName(text) || NAME_PARTS.has(text)) return true;
  if (text.length < 3 || isPrepositional(text) || isOrdinaryWord(text) || isTitleWord(text)) return false;
  const bare = text.replace(/^[وف](?=.{3})/, '');
  if (speechWord(text) || (bare !== text && (isOrdinaryWord(bare) || isGivenName(bare)))) return false;
  const stem = text.replace(/(ه|ها|هم|هما)$/, '');
  return (
    !(stem !== text && isOrdinaryWord(stem)) && !(text.endsWith('ا') && isOrdinaryWord(text.slice(0, -1)))
  );
}

/** An ordinary word before a name is a name too: «داود حسن». */
export function namesAt(tokens: readonly Token[], at: number, to: number): boolean {
  const text = at < to ? (tokens[at]?.text ?? '') : '';
  return text !== '' && (isGivenName(text) || beginsName(text));
}

export function isTitleWord(text: string): boolean {
  return TITLES_TRIE.get(text) !== undefined;
}

/** «أم أحمد», «أبو يوسف»: «أم» is «or» elsewhere. */
export function isParent(tokens: readonly Token[], at: number): boolean {
  return /^(ام|ابو|ابي)$/.test(tokens[at]?.text ?? '') && isGivenName(tokens[at + 1]?.text ?? '');
}
