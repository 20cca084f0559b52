import type { Article } from '#article/article.ts';
import { type Evidence, evidenceAt } from '#article/evidence.ts';
import type { Brief } from '#brief/brief.ts';

const TEXT = [
  'فيضانات وادي السلام: 12 قتيلاً وعشرات المفقودين',
  'قالت وزارة الصحة إن 12 شخصاً قتلوا وأصيب 30 آخرون في فيضانات ضربت وادي السلام فجر الأحد.',
  'وقال حاكم الوادي سالم النجار: "لم نر مثل هذا السيل منذ أربعين عاماً". وأضاف أن عشرات ما زالوا في عداد المفقودين.',
  'وزعم متحدث باسم شركة السدود أن "السد لم ينهر"، فيما قال سكان إن بينهم من رأى جداره يسقط.',
].join('\n');

const article: Article = {
  id: 'article',
  text: TEXT,
  outlet: 'صحيفة الوادي',
  link: 'https://example.org/flood',
  published: { date: '2026-11-22', knownFrom: 'article' },
};

/** Evidence in the invented article, by the words themselves. */
export function spanOf(words: string, source: Article = article): Evidence {
  const start = source.text.indexOf(words);
  if (start < 0) throw new Error(`not in the article: ${words}`);
  return evidenceAt(source, start, start + words.length);
}

const DEAD = 'إن 12 شخصاً قتلوا وأصيب 30 آخرون في فيضانات ضربت وادي السلام';
const LEAD = TEXT.split('\n')[1] as string;

/** A published brief about an invented flood; any field may be replaced. */
export function aBrief(change: Partial<Brief> = {}): Brief {
  return {
    id: 'flood',
    headline: 'فيضانات وادي السلام: 12 قتيلاً وعشرات المفقودين',
    names: ['وادي السلام', 'Wadi Salam'],
    kind: 'disaster',
    topics: ['مناخ'],
    published: article.published,
    articles: [article],
    facts: {
      summary: [{ id: 's1', text: LEAD, evidence: spanOf(LEAD) }],
      quotes: [
        {
          id: 'q1',
          text: 'لم نر مثل هذا السيل منذ أربعين عاماً',
          speaker: { name: 'سالم النجار', role: 'حاكم الوادي' },
          verb: 'قال',
          strength: 'said',
          evidence: spanOf('وقال حاكم الوادي سالم النجار: "لم نر مثل هذا السيل منذ أربعين عاماً"'),
        },
        {
          id: 'q2',
          text: 'السد لم ينهر',
          speaker: { name: null, role: 'متحدث باسم شركة السدود' },
          verb: 'زعم',
          strength: 'claimed',
          evidence: spanOf('وزعم متحدث باسم شركة السدود أن "السد لم ينهر"'),
        },
      ],
      casualties: [
        figure('c1', 'killed', 12, DEAD),
        figure('c2', 'injured', 30, DEAD),
        {
          ...figure('c3', 'missing', null, 'عشرات ما زالوا في عداد المفقودين'),
          approximate: 'عشرات',
          source: 'سالم النجار',
        },
      ],
      places: [
        {
          id: 'p1',
          name: 'وادي السلام',
          country: 'YE',
          role: 'event',
          evidence: spanOf('وادي السلام'),
          alsoKnownAs: [],
          note: null,
        },
      ],
    },
    superseded: [],
    people: [{ name: 'سالم النجار', role: 'حاكم الوادي', evidence: spanOf('سالم النجار') }],
    retraction: null,
    revision: {
      number: 1,
      at: Date.parse('2026-11-22T09:00:00Z'),
      editor: null,
      reason: 'imported',
      changes: [],
      contentHash: 'one',
    },
    ...change,
  };
}

function figure(id: string, kind: 'killed' | 'injured' | 'missing', n: number | null, words: string) {
  return {
    id,
    kind,
    min: n,
    max: n,
    approximate: null,
    status: 'confirmed' as const,
    group: null,
    place: null,
    source: 'وزارة الصحة',
    partOf: null,
    supersedes: null,
    evidence: spanOf(words),
  };
}
