import { describe, expect, it } from 'vitest';
import { acceptBrief } from '#brief/accept-brief.ts';
import type { Brief, BriefContent } from '#brief/brief.ts';
import { briefCode } from '#brief/brief-code.ts';
import { Shelf } from '#brief/shelf.ts';
import { makeBrief } from './make-brief.ts';

function accept(content: BriefContent, at: number): Brief {
  const acceptance = acceptBrief(content, { at, editor: null, reason: 'imported' });
  if (!acceptance.accepted) throw new Error(JSON.stringify(acceptance.faults));
  return acceptance.brief;
}

const base = makeBrief({
  id: 'sfax',
  text: 'قُتل 16 شخصاً في صفاقس. ثم قال مسعفون إن 18 شخصاً قُتلوا. عاد الهدوء.',
  places: ['صفاقس'],
  killed: { min: 16, max: 16, words: 'قُتل 16 شخصاً' },
});
const figure = base.facts.casualties[0] as BriefContent['facts']['casualties'][number];

describe('revisions', () => {
  it('a brief that says the same is no new revision', () => {
    const shelf = new Shelf();
    const first = shelf.put(accept(base, 1));
    expect(shelf.put(accept(structuredClone(base), 2))).toBe(first);
    expect(first.revision).toMatchObject({ number: 1, at: 1, changes: [] });
  });

  it('a changed figure is a correction from old to new, and keeps its place in the row of revisions', () => {
    const shelf = new Shelf();
    shelf.put(accept(base, 1));
    const casualties = [{ ...figure, min: 18, max: 18, source: 'مسعفون' }];
    const second = shelf.put(accept({ ...base, facts: { ...base.facts, casualties } }, 2));
    expect(second.revision).toMatchObject({
      number: 2,
      at: 2,
      changes: [{ kind: 'correction', fact: 'c1', before: '16', after: '18', source: 'مسعفون' }],
    });
    expect(shelf.put(accept(base, 3)).revision.number).toBe(3);
  });

  it('a figure that supersedes another shows what it replaced', () => {
    const shelf = new Shelf();
    shelf.put(accept(base, 1));
    const newer = { ...figure, id: 'c2', min: 18, max: null, supersedes: 'c1' };
    const next = { ...base, facts: { ...base.facts, casualties: [newer] }, superseded: [figure] };
    expect(shelf.put(accept(next, 2)).revision.changes).toEqual([
      { kind: 'correction', fact: 'c2', before: '16', after: '18 على الأقل', source: null },
    ]);
  });

  it('says what was added and what is gone', () => {
    const shelf = new Shelf();
    shelf.put(accept(base, 1));
    const text = 'عاد الهدوء.';
    const start = base.articles[0]?.text.indexOf(text) ?? -1;
    const evidence = { article: 'article', text, start, end: start + text.length };
    const facts = { ...base.facts, places: [], summary: [{ id: 's1', text, evidence }] };
    expect(shelf.put(accept({ ...base, facts }, 2)).revision.changes).toEqual([
      { kind: 'addition', fact: 's1', before: null, after: text, source: null },
      { kind: 'removal', fact: 'p1', before: 'صفاقس', after: null, source: null },
    ]);
  });

  it('a later revision that comes with its own changes is taken as it is', () => {
    const shelf = new Shelf();
    const first = shelf.put(accept(base, 1));
    const later = accept({ ...base, headline: 'عنوان آخر' }, 9);
    const fourth: Brief = { ...later, revision: { ...later.revision, number: 4, editor: 'telegram:1' } };
    expect(shelf.put(fourth)).toBe(fourth);
    expect(first.headline).toBe(base.headline);
  });
});

describe('what is in service', () => {
  it('by id, by the code of its buttons, newest first', () => {
    const shelf = new Shelf();
    shelf.put(accept(makeBrief({ id: 'old' }), 5));
    shelf.put(accept(makeBrief({ id: 'new' }), 6));
    shelf.put(accept(makeBrief({ id: 'together-a', published: '2024-01-01' }), 4));
    shelf.put(accept(makeBrief({ id: 'together-b', published: '2024-01-02' }), 4));
    expect(shelf.latest(9).map((b) => b.id)).toEqual(['new', 'old', 'together-b', 'together-a']);
    expect(shelf.latest(1)).toHaveLength(1);
    expect(shelf.byCode(briefCode('old'))?.id).toBe('old');
    expect(shelf.remove('old')).toBe(true);
    expect(shelf.remove('old')).toBe(false);
    expect(shelf.byCode(briefCode('old'))).toBeUndefined();
    expect(shelf.latest(9)).toHaveLength(3);
  });
});
