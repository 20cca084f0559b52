import { describe, expect, it } from 'vitest';
import { deliveryMetrics } from '#adapters/metrics/delivery-metrics.ts';
import { ManualClock } from '#tests/fakes/manual-clock.ts';

describe('metrics', () => {
  const store = {
    ledger: { counts: async () => ({ due: { telegram: 7 }, unknown: 2, lagMilliseconds: 90_000 }) },
    subscriptions: { oldestDue: async () => 940_000 },
  } as never;

  it('tell what is due, sent, failed and why, unknown, late, and slowed down', async () => {
    const metrics = deliveryMetrics(store, new ManualClock(1_000_000));
    const { events } = metrics;
    events.owed('digest', 9);
    events.sent('telegram', 'digest', 40);
    events.failed('telegram', 'forbidden', 'bot was blocked by the user');
    events.retried('telegram', 'slow-down');
    events.settled('telegram', 'sent');
    events.ticked(960_000);
    const { contentType, text } = await metrics.read();
    expect(contentType).toContain('text/plain');
    for (const line of [
      'mujaz_deliveries_owed_total{kind="digest"} 9',
      'mujaz_delivery_seconds_count{platform="telegram",kind="digest"} 1',
      'mujaz_deliveries_failed_total{platform="telegram",kind="forbidden",reason="bot was blocked by the user"} 1',
      'mujaz_delivery_retries_total{platform="telegram",kind="slow-down"} 1',
      'mujaz_deliveries_settled_total{platform="telegram",outcome="sent"} 1',
      'mujaz_last_tick_timestamp_seconds 960',
      'mujaz_deliveries_due{platform="telegram"} 7',
      'mujaz_deliveries_unknown 2',
      'mujaz_delivery_lag_seconds 90',
      'mujaz_slot_lag_seconds 60',
    ])
      expect(text).toContain(line);
  });

  it('keep a bounded number of reasons apart', async () => {
    const metrics = deliveryMetrics(store, new ManualClock(0));
    for (let i = 0; i < 100; i++) metrics.events.failed('discord', 'rejected', `reason ${i}`);
    const { text } = await metrics.read();
    expect(text.match(/^mujaz_deliveries_failed_total/gm)).toHaveLength(41);
    expect(text).toContain('reason="other"} 60');
  });
});
