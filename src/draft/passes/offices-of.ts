import { seldomLike, type Token } from '#arabic/tokens.ts';
import type { Reading } from '#draft/reading.ts';
import { officeAside, titleBefore, wordsOf } from './book-entry.ts';
import type { Range } from './speaker.ts';
import { withoutArticle } from './speaker-words.ts';
import { textOf } from './text-of.ts';

/** The offices that the words around a name give, as words: before it, at the head of a body, behind a comma. */
export function officesOf(reading: Reading, { from, to }: Range): (readonly string[])[] {
  const { tokens } = reading;
  const aside = officeAside(tokens, to);
  return [
    titleBefore(tokens, from),
    officeOfHead(tokens, from),
    aside ? wordsOf(textOf(reading, aside)) : [],
  ];
}

const isHeaded = seldomLike(/^برئاس[ةه]$/);
const isLed = seldomLike(
  /^[وفبل]?(?:ال)?(?:محكم[ةه]|لجن[ةه]|هيئ[ةه]|مجلس|وفد|دائر[ةه]|جلس[ةه]|فريق|بعث[ةه]|حكوم[ةه]|خلي[ةه]|منتدى|مؤتمر|اجتماع)$/,
);
/** Words of a title between «برئاسة» and a name, and of a body and when between it and «برئاسة». */
const [TITLE, BODY] = [3, 12];

/** «قضت محكمة الجنايات، أمس، برئاسة المستشار سامي نصر»: the office of him whose name begins at a token; none where he leads nothing. */
function officeOfHead(tokens: readonly Token[], name: number): string[] {
  let at = name - 1;
  while (at >= Math.max(0, name - 1 - TITLE) && !isHeaded(tokens[at])) at--;
  if (!isHeaded(tokens[at])) return [];
  for (let i = at - 1; i >= Math.max(0, at - BODY); i--) {
    const token = tokens[i] as Token;
    if (token.kind === 'break' || token.text === '.') return [];
    if (isLed(token)) return ['رئيس', withoutArticle(token.text.replace(/^[وفبل](?=.{4})/, ''))];
  }
  return [];
}
