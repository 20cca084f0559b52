import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readBriefs } from '#adapters/files/check-briefs.ts';
import { readBriefFolder } from '#adapters/files/read-brief-folder.ts';
import { writeBriefFolder } from '#adapters/files/write-brief-folder.ts';
import { evidenceAt } from '#article/evidence.ts';
import type { Brief } from '#brief/brief.ts';
import { contentHash } from '#brief/content-hash.ts';
import { ARTICLE, type BriefFolders, makeBriefFolders, SHIPPED, YAML } from './brief-folders.ts';

let folders: BriefFolders;
beforeEach(async () => {
  folders = await makeBriefFolders();
});
afterEach(() => folders.remove());

const stamp = { at: 0, editor: null, reason: 'imported' } as const;

async function roundTrip(brief: Brief): Promise<{ brief: Brief | null; basedOn: number | null }> {
  await writeBriefFolder(folders.directory, brief);
  const folder = await readBriefFolder(folders.directory, brief.id, stamp);
  expect(folder.faults).toEqual([]);
  return folder;
}

it('writes the shipped brief so that reading gives the very same one', async () => {
  const { briefs } = await readBriefs(SHIPPED, 0);
  for (const brief of briefs) {
    const again = await roundTrip(brief);
    expect(again.brief).toEqual(brief);
    expect(again.basedOn).toBe(1);
  }
  expect(briefs.length).toBeGreaterThan(0);
});

it('writes what is to be settled above the brief, one line each, and reads the same brief', async () => {
  const { briefs } = await readBriefs(SHIPPED, 0);
  const brief = briefs[0] as Brief;
  await writeBriefFolder(folders.directory, brief, ['غير محسوم: رقم\nعلى سطرين', 'نص: # لا']);
  const written = await readFile(join(folders.directory, brief.id, 'brief.yaml'), 'utf8');
  expect(written.split('\n').slice(0, 2)).toEqual(['# غير محسوم: رقم على سطرين', '# نص: # لا']);
  const { brief: again, faults } = await readBriefFolder(folders.directory, brief.id, stamp);
  expect(faults).toEqual([]);
  expect(again).toEqual(brief);
});

it('keeps everything a brief can be: articles, corrected facts, retraction, awkward words', async () => {
  await folders.write('port', { 'article.txt': ARTICLE, 'brief.yaml': YAML });
  const { briefs } = await readBriefs(folders.directory, 0);
  const first = briefs[0] as Brief;
  const second = {
    id: 'article-2',
    text: `${ARTICLE}\r\n# "٣٠": 'x' \u202bنص\u202c\ttab\nلا: {نعم}`,
    outlet: 'وكالة: "س"',
    link: 'https://example.org/?a=1#b',
    published: { date: '2024-02-29', knownFrom: 'article' as const },
  };
  const figure = first.facts.casualties[0] as Brief['facts']['casualties'][number];
  const at = second.text.lastIndexOf('وزارة');
  const content = {
    ...first,
    headline: '- "عاجل": #1 <b>\u200f & null ~',
    names: ['no', '12', 'null', '2022-01-10', ' فراغ '],
    articles: [...first.articles, second],
    facts: {
      ...first.facts,
      casualties: [{ ...figure, id: 'c2', min: 12, max: null, approximate: 'نحو', supersedes: 'c1' }],
      summary: [{ id: 's4', text: 'وزارة', evidence: evidenceAt(second, at, at + 5) }],
    },
    superseded: [figure, ...first.facts.quotes.map((q) => ({ ...q, id: 'q9' }))],
    people: [{ name: 'الوزير', role: null, evidence: evidenceAt(second, at, at + 5) }],
    retraction: { reason: 'خطأ\nفي الخبر', at: 1_700_000_000_000 },
  };
  const hash = contentHash(content);
  const brief: Brief = { ...content, revision: { ...first.revision, number: 5, contentHash: hash } };
  const again = await roundTrip(brief);
  expect(again.basedOn).toBe(5);
  expect(again.brief).toEqual({ ...brief, revision: { ...brief.revision, number: 1 } });
});

it('takes articles away that the brief does not have any more, and leaves no half-written file', async () => {
  const { briefs } = await readBriefs(SHIPPED, 0);
  const brief = briefs[0] as Brief;
  await folders.write(brief.id, { 'article-7.txt': 'قديم', 'notes.md': 'an editor’s own' });
  await roundTrip(brief);
  const names = await readdir(join(folders.directory, brief.id));
  expect(names.sort()).toEqual(['article.txt', 'brief.yaml', 'notes.md']);
});
