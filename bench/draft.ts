import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { extractDraft } from '#draft/extract.ts';
import { repeated, soup } from '#tests/fixtures/adversarial-texts.ts';
import { percentile, report } from './report.ts';

const root = resolve(import.meta.dirname, '..');
/** An article of 298 words. */
const ARTICLE = 'tests/fixtures/articles/dev-16-bali-ferry.txt';
const ROUNDS = 3000;
const SEGMENTER_LIMIT = 5;
const GROWTH_LIMIT = 1.3;
const KILOBYTE = 1000;
/** Of texts made to be slow: marks that never close, numbers and prefixes without end. Milliseconds for 10 kB. */
const SLOWEST = 50;
const ADVERSARIAL = 300;

/**
 * A draft against one pass of Intl.Segmenter over the words of the same article, and how time grows with length: per
 * character in a megabyte against a hundred kilobytes.
 */
export async function run(): Promise<void> {
  const text = readFileSync(join(root, ARTICLE), 'utf8');
  const segmenter = new Intl.Segmenter('ar', { granularity: 'word' });
  const draft = () => read(text);
  const segment = () => [...segmenter.segment(text)].length;
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(elapsed(draft));
    theirs.push(elapsed(segment));
  }
  const warm = (times: readonly number[]) => percentile(times.slice(ROUNDS / 3), 0.5);
  const [a, b] = [warm(ours), warm(theirs)];
  report('a 300-word article, ratio to one word pass', a / b, {
    most: SEGMENTER_LIMIT,
    note: `${a.toFixed(2)} ms, Intl.Segmenter ${b.toFixed(2)} ms`,
  });
  report('time per character, 1 MB to 100 kB', growth(`${text}\n`), { most: GROWTH_LIMIT });
  const endless = text.replaceAll(/[.\n]+/g, '، ');
  report('time per character, 1 MB to 100 kB without a full stop', growth(endless), { most: GROWTH_LIMIT });
  report('the slowest of adversarial texts, ms for 10 kB', slowestOf10Kilobytes(), { most: SLOWEST });
}

/** Each text is repeated up to 10 kB; the better of two runs, so that a pause of the machine is none of the text's. */
function slowestOf10Kilobytes(): number {
  const texts = [soup, repeated].flatMap((kind) => fc.sample(kind, { numRuns: ADVERSARIAL, seed: 1 }));
  return Math.max(
    ...texts
      .filter((text) => text !== '')
      .map((text) => text.repeat(Math.ceil((10 * KILOBYTE) / Buffer.byteLength(text))))
      .map((text) => text.slice(0, Math.floor((text.length * 10 * KILOBYTE) / Buffer.byteLength(text))))
      .map((text) =>
        Math.min(
          elapsed(() => read(text)),
          elapsed(() => read(text)),
        ),
      ),
  );
}

const read = (text: string) =>
  extractDraft({ id: 'article', text, outlet: null, link: null, published: null });

function growth(text: string): number {
  const [short, long] = [100 * KILOBYTE, 1000 * KILOBYTE].map((length) => perCharacter(text, length));
  return (long ?? 0) / (short ?? 1);
}

function perCharacter(text: string, length: number): number {
  const long = text.repeat(Math.ceil(length / text.length)).slice(0, length);
  const times = [0, 1, 2].map(() => elapsed(() => read(long)));
  return Math.min(...times) / length;
}

function elapsed(task: () => unknown): number {
  const before = performance.now();
  task();
  return performance.now() - before;
}
