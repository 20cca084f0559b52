import type { QuotationSpan } from '#arabic/quotations.ts';
import { speechWord } from '#arabic/speech.ts';
import type { Token } from '#arabic/tokens.ts';
import type { Attribution } from '#draft/context.ts';
import { BACK_TO_SPEAKER, COMPLEMENTIZERS, isDefinite } from './speaker-words.ts';

/** «"…"، قال الوزير», «"…" بحسب الوزارة»: the cue follows the closing mark at once. */
export function attributionAfter(
  span: QuotationSpan,
  here: readonly Attribution[],
  tokens: readonly Token[],
): Attribution | undefined {
  let next = span.to + 1;
  while (tokens[next]?.kind === 'mark' && /^[،,.؟!]$/.test(tokens[next]?.text ?? '')) next++;
  return here.find((a) => {
    const gap = a.cue.from - next;
    if (gap < 0 || gap > 2 || !a.written) return false;
    // «"…"، وقال الوزير إنّ» begins something else.
    if (speechWord(tokens[a.cue.from]?.text ?? '')?.conjunction) return false;
    const after = tokens[a.written.to]?.text ?? '';
    return !COMPLEMENTIZERS.has(after) && after !== ':';
  });
}

/** «"…"، على حد قوله»: the last speaker's. */
export function pointsBack(tokens: readonly Token[], span: QuotationSpan): boolean {
  let next = span.to + 1;
  while (tokens[next]?.kind === 'mark') next++;
  return BACK_TO_SPEAKER.longestAt(tokens, next) !== null;
}

/** A complementizer stands between the verb and the quotation. */
export function saysThat(tokens: readonly Token[], { cue, said }: Attribution, open: number): boolean {
  for (let i = Math.min(cue.to, said.from); i < open; i++)
    if (COMPLEMENTIZERS.has(tokens[i]?.text ?? '')) return true;
  return false;
}

/** «قال إن الطائرة "عادت بعد ربع ساعة"»: a definite noun is what the clause is about, not what is named. */
export function isTopic(tokens: readonly Token[], before: Attribution, open: number): boolean {
  const noun = tokens[open - 1]?.text ?? '';
  return (isDefinite(noun) || /.{3}(ه|ها|هم)$/.test(noun)) && saysThat(tokens, before, open);
}

/** Nothing but the speaker stands between the verb and the quotation. */
export function saysDirectly(tokens: readonly Token[], { cue, written }: Attribution, open: number): boolean {
  const from = written && written.from >= cue.to ? written.to : cue.to;
  return tokens.slice(from, open).filter((t) => t.kind === 'word').length <= 3;
}
