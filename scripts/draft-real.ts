// Drafts every article of the newspaper collection, where it is there, and prints facts at random for reading:
//   node scripts/draft-real.ts [--facts 20] [--of quotes|casualties|places|summary|unsettled] [--seed 1]
//
// Fails on an exception or on an evidence that does not match. The texts are never committed or shipped.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkDraft } from '#draft/check-draft.ts';
import type { Draft } from '#draft/draft.ts';
import { extractDraft } from '#draft/extract.ts';
import { seededRandom } from '#tests/scoring/seeded-random.ts';

const { values } = parseArgs({
  options: {
    facts: { type: 'string', default: '20' },
    of: { type: 'string' },
    seed: { type: 'string', default: '1' },
  },
});

const file = join(resolve(import.meta.dirname, '..'), '../shared/real/articles.jsonl');
if (!existsSync(file)) {
  console.log('no ../shared/real beside the repository: nothing to draft');
  process.exit(0);
}

interface RealArticle {
  id: string;
  date: string;
  text: string;
}

const articles = readFileSync(file, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as RealArticle);
const lines: string[] = [];
const counts = { quotes: 0, casualties: 0, places: 0, summary: 0, unsettled: 0 };
let faults = 0;
const started = performance.now();

for (const { id, date, text } of articles) {
  try {
    const published = { date, knownFrom: 'editor' as const };
    const draft = extractDraft({ id, text, outlet: null, link: null, published });
    for (const fault of checkDraft(draft)) report(`${id}: ${fault}`);
    collect(draft);
  } catch (cause) {
    report(`${id}: ${cause instanceof Error ? cause.stack : String(cause)}`);
  }
}

function report(fault: string): void {
  faults++;
  console.error(fault);
}

function collect(draft: Draft): void {
  for (const kind of Object.keys(counts) as (keyof typeof counts)[]) {
    counts[kind] += draft[kind].length;
    if (values.of !== undefined && values.of !== kind) continue;
    for (const fact of draft[kind]) {
      const { evidence, ...shown } = fact;
      lines.push(`${draft.article.id} ${kind} ${JSON.stringify(shown)}\n    ${evidence.text}`);
    }
  }
}

const random = seededRandom(Number(values.seed));
for (let n = Math.min(Number(values.facts), lines.length); n > 0; n--)
  console.log(`${lines.splice(Math.floor(random() * lines.length), 1)[0]}\n`);
console.log(
  `${articles.length} articles in ${Math.round(performance.now() - started)} ms; ${JSON.stringify(counts)}; faults: ${faults}`,
);
process.exitCode = faults === 0 ? 0 : 1;
