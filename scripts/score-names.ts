// Measures the gazetteer against sentences with the places in them: npx node scripts/score-names.ts [--misses N]
//
// Counted per text: a place is found where the draft of its sentence names it. Runs where the folder exists.
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { extractDraft } from '#draft/extract.ts';
import { foldForScoring } from '#tests/scoring/fold-for-scoring.ts';

const FILE = '../shared/real/places.jsonl';
const { values } = parseArgs({ options: { misses: { type: 'string', default: '0' } } });

if (!existsSync(FILE)) {
  console.log(`skipped: there is no ${FILE}`);
  process.exit(0);
}

const strip = (name: string) => foldForScoring(name).replace(/^(?:[وف]?[بلك]?)(?=ال)/, '');
const same = (wanted: string, drafted: string) => {
  const w = foldForScoring(wanted);
  const d = foldForScoring(drafted);
  return (
    w === d ||
    w.endsWith(` ${d}`) ||
    d.endsWith(` ${w}`) ||
    w.startsWith(`${d} `) ||
    d.startsWith(`${w} `) ||
    strip(wanted) === strip(drafted) ||
    (/^[وفبلك]{1,2}/.test(w) &&
      (w.slice(1) === d ||
        w.slice(2) === d ||
        (w.startsWith('لل') && `ال${w.slice(2)}` === d) ||
        (w.startsWith('ولل') && `ال${w.slice(3)}` === d) ||
        w.slice(1).startsWith(`${d} `)))
  );
};

let found = 0;
let wanted = 0;
let named = 0;
let wrong = 0;
const missed = new Map<string, number>();
const alarms = new Map<string, number>();
const lines = readFileSync(FILE, 'utf8')
  .split('\n')
  .filter((line) => line !== '');
for (const line of lines) {
  const { text, places } = JSON.parse(line) as { text: string; places: string[] };
  const { places: drafted } = extractDraft({
    id: 'article',
    text,
    outlet: null,
    link: null,
    published: null,
  });
  const names = [...new Set(places)];
  wanted += names.length;
  for (const name of names)
    if (drafted.some((place) => same(name, place.name))) found++;
    else missed.set(name, (missed.get(name) ?? 0) + 1);
  named += drafted.length;
  for (const place of drafted)
    if (!names.some((name) => same(name, place.name))) {
      wrong++;
      const key = `${place.name}`;
      alarms.set(key, (alarms.get(key) ?? 0) + 1);
    }
}
const top = (counts: Map<string, number>, n: number) =>
  [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, n)
    .map(([name, times]) => `${name} ${times}`)
    .join(' · ');
console.log(
  `found ${found} of ${wanted} (${(found / wanted).toFixed(3)}); named ${named}, wrong ${wrong} (${(wrong / named).toFixed(3)})`,
);
const n = Number(values.misses);
if (n > 0) console.log(`missed: ${top(missed, n)}\nfalse: ${top(alarms, n)}`);
