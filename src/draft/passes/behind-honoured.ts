import { type Token, tokenLike } from '#arabic/tokens.ts';
import { isDefinite, isGivenName } from './speaker-words.ts';

const isHonoured = tokenLike(/^ال(?:ملك|ملكة|امير|اميرة|سلطان|شيخ|امام|رئيس|شهيد)$/);

/** «مدير مستشفى الملك فيصل»: behind whom a house is named after; the token itself where none is. */
export function behindHonoured(tokens: readonly Token[], at: number): number {
  if (!isHonoured(tokens[at])) return at;
  const house = (tokens[at - 1]?.text ?? '').replace(/^[بل](?!ل)(?=.{3})/, '');
  const isSon = /^(?:بن|بنت)$/.test(tokens[at + 2]?.text ?? '');
  if (!isSon && !isGivenName(tokens[at + 1]?.text ?? '')) return at;
  if (isDefinite(house) || !isHouse(house)) return at;
  let end = at + 2;
  while (/^(?:بن|بنت|ال)$/.test(tokens[end]?.text ?? '') && tokens[end + 1]?.kind === 'word') end += 2;
  return end;
}

const isHouse = (noun: string): boolean =>
  /^(?:مستشفى|جامعة|مدرسة|مدارس|مؤسسة|موسسة|مركز|مطار|ميناء|مدينة|مجمع|جمعية|كلية|معهد|ملعب|استاد|مسجد|جامع|قاعدة|مكتبة|مسابقة|جائزة|كرسي|حديقة|متحف|دارة|طريق|مهرجان|برنامج|مشروع|صندوق|بنك|حملة|دار|قصر)$/.test(
    noun,
  );
