import { createRequire } from 'node:module';
import { fold } from '#arabic/fold.ts';
import { Trie } from '#arabic/trie.ts';

interface SummaryFile {
  connectives: string[];
  noConnectives: string[];
  dependentStarts: string[];
  background: string[];
  boilerplate: string[];
  scripture: string[];
  labels: string[];
  kickers: string[];
  handles: string[];
  initialWaw: string[];
  joinedParticles: string[];
  tails: string[];
  bareSources: string[];
}

export interface SummaryWords {
  connectives: Trie<true>;
  /** Openings that begin with a connective and say something else: «فيما يخص». */
  noConnectives: Trie<true>;
  dependentStarts: Trie<true>;
  background: Trie<true>;
  boilerplate: Trie<true>;
  scripture: Trie<true>;
  labels: ReadonlySet<string>;
  kickers: Trie<true>;
  handles: readonly string[];
  /** Words that begin with a و of their own. */
  initialWaw: ReadonlySet<string>;
  /** Short words with a joining و. */
  joinedParticles: ReadonlySet<string>;
  tails: ReadonlySet<string>;
  /** «المصدر»: a source that some other sentence names more fully. */
  bareSources: ReadonlySet<string>;
}

let words: SummaryWords | null = null;

/** The words of `data/summary.json`, folded; read at the first draft. */
export function summaryWords(): SummaryWords {
  words ??= build(createRequire(import.meta.url)('#arabic/data/summary.json') as SummaryFile);
  return words;
}

function build(file: SummaryFile): SummaryWords {
  const trie = (phrases: string[]) => {
    const built = new Trie<true>();
    for (const phrase of phrases) built.add(phrase, true);
    return built;
  };
  return {
    connectives: trie(file.connectives),
    noConnectives: trie(file.noConnectives),
    dependentStarts: trie(file.dependentStarts),
    background: trie(file.background),
    boilerplate: trie(file.boilerplate),
    scripture: trie(file.scripture),
    labels: new Set(file.labels.map(fold)),
    kickers: trie(file.kickers),
    handles: file.handles,
    initialWaw: new Set(file.initialWaw.map(fold)),
    joinedParticles: new Set(file.joinedParticles.map(fold)),
    tails: new Set(file.tails.map(fold)),
    bareSources: new Set(file.bareSources.map(fold)),
  };
}
