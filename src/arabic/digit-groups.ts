import type { Token } from './tokens.ts';

/** Digits with their separators as a value: `٬` groups, `٫` is a decimal sign, `,` and `.` group exactly three digits. */
export function readDigits(text: string): number {
  if (!/[.,٬٫]/.test(text)) return Number(text);
  if (/^[1-9]\d{0,2}(?:[.,٬]\d{3})+$/.test(text)) return Number(text.replace(/[.,٬]/g, ''));
  const parts = text.split(/[.,٬٫]/);
  return parts.length === 2 ? Number(parts.join('.')) : Number.NaN;
}

/** The value of the digits that begin at token `at`, and where they end. */
export function digitsAt(tokens: readonly Token[], at: number, first: Token): { value: number; to: number } {
  let value = readDigits(first.text);
  let to = at + 1;
  const next = tokens[to];
  const beyond = tokens[to + 1];
  // «5ر2» of the agencies is 2.5, as «06ر1589 نقطة» and «8ر0 في المائة» show: the fraction is typed first.
  if (next?.text === 'ر' && beyond?.kind === 'number' && beyond.start === next.end) {
    value = /^\d+$/.test(first.text) ? Number(`${beyond.text}.${first.text}`) : Number.NaN;
    to += 2;
  }
  // «1 705» with one space between.
  if (/^[1-9]\d{0,2}$/.test(first.text))
    for (let group = tokens[to]; group?.kind === 'number' && /^\d{3}$/.test(group.text); group = tokens[to]) {
      if (group.start - (tokens[to - 1] as Token).end !== 1) break;
      value = value * 1000 + Number(group.text);
      to++;
    }
  // «45،000» with the comma of the language.
  while (to > at && isGroupBehind(tokens, to) && /^[1-9]\d{0,2}$/.test(first.text)) {
    value = value * 1000 + Number(tokens[to + 1]?.text);
    to += 2;
  }
  return { value, to };
}

function isGroupBehind(tokens: readonly Token[], at: number): boolean {
  const [before, comma, group] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  const isTight = comma?.text === '،' && comma.start === before?.end && group?.start === comma.end;
  return isTight && group?.kind === 'number' && /^\d{3}$/.test(group.text);
}
