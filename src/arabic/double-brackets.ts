import { formOf } from './forms.ts';
import type { Token } from './tokens.ts';

const MARKS = new Map([
  ['(', formOf('«', 'mark')],
  [')', formOf('»', 'mark')],
]);

/** «((لن نرحل))»: brackets that are written twice are marks of quotation, where both are. */
export function joinBrackets(text: string, tokens: Token[]): Token[] {
  if (!text.includes('((') || !text.includes('))')) return tokens;
  const joined: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    const next = tokens[i + 1];
    const form = next?.text === token.text && token.end === next.start ? MARKS.get(token.text) : undefined;
    const end = form && next ? next.end : token.end;
    if (form) i++;
    joined.push({
      ...token,
      form: form ?? token.form,
      text: (form ?? token.form).text,
      end,
      index: joined.length,
    });
  }
  return joined;
}
