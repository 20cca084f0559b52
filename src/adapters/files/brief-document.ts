import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';

/** A parsed `brief.yaml` that knows on which line each of its parts stands. */
export interface BriefDocument {
  /** Plain values; undefined where the YAML itself is broken. */
  value: unknown;
  /** Faults of the YAML itself. */
  faults: { line: number; reason: string }[];
  /** The line of that part, or of the nearest part around it that is there. Counts from 1. */
  lineOf(path: readonly PropertyKey[]): number;
}

/** Kept from growing a small file into a large one: the most a file's aliases may stand for, in nodes. */
const MOST_ALIASES = 2_000;

export function parseBriefDocument(text: string): BriefDocument {
  const counter = new LineCounter();
  const lineAt = (offset: number) => Math.max(1, counter.linePos(offset).line);
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, uniqueKeys: true });
  // What follows the first fault of the YAML is mostly its consequence.
  const faults = document.errors
    .slice(0, 1)
    .map((e) => ({ line: lineAt(e.pos[0]), reason: `YAML: ${e.message}` }));
  let value: unknown;
  if (faults.length === 0)
    try {
      value = document.toJS({ maxAliasCount: MOST_ALIASES });
    } catch (error) {
      faults.push({ line: 1, reason: `YAML: ${error instanceof Error ? error.message : String(error)}` });
    }
  return { value, faults, lineOf: (path) => lineAt(offsetOf(document, path)) };
}

function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  let node: Node | null | undefined = document.contents;
  let offset = node?.range?.[0] ?? 0;
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
      if (!pair) break;
      offset = (pair.key as Node).range?.[0] ?? offset;
      node = pair.value as Node | null;
    } else if (isSeq(node)) {
      const item = node.items[Number(step)] as Node | undefined;
      if (!item) break;
      node = item;
      offset = item.range?.[0] ?? offset;
    } else break;
  }
  return offset;
}
