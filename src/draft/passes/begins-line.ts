import type { Token } from '#arabic/tokens.ts';

const isSign = (text: string) => /^\p{Extended_Pictographic}/u.test(text);
/** «- », «• »: before the words of a line in a list. */
const isBullet = (token: Token | undefined) => /^[-–—•*▪◾●]$/.test(token?.text ?? '');
/** Signs, hashtags and «عاجل» before the first words. */
const MOST_BEFORE = 6;

/** Whether a headline or a post begins at token `at`: behind «عاجل |», «#عاجل» and «- » too. */
export function beginsLine(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i > at - 1 - MOST_BEFORE; i--) {
    const before = tokens[i];
    if (before === undefined || before.kind === 'break') return true;
    if (/^[|:.…]$/.test(before.text) || isSign(before.text)) return true;
    if (before.kind === 'word' && tokens[i - 1]?.text === '#') i--;
    else if (before.text !== 'عاجل' && !isBullet(before)) return false;
  }
  return false;
}
