import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkBriefs, readBriefs } from '#adapters/files/check-briefs.ts';
import { ARTICLE, type BriefFolders, makeBriefFolders, YAML } from './brief-folders.ts';

let folders: BriefFolders;
beforeEach(async () => {
  folders = await makeBriefFolders();
});
afterEach(() => folders.remove());

/** The line of YAML that begins with these words. */
const lineOf = (text: string, words: string) =>
  text.split('\n').findIndex((l) => l.trim().startsWith(words)) + 1;

/** What an editor gets to read for the YAML above with one thing changed. */
async function faultsOf(find: string, replacement: string, article = ARTICLE): Promise<string[]> {
  const yaml = YAML.replace(find, replacement);
  expect(yaml).not.toBe(YAML);
  await folders.write('port', { 'article.txt': article, 'brief.yaml': yaml });
  const faults = await checkBriefs(folders.directory);
  for (const fault of faults) expect(fault.file).toBe(join(folders.directory, 'port', 'brief.yaml'));
  return faults.map((f) => `${f.line}: ${f.reason}`);
}

describe('a folder as an editor writes it by hand', () => {
  it('loads: ids by order, evidence found in the article, gaps filled', async () => {
    await folders.write('port', { 'article.txt': ARTICLE, 'brief.yaml': YAML });
    const { briefs, faults } = await readBriefs(folders.directory, 7);
    expect(faults).toEqual([]);
    const [brief] = briefs;
    expect(brief?.facts.casualties[0]).toMatchObject({
      id: 'c1',
      partOf: null,
      place: null,
      approximate: null,
    });
    expect(brief?.facts.places[0]?.evidence).toEqual({
      article: 'article',
      text: 'بميناء الزهراء',
      start: ARTICLE.indexOf('بميناء'),
      end: ARTICLE.indexOf('بميناء') + 'بميناء الزهراء'.length,
    });
    expect(brief?.revision).toMatchObject({
      number: 1,
      at: 7,
      editor: null,
      reason: 'imported',
      changes: [],
    });
  });

  it('shows hostile content as it was written', async () => {
    const hostile = '<b>@everyone</b> `rm` _*[]()~ {{x}}';
    await folders.write('port', {
      'article.txt': `${ARTICLE}\n${hostile}`,
      'brief.yaml': YAML.replace('headline: انفجار في ميناء الزهراء', `headline: '${hostile}'`),
    });
    const { briefs, faults } = await readBriefs(folders.directory, 0);
    expect(faults).toEqual([]);
    expect(briefs[0]?.headline).toBe(hostile);
    expect(briefs[0]?.articles[0]?.text).toContain(hostile);
  });

  it('keeps an article verbatim: carriage returns, marks of direction, a byte order mark', async () => {
    const text = `\ufeff${ARTICLE.replaceAll('\n', '\r\n')}\u202bنص\u202c`;
    await folders.write('port', { 'article.txt': text, 'brief.yaml': YAML });
    const { briefs } = await readBriefs(folders.directory, 0);
    expect(briefs[0]?.articles[0]?.text).toBe(text);
  });
});

