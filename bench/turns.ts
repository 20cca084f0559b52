import { percentile, report } from './report.ts';
import { type Load, steadyLoad } from './steady-load.ts';

const SECONDS = Number(process.env.BENCH_SECONDS ?? 60);
/** Both are measured in turns, so that a slow moment of the machine falls on both; the shorter, the more alike. */
const TURNS = 12;
/** Each turn begins with questions that do not count: by then the one before has done what it had put off. */
const LEAD_SECONDS = 1;
/** Long enough for every reader to have asked once: a new chat costs a row of its own. */
const WARM_UP_SECONDS = 5;
/** The share of answers, and how much slower ours may be. */
const LIMITS = [
  [0.5, 1.2],
  [0.99, 1.3],
] as const;

/** Answers of the program against those of a bare bot, as ratios of their 50th and 99th percentiles. */
export async function compareInTurns(ours: Load, bare: Load, perSecond: number): Promise<void> {
  for (const one of [ours, bare]) await steadyLoad(one, perSecond, WARM_UP_SECONDS);
  const [mine, other]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < TURNS; turn++) {
    for (const [one, times] of [
      [bare, other],
      [ours, mine],
    ] as const) {
      await steadyLoad(one, perSecond, LEAD_SECONDS);
      times.push(...(await steadyLoad(one, perSecond, SECONDS / TURNS)));
    }
  }
  for (const [share, most] of LIMITS) {
    const [a, b] = [percentile(mine, share), percentile(other, share)];
    const note = `${a.toFixed(2)} ms, bare ${b.toFixed(2)} ms, ${mine.length} answers each`;
    report(`p${share * 100} ratio`, a / b, { most, note });
  }
}
