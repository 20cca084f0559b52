import { countryOfNisba } from '#arabic/countries.ts';
import { tokenLike } from '#arabic/tokens.ts';
import type { Reading } from '#draft/reading.ts';
import type { PeopleBook } from './people-book.ts';
import { agrees, type Resolved } from './resolved.ts';
import type { SpeakerPhrase } from './speaker.ts';
import { isDefiniteAt, TITLES_TRIE } from './speaker-words.ts';

/** «وأضاف العالم الروسي», «وتابع الألماني»: whoever spoke last, where nothing but what he is or where he is from is said. */
export const goesOnAs = (
  reading: Reading,
  phrase: SpeakerPhrase,
  meant: Resolved,
  book: PeopleBook,
): Resolved | null =>
  isOnlyDescribed(reading, phrase, meant) || isOnlyFrom(reading, phrase) ? goingOn(book, meant) : null;

const isSource = tokenLike(/^ال(?:مصدر|شاهد[ةه]?)$/);

/** «وأضاف العالم الروسي»: by a trade and adjectives alone, and nobody whom the article has called so. */
function isOnlyDescribed({ tokens }: Reading, phrase: SpeakerPhrase, meant: Resolved): boolean {
  const { role, name, from, to } = phrase;
  if (!role || name || meant.role !== null || meant.isBody || meant.plural || to - from < 2) return false;
  // «المصدر الطبي», «الشاهد الثاني»: one of several.
  if (isSource(tokens[from])) return false;
  const trade = TITLES_TRIE.longestAt(tokens, from);
  if (!trade || trade.to > from + 1 || trade.value.kind !== 'person') return false;
  for (let i = from; i < to; i++) if (!isDefiniteAt(tokens, i)) return false;
  return true;
}

/** «وأضاف الألماني»: whoever spoke, by where he is from. */
const isOnlyFrom = ({ tokens }: Reading, { from, to }: SpeakerPhrase): boolean =>
  to - from === 1 && isDefiniteAt(tokens, from) && countryOfNisba(tokens[from]?.text ?? '') !== undefined;

/** Who spoke last, where the words of whoever goes on may mean them. */
function goingOn(book: PeopleBook, { gender }: Resolved): Resolved | null {
  const last = book.lastSpeaker({ gender, plural: false }, true);
  return last && !last.isBody && !last.plural && agrees(last, { gender, plural: false }) ? last : null;
}
