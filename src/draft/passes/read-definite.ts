import type { Token } from '#arabic/tokens.ts';
import { canBeginName, isDefiniteFirstName } from './begins-name.ts';
import { readName } from './read-name.ts';
import type { SpeakerPhrase } from './speaker.ts';
import { endsDescription, isClosed } from './speaker-limits.ts';
import { genderOfBody, isDefiniteAt, isGivenName, isNisba, isOrdinaryWord } from './speaker-words.ts';
import { isPlural } from './word-endings.ts';

/** «الإسباني خافيير مونتيرو», «السبهاوي», «الأهالي», «النجمة المكسيكية سلمى حايك». */
export function readDefinite(
  tokens: readonly Token[],
  from: number,
  end: number,
  objects: boolean,
): SpeakerPhrase {
  let i = from + 1;
  while (i < end && i < from + 5) {
    const { kind, text, form } = tokens[i] as Token;
    if (kind !== 'word' || !isDefiniteAt(tokens, i) || endsDescription(form)) break;
    if (isDefiniteFirstName(tokens, i)) break;
    // «حدد البيان الشخصين»: they are spoken of.
    if (isPlural(text) && !/(ين|ون|ات)$/.test(tokens[from]?.text ?? '')) break;
    i++;
  }
  const role = { from, to: i };
  const first = (tokens[from] as Token).text;
  const next = tokens[i]?.text ?? '';
  const mayName = i < end && canBeginName(tokens, i) && (isNisba(first) || isGivenName(next));
  if (mayName) {
    const name = readName(tokens, i, end, objects);
    return { from, to: name.to, name, role, kind: 'person', gender: genderOfBody(first) };
  }
  if (objects && !isClosed(tokens, i) && isOrdinaryWord(first) && i > from + 1) i = from + 1;
  const gender = genderOfBody(first) === 'f' ? 'f' : null;
  return { from, to: i, name: { from, to: i }, role: null, kind: 'body', gender };
}
