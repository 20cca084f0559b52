import { type Token, tokenLike } from '#arabic/tokens.ts';
import { ENDS_OF_LIFE, ONES } from './casualty-words.ts';

const isIn = tokenLike(/^(?:في|فى|خلال|اثر|جراء|نتيج[ةه]|داخل|قرب|امام)$/);
const isBy = tokenLike(
  /^ب(?:ال)?(?:رصاص|رصاص[ةه]|رصاصات|رصاصتين|نيران|جروح|جراح|حروق|كسور|شظايا|طعن[ةه]|طعنات|قصف|صاروخ|قذيف[ةه]|انفجار|حادث|تفجير|غار[ةه]|لغم|اختناق)$/,
);
const areWounds = tokenLike(/^ب(?:جروح|جراح|حروق|كسور)$/);
const isGiven = (word: string) => /^(?:ب?ال|.{3,}(?:ه|ها|هم)$)/.test(word);
/** Adjectives of an event, before whom it struck. */
const MOST_OF_EVENT = 2;

/**
 * «قتل في الهجوم الانتحاري شرطي», «قتل بالرصاص شاب», «أصيبت في حادث سير طفلة», «لقيت حتفها طفلة»: where the one
 * stands behind how and where; null where nobody does.
 */
export function behindEvent(tokens: readonly Token[], from: number): number | null {
  const at = ENDS_OF_LIFE.has(tokens[from]?.text ?? '') ? from + 1 : from;
  if (at > from && ONES.has(tokens[at]?.text ?? '')) return at;
  const noun = isIn(tokens[at]) ? at + 1 : isBy(tokens[at]) ? at : null;
  if (noun === null || tokens[noun]?.kind !== 'word') return null;
  // «في هجوم مسلح», «برصاص شرطي»: of what sort it is, or whose.
  const behind = isGiven(tokens[noun].text) ? noun + 1 : noun + 2;
  if (areWounds(tokens[noun]) && ONES.has(tokens[noun + 1]?.text ?? '')) return noun + 1;
  if (behind > noun + 1 && !joinsOn(tokens[noun + 1])) return null;
  for (let i = behind; i <= behind + MOST_OF_EVENT; i++) {
    const text = tokens[i]?.text ?? '';
    if (ONES.has(text)) return i;
    if (!text.startsWith('ال')) return null;
  }
  return null;
}

const joinsOn = (token: Token | undefined): boolean =>
  token?.kind === 'word' && !isIn(token) && !/^(?:من|على|الى|عن|مع|و.{3,})$/.test(token.text);
