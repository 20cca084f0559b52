import { pathToFileURL } from 'node:url';
import MiniSearch from 'minisearch';
import type { Brief } from '#brief/brief.ts';
import { Shelf } from '#brief/shelf.ts';
import { type Random, respell, seededRandom, slip } from '#tests/brief/misspell.ts';
import { syntheticBriefs } from './synthetic-briefs.ts';

const BRIEFS = 100_000;
const QUERIES = 4_000;
const WARM_UP = 600;
const SEED = 20_220_110;

/** What readers type: names as they are, respelt, misspelt, several words, and what nobody has. */
const KINDS = {
  name: (brief, random) => placeOf(brief, random),
  respelt: (brief, random) => respell(placeOf(brief, random), random),
  misspelt: (brief, random) => slip(placeOf(brief, random), random),
  person: (brief) => brief.people[0]?.name ?? '',
  story: (brief) => brief.names[0] ?? '',
  words: (brief, random) => {
    const words = brief.headline.split(' ');
    const at = random.integer(Math.max(1, words.length - 2));
    return words.slice(at, at + 3).join(' ');
  },
  unknown: (_brief, random) =>
    Array.from({ length: 8 }, () => String.fromCharCode(97 + random.integer(26))).join(''),
} satisfies Record<string, (brief: Brief, random: Random) => string>;

function placeOf(brief: Brief, random: Random): string {
  return random.pick(brief.facts.places).name;
}

/**
 * Lookup over 100,000 briefs against MiniSearch with its default options over the same documents: 99th percentile of
 * the same queries (at most 1.0), and what putting one more brief costs.
 */
export async function run(): Promise<void> {
  const random = seededRandom(SEED);
  const briefs = syntheticBriefs(BRIEFS, random);
  const shelf = new Shelf();
  for (const brief of briefs) shelf.put(brief);
  const filing = elapsed(() => shelf.find(''));
  const index = new MiniSearch({ fields: ['names', 'headline', 'places', 'people'] });
  const indexing = elapsed(() => index.addAll(briefs.map(documentOf)));
  console.log(`lookup: filing ${BRIEFS} briefs, ratio to MiniSearch: ${(filing / indexing).toFixed(2)}`);

  const kinds = Object.keys(KINDS) as (keyof typeof KINDS)[];
  const queries = Array.from({ length: QUERIES }, (_, i) => {
    const kind = kinds[i % kinds.length] as keyof typeof KINDS;
    return { kind, text: KINDS[kind](random.pick(briefs), random) };
  });
  // The shelf remembers what was asked last: those that warm up are not those that are timed.
  for (let i = 0; i < WARM_UP; i++) {
    const text = KINDS[kinds[i % kinds.length] as keyof typeof KINDS](random.pick(briefs), random);
    shelf.find(text);
    index.search(text);
  }
  const timed = queries.map(({ kind, text }) => ({
    kind,
    ours: elapsed(() => shelf.find(text)),
    theirs: elapsed(() => index.search(text)),
  }));
  for (const kind of [null, ...kinds]) {
    const some = timed.filter((t) => kind === null || t.kind === kind);
    const [ours, theirs] = [some.map((t) => t.ours), some.map((t) => t.theirs)];
    const ratios = [0.5, 0.99].map((p) => (percentile(ours, p) / percentile(theirs, p)).toFixed(2));
    const absolute = `p99 ${percentile(ours, 0.99).toFixed(2)} ms, MiniSearch ${percentile(theirs, 0.99).toFixed(2)} ms`;
    console.log(
      `lookup: ${kind ?? 'all queries'}: p50 ratio ${ratios[0]}, p99 ratio ${ratios[1]} (limit ${kind ? 'none' : '1.00'}; ${absolute})`,
    );
  }
  const more = syntheticBriefs(200, seededRandom(1)).map((brief, i) => ({ ...brief, id: `more-${i}` }));
  const put = more.map((brief) => elapsed(() => shelf.put(brief)));
  const add = more.map((brief) => elapsed(() => index.add(documentOf(brief))));
  const ratio = percentile(put, 0.5) / percentile(add, 0.5);
  console.log(
    `lookup: one more brief, p50 ratio ${ratio.toFixed(2)} (${percentile(put, 0.5).toFixed(3)} ms)`,
  );
}

function documentOf(brief: Brief) {
  return {
    id: brief.id,
    names: brief.names.join('\n'),
    headline: brief.headline,
    places: brief.facts.places.flatMap((p) => [p.name, ...p.alsoKnownAs]).join('\n'),
    people: brief.people.map((p) => p.name).join('\n'),
  };
}

/** Milliseconds. */
function elapsed(task: () => unknown): number {
  const before = performance.now();
  task();
  return performance.now() - before;
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] as number;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await run();
