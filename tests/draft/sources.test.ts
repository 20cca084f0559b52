import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { extractDraft } from '#draft/extract.ts';

const root = resolve(import.meta.dirname, '..', '..');
const rows = parse(readFileSync(join(root, 'tests/fixtures/sentences/sources.yaml'), 'utf8')) as {
  text: string;
  sources: (string | null)[];
}[];

it.each(rows)('$text', ({ text, sources }) => {
  const article = {
    id: 'article',
    text: `خبر من المدينة\n${text}`,
    outlet: null,
    link: null,
    published: null,
  };
  expect(extractDraft(article).casualties.map((figure) => figure.source)).toEqual(sources);
});
