import { describe, expect, it } from 'vitest';
import { checkHealth } from '#delivery/health.ts';
import { ManualClock } from '#tests/fakes/manual-clock.ts';

const MINUTE = 60_000;

function store(oldestDue: number | null, ping: () => Promise<void> = async () => {}) {
  return { ping, subscriptions: { oldestDue: async () => oldestDue } } as never;
}

async function check(
  ...[of, ticks, at = 0]: [unknown, { lastTick: number | null; startedAt: number }, number?]
) {
  const clock = new ManualClock(at);
  const health = checkHealth(of as never, ticks, clock);
  await clock.advance(5000);
  return (await health).faults;
}

describe('health is green only while', () => {
  it('ticks come', async () => {
    expect(await check(store(null), { lastTick: null, startedAt: 0 }, MINUTE)).toEqual([]);
    expect(await check(store(null), { lastTick: 9 * MINUTE, startedAt: 0 }, 10 * MINUTE)).toEqual([]);
    expect(await check(store(null), { lastTick: 2 * MINUTE, startedAt: 0 }, 10 * MINUTE)).toEqual([
      'no tick for 480 s',
    ]);
  });

  it('slots are planned within two minutes', async () => {
    const ticks = { lastTick: 9 * MINUTE, startedAt: 0 };
    expect(await check(store(9 * MINUTE), ticks, 10 * MINUTE)).toEqual([]);
    expect(await check(store(7 * MINUTE), ticks, 10 * MINUTE)).toEqual([
      'a slot of 1970-01-01T00:07:00.000Z is not planned yet',
    ]);
  });

  it('the store answers, and in time', async () => {
    const ticks = { lastTick: 0, startedAt: 0 };
    const broken = store(null, () => Promise.reject(new Error('connection refused')));
    expect(await check(broken, ticks)).toEqual(['the store does not answer: connection refused']);
    const silent = store(null, () => new Promise(() => {}));
    expect(await check(silent, ticks)).toEqual(['the store has not answered within 2000 ms']);
  });
});
