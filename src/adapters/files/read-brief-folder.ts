import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { acceptBrief, type Stamp } from '#brief/accept-brief.ts';
import type { Brief } from '#brief/brief.ts';
import type { BriefFault } from '#brief/brief-fault.ts';
import { type BriefDocument, parseBriefDocument } from './brief-document.ts';
import { briefFileSchema } from './brief-folder-schema.ts';
import { briefFromFile } from './brief-from-file.ts';
import type { FileFault } from './file-fault.ts';

export const BRIEF_FILE = 'brief.yaml';
export const ARTICLE_FILE = /^(article(?:-\d{1,4})?)\.txt$/;

/** More than any article or brief file that an editor writes; what is larger is refused unread. Bytes. */
const LARGEST_FILE = 5_000_000;

/** A folder's brief, or why it is none. `basedOn`: the revision it was exported from, null where it says none. */
export type BriefFolder =
  | { id: string; brief: Brief; basedOn: number | null; faults: [] }
  | { id: string; brief: null; basedOn: null; faults: FileFault[] };

/** Reads `directory/<id>/`: its brief, or every fault with file, line and reason. Never throws. */
export async function readBriefFolder(directory: string, id: string, stamp: Stamp): Promise<BriefFolder> {
  const folder = join(directory, id);
  const refuse = (...faults: FileFault[]): BriefFolder => ({ id, brief: null, basedOn: null, faults });
  const file = join(folder, BRIEF_FILE);
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    return refuse({ file: folder, line: 1, reason: sayReadError(error) });
  }
  const yaml = await readText(file);
  if (typeof yaml !== 'string') return refuse(yaml);
  const texts = await readArticles(folder, names);
  if (!(texts instanceof Map)) return refuse(...texts);
  const document = parseBriefDocument(yaml);
  if (document.faults.length > 0) return refuse(...document.faults.map((f) => ({ file, ...f })));
  const parsed = briefFileSchema.safeParse(document.value);
  if (!parsed.success)
    return refuse(
      ...parsed.error.issues.map((issue) => {
        const key = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
        const line = document.lineOf([...issue.path, ...key]);
        return { file, line, reason: `${sayPath(issue.path)}${issue.message}` };
      }),
    );
  const strangers = Object.keys(parsed.data.articles ?? {}).filter((name) => !texts.has(name));
  if (strangers.length > 0)
    return refuse(
      ...strangers.map((name) => ({
        file,
        line: document.lineOf(['articles', name]),
        reason: `articles.${name}: there is no ${name}.txt`,
      })),
    );
  const { content, faults } = briefFromFile(id, parsed.data, texts);
  const acceptance = acceptBrief(content, stamp);
  if (acceptance.accepted && faults.length === 0)
    return { id, brief: acceptance.brief, basedOn: parsed.data.revision ?? null, faults: [] };
  const found = acceptance.accepted ? [] : acceptance.faults;
  return refuse(...withPlaces(document, file, mergeFaults(content, faults, found)));
}

/** Faults of placing the evidence, named by their facts, and those of the rest that do not follow from them. */
function mergeFaults(
  content: { facts: object },
  placing: readonly BriefFault[],
  others: readonly BriefFault[],
): BriefFault[] {
  const key = (fault: BriefFault) => fault.path.join('\0');
  const placed = new Set(placing.map(key));
  const named = placing.map(({ path, reason }) => ({ path, reason: `${nameOf(content, path)}: ${reason}` }));
  return [...named, ...others.filter((f) => !placed.has(key(f)))];
}

function nameOf(content: { facts: object }, [list, index]: BriefFault['path']): string {
  const lists: Record<string, unknown> = { ...content, ...content.facts };
  const facts = lists[String(list)];
  const fact: unknown = Array.isArray(facts) ? facts[Number(index)] : null;
  const id = fact && typeof fact === 'object' && 'id' in fact ? String(fact.id) : '';
  return id || `${list}[${index}]`;
}

function withPlaces(document: BriefDocument, file: string, faults: readonly BriefFault[]): FileFault[] {
  return faults
    .map(({ path, reason }) => ({ file, line: document.lineOf(path), reason }))
    .sort((a, b) => a.line - b.line);
}

function sayPath(path: readonly PropertyKey[]): string {
  return path.length > 0 ? `${path.join('.')}: ` : '';
}

/** The articles' texts by their ids, `article` first, then by number. */
async function readArticles(folder: string, names: string[]): Promise<Map<string, string> | FileFault[]> {
  const ids = names.flatMap((name) => ARTICLE_FILE.exec(name)?.[1] ?? []).sort(byNumber);
  if (!ids.includes('article'))
    return [{ file: join(folder, 'article.txt'), line: 1, reason: 'there is no article.txt' }];
  const texts = new Map<string, string>();
  const faults: FileFault[] = [];
  for (const id of ids) {
    const text = await readText(join(folder, `${id}.txt`));
    if (typeof text === 'string') texts.set(id, text);
    else faults.push(text);
  }
  return faults.length > 0 ? faults : texts;
}

function byNumber(a: string, b: string): number {
  return Number(a.split('-')[1] ?? 1) - Number(b.split('-')[1] ?? 1);
}

/** The file's text exactly as it stands there, or its fault. */
async function readText(file: string): Promise<string | FileFault> {
  try {
    const bytes = await readFile(file);
    if (bytes.length > LARGEST_FILE)
      return { file, line: 1, reason: `the file is larger than ${LARGEST_FILE} bytes` };
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    return { file, line: 1, reason: sayReadError(error) };
  }
}

export function sayReadError(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT') return 'does not exist';
  if (code === 'EACCES' || code === 'EPERM') return 'may not be read: permission denied';
  if (code === 'ENOTDIR') return 'is not a folder';
  if (code === 'EISDIR') return 'is a folder, not a file';
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return 'is not UTF-8';
  return `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
}
