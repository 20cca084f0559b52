import { fold } from '#arabic/fold.ts';
import { type SpeechWord, speechWord } from '#arabic/speech.ts';
import { type Token, tokenLike } from '#arabic/tokens.ts';
import { fullNameBefore } from './full-name.ts';
import { skip } from './skip-to-speaker.ts';
import { readSpeaker } from './speaker-phrase.ts';
import { isGivenName, TITLES_TRIE } from './speaker-words.ts';

/** Verbs of other things, too, that tell where somebody and then a quotation stand behind them. */
const TELLING = new Set(
  ['زاد', 'ختم', 'اختتم', 'عقب', 'شرح', 'دون', 'تذكر', 'استذكر', 'شهد', 'مضى', 'وعد'].map(fold),
);

/** Between a speaker and the words stand at most so many that say where or how. */
const FEW_WORDS = 3;

/** «وزاد الوزير سامي نصر "…"», «ودوّن الناشط على صفحته "…"»: nothing but a person stands before the mark. */
export function tellsDirectly(
  tokens: readonly Token[],
  at: number,
  { lemma }: SpeechWord,
  mark: number,
): boolean {
  if (!TELLING.has(lemma) || tokens[mark]?.kind !== 'mark') return false;
  const from = at + 1;
  const phrase = readSpeaker(tokens, from, mark, true);
  if (phrase?.from !== from || !(phrase.kind === 'person' || fullNameBefore(tokens, from))) return false;
  // «وزاد المحافظ أسعار "…"»: what is raised, and no name.
  const { role, name } = phrase;
  if (role && name && name.to - name.from === 1 && !isGivenName(tokens[name.from]?.text ?? '')) return false;
  const rest = skip(tokens, phrase.to, mark);
  return rest === mark || (mark - rest <= FEW_WORDS && saysWhere(tokens[rest]));
}

const saysWhere = tokenLike(/^(?:على|عبر|في|امام|عن)$/);

/** «ورد عليه الوزير»: written as «ورد في البيان» is, and he replies; null for all else. */
export function readAsReply(tokens: readonly Token[], at: number): SpeechWord | null {
  if (!repliesOrStands(tokens[at])) return null;
  const from = isOnHim(tokens[at + 1]) ? at + 2 : at + 1;
  const isSomebody = isGivenName(tokens[from]?.text ?? '') || TITLES_TRIE.longestAt(tokens, from) !== null;
  const word = isSomebody ? speechWord((tokens[at] as Token).text.slice(1)) : null;
  return word && { ...word, conjunction: 'و' };
}

const repliesOrStands = tokenLike(/^وردت?$/);
const isOnHim = tokenLike(/^علي(?:ه|ها|هم)$/);
