import { type Token, tokenLike } from '#arabic/tokens.ts';
import { dualOf } from './casualty-duals.ts';
import { OBJECTS } from './read-body.ts';
import { skip } from './skip-to-speaker.ts';
import type { SpeakerPhrase } from './speaker.ts';
import { isClosed, isMasdar } from './speaker-limits.ts';
import {
  COMPLEMENTIZERS,
  DESCRIBERS,
  isInstitution,
  isPlaceWord,
  ORGANISATIONS_TRIE,
  placeEnd,
} from './speaker-words.ts';

const isToldNext = (token: Token | undefined): boolean =>
  token?.text === ':' || COMPLEMENTIZERS.has(token?.text ?? '');
const isNotice = tokenLike(/^(?:الانتباه|النظر|الانظار)$/);

/** A person or a known body may be the subject; any other noun only where nothing else can follow the verb. */
export function isSubject(
  tokens: readonly Token[],
  phrase: SpeakerPhrase,
  objects: boolean,
  promises: boolean,
): boolean {
  const first = tokens[phrase.from];
  // «يرى الأمر من زاوية أخرى»
  if (first?.text === 'الامر' && !isClosed(tokens, phrase.to)) return false;
  // «لفت الانتباه إلى أن»
  if (isNotice(first)) return false;
  // «غارات توقع قتيلين»: the ending of an object.
  if (/ين$/.test(first?.text ?? '') && dualOf(first?.text ?? '')?.is === 'victims') return false;
  // «وتعهدت الطعن فيه»: what she promised.
  const alone = phrase.kind === 'body' && phrase.to - phrase.from === 1 && !isInstitution(first?.text ?? '');
  if (promises && alone && tokens[phrase.to]?.text.startsWith('في')) return false;
  // «الجيش يزعم تصفية "مسؤول"»: what is claimed, and no name.
  const bare = phrase.kind === 'person' && !phrase.role && phrase.to - phrase.from === 1;
  if (bare && isMasdar(first?.text ?? '') && !isToldNext(tokens[phrase.to])) return false;
  if (phrase.role || phrase.kind === 'person' || !objects) return true;
  if (first?.kind === 'mark' || isInstitution(first?.text ?? '') || isPlaceWord(first?.text ?? ''))
    return true;
  // «اتهمت الولايات المتحدة إيران»
  if (placeEnd(tokens, phrase.from) > phrase.from + 1) return true;
  // «في بيان تبنت فيه الهجوم أن»
  if (OBJECTS.has(first?.text ?? '')) return false;
  // «طالب الخاطفون بفدية»: by its ending.
  if (/^ال.{3,}ون$/.test(first?.text ?? '')) return true;
  // «ينص البند على أن»
  const end = skip(tokens, phrase.to, phrase.to + 4);
  // «ووصف القرار بأنه»: what is described.
  if (DESCRIBERS.has(tokens[end]?.text ?? '')) return false;
  const preposition = /^(على|الى|عن|من)$/.test(tokens[end]?.text ?? '') ? 1 : 0;
  return ORGANISATIONS_TRIE.longestAt(tokens, phrase.from) !== null || isClosed(tokens, end + preposition);
}
