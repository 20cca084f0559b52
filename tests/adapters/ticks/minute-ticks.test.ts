import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startMinuteTicks } from '#adapters/ticks/minute-ticks.ts';
import { silentLogger } from '#shared/logger.ts';

describe('ticks', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: Date.parse('2026-11-25T07:59:30Z') });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('come at each full minute, never two at once, and end when they are stopped', async () => {
    const at: string[] = [];
    let finish: (() => void)[] = [];
    const ticks = startMinuteTicks(() => {
      at.push(new Date().toISOString().slice(11, 16));
      return new Promise((resolve) => finish.push(resolve));
    }, silentLogger);
    await vi.advanceTimersByTimeAsync(31_000);
    expect(at).toEqual(['08:00']);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(at).toEqual(['08:00']);
    for (const done of finish) done();
    finish = [];
    await vi.advanceTimersByTimeAsync(60_000);
    expect(at).toEqual(['08:00', '08:03']);
    for (const done of finish) done();
    await ticks.stop();
    await vi.advanceTimersByTimeAsync(300_000);
    expect(at).toHaveLength(2);
  });

  it('go on after one has failed', async () => {
    let count = 0;
    const ticks = startMinuteTicks(async () => {
      count++;
      throw new Error('the store is away');
    }, silentLogger);
    await vi.advanceTimersByTimeAsync(121_000);
    expect(count).toBe(2);
    await ticks.stop();
  });
});
