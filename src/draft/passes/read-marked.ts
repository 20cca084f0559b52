import { closeOf } from '#arabic/quotations.ts';
import type { Token } from '#arabic/tokens.ts';
import { LONGEST_MARKED_NAME } from './read-body.ts';
import type { SpeakerPhrase } from './speaker.ts';
import { COMPLEMENTIZERS, isInstitution, ORGANISATIONS_TRIE } from './speaker-words.ts';

/** «أفاد "مرصد الجبل" بأن»: a body that stands in quotation marks. */
export function readMarked(tokens: readonly Token[], from: number, end: number): SpeakerPhrase | null {
  const close = closeOf(tokens, from, from + LONGEST_MARKED_NAME + 1);
  if (close === null || close >= end || close === from + 1) return null;
  const after = tokens[close + 1];
  const first = tokens[from + 1]?.text ?? '';
  const known = isInstitution(first) || ORGANISATIONS_TRIE.longestAt(tokens, from + 1) !== null;
  const follows = after && (COMPLEMENTIZERS.has(after.text) || /^(:|في|عن|الى)$/.test(after.text));
  if (!known && !follows) return null;
  return { from, to: close + 1, name: { from: from + 1, to: close }, role: null, kind: 'body', gender: null };
}
