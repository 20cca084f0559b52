import type { Article } from '#article/article.ts';
import type { Evidence } from '#article/evidence.ts';
import type { AnyFact, BriefCasualty, BriefContent, BriefPlace, WithId } from '#brief/brief.ts';
import type { BriefFault, FaultPath } from '#brief/brief-fault.ts';
import { FACT_LETTERS, type FactList } from '#brief/fact-lists.ts';
import { locateEvidence } from '#brief/locate-evidence.ts';
import type { Person, Quote, SummarySentence } from '#draft/fact.ts';
import type {
  BriefFile,
  CasualtyInFile,
  EvidenceInFile,
  PlaceInFile,
  QuoteInFile,
  SummaryInFile,
  SupersededInFile,
} from './brief-folder-schema.ts';

export interface BriefFromFile {
  content: BriefContent;
  /** Evidence that could not be placed; the facts it belongs to have empty evidence in `content`. */
  faults: BriefFault[];
}

/** The brief that a checked file and its articles' texts describe: ids given, evidence placed, gaps filled. */
export function briefFromFile(
  id: string,
  file: BriefFile,
  texts: ReadonlyMap<string, string>,
): BriefFromFile {
  const published = file.published ?? null;
  const articles = [...texts].map(([name, text]) => describeArticle(name, text, file));
  const faults: BriefFault[] = [];
  const place = placer(articles, faults);
  const list = <F extends { id?: string | undefined }, T>(
    name: FactList,
    facts: F[] | undefined,
    make: (fact: F, id: string, path: FaultPath) => T,
  ): T[] => {
    const ids = giveIds(FACT_LETTERS[name], facts ?? []);
    return (facts ?? []).map((fact, i) => make(fact, ids[i] as string, [name, i]));
  };
  const content: BriefContent = {
    id,
    headline: file.headline,
    names: file.names,
    kind: file.kind,
    topics: file.topics ?? [],
    published,
    articles,
    facts: {
      summary: list('summary', file.summary, (f, i, path) => sentence(f, i, place(f.evidence, path))),
      quotes: list('quotes', file.quotes, (f, i, path) => quote(f, i, place(f.evidence, path))),
      casualties: list('casualties', file.casualties, (f, i, path) =>
        casualty(f, i, place(f.evidence, path)),
      ),
      places: list('places', file.places, (f, i, path) => placeOf(f, i, place(f.evidence, path))),
    },
    superseded: (file.superseded ?? []).map((fact, i) =>
      superseded(fact, place(fact.evidence, ['superseded', i])),
    ),
    people: (file.people ?? []).map(
      (p, i): Person => ({ name: p.name, role: p.role ?? null, evidence: place(p.evidence, ['people', i]) }),
    ),
    retraction: file.retraction ?? null,
  };
  return { content, faults };
}

/** The brief's own date stands for its first article where nothing else is said. */
function describeArticle(id: string, text: string, file: BriefFile): Article {
  const described = file.articles?.[id];
  const fallback = id === 'article' ? (file.published ?? null) : null;
  return {
    id,
    text,
    outlet: described?.outlet ?? null,
    link: described?.link ?? null,
    published: described?.published === undefined ? fallback : described.published,
  };
}

const NO_EVIDENCE: Evidence = { article: '', text: '', start: 0, end: 0 };

function placer(articles: readonly Article[], faults: BriefFault[]) {
  return (written: EvidenceInFile | undefined, path: FaultPath): Evidence => {
    const located =
      written === undefined
        ? 'has no evidence'
        : locateEvidence(typeof written === 'string' ? { text: written } : written, articles);
    if (typeof located !== 'string') return located;
    faults.push({ path: [...path, 'evidence'], reason: located });
    return NO_EVIDENCE;
  };
}

/** Ids as given; the others by their place in the list, or the next number that is free. */
function giveIds(letter: string, facts: readonly { id?: string | undefined }[]): string[] {
  const taken = new Set(facts.flatMap((f) => f.id ?? []));
  return facts.map((fact, i) => {
    if (fact.id !== undefined) return fact.id;
    let number = i + 1;
    while (taken.has(`${letter}${number}`)) number++;
    taken.add(`${letter}${number}`);
    return `${letter}${number}`;
  });
}

function superseded(fact: SupersededInFile, evidence: Evidence): AnyFact {
  const id = fact.id ?? '';
  switch (fact.list) {
    case 'summary':
      return sentence(fact, id, evidence);
    case 'quotes':
      return quote(fact, id, evidence);
    case 'casualties':
      return casualty(fact, id, evidence);
    case 'places':
      return placeOf(fact, id, evidence);
  }
}

function sentence(fact: SummaryInFile, id: string, evidence: Evidence): WithId<SummarySentence> {
  return { id, text: fact.text, evidence };
}

function quote(fact: QuoteInFile, id: string, evidence: Evidence): WithId<Quote> {
  const { text, strength } = fact;
  const speaker = { name: fact.speaker.name ?? null, role: fact.speaker.role ?? null };
  return { id, text, speaker, verb: fact.verb ?? null, strength, evidence };
}

function casualty(fact: CasualtyInFile, id: string, evidence: Evidence): BriefCasualty {
  return {
    id,
    kind: fact.kind,
    min: fact.min ?? null,
    max: fact.max ?? null,
    approximate: fact.approximate ?? null,
    status: fact.status,
    group: fact.group ?? null,
    place: fact.place ?? null,
    source: fact.source ?? null,
    partOf: fact.partOf ?? null,
    supersedes: fact.supersedes ?? null,
    evidence,
  };
}

function placeOf(fact: PlaceInFile, id: string, evidence: Evidence): BriefPlace {
  const { name, role } = fact;
  const alsoKnownAs = fact.alsoKnownAs ?? [];
  return { id, name, country: fact.country ?? null, role, alsoKnownAs, note: fact.note ?? null, evidence };
}
