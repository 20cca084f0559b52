import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { checkDraft } from '#draft/check-draft.ts';
import { extractDraft } from '#draft/extract.ts';

const root = resolve(import.meta.dirname, '..', '..');
const read = (text: string) =>
  extractDraft({ id: 'article', text, outlet: null, link: null, published: null });

interface Row {
  text: string;
  /** «الخرطوم SD event»: name, country, and where it matters the role. */
  places: string[];
}

const rows = parse(readFileSync(join(root, 'tests/fixtures/sentences/places.yaml'), 'utf8')) as Row[];

describe('places, sentence by sentence', () => {
  it('holds at least a hundred sentences', () => expect(rows.length).toBeGreaterThanOrEqual(100));

  it.each(rows)('$text', ({ text, places }) => {
    // A headline stands above, as in every article.
    const draft = read(`خبر قصير من مراسلنا\n${text}`);
    const wanted = places.map((place) => {
      const [, name, country, role] = /^(.+?) ([A-Z]{2}|-)(?: (\w+))?$/.exec(place) ?? [];
      return { name, country: country === '-' ? null : country, role };
    });
    const found = draft.places.map(({ name, country, role }, i) => ({
      name,
      country,
      role: wanted[i]?.role === undefined ? undefined : role,
    }));
    expect(found).toEqual(wanted);
    expect(checkDraft(draft)).toEqual([]);
  });
});

describe('the evidence of a place', () => {
  it('is the sentence that shows its role, not the first to name it', () => {
    const { places } = read(
      'مباحثات في جنيف\nغادر الوفد مسقط أمس إلى جنيف. وشهدت مسقط صباح اليوم انفجاراً هز حي الخوير.',
    );
    const evidence = Object.fromEntries(places.map(({ name, evidence }) => [name, evidence.text]));
    expect(evidence.مسقط).toBe('وشهدت مسقط صباح اليوم انفجاراً هز حي الخوير.');
  });
});

describe('the Kazakhstan article', () => {
  const draft = read(readFileSync(join(root, 'briefs/kazakhstan/article.txt'), 'utf8'));
  const brief = parse(readFileSync(join(root, 'briefs/kazakhstan/brief.yaml'), 'utf8')) as {
    places: { name: string; country: string; role: string }[];
  };
  const byName = <T extends { name: string }>(list: T[]) =>
    [...list].sort((a, b) => (a.name < b.name ? -1 : 1));

  it('drafts to exactly the places of the brief', () => {
    const found = draft.places.map(({ name, country, role }) => ({ name, country, role }));
    const wanted = brief.places.map(({ name, country, role }) => ({ name, country, role }));
    expect(byName(found)).toEqual(byName(wanted));
  });
});
