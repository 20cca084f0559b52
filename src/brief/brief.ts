import type { Article, PublicationDate } from '#article/article.ts';
import type { StoryKind } from '#draft/draft.ts';
import type { CasualtyFigure, Person, Place, Quote, SummarySentence } from '#draft/fact.ts';

/** A fact's id is unique in its brief and stays with it over all revisions: `s1`, `q3`, `c2`, `p1`. */
export type WithId<T> = T & { id: string };

/** A figure of a brief; `partOf` is the id of the figure that this one is a part of. */
export type BriefCasualty = WithId<Omit<CasualtyFigure, 'partOf'>> & {
  partOf: string | null;
  /** The figure that this one corrected or that came before it in the ledger; it is kept in `superseded`. */
  supersedes: string | null;
};

export interface BriefPlace extends WithId<Place> {
  /** Other names it is found by: «ألماتي», `Almaty`. */
  alsoKnownAs: string[];
  /** Shown after the name where it matters: «العاصمة». */
  note: string | null;
}

export interface BriefFacts {
  summary: WithId<SummarySentence>[];
  quotes: WithId<Quote>[];
  casualties: BriefCasualty[];
  places: BriefPlace[];
}

export type AnyFact = WithId<SummarySentence> | WithId<Quote> | BriefCasualty | BriefPlace;

/** What a revision did, in the form that readers are shown: «16 ← 18». */
export interface Change {
  kind: 'correction' | 'update' | 'addition' | 'removal';
  fact: string;
  before: string | null;
  after: string | null;
  /** Who says the new thing, where it is a figure. */
  source: string | null;
}

export type RevisionReason = 'published' | 'imported' | 'update' | 'correction' | 'retraction';

/** One immutable state of a brief. */
export interface Revision {
  /** 1, 2, 3 … within the brief. */
  number: number;
  /** Epoch milliseconds. */
  at: number;
  /** `platform:id` of the editor; null where it came from a file. */
  editor: string | null;
  reason: RevisionReason;
  changes: Change[];
  /** Hash of everything a reader can see; equal hashes are equal briefs. */
  contentHash: string;
}

/** A published story at one revision. */
export interface Brief {
  /** Slug: `[a-z0-9]+(-[a-z0-9]+)*`, at most 48 characters. */
  id: string;
  headline: string;
  /** Arabic and Latin names that it is found by. */
  names: string[];
  kind: StoryKind;
  topics: string[];
  published: PublicationDate | null;
  articles: Article[];
  facts: BriefFacts;
  /** Facts that later ones corrected or replaced, kept for the ledger. */
  superseded: AnyFact[];
  people: Person[];
  retraction: { reason: string; at: number } | null;
  revision: Revision;
}

/** What a brief says, apart from which revision of it says so. */
export type BriefContent = Omit<Brief, 'revision'>;
