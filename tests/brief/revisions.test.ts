import { describe, expect, it } from 'vitest';
import type { Acceptance } from '#brief/accept-brief.ts';
import { casualtyLedger } from '#brief/casualty-ledger.ts';
import { correctFact } from '#brief/correct-fact.ts';
import { nextArticleId } from '#brief/next-revision.ts';
import { publishDraft } from '#brief/publish-draft.ts';
import { retractBrief } from '#brief/retract-brief.ts';
import { findDifferences, updateBrief } from '#brief/update-brief.ts';
import { aBrief } from '#tests/fakes/a-brief.ts';
import { anExtract } from '#tests/fakes/an-extract.ts';

const stamp = { at: 5, editor: 'telegram:1', reason: 'correction' } as const;
const article = (text: string, id = 'article-2') => ({ id, text, outlet: null, link: null, published: null });
const briefOf = (acceptance: Acceptance) => {
  if (!acceptance.accepted) throw new Error(acceptance.faults.map((f) => f.reason).join('\n'));
  return acceptance.brief;
};

async function corrected(sentence: string, at: number = stamp.at) {
  const brief = aBrief();
  const source = article(sentence, nextArticleId(brief));
  const [fact] = (await anExtract(source)).casualties;
  const standing = brief.facts.casualties[0];
  if (!fact || !standing) throw new Error('no figure');
  return briefOf(correctFact(brief, standing, { list: 'casualties', fact }, source, { ...stamp, at }));
}

describe('a correction', () => {
  it('supersedes the figure, keeps its id and the old one, and stands on its own sentence', async () => {
    const revised = await corrected('قالت وزارة الداخلية إن 18 قتلوا.');
    expect(revised.facts.casualties[0]).toMatchObject({ id: 'c1', min: 18, source: 'وزارة الداخلية' });
    expect(revised.superseded.find((f) => f.id === revised.facts.casualties[0]?.supersedes)).toMatchObject({
      min: 12,
    });
    expect(revised.articles.map((a) => a.id)).toEqual(['article', 'article-2']);
    expect(revised.revision).toMatchObject({ number: 2, editor: 'telegram:1', reason: 'correction' });
    expect(revised.revision.changes).toContainEqual({
      kind: 'correction',
      fact: 'c1',
      before: '12',
      after: '18',
      source: 'وزارة الداخلية',
    });
  });

  it('leaves no sentence in the summary that goes on saying the old figure', async () => {
    const revised = await corrected('قالت وزارة الداخلية إن 18 قتلوا.');
    expect(revised.facts.summary.map((s) => s.text)).toEqual(['قالت وزارة الداخلية إن 18 قتلوا.']);
    expect(revised.facts.summary.map((s) => s.text).join()).not.toContain('12 شخصاً');
  });

  it('touches no other figure', async () => {
    const revised = await corrected('قالت وزارة الداخلية إن 18 قتلوا.');
    expect(revised.facts.casualties.slice(1)).toEqual(aBrief().facts.casualties.slice(1));
  });
});

describe('the casualty ledger', () => {
  it('says what stood when, oldest first, over every correction', async () => {
    const first = aBrief();
    const [second, third] = [first.revision.at + 1000, first.revision.at + 2000];
    const once = await corrected('قالت وزارة الداخلية إن 18 قتلوا.', second);
    const source = article('قالت الشرطة إن 20 قتلوا.', nextArticleId(once));
    const [fact] = (await anExtract(source)).casualties;
    const standing = once.facts.casualties[0];
    if (!fact || !standing) throw new Error('no figure');
    const later = { ...stamp, at: third };
    const twice = briefOf(correctFact(once, standing, { list: 'casualties', fact }, source, later));
    const ledger = casualtyLedger(twice, [first.revision, once.revision, twice.revision]);
    expect(
      ledger
        .filter(({ figure }) => [12, 18, 20].includes(figure.min ?? 0))
        .map(({ figure, asOf, replaced }) => [figure.min, asOf, replaced]),
    ).toEqual([
      [12, first.published ? { date: first.published.date } : { at: first.revision.at }, true],
      [18, { at: second }, true],
      [20, { at: third }, false],
    ]);
  });
});

describe('an update', () => {
  const text =
    'ارتفعت الحصيلة في مرجان. قالت وزارة الداخلية إن 18 قتلوا. قال سالم النجار: "لم نر مثل هذا السيل منذ أربعين عاماً".';

  it('finds the figure that differs from the one that stands', async () => {
    const read = await anExtract(article(text));
    expect(findDifferences(aBrief(), read)).toMatchObject([
      { index: 0, fresh: { min: 18 }, standing: { id: 'c1' } },
    ]);
  });

  it.each([
    ['قالت وزارة الداخلية إن 18 قتلوا.', ['c1']],
    ['قالت وزارة الداخلية إن 18 من عمال الميناء قتلوا.', ['c1']],
    ['قالت وزارة الداخلية إن 18 قتلوا، بينهم 3 أطفال.', ['c1']],
    ['قتل 18 من عمال الميناء و4 من رجال الإطفاء في وادي السلام.', []],
  ])('takes a figure for the standing one where nobody else is spoken of: %s', async (words, standing) => {
    const read = await anExtract(article(words));
    expect(findDifferences(aBrief(), read).map((d) => d.standing.id)).toEqual(standing);
  });

  it.each([
    ['correction', [18, 30, null], 'correction'],
    ['later', [18, 30, null], 'update'],
    ['beside', [12, 30, null, 18], 'addition'],
  ] as const)('as a %s', async (decision, figures, change) => {
    const source = article(text);
    const read = await anExtract(source);
    const revised = briefOf(updateBrief(aBrief(), source, read, new Map([[0, decision]]), stamp));
    expect(revised.facts.casualties.map((c) => c.min)).toEqual(figures);
    expect(revised.revision.changes.find((c) => c.after === '18')?.kind).toBe(change);
    expect(revised.facts.summary[0]?.text).toBe('ارتفعت الحصيلة في مرجان.');
    expect(revised.facts.quotes).toHaveLength(2);
    expect(revised.facts.places.map((p) => p.name)).toEqual(['وادي السلام', 'مرجان']);
  });

  it('never merges figures of two sources by itself', async () => {
    const source = article(text);
    const revised = briefOf(updateBrief(aBrief(), source, await anExtract(source), new Map(), stamp));
    expect(revised.facts.casualties.filter((c) => c.kind === 'killed').map((c) => [c.min, c.source])).toEqual(
      [
        [12, 'وزارة الصحة'],
        [18, 'وزارة الداخلية'],
      ],
    );
  });
});

it('a retraction keeps the record and says the reason', () => {
  const revised = briefOf(retractBrief(aBrief(), 'المصدر غير صحيح', { ...stamp, reason: 'retraction' }));
  expect(revised.retraction).toEqual({ reason: 'المصدر غير صحيح', at: 5 });
  expect(revised.facts).toEqual(aBrief().facts);
});

it('a draft with evidence that does not match is not published', async () => {
  const draft = await anExtract(article('قالت الوزارة إن 3 قتلوا في مرجان.', 'article'));
  const naming = { id: 'marjan', names: ['مرجان'], topics: [] };
  expect(publishDraft(draft, naming, stamp).accepted).toBe(true);
  const broken = {
    ...draft,
    casualties: draft.casualties.map((c) => ({ ...c, evidence: { ...c.evidence, start: 1 } })),
  };
  const refused = publishDraft(broken, naming, stamp);
  expect(refused.accepted ? [] : refused.faults.map((f) => f.reason).join()).toContain('c1');
});
