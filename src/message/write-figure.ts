import { count, definitePlural, nounAfter } from '#arabic/agreement.ts';
import { toArabicDigits } from '#arabic/digits.ts';
import type { CasualtyFigure } from '#draft/fact.ts';
import { LABELS } from './labels.ar.ts';
import type { ReaderStyle } from './reader-style.ts';

type Figure = Pick<CasualtyFigure, 'kind' | 'min' | 'max' | 'approximate' | 'status'>;

/** A number in the chat's digits, thousands apart from 10,000 on. */
export function writeNumber(n: number, style: Pick<ReaderStyle, 'digits'>): string {
  const grouped =
    n >= 10_000 ? String(n).replace(/\B(?=(\d{3})+$)/g, style.digits === 'arabic' ? '٬' : ',') : String(n);
  return style.digits === 'arabic' ? toArabicDigits(grouped) : grouped;
}

/** A casualty figure in words: «16 قتيلاً»، «80 قتيلاً على الأقل»، «بين 20 و25 قتيلاً»، «عشرات القتلى»، «قيد التحقيق». */
export function writeFigure(figure: Figure, style: Pick<ReaderStyle, 'digits'>): string {
  const { kind, min, max, approximate, status } = figure;
  const shown = (n: number) => count(kind, n, writeNumber(n, style));
  if (status === 'pending' && min === null && max === null) return LABELS.pending;
  if (min === 0 && max === 0) return count(kind, 0);
  const said = approximate && min !== null && min === max ? `${approximate} ` : '';
  let text: string;
  if (min !== null && max !== null) {
    text =
      min === max
        ? said + shown(min)
        : LABELS.between(writeNumber(min, style), writeNumber(max, style), nounAfter(kind, max));
  } else if (min !== null) text = `${shown(min)} ${LABELS.atLeast}`;
  else if (max !== null) text = LABELS.upTo(shown(max));
  else if (approximate) text = `${approximate} ${definitePlural(kind)}`;
  else text = LABELS.unknownNumber;
  return status === 'pending' ? `${text} (${LABELS.pending})` : text;
}

/** The number alone, for «16 ← 18» and «صُحِّح، كان 16». */
export function writeBareFigure(figure: Figure, style: Pick<ReaderStyle, 'digits'>): string {
  const { min, max } = figure;
  if (min !== null && min === max) return writeNumber(min, style);
  return writeFigure(figure, style);
}
