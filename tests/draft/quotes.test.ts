import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { extractDraft } from '#draft/extract.ts';

const root = resolve(import.meta.dirname, '..', '..');
const read = (text: string) =>
  extractDraft({ id: 'article', text, outlet: null, link: null, published: null });

interface Row {
  text: string;
  /** Roles are asked for only where a row has one. */
  quotes: { text: string; speaker: string | null; role?: string | null }[];
}

const rows = parse(readFileSync(join(root, 'tests/fixtures/sentences/quotes.yaml'), 'utf8')) as Row[];

describe('quotes, sentence by sentence', () => {
  it.each(rows)('$text', ({ text, quotes }) => {
    // A headline stands above, as in every article.
    const draft = read(`خبر من المدينة\n${text}`);
    const found = draft.quotes.map(({ text, speaker }, i) => {
      const asked = quotes[i] && 'role' in quotes[i];
      return asked ? { text, speaker: speaker.name, role: speaker.role } : { text, speaker: speaker.name };
    });
    expect(found).toEqual(quotes);
    for (const quote of draft.quotes) expect(quote.evidence.text).toContain(quote.text);
  });
});

describe('the Kazakhstan article', () => {
  const draft = read(readFileSync(join(root, 'briefs/kazakhstan/article.txt'), 'utf8'));
  const brief = parse(readFileSync(join(root, 'briefs/kazakhstan/brief.yaml'), 'utf8')) as {
    quotes: { text: string; verb: string; strength: string; speaker: { name: string; role: string } }[];
  };

  it('drafts to exactly the quotes of the brief, with speakers, verbs and strength', () => {
    expect(
      draft.quotes.map(({ text, verb, strength, speaker }) => ({ text, verb, strength, speaker })),
    ).toEqual(brief.quotes.map(({ text, verb, strength, speaker }) => ({ text, verb, strength, speaker })));
  });
});
