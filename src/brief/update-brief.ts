import { foldForSearch } from '#arabic/fold.ts';
import type { Article } from '#article/article.ts';
import type { CasualtyFigure, Place, Quote, SummarySentence } from '#draft/fact.ts';
import type { Acceptance, Stamp } from './accept-brief.ts';
import type { Brief, BriefCasualty, BriefContent } from './brief.ts';
import { replaceFact } from './correct-fact.ts';
import { FactIds } from './fact-ids.ts';
import { contentOf, nextRevision } from './next-revision.ts';

/** What a figure of the new article is to one that stands: settled by the editor, never guessed. */
export type FigureDecision = 'correction' | 'later' | 'beside' | 'skip';

export interface ReadFacts {
  summary: readonly SummarySentence[];
  quotes: readonly Quote[];
  casualties: readonly CasualtyFigure[];
  places: readonly Place[];
}

export interface FigureDifference {
  /** Index among the figures of the new article. */
  index: number;
  fresh: CasualtyFigure;
  standing: BriefCasualty;
}

/** How many sentences of the development stand on top of the summary. */
const SENTENCES_ON_TOP = 2;

/** Figures of the new article that say another number than one that stands for the same people. */
export function findDifferences(current: Brief, read: ReadFacts): FigureDifference[] {
  return read.casualties.flatMap((fresh, index) => {
    const standing = standingFor(fresh, current.facts.casualties, read.casualties);
    return standing && !sameNumber(standing, fresh) ? [{ index, fresh, standing }] : [];
  });
}

/**
 * The revision with the development on top: its first sentences, its new quotes and places, and each figure as
 * decided. A figure that says what stands already is not repeated; one without a decision stands beside.
 */
export function updateBrief(
  current: Brief,
  article: Article,
  read: ReadFacts,
  decisions: ReadonlyMap<number, FigureDecision>,
  stamp: Stamp,
): Acceptance {
  const later = new Set<string>();
  const before = contentOf(current);
  let content: BriefContent = { ...before, articles: [...before.articles, article] };
  const beside: CasualtyFigure[] = [];
  for (const [index, fresh] of read.casualties.entries()) {
    const standing = standingFor(fresh, current.facts.casualties, read.casualties);
    const decision = standing
      ? (decisions.get(index) ?? (sameNumber(standing, fresh) ? 'skip' : 'beside'))
      : 'beside';
    if (decision === 'beside') beside.push(fresh);
    if (!standing || decision === 'beside' || decision === 'skip') continue;
    const now = content.facts.casualties.find((f) => f.id === standing.id) ?? standing;
    content = replaceFact(content, now, { list: 'casualties', fact: fresh }, article);
    if (decision === 'later') later.add(standing.id);
  }
  content = addFacts(content, read, beside);
  return nextRevision(current, content, stamp, (change) =>
    later.has(change.fact) ? { ...change, kind: 'update' } : change,
  );
}

function addFacts(content: BriefContent, read: ReadFacts, beside: readonly CasualtyFigure[]): BriefContent {
  const ids = new FactIds(content);
  const { summary, quotes, casualties, places } = content.facts;
  const known = new Set(
    [...quotes.map((q) => q.text), ...places.map((p) => p.name), ...summary.map((s) => s.text)].map(
      foldForSearch,
    ),
  );
  const isNew = (text: string) => !known.has(foldForSearch(text));
  return {
    ...content,
    facts: {
      summary: [
        ...read.summary
          .slice(0, SENTENCES_ON_TOP)
          .filter((s) => isNew(s.text))
          .map((s) => ({ ...s, id: ids.take('summary') })),
        ...summary,
      ],
      quotes: [
        ...quotes,
        ...read.quotes.filter((q) => isNew(q.text)).map((q) => ({ ...q, id: ids.take('quotes') })),
      ],
      casualties: [
        ...casualties,
        ...beside.map((c) => ({ ...c, id: ids.take('casualties'), partOf: null, supersedes: null })),
      ],
      places: [
        ...places,
        ...read.places
          .filter((p) => isNew(p.name))
          .map((p) => ({ ...p, id: ids.take('places'), alsoKnownAs: [], note: null })),
      ],
    },
  };
}

type Figure = Pick<CasualtyFigure, 'kind' | 'group' | 'status'>;

/**
 * The figure that a fresh one takes up: that of the same people. Where one of the two does not say of whom it speaks,
 * it is the other if there is no third: «قُتل 12» after «قُتل 7 من عمال الميناء».
 */
function standingFor<F extends Figure>(
  fresh: CasualtyFigure,
  standing: readonly F[],
  read: readonly CasualtyFigure[],
): F | undefined {
  const same = standing.find((old) => samePeople(old, fresh));
  if (same) return same;
  const [only, ...others] = standing.filter((old) => sameKind(old, fresh));
  const isAlone = others.length === 0 && read.filter((other) => sameKind(other, fresh)).length === 1;
  return only && isAlone && (!only.group || !fresh.group) ? only : undefined;
}

function samePeople(a: Figure, b: Figure): boolean {
  return sameKind(a, b) && foldForSearch(a.group ?? '') === foldForSearch(b.group ?? '');
}

function sameKind(a: Figure, b: Figure): boolean {
  return a.kind === b.kind && a.status !== 'historical' && b.status !== 'historical';
}

function sameNumber(a: Pick<CasualtyFigure, 'min' | 'max'>, b: CasualtyFigure): boolean {
  return a.min === b.min && a.max === b.max;
}
