import type { Token } from '#arabic/tokens.ts';

const isSign = (text: string) => /^\p{Extended_Pictographic}/u.test(text);

/** Whether a headline or a post begins at token `at`: behind «عاجل |» too. */
export function beginsLine(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return (
    before === undefined || before.kind === 'break' || /^[|:.…]$/.test(before.text) || isSign(before.text)
  );
}