describe('what is refused, with file, line and reason', () => {
  it.each([
    [
      'evidence that is not in the article',
      '12 عاملاً قُتلوا\n',
      '13 عاملاً قُتلوا\n',
      /^20: c1: evidence text is not/,
    ],
    ['a fact without evidence', '\n    evidence: بميناء الزهراء', '', /^22: p1: has no evidence/],
    ['a figure whose min exceeds its max', 'min: 12', 'min: 13', /^15: c1: min 13 exceeds max 12/],
    ['a country that is none', 'country: DZ', 'country: XX', /^23: p1: "XX" is no country/],
    ['a country in small letters', 'country: DZ', 'country: dz', /^23: p1: "dz" is no country/],
    ['an unknown key', 'kind: accident', 'kind: accident\ncolour: red', /^4: Unrecognized key: "colour"/],
    ['an unknown kind of story', 'kind: accident', 'kind: gossip', /^3: kind: /],
    ['YAML that does not close', 'names: [ميناء الزهراء, Zahra]', 'names: [ميناء', /YAML: /],
    ['a number where words belong', 'strength: said', 'strength: 5', /^11: quotes\.0\.strength: /],
    ['no names', 'names: [ميناء الزهراء, Zahra]', 'names: []', /^2: a brief needs at least one name/],
    ['a duplicate key', 'kind: accident', 'kind: accident\nkind: war', /^4: YAML: .*unique/],
    ['a part of no figure', 'status: confirmed', 'status: confirmed\n    partOf: c9', /^18: c1: partOf "c9"/],
    [
      'a figure that is a part of itself',
      'status: confirmed',
      'status: confirmed\n    partOf: c1',
      /^18: c1: partOf/,
    ],
    [
      'words that nobody said',
      'text: سنحاسب المقصرين',
      'text: لن نحاسب أحداً',
      /^8: q1: the text is not in its evidence/,
    ],
    ['a zero that is not zero', 'status: confirmed', 'status: none', /^17: c1: status "none" says zero/],
    ['half a person', 'min: 12', 'min: 1.5', /^15: c1: min 1.5 is no number of people/],
    [
      'an article that is not there',
      'summary:',
      'articles:\n  article-2: { outlet: س }\nsummary:',
      /^5: articles\.article-2: there is no/,
    ],
    [
      'a day that does not exist',
      'kind: accident',
      'kind: accident\npublished: { date: 2022-02-30, knownFrom: editor }',
      /^4: "2022-02-30" is no calendar date/,
    ],
  ])('%s', async (_name, find, replacement, reason) => {
    const faults = await faultsOf(find, replacement);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(reason);
  });

  it('a duplicate id', async () => {
    await folders.write('port', {
      'article.txt': ARTICLE,
      'brief.yaml': YAML.replace('quotes:\n  - text', 'quotes:\n  - id: s1\n    text'),
    });
    const reasons = (await checkBriefs(folders.directory)).map((f) => f.reason);
    expect(reasons).toContain('s1: the id is there twice');
  });

  it('words that stand twice in the article, until the editor says which are meant', async () => {
    const twice = 'evidence: وزارة الصحة';
    const [fault] = await faultsOf('evidence: بميناء الزهراء', twice);
    expect(fault).toMatch(
      /p1: evidence text stands more than once \(article at \d+, article at \d+\): say which/,
    );
    const start = ARTICLE.lastIndexOf('وزارة الصحة');
    const which = `evidence: { text: وزارة الصحة, start: ${start} }`;
    expect(await faultsOf('evidence: بميناء الزهراء', which)).toEqual([]);
  });

  it('offsets that do not match their words', async () => {
    const [fault] = await faultsOf(
      'evidence: بميناء الزهراء',
      'evidence: { text: بميناء الزهراء, start: 3, end: 17 }',
    );
    expect(fault).toMatch(/p1: evidence offsets 3–17 do not match its text, which stands at/);
  });

  it('a folder whose name is no slug, one without an article, one without a brief file', async () => {
    await folders.write('Not_A_Slug', { 'article.txt': ARTICLE, 'brief.yaml': YAML });
    await folders.write('bare', { 'brief.yaml': YAML });
    await folders.write('empty', {});
    const faults = await checkBriefs(folders.directory);
    expect(faults.map((f) => f.reason)).toEqual([
      expect.stringContaining('"Not_A_Slug" is no slug'),
      'there is no article.txt',
      'does not exist',
    ]);
  });

  it('bytes that are not UTF-8', async () => {
    await folders.write('port', { 'article.txt': Uint8Array.of(0xe3, 0xe6, 0xcc), 'brief.yaml': YAML });
    expect(await checkBriefs(folders.directory)).toEqual([
      { file: join(folders.directory, 'port', 'article.txt'), line: 1, reason: 'is not UTF-8' },
    ]);
  });

  it('aliases that would grow without end', async () => {
    const bomb = ['a0: &a0 [x,x,x,x,x,x,x,x,x,x]'];
    for (let i = 1; i < 9; i++)
      bomb.push(
        `a${i}: &a${i} [${Array(10)
          .fill(`*a${i - 1}`)
          .join(',')}]`,
      );
    await folders.write('port', { 'article.txt': ARTICLE, 'brief.yaml': bomb.join('\n') });
    const [fault] = await checkBriefs(folders.directory);
    expect(fault?.reason).toMatch(/^YAML: .*alias/i);
  });

  it('every fault at once, in the order of the lines, while the other briefs load', async () => {
    await folders.ship('kazakhstan');
    const yaml = YAML.replace('min: 12', 'min: 99').replace('country: DZ', 'country: ZZ');
    await folders.write('port', { 'article.txt': ARTICLE, 'brief.yaml': yaml });
    const { briefs, faults } = await readBriefs(folders.directory, 0);
    expect(briefs.map((b) => b.id)).toEqual(['kazakhstan']);
    expect(faults.map((f) => f.line)).toEqual([lineOf(yaml, 'min: 99'), lineOf(yaml, 'country: ZZ')]);
  });
});

describe('a directory that cannot be read', () => {
  it('is one fault, not a crash', async () => {
    const missing = join(folders.directory, 'nowhere');
    expect(await checkBriefs(missing)).toEqual([{ file: missing, line: 1, reason: 'does not exist' }]);
    const file = join(folders.directory, 'file');
    await writeFile(file, 'x');
    expect(await checkBriefs(file)).toEqual([{ file, line: 1, reason: 'is not a folder' }]);
  });

  const root = process.getuid?.() === 0;
  it.skipIf(root)('also where permission is denied (skipped as root, whom nothing is denied)', async () => {
    const locked = join(folders.directory, 'locked');
    await mkdir(locked);
    await chmod(locked, 0);
    const [fault] = await checkBriefs(locked);
    expect(fault?.reason).toMatch(/permission denied/);
    await chmod(locked, 0o755);
  });

  it('leaves hidden folders, editors’ copies and plain files alone', async () => {
    await folders.write('.git', { x: '' });
    await folders.write('port~', { x: '' });
    await writeFile(join(folders.directory, 'README.md'), 'x');
    expect(await checkBriefs(folders.directory)).toEqual([]);
  });
});
