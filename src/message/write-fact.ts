import type { CasualtyFigure, Place, Quote, SummarySentence } from '#draft/fact.ts';
import { countryName } from './country-name.ts';
import { LABELS, STRENGTH_LABELS } from './labels.ar.ts';
import type { ReaderStyle } from './reader-style.ts';
import { writeFigure } from './write-figure.ts';

/** Any fact in one line, as editors see it in lists. */
export function writeFact(
  fact: SummarySentence | Quote | Omit<CasualtyFigure, 'partOf'> | Place,
  style: Pick<ReaderStyle, 'digits'>,
): string {
  if ('status' in fact) return writeFigureLine(fact, style);
  if ('country' in fact) return writePlaceLine(fact);
  return 'speaker' in fact ? writeQuoteLine(fact) : fact.text;
}

/** «16 قتيلاً: أفراد قوات الأمن (بحسب توكاييف)» */
export function writeFigureLine(
  fact: Omit<CasualtyFigure, 'partOf'>,
  style: Pick<ReaderStyle, 'digits'>,
): string {
  const source = fact.source ?? LABELS.unnamedSource;
  const marks = [
    fact.status === 'claimed' ? LABELS.claimed : null,
    fact.status === 'historical' ? LABELS.historical : null,
  ].filter(Boolean);
  const line = LABELS.tollLine(writeFigure(fact, style), fact.group ?? LABELS.unspecified, source);
  return marks.length > 0 ? `${line} — ${marks.join('، ')}` : line;
}

const writeQuoteLine = (quote: Quote): string => `«${quote.text}» — ${writeSpeaker(quote)}`;

/** «فلاديمير بوتين، الرئيس الروسي (حذّر)» */
export function writeSpeaker({ speaker: { name, role }, strength }: Quote): string {
  const who = [name ?? role ?? LABELS.unnamedSpeaker, name && role].filter(Boolean).join('، ');
  const how = STRENGTH_LABELS[strength];
  return how ? `${who} (${how})` : who;
}

function writePlaceLine(place: Place): string {
  const country = place.country === null ? null : countryName(place.country);
  const where = country && country !== place.name ? `${place.name}، ${country}` : place.name;
  return `${where} (${LABELS.role[place.role]})`;
}
