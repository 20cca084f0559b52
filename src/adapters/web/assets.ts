import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

export interface Asset {
  body: string;
  type: string;
  /** Changes with the content, so that a browser asks and is told that it has it. */
  tag: string;
}

const FILES = {
  'index.html': 'text/html; charset=utf-8',
  'page.css': 'text/css; charset=utf-8',
  'message.css': 'text/css; charset=utf-8',
  'page.js': 'text/javascript; charset=utf-8',
  'article-panel.js': 'text/javascript; charset=utf-8',
  'build-message.js': 'text/javascript; charset=utf-8',
  'conversation.js': 'text/javascript; charset=utf-8',
  'talk.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
} as const;

/** The page's own files, read once: nothing else of the disk can be asked for. */
export async function loadAssets(): Promise<Map<string, Asset>> {
  const entries = Object.entries(FILES).map(async ([name, type]): Promise<[string, Asset]> => {
    const body = await readFile(new URL(`page/${name}`, import.meta.url), 'utf8');
    const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 16)}"`;
    return [name, { body, type, tag }];
  });
  return new Map(await Promise.all(entries));
}
