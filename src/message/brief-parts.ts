import type { Brief, BriefCasualty, BriefPlace } from '#brief/brief.ts';
import { briefCode } from '#brief/brief-code.ts';
import type { Quote } from '#draft/fact.ts';
import { type ActionName, action } from './action.ts';
import { countryName } from './country-name.ts';
import { LABELS } from './labels.ar.ts';
import type { Block, Button, FigureRow, QuoteLine, Subject } from './message.ts';
import type { ReaderStyle } from './reader-style.ts';
import { writeSpeaker } from './write-fact.ts';
import { writeBareFigure, writeFigure, writeNumber } from './write-figure.ts';
import { writeDay } from './write-time.ts';

/** What several views of a brief are made of. */

export function subjectOf(brief: Brief, view: ActionName, page = 1): Subject {
  return { brief: brief.id, revision: brief.revision.number, view: action(view, briefCode(brief.id), page) };
}

/** «كازاخستان · الاثنين 10 يناير / كانون الثاني 2022» */
export function metaLine(brief: Brief, style: ReaderStyle): string {
  const countries = [...new Set(eventPlaces(brief).map((p) => p.country))]
    .filter((code) => code !== null)
    .map(countryName);
  const day = brief.published && writeDay(Temporal.PlainDate.from(brief.published.date), style);
  return [countries.join('، '), day].filter(Boolean).join(' · ');
}

export function eventPlaces(brief: Brief): BriefPlace[] {
  return brief.facts.places.filter((p) => p.role === 'event');
}

export function figureRows(brief: Brief, style: ReaderStyle, withEvidence: boolean): FigureRow[] {
  const figures = brief.facts.casualties;
  const parts = (id: string) => figures.filter((f) => f.partOf === id);
  return figures
    .filter((f) => f.partOf === null || !figures.some((g) => g.id === f.partOf))
    .flatMap((f) => [f, ...parts(f.id)])
    .map((f) => ({
      figure: figureWithPast(brief, f, style),
      group:
        f.partOf === null ? (f.group ?? LABELS.unspecified) : LABELS.amongThem(f.group ?? LABELS.unspecified),
      source: sourceOf(f),
      evidence: withEvidence ? f.evidence.text : null,
    }));
}

function figureWithPast(brief: Brief, figure: BriefCasualty, style: ReaderStyle): string {
  const shown = writeFigure(figure, style);
  if (figure.status === 'historical') return `${shown} (${LABELS.historical})`;
  const before = brief.superseded.find((f) => f.id === figure.supersedes);
  if (!before || !('kind' in before)) return shown;
  return `${shown} (${LABELS.corrected(writeBareFigure(before, style))})`;
}

function sourceOf(figure: BriefCasualty): string {
  const source = figure.source ?? LABELS.unnamedSource;
  return figure.status === 'claimed' ? `${source} (${LABELS.claimed})` : source;
}

export function quoteLine(quote: Quote, withEvidence: boolean): QuoteLine {
  return {
    text: quote.text,
    speaker: writeSpeaker(quote),
    evidence: withEvidence ? quote.evidence.text : null,
  };
}

export function placeText(place: BriefPlace): string {
  return place.note ? `${place.name} (${place.note})` : place.name;
}

/** «كازاخستان: ألما آتا، نور سلطان (العاصمة)», one line a country. */
export function placesByCountry(places: readonly BriefPlace[]): string[] {
  const lines = new Map<string, string[]>();
  for (const place of places) {
    const country = place.country === null ? '' : countryName(place.country);
    const names = lines.get(country) ?? [];
    if (place.name !== country) names.push(placeText(place));
    lines.set(country, names);
  }
  return [...lines].map(([country, names]) => [country, names.join('، ')].filter(Boolean).join(': '));
}

/** The row of buttons that leads to a brief's parts; the part that is open now is left out. */
export function partButtons(brief: Brief, style: ReaderStyle, open: ActionName): Button[] {
  const code = briefCode(brief.id);
  const { quotes, casualties, places } = brief.facts;
  const n = (list: readonly unknown[]) => writeNumber(list.length, style);
  const buttons: [ActionName, string, boolean][] = [
    ['brief', LABELS.button.back, open !== 'brief'],
    ['quotes', LABELS.button.quotes(n(quotes)), quotes.length > 0],
    ['casualties', LABELS.button.casualties(n(casualties)), casualties.length > 0],
    ['places', LABELS.button.places, places.length > 0],
    ['source', LABELS.button.source, true],
  ];
  return buttons
    .filter(([name, , there]) => there && name !== open)
    .map(([name, label]) => ({ label, action: action(name, code) }));
}

export function headlineBlock(brief: Brief): Block {
  return { type: 'heading', level: 1, text: brief.headline };
}
