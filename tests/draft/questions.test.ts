import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { columnsLeft } from '#arabic/forms.ts';
import { extractDraft } from '#draft/extract.ts';

const ARTICLE = join(import.meta.dirname, '../fixtures/articles/dev-16-bali-ferry.txt');

test('every question about a word has a place for its answer, so that none is asked twice', () => {
  const text = readFileSync(ARTICLE, 'utf8');
  extractDraft({ id: 'ferry', text, outlet: null, link: null, published: null });
  expect(columnsLeft()).toBeGreaterThan(0);
});
