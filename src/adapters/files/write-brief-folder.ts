import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Brief } from '#brief/brief.ts';
import { writeBriefFile } from './brief-to-file.ts';
import { ARTICLE_FILE, BRIEF_FILE } from './read-brief-folder.ts';

/**
 * Writes the brief as `directory/<id>/`: its articles as they are and `brief.yaml`, from which reading makes the same
 * brief again. Each file is there whole or not at all; the articles come first. `remarks` stand above the brief as
 * comments. Returns the folder.
 */
export async function writeBriefFolder(
  directory: string,
  brief: Brief,
  remarks: readonly string[] = [],
): Promise<string> {
  const folder = join(directory, brief.id);
  await mkdir(folder, { recursive: true });
  for (const article of brief.articles) await writeWhole(folder, `${article.id}.txt`, article.text);
  await writeWhole(folder, BRIEF_FILE, writeBriefFile(brief, remarks));
  const kept = new Set(brief.articles.map((a) => `${a.id}.txt`));
  for (const name of await readdir(folder))
    if (ARTICLE_FILE.test(name) && !kept.has(name)) await rm(join(folder, name));
  return folder;
}

async function writeWhole(folder: string, name: string, text: string): Promise<void> {
  const draft = join(folder, `.${name}.${randomBytes(4).toString('hex')}`);
  try {
    const file = await open(draft, 'wx');
    try {
      await file.writeFile(text, 'utf8');
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, join(folder, name));
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
