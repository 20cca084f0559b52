// Scores the extractor against annotated articles: npm run score -- [folder …] [--details] [--only PREFIX] [--held-out]
//
// The held-out third is measured and never shown in detail; --held-out prints the two totals apart.
import { parseArgs } from 'node:util';
import { isHeldOut } from '#tests/scoring/gold.ts';
import { scoreFolder, totalsOf } from '#tests/scoring/score-folder.ts';
import { scoreTable } from '#tests/scoring/score-table.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    details: { type: 'boolean', default: false },
    only: { type: 'string' },
    'held-out': { type: 'boolean', default: false },
  },
});

const folders = positionals.length > 0 ? positionals : ['tests/fixtures/articles'];
const scores = folders
  .flatMap((folder) => scoreFolder(folder))
  .filter((score) => values.only === undefined || score.name.startsWith(values.only));
const open = scores.filter((score) => !isHeldOut(score.name));
const heldOut = scores.filter((score) => isHeldOut(score.name));

console.log(
  values['held-out']
    ? scoreTable(open, [
        ['DEVELOPMENT', totalsOf(open)],
        ['HELD OUT', totalsOf(heldOut)],
      ])
    : scoreTable(open, [['TOTAL', totalsOf(open)]]),
);
if (values.details)
  for (const score of open) {
    if (score.details.length === 0) continue;
    console.log(`\n# ${score.name}`);
    for (const line of score.details) console.log(`  ${line}`);
  }
