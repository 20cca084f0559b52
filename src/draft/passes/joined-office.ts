import { speechWord } from '#arabic/speech.ts';
import type { Token } from '#arabic/tokens.ts';
import { canBeginName } from './begins-name.ts';
import { cutClitic } from './speaker.ts';
import { isGivenName, TITLES_TRIE, type Title } from './speaker-words.ts';

/** The words of another office, read as those of the first. */
type ReadOffice = (
  tokens: readonly Token[],
  from: number,
  afterTitle: number,
  end: number,
  title: Pick<Title, 'kind' | 'needsComplement' | 'complete'>,
) => { to: number };

/**
 * «قال قائد المنتخب ولاعب النصر سامي نصر»: behind the other office of the one who speaks, right before the name; the
 * token itself where none is.
 */
export function pastJoinedOffice(
  tokens: readonly Token[],
  from: number,
  at: number,
  end: number,
  readOffice: ReadOffice,
): number {
  // «بحضور وزير النقل ومدير الميناء سامي نصر»: two of them.
  if (speechWord(tokens[from - 1]?.text ?? '')?.form !== 'verb') return at;
  const token = tokens[at];
  if (TITLES_TRIE.longestAt(tokens, from)?.value.kind !== 'office') return at;
  const title = token?.text[0] === 'و' ? TITLES_TRIE.get(token.text.slice(1)) : undefined;
  if (!token || title?.kind !== 'office') return at;
  const near = tokens.slice(at, end);
  near[0] = cutClitic(token);
  const { to } = readOffice(near, 0, 1, near.length, title);
  const isNamed =
    isGivenName(near[to]?.text ?? '') && canBeginName(near, to) && near[to + 1]?.kind === 'word';
  return to > 1 && isNamed ? at + to : at;
}
