import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import exonyms from '#arabic/data/exonyms.json' with { type: 'json' };
import ordinary from '#arabic/data/ordinary-words.json' with { type: 'json' };
import type { Brief } from '#brief/brief.ts';
import type { Random } from '#tests/brief/misspell.ts';

const FIRST =
  'محمد أحمد علي حسن خالد عمر يوسف إبراهيم مريم فاطمة ليلى سلمى جون ماري بيتر أنطونيو هيروشي كوفي'.split(' ');
const EVENTS =
  'انفجار حريق زلزال فيضان انتخابات احتجاجات قمة هدنة إضراب غرق اصطدام هجوم مفاوضات محاكمة'.split(' ');

const HEADLINES = join(import.meta.dirname, '../../shared/real/headlines.txt');

/** Real headlines where they are at hand, so that words are as frequent as they are in the news. */
const headlines = existsSync(HEADLINES)
  ? readFileSync(HEADLINES, 'utf8')
      .split('\n')
      .filter((line) => line.length > 10)
  : [];

/** Few places are in the news every day, most hardly ever. */
function oftenFirst<T>(items: readonly T[], random: Random): T {
  const most = 1 + random.integer(items.length);
  return items[random.integer(1 + random.integer(most))] as T;
}

/** The same briefs for the same seed: a headline, two names, places, people, as the lookup sees them. */
export function syntheticBriefs(count: number, random: Random): Brief[] {
  return Array.from({ length: count }, (_, i) => syntheticBrief(i, random));
}

function syntheticBrief(i: number, random: Random): Brief {
  const places = Array.from({ length: 1 + random.integer(3) }, () => oftenFirst(exonyms, random));
  const main = places[0] as (typeof places)[number];
  const event = random.pick(EVENTS);
  const evidence = { article: 'article', text: '', start: 0, end: 0 };
  return {
    id: `story-${i}`,
    headline:
      headlines.length > 0
        ? `${random.pick(headlines)} ${random.pick(ordinary)}`
        : [event, main.arabic[0], ...Array.from({ length: 6 }, () => oftenFirst(ordinary, random))].join(' '),
    names: [`${event} ${main.arabic[0]}`, `${main.latin[0] ?? 'story'} ${i}`],
    kind: 'other',
    topics: [],
    published: null,
    articles: [],
    facts: {
      summary: [],
      quotes: [],
      casualties: [],
      places: places.map(({ arabic, country }, at) => ({
        id: `p${at + 1}`,
        name: arabic[0] as string,
        country,
        role: at === 0 ? 'event' : 'other',
        alsoKnownAs: arabic.slice(1, 2),
        note: null,
        evidence,
      })),
    },
    superseded: [],
    people: [{ name: `${random.pick(FIRST)} ال${random.pick(ordinary)}`, role: null, evidence }],
    retraction: null,
    revision: { number: 1, at: i, editor: null, reason: 'imported', changes: [], contentHash: String(i) },
  };
}
