import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ARTICLE_FILE, BRIEF_FILE } from './read-brief-folder.ts';

/**
 * The folders of `directory` that may be briefs, by name, each with a mark that changes when one of its files does.
 * Hidden folders and editors' copies (`x~`, `#x#`) are none. Throws what the file system throws where `directory`
 * itself cannot be read.
 */
export async function listBriefFolders(directory: string): Promise<Map<string, string>> {
  const folders = new Map<string, string>();
  for (const name of (await readdir(directory)).sort()) {
    if (/^[.#~]|[~#]$/.test(name)) continue;
    const mark = await markOfFolder(join(directory, name));
    if (mark !== null) folders.set(name, mark);
  }
  return folders;
}

/** What changes when one of the folder's files does; null where it is no folder, or is gone by now. */
export async function markOfFolder(folder: string): Promise<string | null> {
  try {
    if (!(await stat(folder)).isDirectory()) return null;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? null : `unreadable`;
  }
  let names: string[];
  try {
    names = await readdir(folder);
  } catch {
    return 'unreadable';
  }
  const files = names.filter((name) => name === BRIEF_FILE || ARTICLE_FILE.test(name)).sort();
  const marks = await Promise.all(files.map((name) => markOfFile(join(folder, name))));
  return files.map((name, i) => `${name} ${marks[i]}`).join('\n');
}

async function markOfFile(file: string): Promise<string> {
  try {
    const { mtimeNs, ctimeNs, size, ino } = await stat(file, { bigint: true });
    return `${mtimeNs} ${ctimeNs} ${size} ${ino}`;
  } catch {
    return 'unreadable';
  }
}
